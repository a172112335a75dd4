/// What the figures of an indicator say about the level of its target (妥当な水準).
#pragma once

#include <senryaku/check.hpp>
#include <senryaku/series.hpp>

namespace senryaku {
inline namespace v1 {

/// Two neighbouring values that cannot be in the same unit.
std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules);

class examined;

/// Cost if known: what a unit is to cost by the plan, against what it cost in the years of `history`, the values from
/// before the plan. Unknown as long as an amount or a value is missing. Needs a target value and a rising or falling aim.
void check_cost(examined& subject, const std::vector<yearly_value>& history);

}  // namespace v1
}  // namespace senryaku
