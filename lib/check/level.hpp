/// Is the level of a target adequate: side, distance, pace against history (妥当な水準).
#pragma once

#include <senryaku/check.hpp>

namespace senryaku {
inline namespace v1 {

/// What is wrong with the level of an indicator that has an aim and a target value. Codes and values only.
std::vector<finding> check_level(const kpi& indicator, const strategy& plan, const kpi_check_rules& rules);

/// Two neighbouring values that cannot be in the same unit.
std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules);

}  // namespace v1
}  // namespace senryaku
