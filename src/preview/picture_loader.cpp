#include "preview/picture_loader.h"

#include <algorithm>
#include <utility>

#include "preview/fetch.h"

namespace article::preview {
namespace {

/// A slow server must not hold up the other pictures.
constexpr int kWorkers = 4;

}  // namespace

PictureLoader::PictureLoader(std::function<void()> arrived) : arrived_(std::move(arrived)) {
  for (int i = 0; i < kWorkers; ++i) workers_.emplace_back([this] { work(); });
}

PictureLoader::~PictureLoader() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wanted_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

PictureLoader::Serial PictureLoader::load(std::string url, int cover_width, int cover_height) {
  Serial serial = 0;
  {
    const std::lock_guard lock(mutex_);
    serial = ++last_;
    jobs_.push_back({serial, std::move(url), std::max(1, cover_width), std::max(1, cover_height)});
  }
  wanted_.notify_one();
  return serial;
}

void PictureLoader::cancel(Serial serial) {
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [serial](const Job& job) { return job.serial == serial; });
}

std::vector<PictureLoader::Arrival> PictureLoader::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(arrivals_, {});
}

bool PictureLoader::wait(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  return present_.wait_until(lock, until, [this] { return !arrivals_.empty(); });
}

void PictureLoader::work() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wanted_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
      if (stop_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    Arrival arrival;
    arrival.serial = job.serial;
    if (Result<Fetched> fetched = fetch(job.url, kPictureLimits, stop_))
      arrival.picture = decode_picture(fetched.value->bytes, job.cover_width, job.cover_height);
    else
      arrival.picture = Result<DecodedPicture>::failed(std::move(fetched.error));
    if (!arrival.picture) arrival.picture.error = job.url + ": " + arrival.picture.error;
    {
      const std::lock_guard lock(mutex_);
      if (stop_) return;
      arrivals_.push_back(std::move(arrival));
    }
    present_.notify_all();
    arrived_();
  }
}

}  // namespace article::preview
