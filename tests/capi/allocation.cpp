// Memory: every allocation of every function fails once, and nothing grows. Stands in for the operators new and delete
// of the whole process, the shared library included.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>

#include "boundary.hpp"

namespace {

std::atomic<std::int64_t> live{0};
std::atomic<std::int64_t> until_failure{-1};  ///< −1: none fails; 0: the next one
std::atomic<bool> failed{false};

void* allocate(std::size_t size, std::size_t alignment) noexcept {
  if (until_failure.load(std::memory_order_relaxed) >= 0 && until_failure.fetch_sub(1) == 0) {
    failed = true;
    return nullptr;
  }
  void* memory = alignment > alignof(std::max_align_t)
                     ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                     : std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) live.fetch_add(1, std::memory_order_relaxed);
  return memory;
}

void* allocate_or_throw(std::size_t size, std::size_t alignment = 1) {
  void* memory = allocate(size, alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void release(void* memory) noexcept {
  if (memory == nullptr) return;
  live.fetch_sub(1, std::memory_order_relaxed);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
  return allocate_or_throw(size);
}
void* operator new[](std::size_t size) {
  return allocate_or_throw(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 1);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 1);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
  release(memory);
}
void operator delete[](void* memory) noexcept {
  release(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  release(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  release(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  release(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  release(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  release(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept {
  release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  release(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
  release(memory);
}

namespace boundary {
namespace {

/// No block more than before. Counted first: the words of a failure need memory themselves.
void expect_as_before(std::int64_t before) {
  const std::int64_t more = live - before;
  expect(more == 0, std::to_string(more) + " blocks more than before");
}

/// The allocation that fails next: every one of the first 2,000, then ever fewer, because each attempt costs what it
/// took to come so far (a copy of all rules is 100,000 blocks).
std::int64_t next_to_fail(std::int64_t index) {
  return index + 1 + (index > 2000 ? index / 64 : 0);
}

/// Calls with the allocation number `index` failing; whether there was one. A call that gets by without it (a sort
/// takes the slow way when there is no memory for the fast one) must give the same answer.
bool fails_cleanly(const function& subject, const handles& given, std::int64_t index, const std::string& expected) {
  call attempt(subject, given);
  const std::int64_t before = live;
  failed = false;
  until_failure = index;
  const returned outcome = attempt.run_unchecked();
  until_failure = -1;
  const bool was_reached = failed;
  if (was_reached && subject.returns == result::status && outcome.number != SENRYAKU_OK) {
    expect(outcome.number == SENRYAKU_E_MEMORY, "status " + std::to_string(outcome.number));
    expect(attempt.output() == nullptr, "an output in spite of the failure");
  } else {
    expect(attempt.answer() == expected, "another answer");
  }
  attempt.release();
  expect_as_before(before);
  return was_reached;
}

/// The refusal of a wrong text, with every allocation failing: the reasons may be lost, the status may not be.
bool refuses_cleanly(const function& subject, const handles& given, std::size_t i, std::int64_t index) {
  call attempt(subject, given);
  attempt.set_text(i, "{\"no such member\": [1, 2]}");
  const std::int64_t before = live;
  failed = false;
  until_failure = index;
  const std::int64_t status = attempt.run_unchecked().number;
  until_failure = -1;
  const bool was_reached = failed;
  expect(status != SENRYAKU_OK || attempt.output() != nullptr, "success without an output");
  attempt.release();
  expect_as_before(before);
  return was_reached;
}

std::string answer_without_failure(const function& subject, const handles& given) {
  call good(subject, given);
  good.run();
  std::string answer = good.answer();
  good.release();
  return answer;
}

}  // namespace

void survive_failing_allocations() {
  const handles given;
  for (const auto& subject : functions()) {
    if (frees(subject)) continue;
    const int before = failures();
    enter(subject.name, "example");
    const std::string expected = answer_without_failure(subject, given);
    std::int64_t failing = 0;
    do {
      enter(subject.name, "allocation " + std::to_string(failing) + " fails");
      if (!fails_cleanly(subject, given, failing, expected)) break;
      failing = next_to_fail(failing);
    } while (failures() - before < 5);
    std::int64_t refusing = 0;
    for (std::size_t i = 0; i < subject.parameters.size(); ++i) {
      if (subject.parameters[i].how != passing::text) continue;
      std::int64_t index = 0;
      do {
        enter(subject.name, "refusing, allocation " + std::to_string(index) + " fails");
        if (!refuses_cleanly(subject, given, i, index)) break;
        index = next_to_fail(index);
      } while (failures() - before < 5);
      refusing += index;
    }
    std::printf("%s %s: %lld allocations, %lld when refusing\n", failures() == before ? "ok    " : "FAILED",
                subject.name, static_cast<long long>(failing), static_cast<long long>(refusing));
  }
}

/// The built-in rules are built by the first call that needs them. When that fails for want of memory, the next may try
/// again. Steps grow, because each attempt costs what building costs.
void build_rules_with_failing_allocations() {
  constexpr std::string_view request = "{\"codes\":[\"kpi.target.wrong-side\"]}";
  std::int64_t attempts = 0;
  for (std::int64_t index = 0;; index += index / 8 + 1) {
    enter("senryaku_explain", "first use, allocation " + std::to_string(index) + " fails");
    const std::int64_t before = live;
    senryaku_result* made = nullptr;
    failed = false;
    until_failure = index;
    const std::int32_t status =
        senryaku_explain(nullptr, request.data(), static_cast<std::int64_t>(request.size()), &made, nullptr);
    until_failure = -1;
    senryaku_result_free(made);
    if (status == SENRYAKU_OK && !failed) break;
    ++attempts;
    expect(status == SENRYAKU_E_MEMORY, "status " + std::to_string(status));
    expect_as_before(before);
    if (failures() > 5) break;
  }
  std::printf("the built-in rules are built after %lld failures\n", static_cast<long long>(attempts));
}

/// Makes and frees what each maker of handles makes: 10,000 times, or as often as a second of work allows, but 100
/// times. Blocks are counted exactly, so that a single one that is left shows.
void make_and_free_without_growth() {
  const handles given;
  for (const auto& subject : functions()) {
    const bool makes = std::any_of(subject.parameters.begin(), subject.parameters.end(),
                                   [](const parameter& wanted) { return wanted.how == passing::handle_out; });
    if (!makes) continue;
    enter(subject.name, "again and again");
    answer_without_failure(subject, given);
    call repeated(subject, given);
    const std::int64_t before = live;
    const std::clock_t end = std::clock() + CLOCKS_PER_SEC;
    int rounds = 0;
    while (rounds < 10000 && (rounds < 100 || std::clock() < end)) {
      repeated.run_unchecked();
      repeated.release();
      ++rounds;
    }
    expect_as_before(before);
    std::printf("%s: %d times\n", subject.name, rounds);
  }
}

}  // namespace boundary
