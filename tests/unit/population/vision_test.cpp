#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include "unit/population/random_area.hpp"

using namespace senryaku;
using senryaku_test::random_area;
using senryaku_test::total;

namespace {

const population_parameters& parameters() {
  return built_in_rules().population;
}

std::vector<std::string> codes(const std::vector<finding>& findings) {
  std::vector<std::string> list;
  for (const auto& one : findings) list.push_back(one.code);
  return list;
}

/// Level cohorts: everybody lives on, nobody moves, and children replace themselves.
census level(int year, std::size_t groups, double people = 100) {
  return {year, {std::vector<double>(groups, people), std::vector<double>(groups, people)}};
}

age_distribution distribution(int year, const std::string& source, std::size_t groups = 19) {
  age_distribution given;
  given.year = year;
  given.male.assign(groups, decimal(100));
  given.female.assign(groups, decimal(100));
  given.source = source;
  return given;
}

strategy plan_with(std::vector<age_distribution> distributions) {
  strategy plan;
  plan.population_vision.emplace();
  plan.population_vision->distributions = std::move(distributions);
  return plan;
}

strategy plan_with_censuses() {
  return plan_with({distribution(2010, "国勢調査"), distribution(2015, "国勢調査")});
}

kpi numeric_target(const std::string& name, std::int64_t value) {
  kpi k;
  k.id = "k";
  k.name = name;
  k.unit = "人";
  k.target.emplace();
  k.target->year = 2020;
  k.target->value = decimal(value);
  return k;
}

civil_day day(const char* text) {
  return *civil_day::parse(text);
}

}  // namespace

TEST(censuses, older_open_groups_are_joined_to_fit_the_survival_table) {
  // The table ends at 90+ (19 groups); censuses end at 100+ since 2015. 100 + 100 + 100 persons are 90 and older.
  const auto input = input_from_censuses({level(2010, 21), level(2015, 21)}, parameters());
  ASSERT_TRUE(input);
  EXPECT_EQ(input->base.male.size(), 19u);
  EXPECT_DOUBLE_EQ(input->base.male.back(), 300);
  EXPECT_FALSE(input->steps[0].change_only);
  EXPECT_EQ(codes(input.findings), std::vector<std::string>{"population.census.folded"});
}

TEST(censuses, a_younger_open_group_takes_both_of_the_tables_ratios) {
  auto earlier = level(2010, 18);
  earlier.population.male[16] = 300;  // 80–84
  earlier.population.male[17] = 100;  // 85+
  const auto input = input_from_censuses({earlier, level(2015, 18)}, parameters());
  ASSERT_TRUE(input);
  // Men 2010–15: 80–84 → 85–89 0.63479336, 85+ → 90+ 0.37271629 (japan_survival_wpp2019.csv, as in the 2010–2015
  // rates).
  EXPECT_NEAR(input->steps[0].survival.male.back(), (300 * 0.63479336 + 100 * 0.37271629) / 400, 1e-8);
}

TEST(censuses, without_a_fitting_table_social_influence_stays_unknown) {
  auto bare = parameters();
  bare.survival_tables.clear();
  const auto input = input_from_censuses({level(2010, 20), level(2015, 20)}, bare);
  ASSERT_TRUE(input);
  EXPECT_TRUE(input->steps[0].change_only);
  const auto set = run_scenarios(*input, bare, {}, std::nullopt);
  ASSERT_TRUE(set);
  EXPECT_TRUE(set->natural_rating);
  EXPECT_FALSE(set->social_influence);
  EXPECT_FALSE(set->social_rating);
  EXPECT_EQ(set->find("simulation2"), nullptr);
  EXPECT_EQ(codes(set.findings), std::vector<std::string>{"population.scenario.unsplit"});
  const auto needed = what_is_needed(*input, bare, 2020, 1000);
  EXPECT_FALSE((*needed)[2].value);  // migrants instead of a migration that is not known
}

TEST(censuses, an_empty_cohort_takes_survival_and_no_migration_and_says_so) {
  auto earlier = level(2010, 19);
  earlier.population.male[4] = 0;  // a village without men aged 20–24
  const auto input = input_from_censuses({earlier, level(2015, 19)}, parameters());
  ASSERT_TRUE(input);
  EXPECT_EQ(input->steps[0].net_migration.male[4], 0);
  EXPECT_NEAR(input->steps[0].survival.male[4], 0.99704205, 1e-9);
  ASSERT_EQ(codes(input.findings), std::vector<std::string>{"population.census.nobody-to-move"});
  EXPECT_EQ(input.findings[0].value("cohorts"), "1");
}

TEST(censuses, the_same_year_twice_is_refused) {
  const auto input = input_from_censuses({level(2015, 19), level(2010, 19), level(2015, 19)}, parameters());
  EXPECT_FALSE(input);
  EXPECT_EQ(codes(input.findings), std::vector<std::string>{"population.census.duplicate"});
}

