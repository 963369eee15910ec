#pragma once

#include <coroutine>
#include <cstdlib>
#include <utility>

/// A function that is done in steps.
namespace article::document {

/// What a coroutine gives that pauses with `co_yield {}`: its locals live on until
/// it is resumed, and end with it.
class Steps {
 public:
  struct Pause {};
  struct promise_type {  // NOLINT(readability-identifier-naming): the language's name
    Steps get_return_object() {
      return Steps(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    static std::suspend_always initial_suspend() noexcept { return {}; }
    static std::suspend_always final_suspend() noexcept { return {}; }
    static std::suspend_always yield_value(Pause /*pause*/) noexcept { return {}; }
    static void return_void() noexcept {}
    [[noreturn]] static void unhandled_exception() noexcept { std::abort(); }
  };

  /// None.
  Steps() = default;
  Steps(Steps&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;
  Steps& operator=(Steps&&) = delete;
  ~Steps() {
    if (handle_) handle_.destroy();
  }

  /// Goes on to the next pause. @return false: to its end.
  bool next() {
    if (!handle_) return false;
    handle_.resume();
    return !handle_.done();
  }

 private:
  explicit Steps(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

}  // namespace article::document
