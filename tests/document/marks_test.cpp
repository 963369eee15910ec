#include "document/marks.h"

#include <gtest/gtest.h>

namespace article::document {
namespace {

TEST(IsMark, TellsMarksAndColoursOfSkin) {
  struct Case {
    char32_t character;
    bool is_mark;
  };
  const Case cases[] = {
      {0x300, true},   {0x36F, true},   {0x483, true},   {0x591, true},    {0x5C7, true},
      {0x64B, true},   {0x670, true},   {0x730, true},   {0x93E, true},    {0x94D, true},
      {0xB48, true},   {0xD4D, true},   {0xE31, true},   {0xE47, true},    {0xEBC, true},
      {0xF72, true},   {0xFAC, true},   {0x102D, true},  {0x1039, true},   {0x17D2, true},
      {0x1B44, true},  {0x1BF3, true},  {0x1DC9, true},  {0x20DD, true},   {0x20F0, true},
      {0x302A, true},  {0x3099, true},  {0xA674, true},  {0xA9BD, true},   {0xA9C0, true},
      {0xAAB0, true},  {0xABED, true},  {0xFE0F, true},  {0xFE20, true},   {0x10F50, true},
      {0x11046, true}, {0x1134D, true}, {0x11F42, true}, {0x1E947, true},  {0x1F3FB, true},
      {0x1F3FF, true}, {0x2FF, false},  {0x34F, false},  {0x41, false},    {0x3B1, false},
      {0x5D0, false},  {0x628, false},  {0x905, false},  {0xE01, false},   {0xE40, false},
      {0xF40, false},  {0x1000, false}, {0x1100, false}, {0x200B, false},  {0x200D, false},
      {0x2014, false}, {0x4E00, false}, {0xAC00, false}, {0x1F3FA, false}, {0x1F468, false},
  };
  for (const auto& [character, expected] : cases)
    EXPECT_EQ(is_mark(character), expected) << std::hex << static_cast<unsigned>(character);
}

}  // namespace
}  // namespace article::document
