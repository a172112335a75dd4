/// What the boundary tests share: handles to call with, the example call of a function, and what every answer must
/// hold.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>

#include "function_table.hpp"

namespace boundary {

/// Counts a failure and says what went wrong with the function and the case at hand.
void expect(bool condition, const std::string& what);
int failures();

/// The case that runs now; a crash is reported with it.
void enter(const char* function_name, const std::string& what);

/// One handle of each type, made from the example strategy.
class handles {
 public:
  handles();
  ~handles();
  handles(const handles&) = delete;
  handles& operator=(const handles&) = delete;
  void* get(handle_type type) const { return kept_[static_cast<std::size_t>(type)]; }

 private:
  std::array<void*, 5> kept_{};
};

/// Does the function take a handle away? Such functions are called with handles of their own only.
bool frees(const function& subject);

/// The example call of a function, on copies of its texts and arrays, so that any argument can be changed and a change
/// of the inputs is noticed.
class call {
 public:
  call(const function& subject, const handles& given);
  call(const call&) = delete;
  call& operator=(const call&) = delete;

  slot& operator[](std::size_t parameter) { return slots_[parameter]; }
  std::string& text(std::size_t parameter) { return texts_[parameter]; }
  /// Gives the text of `parameter` (and its length) anew.
  void set_text(std::size_t parameter, std::string value);

  /// Calls, and verifies what holds of every answer. The status (or the number); `answer` keeps what came out.
  std::int64_t run();
  /// Calls without a look at the answer.
  returned run_unchecked();
  /// Frees what the last run made.
  void release();

  /// Text of the result that the last run made, or what the function returned or filled in, as bytes.
  std::string answer() const;
  const void* output() const { return output_; }
  senryaku_error* error() const { return error_; }

 private:
  void verify_failure(std::int64_t status) const;
  void verify_inputs() const;

  static constexpr std::size_t room = 1 << 14;  ///< elements of every array; the examples need less
  const function& subject_;
  std::vector<slot> slots_;
  std::vector<std::string> texts_;
  std::vector<std::string> texts_before_;
  std::vector<std::unique_ptr<double[]>> arrays_;
  returned returned_;
  void* output_ = nullptr;  ///< handle made
  handle_type output_type_ = handle_type::none;
  senryaku_error* error_ = nullptr;
};

void free_handle(handle_type type, void* handle);
bool is_utf8(std::string_view text);

// The tests. Each prints a line per function or per check.
void refuse_hostile_arguments();
void survive_failing_allocations();
void build_rules_with_failing_allocations();
void make_and_free_without_growth();
void share_handles_between_threads();
void ignore_the_locale();

}  // namespace boundary
