#include <senryaku/support_batch.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "facts.hpp"
#include "support/demands.hpp"
#include "support/solve.hpp"

using namespace senryaku;
using namespace senryaku::testing;

namespace {

/// Random columns for a programme, with each fact's value also at hand as a row of facts.
struct table {
  std::vector<std::vector<std::int64_t>> values;
  std::vector<std::vector<std::uint8_t>> known;
  std::vector<fact_column> columns;
  std::vector<fact_map> rows;
};

table draw(const support::program& rules, int count, std::mt19937& random) {
  table result;
  result.rows.resize(static_cast<std::size_t>(count));
  const auto blank = support::blank_row(rules);
  result.values.reserve(rules.columns().size());
  result.known.reserve(rules.columns().size());
  for (std::size_t i = 0; i < rules.columns().size(); ++i) {
    const fact_definition& fact = *rules.columns()[i];
    if (fact.type == fact_type::list) continue;
    const auto cells = support::candidate_cells(rules, static_cast<int>(i), blank);
    const bool decimals = fact.type == fact_type::number || fact.type == fact_type::fraction;
    std::vector<std::int64_t> values;
    std::vector<std::uint8_t> known;
    fact_column column;
    column.fact = fact.key;
    column.scale = decimals ? 9 : 0;
    column.names = fact.values;
    for (int row = 0; row < count; ++row) {
      const bool is_known = random() % 100 >= 8;
      const std::size_t choice = random() % 10 < 6 ? 0 : random() % cells.size();
      const auto& cell = cells[choice];
      const fact_value value = support::decode_cell(rules, static_cast<int>(i), cell);
      std::int64_t code = cell.value;
      if (fact.type == fact_type::text) {
        code = std::find(fact.values.begin(), fact.values.end(), value.text) - fact.values.begin();
        if (code == static_cast<std::int64_t>(fact.values.size()))
          column.names = fact.values, column.names.push_back("other");
      }
      values.push_back(code);
      known.push_back(is_known ? 1 : 0);
      result.rows[static_cast<std::size_t>(row)][fact.key] = is_known ? value : fact_value{};
    }
    result.values.push_back(std::move(values));
    result.known.push_back(std::move(known));
    column.values = result.values.back().data();
    column.known = result.known.back().data();
    result.columns.push_back(std::move(column));
  }
  return result;
}

}  // namespace

TEST(Batch, EqualsSingleAnswersOnEveryProgramme) {
  std::mt19937 random(7);
  const auto& catalogue = built_in_rules().catalogue;
  for (const auto& programme : catalogue.programmes) {
    const int year = programme.period.executed_from_fy.value_or(2024);
    const support::program rules(catalogue, programme, year, question_kind::expense, absent_facts::unknown);
    const support_matcher matcher(catalogue, programme.id, year, question_kind::expense);
    constexpr int rows = 700;  // more than one block
    const table data = draw(rules, rows, random);
    std::vector<std::uint8_t> verdicts(rows, 9);
    std::vector<std::uint8_t> results(matcher.tests().size() * rows, 9);
    ASSERT_TRUE(matcher.results(data.columns, rows, verdicts.data(), results.data()));
    for (int row = 0; row < rows; ++row) {
      fact_map facts = data.rows[static_cast<std::size_t>(row)];
      for (const auto* fact : rules.columns()) facts.try_emplace(fact->key);  // no column: unknown
      const auto values = rules.evaluate(rules.encode(facts, nullptr));
      ASSERT_EQ(verdicts[static_cast<std::size_t>(row)], static_cast<std::uint8_t>(rules.verdict(values)))
          << programme.id << ' ' << row;
      std::size_t test = 0;
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (rules.nodes()[i].kind != support::flat_node::form::test) continue;
        ASSERT_EQ(results[test * rows + static_cast<std::size_t>(row)], static_cast<std::uint8_t>(values[i]))
            << programme.id << ' ' << matcher.tests()[test].id;
        ++test;
      }
    }
  }
}

TEST(Batch, ThresholdsAreExactAtAnyScale) {
  // 53.9 % or more (FY2022 supplementary budget): 53.9 and 53.90 are, 53.8 and 53.899 are not.
  const auto& catalogue = built_in_rules().catalogue;
  const support_matcher matcher(catalogue, "digiden-jisso-type", 2022);
  const std::vector<std::int64_t> type(2, 9);  // mynumber-linked-slot
  const auto verdict_of = [&](std::vector<std::int64_t> rate, int scale) {
    fact_column types;
    types.fact = "project.type";
    types.names = {"type1", "", "", "", "", "", "", "", "", "mynumber-linked-slot"};
    types.values = type.data();
    fact_column rates;
    rates.fact = "applicant.mynumber_application_rate_percent";
    rates.values = rate.data();
    rates.scale = scale;
    std::vector<std::uint8_t> out(2);
    EXPECT_TRUE(matcher.verdicts({types, rates}, 2, out.data()));
    return out;
  };
  const auto open = static_cast<std::uint8_t>(support_verdict::conditional);
  const auto refused = static_cast<std::uint8_t>(support_verdict::ineligible);
  EXPECT_EQ(verdict_of({539, 538}, 1), (std::vector<std::uint8_t>{open, refused}));
  EXPECT_EQ(verdict_of({53900, 53899}, 3), (std::vector<std::uint8_t>{open, refused}));
  EXPECT_EQ(verdict_of({54, 53}, 0), (std::vector<std::uint8_t>{open, refused}));
}

TEST(Batch, RefusesColumnsItCannotRead) {
  const support_matcher matcher(built_in_rules().catalogue, "digiden-jisso-type", 2024);
  std::uint8_t out = 0;
  const std::int64_t value = 1;
  fact_column column;
  column.fact = "no.such.fact";
  column.values = &value;
  EXPECT_FALSE(matcher.verdicts({column}, 1, &out));
  column.fact = "project.facility_kinds";
  EXPECT_FALSE(matcher.verdicts({column}, 1, &out));
  column.fact = "project.cost_yen";
  column.scale = 12;
  EXPECT_FALSE(matcher.verdicts({column}, 1, &out));
}
