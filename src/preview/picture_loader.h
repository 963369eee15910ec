#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "preview/picture_decoder.h"
#include "preview/result.h"

namespace article::preview {

/// Fetches and decodes pictures on threads of its own.
class PictureLoader {
 public:
  using Serial = std::uint64_t;
  struct Arrival {
    Serial serial = 0;
    Result<DecodedPicture> picture;
  };

  /// @param arrived called on a worker thread whenever `take` has something
  ///   new.
  explicit PictureLoader(std::function<void()> arrived);
  /// Gives up what is under way.
  ~PictureLoader();
  PictureLoader(const PictureLoader&) = delete;
  PictureLoader& operator=(const PictureLoader&) = delete;

  /// @return the number that the arrival bears, never 0.
  Serial load(std::string url, int cover_width, int cover_height);
  /// Not wanted any more; it may arrive nevertheless.
  void cancel(Serial serial);
  [[nodiscard]] std::vector<Arrival> take();
  /// Waits until there is something to take. @return whether there is.
  bool wait(std::chrono::steady_clock::time_point until);

 private:
  struct Job {
    Serial serial = 0;
    std::string url;
    int cover_width = 0;
    int cover_height = 0;
  };
  void work();

  std::function<void()> arrived_;
  std::mutex mutex_;
  std::condition_variable wanted_;   ///< jobs_ or stop_ changed
  std::condition_variable present_;  ///< arrivals_ changed
  std::deque<Job> jobs_;
  std::vector<Arrival> arrivals_;
  Serial last_ = 0;
  std::atomic<bool> stop_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace article::preview
