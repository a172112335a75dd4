#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <fstream>
#include <random>
#include <sstream>

using namespace senryaku;

namespace {

const outlook_rules& limits() {
  return built_in_rules().outlook;
}

observation seen(int year, const char* value) {
  observation made;
  made.year = year;
  made.value = decimal::parse(value);
  return made;
}

/// An indicator with a baseline of 2014 and a final target of 2019.
kpi indicator(indicator_aim aim, const char* baseline, const char* target_value,
              std::initializer_list<std::pair<int, const char*>> results) {
  kpi k;
  k.id = "k";
  k.name = "n";
  k.aim = aim;
  if (baseline != nullptr) k.baseline = seen(2014, baseline);
  k.target.emplace();
  k.target->year = 2019;
  k.target->value = decimal::parse(target_value);
  for (const auto& [year, value] : results) k.actuals.push_back(seen(year, value));
  return k;
}

strategy read_strategy_file(const std::string& name) {
  std::ifstream file(SENRYAKU_TEST_DATA "/strategies/" + name);
  std::stringstream text;
  text << file.rdbuf();
  auto document = read_strategy(text.str());
  EXPECT_TRUE(document);
  return document ? document->value : strategy{};
}

const kpi_outlook& outlook_of(const strategy_outlook& all, std::string_view id) {
  for (const auto& entry : all.kpis) {
    if (entry.kpi == id) return entry;
  }
  throw std::runtime_error("no indicator " + std::string(id));
}

std::int64_t count_of(const std::vector<finding>& findings, std::string_view code) {
  return std::count_if(findings.begin(), findings.end(), [&](const finding& f) { return f.code == code; });
}

}  // namespace

TEST(outlook, kakogawa_births_will_miss) {
  // 加古川市 2015, 出生数: 2,264 (2014) → 1,948 (2018), target 2,300 (2019). Pace (1,948 − 2,264) ÷ 4 = −79; needed
  // (2,300 − 1,948) ÷ 1 = 352; straight line 1,948 − 79 = 1,869; share of the way −316 ÷ 36 × 5 ÷ 4 × 100 = −9875/9 %.
  const auto plan = read_strategy_file("kakogawa-2015.json");
  const auto all = foresee_strategy(plan, limits(), 2018);
  const kpi_outlook& births = outlook_of(all, "g1-t1");
  EXPECT_EQ(births.state, outlook_state::will_miss);
  EXPECT_EQ(births.pace->exact, "-79");
  EXPECT_EQ(births.pace->formula, "(1948 − 2264) ÷ (2018 − 2014)");
  EXPECT_EQ(births.needed_pace->exact, "352");
  EXPECT_EQ(births.straight_line->exact, "1869");
  EXPECT_EQ(births.straight_line->formula, "1948 + (-79) × (2019 − 2018)");
  EXPECT_EQ(births.share_of_way->exact, "-9875/9");
  EXPECT_FALSE(births.trend) << "two values make no trend";
  EXPECT_EQ(births.first_behind, 2018);
  EXPECT_EQ(count_of(all.findings, "outlook.target.will-miss"), 1);
}

TEST(outlook, kakogawa_crimes_reached_early_and_are_unknown_without_results) {
  // 刑法犯罪: 4,462 → −10 % = 4,015.8 by 2019; 2,843 in 2018: reached with one of five years left, 20 %.
  const auto plan = read_strategy_file("kakogawa-2015.json");
  const auto all = foresee_strategy(plan, limits(), 2018);
  const kpi_outlook& crimes = outlook_of(all, "g2-t1");
  EXPECT_EQ(crimes.state, outlook_state::reached);
  EXPECT_EQ(crimes.target_level, "4015.8");
  EXPECT_EQ(crimes.reached_in, 2018);
  EXPECT_EQ(crimes.time_left_percent->to_string(), "20.0");
  EXPECT_FALSE(crimes.too_early);
  // No result: unknown, no figure.
  const kpi_outlook& members = outlook_of(all, "g1-m1-k1");
  EXPECT_EQ(members.state, outlook_state::unknown);
  EXPECT_EQ(members.gap, outlook_gap::no_actual);
  EXPECT_TRUE(members.never_measured);
  EXPECT_FALSE(members.pace || members.straight_line || members.trend);
}

