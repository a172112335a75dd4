#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <algorithm>

using namespace senryaku;

namespace {

constexpr std::int64_t million = 1000000;

observation value_of(int year, int value) {
  observation seen;
  seen.year = year;
  seen.value = decimal(value);
  return seen;
}

/// 農林水産省「日本発食品安全管理規格策定推進事業」 (行政事業レビュー2020, 事業番号0020, CC BY 4.0):
/// 40, 60 and 74 certified organisations in FY2017–2019, 100 wanted by FY2020; spent 91 and 77 million yen in FY2018
/// and FY2019, budget of FY2020 40 million.
/// https://github.com/judgit/data/blob/25645cad80bda28ca128f7c2d14e7a84a8d910ea/data/2020/農林水産省/0020.json
measure certification(int target) {
  kpi k;
  k.id = "k1";
  k.name = "日本発食品安全管理規格の認証された組織数";
  k.unit = "件";
  k.aim = indicator_aim::increase;
  k.actuals = {value_of(2017, 40), value_of(2018, 60), value_of(2019, 74)};
  k.target.emplace();
  k.target->year = 2020;
  k.target->value = decimal(target);
  project p;
  p.id = "p1";
  for (const auto& [year, yen] : {std::pair{2018, 91}, {2019, 77}, {2020, 40}}) {
    project_budget budget;
    budget.fiscal_year = year;
    (year == 2020 ? budget.amount_yen : budget.spent_yen) = yen * million;
    p.budgets.push_back(budget);
  }
  measure part;
  part.kpis = {k};
  part.projects = {p};
  return part;
}

kpi_check check(const measure& part) {
  kpi_place place;
  place.part = &part;
  place.pointer = "/k";
  return check_kpi(part.kpis.front(), {}, built_in_rules().stages, built_in_rules().checks, place);
}

const finding* find(const kpi_check& result, std::string_view code) {
  const auto at = std::find_if(result.findings.begin(), result.findings.end(),
                               [&](const finding& entry) { return entry.code == code; });
  return at == result.findings.end() ? nullptr : &*at;
}

std::optional<decimal> each(const std::optional<unit_cost>& cost) {
  if (!cost) return std::nullopt;
  return cost->each_yen;
}

}  // namespace

TEST(cost, plan_and_record_are_compared_by_unit) {
  // (91 + 77) million ÷ (74 − 40) = 4,941,176.47; 40 million ÷ (100 − 74) = 1,538,461.5; 31.1 %.
  const auto result = check(certification(100));
  EXPECT_EQ(each(result.cost_recorded), decimal(4941176));
  EXPECT_EQ(each(result.cost_planned), decimal(1538462));
  EXPECT_EQ(result.cost_recorded->first_year, 2018);
  EXPECT_EQ(result.cost_recorded->last_year, 2019);
  EXPECT_EQ(result.cost_recorded->units, decimal(34));
  ASSERT_NE(find(result, "kpi.cost.differs"), nullptr);
  EXPECT_EQ(find(result, "kpi.cost.differs")->value("percent"), "31");
  EXPECT_EQ(find(result, "kpi.cost.per-unit"), nullptr);
  EXPECT_EQ(result.achievable, verdict::pass);
}

TEST(cost, a_fifth_of_the_record_is_out_of_reach) {
  // 4,941,176 × 5 is reached between 114 and 115: 40 million ÷ 40 = 1,000,000 (4.94 times), ÷ 41 = 975,610 (5.06
  // times).
  EXPECT_EQ(check(certification(114)).achievable, verdict::pass);
  const auto result = check(certification(115));
  EXPECT_EQ(result.achievable, verdict::fail);
  ASSERT_NE(find(result, "kpi.cost.below-record"), nullptr);
  EXPECT_EQ(find(result, "kpi.cost.below-record")->value("times"), "5.06");
  EXPECT_EQ(find(result, "kpi.target.out-of-reach"), nullptr);  // 41 a year are 2.4 times the typical 17
}

TEST(cost, an_unknown_amount_leaves_the_comparison_unknown) {
  measure part = certification(115);
  part.projects.front().budgets.erase(part.projects.front().budgets.begin());  // FY2018
  const auto result = check(part);
  EXPECT_FALSE(result.cost_recorded);
  EXPECT_NE(find(result, "kpi.cost.per-unit"), nullptr);
  EXPECT_EQ(result.achievable, verdict::pass);
  part.projects.front().budgets.pop_back();  // FY2020
  EXPECT_FALSE(check(part).cost_planned);
  EXPECT_EQ(find(check(part), "kpi.cost.per-unit"), nullptr);
}

TEST(cost, a_project_counts_only_in_its_years) {
  measure part = certification(100);
  project late;
  late.id = "p2";
  late.start_year = 2020;
  part.projects.push_back(late);
  EXPECT_EQ(each(check(part).cost_recorded), std::nullopt);  // without the plan's cost there is nothing to compare
  EXPECT_FALSE(check(part).cost_planned);                    // its FY2020 is unknown
  project_budget budget;
  budget.fiscal_year = 2020;
  budget.amount_yen = 12 * million;
  part.projects.back().budgets.push_back(budget);
  EXPECT_EQ(each(check(part).cost_recorded), decimal(4941176));
  EXPECT_EQ(each(check(part).cost_planned), decimal(2000000));  // 52 million ÷ 26
}

TEST(cost, the_cost_of_one_indicator_is_not_held_against_that_of_its_whole_measure) {
  measure part = certification(100);
  part.kpis.front().cost_yen = 26 * million;
  EXPECT_EQ(each(check(part).cost_planned), decimal(million));
  EXPECT_TRUE(check(part).cost_recorded);
  part.kpis.push_back(part.kpis.front());
  EXPECT_FALSE(check(part).cost_recorded);
  part.kpis.front().cost_yen.reset();  // the whole measure on both sides
  EXPECT_TRUE(check(part).cost_recorded);
}

TEST(cost, figures_of_one_year_add_up) {
  // Record 40 + 60 + 74 = 174 for 91 + 91 + 77 = 259 million: 1,488,506. Plan 2020–2021 on the line 74 → 80 → 86: 166
  // for 40 + 43 = 83 million: 500,000.
  measure part = certification(86);
  part.kpis.front().unit = "件/年";
  part.kpis.front().target->year = 2021;
  for (const auto& [year, yen] : {std::pair{2017, 91}, {2021, 43}}) {
    project_budget budget;
    budget.fiscal_year = year;
    budget.amount_yen = yen * million;
    part.projects.front().budgets.push_back(budget);
  }
  const auto result = check(part);
  EXPECT_EQ(each(result.cost_recorded), decimal(1488506));
  EXPECT_EQ(result.cost_planned->units, decimal(166));
  EXPECT_EQ(each(result.cost_planned), decimal(500000));
}

TEST(cost, a_fall_that_is_wanted_has_its_cost_as_well) {
  measure part = certification(10);
  kpi& k = part.kpis.front();
  k.name = "火災発生件数";
  k.aim = indicator_aim::decrease;
  k.actuals = {value_of(2017, 74), value_of(2018, 60), value_of(2019, 40)};
  EXPECT_EQ(each(check(part).cost_recorded), decimal(4941176));  // 168 million ÷ 34
  EXPECT_EQ(each(check(part).cost_planned), decimal(1333333));   // 40 million ÷ 30
  k.aim = indicator_aim::increase;
  k.target->value = decimal(80);
  EXPECT_FALSE(check(part).cost_recorded);  // the money of the past moved it the other way
}
