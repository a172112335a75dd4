#include "schemes.hpp"

#include <algorithm>

using namespace senryaku;
using evaluate_test::scheme;

namespace {

/// `counts`: how many items got which symbol; "" is not rated.
std::vector<rated_item> items(const rating_scheme& from, std::vector<std::pair<std::string, int>> counts) {
  std::vector<rated_item> all;
  for (const auto& [symbol, count] : counts) {
    rated_item item;
    item.symbol = symbol;
    for (const auto& band : from.bands) {
      if (band.symbol != symbol) continue;
      item.good = band.good;
      item.points = band.points;
      item.rated = band.when != rating_condition::not_rated;
    }
    all.insert(all.end(), static_cast<std::size_t>(count), item);
  }
  return all;
}

std::string printed(const group_evaluation& group) {
  std::string text;
  for (const auto& entry : group.counts) {
    text += (text.empty() ? "" : " ") + entry.symbol + " " + std::to_string(entry.count) + " " + entry.share;
  }
  return text;
}

rating_scheme with_rule(rollup_method method) {
  rating_scheme s;
  s.id = "own";
  for (const char* symbol : {"A", "B", "C"}) {
    s.bands.emplace_back();
    s.bands.back().symbol = symbol;
    s.bands.back().points = 3 - static_cast<int>(s.bands.size() - 1);  // 3, 2, 1
    s.bands.back().good = s.bands.size() < 3;
  }
  s.rollups.emplace_back();
  s.rollups[0].levels = {rollup_level::goal};
  s.rollups[0].method = method;
  return s;
}

}  // namespace

TEST(rollup, printed_shares_of_kumamoto_count_the_unknown_and_nest) {
  // https://www.pref.kumamoto.jp/uploaded/attachment/275896.pdf: of 57, 達成 35 (61.4%), 改善 43 (75.4%, with 達成),
  // 横ばい 1 (1.8%), 悪化 4 (7.0%), 未判明 9 (15.8%).
  const auto s = scheme("kumamoto-rollup");
  const auto group = roll_up(s, rollup_level::strategy,
                             items(s, {{"達成", 35}, {"改善", 8}, {"横ばい", 1}, {"悪化", 4}, {"未判明", 9}}));
  EXPECT_EQ(printed(group), "達成 35 61.4% 改善 43 75.4% 横ばい 1 1.8% 悪化 4 7.0% 未判明 9 15.8%");
  EXPECT_EQ(group.rated, 48);
  EXPECT_EQ(group.total, 57);
}

TEST(rollup, printed_shares_of_a_manifesto_are_made_to_fill_100) {
  // https://oi-hideto.com/2019_m_kakutei: of 81, A 44 (54.4%, though 44/81 is 54.3), B 17 (21.0%), C 7 (8.6%),
  // D 13 (16.0%).
  const auto s = scheme("manifest-oi");
  const auto group = roll_up(s, rollup_level::strategy, items(s, {{"A", 44}, {"B", 17}, {"C", 7}, {"D", 13}}));
  EXPECT_EQ(printed(group), "A 44 54.4% B 17 21.0% C 7 8.6% D 13 16.0%");
}

TEST(rollup, printed_shares_of_owani_and_chiba) {
  // http://www.town.owani.lg.jp/index.cfm/7,0,29,188,html: of 73, 18 (24.7%), 13 (17.8%), 28 (38.4%), 12 (16.4%),
  // 2 (2.7%).
  const auto owani = scheme("owani-health-2017");
  EXPECT_EQ(printed(roll_up(owani, rollup_level::strategy,
                            items(owani, {{"◎", 18}, {"〇", 13}, {"△", 28}, {"×", 12}, {"判定不能", 2}}))),
            "◎ 18 24.7% 〇 13 17.8% △ 28 38.4% × 12 16.4% 判定不能 2 2.7%");
  // 千葉県 2019 report: 進展 56 of 65 known (86.2%); 7 unknown are left out of the denominator.
  const auto chiba = scheme("chiba-strategy2-2022");
  const auto group = roll_up(chiba, rollup_level::strategy, items(chiba, {{"進展", 56}, {"進展せず", 9}}));
  EXPECT_EQ(group.figure, "86.2%");
  EXPECT_EQ(group.figure_numerator + "/" + group.figure_denominator, "56/65");
  EXPECT_EQ(group.rule, "56 ÷ 65");
}

