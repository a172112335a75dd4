#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <cmath>
#include <fstream>
#include <sstream>

#include "unit/population/random_area.hpp"

using namespace senryaku;
using senryaku_test::random_area;
using senryaku_test::total;

namespace {

const population_parameters& parameters() {
  return built_in_rules().population;
}

strategy_document founding_town() {
  std::ifstream file(std::string(SENRYAKU_TEST_DATA) + "/strategies/aizumisato-2025.json");
  std::stringstream text;
  text << file.rdbuf();
  auto document = read_strategy(text.str());
  EXPECT_TRUE(document);
  return std::move(*document);
}

}  // namespace

TEST(scenarios, desired_fertility_of_the_nation) {
  // (0.34 × 2.07 + 0.66 × 0.89 × 2.12) × 0.938 = 1.8282, published as 1.8: http://familie-jp.net/blog/work/20160706-01/
  const desired_fertility_factors nation{0.34, 2.07, 0.89, 2.12, 0.938};
  EXPECT_NEAR(*desired_fertility(nation), 1.8282, 0.00005);
  auto unknown = nation;
  unknown.wish_to_marry.reset();
  EXPECT_FALSE(desired_fertility(unknown));
}

TEST(scenarios, founding_town_back_test_of_2020) {
  // Cohort change 2010→2015 held gives 19,037.0243 for 2020; the census counted 19,014: +0.12 %.
  const auto result = project_vision(founding_town().value, parameters(), 2050);
  const backtest_case* found = nullptr;
  for (const auto& one : result.past.cases) {
    if (one.base_year == 2015 && one.year == 2020) found = &one;
  }
  ASSERT_NE(found, nullptr);
  EXPECT_NEAR(found->projected, 19037.0243, 0.0001);
  EXPECT_EQ(found->counted, 19014);
  EXPECT_NEAR(found->error_percent, 0.12, 0.005);
}

TEST(scenarios, bands_only_with_enough_history) {
  const auto result = project_vision(founding_town().value, parameters(), 2050);
  for (const auto& band : result.past.bands) EXPECT_EQ(band.band_percent.has_value(), band.cases >= 4) << band.horizon;
}

TEST(scenarios, the_batch_agrees_with_the_single_scenarios) {
  constexpr std::size_t groups = 20, steps = 6;
  for (unsigned seed = 0; seed < 50; ++seed) {
    const auto input = random_area(seed, groups, steps);
    std::vector<double> base, survival, migration, ratio, share, out(4 * (steps + 1) * scenario_columns);
    for (const auto* sex : {&input.base.male, &input.base.female}) base.insert(base.end(), sex->begin(), sex->end());
    for (const auto& step : input.steps) {
      for (const auto* sex : {&step.survival.male, &step.survival.female})
        survival.insert(survival.end(), sex->begin(), sex->end());
      for (const auto* sex : {&step.net_migration.male, &step.net_migration.female})
        migration.insert(migration.end(), sex->begin(), sex->end());
      ratio.push_back(*step.births.child_woman_ratio);
      share.push_back(*step.births.male_share);
    }
    project_area_scenarios(1, groups, steps, 2015, base.data(), survival.data(), migration.data(), ratio.data(),
                           share.data(), parameters(), out.data());
    const auto set = run_scenarios(input, parameters(), {}, std::nullopt);
    ASSERT_TRUE(set);
    for (std::size_t scenario = 0; scenario < 4; ++scenario) {
      const auto rows = summarise(set->scenarios[scenario], parameters());
      for (std::size_t i = 0; i <= steps; ++i) {
        const double* columns = out.data() + (scenario * (steps + 1) + i) * scenario_columns;
        EXPECT_NEAR(columns[scenario_total], rows[i].total, 1e-6);
        EXPECT_NEAR(columns[scenario_65_plus], rows[i].age_65_plus, 1e-6);
        EXPECT_NEAR(columns[scenario_75_plus], rows[i].age_75_plus, 1e-6);
        EXPECT_NEAR(columns[scenario_women_20_39], rows[i].women_20_39, 1e-6);
        for (const auto& [column, figure] : {std::pair{scenario_social_change, rows[i].social_change},
                                             {scenario_natural_change, rows[i].natural_change},
                                             {scenario_births_surviving, rows[i].births_surviving}}) {
          EXPECT_EQ(std::isnan(columns[column]), i == 0);  // unknown in the base year
          EXPECT_EQ(figure.has_value(), i != 0);
          if (figure) {
            EXPECT_NEAR(columns[column], *figure, 1e-6);
          }
        }
      }
    }
  }
}

