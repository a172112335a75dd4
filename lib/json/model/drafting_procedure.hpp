/// The members of the drafting procedure, in canonical order.
#pragma once

#include <senryaku/model/drafting_procedure.hpp>

#include "json/model/document.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(milestone_kind, {working_group, "working-group"}, {headquarters, "headquarters"}, {draft, "draft"},
              {kpi_setting, "kpi-setting"}, {expert_meeting, "expert-meeting"}, {assembly, "assembly"},
              {residents, "residents"}, {public_comment, "public-comment"}, {adoption, "adoption"},
              {plan_application, "plan-application"}, {plan_certification, "plan-certification"},
              {period_start, "period-start"}, {other, "other"});
SENRYAKU_ENUM(sector, {residents, "residents"}, {industry, "industry"}, {government, "government"},
              {academia, "academia"}, {finance, "finance"}, {labour, "labour"}, {media, "media"});

template <>
struct describe<milestone> {
  static constexpr auto extras = &milestone::extras;
  static constexpr member_info members[] = {member<&milestone::id>("id", presence::required),
                                            member<&milestone::name>("name"),
                                            member<&milestone::kind>("kind"),
                                            member<&milestone::fiscal_year>("fiscal_year"),
                                            member<&milestone::from>("from"),
                                            member<&milestone::to>("to"),
                                            member<&milestone::done_on>("done_on"),
                                            member<&milestone::body>("body"),
                                            member<&milestone::after>("after"),
                                            member<&milestone::printed>("printed"),
                                            member<&milestone::note>("note")};
};
template <>
struct describe<meeting> {
  static constexpr auto extras = &meeting::extras;
  static constexpr member_info members[] = {
      member<&meeting::id>("id"),           member<&meeting::body>("body"),
      member<&meeting::number>("number"),   member<&meeting::fiscal_year>("fiscal_year"),
      member<&meeting::from>("from"),       member<&meeting::to>("to"),
      member<&meeting::held_on>("held_on"), member<&meeting::subject>("subject")};
};
template <>
struct describe<committee> {
  static constexpr auto extras = &committee::extras;
  static constexpr member_info members[] = {member<&committee::name>("name", presence::required),
                                            member<&committee::from_fiscal_year>("from_fiscal_year"),
                                            member<&committee::to_fiscal_year>("to_fiscal_year"),
                                            member<&committee::term>("term"), member<&committee::note>("note")};
};
template <>
struct describe<participation> {
  static constexpr auto extras = &participation::extras;
  static constexpr member_info members[] = {member<&participation::sector>("sector"),
                                            member<&participation::how>("how"), member<&participation::who>("who"),
                                            member<&participation::day>("day")};
};
template <>
struct describe<working_group> {
  static constexpr auto extras = &working_group::extras;
  static constexpr member_info members[] = {
      member<&working_group::purpose>("purpose"), member<&working_group::members>("members"),
      member<&working_group::classes>("classes"), member<&working_group::rounds>("rounds"),
      member<&working_group::note>("note")};
};
template <>
struct describe<drafting_procedure> {
  static constexpr auto extras = &drafting_procedure::extras;
  static constexpr member_info members[] = {member<&drafting_procedure::milestones>("milestones"),
                                            member<&drafting_procedure::meetings>("meetings"),
                                            member<&drafting_procedure::committees>("committees"),
                                            member<&drafting_procedure::participation>("participation"),
                                            member<&drafting_procedure::working_group>("working_group")};
};

}  // namespace senryaku::json
