/// The members of verifications and revisions, in canonical order.
#pragma once

#include <senryaku/model/verification.hpp>

#include "json/model/kpi.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(decision, {continue_as_is, "continue"}, {expand, "expand"}, {improve, "improve"}, {shrink, "shrink"},
              {stop, "stop"}, {complete, "complete"});
SENRYAKU_ENUM(revision_kind, {revision, "revision"}, {extension, "extension"});

template <>
struct describe<expert_opinion> {
  static constexpr auto extras = &expert_opinion::extras;
  static constexpr member_info members[] = {member<&expert_opinion::by>("by"),
                                            member<&expert_opinion::text>("text", presence::required),
                                            member<&expert_opinion::answer>("answer")};
};
template <>
struct describe<follow_up> {
  static constexpr auto extras = &follow_up::extras;
  static constexpr member_info members[] = {member<&follow_up::action>("action"),
                                            member<&follow_up::due_year>("due_year"), member<&follow_up::done>("done"),
                                            member<&follow_up::result>("result")};
};
template <>
struct describe<verification_result> {
  static constexpr auto extras = &verification_result::extras;
  static constexpr member_info members[] = {member<&verification_result::subject>("subject", presence::required),
                                            member<&verification_result::value>("value"),
                                            member<&verification_result::proposed_rating>("proposed_rating"),
                                            member<&verification_result::printed_rate>("printed_rate"),
                                            member<&verification_result::rating>("rating"),
                                            member<&verification_result::decided_by>("decided_by"),
                                            member<&verification_result::rating_reason>("rating_reason"),
                                            member<&verification_result::opinions>("opinions"),
                                            member<&verification_result::decision>("decision"),
                                            member<&verification_result::decision_reason>("decision_reason"),
                                            member<&verification_result::follow_up>("follow_up")};
};
template <>
struct describe<verification> {
  static constexpr auto extras = &verification::extras;
  static constexpr member_info members[] = {member<&verification::id>("id", presence::required),
                                            member<&verification::fiscal_year>("fiscal_year"),
                                            member<&verification::scheme>("scheme"),
                                            member<&verification::body>("body"),
                                            member<&verification::held_on>("held_on"),
                                            member<&verification::results>("results"),
                                            member<&verification::reported_to_assembly_on>("reported_to_assembly_on"),
                                            member<&verification::published_on>("published_on"),
                                            member<&verification::published_at>("published_at"),
                                            member<&verification::note>("note")};
};
template <>
struct describe<revision_change> {
  static constexpr auto extras = &revision_change::extras;
  static constexpr member_info members[] = {member<&revision_change::subject>("subject", presence::required),
                                            member<&revision_change::member>("member"),
                                            member<&revision_change::from>("from"),
                                            member<&revision_change::to>("to"),
                                            member<&revision_change::comparable>("comparable"),
                                            member<&revision_change::reason>("reason")};
};
template <>
struct describe<revision> {
  static constexpr auto extras = &revision::extras;
  static constexpr member_info members[] = {member<&revision::id>("id", presence::required),
                                            member<&revision::kind>("kind"),
                                            member<&revision::decided_on>("decided_on"),
                                            member<&revision::extended_to>("extended_to"),
                                            member<&revision::rule>("rule"),
                                            member<&revision::reason>("reason"),
                                            member<&revision::changes>("changes")};
};

}  // namespace senryaku::json
