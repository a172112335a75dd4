#include "support/answer.hpp"

namespace senryaku {
inline namespace v1 {

using namespace senryaku::support;

const support_programme* programme_catalogue::find(std::string_view id) const {
  for (const auto& entry : programmes) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

const fact_definition* programme_catalogue::fact(std::string_view key) const {
  for (const auto& entry : facts) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const rule_condition* programme_catalogue::shared(std::string_view id) const {
  for (const auto& entry : conditions) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

outcome<support_answer> match_support(const programme_catalogue& catalogue, const support_question& question,
                                      const fact_map& facts) {
  const support_programme* programme = catalogue.find(question.programme);
  if (programme == nullptr) {
    outcome<support_answer> result;
    result.findings.push_back({"support.programme.unknown", {}, {}, {{"programme", question.programme}}, {}});
    return result;
  }
  const program rules(catalogue, *programme, question.fiscal_year, question.kind, question.absent);
  return answer_by(rules, question, facts);
}

finding verdict_finding(const support_answer& answer) {
  finding result;
  switch (answer.verdict) {
    case support_verdict::eligible:
      result.code = "support.answer.eligible";
      break;
    case support_verdict::ineligible:
      result.code = "support.answer.ineligible";
      break;
    case support_verdict::conditional:
      result.code = "support.answer.conditional";
      break;
    case support_verdict::not_in_force:
      result.code = "support.answer.not-in-force";
      break;
  }
  const auto joined = [](const auto& list, auto&& text, const char* between) {
    std::string all;
    for (const auto& entry : list) all += (all.empty() ? "" : between) + text(entry);
    return all;
  };
  result.values = {{"programme", answer.name_ja},
                   {"programme_en", answer.name_en},
                   {"fiscal_year", std::to_string(answer.fiscal_year)},
                   {"conditions", joined(
                                      answer.conditions, [](const fact_demand& d) { return d.ja; }, "、")},
                   {"failed", joined(
                                  answer.failed, [](const failed_rule& f) { return f.demand.ja; }, "、")},
                   {"successors", joined(
                                      answer.successors, [](const std::string& id) { return id; }, "、")},
                   {"conditions_en", joined(
                                         answer.conditions, [](const fact_demand& d) { return d.en; }, "; ")},
                   {"failed_en", joined(
                                     answer.failed, [](const failed_rule& f) { return f.demand.en; }, "; ")},
                   {"successors_en", joined(
                                         answer.successors, [](const std::string& id) { return id; }, ", ")}};
  return result;
}

}  // namespace v1
}  // namespace senryaku
