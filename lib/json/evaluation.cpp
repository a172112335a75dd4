#include <senryaku/evaluate_json.hpp>

#include <algorithm>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

struct evaluation_options {
  int fiscal_year = 0;
  std::vector<std::string> schemes;
  std::optional<civil_day> as_of;
};
struct evaluation_answer {
  std::string format = "senryaku.evaluation/1";
  std::vector<strategy_evaluation> evaluations;
  strategy_outlook outlook;
  pdca_cycle cycle;
  std::vector<reported_finding> findings;  ///< of all schemes, outlook and cycle, each once
};
struct indicator_question {
  std::string id;
  std::string scheme;
  int year = 0;
  std::optional<int> plan_start_year;
  senryaku::kpi kpi;
};
struct indicator_request {
  std::vector<rating_scheme> schemes;
  std::vector<indicator_question> questions;
};
struct indicator_answer {
  std::string id;
  kpi_evaluation evaluation;
};
struct indicator_answers {
  std::string format = "senryaku.evaluation/1";
  std::vector<indicator_answer> answers;
};

}  // namespace v1

namespace json {
template <>
struct describe<evaluation_options> {
  static constexpr member_info members[] = {
      member<&evaluation_options::fiscal_year>("fiscal_year", presence::required),
      member<&evaluation_options::schemes>("schemes"),
      member<&evaluation_options::as_of>("as_of"),
  };
};
template <>
struct describe<evaluation_answer> {
  static constexpr member_info members[] = {
      member<&evaluation_answer::format>("format", presence::required),
      member<&evaluation_answer::evaluations>("evaluations", presence::required),
      member<&evaluation_answer::outlook>("outlook", presence::required),
      member<&evaluation_answer::cycle>("cycle", presence::required),
      member<&evaluation_answer::findings>("findings", presence::required),
  };
};
template <>
struct describe<indicator_question> {
  static constexpr member_info members[] = {
      member<&indicator_question::id>("id"),
      member<&indicator_question::scheme>("scheme", presence::required),
      member<&indicator_question::year>("year", presence::required),
      member<&indicator_question::plan_start_year>("plan_start_year"),
      member<&indicator_question::kpi>("kpi", presence::required),
  };
};
template <>
struct describe<indicator_request> {
  static constexpr member_info members[] = {
      member<&indicator_request::schemes>("schemes"),
      member<&indicator_request::questions>("questions", presence::required),
  };
};
template <>
struct describe<indicator_answer> {
  static constexpr member_info members[] = {
      member<&indicator_answer::id>("id"),
      member<&indicator_answer::evaluation>("evaluation", presence::required),
  };
};
template <>
struct describe<indicator_answers> {
  static constexpr member_info members[] = {
      member<&indicator_answers::format>("format", presence::required),
      member<&indicator_answers::answers>("answers", presence::required),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

finding unknown_scheme(const std::string& id, std::string pointer) {
  return {"evaluate.scheme.unknown", {}, std::move(pointer), {{"found", id}}, std::nullopt};
}

/// The evaluation sheet: one row for each indicator, measure, goal … and scheme.
std::vector<result_table> evaluation_tables(const std::vector<strategy_evaluation>& evaluations) {
  std::vector<const kpi_evaluation*> kpis;
  for (const auto& entry : evaluations) {
    for (const auto& one : entry.kpis) kpis.push_back(&one);
  }
  std::vector<result_table> tables;
  tables.push_back(json::make_table("kpis", kpis));
  static constexpr std::pair<const char*, rollup_level> levels[] = {{"measures", rollup_level::measure},
                                                                    {"numeric_targets", rollup_level::numeric_targets},
                                                                    {"goals", rollup_level::goal},
                                                                    {"plans", rollup_level::plan},
                                                                    {"strategy", rollup_level::strategy}};
  for (const auto& [name, level] : levels) {
    std::vector<const group_evaluation*> groups;
    for (const auto& entry : evaluations) {
      for (const auto& group : entry.groups) {
        if (group.level == level) groups.push_back(&group);
      }
    }
    tables.push_back(json::make_table(name, groups));
  }
  return tables;
}

bool same(const finding& a, const finding& b) {
  return a.code == b.code && a.pointer == b.pointer &&
         std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && x.value == y.value; });
}

/// Appends those that are not there yet: several schemes often find the same.
void append_findings(const std::vector<finding>& some, std::vector<finding>& all) {
  for (const auto& entry : some) {
    if (std::none_of(all.begin(), all.end(), [&](const finding& f) { return same(f, entry); })) all.push_back(entry);
  }
}

}  // namespace

outcome<std::string> evaluation_json(const strategy_document& document, const rules& data, std::string_view options,
                                     std::vector<result_table>* tables) {
  return json::answer<evaluation_options>(options, [&](const evaluation_options& given) {
    outcome<evaluation_answer> result;
    evaluation_answer answer;
    const strategy& plan = document.value;
    if (!is_calendar_year(given.fiscal_year)) {
      result.findings.push_back(
          {"evaluate.year.range", {}, "/fiscal_year", {{"found", std::to_string(given.fiscal_year)}}, std::nullopt});
      return result;
    }
    std::vector<std::string> ids = given.schemes;
    if (ids.empty()) ids.push_back(plan.rating_scheme);
    const rating_scheme* first = nullptr;
    std::vector<finding> found;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const rating_scheme* scheme = find_scheme(data.schemes, ids[i]);
      if (scheme == nullptr) {
        result.findings.push_back(unknown_scheme(ids[i], "/schemes/" + std::to_string(i)));
        return result;
      }
      if (first == nullptr) first = scheme;
      answer.evaluations.push_back(evaluate_strategy(plan, *scheme, given.fiscal_year, data.evaluation));
      append_findings(answer.evaluations.back().findings, found);
    }
    if (tables != nullptr) *tables = evaluation_tables(answer.evaluations);
    answer.outlook = foresee_strategy(plan, data.outlook, given.fiscal_year);
    answer.cycle = follow_cycle(plan, *first, data.schemes, data.pdca_calendar, given.fiscal_year, given.as_of);
    append_findings(answer.outlook.findings, found);
    append_findings(answer.cycle.findings, found);
    answer.findings = report_all(found, document, data.messages);
    result.value = std::move(answer);
    return result;
  });
}

outcome<std::string> indicator_evaluation_json(const rules& data, std::string_view request) {
  return json::answer<indicator_request>(request, [&](const indicator_request& given) {
    outcome<indicator_answers> result;
    indicator_answers answers;
    for (std::size_t i = 0; i < given.questions.size(); ++i) {
      const indicator_question& asked = given.questions[i];
      const rating_scheme* scheme = find_scheme(given.schemes, asked.scheme);
      if (scheme == nullptr) scheme = find_scheme(data.schemes, asked.scheme);
      if (scheme == nullptr) {
        result.findings.push_back(unknown_scheme(asked.scheme, "/questions/" + std::to_string(i) + "/scheme"));
        return result;
      }
      answers.answers.push_back({asked.id, evaluate_kpi(asked.kpi, *scheme, asked.year, asked.plan_start_year)});
    }
    result.value = std::move(answers);
    return result;
  });
}

}  // namespace v1

namespace json {
format_list evaluation_formats() {
  return {
      {"evaluation-options", direction::read, info_of<evaluation_options>},
      {"evaluation", direction::written, info_of<evaluation_answer>},
      {"evaluation-request", direction::read, info_of<indicator_request>},
      {"evaluation-answers", direction::written, info_of<indicator_answers>},
  };
}
}  // namespace json
}  // namespace senryaku
