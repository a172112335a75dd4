#include <algorithm>
#include <set>

#include "support/demands.hpp"
#include "support/lint.hpp"
#include "support/solve.hpp"

namespace senryaku::support {
namespace {

/// The facts of a row.
fact_map facts_of(const program& rules, const std::vector<fact_cell>& row) {
  fact_map facts;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].held != fact_cell::state::known) continue;
    facts[rules.columns()[i]->key] = decode_cell(rules, static_cast<int>(i), row[i]);
  }
  return facts;
}

/// Columns of the tests below a node; with `limits` only those of its limits, without only the others.
void columns_below(const program& rules, int index, bool limits, std::set<int>& columns) {
  const flat_node& node = rules.nodes()[static_cast<std::size_t>(index)];
  if (node.kind == flat_node::form::test && node.guard == limits) {
    columns.insert(node.test.column);
    if (node.test.other_column >= 0) columns.insert(node.test.other_column);
  }
  for (int child = node.first; child >= 0; child = rules.nodes()[static_cast<std::size_t>(child)].next) {
    columns_below(rules, child, limits, columns);
  }
}

class witness_finder {
 public:
  witness_finder(const programme_catalogue& catalogue, catalogue_report& report)
      : catalogue_(catalogue), report_(report) {}

  void run() {
    for (const auto& programme : catalogue_.programmes) {
      std::set<std::string> done;
      for (const int year : years(programme)) {
        for (const auto kind : {question_kind::expense, question_kind::amount, question_kind::procedure}) {
          const program rules(catalogue_, programme, year, kind, absent_facts::unknown);
          if (rules.in_force()) rules_of(rules, done);
        }
      }
    }
    for (auto& entry : missing_) {
      report_.findings.push_back(
          {"catalogue.rule.never", entry.first, {}, {{"owner", entry.first}, {"subject", entry.second}}, {}});
    }
  }

 private:
  static std::vector<int> years(const support_programme& p) {
    const int first = std::min(p.period.budget_from_fy.value_or(3000), p.period.executed_from_fy.value_or(3000));
    const int last = std::max(
        {p.period.executed_to_fy.value_or(first), p.period.budget_to_fy.value_or(first), std::min(first + 12, 2027)});
    std::vector<int> list;
    for (int year = first; year <= last; ++year) list.push_back(year);
    return list;
  }

  void rules_of(const program& rules, std::set<std::string>& done) {
    for (const int root : rules.roots()) {
      const flat_node& node = rules.nodes()[static_cast<std::size_t>(root)];
      if (!node.decides || node.group == rule_group::period || node.source == nullptr) continue;
      if (done.count(node.source->id) != 0) continue;
      const std::pair<std::string, std::string> key(rules.programme().id, node.source->id);
      if (find(rules, root)) {
        done.insert(node.source->id);
        missing_.erase(std::remove(missing_.begin(), missing_.end(), key), missing_.end());
        ++report_.counts.rules;
      } else if (std::find(missing_.begin(), missing_.end(), key) == missing_.end()) {
        missing_.push_back(key);
      }
    }
  }

  bool find(const program& rules, int root) {
    const flat_node& node = rules.nodes()[static_cast<std::size_t>(root)];
    auto goals = all_rules(rules);
    int body = root;
    if (node.limited) {  // at issue: the limit holds, so it is the body that has to be met
      body = rules.nodes()[static_cast<std::size_t>(node.first)].next;
      goals.insert(goals.begin(), {{node.first, truth::no}, {body, truth::yes}});
    }
    const auto meeting = solve(rules, blank_row(rules), goals, 200000);
    if (!meeting) return false;
    auto failing = fail(rules, meeting->row, root, body);
    if (!failing) return false;
    rule_witness witness;
    witness.programme = rules.programme().id;
    witness.fiscal_year = rules.fiscal_year();
    witness.rule = node.source->id;
    witness.kind = rules.kind();
    witness.meeting = facts_of(rules, meeting->row);
    witness.failing = facts_of(rules, *failing);
    std::set<int> asked;
    columns_below(rules, body, false, asked);
    for (const int column : asked) witness.asked.push_back(rules.columns()[static_cast<std::size_t>(column)]->key);
    report_.witnesses.push_back(std::move(witness));
    ++report_.counts.witnesses;
    return true;
  }

  /// The same facts but for those that the rule asks.
  std::optional<std::vector<fact_cell>> fail(const program& rules, std::vector<fact_cell> row, int root, int body) {
    std::set<int> asked;
    columns_below(rules, body, false, asked);
    for (const int column : asked) row[static_cast<std::size_t>(column)].held = fact_cell::state::unknown;
    auto others = all_rules(rules);
    others.erase(std::remove_if(others.begin(), others.end(), [&](const goal_node& g) { return g.node == root; }),
                 others.end());
    std::vector<goal_node> alone = others;
    alone.insert(alone.begin(), {root, truth::no});
    if (auto found = solve(rules, row, alone, 20000)) return std::move(found->row);
    if (auto found = solve(rules, row, {{root, truth::no}}, 20000)) return std::move(found->row);
    return std::nullopt;
  }

  const programme_catalogue& catalogue_;
  catalogue_report& report_;
  std::vector<std::pair<std::string, std::string>> missing_;
};

}  // namespace

void add_witnesses(const programme_catalogue& catalogue, catalogue_report& report) {
  witness_finder(catalogue, report).run();
}

void run_cases(const programme_catalogue& catalogue, catalogue_report& report) {
  for (const auto& example : catalogue.cases) {
    ++report.counts.cases;
    support_question question;
    question.programme = example.programme;
    question.fiscal_year = example.fiscal_year;
    question.as_of = example.as_of;
    question.kind = example.kind.value_or(question_kind::eligibility);
    question.explain = false;
    const auto answer = match_support(catalogue, question, example.facts);
    bool passed = answer.value && answer.value->verdict == example.verdict;
    if (passed) {
      std::set<std::string> asked;
      for (const auto& demand : answer.value->conditions) asked.insert(demand.fact);
      passed = asked == std::set<std::string>(example.conditions.begin(), example.conditions.end());
    }
    if (passed) {
      ++report.counts.cases_passed;
    } else {
      report.findings.push_back(
          {"catalogue.case.failed", example.id, {}, {{"owner", example.programme}, {"subject", example.id}}, {}});
    }
  }
}

}  // namespace senryaku::support
