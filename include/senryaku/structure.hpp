/// Structural checks: does the strategy have the parts that the law and the national guides ask for, do they fit
/// together, and does what was printed agree with what was entered. Whether an indicator is a good one is the room
/// `check`; schedule and idea sheets are the room `procedure`.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// Findings `structure.*`, in the order of the document's members; texts and basis in lib/data/messages/structure.json.
/// - まち・ひと・しごと創生法 Art. 10(1), (2), (4): goals, directions, measures; the higher strategies; publication.
/// - Guide of January 2015: numeric target for each goal, KPI for each measure, five years, population vision,
/// residents
///   and 産官学金労言, yearly verification with outside experts.
/// - The framework's own requests (`framework::asks_…`): vision, digital use, a strategy apart from the 総合計画.
/// - Years of yearly targets against the period (final targets are judged in `check`).
/// - `printed…` members that are misprinted, impossible or differ from the value beside them.
/// A framework id that `frameworks` does not hold is a finding; "other" and an empty id are not looked up.
std::vector<finding> check_structure(const strategy& plan, const std::vector<framework>& frameworks,
                                     const std::vector<era>& eras);

}  // namespace v1
}  // namespace senryaku
