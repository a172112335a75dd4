#include "support/answer.hpp"

#include <algorithm>

#include "support/amount.hpp"
#include "support/demands.hpp"

namespace senryaku::support {
namespace {

const char* form_name(flat_node::form kind) {
  switch (kind) {
    case flat_node::form::all:
      return "all";
    case flat_node::form::any:
      return "any";
    case flat_node::form::none:
      return "none";
    case flat_node::form::at_least:
      return "at-least";
    case flat_node::form::test:
      break;
  }
  return "test";
}

/// Builds an answer from one evaluation.
class answerer {
 public:
  answerer(const program& rules, const support_question& question, const fact_map& facts)
      : rules_(rules), question_(question), facts_(facts), row_(rules.encode(facts, &wrong_type_)) {
    values_ = rules_.evaluate(row_);
    decisive_ = decisive_nodes(rules_, values_);
  }

  support_answer run() {
    const support_programme& p = rules_.programme();
    answer_.programme = p.id;
    answer_.name_ja = p.name_ja;
    answer_.name_en = p.name_en;
    answer_.catalogue_version = rules_.catalogue().version;
    answer_.fiscal_year = question_.fiscal_year;
    answer_.as_of = question_.as_of;
    answer_.kind = question_.kind;
    answer_.verdict = rules_.verdict(values_);
    answer_.predecessors = p.predecessors;
    answer_.unconfirmed = p.unconfirmed;
    neighbours();
    rules();
    if (rules_.in_force()) answer_.amount = amount_of(p, question_.fiscal_year, facts_);
    for (const auto& duty : p.obligations) {
      if (in_years(duty.from_fy, duty.to_fy, question_.fiscal_year)) answer_.obligations.push_back(duty);
    }
    for (const auto& rule : p.stacking) {
      if (in_years(rule.from_fy, rule.to_fy, question_.fiscal_year)) answer_.stacking.push_back(rule);
    }
    if (question_.explain) {
      for (const int root : rules_.roots()) answer_.reasons.push_back(explain(root));
    }
    return std::move(answer_);
  }

  const std::vector<std::string>& wrong_type() const { return wrong_type_; }

 private:
  void rules() {
    switch (answer_.verdict) {
      case support_verdict::conditional:
        answer_.conditions = needed_demands(rules_, row_);
        answer_.open_facts = open_demands(rules_, values_, row_);
        if (answer_.conditions.empty()) answer_.conditions = answer_.open_facts;
        break;
      case support_verdict::ineligible:
      case support_verdict::not_in_force:
        answer_.failed = failed_rules(rules_, values_, row_, facts_);
        break;
      case support_verdict::eligible:
        break;
    }
    answer_.confidence = rules_.programme().confidence.value_or(rule_confidence::medium);
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const flat_node& node = rules_.nodes()[i];
      if (node.source == nullptr || !decisive_[i]) continue;
      if (node.source->confidence) answer_.confidence = std::max(answer_.confidence, *node.source->confidence);
      cite(node);
    }
    for (const int root : rules_.roots()) {
      const flat_node& node = rules_.nodes()[static_cast<std::size_t>(root)];
      if (node.decides || node.source == nullptr) continue;
      answer_.advisories.push_back({node.source->id, node.source->strength.value_or(rule_strength::gives_points),
                                    values_[static_cast<std::size_t>(root)], node.source->ja, node.source->en});
    }
  }

  /// Successors that take applications in the year, following the chain; without any, the next in line.
  void neighbours() {
    const support_programme& p = rules_.programme();
    if (answer_.verdict == support_verdict::eligible || answer_.verdict == support_verdict::conditional) return;
    std::vector<std::string> seen;
    std::vector<std::string> queue = p.successors;
    while (!queue.empty()) {
      const std::string id = queue.front();
      queue.erase(queue.begin());
      if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
      seen.push_back(id);
      const support_programme* next = rules_.catalogue().find(id);
      if (next == nullptr) continue;
      if (takes_applications(next->period)) {
        answer_.successors.push_back(id);
      } else {
        queue.insert(queue.end(), next->successors.begin(), next->successors.end());
      }
    }
    if (answer_.successors.empty() && answer_.verdict == support_verdict::not_in_force)
      answer_.successors = p.successors;
    for (const auto& id : p.alternatives) {
      const support_programme* other = rules_.catalogue().find(id);
      if (other != nullptr && takes_applications(other->period)) answer_.alternatives.push_back(id);
    }
  }

