#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <cmath>

#include "unit/population/random_area.hpp"

using namespace senryaku;
using senryaku_test::random_area;
using senryaku_test::total;

namespace {

const population_parameters& parameters() {
  return built_in_rules().population;
}

/// A made-up area whose births go by age, at a total fertility rate of 5 × 7 × 0.04 = 1.4.
projection_input area_by_age(unsigned seed) {
  auto input = random_area(seed);
  for (auto& step : input.steps) {
    step.births = {};
    step.births.fertility_by_age.assign(7, 0.04);
    step.births.sex_ratio_at_birth = 1.05;
    step.births.male_birth_survival = step.births.female_birth_survival = 0.998;
  }
  return input;
}

}  // namespace

TEST(assumptions, births_by_age_are_scaled_to_the_fertility_of_a_scenario) {
  const auto input = area_by_age(21);
  const auto set = run_scenarios(input, parameters(), {{"own", {{2015, 2.8}}, {}, {}, {}}}, std::nullopt);
  ASSERT_TRUE(set);
  EXPECT_NEAR(*set->base_fertility, 1.4, 1e-12);
  // At twice the rate, and with the same women at the end of the first step, twice the children.
  EXPECT_NEAR(*set->find("own")->years[1].births_surviving, 2 * *set->find("pattern1")->years[1].births_surviving,
              1e-9);
  // Simulation 1 is 1.4 + 0.7 ÷ 3 in 2020.
  EXPECT_NEAR(*set->find("simulation1")->years[1].births_surviving,
              (1.4 + 0.7 / 3) / 1.4 * *set->find("pattern1")->years[1].births_surviving, 1e-9);
}

TEST(assumptions, births_by_age_that_are_all_zero_cannot_be_scaled) {
  auto input = area_by_age(22);
  for (auto& step : input.steps) step.births.fertility_by_age.assign(7, 0.0);
  const auto set = run_scenarios(input, parameters(), {}, std::nullopt);
  ASSERT_TRUE(set);
  EXPECT_EQ(set->find("simulation1"), nullptr);
  EXPECT_FALSE(set->natural_influence);
  EXPECT_EQ(set.findings[0].code, "population.scenario.no-fertility");
}

TEST(assumptions, the_factor_between_fertility_and_child_woman_ratio_is_a_series) {
  auto changing = parameters();
  changing.fertility_factors = {{2015, 7}, {2025, 8}};
  const auto input = random_area(23);
  const auto set = run_scenarios(input, changing, {{"own", {{2015, 1.5}}, {}, {}, {}}}, std::nullopt);
  ASSERT_TRUE(set);
  const auto ratio = [&](std::size_t i) {
    const auto& point = set->find("own")->years[i];
    double women = 0;
    for (std::size_t x = 3; x <= 9; ++x) women += point.population.female[x];
    return *point.births_surviving / women;
  };
  EXPECT_NEAR(ratio(1), 1.5 / 7.5, 1e-12);  // 2020: half way
  EXPECT_NEAR(ratio(2), 1.5 / 8, 1e-12);
  EXPECT_NEAR(ratio(6), 1.5 / 8, 1e-12);  // 2045: held
}

TEST(assumptions, parameters_that_cannot_be_used_are_named) {
  const auto member = [](const auto& change) {
    auto p = parameters();
    change(p);
    const auto set = run_scenarios(random_area(1), p, {}, std::nullopt);
    EXPECT_FALSE(set);
    return set.findings.empty() ? std::string() : std::string(set.findings[0].value("member"));
  };
  using par = population_parameters;
  EXPECT_EQ(member([](par& p) { p.fertility_factors.clear(); }), "fertility_factors");
  EXPECT_EQ(member([](par& p) { p.fertility_factors[0].value = 0; }), "fertility_factors");
  EXPECT_EQ(member([](par& p) { p.fertility_factors = {{2020, 7}, {2015, 7}}; }), "fertility_factors");
  EXPECT_EQ(member([](par& p) { p.family.persons = {}; }), "family");
  EXPECT_EQ(member([](par& p) { p.search.fertility_to = std::nan(""); }), "search");
}

