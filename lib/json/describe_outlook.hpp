/// The outlook of indicators and the PDCA cycle, with the rules that they follow.
#pragma once

#include <senryaku/outlook.hpp>
#include <senryaku/pdca_cycle.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(outlook_state, {reached, "reached"}, {on_course, "on-course"}, {first_warning, "first-warning"},
              {will_miss, "will-miss"}, {missed, "missed"}, {unknown, "unknown"});
SENRYAKU_ENUM(outlook_gap, {none, "none"}, {no_actual, "no-actual"}, {no_target, "no-target"},
              {no_target_year, "no-target-year"}, {no_aim, "no-aim"}, {no_start, "no-start"},
              {total_not_running, "total-not-running"}, {not_numeric, "not-numeric"}, {too_large, "too-large"});

template <>
struct describe<survey_interval> {
  static constexpr member_info members[] = {
      member<&survey_interval::text>("text", presence::required),
      member<&survey_interval::years>("years", presence::required),
  };
};

template <>
struct describe<outlook_rules> {
  static constexpr member_info members[] = {
      member<&outlook_rules::warning_below_percent>("warning_below_percent"),
      member<&outlook_rules::miss_below_percent>("miss_below_percent"),
      member<&outlook_rules::band_confidence_percent>("band_confidence_percent"),
      member<&outlook_rules::smallest_trend>("smallest_trend"),
      member<&outlook_rules::jump_score>("jump_score"),
      member<&outlook_rules::jump_factor>("jump_factor"),
      member<&outlook_rules::smallest_jump>("smallest_jump"),
      member<&outlook_rules::stale_after_years>("stale_after_years"),
      member<&outlook_rules::intervals>("intervals"),
      member<&outlook_rules::early_left_percent>("early_left_percent"),
      member<&outlook_rules::base_rate_percent>("base_rate_percent"),
      member<&outlook_rules::unusual_below_percent>("unusual_below_percent"),
      member<&outlook_rules::sources>("sources", presence::required),
  };
};

template <>
struct describe<outlook_figure> {
  static constexpr member_info members[] = {
      member<&outlook_figure::exact>("exact", presence::required),
      member<&outlook_figure::value>("value"),
      member<&outlook_figure::formula>("formula"),
  };
};

template <>
struct describe<outlook_point> {
  static constexpr member_info members[] = {
      member<&outlook_point::year>("year", presence::required),
      member<&outlook_point::value>("value", presence::required),
      member<&outlook_point::baseline>("baseline", presence::required),
  };
};

template <>
struct describe<outlook_trend> {
  static constexpr member_info members[] = {
      member<&outlook_trend::method>("method", presence::required),
      member<&outlook_trend::values>("values", presence::required),
      member<&outlook_trend::slope>("slope", presence::required),
      member<&outlook_trend::at_last_year>("at_last_year", presence::required),
      member<&outlook_trend::low>("low"),
      member<&outlook_trend::high>("high"),
      member<&outlook_trend::confidence_percent>("confidence_percent"),
  };
};

template <>
struct describe<value_jump> {
  static constexpr member_info members[] = {
      member<&value_jump::year>("year", presence::required),
      member<&value_jump::value>("value", presence::required),
      member<&value_jump::expected>("expected", presence::required),
      member<&value_jump::score>("score", presence::required),
      member<&value_jump::likely>("likely"),
  };
};

