/// What the figures of an indicator say about the level of its target (妥当な水準).
#pragma once

#include <senryaku/check.hpp>

namespace senryaku {
inline namespace v1 {

/// Two neighbouring values that cannot be in the same unit.
std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules);

}  // namespace v1
}  // namespace senryaku
