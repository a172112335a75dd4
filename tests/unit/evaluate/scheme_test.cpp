// What schemes can say beyond a ratio: totals, missing values, overrides, classes with two axes.
#include "schemes.hpp"

using namespace senryaku;
using evaluate_test::add_actual;
using evaluate_test::add_target;
using evaluate_test::indicator;
using evaluate_test::scheme;

namespace {

rating_scheme own(rate_formula formula) {
  rating_scheme s;
  s.id = s.name = "own";
  s.formula = formula;
  s.falling = falling_formula::target_over_actual;
  return s;
}

void add_band(rating_scheme& s, const char* symbol, const char* min, const char* max = nullptr) {
  s.bands.emplace_back();
  s.bands.back().symbol = symbol;
  s.bands.back().min = evaluate_test::number(min);
  s.bands.back().max = evaluate_test::number(max);
}

/// 茨城県「雇用創出数」: totals 2,748 and 5,163 against 2,000 and 4,000.
kpi ibaraki() {
  kpi k;
  k.id = k.name = "k";
  k.aim = indicator_aim::increase;
  k.kind = indicator_kind::cumulative;
  add_target(k, 2015, "2000");
  add_target(k, 2016, "4000");
  add_actual(k, 2015, "2748");
  add_actual(k, 2016, "5163");
  return k;
}

}  // namespace

TEST(scheme, one_indicator_as_a_total_and_by_single_years) {
  // Printed by the prefecture: 129.0 (129.075, cut) as a total, and 2,415 of 2,000 = 120.75 as a single year.
  auto s = scheme("ibaraki-strategy");
  EXPECT_EQ(evaluate_kpi(ibaraki(), s, 2016, 2015).rate, "129.0");
  s.totals = totals_rule::per_year;
  const auto single = evaluate_kpi(ibaraki(), s, 2016, 2015);
  EXPECT_EQ(single.rule, "2415 ÷ 2000");
  EXPECT_EQ(single.rate, "120.7");  // cut; the prefecture rounded here: 120.8
  s.rounding.mode = rounding_mode::half_up;
  EXPECT_EQ(evaluate_kpi(ibaraki(), s, 2016, 2015).rate, "120.8");
  EXPECT_EQ(evaluate_kpi(ibaraki(), s, 2015, 2015).rule, "2748 ÷ 2000");  // the first year starts from nothing
}

TEST(scheme, single_years_against_a_target_for_their_total) {
  auto s = own(rate_formula::ratio);
  s.totals = totals_rule::summed;
  kpi k = ibaraki();
  k.kind = indicator_kind::point;
  k.actuals[1].value = decimal(2415);  // the other way round: 2,748 + 2,415 = 5,163
  for (auto& t : k.targets) t.basis = target_basis::total;
  EXPECT_EQ(evaluate_kpi(k, s, 2016, 2015).rule, "5163 ÷ 4000");
  k.actuals.erase(k.actuals.begin());  // 2015 unknown: no total
  const auto unknown = evaluate_kpi(k, s, 2016, 2015);
  EXPECT_EQ(unknown.gap, rate_gap::no_previous);
  EXPECT_TRUE(unknown.rate.empty());
}

TEST(scheme, restarted_totals_leave_out_what_was_before_the_plan) {
  // 岐阜県 2025, line 51: 5,854 before, 1,006 in the plan's own total, target 1,500: printed 67%.
  auto s = own(rate_formula::ratio);
  s.totals = totals_rule::restarted;
  s.rounding.decimals = 0;
  kpi k = indicator(indicator_aim::increase, "5854", nullptr, nullptr);
  k.kind = indicator_kind::cumulative;
  add_target(k, 2025, "1500");
  add_actual(k, 2025, "1006");
  k.targets[0].from_year = k.actuals[0].from_year = 2025;
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2025).rate, "67%");
  k.targets[0].from_year = k.actuals[0].from_year = 2020;  // running totals: 6,860 of 7,354 say the same
  k.targets[0].value = decimal(7354);
  k.actuals[0].value = decimal(6860);
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2025).rate, "67%");
}

TEST(scheme, a_mark_switches_the_formula) {
  // 岐阜県 2023: KPIs marked * use the ratio. 64.6 of 60 is 108%, by hand; the progress would be negative.
  kpi k = indicator(indicator_aim::at_least, "62.8", "60", "64.6", 2023);
  k.formula = "*";
  EXPECT_EQ(evaluate_kpi(k, scheme("gifu-strategy-2023"), 2023, 2023).rate, "108%");
  auto s = own(rate_formula::progress);
  s.overrides.emplace_back();
  s.overrides[0].kpis = {"k"};
  s.overrides[0].formula = rate_formula::ratio;
  s.overrides[0].cap = decimal(100);
  k.formula.clear();
  EXPECT_EQ(evaluate_kpi(k, s, 2023, 2023).rate, "100.0%");
}

TEST(scheme, difference_change_and_yes_no) {
  auto s = own(rate_formula::difference);
  add_band(s, "上回る", "0");
  add_band(s, "下回る", nullptr, "0");
  // 57.9 % against 75.0 %: 17.1 points short (佐野市 prints the gap 17.1).
  const auto short_of = evaluate_kpi(indicator(indicator_aim::increase, nullptr, "75.0", "57.9"), s, 2019, 2015);
  EXPECT_EQ(short_of.rate, "-17.1");
  EXPECT_EQ(short_of.rating, "下回る");
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::decrease, nullptr, "75.0", "57.9"), s, 2019, 2015).rate, "17.1");

  s = own(rate_formula::change);
  add_band(s, "改善", "10");
  add_band(s, "横ばい", "-10", "10");
  add_band(s, "悪化", nullptr, "-10");
  // 200 → 180 is −10 %, on the threshold: 横ばい; fewer is better: +10 %, 改善. No target is needed.
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::increase, "200", nullptr, "180"), s, 2019, 2015).rating, "横ばい");
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::decrease, "200", nullptr, "180"), s, 2019, 2015).rating, "改善");
  // −200 → −180 is 20 better in 200.
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::increase, "-200", nullptr, "-180"), s, 2019, 2015).rate, "10.0%");

  s = own(rate_formula::yes_no);
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::increase, nullptr, "1", "1"), s, 2019, 2015).rate, "100.0%");
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::increase, nullptr, "1", "0"), s, 2019, 2015).rate, "0.0%");
}

