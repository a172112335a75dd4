/// Facts, and projects that state them, in short form for tests.
#pragma once

#include <senryaku/rules.hpp>

namespace senryaku::testing {

inline fact_value fact(bool value) {
  fact_value result;
  result.held = fact_value::kind::boolean;
  result.boolean = value;
  return result;
}
inline fact_value fact(const char* value) {
  fact_value result;
  result.held = fact_value::kind::text;
  result.text = value;
  return result;
}
inline fact_value fact(std::int64_t value) {
  fact_value result;
  result.held = fact_value::kind::number;
  result.number = decimal(value);
  return result;
}
inline fact_value fact(int value) {
  return fact(std::int64_t{value});
}
inline fact_value fact(std::vector<std::string> values) {
  fact_value result;
  result.held = fact_value::kind::list;
  result.list = std::move(values);
  return result;
}
inline fact_value unknown_fact() {
  return {};
}

inline project stating(std::string id, fact_map facts) {
  project result;
  result.id = std::move(id);
  result.name = "事業" + result.id;
  result.facts = std::move(facts);
  return result;
}

/// A town with nothing but projects.
inline strategy with_projects(std::vector<project> projects) {
  strategy plan;
  plan.municipality.name = "会津美里町";
  plan.municipality.kind = municipality_kind::town;
  plan.period.start = civil_day::make(2025, 4, 1);
  plan.period.end = civil_day::make(2030, 3, 31);
  plan.adopted_on = civil_day::make(2024, 12, 20);
  plan.unplaced_projects = std::move(projects);
  return plan;
}

inline support_question question(const char* programme, int fiscal_year,
                                 question_kind kind = question_kind::eligibility) {
  support_question asked;
  asked.programme = programme;
  asked.fiscal_year = fiscal_year;
  asked.kind = kind;
  return asked;
}

inline support_answer ask(const support_question& asked, const fact_map& facts) {
  auto answer = match_support(built_in_rules().catalogue, asked, facts);
  return answer ? std::move(*answer) : support_answer{};
}

}  // namespace senryaku::testing
