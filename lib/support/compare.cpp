#include <senryaku/support.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

void collect(const std::vector<rule_reason>& reasons, std::map<std::string, const rule_reason*>& tests) {
  for (const auto& entry : reasons) {
    if (entry.form == "test" && !entry.rule.empty()) tests.emplace(entry.rule, &entry);
    collect(entry.parts, tests);
  }
}

bool same_demand(const std::optional<fact_demand>& a, const std::optional<fact_demand>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (a->fact == b->fact && a->op == b->op && a->value == b->value && a->upper == b->upper));
}

rule_change one_sided(const rule_reason& test, bool added) {
  rule_change change;
  change.rule = test.rule;
  change.cause = added ? change_cause::added : change_cause::removed;
  (added ? change.after : change.before) = test.result;
  (added ? change.demand_after : change.demand_before) = test.demand;
  change.ja = test.ja;
  change.en = test.en;
  return change;
}

std::vector<std::string> caps_of(const support_answer& answer) {
  std::vector<std::string> ids;
  if (!answer.amount) return ids;
  for (const auto& cap : answer.amount->caps) ids.push_back(cap.cap);
  return ids;
}

std::vector<std::string> without(const std::vector<std::string>& list, const std::vector<std::string>& other) {
  std::vector<std::string> rest;
  for (const auto& id : list) {
    if (std::find(other.begin(), other.end(), id) == other.end()) rest.push_back(id);
  }
  return rest;
}

}  // namespace

answer_change compare_answers(const support_answer& before, const support_answer& after) {
  answer_change change;
  change.programme = after.programme;
  change.before = before.verdict;
  change.after = after.verdict;
  change.version_before = before.catalogue_version;
  change.version_after = after.catalogue_version;
  change.fiscal_year_before = before.fiscal_year;
  change.fiscal_year_after = after.fiscal_year;
  change.successors = after.successors;
  std::map<std::string, const rule_reason*> first;
  std::map<std::string, const rule_reason*> second;
  collect(before.reasons, first);
  collect(after.reasons, second);
  for (const auto& [id, test] : first) {
    const auto there = second.find(id);
    if (there == second.end()) {
      change.rules.push_back(one_sided(*test, false));
      continue;
    }
    const bool demand = !same_demand(test->demand, there->second->demand);
    if (!demand && test->found == there->second->found) continue;
    rule_change entry = one_sided(*there->second, true);
    entry.cause = demand ? change_cause::demand_changed : change_cause::fact_changed;
    entry.before = test->result;
    entry.demand_before = test->demand;
    change.rules.push_back(std::move(entry));
  }
  for (const auto& [id, test] : second) {
    if (first.count(id) == 0) change.rules.push_back(one_sided(*test, true));
  }
  const auto caps_first = caps_of(before);
  const auto caps_second = caps_of(after);
  change.caps_before = without(caps_first, caps_second);
  change.caps_after = without(caps_second, caps_first);
  const std::string rate_first = before.amount ? before.amount->rate : std::string();
  const std::string rate_second = after.amount ? after.amount->rate : std::string();
  if (rate_first != rate_second) {
    change.rate_before = rate_first;
    change.rate_after = rate_second;
  }
  return change;
}

}  // namespace v1
}  // namespace senryaku
