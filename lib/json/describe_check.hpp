/// KPI checks: the stage model that goes in and the verdicts that come out.
#pragma once

#include <senryaku/check.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(verdict, {pass, "pass"}, {fail, "fail"}, {unknown, "unknown"});
SENRYAKU_ENUM(stage_cue_kind, {word, "word"}, {link, "link"}, {ending, "ending"}, {unit, "unit"}, {aside, "aside"},
              {context, "context"});
SENRYAKU_ENUM(stage_word_kind, {verb, "verb"}, {light, "light"}, {noun, "noun"}, {link, "link"});

template <>
struct describe<stage_word_class> {
  static constexpr member_info members[] = {
      member<&stage_word_class::id>("id", presence::required),
      member<&stage_word_class::kind>("kind", presence::required),
      member<&stage_word_class::reason>("reason", presence::required),
      member<&stage_word_class::words>("words", presence::required),
  };
};

template <>
struct describe<stage_word_group> {
  static constexpr member_info members[] = {
      member<&stage_word_group::id>("id", presence::required),
      member<&stage_word_group::words>("words", presence::required),
  };
};

template <>
struct describe<stage_weight> {
  static constexpr member_info members[] = {
      member<&stage_weight::cue>("cue", presence::required),
      member<&stage_weight::weight>("weight", presence::required),
  };
};

template <>
struct describe<stage_knot> {
  static constexpr member_info members[] = {
      member<&stage_knot::distance>("distance", presence::required),
      member<&stage_knot::confidence>("confidence", presence::required),
  };
};

template <>
struct describe<stage_model> {
  static constexpr member_info members[] = {
      member<&stage_model::sources>("sources", presence::required),
      member<&stage_model::sure_from>("sure_from", presence::required),
      member<&stage_model::start>("start", presence::required),
      member<&stage_model::input_confidence>("input_confidence", presence::required),
      member<&stage_model::calibration>("calibration", presence::required),
      member<&stage_model::classes>("classes", presence::required),
      member<&stage_model::heads>("heads", presence::required),
      member<&stage_model::tails>("tails", presence::required),
      member<&stage_model::units>("units", presence::required),
      member<&stage_model::weights>("weights", presence::required),
  };
};

template <>
struct describe<stage_meaning> {
  static constexpr member_info members[] = {
      member<&stage_meaning::id>("id", presence::required),
      member<&stage_meaning::ja>("ja", presence::required),
      member<&stage_meaning::en>("en", presence::required),
  };
};

template <>
struct describe<stage_glossary> {
  static constexpr member_info members[] = {
      member<&stage_glossary::meanings>("meanings", presence::required),
      member<&stage_glossary::left_out>("left_out", presence::required),
      member<&stage_glossary::words>("words", presence::required),
  };
};

template <>
struct describe<stage_cue> {
  static constexpr member_info members[] = {
      member<&stage_cue::text>("text", presence::required),
      member<&stage_cue::kind>("kind", presence::required),
      member<&stage_cue::means>("means", presence::required),
      member<&stage_cue::ja>("ja"),
      member<&stage_cue::en>("en"),
      member<&stage_cue::gloss>("gloss"),
      member<&stage_cue::weight>("weight", presence::required),
      member<&stage_cue::decides>("decides", presence::required),
  };
};

template <>
struct describe<stage_verdict> {
  static constexpr member_info members[] = {
      member<&stage_verdict::label>("label", presence::required),
      member<&stage_verdict::stage>("stage"),
      member<&stage_verdict::confidence>("confidence", presence::required),
      member<&stage_verdict::unsure>("unsure", presence::required),
      member<&stage_verdict::contradicts_declared>("contradicts_declared", presence::required),
      member<&stage_verdict::score>("score", presence::required),
      member<&stage_verdict::cues>("cues", presence::required),
  };
};

template <>
struct describe<outcome_example> {
  static constexpr member_info members[] = {
      member<&outcome_example::name>("name", presence::required),
      member<&outcome_example::unit>("unit"),
      member<&outcome_example::body>("body", presence::required),
      member<&outcome_example::url>("url", presence::required),
  };
};

template <>
struct describe<indicator_field> {
  static constexpr member_info members[] = {
      member<&indicator_field::id>("id", presence::required),
      member<&indicator_field::name_ja>("name_ja", presence::required),
      member<&indicator_field::name_en>("name_en", presence::required),
      member<&indicator_field::words>("words", presence::required),
      member<&indicator_field::outcomes>("outcomes", presence::required),
  };
};

template <>
struct describe<far_outcome> {
  static constexpr member_info members[] = {
      member<&far_outcome::words>("words", presence::required),
      member<&far_outcome::fields>("fields", presence::required),
  };
};

template <>
struct describe<contested_kind> {
  static constexpr member_info members[] = {
      member<&contested_kind::endings>("endings", presence::required),
      member<&contested_kind::question_ja>("question_ja", presence::required),
      member<&contested_kind::question_en>("question_en", presence::required),
  };
};

template <>
struct describe<level_band> {
  static constexpr member_info members[] = {
      member<&level_band::year>("year", presence::required),
      member<&level_band::first_year>("first_year", presence::required),
      member<&level_band::last_year>("last_year", presence::required),
      member<&level_band::points>("points", presence::required),
      member<&level_band::low>("low", presence::required),
      member<&level_band::middle>("middle", presence::required),
      member<&level_band::high>("high", presence::required),
      member<&level_band::confidence_percent>("confidence_percent", presence::required),
  };
};