TEST(outlook, kakogawa_in_its_last_year_agrees_with_the_printed_results) {
  // Printed: 出生数 未達成, 婚姻数 未達成, 刑法犯罪 達成, 交通人身事故 達成, 転入者数 達成, 転出者数 未達成 (8,297
  // against 7,631; the document's aim of 転出者数 decides).
  const auto plan = read_strategy_file("kakogawa-2015.json");
  const auto all = foresee_strategy(plan, limits(), 2019);
  EXPECT_EQ(outlook_of(all, "g1-t1").state, outlook_state::missed);
  EXPECT_EQ(outlook_of(all, "g1-t2").state, outlook_state::missed);
  EXPECT_EQ(outlook_of(all, "g2-t1").state, outlook_state::reached);
  EXPECT_EQ(outlook_of(all, "g2-t2").state, outlook_state::reached);
  EXPECT_EQ(outlook_of(all, "g3-t1").state, outlook_state::reached);
  EXPECT_EQ(all.health.judged, 6);
  EXPECT_EQ(all.health.indicators, 23);
  EXPECT_EQ(all.health.never_measured, 17);
  EXPECT_EQ(all.health.no_owner, 23);
}

TEST(outlook, the_bands_of_tama_decide) {
  // Way of 100 over five years; after two years 40 are expected. 40 → on course; 24 is exactly 60 % of 40 → a first
  // warning; 23 → 57.5 %, will miss.
  const auto state = [](const char* value) {
    return foresee_kpi(indicator(indicator_aim::increase, "0", "100", {{2016, value}}), limits(), 2016, 2015).state;
  };
  EXPECT_EQ(state("40"), outlook_state::on_course);
  EXPECT_EQ(state("39.9"), outlook_state::first_warning);
  EXPECT_EQ(state("24"), outlook_state::first_warning);
  EXPECT_EQ(state("23"), outlook_state::will_miss);
}

TEST(outlook, the_trend_gives_a_band_where_history_allows) {
  // 10, 12, 11, 16 in 2014–2017 (Theil–Sen slope 2, level 10 in 2014): 20 in 2019, between 8 and 29 (see series_test).
  const auto k = indicator(indicator_aim::increase, "10", "30", {{2015, "12"}, {2016, "11"}, {2017, "16"}});
  const auto entry = foresee_kpi(k, limits(), 2017, 2015);
  ASSERT_TRUE(entry.trend);
  EXPECT_EQ(entry.trend->at_last_year.exact, "20");
  EXPECT_EQ(entry.trend->low->to_string(), "8.0");
  EXPECT_EQ(entry.trend->high->to_string(), "29.0");
  EXPECT_EQ(entry.trend->confidence_percent->to_string(), "91.6");
  // The whole band misses 30, and 6 of 12 expected are below the way: will miss. A target of 25 lies in the band.
  EXPECT_EQ(entry.state, outlook_state::will_miss);
  auto easier = k;
  easier.target->value = decimal(25);
  EXPECT_EQ(foresee_kpi(easier, limits(), 2017, 2015).state, outlook_state::first_warning);
  // Three values: a trend, no band.
  EXPECT_FALSE(foresee_kpi(k, limits(), 2016, 2015).trend->low);
}

TEST(outlook, a_falling_target_is_seen_in_its_direction) {
  // 100 → 50 by 2019; 70 after two years: 30 of 20 expected.
  const auto entry = foresee_kpi(indicator(indicator_aim::decrease, "100", "50", {{2016, "70"}}), limits(), 2016, 2015);
  EXPECT_EQ(entry.state, outlook_state::on_course);
  EXPECT_EQ(entry.share_of_way->exact, "150");
  EXPECT_EQ(entry.straight_line->exact, "25");
}

TEST(outlook, a_target_reached_in_the_first_half_was_low) {
  const auto k = indicator(indicator_aim::increase, "10", "20", {{2015, "21"}, {2016, "22"}});
  const auto entry = foresee_kpi(k, limits(), 2016, 2015);
  EXPECT_EQ(entry.reached_in, 2015);
  EXPECT_EQ(entry.time_left_percent->to_string(), "80.0");  // 4 of 5 years
  EXPECT_TRUE(entry.too_early);
  // A level that is to be kept is not low because it is kept.
  EXPECT_FALSE(
      foresee_kpi(indicator(indicator_aim::at_least, "25", "20", {{2015, "21"}}), limits(), 2015, 2015).too_early);
  // Reached once and lost again: not reached.
  const auto lost = indicator(indicator_aim::increase, "10", "20", {{2015, "21"}, {2016, "12"}});
  EXPECT_FALSE(foresee_kpi(lost, limits(), 2016, 2015).reached_in);
}

