#include <senryaku/evaluate_json.hpp>

#include <algorithm>

#include "json/describe_review.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

struct evaluation_options {
  int fiscal_year = 0;
  std::vector<std::string> schemes;
};
struct evaluation_answer {
  std::string format = "senryaku.evaluation/1";
  std::vector<strategy_evaluation> evaluations;
  std::vector<reported_finding> findings;  ///< of all schemes, each once
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
  };
};
template <>
struct describe<evaluation_answer> {
  static constexpr member_info members[] = {
      member<&evaluation_answer::format>("format", presence::required),
      member<&evaluation_answer::evaluations>("evaluations", presence::required),
      member<&evaluation_answer::findings>("findings"),
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

void add_findings(const strategy_document& document, const rules& data, const strategy_evaluation& evaluated,
                  std::vector<reported_finding>& shown) {
  for (finding entry : evaluated.findings) {
    if (!entry.position) entry.position = document.positions.find(entry.pointer);
    reported_finding reported = report(entry, data.messages);
    const bool known = std::any_of(shown.begin(), shown.end(), [&](const reported_finding& f) {
      return f.code == reported.code && f.pointer == reported.pointer && f.ja == reported.ja;
    });
    if (!known) shown.push_back(std::move(reported));
  }
}

}  // namespace

outcome<std::string> evaluation_json(const strategy_document& document, const rules& data, std::string_view options,
                                     std::vector<result_table>* tables) {
  return json::answer<evaluation_options>(options, [&](const evaluation_options& given) {
    outcome<evaluation_answer> result;
    evaluation_answer answer;
    std::vector<std::string> ids = given.schemes;
    if (ids.empty()) ids.push_back(document.value.rating_scheme);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const rating_scheme* scheme = find_scheme(data.schemes, ids[i]);
      if (scheme == nullptr) {
        result.findings.push_back(unknown_scheme(ids[i], "/schemes/" + std::to_string(i)));
        return result;
      }
      answer.evaluations.push_back(evaluate_strategy(document.value, *scheme, given.fiscal_year, data.evaluation));
      add_findings(document, data, answer.evaluations.back(), answer.findings);
    }
    if (tables != nullptr) *tables = evaluation_tables(answer.evaluations);
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
}  // namespace senryaku
