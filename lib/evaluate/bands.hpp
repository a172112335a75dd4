/// Which class of a scheme a result falls into, and how a rate is printed.
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

/// What the classes are decided by. Absent: unknown.
struct band_question {
  const kpi* indicator = nullptr;
  rate_formula formula = rate_formula::ratio;
  int year = 0;
  rate_gap gap = rate_gap::none;
  std::optional<ratio> rate;
  std::optional<ratio> baseline;
  std::optional<ratio> level;
  std::optional<ratio> actual;
  std::optional<ratio> previous;
  std::string target_text;
};

/// The first class that fits, or nullptr.
const rating_band* choose_band(const rating_scheme& scheme, const band_question& question);

/// The rate in percent (a difference: in its unit), rounded once.
std::optional<decimal> percentage(const ratio& rate, const rate_rounding& rounding,
                                  rate_formula formula = rate_formula::ratio);

/// True when `figure` lies within the bounds of a class of ratings or of a roll-up.
template <class Class>
bool within_bounds(const Class& bounds, const ratio& figure) {
  if (bounds.min && (bounds.min_inclusive ? figure < *bounds.min : figure <= *bounds.min)) return false;
  return !bounds.max || (bounds.max_inclusive ? figure <= *bounds.max : figure < *bounds.max);
}

/// "85%", "7%超過", or empty.
std::string printed_rate(const computed_rate& computed, const rating_scheme& scheme, rate_formula formula);

/// The point of `year` on the straight line from the baseline's year to the final target's.
std::optional<ratio> point_on_line(const kpi& indicator, const ratio& final_level, int year);

}  // namespace v1
}  // namespace senryaku
