#include <gtest/gtest.h>
#include <senryaku/population.hpp>

#include <cmath>
#include <iostream>

#include "unit/population/random_area.hpp"

using namespace senryaku;
using senryaku_test::random_area;
using senryaku_test::total;

namespace {

constexpr unsigned sample = 200;

/// Areas of every open group (85+ to 100+) and of one to eight steps.
projection_input any_area(unsigned seed) {
  return random_area(seed, 18 + seed % 4, 1 + seed % 8);
}

void say(const char* property) {
  std::cout << sample << " random areas: " << property << '\n';
}

}  // namespace

TEST(projection_property, a_closed_population_without_births_only_shrinks) {
  for (unsigned seed = 0; seed < sample; ++seed) {
    auto input = any_area(seed);
    for (auto& step : input.steps) {
      step.net_migration = {};
      step.births.child_woman_ratio = 0;
    }
    const auto result = run_projection(input);
    ASSERT_TRUE(result);
    for (std::size_t i = 1; i < result->years.size(); ++i) {
      EXPECT_LE(total(result->years[i].population), total(result->years[i - 1].population));
      EXPECT_NEAR(*result->years[i].social_change, 0, 1e-9);
    }
  }
  say("a closed population without births only shrinks");
}

TEST(projection_property, is_linear_in_the_base) {
  for (unsigned seed = 0; seed < sample; ++seed) {
    auto input = any_area(seed);
    const auto once = run_projection(input);
    for (auto* sex : {&input.base.male, &input.base.female}) {
      for (auto& value : *sex) value *= 3;
    }
    const auto thrice = run_projection(input);
    ASSERT_TRUE(once && thrice);
    for (std::size_t x = 0; x < input.base.male.size(); ++x) {
      EXPECT_NEAR(3 * once->years.back().population.male[x], thrice->years.back().population.male[x], 1e-6);
    }
  }
  say("linear in the base");
}

TEST(projection_property, splitting_an_area_with_the_same_ratios_changes_nothing) {
  for (unsigned seed = 0; seed < sample; ++seed) {
    const auto whole = any_area(seed);
    auto part = whole;
    auto rest = whole;
    for (std::size_t x = 0; x < whole.base.male.size(); ++x) {
      const double share = 0.1 + 0.04 * static_cast<double>(x % 19);
      part.base.male[x] *= share;
      rest.base.male[x] *= 1 - share;
      part.base.female[x] *= share;
      rest.base.female[x] *= 1 - share;
    }
    const double sum =
        total(run_projection(part)->years.back().population) + total(run_projection(rest)->years.back().population);
    // Children 0–4 take the share of boys of the step, so the split is exact.
    EXPECT_NEAR(total(run_projection(whole)->years.back().population), sum, 1e-6);
  }
  say("splitting changes nothing");
}

TEST(projection_property, zero_migration_equals_no_migration_term) {
  for (unsigned seed = 0; seed < sample; ++seed) {
    auto zero = any_area(seed);
    auto none = zero;
    for (std::size_t i = 0; i < zero.steps.size(); ++i) {
      for (auto* sex : {&zero.steps[i].net_migration.male, &zero.steps[i].net_migration.female}) {
        for (auto& value : *sex) value = 0;
      }
      none.steps[i].net_migration = {};
    }
    EXPECT_EQ(total(run_projection(zero)->years.back().population),
              total(run_projection(none)->years.back().population));
  }
  say("zero migration equals no term");
}

TEST(projection_property, sums_by_sex_and_age_agree_with_totals_and_changes) {
  for (unsigned seed = 0; seed < sample; ++seed) {
    const auto result = run_projection(any_area(seed));
    ASSERT_TRUE(result);
    const auto rows = summarise(*result, {});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_NEAR(rows[i].total, rows[i].male + rows[i].female, 1e-9);
      EXPECT_NEAR(rows[i].total, rows[i].age_0_14 + rows[i].age_15_64 + rows[i].age_65_plus, 1e-6);
      if (i == 0) continue;
      EXPECT_NEAR(rows[i].total - rows[i - 1].total, *rows[i].natural_change + *rows[i].social_change, 1e-6);
    }
  }
  say("sums by sex and age agree");
}