TEST(censuses, a_later_census_without_a_partner_is_named) {
  const auto input = input_from_censuses({level(2005, 19), level(2010, 19), level(2012, 19)}, parameters());
  ASSERT_TRUE(input);
  EXPECT_EQ(input->base_year, 2010);
  EXPECT_EQ(codes(input.findings), std::vector<std::string>{"population.census.not-latest"});
}

TEST(bands, stand_where_a_horizon_has_enough_cases_and_nowhere_else) {
  projection result;
  result.years = {
      {2015, {{50}, {50}}, 0, 0.0, 0.0}, {2020, {{60}, {60}}, 0, 0.0, 0.0}, {2025, {{70}, {70}}, 0, 0.0, 0.0}};
  backtest past;
  past.bands = {{5, 4, 10, 20.0}, {10, 3, 10, std::nullopt}};
  const auto bands = projection_bands(result, past);
  ASSERT_EQ(bands.size(), 1u);
  EXPECT_EQ(bands[0].year, 2020);
  EXPECT_NEAR(bands[0].low, 100, 1e-12);   // 120 ÷ 1.2
  EXPECT_NEAR(bands[0].high, 150, 1e-12);  // 120 ÷ 0.8
}

TEST(vision, census_and_register_are_never_mixed) {
  auto plan = plan_with({distribution(2010, "国勢調査（年齢不詳を除く）"), distribution(2015, "国勢調査"),
                         distribution(2020, "住民基本台帳 10月1日")});
  const auto result = project_vision(plan, parameters(), 2030);
  ASSERT_TRUE(result.input);
  EXPECT_EQ(result.input->base_year, 2015);
  plan.population_vision->distributions[1].source = "住民基本台帳";
  const auto mixed = project_vision(plan, parameters(), 2030);  // one census, two registers: the census has no partner
  EXPECT_FALSE(mixed.input);
}

TEST(vision, its_own_rates_come_before_the_change_between_censuses) {
  auto plan = plan_with({distribution(2015, "国勢調査")});
  population_rates rates;
  rates.year = 2015;
  rates.survival.emplace();
  rates.survival->male.assign(18, *decimal::parse("0.9"));
  rates.survival->female.assign(18, decimal(1));
  rates.child_woman_ratio = *decimal::parse("0.2");
  rates.male_share_of_children = *decimal::parse("0.5");
  plan.population_vision->rates = {rates};
  const auto result = project_vision(plan, parameters(), 2020);
  ASSERT_TRUE(result.scenarios);
  const auto& after = result.scenarios->scenarios.front().years[1].population;
  EXPECT_NEAR(after.male[1], 90, 1e-12);
  EXPECT_NEAR(after.female[18], 200, 1e-12);  // 85–89 and 90+ together
  EXPECT_NEAR(after.male[0], 70, 1e-12);      // 0.2 × 700 women 15–49 × 0.5
  plan.population_vision->rates[0].year = 2010;
  const auto without = project_vision(plan, parameters(), 2020);
  EXPECT_EQ(codes(without.findings), std::vector<std::string>{"population.rates.no-base"});
  EXPECT_EQ(without.findings[0].pointer, "/population_vision/rates/0");
}

TEST(vision, its_own_outlook_is_projected_and_a_bad_one_is_named) {
  auto plan = plan_with_censuses();
  population_outlook own;
  own.name = "将来展望";
  own.migration_factors = {decimal(0)};
  population_outlook unknown;
  unknown.name = "出生率未定";
  unknown.fertility.push_back({2030, std::nullopt, {}, {}});
  plan.population_vision->outlooks = {own, unknown};
  const auto result = project_vision(plan, parameters(), 2030);
  ASSERT_TRUE(result.scenarios);
  ASSERT_NE(result.scenarios->find("将来展望"), nullptr);
  EXPECT_NEAR(total(result.scenarios->find("将来展望")->years.back().population),
              total(result.scenarios->find("zero_migration_only")->years.back().population), 1e-9);
  EXPECT_EQ(result.scenarios->find("出生率未定"), nullptr);
  EXPECT_EQ(codes(result.findings), std::vector<std::string>{"population.outlook"});
  EXPECT_EQ(result.findings[0].pointer, "/population_vision/outlooks/1/fertility");
}

TEST(vision, horizon_follows_the_last_target) {
  auto plan = plan_with_censuses();
  plan.population_vision->targets.push_back({2063, decimal(1), {}, {}});
  EXPECT_EQ(project_vision(plan, parameters(), 2030).input->horizon_year, 2065);
}

