// Runs a target of fuzzing over its seeds and past findings, a test for each file: without
// libFuzzer, by any compiler.

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// A promise that is broken ends the program, and so the test.
class Replay : public testing::Test {
 public:
  explicit Replay(std::filesystem::path file) : file_(std::move(file)) {}
  void TestBody() override {
    std::ifstream in(file_, std::ios::binary);
    ASSERT_TRUE(in) << file_;
    const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }

 private:
  std::filesystem::path file_;
};

/// `seeds/two-runs.txt` is `two_runs_txt`: GoogleTest takes letters, digits and `_` only.
std::string name_of(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

void register_folder(const std::filesystem::path& folder) {
  std::error_code none;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  const bool finding = folder.parent_path().filename() == "findings";
  for (const std::filesystem::path& file : files)
    testing::RegisterTest(finding ? "Finding" : "Seed", name_of(file).c_str(), nullptr, nullptr,
                          file.c_str(), 1, [file]() -> testing::Test* { return new Replay(file); });
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::istringstream folders(ARTICLE_FUZZ_FOLDERS);
  for (std::string folder; std::getline(folders, folder, ':');) register_folder(folder);
  return RUN_ALL_TESTS();
}