TEST(outlook, a_running_total_begins_at_zero) {
  // 120 in all over 2015–2019, the old total 500 is no start: 60 after two years of five is 150 % of 48... of the way.
  auto k = indicator(indicator_aim::increase, "500", "120", {{2015, "30"}, {2016, "60"}});
  k.target->basis = target_basis::total;
  k.kind = indicator_kind::cumulative;
  const auto entry = foresee_kpi(k, limits(), 2016, 2015);
  EXPECT_EQ(entry.pace->exact, "30");
  EXPECT_EQ(entry.share_of_way->exact, "125");  // 60 ÷ 120 × 5 ÷ 2
  EXPECT_EQ(entry.straight_line->exact, "150");
  // Without the word that results are running totals nothing is said.
  k.kind.reset();
  EXPECT_EQ(foresee_kpi(k, limits(), 2016, 2015).gap, outlook_gap::total_not_running);
}

TEST(outlook, what_is_unknown_stays_unknown) {
  const auto gap = [](const kpi& k) { return foresee_kpi(k, limits(), 2017, 2015).gap; };
  auto k = indicator(indicator_aim::increase, "1", "9", {{2016, "3"}});
  k.aim.reset();
  EXPECT_EQ(gap(k), outlook_gap::no_aim);
  k = indicator(indicator_aim::increase, "1", "9", {{2016, "3"}});
  k.target->year.reset();
  EXPECT_EQ(gap(k), outlook_gap::no_target_year);
  k.target->value.reset();
  EXPECT_EQ(gap(k), outlook_gap::no_target);
  k = indicator(indicator_aim::increase, nullptr, "9", {{2016, "3"}});
  EXPECT_EQ(gap(k), outlook_gap::no_start);
  k = indicator(indicator_aim::increase, "1", "9", {{2013, "3"}});
  EXPECT_EQ(gap(k), outlook_gap::no_actual) << "a value older than the plan is no result of it";
  EXPECT_EQ(gap(indicator(indicator_aim::increase, "1", "9", {{2018, "3"}})), outlook_gap::no_actual)
      << "a later value was not known";
}

TEST(outlook, a_value_with_a_digit_too_many_is_found_and_the_likely_one_named) {
  // 100, 110, 120, 1300, 140, 150: the others lie on a line of 10 a year, expected 130, spread 10 (their median step);
  // score 0.6745 × 1,170 ÷ 10 = 78.9. One digit less, 130, lies on the line.
  const auto k = indicator(indicator_aim::increase, "100", "200",
                           {{2015, "110"}, {2016, "120"}, {2017, "1300"}, {2018, "140"}, {2019, "150"}});
  const auto entry = foresee_kpi(k, limits(), 2019, 2015);
  ASSERT_EQ(entry.jumps.size(), 1u);
  EXPECT_EQ(entry.jumps[0].year, 2017);
  EXPECT_EQ(entry.jumps[0].expected.exact, "130");
  EXPECT_EQ(entry.jumps[0].score.value->to_string(), "78.92");  // 78.9165
  EXPECT_EQ(*entry.jumps[0].likely, decimal(130));
}

TEST(outlook, swapped_digits_are_found_and_a_real_jump_names_nothing) {
  // 321 for 231 among 200, 210, 221, …, 250.
  const auto typed = indicator(indicator_aim::increase, "200", "260",
                               {{2015, "210"}, {2016, "221"}, {2017, "321"}, {2018, "239"}, {2019, "250"}});
  const auto entry = foresee_kpi(typed, limits(), 2019, 2015);
  ASSERT_EQ(entry.jumps.size(), 1u);
  EXPECT_EQ(*entry.jumps[0].likely, decimal(231));
  // A year without the event: 0 among hundreds is no slip of a digit.
  const auto event = indicator(indicator_aim::increase, "200", "260",
                               {{2015, "210"}, {2016, "221"}, {2017, "0"}, {2018, "239"}, {2019, "250"}});
  const auto cancelled = foresee_kpi(event, limits(), 2019, 2015);
  ASSERT_EQ(cancelled.jumps.size(), 1u);
  EXPECT_FALSE(cancelled.jumps[0].likely);
  // Ordinary scatter and short histories have no jumps.
  const auto calm = indicator(indicator_aim::increase, "200", "260",
                              {{2015, "214"}, {2016, "209"}, {2017, "228"}, {2018, "231"}, {2019, "226"}});
  EXPECT_TRUE(foresee_kpi(calm, limits(), 2019, 2015).jumps.empty());
  EXPECT_TRUE(
      foresee_kpi(indicator(indicator_aim::increase, "1", "2", {{2015, "1000"}}), limits(), 2015, 2015).jumps.empty());
}