TEST(projection, the_batch_gives_the_same_figures_bit_for_bit) {
  constexpr std::size_t areas = 7, groups = 20, steps = 6;
  std::vector<double> base, survival, migration, ratio, share, out(areas * steps * 2 * groups);
  std::vector<projection_input> inputs;
  for (unsigned a = 0; a < areas; ++a) {
    inputs.push_back(random_area(a, groups, steps));
    const auto& input = inputs.back();
    base.insert(base.end(), input.base.male.begin(), input.base.male.end());
    base.insert(base.end(), input.base.female.begin(), input.base.female.end());
    for (const auto& step : input.steps) {
      for (const auto* sex : {&step.survival.male, &step.survival.female})
        survival.insert(survival.end(), sex->begin(), sex->end());
      for (const auto* sex : {&step.net_migration.male, &step.net_migration.female})
        migration.insert(migration.end(), sex->begin(), sex->end());
      ratio.push_back(*step.births.child_woman_ratio);
      share.push_back(*step.births.male_share);
    }
  }
  project_areas(areas, groups, steps, base.data(), survival.data(), migration.data(), ratio.data(), share.data(),
                out.data());
  for (std::size_t a = 0; a < areas; ++a) {
    const auto single = run_projection(inputs[a]);
    for (std::size_t s = 0; s < steps; ++s) {
      const double* cells = out.data() + (a * steps + s) * 2 * groups;
      for (std::size_t x = 0; x < groups; ++x) {
        ASSERT_EQ(cells[x], single->years[s + 1].population.male[x]);
        ASSERT_EQ(cells[groups + x], single->years[s + 1].population.female[x]);
      }
    }
  }
}

TEST(projection, the_last_ratios_are_held_and_the_result_says_so) {
  auto input = random_area(1);
  input.horizon_year = 2060;
  const auto result = run_projection(input);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->held_from, 2045);  // six steps from 2015
  EXPECT_EQ(result->years.back().year, 2060);
}

TEST(projection, out_rates_with_in_shares_equal_net_migration_of_the_same_size) {
  auto net = random_area(3);
  auto split = net;
  for (auto& step : split.steps) {
    for (auto* sex : {&step.net_migration.male, &step.net_migration.female}) {
      auto& out = sex == &step.net_migration.male ? step.out_migration.male : step.out_migration.female;
      for (auto& value : *sex) out.push_back(-value), value = 0;
    }
  }
  EXPECT_NEAR(total(run_projection(net)->years.back().population),
              total(run_projection(split)->years.back().population), 1e-6);
  // A share of a pool adds its persons: 10 % of 100 arrivals in the group 20–24 at the end of the step.
  auto with_pool = net;
  with_pool.steps.resize(1);
  net.steps.resize(1);
  with_pool.steps[0].in_share = {std::vector<double>(19, 0.0), std::vector<double>(19, 0.0)};
  with_pool.steps[0].in_pool = with_pool.steps[0].in_share;
  with_pool.steps[0].in_share.male[4] = 0.1;
  with_pool.steps[0].in_pool.male[4] = 100;
  EXPECT_NEAR(run_projection(with_pool)->years[1].population.male[4],
              run_projection(net)->years[1].population.male[4] + 10, 1e-9);
}

TEST(projection, control_makes_the_areas_add_up) {
  std::vector<by_sex> areas{{{10, 20}, {30, 40}}, {{30, 0}, {10, 40}}};
  EXPECT_TRUE(control_to_totals(areas, {{80, 10}, {40, 160}}).empty());
  EXPECT_DOUBLE_EQ(areas[0].male[0], 20);    // 10 × 80/40
  EXPECT_DOUBLE_EQ(areas[0].male[1], 10);    // 20 × 10/20
  EXPECT_DOUBLE_EQ(areas[1].female[1], 80);  // 40 × 160/80
}