TEST(vision, targets_say_how_they_stand_to_the_scenarios) {
  auto plan = plan_with_censuses();
  auto& latest = plan.population_vision->distributions[1];
  latest.male[0] = latest.female[0] = decimal(60);  // fertility well below 2.1, so that simulation 1 gives more
  const auto code_of = [&](int year, double people) {
    plan.population_vision->targets = {{year, decimal(static_cast<std::int64_t>(people)), {}, {}}};
    const auto found = codes(project_vision(plan, parameters(), 2030).findings);
    return found.empty() ? std::string() : found[0];
  };
  const auto set = *project_vision(plan, parameters(), 2030).scenarios;
  const double trend = total(set.find("pattern1")->years[1].population);
  const double best = [&] {
    double most = 0;
    for (const auto& s : set.scenarios) most = std::max(most, total(s.years[1].population));
    return most;
  }();
  ASSERT_GT(best, trend + 2);
  EXPECT_EQ(code_of(2020, trend - 1), "");
  EXPECT_EQ(code_of(2020, trend + 1), "population.target.above-projection");
  EXPECT_EQ(code_of(2020, best + 1), "population.target.above-all-scenarios");
  // Three fifths of the way from the base: 1,900 of each sex less the 80 children who are missing.
  const double line = 3720 + 0.6 * (trend - 3720);
  EXPECT_EQ(code_of(2018, line - 1), "");
  EXPECT_EQ(code_of(2018, line + 1), "population.target.above-interpolation");
}

TEST(vision, dates_that_call_for_a_revision) {
  strategy plan;
  plan.population_vision.emplace();
  auto& vision = *plan.population_vision;
  EXPECT_TRUE(check_vision_dates(plan).empty());  // nothing known, nothing said
  plan.adopted_on = day("2020-03-31");
  vision.adopted_on = day("2020-04-01");
  EXPECT_EQ(codes(check_vision_dates(plan)), std::vector<std::string>{"population.strategy.older-than-vision"});
  revision later;
  later.decided_on = day("2021-03-01");
  plan.revisions.push_back(later);
  EXPECT_TRUE(check_vision_dates(plan).empty());  // the strategy was revised after the vision
  vision.base_year = 2021;
  EXPECT_EQ(codes(check_vision_dates(plan)), std::vector<std::string>{"population.vision.before-base-data"});
  vision.base_year = 2015;
  population_record register_count;
  register_count.year = 2022;
  register_count.source = "住民基本台帳";
  vision.records.push_back(register_count);
  EXPECT_TRUE(check_vision_dates(plan).empty());  // a register is not a census
  vision.records[0].source = "国勢調査（速報）";
  EXPECT_EQ(codes(check_vision_dates(plan)), std::vector<std::string>{"population.vision.newer-census"});
  vision.base_year.reset();
  vision.horizon_year = 2024;
  plan.period.end = day("2025-03-31");
  EXPECT_EQ(codes(check_vision_dates(plan)), std::vector<std::string>{"population.vision.horizon-passed"});
}

TEST(goals, fall_short_only_when_none_of_them_is_enough) {
  auto plan = plan_with_censuses();
  const auto trend = project_vision(plan, parameters(), 2020);
  const double people = total(trend.scenarios->find("pattern1")->years.back().population);
  plan.population_vision->targets.push_back({2020, decimal(static_cast<std::int64_t>(people) + 100), {}, {}});
  // 100 more persons in 2020 by births alone are 20 more children a year than in the trend.
  const double births = *trend.scenarios->find("pattern1")->years.back().births_surviving / 5;
  const auto found = [&](std::vector<kpi> targets) {
    plan.overall_targets = std::move(targets);
    std::vector<std::string> list;
    for (const auto& code : codes(project_vision(plan, parameters(), 2020).findings)) {
      if (code.rfind("population.goal", 0) == 0) list.push_back(code);
    }
    return list;
  };
  const auto few = static_cast<std::int64_t>(births + 10), enough = static_cast<std::int64_t>(births + 21);
  EXPECT_EQ(found({numeric_target("出生数", few)}), std::vector<std::string>{"population.goal.below-needed"});
  EXPECT_TRUE(found({numeric_target("出生数", enough)}).empty());
  EXPECT_TRUE(found({numeric_target("出生数", enough), numeric_target("転入超過数", -500)}).empty());
  EXPECT_EQ(found({numeric_target("出生数", few), numeric_target("転出超過数", 500)}).size(), 2u);
  EXPECT_TRUE(
      found({numeric_target("出生数（5年累計）", few)}).empty());  // a total over years says nothing of one year
  auto growth = numeric_target("出生数", few);
  growth.target->basis = target_basis::increment;
  EXPECT_TRUE(found({growth}).empty());
}

TEST(goals, stand_against_the_outlook_that_reaches_the_target) {
  auto plan = plan_with_censuses();
  population_outlook own;
  own.name = "将来展望";
  own.fertility.push_back({2020, decimal(2), {}, {}});
  plan.population_vision->outlooks = {own};
  plan.population_vision->targets.push_back({2020, decimal(100), {}, {}});
  auto fertility = numeric_target("合計特殊出生率", 1);
  fertility.unit.clear();
  plan.overall_targets = {fertility};
  const auto result = project_vision(plan, parameters(), 2020);
  ASSERT_EQ(codes(result.findings), std::vector<std::string>{"population.goal.below-vision"});
  EXPECT_EQ(result.findings[0].pointer, "/overall_targets/0/target/value");
  EXPECT_EQ(result.findings[0].value("needed"), "2.00");
}