TEST(outlook, old_values_are_stale_unless_a_reason_or_the_frequency_explains_it) {
  auto k = indicator(indicator_aim::increase, "1", "9", {{2015, "3"}});
  EXPECT_EQ(foresee_kpi(k, limits(), 2017, 2015).stale_years, 2);
  EXPECT_FALSE(foresee_kpi(k, limits(), 2016, 2015).stale_years);
  k.measurement.emplace();
  k.measurement->frequency = "隔年の市民意識調査";
  EXPECT_FALSE(foresee_kpi(k, limits(), 2017, 2015).stale_years);
  EXPECT_EQ(foresee_kpi(k, limits(), 2018, 2015).stale_years, 3);
  k.actuals.push_back(seen(2018, "0"));
  k.actuals.back().value.reset();
  k.actuals.back().unknown = unknown_reason::suspended;
  EXPECT_FALSE(foresee_kpi(k, limits(), 2018, 2015).stale_years);
}

TEST(outlook, all_reached_is_suspicious_beside_the_national_rate) {
  // 0.47^4 = 4.88 % < 5 %; 0.47^3 = 10.4 %. None of 5: 0.53^5 = 4.19 %; none of 4: 7.9 %.
  const auto chance = [](int reached, int missed) {
    strategy plan;
    plan.period.start = civil_day::make(2015, 4, 1);
    goal g;
    g.id = "g";
    for (int i = 0; i < reached + missed; ++i) {
      g.numeric_targets.push_back(indicator(indicator_aim::increase, "10", "20", {{2019, i < reached ? "20" : "15"}}));
      g.numeric_targets.back().id = "k" + std::to_string(i);
    }
    plan.goals.push_back(g);
    return foresee_strategy(plan, limits(), 2019);
  };
  const auto four = chance(4, 0);
  EXPECT_EQ(four.health.chance_percent->to_string(), "4.88");
  EXPECT_EQ(count_of(four.findings, "outlook.reached.suspiciously-many"), 1);
  const auto three = chance(3, 0);
  EXPECT_EQ(three.health.chance_percent->to_string(), "10.39");  // 10.3823, rounded up
  EXPECT_EQ(count_of(three.findings, "outlook.reached.suspiciously-many"), 0);
  EXPECT_EQ(count_of(chance(0, 5).findings, "outlook.reached.suspiciously-few"), 1);
  EXPECT_EQ(count_of(chance(0, 4).findings, "outlook.reached.suspiciously-few"), 0);
  EXPECT_EQ(count_of(chance(2, 2).findings, "outlook.reached.suspiciously-few"), 0);
}

namespace {

/// 0 will miss … 3 reached.
int order_of(outlook_state state) {
  return state == outlook_state::will_miss       ? 0
         : state == outlook_state::first_warning ? 1
         : state == outlook_state::on_course     ? 2
                                                 : 3;
}

}  // namespace

TEST(outlook, another_unit_changes_nothing_and_a_better_value_never_worsens_the_outlook) {
  std::mt19937 random(20150401);
  const auto any = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  for (int round = 0; round < 3000; ++round) {
    const bool rising = any(0, 1) == 1;
    const int results = any(1, 4);
    const auto made = [&](const std::vector<int>& values, int goal, int scale) {
      kpi k = indicator(rising ? indicator_aim::increase : indicator_aim::decrease, nullptr, "0", {});
      k.target->value = decimal(goal, scale);
      for (int i = 0; i <= results; ++i) {
        observation entry;
        entry.year = 2014 + i;
        entry.value = decimal(values[static_cast<std::size_t>(i)], scale);
        if (i == 0) {
          k.baseline = entry;
        } else {
          k.actuals.push_back(entry);
        }
      }
      return foresee_kpi(k, limits(), 2014 + results, 2015);
    };
    std::vector<int> values;
    for (int i = 0; i <= results; ++i) values.push_back(any(50, 150));
    const int goal = any(50, 150);
    const auto whole = made(values, goal, 0);
    const auto scaled = made(values, goal, 2);
    ASSERT_EQ(whole.state, scaled.state) << "round " << round;
    ASSERT_EQ(whole.share_of_way.has_value(), scaled.share_of_way.has_value());
    if (whole.share_of_way) {
      ASSERT_EQ(whole.share_of_way->exact, scaled.share_of_way->exact);
    }
    values.back() += rising ? any(1, 40) : -any(1, 40);
    ASSERT_GE(order_of(made(values, goal, 0).state), order_of(whole.state)) << "round " << round;
  }
}
