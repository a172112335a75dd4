/// How the strategy is being drafted: where the schedule (策定スケジュール) stands on a day, whether its steps come in
/// the right order, and what became of the staff's ideas (アイデア抽出シート).
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// Which of the steps of one kind a rule means.
enum class step_choice { every, first, last };

/// Rule data: the steps of the kind `earlier` have to lie before those of the kind `later`.
struct schedule_rule {
  std::string id;
  milestone_kind earlier = milestone_kind::other;
  step_choice which_earlier = step_choice::every;
  milestone_kind later = milestone_kind::other;
  step_choice which_later = step_choice::every;
  /// Only later steps that do not begin before the first step of this kind: the expert meeting that is given the draft,
  /// not the one that opened the work.
  std::optional<milestone_kind> later_since;
  bool same_day = false;  ///< the later step may begin on the day on which the earlier one ends
  std::string ja;
  std::string en;
  std::vector<citation> sources;
};

/// Rule data: the guides expect a step of one of these kinds in every schedule.
struct expected_step {
  std::string id;
  std::vector<milestone_kind> kinds;
  std::string ja;
  std::string en;
  std::vector<citation> sources;
};

enum class milestone_state {
  done,        ///< a day is recorded
  unrecorded,  ///< its time is over and nothing is recorded
  current,     ///< its time is now
  ahead,
  undated
};

struct milestone_progress {
  std::string id;
  std::string name;
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::optional<civil_day> done_on;
  milestone_state state = milestone_state::undated;
  std::optional<std::int64_t> days_over;  ///< `unrecorded`: days since its planned end
  std::vector<std::string> waits_for;     ///< steps it comes after (`milestone::after`) that are not done
};

/// `unknown`: a day is missing, or the planned spans overlap.
enum class order_state { kept, broken, unknown };

/// One rule applied to the schedule: the pair of steps that decided. Rule "after": the schedule's own order
/// (`milestone::after`).
struct order_check {
  std::string rule;
  order_state state = order_state::unknown;
  std::string ja;
  std::string en;
  std::string earlier;  ///< id of the step that has to come first, where both are there
  std::string later;
  std::optional<civil_day> earlier_ends;
  std::optional<civil_day> later_begins;
};

struct schedule_review {
  std::vector<milestone_progress> milestones;
  std::vector<std::string> next;   ///< ids of the steps ahead that begin first
  std::vector<order_check> order;  ///< rules whose two kinds of steps are both in the schedule
  std::vector<finding> findings;
};

/// Compares the schedule of `plan` with `rules` as of a day, and the days of its regional plans with its period. Codes
/// `procedure.*`. No schedule: the lists are empty. A `done_on` after `as_of` is a plan, not a result, and is found.
schedule_review follow_schedule(const strategy& plan, const std::vector<schedule_rule>& rules,
                                const std::vector<expected_step>& expected, civil_day as_of);

// ---- Idea sheets ---------------------------------------------------------------------------------------------------

/// Rule data: a field of the idea sheet's form. `member` is the member of the sheet's format, with a dot inside objects
/// (solution.means); other names are ignored.
struct idea_field {
  std::string id;  ///< the member
  std::string ja;  ///< label on the form
  std::string en;
  bool required = false;
  std::vector<citation> sources;
};

/// An indicator of a sheet and the KPI that it became.
struct idea_indicator_progress {
  std::string name;
  std::string unit;
  std::string kpi;  ///< id, empty when it became none
  std::string kpi_name;
};

/// One sheet: issue → idea → output and outcome → KPI.
struct idea_progress {
  std::string id;
  std::string issue;
  std::vector<std::string> ideas;
  std::vector<std::string> timings;
  std::vector<idea_indicator_progress> outputs;
  std::vector<idea_indicator_progress> outcomes;
  std::vector<std::string> measures;  ///< ids of the measures that name the sheet or hold its KPIs
  std::string superseded_by;          ///< the sheet of a later round that was copied from this one
  bool taken_up = false;              ///< by a measure or a KPI, itself or the sheet that superseded it
  std::vector<std::string> missing;   ///< `idea_field::id` of required fields without content
};

struct section_ideas {
  std::string section;  ///< 課・係名 as on its first sheet
  std::vector<idea_progress> sheets;
};

struct idea_review {
  std::vector<section_ideas> sections;              ///< in the order of their first sheet
  std::vector<std::string> sections_without_sheet;  ///< named by projects or KPIs of the strategy, and no sheet
  std::vector<std::string> not_taken_up;            ///< ids of sheets
  std::vector<finding> findings;
};

/// What became of the idea sheets of `plan`. Sections are compared by `comparison_key`; a sheet of a subsection
/// (生涯学習課 生涯学習係) counts for its section (生涯学習課). Without any sheet no section is missing one.
idea_review follow_ideas(const strategy& plan, const std::vector<idea_field>& form);

}  // namespace v1
}  // namespace senryaku
