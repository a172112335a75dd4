#include <gtest/gtest.h>
#include <senryaku/series.hpp>

using namespace senryaku;

namespace {

ratio fraction(std::int64_t numerator, std::int64_t denominator) {
  return *ratio::make(numerator, denominator);
}

std::vector<yearly_value> values(int first_year, std::initializer_list<std::int64_t> list) {
  std::vector<yearly_value> made;
  for (const std::int64_t value : list) made.push_back({first_year++, decimal(value), false});
  return made;
}

observation seen(int year, std::int64_t value) {
  observation made;
  made.year = year;
  made.value = decimal(value);
  return made;
}

}  // namespace

TEST(series, values_are_sorted_and_a_result_goes_before_the_baseline) {
  kpi k;
  k.baseline = seen(2016, 5);
  k.actuals = {seen(2018, 8), seen(2016, 6), seen(2018, 9), seen(2018, 99)};
  k.actuals[3].provisional = true;  // 速報値 after the final one
  k.actuals.push_back({});  // a value without year and value is not in the series
  const auto list = values_by_year(k);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].year, 2016);
  EXPECT_EQ(list[0].value, decimal(6));
  EXPECT_FALSE(list[0].baseline);
  EXPECT_EQ(list[1].value, decimal(9));
}

TEST(series, totals_from_another_start_and_other_units_are_left_out) {
  // Gifu no. 51: 5,854 before the plan, 1,006 counted anew from the first year of the plan.
  kpi k;
  k.unit = "件";
  k.baseline = seen(2018, 5854);
  k.baseline->from_year = 2014;
  k.actuals = {seen(2020, 500), seen(2021, 1006), seen(2019, 7)};
  k.actuals[0].from_year = k.actuals[1].from_year = 2019;
  k.actuals[2].from_year = 2019;
  k.actuals[2].unit = "千件";
  const auto list = values_by_year(k);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].value, decimal(500));
  // Averages over as many years each are one series.
  k.baseline->from_year = 2016;
  k.actuals = {seen(2021, 90)};
  k.actuals[0].from_year = 2019;
  EXPECT_EQ(values_by_year(k).size(), 2u);
}

TEST(series, a_target_stands_for_a_level) {
  // 加古川市 2015: 刑法犯罪 4,462 × (1 − 10 %) = 4,015.8 (printed 4,016件).
  target t;
  t.value = decimal(-100, 1);
  t.basis = target_basis::change_rate;
  EXPECT_EQ(*level_of(t, ratio(decimal(4462))), ratio(decimal(40158, 1)));
  EXPECT_FALSE(level_of(t, std::nullopt));
  t.basis = target_basis::increment;
  EXPECT_EQ(*level_of(t, ratio(decimal(50))), ratio(decimal(40)));
  t.value.reset();
  EXPECT_FALSE(level_of(t, ratio(decimal(50))));
}

TEST(series, pace_is_exact) {
  // 加古川市 出生数: (1,948 − 2,264) ÷ 4 = −79 a year; at 2019 that is 1,869.
  const yearly_value base{2014, decimal(2264), true};
  const yearly_value now{2018, decimal(1948), false};
  EXPECT_EQ(*yearly_pace(base, now), ratio(decimal(-79)));
  EXPECT_EQ(*extrapolate(now, decimal(-79), 2019), ratio(decimal(1869)));
  EXPECT_FALSE(yearly_pace(base, base));
}

TEST(series, trend_is_the_median_of_all_slopes) {
  // 10, 12, 11, 16: slopes 2, 1/2, 2, −1, 2, 5 → median 2; carried to 2015: 10, 10, 7, 10 → 10; in 2020: 20.
  const auto line = robust_trend(values(2015, {10, 12, 11, 16}), fraction(9, 10));
  ASSERT_TRUE(line);
  EXPECT_EQ(line->slope, ratio(decimal(2)));
  EXPECT_EQ(line->offset, ratio(decimal(10)));
  EXPECT_EQ(*trend_at(*line, 2020), ratio(decimal(20)));
  // Of the 4! = 24 orders one has no and one has all six inversions: 22/24 lie between the outermost slopes.
  ASSERT_TRUE(line->band);
  EXPECT_EQ(line->band->confidence, fraction(11, 12));
  EXPECT_EQ(line->band->low, ratio(decimal(-1)));
  EXPECT_EQ(line->band->high, ratio(decimal(5)));
  // Slope −1 carries 10, 13, 13, 19 to 2015, median 13, five years on 8; slope 5 carries 10, 7, 1, 1, median 4,
  // then 29.
  EXPECT_EQ(*trend_at(*line, line->band->low, 2020), ratio(decimal(8)));
  EXPECT_EQ(*trend_at(*line, line->band->high, 2020), ratio(decimal(29)));
}

TEST(series, one_wild_value_does_not_turn_the_trend) {
  const auto line = robust_trend(values(2015, {10, 11, 12, 1300, 14}), fraction(9, 10));
  ASSERT_TRUE(line);
  EXPECT_EQ(line->slope, ratio(decimal(1)));
  // n = 5: P(at most one of ten pairs inverted) = (1 + 4)/120 each side: 1 − 10/120 = 11/12, the second slope each
  // side; the third side would be 1 − 2(1 + 4 + 9)/120 = 23/30, below 0.9.
  ASSERT_TRUE(line->band);
  EXPECT_EQ(line->band->confidence, fraction(11, 12));
}

TEST(series, three_values_have_a_trend_and_no_band) {
  // 3! = 6 orders: the outermost slopes hold the true one with 4/6 only.
  const auto line = robust_trend(values(2015, {1, 2, 4}), fraction(9, 10));
  ASSERT_TRUE(line);
  EXPECT_FALSE(line->band);
  EXPECT_FALSE(robust_trend(values(2015, {1}), fraction(9, 10)));
  EXPECT_FALSE(robust_trend({}, fraction(9, 10)));
}

TEST(series, long_histories_are_counted_out_exactly) {
  std::vector<yearly_value> list;
  for (int i = 0; i < 33; ++i) list.push_back({1990 + i, decimal(i * i), false});
  const auto line = robust_trend(list, fraction(9, 10));
  ASSERT_TRUE(line && line->band);
  EXPECT_GE(line->band->confidence, fraction(9, 10));
  EXPECT_LT(line->band->low, line->slope);
  list.push_back({2023, decimal(0), false});
  EXPECT_FALSE(robust_trend(list, fraction(9, 10))->band);
}
