#include <senryaku/support.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

fact_value yes_no(bool value) {
  fact_value fact;
  fact.held = fact_value::kind::boolean;
  fact.boolean = value;
  return fact;
}
fact_value whole(std::int64_t value) {
  fact_value fact;
  fact.held = fact_value::kind::number;
  fact.number = decimal(value);
  return fact;
}
fact_value words(std::string value) {
  fact_value fact;
  fact.held = fact_value::kind::text;
  fact.text = std::move(value);
  return fact;
}
fact_value one_of(std::vector<std::string> values) {
  fact_value fact;
  fact.held = fact_value::kind::list;
  fact.list = std::move(values);
  return fact;
}

/// Facts of the body. 中枢中核都市 is a list of its own, so a city may or may not be one; towns, villages and wards are
/// not. Tokyo is the prefecture of code 13 (全国地方公共団体コード).
void add_body(const municipality& body, fact_map& facts) {
  if (!body.kind) return;
  switch (*body.kind) {
    case municipality_kind::prefecture:
      facts["applicant.body"] = words("prefecture");
      facts["recipient.body"] = words(body.code.rfind("13", 0) == 0 ? "tokyo-metropolis" : "prefecture");
      return;
    case municipality_kind::town:
    case municipality_kind::village:
    case municipality_kind::special_ward:
      facts["applicant.body"] = words("municipality");
      break;
    case municipality_kind::designated_city:
    case municipality_kind::core_city:
    case municipality_kind::city:
      facts["applicant.body"] = one_of({"municipality", "core-city"});
      break;
  }
  facts["recipient.body"] = words("municipality");
}

/// The strategy exists on the day when it has been adopted and not run out. Without a day of adoption its status says.
void add_strategy(const strategy& plan, civil_day as_of, fact_map& facts) {
  const auto last = last_day(plan);
  if (last && as_of > *last) {
    facts["strategy.exists"] = yes_no(false);
  } else if (plan.adopted_on) {
    facts["strategy.exists"] = yes_no(*plan.adopted_on <= as_of);
  } else if (plan.status) {
    facts["strategy.exists"] = yes_no(*plan.status != strategy_status::drafting);
  } else {
    return;
  }
  if (plan.adopted_on) facts["strategy.finished_on"] = words(plan.adopted_on->to_string());
  facts["project.expected_in_general_strategy"] = yes_no(true);
}

truth certified_on(const regional_plan& plan, civil_day day) {
  if (plan.cancelled_on && day >= *plan.cancelled_on) return truth::no;
  if (plan.period && plan.period->end && day > *plan.period->end) return truth::no;
  if (plan.certified_on) return day >= *plan.certified_on ? truth::yes : truth::no;
  if (!plan.status) return truth::unknown;
  switch (*plan.status) {
    case plan_status::certified:
      return truth::yes;
    case plan_status::drafting:
    case plan_status::applied:
    case plan_status::cancelled:
    case plan_status::expired:
      return truth::no;
  }
  return truth::unknown;
}

bool lists(const regional_plan& plan, const std::string& project) {
  return std::any_of(plan.projects.begin(), plan.projects.end(),
                     [&](const plan_project& entry) { return entry.project == project; });
}

void set(fact_map& facts, const std::string& key, truth value) {
  if (value != truth::unknown) facts[key] = yes_no(value == truth::yes);
}

/// A document without regional plans says nothing about them; with plans, their lists of projects are complete.
void add_plan(const strategy& plan, const project& subject, civil_day as_of, fact_map& facts) {
  if (plan.regional_plans.empty()) return;
  truth certified = truth::no;
  truth includes = truth::no;
  for (const auto& entry : plan.regional_plans) {
    const truth here = certified_on(entry, as_of);
    if (entry.cancelled_on) facts["plan.cancelled_on"] = words(entry.cancelled_on->to_string());
    if (lists(entry, subject.id)) {
      certified = includes == truth::yes ? std::max(certified, here) : here;
      includes = truth::yes;
    } else if (includes != truth::yes) {
      certified = std::max(certified, here);
      if (entry.projects.empty()) includes = truth::unknown;
    }
  }
  if (facts.count("plan.cancelled_on") == 0) facts["plan.was_cancelled"] = yes_no(false);
  set(facts, "plan.certified", certified);
  set(facts, "plan.includes_project", includes);
}

void add_project(const strategy& plan, const project& subject, civil_day as_of, fact_map& facts) {
  facts["project.in_general_strategy"] = yes_no(true);
  if (subject.digital) facts["project.uses_digital"] = yes_no(*subject.digital);
  if (subject.start_year) facts["project.started_fy"] = whole(*subject.start_year);
  if (subject.start_year && subject.end_year && *subject.end_year >= *subject.start_year) {
    facts["project.planned_years"] = whole(*subject.end_year - *subject.start_year + 1);
  }
  if (subject.status && *subject.status != project_status::ended) {
    facts["project.status"] = words(*subject.status == project_status::added ? "new" : "continuing");
  }
  const int year = fiscal_year::of(as_of).value();
  for (const auto& budget : subject.budgets) {
    if (budget.fiscal_year == year && budget.amount_yen) {
      facts["project.cost_yen_per_year"] = whole(*budget.amount_yen);
    }
  }
  for (const auto& entry : plan.verifications) {
    if (entry.published_on && *entry.published_on <= as_of) facts["verification.published"] = yes_no(true);
  }
}

}  // namespace

fact_map project_facts(const strategy& plan, const project& subject, civil_day as_of) {
  fact_map facts;
  add_body(plan.municipality, facts);
  add_strategy(plan, as_of, facts);
  add_plan(plan, subject, as_of, facts);
  add_project(plan, subject, as_of, facts);
  for (const auto& [key, value] : subject.facts) facts[key] = value;
  return facts;
}

}  // namespace v1
}  // namespace senryaku
