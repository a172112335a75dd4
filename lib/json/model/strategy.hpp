/// The members of the whole strategy, in canonical order.
#pragma once

#include <senryaku/model/strategy.hpp>

#include "json/model/drafting_procedure.hpp"
#include "json/model/goal.hpp"
#include "json/model/idea_sheet.hpp"
#include "json/model/municipality.hpp"
#include "json/model/population_vision.hpp"
#include "json/model/regional_plan.hpp"
#include "json/model/verification.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(plan_relation, {separate, "separate"}, {merged, "merged"});
SENRYAKU_ENUM(linkage_kind, {policy, "policy"}, {regional, "regional"});
SENRYAKU_ENUM(strategy_status, {drafting, "drafting"}, {adopted, "adopted"}, {revised, "revised"}, {ended, "ended"});

template <>
struct describe<comprehensive_plan> {
  static constexpr auto extras = &comprehensive_plan::extras;
  static constexpr member_info members[] = {member<&comprehensive_plan::name>("name"),
                                            member<&comprehensive_plan::relation>("relation"),
                                            member<&comprehensive_plan::aligned>("aligned")};
};
template <>
struct describe<regional_vision> {
  static constexpr auto extras = &regional_vision::extras;
  static constexpr member_info members[] = {member<&regional_vision::statement>("statement"),
                                            member<&regional_vision::catchphrase>("catchphrase"),
                                            member<&regional_vision::comprehensive_plan>("comprehensive_plan"),
                                            member<&regional_vision::model_visions>("model_visions")};
};
template <>
struct describe<linkage> {
  static constexpr auto extras = &linkage::extras;
  static constexpr member_info members[] = {member<&linkage::kind>("kind"), member<&linkage::name>("name"),
                                            member<&linkage::partners>("partners"),
                                            member<&linkage::content>("content")};
};
template <>
struct describe<document_part> {
  static constexpr auto extras = &document_part::extras;
  static constexpr member_info members[] = {member<&document_part::number>("number"),
                                            member<&document_part::title>("title", presence::required),
                                            member<&document_part::chapters>("chapters")};
};
template <>
struct describe<strategy> {
  static constexpr auto extras = &strategy::extras;
  static constexpr member_info members[] = {member<&strategy::schema>("$schema"),
                                            member<&strategy::format>("format", presence::required),
                                            member<&strategy::municipality>("municipality", presence::required),
                                            member<&strategy::name>("name", presence::required),
                                            member<&strategy::generation>("generation"),
                                            member<&strategy::status>("status"),
                                            member<&strategy::framework>("framework"),
                                            member<&strategy::takes_account_of>("takes_account_of"),
                                            member<&strategy::adopted_on>("adopted_on"),
                                            member<&strategy::published_on>("published_on"),
                                            member<&strategy::printed_adoption>("printed_adoption"),
                                            member<&strategy::period>("period", presence::required),
                                            member<&strategy::vision>("vision"),
                                            member<&strategy::principles>("principles"),
                                            member<&strategy::priority_fields>("priority_fields"),
                                            member<&strategy::linkages>("linkages"),
                                            member<&strategy::support_sought>("support_sought"),
                                            member<&strategy::overall_targets>("overall_targets"),
                                            member<&strategy::goals>("goals", presence::required),
                                            member<&strategy::cross_cutting_goals>("cross_cutting_goals"),
                                            member<&strategy::foundations>("foundations"),
                                            member<&strategy::unplaced_projects>("unplaced_projects"),
                                            member<&strategy::regional_plans>("regional_plans"),
                                            member<&strategy::population_vision>("population_vision"),
                                            member<&strategy::procedure>("procedure"),
                                            member<&strategy::idea_sheets>("idea_sheets"),
                                            member<&strategy::rating_scheme>("rating_scheme"),
                                            member<&strategy::verifications>("verifications"),
                                            member<&strategy::revisions>("revisions"),
                                            member<&strategy::outline>("outline"),
                                            member<&strategy::sources>("sources"),
                                            member<&strategy::note>("note")};
};

}  // namespace senryaku::json
