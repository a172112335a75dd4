/// KPI checks: the stage model that goes in and the verdicts that come out.
#pragma once

#include <senryaku/check.hpp>

#include "json/describe_model.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(verdict, {pass, "pass"}, {fail, "fail"}, {unknown, "unknown"});
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
struct describe<stage_cue> {
  static constexpr member_info members[] = {
      member<&stage_cue::text>("text", presence::required),
      member<&stage_cue::means>("means", presence::required),
      member<&stage_cue::weight>("weight", presence::required),
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
struct describe<kpi_check_rules> {
  static constexpr member_info members[] = {
      member<&kpi_check_rules::slogan_endings>("slogan_endings", presence::required),
      member<&kpi_check_rules::vague_terms>("vague_terms", presence::required),
      member<&kpi_check_rules::act_pairs>("act_pairs", presence::required),
      member<&kpi_check_rules::counters>("counters", presence::required),
      member<&kpi_check_rules::quantity_endings>("quantity_endings", presence::required),
      member<&kpi_check_rules::ratio_units>("ratio_units", presence::required),
      member<&kpi_check_rules::ratio_names>("ratio_names", presence::required),
      member<&kpi_check_rules::count_units>("count_units", presence::required),
      member<&kpi_check_rules::pace_times>("pace_times", presence::required),
      member<&kpi_check_rules::turn_gap_percent>("turn_gap_percent", presence::required),
      member<&kpi_check_rules::scale_jump>("scale_jump", presence::required),
      member<&kpi_check_rules::smallest_sample>("smallest_sample", presence::required),
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
  };
};

}  // namespace senryaku::json
