/// KPI checks: the lexicon that goes in and the verdicts that come out.
#pragma once

#include <senryaku/check.hpp>

#include "json/describe_model.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(verdict, {pass, "pass"}, {fail, "fail"}, {unknown, "unknown"});
SENRYAKU_ENUM(cue_place, {anywhere, "anywhere"}, {name_end, "name-end"}, {unit, "unit"});

template <>
struct describe<stage_cue> {
  static constexpr member_info members[] = {
      member<&stage_cue::text>("text", presence::required),
      member<&stage_cue::place>("place"),
      member<&stage_cue::weight>("weight", presence::required),
  };
};

template <>
struct describe<stage_lexicon> {
  static constexpr member_info members[] = {
      member<&stage_lexicon::decided_from>("decided_from", presence::required),
      member<&stage_lexicon::sources>("sources", presence::required),
      member<&stage_lexicon::cues>("cues", presence::required),
  };
};

template <>
struct describe<found_cue> {
  static constexpr member_info members[] = {
      member<&found_cue::text>("text", presence::required),
      member<&found_cue::weight>("weight", presence::required),
  };
};

template <>
struct describe<stage_decision> {
  static constexpr member_info members[] = {
      member<&stage_decision::stage>("stage"),
      member<&stage_decision::score>("score", presence::required),
      member<&stage_decision::cues>("cues", presence::required),
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
