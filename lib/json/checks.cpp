#include <senryaku/check_json.hpp>

#include <algorithm>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

struct check_item {
  senryaku::kpi kpi;
  std::optional<plan_period> period;
  std::string context;
  std::vector<project> projects;
};
struct check_request {
  std::vector<check_item> items;
};
struct check_answer {
  kpi_check check;
  std::vector<reported_finding> findings;
};
struct check_answers {
  std::string format = "senryaku.checks/1";
  std::vector<check_answer> answers;
};
struct check_options {
  std::vector<std::string> kpis;
};
struct shown_check {
  std::string format = "senryaku.check/1";
  std::string name;
  std::vector<goal_stages> goals;
  std::vector<check_answer> kpis;
  std::vector<reported_finding> findings;
};

}  // namespace v1

namespace json {
template <>
struct describe<check_item> {
  static constexpr member_info members[] = {
      member<&check_item::kpi>("kpi", presence::required),
      member<&check_item::period>("period"),
      member<&check_item::context>("context"),
      member<&check_item::projects>("projects"),
  };
};
template <>
struct describe<check_request> {
  static constexpr member_info members[] = {member<&check_request::items>("items", presence::required)};
};
template <>
struct describe<check_answer> {
  static constexpr member_info members[] = {
      member<&check_answer::check>("check", presence::required),
      member<&check_answer::findings>("findings"),
  };
};
template <>
struct describe<check_answers> {
  static constexpr member_info members[] = {
      member<&check_answers::format>("format", presence::required),
      member<&check_answers::answers>("answers", presence::required),
  };
};
template <>
struct describe<check_options> {
  static constexpr member_info members[] = {member<&check_options::kpis>("kpis")};
};
template <>
struct describe<shown_check> {
  static constexpr member_info members[] = {
      member<&shown_check::format>("format", presence::required),
      member<&shown_check::name>("name"),
      member<&shown_check::goals>("goals", presence::required),
      member<&shown_check::kpis>("kpis", presence::required),
      member<&shown_check::findings>("findings"),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

check_answer shown(kpi_check&& check, const message_catalogue& texts) {
  check_answer answer;
  answer.check = std::move(check);
  for (const auto& entry : answer.check.findings) answer.findings.push_back(report(entry, texts));
  return answer;
}

/// Ids asked for that no indicator has.
std::vector<finding> unknown_kpis(const std::vector<std::string>& asked, const strategy_check& checked) {
  std::vector<finding> problems;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const bool known = std::any_of(checked.kpis.begin(), checked.kpis.end(),
                                   [&](const kpi_check& entry) { return entry.kpi == asked[i]; });
    if (known) continue;
    problems.push_back({"check.kpi.unknown", {}, "/kpis/" + std::to_string(i), {{"found", asked[i]}}, std::nullopt});
  }
  return problems;
}

std::vector<result_table> check_tables(const shown_check& answer) {
  std::vector<const kpi_check*> kpis;
  std::vector<const reported_finding*> findings;
  std::vector<std::string_view> owners;
  for (const auto& one : answer.kpis) {
    kpis.push_back(&one.check);
    for (const auto& entry : one.findings) {
      findings.push_back(&entry);
      owners.push_back(one.check.kpi);
    }
  }
  for (const auto& entry : answer.findings) {
    findings.push_back(&entry);
    owners.emplace_back();
  }
  std::vector<result_table> tables = {json::make_table("kpis", kpis), json::make_table("goals", answer.goals),
                                      json::make_table("findings", findings)};
  json::put_owner(tables.back(), "kpi", owners);
  return tables;
}

}  // namespace

outcome<std::string> strategy_check_json(const strategy_document& document, const rules& data, std::string_view options,
                                         std::vector<result_table>* tables) {
  return json::answer<check_options>(options, [&](const check_options& given) {
    outcome<shown_check> result;
    auto checked = check_strategy(document.value, data.stages, data.checks);
    result.findings = unknown_kpis(given.kpis, checked);
    if (!result.findings.empty()) return result;
    shown_check answer;
    answer.name = document.value.name;
    answer.goals = std::move(checked.goals);
    for (auto& entry : checked.kpis) {
      const bool asked =
          given.kpis.empty() || std::find(given.kpis.begin(), given.kpis.end(), entry.kpi) != given.kpis.end();
      if (asked) answer.kpis.push_back(shown(std::move(entry), data.messages));
    }
    for (const auto& entry : checked.findings) answer.findings.push_back(report(entry, data.messages));
    if (tables != nullptr) *tables = check_tables(answer);
    result.value = std::move(answer);
    return result;
  });
}

outcome<std::string> indicator_checks_json(const rules& data, std::string_view request) {
  return json::answer<check_request>(request, [&](const check_request& given) {
    check_answers answers;
    for (const auto& item : given.items) {
      strategy plan;
      if (item.period) plan.period = *item.period;
      kpi_place place;
      place.context = item.context;
      measure part;
      part.projects = item.projects;
      part.kpis.push_back(item.kpi);
      if (!part.projects.empty()) place.part = &part;
      answers.answers.push_back(shown(check_kpi(item.kpi, plan, data.stages, data.checks, place), data.messages));
    }
    return answers;
  });
}

}  // namespace v1

namespace json {
format_list check_formats() {
  return {
      {"checks-request", direction::read, info_of<check_request>},
      {"checks", direction::written, info_of<check_answers>},
      {"check-options", direction::read, info_of<check_options>},
      {"check", direction::written, info_of<shown_check>},
  };
}
}  // namespace json
}  // namespace senryaku
