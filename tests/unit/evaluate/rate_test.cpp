#include "schemes.hpp"

using namespace senryaku;
using evaluate_test::indicator;
using evaluate_test::scheme;

TEST(evaluate, kakogawa_2015_result_is_reached_or_not) {
  // Printed results: 転入者数 7,149 → 7,649, final 7,715: 達成; 転出者数 8,131 → 7,631, final 8,297: 未達成.
  const auto in =
      evaluate_kpi(indicator(indicator_aim::increase, "7149", "7649", "7715"), scheme("kakogawa-2015"), 2019, 2015);
  EXPECT_EQ(in.rating, "達成");
  const auto out =
      evaluate_kpi(indicator(indicator_aim::decrease, "8131", "7631", "8297"), scheme("kakogawa-2015"), 2019, 2015);
  EXPECT_EQ(out.rating, "未達成");
  // By hand: (8297 − 8131) ÷ (7631 − 8131) = 166 ÷ −500 = −83/250.
  EXPECT_EQ(out.rate_numerator + "/" + out.rate_denominator, "-83/250");
}

TEST(evaluate, a_rate_of_change_is_applied_to_the_baseline) {
  // 加古川市 2015 「刑法犯罪発生件数」: 10.0 % fewer than 4,462 is 4,015.8 (printed as 4,016); final 2,408: 達成.
  kpi k = indicator(indicator_aim::decrease, "4462", "-10.0", "2408");
  k.target->basis = target_basis::change_rate;
  const auto result = evaluate_kpi(k, scheme("kakogawa-2015"), 2019, 2015);
  EXPECT_EQ(result.target_level, "20079/5");  // 4,015.8
  EXPECT_EQ(result.target_basis, target_basis::change_rate);  // the stated −10.0 is no number of cases
  EXPECT_EQ(result.rating, "達成");
}

TEST(evaluate, printed_rates_of_gifu_2023) {
  // https://www.pref.gifu.lg.jp/uploaded/attachment/406748.pdf, lines 1 and 2: 46 → 63 reached = 100%; 91.7 → 100,
  // actual 80.4 lies below the baseline: floor 0%.
  const auto reached = evaluate_kpi(indicator(indicator_aim::increase, "46", "63", "63", 2023),
                                    scheme("gifu-strategy-2023"), 2023, 2023);
  EXPECT_EQ(reached.rate, "100%");
  const auto fallen = evaluate_kpi(indicator(indicator_aim::increase, "91.7", "100", "80.4", 2023),
                                   scheme("gifu-strategy-2023"), 2023, 2023);
  EXPECT_EQ(fallen.rate, "0%");
}

TEST(evaluate, falling_indicator_by_target_over_actual) {
  // 福岡市 令和6年度: 1,442 ÷ 1,386 is printed as 104.0 (target 1,442, actual 1,386).
  const auto result = evaluate_kpi(indicator(indicator_aim::decrease, nullptr, "1442", "1386"),
                                   scheme("fukuoka-jimu-2024"), 2019, 2015);
  EXPECT_EQ(result.rate, "104.0");
}

TEST(evaluate, thresholds_compare_exact_fractions) {
  // 兵庫県: A ≥ 100, B 90–100, C 70–90. 63 ÷ 70 is exactly 90 %.
  EXPECT_EQ(
      evaluate_kpi(indicator(indicator_aim::increase, nullptr, "70", "63"), scheme("hyogo-strategy-2023"), 2019, 2015)
          .rating,
      "B");
  EXPECT_EQ(evaluate_kpi(indicator(indicator_aim::increase, nullptr, "70", "62.999999999"),
                         scheme("hyogo-strategy-2023"), 2019, 2015)
                .rating,
            "C");
}

TEST(evaluate, share_of_the_way_by_year_of_the_plan) {
  // 多摩市: after year 2 of 5, 40 % of the target is expected; 30 of 100 is 75 % of that: ②.
  kpi k = indicator(indicator_aim::increase, nullptr, "100", "30");
  k.actuals[0].year = 2016;
  const auto result = evaluate_kpi(k, scheme("tama-strategy-2015"), 2016, 2015);
  EXPECT_EQ(result.rate, "75.0%");
  EXPECT_EQ(result.rating, "②");
}

TEST(evaluate, unknown_in_unknown_out) {
  const auto no_actual =
      evaluate_kpi(indicator(indicator_aim::increase, "1", "2", nullptr), scheme("kakogawa-2015"), 2019, 2015);
  EXPECT_EQ(no_actual.gap, rate_gap::no_actual);
  EXPECT_TRUE(no_actual.rate.empty());
  EXPECT_TRUE(no_actual.rating.empty());
  kpi k = indicator(indicator_aim::increase, "1", "2", "2");
  k.aim.reset();
  EXPECT_EQ(evaluate_kpi(k, scheme("hyogo-strategy-2023"), 2019, 2015).gap, rate_gap::no_aim);
  EXPECT_EQ(
      evaluate_kpi(indicator(indicator_aim::decrease, "4", "2", "2"), scheme("hyogo-strategy-2023"), 2019, 2015).gap,
      rate_gap::falling_not_stated);
  EXPECT_EQ(
      evaluate_kpi(indicator(indicator_aim::increase, "2", "2", "2"), scheme("tochigi-genki-2016"), 2019, 2015).gap,
      rate_gap::zero_denominator);
}
