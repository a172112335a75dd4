/// The members of idea sheets, in canonical order.
#pragma once

#include <senryaku/model/idea_sheet.hpp>

#include "json/model/kpi.hpp"

namespace senryaku::json {

template <>
struct describe<idea_indicator> {
  static constexpr auto extras = &idea_indicator::extras;
  static constexpr member_info members[] = {
      member<&idea_indicator::name>("name", presence::required), member<&idea_indicator::unit>("unit"),
      member<&idea_indicator::measurement>("measurement"), member<&idea_indicator::targets>("targets"),
      member<&idea_indicator::kpi>("kpi")};
};
template <>
struct describe<idea_solution> {
  static constexpr auto extras = &idea_solution::extras;
  static constexpr member_info members[] = {member<&idea_solution::means>("means"),
                                            member<&idea_solution::whom>("whom"),
                                            member<&idea_solution::state>("state")};
};
template <>
struct describe<smart_ticks> {
  static constexpr auto extras = &smart_ticks::extras;
  static constexpr member_info members[] = {
      member<&smart_ticks::specific>("specific"), member<&smart_ticks::measurable>("measurable"),
      member<&smart_ticks::achievable>("achievable"), member<&smart_ticks::relevant>("relevant"),
      member<&smart_ticks::time_bounded>("time_bounded")};
};
template <>
struct describe<idea_sheet> {
  static constexpr auto extras = &idea_sheet::extras;
  static constexpr member_info members[] = {member<&idea_sheet::id>("id", presence::required),
                                            member<&idea_sheet::section>("section"),
                                            member<&idea_sheet::plan_projects>("plan_projects"),
                                            member<&idea_sheet::goal_types>("goal_types"),
                                            member<&idea_sheet::issue>("issue"),
                                            member<&idea_sheet::background>("background"),
                                            member<&idea_sheet::target_people>("target_people"),
                                            member<&idea_sheet::solution>("solution"),
                                            member<&idea_sheet::digital_ideas>("digital_ideas"),
                                            member<&idea_sheet::timings>("timings"),
                                            member<&idea_sheet::other_cases>("other_cases"),
                                            member<&idea_sheet::expected_effect>("expected_effect"),
                                            member<&idea_sheet::side_effects>("side_effects"),
                                            member<&idea_sheet::smart>("smart"),
                                            member<&idea_sheet::outputs>("outputs"),
                                            member<&idea_sheet::outcomes>("outcomes"),
                                            member<&idea_sheet::round>("round"),
                                            member<&idea_sheet::copied_from>("copied_from"),
                                            member<&idea_sheet::note>("note")};
};

}  // namespace senryaku::json
