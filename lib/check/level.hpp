/// What the figures of an indicator say about the level of its target (妥当な水準).
#pragma once

#include <senryaku/check.hpp>

namespace senryaku {
inline namespace v1 {

/// Two neighbouring values that cannot be in the same unit.
std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules);

/// A known value of a year.
struct known_value {
  int year = 0;
  decimal value;
};

/// The values known before the plan began, the baseline among them, one for a year, in order: a result of the plan is
/// success, not a low target. All known values where the plan's start is not known.
std::vector<known_value> history_of(const kpi& indicator, const strategy& plan);

/// How a series moves: robust, so that one odd year does not decide (Theil–Sen).
struct trend {
  ratio low;     ///< lower quartile of the yearly changes between every two values
  ratio middle;  ///< their median
  ratio high;    ///< upper quartile
  ratio spread;  ///< median distance of the values from the line of the median change
};
/// No value for fewer than two values, or where exact numbers do not suffice.
std::optional<trend> trend_of(const std::vector<known_value>& history);

}  // namespace v1
}  // namespace senryaku