TEST(scenarios, outlook_follows_fertility_and_migration_by_step) {
  auto input = random_area(11);
  const outlook still{"own", {{2020, 1.6}, {2030, 1.8}}, {0.5, 0.0}, std::nullopt, std::nullopt};
  const auto set = run_scenarios(input, parameters(), {still}, std::nullopt);
  ASSERT_TRUE(set);
  const auto& own = set->scenarios.back();
  EXPECT_EQ(own.name, "own");
  EXPECT_NEAR(*own.years[2].social_change, 0, 1e-9);  // second step: factor 0
  // Fertility 1.7 in 2025 (half way), so 0–4 ÷ women 15–49 = 1.7 ÷ K.
  double women = 0;
  for (std::size_t x = 3; x <= 9; ++x) women += own.years[2].population.female[x];
  EXPECT_NEAR(*own.years[2].births_surviving / women, 1.7 / parameters().fertility_factors.front().value, 1e-12);
}

TEST(scenarios, families_move_in_half_at_the_start_half_at_the_end) {
  auto input = random_area(12);
  input.steps.resize(1);
  const auto set = run_scenarios(input, parameters(), {{"families", {}, {}, 2.0, std::nullopt}}, std::nullopt);
  ASSERT_TRUE(set);
  const auto& plain = set->scenarios[0].years[1].population;
  const auto& more = set->scenarios.back().years[1].population;
  // 2 families a year × 5 years = 10 men aged 30–34: 5 arrive at the end, 5 at the start and grow 35–39.
  EXPECT_NEAR(more.male[6] - plain.male[6], 5, 1e-9);
  EXPECT_NEAR(more.male[7] - plain.male[7], 5 * input.steps[0].survival.male[6], 1e-9);
}

TEST(needed, each_answer_reaches_the_target_and_no_smaller_one_does) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    auto input = random_area(seed);
    const double start = total(input.base);
    const auto answers = what_is_needed(input, parameters(), 2045, start * 0.7);
    ASSERT_TRUE(answers);
    ASSERT_EQ(answers->size(), 3u);
    for (const auto& answer : *answers) {
      if (!answer.value) continue;
      EXPECT_GE(*answer.reached, answer.target);
      if (*answer.value == answer.searched_from) continue;  // more than enough already
      EXPECT_NEAR(*answer.reached, answer.target, start * 1e-6);
    }
  }
}

TEST(needed, out_of_reach_stays_unknown) {
  const auto input = random_area(4);
  const auto answers = what_is_needed(input, parameters(), 2045, total(input.base) * 1e6);
  ASSERT_TRUE(answers);
  for (const auto& answer : *answers) EXPECT_FALSE(answer.value);
}

TEST(vision, target_above_the_projection_is_a_finding) {
  auto document = founding_town();
  document.value.population_vision->targets.push_back({2040, decimal(15000), {}, {}});
  const auto result = project_vision(document.value, parameters(), 2050);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].code, "population.target.above-projection");
  EXPECT_EQ(result.findings[0].value("projected"), "12033");  // cohort-change reference of 2040
  EXPECT_EQ(result.needed.size(), 3u);
}

TEST(vision, without_ages_nothing_is_projected) {
  strategy plan;
  plan.population_vision.emplace();
  const auto result = project_vision(plan, parameters(), 2050);
  EXPECT_FALSE(result.scenarios);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].code, "population.census.no-pair");
}