TEST(scheme, values_below_zero_by_the_scheme) {
  // 兵庫県: −7,004 against −214, baseline −7,260: ratio 3,272.9 %, progress 256 ÷ 7,046 = 3.6 %, printed D.
  auto s = scheme("hyogo-strategy-2023");
  const kpi k = indicator(indicator_aim::increase, "-7260", "-214", "-7004");
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).rate, "3272.9%");
  s.negative_values = negative_rule::progress;
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).rate, "3.6%");
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).rating, "D");
  s.negative_values = negative_rule::no_rate;
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).gap, rate_gap::negative_values);
}

TEST(scheme, missing_values_follow_the_rules) {
  auto s = own(rate_formula::ratio);
  kpi k;
  k.id = k.name = "k";
  k.aim = indicator_aim::increase;
  add_target(k, 2024, "50");
  add_target(k, 2025, "100");
  add_actual(k, 2024, "40");
  add_actual(k, 2025, nullptr);
  k.actuals[1].unknown = unknown_reason::not_surveyed;
  auto result = evaluate_kpi(k, s, 2025, 2024);
  EXPECT_EQ(result.gap, rate_gap::no_actual);  // unknown stays unknown
  EXPECT_EQ(result.unknown, unknown_reason::not_surveyed);
  EXPECT_TRUE(result.rate.empty());
  // Every second year: the value is judged against the target of its own year (岐阜県 2025).
  s.missing = {{missing_case::not_surveyed, missing_treatment::own_year, ""}};
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2024).rule, "40 ÷ 50");
  s.missing[0].treat = missing_treatment::newest_value;
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2024).rule, "40 ÷ 100");
  s.missing[0] = {missing_case::suspended, missing_treatment::left_out, "中止"};
  k.actuals[1].unknown = unknown_reason::suspended;
  result = evaluate_kpi(k, s, 2025, 2024);
  EXPECT_TRUE(result.left_out);
  EXPECT_EQ(result.rating, "中止");

  k.actuals[1].value = decimal(90);
  k.actuals[1].unknown.reset();
  k.actuals[1].provisional = true;
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2024).rate, "90.0%");
  EXPECT_TRUE(evaluate_kpi(k, s, 2025, 2024).provisional);
  s.missing = {{missing_case::provisional, missing_treatment::not_rated, ""}};
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2024).gap, rate_gap::provisional);
  s.missing = {{missing_case::older_than_plan, missing_treatment::newest_value, ""}};
  EXPECT_EQ(evaluate_kpi(k, s, 2025, 2026).rate, "90.0%");
  EXPECT_EQ(evaluate_kpi(k, own(rate_formula::ratio), 2025, 2026).gap, rate_gap::older_than_plan);
}

TEST(scheme, classes_with_two_axes) {
  // B: 80 % or more and better than the year before; B*: 80 % or more, but not better.
  auto s = own(rate_formula::ratio);
  add_band(s, "A", "100");
  add_band(s, "B", "80");
  s.bands.back().and_when = rating_condition::better_than_previous;
  add_band(s, "B*", "80");
  add_band(s, "C", nullptr, "80");
  kpi k = indicator(indicator_aim::increase, nullptr, "100", "85");
  add_actual(k, 2018, "84");
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).rating, "B");
  k.actuals[1].value = decimal(86);
  EXPECT_EQ(evaluate_kpi(k, s, 2019, 2015).rating, "B*");
}

TEST(scheme, what_people_judge_is_recorded_and_never_computed) {
  for (const char* id : {"jinsekikogen-strategy", "tsukuba-strategy", "health-japan21-final", "regional-plan-nogi"}) {
    const auto s = scheme(id);
    EXPECT_TRUE(s.judged_how) << id;
    const auto result = evaluate_kpi(indicator(indicator_aim::increase, "54.2", "70.2", "69.1"), s, 2019, 2015);
    EXPECT_EQ(result.gap, rate_gap::judged) << id;
    EXPECT_TRUE(result.rate.empty() && result.rating.empty()) << id;
  }
}

TEST(scheme, four_steps_of_a_grant_project) {
  // Printed verdicts of the national form: 7.3 of 6 exceeds the target; 1 of 1 equals it; 0 of 120, nothing before.
  const auto s = scheme("grant-senkougata-national");
  const auto verdict = [&](const char* target, const char* actual) {
    return evaluate_kpi(indicator(indicator_aim::increase, nullptr, target, actual), s, 2019, 2015).rating;
  };
  EXPECT_EQ(verdict("6", "7.3"), "地方創生に非常に効果的であった");
  EXPECT_EQ(verdict("1", "1"), "地方創生に相当程度効果があった");
  EXPECT_EQ(verdict("10", "6"), "地方創生に効果があった");
  EXPECT_EQ(verdict("120", "0"), "地方創生に対して効果がなかった");
  EXPECT_EQ(s.decisions.size(), 5u);
}
