/// The members of the regional revitalisation plan, in canonical order.
#pragma once

#include <senryaku/model/regional_plan.hpp>

#include "json/model/kpi.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(plan_status, {drafting, "drafting"}, {applied, "applied"}, {certified, "certified"},
              {cancelled, "cancelled"}, {expired, "expired"});
SENRYAKU_ENUM(plan_style, {grant, "grant"}, {donation, "donation"});

template <>
struct describe<plan_project> {
  static constexpr auto extras = &plan_project::extras;
  static constexpr member_info members[] = {member<&plan_project::project>("project"),
                                            member<&plan_project::name>("name"), member<&plan_project::label>("label"),
                                            member<&plan_project::goal>("goal")};
};
template <>
struct describe<plan_increment> {
  static constexpr auto extras = &plan_increment::extras;
  static constexpr member_info members[] = {member<&plan_increment::year>("year", presence::required),
                                            member<&plan_increment::value>("value", presence::nullable)};
};
template <>
struct describe<plan_kpi> {
  static constexpr auto extras = &plan_kpi::extras;
  static constexpr member_info members[] = {member<&plan_kpi::kpi>("kpi"),
                                            member<&plan_kpi::name>("name"),
                                            member<&plan_kpi::unit>("unit"),
                                            member<&plan_kpi::label>("label"),
                                            member<&plan_kpi::goal>("goal"),
                                            member<&plan_kpi::baseline>("baseline"),
                                            member<&plan_kpi::target>("target"),
                                            member<&plan_kpi::increments>("increments"),
                                            member<&plan_kpi::increments_total>("increments_total")};
};
template <>
struct describe<plan_section> {
  static constexpr auto extras = &plan_section::extras;
  static constexpr member_info members[] = {member<&plan_section::number>("number", presence::required),
                                            member<&plan_section::title>("title"), member<&plan_section::text>("text")};
};
template <>
struct describe<regional_plan> {
  static constexpr auto extras = &regional_plan::extras;
  static constexpr member_info members[] = {member<&regional_plan::id>("id", presence::required),
                                            member<&regional_plan::name>("name"),
                                            member<&regional_plan::status>("status"),
                                            member<&regional_plan::style>("style"),
                                            member<&regional_plan::author>("author"),
                                            member<&regional_plan::area>("area"),
                                            member<&regional_plan::applied_on>("applied_on"),
                                            member<&regional_plan::certified_on>("certified_on"),
                                            member<&regional_plan::certification_round>("certification_round"),
                                            member<&regional_plan::change_certified_on>("change_certified_on"),
                                            member<&regional_plan::cancelled_on>("cancelled_on"),
                                            member<&regional_plan::period>("period"),
                                            member<&regional_plan::support_measures>("support_measures"),
                                            member<&regional_plan::projects>("projects"),
                                            member<&regional_plan::kpis>("kpis"),
                                            member<&regional_plan::donation_estimate_yen>("donation_estimate_yen"),
                                            member<&regional_plan::evaluation_method>("evaluation_method"),
                                            member<&regional_plan::evaluation_time>("evaluation_time"),
                                            member<&regional_plan::publication>("publication"),
                                            member<&regional_plan::sections>("sections"),
                                            member<&regional_plan::note>("note")};
};

}  // namespace senryaku::json
