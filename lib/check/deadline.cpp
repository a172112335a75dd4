#include <algorithm>

#include "check/examined.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::optional<int> first_year(const strategy& plan) {
  if (!plan.period.start) return std::nullopt;
  return fiscal_year::of(*plan.period.start).value();
}

/// A target year that is not after the newest value known when the target stood has nothing left to be reached. A
/// result of the plan itself is no such value.
void check_against_values(examined& subject, int year) {
  const auto start = first_year(subject.plan);
  std::optional<int> newest;
  if (subject.baseline() != nullptr) newest = subject.indicator.baseline->year;
  for (const auto& actual : subject.indicator.actuals) {
    const bool of_the_plan = start && actual.year && *actual.year >= *start;
    if (actual.value && actual.year && !of_the_plan && (!newest || *actual.year > *newest)) newest = actual.year;
  }
  if (!newest || year > *newest) return;
  subject.fail(subject.result.time_bounded, "kpi.deadline.not-after-newest", "target",
               {{"year", std::to_string(year)}, {"newest", std::to_string(*newest)}});
}

void check_against_period(examined& subject, int year) {
  verdict& letter = subject.result.time_bounded;
  const auto start = first_year(subject.plan);
  const auto last = last_day(subject.plan);
  if (last) {
    const int last_year = fiscal_year::of(*last).value();
    const std::vector<finding_value> values{{"year", std::to_string(year)}, {"last_year", std::to_string(last_year)}};
    if (year > last_year + 1) {
      subject.fail(letter, "kpi.deadline.after-period", "target", values);
    } else if (year == last_year + 1) {
      subject.add("kpi.deadline.year-after-period", "target", values);
    }
  }
  if (!start) return;
  if (year < *start) subject.fail(letter, "kpi.deadline.before-period", "target", {{"year", std::to_string(year)}});
  const bool has_interim = std::any_of(subject.indicator.targets.begin(), subject.indicator.targets.end(),
                                       [](const target& t) { return t.value || !t.text.empty(); });
  if (std::int64_t{year} - *start >= subject.rules.interim_years && !has_interim && subject.target_value() != nullptr) {
    subject.add("kpi.target.interim-missing", "target", {{"year", std::to_string(year)}});
  }
}

}  // namespace

void check_time_bounded(examined& subject) {
  const auto& goal_year = subject.indicator.target;
  verdict& letter = subject.result.time_bounded;
  if (!goal_year || (!goal_year->year && !goal_year->day)) {
    if (goal_year && !goal_year->printed_period.empty()) return;  // a period in words: not decided
    if (subject.indicator.targets.empty()) subject.fail(letter, "kpi.deadline.missing", goal_year ? "target" : "");
    return;
  }
  letter = verdict::pass;
  const int year = goal_year->year ? *goal_year->year : fiscal_year::of(*goal_year->day).value();
  check_against_values(subject, year);
  check_against_period(subject, year);
}

}  // namespace v1
}  // namespace senryaku
