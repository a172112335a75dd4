/// The members of indicators, in canonical order.
#pragma once

#include <senryaku/model/kpi.hpp>

#include "json/model/document.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(indicator_stage, {input, "input"}, {output, "output"}, {outcome, "outcome"});
SENRYAKU_ENUM(indicator_aim, {increase, "increase"}, {decrease, "decrease"}, {maintain, "maintain"},
              {at_least, "at-least"}, {at_most, "at-most"});
SENRYAKU_ENUM(beneficiary_kind, {residents, "residents"}, {businesses, "businesses"},
              {related_population, "related-population"}, {other, "other"});
SENRYAKU_ENUM(indicator_kind, {point, "point"}, {cumulative, "cumulative"}, {average, "average"},
              {change_rate, "change-rate"}, {rank, "rank"}, {qualitative, "qualitative"});
SENRYAKU_ENUM(unknown_reason, {not_surveyed, "not-surveyed"}, {not_collected, "not-collected"},
              {suspended, "suspended"}, {not_set, "not-set"}, {not_published, "not-published"},
              {not_applicable, "not-applicable"});
SENRYAKU_ENUM(target_basis, {level, "level"}, {increment, "increment"}, {change_rate, "change-rate"}, {total, "total"});
SENRYAKU_ENUM(target_bound, {at_least, "at-least"}, {at_most, "at-most"}, {less_than, "less-than"},
              {more_than, "more-than"}, {about, "about"});

template <>
struct describe<observation> {
  static constexpr auto extras = &observation::extras;
  static constexpr member_info members[] = {member<&observation::year>("year"),
                                            member<&observation::day>("day"),
                                            member<&observation::from_year>("from_year"),
                                            member<&observation::value>("value", presence::nullable),
                                            member<&observation::unknown>("unknown"),
                                            member<&observation::provisional>("provisional"),
                                            member<&observation::unit>("unit"),
                                            member<&observation::printed>("printed"),
                                            member<&observation::printed_period>("printed_period"),
                                            member<&observation::note>("note")};
};
template <>
struct describe<target> {
  static constexpr auto extras = &target::extras;
  static constexpr member_info members[] = {member<&target::year>("year"),
                                            member<&target::day>("day"),
                                            member<&target::from_year>("from_year"),
                                            member<&target::value>("value", presence::nullable),
                                            member<&target::unknown>("unknown"),
                                            member<&target::basis>("basis"),
                                            member<&target::bound>("bound"),
                                            member<&target::text>("text"),
                                            member<&target::unit>("unit"),
                                            member<&target::printed>("printed"),
                                            member<&target::printed_period>("printed_period"),
                                            member<&target::note>("note")};
};
template <>
struct describe<measurement> {
  static constexpr auto extras = &measurement::extras;
  static constexpr member_info members[] = {
      member<&measurement::method>("method"), member<&measurement::source>("source"),
      member<&measurement::frequency>("frequency"), member<&measurement::owner>("owner")};
};
template <>
struct describe<data_quality> {
  static constexpr auto extras = &data_quality::extras;
  static constexpr member_info members[] = {
      member<&data_quality::verification>("verification"), member<&data_quality::source>("source"),
      member<&data_quality::accuracy>("accuracy"), member<&data_quality::limits>("limits"),
      member<&data_quality::compensation>("compensation")};
};
template <>
struct describe<causal_link> {
  static constexpr auto extras = &causal_link::extras;
  static constexpr member_info members[] = {member<&causal_link::to>("to", presence::required),
                                            member<&causal_link::reason>("reason")};
};
template <>
struct describe<kpi> {
  static constexpr auto extras = &kpi::extras;
  static constexpr member_info members[] = {member<&kpi::id>("id", presence::required),
                                            member<&kpi::name>("name", presence::required),
                                            member<&kpi::definition>("definition"),
                                            member<&kpi::unit>("unit"),
                                            member<&kpi::stage>("stage"),
                                            member<&kpi::aim>("aim"),
                                            member<&kpi::beneficiary>("beneficiary"),
                                            member<&kpi::kind>("kind"),
                                            member<&kpi::year_kind>("year_kind"),
                                            member<&kpi::baseline>("baseline"),
                                            member<&kpi::targets>("targets"),
                                            member<&kpi::target>("target"),
                                            member<&kpi::actuals>("actuals"),
                                            member<&kpi::measurement>("measurement"),
                                            member<&kpi::contributes_to>("contributes_to"),
                                            member<&kpi::cost_yen>("cost_yen"),
                                            member<&kpi::formula>("formula"),
                                            member<&kpi::rationale>("rationale"),
                                            member<&kpi::data_quality>("data_quality"),
                                            member<&kpi::printed_result>("printed_result"),
                                            member<&kpi::note>("note")};
};

}  // namespace senryaku::json
