#include <ios>

#include <gtest/gtest.h>

extern "C" {
#include <Data/BidiTypeLookup.h>
}

namespace {

namespace original {
#define LookupBidiType lookup
#include <Data/BidiTypeLookup.c>
#undef LookupBidiType
}  // namespace original

TEST(BidiTypes, AreThoseOfTheOriginalTable) {
  for (SBCodepoint c = 0; c <= 0x110010; ++c)
    ASSERT_EQ(LookupBidiType(c), original::lookup(c)) << std::hex << c;
}

}  // namespace
