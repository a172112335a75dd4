/// Values far off the line through all others: typing errors, or years that want an explanation.
#pragma once

#include <senryaku/outlook.hpp>

namespace senryaku {
inline namespace v1 {

/// The outliers among `history` by the modified z-score of each value against the robust trend of the others. The
/// spread is the others' median deviation from their trend, and at least their median change a year; a history without
/// any spread has no outliers. `decimals`: of the rounded figures.
std::vector<value_jump> find_jumps(const std::vector<yearly_value>& history, const outlook_rules& rules, int decimals);

}  // namespace v1
}  // namespace senryaku