TEST(rollup, the_weakest_indicator_decides_a_grant_project) {
  // 坂井市 シティセールス事業: 122 % and exactly 100 % → 相当程度効果があった (https://expydoc.com/doc/11828747/).
  const auto s = scheme("grant-senkougata-national");
  const auto group = roll_up(s, rollup_level::plan,
                             items(s, {{"地方創生に非常に効果的であった", 1}, {"地方創生に相当程度効果があった", 1}}));
  EXPECT_EQ(group.rating, "地方創生に相当程度効果があった");
  EXPECT_EQ(group.gap, group_gap::none);
}

TEST(rollup, points_are_averaged_exactly_and_with_weights) {
  auto s = with_rule(rollup_method::mean_points);
  s.rollups[0].rounding.decimals = 2;
  s.rollups[0].classes = {{"順調", "", decimal(25, 1), true, std::nullopt, false, true, std::nullopt},
                          {"遅れ", "", std::nullopt, true, decimal(25, 1), false, false, std::nullopt}};
  auto list = items(s, {{"A", 1}, {"B", 1}, {"C", 1}});
  // (3 + 2 + 1) ÷ 3 = 2
  auto group = roll_up(s, rollup_level::goal, list);
  EXPECT_EQ(group.figure, "2.00");
  EXPECT_EQ(group.rule, "(3 + 2 + 1) ÷ 3");
  EXPECT_EQ(group.rating, "遅れ");
  // A weighs 4: (12 + 2 + 1) ÷ 6 = 2.5, on the threshold.
  list[0].element = "k1";
  s.rollups[0].weights = {{"k1", decimal(4)}};
  group = roll_up(s, rollup_level::goal, list);
  EXPECT_EQ(group.figure, "2.50");
  EXPECT_EQ(group.rule, "(3×4 + 2 + 1) ÷ 6");
  EXPECT_EQ(group.rating, "順調");
}

TEST(rollup, rounding_can_come_before_the_classes) {
  auto s = with_rule(rollup_method::share);
  s.rollups[0].rounding.decimals = 0;
  s.rollups[0].classes = {{"○", "", decimal(67), true, std::nullopt, false, true, std::nullopt},
                          {"△", "", std::nullopt, true, decimal(67), false, false, std::nullopt}};
  const auto list = items(s, {{"A", 2}, {"C", 1}});  // 66.66… %
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).rating, "△");
  s.rollups[0].rounding.before_rating = true;
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).rating, "○");
}

TEST(rollup, majority_and_ties) {
  auto s = with_rule(rollup_method::majority);
  EXPECT_EQ(roll_up(s, rollup_level::goal, items(s, {{"A", 3}, {"C", 2}})).rating, "A");
  EXPECT_EQ(roll_up(s, rollup_level::goal, items(s, {{"A", 2}, {"C", 2}})).rating, "C");
  s.rollups[0].tie = tie_rule::better;
  EXPECT_EQ(roll_up(s, rollup_level::goal, items(s, {{"A", 2}, {"C", 2}})).rating, "A");
}

TEST(rollup, too_little_coverage_gives_no_rating_and_says_how_much_there_is) {
  auto s = with_rule(rollup_method::worst);
  s.rollups[0].min_coverage = decimal(75);
  auto list = items(s, {{"A", 7}});
  list.resize(9);                                               // two that are not rated
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).rating, "A");  // 7 of 9 are 77.8 %
  list.resize(10);
  const auto group = roll_up(s, rollup_level::goal, list);
  EXPECT_EQ(group.gap, group_gap::low_coverage);
  EXPECT_TRUE(group.rating.empty());
  EXPECT_EQ(group.rated, 7);
  EXPECT_EQ(group.total, 10);
  list[9].left_out = true;
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).total, 9);
}

