/// The members of goals, measures and projects, in canonical order.
#pragma once

#include <senryaku/model/goal.hpp>

#include "json/model/kpi.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(funding_source, {national, "national"}, {prefecture, "prefecture"}, {bond, "bond"},
              {donation, "donation"}, {general, "general"}, {other, "other"});
SENRYAKU_ENUM(project_status, {added, "new"}, {expanded, "expanded"}, {continued, "continued"}, {improved, "improved"},
              {reduced, "reduced"}, {ended, "ended"});
SENRYAKU_ENUM(goal_type, {work, "work"}, {flow, "flow"}, {family, "family"}, {place, "place"}, {cross, "cross"},
              {other, "other"});

/// A fact keeps the JSON type it was given: null is "unknown".
template <>
struct scalar_type<fact_value> {
  static bool text(void* value, std::string_view given, scalar_problem&);
  static bool number(void* value, std::string_view given, scalar_problem& problem);
  static bool boolean(void* value, bool given);
  static std::vector<std::string>* list(void* value);
  static void write(const void* value, std::string& out);
  static constexpr type_info make() {
    type_info info = detail::plain_scalar<fact_value>(shape::scalar, "真偽値・数値・文字列・文字列の配列・null",
                                                      "true, false, a number, a string, a list of strings or null");
    info.type_name = "fact_value";
    info.schema = R"({"type": ["boolean", "number", "string", "array", "null"],
                      "exclusiveMinimum": -1000000000000000000, "exclusiveMaximum": 1000000000000000000,
                      "items": {"type": "string", "minLength": 1}})";
    info.assign_text = text;
    info.assign_number = number;
    info.assign_boolean = boolean;
    info.open_list = list;
    info.write_scalar = write;
    return info;
  }
};

template <>
struct describe<funding> {
  static constexpr auto extras = &funding::extras;
  static constexpr member_info members[] = {member<&funding::source>("source"),
                                            member<&funding::amount_yen>("amount_yen"),
                                            member<&funding::programme>("programme")};
};
template <>
struct describe<project_budget> {
  static constexpr auto extras = &project_budget::extras;
  static constexpr member_info members[] = {
      member<&project_budget::fiscal_year>("fiscal_year"), member<&project_budget::amount_yen>("amount_yen"),
      member<&project_budget::spent_yen>("spent_yen"), member<&project_budget::funding>("funding"),
      member<&project_budget::printed>("printed")};
};
template <>
struct describe<project> {
  static constexpr auto extras = &project::extras;
  static constexpr member_info members[] = {member<&project::id>("id", presence::required),
                                            member<&project::number>("number"),
                                            member<&project::name>("name", presence::required),
                                            member<&project::description>("description"),
                                            member<&project::departments>("departments"),
                                            member<&project::status>("status"),
                                            member<&project::group>("group"),
                                            member<&project::start_year>("start_year"),
                                            member<&project::end_year>("end_year"),
                                            member<&project::budgets>("budgets"),
                                            member<&project::digital>("digital"),
                                            member<&project::digital_use>("digital_use"),
                                            member<&project::goal_types>("goal_types"),
                                            member<&project::support_sought>("support_sought"),
                                            member<&project::facts>("facts"),
                                            member<&project::note>("note")};
};
template <>
struct describe<direction> {
  static constexpr auto extras = &direction::extras;
  static constexpr member_info members[] = {member<&direction::id>("id", presence::required),
                                            member<&direction::text>("text", presence::required)};
};
template <>
struct describe<measure> {
  static constexpr auto extras = &measure::extras;
  static constexpr member_info members[] = {member<&measure::id>("id", presence::required),
                                            member<&measure::name>("name"),
                                            member<&measure::description>("description"),
                                            member<&measure::number>("number"),
                                            member<&measure::directions>("directions"),
                                            member<&measure::field>("field"),
                                            member<&measure::digital>("digital"),
                                            member<&measure::digital_use>("digital_use"),
                                            member<&measure::kpis>("kpis"),
                                            member<&measure::projects>("projects"),
                                            member<&measure::idea_sheets>("idea_sheets"),
                                            member<&measure::note>("note")};
};
template <>
struct describe<goal> {
  static constexpr auto extras = &goal::extras;
  static constexpr member_info members[] = {member<&goal::id>("id", presence::required),
                                            member<&goal::type>("type"),
                                            member<&goal::framework_class>("class"),
                                            member<&goal::further_classes>("further_classes"),
                                            member<&goal::number>("number"),
                                            member<&goal::name>("name", presence::required),
                                            member<&goal::description>("description"),
                                            member<&goal::numeric_targets>("numeric_targets"),
                                            member<&goal::directions>("directions"),
                                            member<&goal::measures>("measures"),
                                            member<&goal::note>("note")};
};

}  // namespace senryaku::json
