/// The PDCA cycle of a strategy: where each fiscal year stands between Plan, Do, Check and Act, what people decided
/// beside what the figures propose, and what is still open.
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

/// `execute` is written "do".
enum class pdca_phase { plan, execute, check, act };

/// What one step of the yearly verification is recorded by.
enum class cycle_step_kind {
  values,      ///< results of the year are recorded
  rating,      ///< ratings, or a verification, are recorded
  experts,     ///< `verification::held_on`, or expert opinions
  assembly,    ///< `verification::reported_to_assembly_on`
  decision,    ///< decisions on what to do next
  publication  ///< `verification::published_on` or its address
};

/// A step of the yearly calendar (効果検証の年間日程), as towns keep it. Rule data: the months are customary, not law.
struct calendar_step {
  std::string id;
  pdca_phase phase = pdca_phase::check;
  cycle_step_kind recorded_by = cycle_step_kind::values;
  std::string ja;
  std::string en;
  std::string who_ja;  ///< whose step it is
  std::string who_en;
  int first_month = 4;  ///< months of the fiscal year after the one that is verified; January to March are its last
  int last_month = 3;
  std::vector<citation> sources;
};

enum class phase_state { done, partly, not_recorded };

/// How far one phase of a fiscal year is recorded: `count` of `total` things.
struct phase_progress {
  pdca_phase phase = pdca_phase::plan;
  phase_state state = phase_state::not_recorded;
  std::int64_t count = 0;
  std::int64_t total = 0;
};

/// One fiscal year. Plan: indicators with a target to be held against. Do: indicators with a result of the year. Check:
/// indicators with a result that a verification rated. Act: low ratings that have a decision.
struct cycle_year {
  int fiscal_year = 0;
  std::vector<phase_progress> phases;
  std::string verification;  ///< id, empty when none is recorded
  std::optional<civil_day> held_on;
  std::optional<civil_day> reported_to_assembly_on;
  std::optional<civil_day> published_on;
};

enum class calendar_state { done, overdue, current, ahead, not_recorded };

/// A step of the calendar for the fiscal year that is verified.
struct calendar_entry {
  std::string step;
  pdca_phase phase = pdca_phase::check;
  cycle_step_kind recorded_by = cycle_step_kind::values;
  std::string ja;
  std::string en;
  std::string who_ja;
  std::string who_en;
  civil_day from;
  civil_day to;
  std::optional<civil_day> done_on;                     ///< where the document tells the day
  calendar_state state = calendar_state::not_recorded;  ///< `overdue`, `current`, `ahead` need a day to look from
};

/// What became of a decision in the next year.
enum class follow_up_state {
  none_needed,  ///< the decision asks for no change, or none was taken
  not_stated,   ///< a change was decided and nothing says what is done about it
  planned,
  overdue,  ///< its year is over and it is not done
  done
};

/// The figures' proposal and the people's decision on one element in one year, side by side.
struct decision_record {
  std::optional<int>
      fiscal_year;      ///< the year that was verified; unknown where the verification tells neither it nor its day
  std::string subject;  ///< id of a KPI, measure, goal or project
  std::string name;
  std::string pointer;   ///< of the verification's result; of the subject where none is recorded
  std::string computed;  ///< rating by the scheme, from the document's figures
  std::string proposed;  ///< rating that was proposed, as recorded
  std::string rating;    ///< as decided by people
  std::string decided_by;
  std::string rating_reason;
  std::optional<bool> low;  ///< by the scheme's classes; unknown for a symbol that it does not have
  std::optional<bool>
      differs;  ///< the decided rating is another than the proposed or computed one; unknown without both
  std::optional<senryaku::decision> decision;
  std::string decision_reason;
  follow_up_state follow_up = follow_up_state::none_needed;
  std::string action;
  std::int64_t opinions = 0;
  std::int64_t unanswered = 0;
};

enum class open_reason { low_rating_undecided, decision_not_followed_up, opinion_unanswered, difference_unexplained };

struct open_matter {
  open_reason reason = open_reason::low_rating_undecided;
  std::optional<int> fiscal_year;
  std::string subject;
  std::string name;
  std::string pointer;
  std::string rating;
  std::optional<senryaku::decision> decision;
};

/// A change that a revision of the plan states, with what it does to the comparison of years.
struct stated_revision {
  std::string revision;  ///< id
  std::optional<civil_day> decided_on;
  std::string subject;
  std::string name;
  std::string member;
  std::string from;
  std::string to;
  std::optional<bool> comparable;  ///< as the town states it
  std::string pointer;
};

struct pdca_cycle {
  std::int64_t fiscal_year = 0;
  std::string scheme;  ///< by which ratings were computed and read
  std::vector<cycle_year>
      years;  ///< from the plan's first year to `fiscal_year`; that year alone where the period is unknown
  std::vector<calendar_entry> calendar;    ///< of `fiscal_year`
  std::vector<decision_record> decisions;  ///< of `fiscal_year` and the year before
  std::vector<open_matter> open;
  std::vector<stated_revision> revisions;
  std::vector<finding> findings;  ///< codes `cycle.*`
};

/// The cycle as of the end of fiscal year `year`. `scheme`: rates where a verification names no scheme of `schemes`.
/// `as_of`: the day to look from at the calendar; without it nothing is overdue.
pdca_cycle follow_cycle(const strategy& plan, const rating_scheme& scheme, const std::vector<rating_scheme>& schemes,
                        const std::vector<calendar_step>& calendar, int year, std::optional<civil_day> as_of);

}  // namespace v1
}  // namespace senryaku
