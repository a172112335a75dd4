/// Figures that mislead although the rule was followed, as findings.
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

/// What a reader has to know about one indicator's result. `scheme` as it stands for the indicator (`scheme_for`).
std::vector<finding> find_traps(const kpi& indicator, const rating_scheme& scheme, const evaluation_checks& checks,
                                int year, const kpi_evaluation& entry);

/// Targets that a revision of the plan changed: rates before and after are not comparable (目標の引上げ).
std::vector<finding> find_changed_targets(const strategy& plan, int year,
                                          const std::vector<kpi_evaluation>& entries);

}  // namespace v1
}  // namespace senryaku