TEST(rollup, unknown_points_give_no_figure) {
  auto s = with_rule(rollup_method::sum_points);
  auto list = items(s, {{"A", 1}, {"B", 1}});
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).figure, "5.0");
  list[1].points.reset();
  EXPECT_EQ(roll_up(s, rollup_level::goal, list).gap, group_gap::no_points);
  EXPECT_EQ(roll_up(s, rollup_level::goal, {}).gap, group_gap::nothing_rated);
  // 佐野市 adds points that people give: the figure is computed, the level is not.
  const auto sano = scheme("sano-measures");
  const auto group = roll_up(sano, rollup_level::measure, items(sano, {{"7", 1}, {"6", 1}}));
  EXPECT_EQ(group.figure, "13.0");
  EXPECT_EQ(group.gap, group_gap::judged);
  EXPECT_TRUE(group.rating.empty());
}

TEST(rollup, of_a_strategy_goes_from_indicators_to_measures_goals_and_the_whole) {
  auto s = with_rule(rollup_method::worst);
  s.name = "own";
  s.formula = rate_formula::ratio;
  s.compared_with = target_comparison::final_target;
  s.bands[0].min = decimal(100);
  s.bands[1].min = decimal(50);
  s.rollups[0].levels = {rollup_level::measure, rollup_level::numeric_targets};
  s.rollups.push_back(s.rollups[0]);
  s.rollups[1].levels = {rollup_level::goal};
  s.rollups[1].from = rollup_source::level_below;
  s.rollups[1].method = rollup_method::mean_points;
  strategy plan;
  plan.goals.emplace_back();
  goal& g = plan.goals[0];
  g.id = "g";
  g.numeric_targets = {evaluate_test::indicator(indicator_aim::increase, nullptr, "10", "10")};
  g.numeric_targets[0].id = "n";
  for (const char* id : {"m1", "m2"}) {
    g.measures.emplace_back();
    g.measures.back().id = id;
    g.measures.back().kpis = {
        evaluate_test::indicator(indicator_aim::increase, nullptr, "10", id[1] == '1' ? "10" : "4")};
    g.measures.back().kpis[0].id = std::string("k-") + id;
  }
  plan.verifications.emplace_back();
  plan.verifications[0].id = "v";
  plan.verifications[0].fiscal_year = 2019;
  plan.verifications[0].results.resize(1);
  plan.verifications[0].results[0].subject = "k-m2";
  plan.verifications[0].results[0].rating = "B";
  const auto result = evaluate_strategy(plan, s, 2019);
  ASSERT_EQ(result.groups.size(), 5u);
  EXPECT_EQ(result.groups[0].element + result.groups[0].rating, "m1A");
  EXPECT_EQ(result.groups[1].element + result.groups[1].rating, "m2C");
  EXPECT_EQ(result.groups[2].level, rollup_level::numeric_targets);
  EXPECT_EQ(result.groups[2].rating, "A");
  EXPECT_EQ(result.groups[3].level, rollup_level::goal);
  EXPECT_EQ(result.groups[3].rule, "(3 + 1) ÷ 2");  // the measures, not the indicators
  EXPECT_EQ(result.groups[4].total, 3);
  ASSERT_TRUE(result.kpis[2].decided);
  EXPECT_TRUE(result.kpis[2].decided->differs);
  EXPECT_EQ(result.kpis[2].rating, "C");  // the proposal stays
  EXPECT_TRUE(std::any_of(result.findings.begin(), result.findings.end(),
                          [](const finding& f) { return f.code == "evaluate.decision.unexplained"; }));
}

TEST(rollup, ratings_of_people_are_gathered_where_the_scheme_leaves_them_to_people) {
  // 神石高原町: 20 of 28 households is 71 %, and the members voted A.
  strategy plan;
  plan.overall_targets = {evaluate_test::indicator(indicator_aim::increase, nullptr, "28", "20", 2016)};
  plan.verifications.emplace_back();
  plan.verifications[0].id = "v";
  plan.verifications[0].fiscal_year = 2016;
  plan.verifications[0].results.emplace_back();
  plan.verifications[0].results[0].subject = "k";
  plan.verifications[0].results[0].rating = "Ａ";
  const auto result = evaluate_strategy(plan, scheme("jinsekikogen-strategy"), 2016);
  EXPECT_TRUE(result.kpis[0].rating.empty());  // nothing is proposed
  ASSERT_EQ(result.groups.size(), 1u);
  EXPECT_EQ(result.groups[0].rated, 1);
  EXPECT_EQ(result.groups[0].counts[0].symbol, "A");
}