template <>
struct describe<kpi_outlook> {
  static constexpr member_info members[] = {
      member<&kpi_outlook::kpi>("kpi", presence::required),
      member<&kpi_outlook::name>("name", presence::required),
      member<&kpi_outlook::pointer>("pointer", presence::required),
      member<&kpi_outlook::unit>("unit"),
      member<&kpi_outlook::goal>("goal"),
      member<&kpi_outlook::measure>("measure"),
      member<&kpi_outlook::state>("state", presence::required),
      member<&kpi_outlook::gap>("gap", presence::required),
      member<&kpi_outlook::history>("history"),
      member<&kpi_outlook::last_year>("last_year"),
      member<&kpi_outlook::target_level>("target_level"),
      member<&kpi_outlook::pace>("pace"),
      member<&kpi_outlook::needed_pace>("needed_pace"),
      member<&kpi_outlook::share_of_way>("share_of_way"),
      member<&kpi_outlook::straight_line>("straight_line"),
      member<&kpi_outlook::trend>("trend"),
      member<&kpi_outlook::first_behind>("first_behind"),
      member<&kpi_outlook::reached_in>("reached_in"),
      member<&kpi_outlook::time_left_percent>("time_left_percent"),
      member<&kpi_outlook::too_early>("too_early", presence::required),
      member<&kpi_outlook::jumps>("jumps"),
      member<&kpi_outlook::never_measured>("never_measured", presence::required),
      member<&kpi_outlook::stale_years>("stale_years"),
      member<&kpi_outlook::no_owner>("no_owner", presence::required),
  };
};

template <>
struct describe<outlook_count> {
  static constexpr member_info members[] = {
      member<&outlook_count::state>("state", presence::required),
      member<&outlook_count::count>("count", presence::required),
  };
};

template <>
struct describe<indicator_health> {
  static constexpr member_info members[] = {
      member<&indicator_health::indicators>("indicators", presence::required),
      member<&indicator_health::never_measured>("never_measured", presence::required),
      member<&indicator_health::stale>("stale", presence::required),
      member<&indicator_health::no_owner>("no_owner", presence::required),
      member<&indicator_health::judged>("judged", presence::required),
      member<&indicator_health::reached>("reached", presence::required),
      member<&indicator_health::chance_percent>("chance_percent"),
  };
};

template <>
struct describe<strategy_outlook> {
  static constexpr member_info members[] = {
      member<&strategy_outlook::fiscal_year>("fiscal_year", presence::required),
      member<&strategy_outlook::kpis>("kpis", presence::required),
      member<&strategy_outlook::counts>("counts", presence::required),
      member<&strategy_outlook::health>("health", presence::required),
  };
};

SENRYAKU_ENUM(pdca_phase, {plan, "plan"}, {execute, "do"}, {check, "check"}, {act, "act"});
SENRYAKU_ENUM(cycle_step_kind, {values, "values"}, {rating, "rating"}, {experts, "experts"}, {assembly, "assembly"},
              {decision, "decision"}, {publication, "publication"});
SENRYAKU_ENUM(phase_state, {done, "done"}, {partly, "partly"}, {not_recorded, "not-recorded"});
SENRYAKU_ENUM(calendar_state, {done, "done"}, {overdue, "overdue"}, {current, "current"}, {ahead, "ahead"},
              {not_recorded, "not-recorded"});
SENRYAKU_ENUM(follow_up_state, {none_needed, "none-needed"}, {not_stated, "not-stated"}, {planned, "planned"},
              {overdue, "overdue"}, {done, "done"});
SENRYAKU_ENUM(open_reason, {low_rating_undecided, "low-rating-undecided"},
              {decision_not_followed_up, "decision-not-followed-up"}, {opinion_unanswered, "opinion-unanswered"},
              {difference_unexplained, "difference-unexplained"});

template <>
struct describe<calendar_step> {
  static constexpr member_info members[] = {
      member<&calendar_step::id>("id", presence::required),
      member<&calendar_step::phase>("phase", presence::required),
      member<&calendar_step::recorded_by>("recorded_by", presence::required),
      member<&calendar_step::ja>("ja", presence::required),
      member<&calendar_step::en>("en", presence::required),
      member<&calendar_step::who_ja>("who_ja", presence::required),
      member<&calendar_step::who_en>("who_en", presence::required),
      member<&calendar_step::first_month>("first_month", presence::required),
      member<&calendar_step::last_month>("last_month", presence::required),
      member<&calendar_step::sources>("sources", presence::required),
  };
};

