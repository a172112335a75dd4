/// Coverage (漏れなく記載): strategy and regional revitalisation plan (地域再生計画) against each other, and the plan's
/// digest derived from the strategy.
///
/// A project that is to get support of 地域再生法 Art. 5(4) has to stand in the strategy and in the certified plan. The
/// plan's form: 地域再生計画認定申請マニュアル (総論); consistency: certified plans, see `messages/coverage.json`.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku {
inline namespace v1 {

/// What does not agree, in both directions, as findings `coverage.*` with pointers into the document. Statements that a
/// document does not make are not compared.
std::vector<finding> check_coverage(const strategy& plan);
/// The same, knowing which programmes rest on a certified plan.
std::vector<finding> check_coverage(const strategy& plan, const programme_catalogue& catalogue);

}  // namespace v1
}  // namespace senryaku
