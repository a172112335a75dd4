/// What changed between two versions of a strategy, or two years.
#pragma once

#include <senryaku/comparison.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(element_kind, {goal, "goal"}, {direction, "direction"}, {measure, "measure"},
              {numeric_target, "numeric-target"}, {kpi, "kpi"}, {project, "project"});

SENRYAKU_ENUM(matched_by, {id, "id"}, {name, "name"}, {renamed, "renamed"});
SENRYAKU_ENUM(change_kind, {added, "added"}, {removed, "removed"}, {changed, "changed"}, {unchanged, "unchanged"});
SENRYAKU_ENUM(member_meaning, {other, "other"}, {renamed, "renamed"}, {redefined, "redefined"},
              {unit_changed, "unit-changed"}, {target_raised, "target-raised"}, {target_lowered, "target-lowered"},
              {target_changed, "target-changed"}, {target_later, "target-later"}, {target_earlier, "target-earlier"},
              {baseline_changed, "baseline-changed"}, {restated, "restated"}, {aim_changed, "aim-changed"},
              {first_stated, "first-stated"}, {no_longer_stated, "no-longer-stated"}, {moved, "moved"});
SENRYAKU_ENUM(comparability, {comparable, "comparable"}, {not_comparable, "not-comparable"}, {unknown, "unknown"});
SENRYAKU_ENUM(year_movement, {better, "better"}, {same, "same"}, {worse, "worse"}, {unknown, "unknown"});

template <>
struct describe<member_change> {
  static constexpr member_info members[] = {
      member<&member_change::member>("member", presence::required),
      member<&member_change::meaning>("meaning", presence::required),
      member<&member_change::before>("before"),
      member<&member_change::after>("after"),
      member<&member_change::pointer_before>("pointer_before"),
      member<&member_change::pointer_after>("pointer_after"),
      member<&member_change::level_before>("level_before"),
      member<&member_change::level_after>("level_after"),
  };
};

template <>
struct describe<element_change> {
  static constexpr member_info members[] = {
      member<&element_change::kind>("kind", presence::required),
      member<&element_change::change>("change", presence::required),
      member<&element_change::matched>("matched"),
      member<&element_change::id_before>("id_before"),
      member<&element_change::id_after>("id_after"),
      member<&element_change::name_before>("name_before"),
      member<&element_change::name_after>("name_after"),
      member<&element_change::pointer_before>("pointer_before"),
      member<&element_change::pointer_after>("pointer_after"),
      member<&element_change::members>("members"),
      member<&element_change::comparable>("comparable"),
      member<&element_change::comparable_because>("comparable_because"),
      member<&element_change::comparable_as_stated>("comparable_as_stated"),
      member<&element_change::stated>("stated"),
      member<&element_change::dropped_unreached>("dropped_unreached"),
  };
};

template <>
struct describe<change_count> {
  static constexpr member_info members[] = {
      member<&change_count::kind>("kind", presence::required),
      member<&change_count::added>("added", presence::required),
      member<&change_count::removed>("removed", presence::required),
      member<&change_count::changed>("changed", presence::required),
      member<&change_count::unchanged>("unchanged", presence::required),
  };
};

template <>
struct describe<strategy_comparison> {
  static constexpr member_info members[] = {
      member<&strategy_comparison::name_before>("name_before"),
      member<&strategy_comparison::name_after>("name_after"),
      member<&strategy_comparison::ids_trusted>("ids_trusted", presence::required),
      member<&strategy_comparison::common_ids>("common_ids", presence::required),
      member<&strategy_comparison::common_ids_same_name>("common_ids_same_name", presence::required),
      member<&strategy_comparison::plan>("plan", presence::required),
      member<&strategy_comparison::elements>("elements", presence::required),
      member<&strategy_comparison::counts>("counts", presence::required),
  };
};

template <>
struct describe<indicator_years> {
  static constexpr member_info members[] = {
      member<&indicator_years::kpi>("kpi", presence::required),
      member<&indicator_years::name>("name", presence::required),
      member<&indicator_years::pointer>("pointer", presence::required),
      member<&indicator_years::unit>("unit"),
      member<&indicator_years::value_before>("value_before", presence::nullable),
      member<&indicator_years::value_after>("value_after", presence::nullable),
      member<&indicator_years::difference>("difference"),
      member<&indicator_years::value>("value", presence::required),
      member<&indicator_years::rate_before>("rate_before"),
      member<&indicator_years::rate_after>("rate_after"),
      member<&indicator_years::rating_before>("rating_before"),
      member<&indicator_years::rating_after>("rating_after"),
      member<&indicator_years::rating>("rating", presence::required),
      member<&indicator_years::comparable>("comparable", presence::required),
      member<&indicator_years::comparable_because>("comparable_because"),
  };
};

template <>
struct describe<year_comparison> {
  static constexpr member_info members[] = {
      member<&year_comparison::year_before>("year_before", presence::required),
      member<&year_comparison::year_after>("year_after", presence::required),
      member<&year_comparison::scheme>("scheme"),
      member<&year_comparison::indicators>("indicators", presence::required),
      member<&year_comparison::better>("better", presence::required),
      member<&year_comparison::same>("same", presence::required),
      member<&year_comparison::worse>("worse", presence::required),
      member<&year_comparison::unknown>("unknown", presence::required),
  };
};

}  // namespace senryaku::json