  bool takes_applications(const programme_period& period) const {
    const int year = question_.fiscal_year;
    return in_years(period.budget_from_fy, period.executed_to_fy, year) &&
           in_years(std::nullopt, period.new_applications_to_fy, year);
  }

  /// The day whose wording of the law counts: the day asked about, the day of the act, or the end of the year.
  civil_day cited_on() const {
    if (question_.as_of) return *question_.as_of;
    for (const auto& key : rules_.programme().period.day_facts) {
      const auto given = facts_.find(key);
      if (given == facts_.end() || given->second.held != fact_value::kind::text) continue;
      if (const auto day = civil_day::parse(given->second.text)) return *day;
    }
    return fiscal_year(question_.fiscal_year).last_day();
  }

  void cite(const flat_node& node) {
    const civil_day day = cited_on();
    for (const auto& id : node.source->cite) {
      for (const auto* list : {&rules_.programme().citations, &rules_.catalogue().citations}) {
        for (const auto& source : *list) {
          if (source.id != id || (source.from && day < *source.from) || (source.to && day > *source.to)) continue;
          answer_.citations.push_back({node.source->id, source.title, source.article, source.url, source.note});
        }
      }
    }
  }

  rule_reason explain(int index) const {
    const auto place = static_cast<std::size_t>(index);
    const flat_node& node = rules_.nodes()[place];
    rule_reason result;
    result.form = form_name(node.kind);
    result.result = values_[place];
    result.decisive = decisive_[place];
    result.confidence = rules_.programme().confidence.value_or(rule_confidence::medium);
    if (node.source != nullptr) {
      result.rule = node.source->id;
      result.strength = node.source->strength.value_or(rule_strength::compulsory);
      result.confidence = node.source->confidence.value_or(result.confidence);
      result.cite = node.source->cite;
      result.ja = node.source->ja;
      result.en = node.source->en;
    }
    if (node.kind == flat_node::form::test) {
      result.demand = demand_of(rules_, node);
      result.fact = result.demand->fact;
      if (result.ja.empty()) result.ja = result.demand->ja;
      if (result.en.empty()) result.en = result.demand->en;
      const auto given = facts_.find(result.fact);
      if (given != facts_.end()) result.found = given->second;
    }
    for (int child = node.first; child >= 0; child = rules_.nodes()[static_cast<std::size_t>(child)].next) {
      result.parts.push_back(explain(child));
    }
    return result;
  }

  const program& rules_;
  const support_question& question_;
  const fact_map& facts_;
  std::vector<std::string> wrong_type_;
  std::vector<fact_cell> row_;
  std::vector<truth> values_;
  std::vector<bool> decisive_;
  support_answer answer_;
};

/// The facts with what follows from them: implications, the day asked about as the day of the act, the grant that an
/// amount question asks for.
fact_map complete_facts(const programme_catalogue& catalogue, const support_programme& programme,
                        const support_question& question, const fact_map& facts) {
  fact_map all = with_implications(catalogue, facts);
  if (question.as_of) {
    fact_value day;
    day.held = fact_value::kind::text;
    day.text = question.as_of->to_string();
    for (const auto& key : programme.period.day_facts) all.try_emplace(key, day);
  }
  if (question.kind == question_kind::amount) add_requested_grant(programme, question.fiscal_year, all);
  return all;
}

}  // namespace

outcome<support_answer> answer_by(const program& rules, const support_question& question, const fact_map& facts) {
  const programme_catalogue& catalogue = rules.catalogue();
  const fact_map all = complete_facts(catalogue, rules.programme(), question, facts);
  answerer builder(rules, question, all);
  outcome<support_answer> result;
  result.value = builder.run();
  for (const auto& key : builder.wrong_type()) {
    result.findings.push_back({"support.fact.type", {}, {}, {{"fact", key}}, {}});
    result.value->unknown_keys.push_back(key);
  }
  for (const auto& [key, value] : facts) {
    if (catalogue.fact(key) != nullptr) continue;
    result.findings.push_back({"support.fact.unknown", {}, {}, {{"fact", key}}, {}});
    result.value->unknown_keys.push_back(key);
  }
  return result;
}

std::vector<std::string> facts_used(const program& rules) {
  std::vector<std::string> keys = amount_facts(rules.programme());
  const auto& days = rules.programme().period.day_facts;
  keys.insert(keys.end(), days.begin(), days.end());
  for (const auto* column : rules.columns()) keys.push_back(column->key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace senryaku::support