TEST(assumptions, outlooks_that_cannot_be_used_are_left_out_and_named) {
  const auto problem = [](const outlook& own) {
    const auto set = run_scenarios(random_area(1), parameters(), {own}, std::nullopt);
    EXPECT_TRUE(set);
    EXPECT_EQ(set->scenarios.size(), 4u);
    return set.findings.empty() ? std::string() : set.findings[0].pointer;
  };
  EXPECT_EQ(problem({"pattern1", {}, {}, {}, {}}), "/outlooks/0/name");
  EXPECT_EQ(problem({"", {}, {}, {}, {}}), "/outlooks/0/name");
  EXPECT_EQ(problem({"a", {{2020, 1.5}, {2020, 1.6}}, {}, {}, {}}), "/outlooks/0/fertility");
  EXPECT_EQ(problem({"a", {{2030, 1.5}, {2020, 1.6}}, {}, {}, {}}), "/outlooks/0/fertility");
  EXPECT_EQ(problem({"a", {{2020, -1}}, {}, {}, {}}), "/outlooks/0/fertility");
  EXPECT_EQ(problem({"a", {}, {std::nan("")}, {}, {}}), "/outlooks/0/migration_factors");
  EXPECT_EQ(problem({"a", {}, {}, -1.0, {}}), "/outlooks/0/families_per_year");
}

TEST(assumptions, a_compared_year_outside_the_projection_leaves_the_influence_unknown) {
  const auto set = run_scenarios(random_area(1), parameters(), {}, 2033);
  ASSERT_TRUE(set);
  EXPECT_FALSE(set->natural_rating);
  ASSERT_EQ(set.findings.size(), 1u);
  EXPECT_EQ(set.findings[0].code, "population.compared-year");
}

TEST(assumptions, an_areas_own_family_and_an_older_pattern_keep_every_person) {
  auto input = random_area(24, 18, 1);
  family_pattern old_couple;
  old_couple.persons = {std::vector<double>(21, 0.0), std::vector<double>(21, 0.0)};
  old_couple.persons.male[20] = old_couple.persons.female[20] = 1;  // 100+
  const auto set = run_scenarios(input, parameters(), {{"own", {}, {}, 1.0, old_couple}}, std::nullopt);
  ASSERT_TRUE(set);
  const auto& plain = set->find("pattern1")->years[1].population;
  const auto& more = set->find("own")->years[1].population;
  // Five men in five years: 2.5 at the end, 2.5 at the start who lived on in 85+.
  EXPECT_NEAR(more.male[17] - plain.male[17], 2.5 + 2.5 * input.steps[0].survival.male[16], 1e-9);
}

TEST(assumptions, limits_apply_from_their_figure_on_in_any_order) {
  auto p = parameters();
  std::reverse(p.natural_limits.begin(), p.natural_limits.end());
  const auto usual = run_scenarios(random_area(25), parameters(), {}, std::nullopt);
  const auto reversed = run_scenarios(random_area(25), p, {}, std::nullopt);
  EXPECT_EQ(usual->natural_rating, reversed->natural_rating);
}

TEST(needed, a_year_between_two_steps_is_read_on_a_line_and_says_so) {
  const auto input = random_area(26);
  const auto trend = run_projection(input);
  const double before = total(trend->years[5].population), after = total(trend->years[6].population);
  // The trend's own total of 2043 (three fifths of the way from 2040 to 2045) needs no families.
  const auto answers = what_is_needed(input, parameters(), 2043, before + 0.6 * (after - before) - 1e-6);
  ASSERT_TRUE(answers);
  EXPECT_TRUE((*answers)[1].interpolated);
  EXPECT_EQ((*answers)[1].value, 0);
  EXPECT_FALSE((*what_is_needed(input, parameters(), 2045, 100))[1].interpolated);
}

TEST(needed, the_answers_are_inverse_to_an_outlook_with_them) {
  for (unsigned seed = 30; seed < 40; ++seed) {
    const auto input = random_area(seed);
    const double wanted = total(run_projection(input)->years.back().population) * 1.1;
    const auto answers = what_is_needed(input, parameters(), 2045, wanted);
    ASSERT_TRUE(answers);
    const auto& fertility = (*answers)[0];
    const auto& families = (*answers)[1];
    ASSERT_TRUE(fertility.value && families.value);
    const auto set = run_scenarios(
        input, parameters(), {{"f", {{2015, *fertility.value}}, {}, {}, {}}, {"m", {}, {}, *families.value, {}}}, {});
    EXPECT_NEAR(total(set->find("f")->years.back().population), wanted, 1e-6 * wanted);
    EXPECT_NEAR(total(set->find("m")->years.back().population), wanted, 1e-6 * wanted);
    EXPECT_NEAR(*fertility.births_per_year, *set->find("f")->years.back().births_surviving / 5, 1e-6);
  }
}

TEST(needed, a_question_that_has_no_meaning_is_refused) {
  const auto code = [](int year, double target) {
    const auto answers = what_is_needed(random_area(1), parameters(), year, target);
    EXPECT_FALSE(answers);
    return answers.findings.empty() ? std::string() : answers.findings[0].code;
  };
  EXPECT_EQ(code(2045, -5), "population.needed.target");
  EXPECT_EQ(code(2045, std::nan("")), "population.needed.target");
  EXPECT_EQ(code(2015, 100), "population.needed.year");
}
