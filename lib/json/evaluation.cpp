#include <senryaku/evaluate_json.hpp>

#include "json/describe_evaluate.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

struct evaluation_options {
  int fiscal_year = 0;
  std::vector<std::string> schemes;
};
struct evaluation_answer {
  std::string format = "senryaku.evaluation/1";
  std::vector<strategy_evaluation> evaluations;
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

const rating_scheme* find_scheme(const std::vector<rating_scheme>& schemes, std::string_view id) {
  for (const auto& scheme : schemes) {
    if (scheme.id == id) return &scheme;
  }
  return nullptr;
}

finding unknown_scheme(const std::string& id, std::string pointer) {
  return {"evaluate.scheme.unknown", {}, std::move(pointer), {{"found", id}}, std::nullopt};
}

}  // namespace

outcome<std::string> evaluation_json(const strategy_document& document, const rules& data, std::string_view options) {
  return json::answer<evaluation_options>(options, [&](const evaluation_options& given) {
    outcome<evaluation_answer> result;
    evaluation_answer answer;
    std::vector<std::string> ids = given.schemes;
    if (ids.empty()) ids.push_back(document.value.rating_scheme);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const rating_scheme* scheme = ids[i].empty() && !data.schemes.empty() ? &data.schemes.front() : find_scheme(data.schemes, ids[i]);
      if (scheme == nullptr) {
        result.findings.push_back(unknown_scheme(ids[i], "/schemes/" + std::to_string(i)));
        return result;
      }
      answer.evaluations.push_back(evaluate_strategy(document.value, *scheme, given.fiscal_year));
    }
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