TEST(projection, control_changes_nothing_when_it_cannot_be_done) {
  std::vector<by_sex> areas{{{10, 0}, {30, 40}}, {{30, 0}, {10, 40}}};
  const auto before = areas;
  const auto empty_cell = control_to_totals(areas, {{80, 10}, {40, 160}});  // ten men, and no area has any
  ASSERT_EQ(empty_cell.size(), 1u);
  EXPECT_EQ(empty_cell[0].code, "population.control.empty");
  EXPECT_EQ(empty_cell[0].pointer, "/male/1");
  EXPECT_EQ(control_to_totals(areas, {{80}, {40}}).size(), 2u);  // both areas have other age groups
  EXPECT_EQ(areas[0].male, before[0].male);
}

TEST(projection, what_cannot_be_is_named_and_not_computed) {
  const auto first_code = [](const auto& change) {
    auto input = random_area(6);
    change(input.steps[0], input);
    const auto result = run_projection(input);
    EXPECT_FALSE(result);
    return result.findings.empty() ? std::string() : result.findings[0].code + " " + result.findings[0].pointer;
  };
  using step = projection_step;
  EXPECT_EQ(first_code([](step& s, auto&) { s.year = 1995; }), "population.step.year /steps/0/year");
  EXPECT_EQ(first_code([](step& s, auto&) { s.births.male_share = 7; }), "population.value /steps/0/births/male_share");
  EXPECT_EQ(first_code([](step& s, auto&) { s.births.child_woman_ratio = std::nan(""); }),
            "population.value /steps/0/births/child_woman_ratio");
  EXPECT_EQ(first_code([](step& s, auto&) {
              s.in_share = {std::vector<double>(19, 0.1), std::vector<double>(19, 0.1)};
            }),
            "population.size /steps/0/in_pool/male");
  EXPECT_EQ(first_code([](step& s, auto&) { s.net_migration.female.clear(); }),
            "population.size /steps/0/net_migration/female");
  EXPECT_EQ(first_code([](step& s, auto&) { s.net_migration.male[3] = -3; }), "population.negative /steps/0");
  EXPECT_EQ(first_code([](step&, auto& input) { input.steps.clear(); }), "population.steps.missing /steps");
}

TEST(projection, a_group_below_zero_is_named_with_year_sex_and_age) {
  auto input = random_area(6);
  input.steps[1].net_migrants = {std::vector<double>(19, 0.0), std::vector<double>(19, 0.0)};
  input.steps[1].net_migrants.female[4] = -1e6;  // women 20–24 of the second step
  const auto result = run_projection(input);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].value("year"), "2025");
  EXPECT_EQ(result.findings[0].value("sex"), "F");
  EXPECT_EQ(result.findings[0].value("age"), "20");
}

TEST(projection, change_that_is_not_split_leaves_social_and_natural_change_unknown) {
  auto input = random_area(9);
  for (auto& step : input.steps) step.change_only = true;
  const auto rows = summarise(*run_projection(input), {});
  EXPECT_FALSE(rows[1].social_change);
  EXPECT_FALSE(rows[1].natural_change);
}

TEST(projection, base_year_does_not_know_the_step_before_it) {
  const auto rows = summarise(*run_projection(random_area(9)), {});
  EXPECT_FALSE(rows[0].births_surviving);
  EXPECT_FALSE(rows[0].social_change);
  EXPECT_FALSE(rows[0].natural_change);
  EXPECT_TRUE(rows[1].births_surviving);
  EXPECT_TRUE(rows[1].social_change);
  EXPECT_TRUE(rows[1].natural_change);
}

TEST(projection, wrong_input_is_named) {
  const auto codes = [](const projection_input& input) {
    std::string all;
    for (const auto& f : run_projection(input).findings) all += f.code + " ";
    return all;
  };
  auto input = random_area(5);
  input.base.male.pop_back();
  EXPECT_EQ(codes(input), "population.groups ");
  input = random_area(5);
  input.steps[2].survival.female.pop_back();
  input.steps[3].births.male_share.reset();
  input.base.male[0] = -1;
  EXPECT_EQ(codes(input), "population.value population.size population.births ");
  input = random_area(5);
  input.horizon_year = 2041;
  EXPECT_EQ(codes(input), "population.horizon ");
}