template <>
struct describe<phase_progress> {
  static constexpr member_info members[] = {
      member<&phase_progress::phase>("phase", presence::required),
      member<&phase_progress::state>("state", presence::required),
      member<&phase_progress::count>("count", presence::required),
      member<&phase_progress::total>("total", presence::required),
  };
};

template <>
struct describe<cycle_year> {
  static constexpr member_info members[] = {
      member<&cycle_year::fiscal_year>("fiscal_year", presence::required),
      member<&cycle_year::phases>("phases", presence::required),
      member<&cycle_year::verification>("verification"),
      member<&cycle_year::held_on>("held_on"),
      member<&cycle_year::reported_to_assembly_on>("reported_to_assembly_on"),
      member<&cycle_year::published_on>("published_on"),
  };
};

template <>
struct describe<calendar_entry> {
  static constexpr member_info members[] = {
      member<&calendar_entry::step>("step", presence::required),
      member<&calendar_entry::phase>("phase", presence::required),
      member<&calendar_entry::recorded_by>("recorded_by", presence::required),
      member<&calendar_entry::ja>("ja", presence::required),
      member<&calendar_entry::en>("en", presence::required),
      member<&calendar_entry::who_ja>("who_ja"),
      member<&calendar_entry::who_en>("who_en"),
      member<&calendar_entry::from>("from", presence::required),
      member<&calendar_entry::to>("to", presence::required),
      member<&calendar_entry::done_on>("done_on"),
      member<&calendar_entry::state>("state", presence::required),
  };
};

template <>
struct describe<decision_record> {
  static constexpr member_info members[] = {
      member<&decision_record::fiscal_year>("fiscal_year"),
      member<&decision_record::subject>("subject", presence::required),
      member<&decision_record::name>("name", presence::required),
      member<&decision_record::pointer>("pointer", presence::required),
      member<&decision_record::computed>("computed"),
      member<&decision_record::proposed>("proposed"),
      member<&decision_record::rating>("rating"),
      member<&decision_record::decided_by>("decided_by"),
      member<&decision_record::rating_reason>("rating_reason"),
      member<&decision_record::low>("low"),
      member<&decision_record::differs>("differs"),
      member<&decision_record::decision>("decision"),
      member<&decision_record::decision_reason>("decision_reason"),
      member<&decision_record::follow_up>("follow_up", presence::required),
      member<&decision_record::action>("action"),
      member<&decision_record::opinions>("opinions", presence::required),
      member<&decision_record::unanswered>("unanswered", presence::required),
  };
};

template <>
struct describe<open_matter> {
  static constexpr member_info members[] = {
      member<&open_matter::reason>("reason", presence::required),
      member<&open_matter::fiscal_year>("fiscal_year"),
      member<&open_matter::subject>("subject", presence::required),
      member<&open_matter::name>("name", presence::required),
      member<&open_matter::pointer>("pointer", presence::required),
      member<&open_matter::rating>("rating"),
      member<&open_matter::decision>("decision"),
  };
};

template <>
struct describe<stated_revision> {
  static constexpr member_info members[] = {
      member<&stated_revision::revision>("revision"),
      member<&stated_revision::decided_on>("decided_on"),
      member<&stated_revision::subject>("subject", presence::required),
      member<&stated_revision::name>("name", presence::required),
      member<&stated_revision::member>("member", presence::required),
      member<&stated_revision::from>("from"),
      member<&stated_revision::to>("to"),
      member<&stated_revision::comparable>("comparable", presence::nullable),
      member<&stated_revision::pointer>("pointer", presence::required),
  };
};

template <>
struct describe<pdca_cycle> {
  static constexpr member_info members[] = {
      member<&pdca_cycle::fiscal_year>("fiscal_year", presence::required),
      member<&pdca_cycle::scheme>("scheme"),
      member<&pdca_cycle::years>("years", presence::required),
      member<&pdca_cycle::calendar>("calendar", presence::required),
      member<&pdca_cycle::decisions>("decisions", presence::required),
      member<&pdca_cycle::open>("open", presence::required),
      member<&pdca_cycle::revisions>("revisions"),
  };
};

}  // namespace senryaku::json