template <>
struct describe<unit_cost> {
  static constexpr member_info members[] = {
      member<&unit_cost::first_year>("first_year"),
      member<&unit_cost::last_year>("last_year"),
      member<&unit_cost::yen>("yen", presence::required),
      member<&unit_cost::units>("units", presence::required),
      member<&unit_cost::each_yen>("each_yen", presence::required),
  };
};

template <>
struct describe<goal_stages> {
  static constexpr member_info members[] = {
      member<&goal_stages::goal>("goal"),
      member<&goal_stages::name>("name"),
      member<&goal_stages::outcome>("outcome", presence::required),
      member<&goal_stages::output>("output", presence::required),
      member<&goal_stages::input>("input", presence::required),
      member<&goal_stages::undecided>("undecided", presence::required),
  };
};

template <>
struct describe<kpi_check_rules> {
  static constexpr member_info members[] = {
      member<&kpi_check_rules::slogan_endings>("slogan_endings", presence::required),
      member<&kpi_check_rules::survey_endings>("survey_endings", presence::required),
      member<&kpi_check_rules::sentence_endings>("sentence_endings", presence::required),
      member<&kpi_check_rules::open_endings>("open_endings", presence::required),
      member<&kpi_check_rules::closed_names>("closed_names", presence::required),
      member<&kpi_check_rules::bare_names>("bare_names", presence::required),
      member<&kpi_check_rules::vague_endings>("vague_endings", presence::required),
      member<&kpi_check_rules::act_pairs>("act_pairs", presence::required),
      member<&kpi_check_rules::counters>("counters", presence::required),
      member<&kpi_check_rules::quantity_endings>("quantity_endings", presence::required),
      member<&kpi_check_rules::ratio_units>("ratio_units", presence::required),
      member<&kpi_check_rules::ratio_names>("ratio_names", presence::required),
      member<&kpi_check_rules::count_units>("count_units", presence::required),
      member<&kpi_check_rules::contested_kinds>("contested_kinds"),
      member<&kpi_check_rules::total_marks>("total_marks"),
      member<&kpi_check_rules::one_year_marks>("one_year_marks"),
      member<&kpi_check_rules::span_units>("span_units"),
      member<&kpi_check_rules::person_counts>("person_counts"),
      member<&kpi_check_rules::person_units>("person_units"),
      member<&kpi_check_rules::open_ratio_names>("open_ratio_names", presence::required),
      member<&kpi_check_rules::denominator_marks>("denominator_marks", presence::required),
      member<&kpi_check_rules::share_names>("share_names", presence::required),
      member<&kpi_check_rules::signed_terms>("signed_terms", presence::required),
      member<&kpi_check_rules::many_causes_terms>("many_causes_terms", presence::required),
      member<&kpi_check_rules::far_outcomes>("far_outcomes", presence::required),
      member<&kpi_check_rules::pace_times>("pace_times", presence::required),
      member<&kpi_check_rules::spread_times>("spread_times", presence::required),
      member<&kpi_check_rules::turn_gap_percent>("turn_gap_percent", presence::required),
      member<&kpi_check_rules::yearly_marks>("yearly_marks", presence::required),
      member<&kpi_check_rules::cost_notice_percent>("cost_notice_percent", presence::required),
      member<&kpi_check_rules::scale_jump>("scale_jump", presence::required),
      member<&kpi_check_rules::ceiling_percent>("ceiling_percent", presence::required),
      member<&kpi_check_rules::band_confidence_percent>("band_confidence_percent", presence::required),
      member<&kpi_check_rules::smallest_sample>("smallest_sample", presence::required),
      member<&kpi_check_rules::interim_years>("interim_years", presence::required),
      member<&kpi_check_rules::overload_from>("overload_from", presence::required),
      member<&kpi_check_rules::proposals>("proposals", presence::required),
      member<&kpi_check_rules::sources>("sources", presence::required),
  };
};

template <>
struct describe<kpi_check> {
  static constexpr member_info members[] = {
      member<&kpi_check::kpi>("kpi", presence::required),
      member<&kpi_check::name>("name", presence::required),
      member<&kpi_check::pointer>("pointer", presence::required),
      member<&kpi_check::stage>("stage", presence::required),
      member<&kpi_check::specific>("specific", presence::required),
      member<&kpi_check::measurable>("measurable", presence::required),
      member<&kpi_check::achievable>("achievable", presence::required),
      member<&kpi_check::relevant>("relevant", presence::required),
      member<&kpi_check::time_bounded>("time_bounded", presence::required),
      member<&kpi_check::objective_result>("objective_result", presence::required),
      member<&kpi_check::directness>("directness", presence::required),
      member<&kpi_check::adequate_level>("adequate_level", presence::required),
      member<&kpi_check::field>("field"),
      member<&kpi_check::band>("band"),
      member<&kpi_check::cost_planned>("cost_planned"),
      member<&kpi_check::cost_recorded>("cost_recorded"),
      member<&kpi_check::proposals>("proposals"),
  };
};

}  // namespace senryaku::json
