/// Properties that hold for any catalogue, tried on the shipped one: with the witness sets of its linter and at random.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <random>

#include "facts.hpp"
#include "support/demands.hpp"
#include "support/program.hpp"
#include "support/solve.hpp"

using namespace senryaku;
using namespace senryaku::testing;

namespace {

const catalogue_report& report() {
  static const catalogue_report built = lint_catalogue(built_in_rules().catalogue);
  return built;
}

support_answer ask_at(const rule_witness& witness, const fact_map& facts) {
  return ask(question(witness.programme.c_str(), witness.fiscal_year, witness.kind), facts);
}

bool refused(support_verdict verdict) {
  return verdict == support_verdict::ineligible || verdict == support_verdict::not_in_force;
}

/// Random facts: each key unknown, or one of the values that the rules tell apart.
class random_facts {
 public:
  explicit random_facts(unsigned seed) : random_(seed) {}

  fact_map draw(const support::program& rules, double unknown) {
    fact_map facts;
    const auto blank = support::blank_row(rules);
    for (std::size_t i = 0; i < rules.columns().size(); ++i) {
      if (chance() < unknown) continue;
      facts[rules.columns()[i]->key] = value(rules, static_cast<int>(i), blank);
    }
    return facts;
  }
  fact_value value(const support::program& rules, int column, const std::vector<support::fact_cell>& blank) {
    const auto cells = support::candidate_cells(rules, column, blank);
    // The helpful ones stand first: half of the draws take one of these, or hardly anything would be eligible.
    const std::size_t most = chance() < 0.7 ? 1 : cells.size();
    return support::decode_cell(rules, column, cells[pick(most)]);
  }
  double chance() { return std::uniform_real_distribution<double>(0, 1)(random_); }
  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  std::mt19937& engine() { return random_; }

 private:
  std::mt19937 random_;
};

const support_programme& any_programme(random_facts& random) {
  const auto& all = built_in_rules().catalogue.programmes;
  return all[random.pick(all.size())];
}

}  // namespace

TEST(EveryRule, PassesFailsAndIsUnknown) {
  int rules = 0;
  for (const auto& witness : report().witnesses) {
    SCOPED_TRACE(witness.programme + " FY" + std::to_string(witness.fiscal_year) + " " + witness.rule);
    EXPECT_EQ(ask_at(witness, witness.meeting).verdict, support_verdict::eligible);
    EXPECT_EQ(ask_at(witness, witness.failing).verdict, support_verdict::ineligible);
    fact_map open = witness.meeting;
    for (const auto& key : witness.asked) open[key] = unknown_fact();
    EXPECT_EQ(ask_at(witness, open).verdict, support_verdict::conditional);
    ++rules;
  }
  std::cout << rules << " rules: each with a passing, a failing and an unknown case\n";
  EXPECT_GT(rules, 200);
}

TEST(Property, AddingAFactNeverTurnsADecidedVerdict) {
  random_facts random(1);
  int decided = 0;
  for (int round = 0; round < 4000; ++round) {
    const auto& programme = any_programme(random);
    const int year = programme.period.executed_from_fy.value_or(2024);
    const support::program rules(built_in_rules().catalogue, programme, year, question_kind::amount,
                                 absent_facts::unknown);
    auto row = rules.encode(random.draw(rules, 0.4), nullptr);
    const auto first = rules.verdict(rules.evaluate(row));
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].held == support::fact_cell::state::known || rules.columns()[i]->key == "project.status") continue;
      const bool optional_only = row[i].held == support::fact_cell::state::absent;
      row[i].held = support::fact_cell::state::unknown;
      const auto before = rules.verdict(rules.evaluate(row));
      rules.encode(static_cast<int>(i), random.value(rules, static_cast<int>(i), row), row[i]);
      const auto after = rules.verdict(rules.evaluate(row));
      if (before != support_verdict::conditional) {
        EXPECT_EQ(refused(before), refused(after)) << programme.id << ' ' << rules.columns()[i]->key << optional_only;
        ++decided;
      }
    }
    (void)first;
  }
  std::cout << decided << " facts added to decided verdicts\n";
  EXPECT_GT(decided, 1000);
}

TEST(Property, ConditionsAreNeededAndDecide) {
  random_facts random(2);
  int conditional = 0;
  int hopeless = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto& programme = any_programme(random);
    const int year = programme.period.executed_from_fy.value_or(2024);
    const support::program rules(built_in_rules().catalogue, programme, year, question_kind::expense,
                                 absent_facts::unknown);
    const fact_map facts = random.draw(rules, 0.3);
    const auto row = rules.encode(facts, nullptr);
    const auto values = rules.evaluate(row);
    if (rules.verdict(values) != support_verdict::conditional) continue;
    const auto solved = support::solve(rules, row, support::all_rules(rules));
    if (!solved) {  // Kleene's logic looks at no combinations: every type that is possible may be refused
      EXPECT_TRUE(support::needed_demands(rules, row).empty()) << programme.id;
      EXPECT_FALSE(support::open_demands(rules, values, row).empty()) << programme.id;
      ++hopeless;
      continue;
    }
    const auto demands = support::needed_demands(rules, row);
    ASSERT_FALSE(demands.empty()) << programme.id;
    ++conditional;
    // Supplied together they decide; without any one of them the verdict stays open.
    std::vector<std::string> keys;
    for (const auto& demand : demands) {
      if (std::find(keys.begin(), keys.end(), demand.fact) == keys.end()) keys.push_back(demand.fact);
    }
    auto with = row;
    for (const auto& key : keys)
      with[static_cast<std::size_t>(rules.column_of(key))] =
          solved->row[static_cast<std::size_t>(rules.column_of(key))];
    EXPECT_EQ(rules.verdict(rules.evaluate(with)), support_verdict::eligible) << programme.id;
    for (const auto& key : keys) {
      auto less = with;
      less[static_cast<std::size_t>(rules.column_of(key))] = row[static_cast<std::size_t>(rules.column_of(key))];
      EXPECT_EQ(rules.verdict(rules.evaluate(less)), support_verdict::conditional) << programme.id << ' ' << key;
    }
  }
  std::cout << conditional << " conditional answers, every condition needed and together decisive; " << hopeless
            << " that no facts can turn to the good name what is open\n";
  EXPECT_LT(hopeless * 50, conditional);
  EXPECT_GT(conditional, 500);
}

TEST(Property, TheOrderOfRulesDoesNotMatter) {
  random_facts random(3);
  for (int round = 0; round < 600; ++round) {
    programme_catalogue shuffled;
    shuffled.facts = built_in_rules().catalogue.facts;
    shuffled.conditions = built_in_rules().catalogue.conditions;
    support_programme programme = any_programme(random);
    const int year = programme.period.executed_from_fy.value_or(2024);
    const support::program rules(built_in_rules().catalogue, programme, year, question_kind::amount,
                                 absent_facts::unknown);
    const fact_map facts = random.draw(rules, 0.3);
    const auto before = rules.verdict(rules.evaluate(rules.encode(facts, nullptr)));
    std::shuffle(programme.requirements.begin(), programme.requirements.end(), random.engine());
    std::shuffle(programme.caps.begin(), programme.caps.end(), random.engine());
    for (auto& rule : programme.requirements) {
      for (auto* parts : {&rule.all, &rule.any, &rule.of, &rule.none, &rule.when}) {
        std::shuffle(parts->begin(), parts->end(), random.engine());
      }
    }
    const support::program again(shuffled, programme, year, question_kind::amount, absent_facts::unknown);
    EXPECT_EQ(again.verdict(again.evaluate(again.encode(facts, nullptr))), before) << programme.id;
  }
}
