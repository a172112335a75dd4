#include <gtest/gtest.h>
#include <senryaku/comparison.hpp>
#include <senryaku/rules.hpp>

#include <fstream>
#include <sstream>

using namespace senryaku;

namespace {

strategy read_strategy_file(const std::string& name) {
  std::ifstream file(SENRYAKU_TEST_DATA "/strategies/" + name);
  std::stringstream text;
  text << file.rdbuf();
  auto document = read_strategy(text.str());
  EXPECT_TRUE(document);
  return document ? document->value : strategy{};
}

const element_change& change_of(const strategy_comparison& comparison, std::string_view name) {
  for (const auto& entry : comparison.elements) {
    if (entry.name_after == name || entry.name_before == name) return entry;
  }
  throw std::runtime_error("not compared: " + std::string(name));
}

const member_change* member(const element_change& entry, std::string_view name) {
  for (const auto& change : entry.members) {
    if (change.member == name) return &change;
  }
  return nullptr;
}

std::int64_t count_of(const std::vector<finding>& findings, std::string_view code) {
  return std::count_if(findings.begin(), findings.end(), [&](const finding& f) { return f.code == code; });
}

/// One goal with one KPI, as of 2015–2019.
strategy small_plan() {
  strategy plan;
  plan.name = "計画";
  plan.period.start = civil_day::make(2015, 4, 1);
  plan.period.end = civil_day::make(2020, 3, 31);
  goal g;
  g.id = "g1";
  g.name = "目標";
  for (const char* id : {"k1", "k2", "k3"}) {
    kpi k;
    k.id = id;
    k.name = std::string("指標") + id;
    k.unit = "人";
    k.aim = indicator_aim::increase;
    k.baseline.emplace();
    k.baseline->year = 2014;
    k.baseline->value = decimal(10);
    k.target.emplace();
    k.target->year = 2019;
    k.target->value = decimal(20);
    k.actuals.emplace_back();
    k.actuals[0].year = 2018;
    k.actuals[0].value = decimal(15);
    g.numeric_targets.push_back(k);
  }
  plan.goals.push_back(g);
  return plan;
}

}  // namespace

TEST(comparison, kakogawa_2015_to_2021) {
  // Published: 出生数 target 2,300 (2019), then baseline 1,820 (2019) and target 1,890 (2026). 婚姻数 moved from a
  // numeric target (1,400) to a KPI (1,270). コミュニティ交通 647,700 → 770,000. 転出者数 (missed, 8,297 against 7,631)
  // was dropped.
  const auto before = read_strategy_file("kakogawa-2015.json");
  const auto after = read_strategy_file("kakogawa-2021.json");
  const auto comparison = compare_strategies(before, after);
  EXPECT_FALSE(comparison.ids_trusted) << "both number their indicators anew";
  const auto& births = change_of(comparison, "出生数");
  ASSERT_NE(member(births, "target.value"), nullptr);
  EXPECT_EQ(member(births, "target.value")->before, "2300");
  EXPECT_EQ(member(births, "target.value")->after, "1890");
  EXPECT_EQ(member(births, "target.value")->meaning, member_meaning::target_lowered);
  EXPECT_EQ(member(births, "target.value")->pointer_before, "/goals/0/numeric_targets/0/target/value");
  EXPECT_EQ(member(births, "values.2019"), nullptr) << "the new baseline 1,820 is the old result of 2019";
  const auto& marriages = change_of(comparison, "婚姻数");
  EXPECT_EQ(marriages.matched, matched_by::name);
  EXPECT_EQ(marriages.id_before, "g1-t2");
  EXPECT_EQ(marriages.id_after, "g1-m1-k1");
  EXPECT_EQ(marriages.kind, element_kind::kpi);
  const auto& bus = change_of(comparison, "コミュニティ交通の利用者数");
  EXPECT_EQ(member(bus, "target.value")->meaning, member_meaning::target_raised);
  // 交通人身事故: 4 % below 1,848 is 1,774.08; then 1,050. Falling, so harder.
  const auto* accidents = member(change_of(comparison, "交通人身事故発生件数"), "target.value");
  ASSERT_NE(accidents, nullptr);
  EXPECT_EQ(accidents->before, "-4.0");
  EXPECT_EQ(accidents->level_before, "1774.08");
  EXPECT_EQ(accidents->meaning, member_meaning::target_raised);
  EXPECT_EQ(change_of(comparison, "転入者数").change, change_kind::removed);
  EXPECT_EQ(change_of(comparison, "転入者数").dropped_unreached, false);  // 7,715 of 7,649: 達成
  EXPECT_FALSE(change_of(comparison, "新規求人数").dropped_unreached) << "no result is known";
  EXPECT_GE(count_of(comparison.findings, "compare.target.lowered"), 2);
  EXPECT_EQ(count_of(comparison.findings, "compare.changes.unstated"), 0) << "another plan, not a revision";
  EXPECT_EQ(count_of(comparison.findings, "compare.target.later"), 0) << "the next plan's years";
}

TEST(comparison, every_element_is_accounted_for_once) {
  for (const auto& [first, second] :
       {std::pair{"kakogawa-2015.json", "kakogawa-2021.json"}, std::pair{"kakogawa-2021.json", "toyooka.json"},
        std::pair{"nagi.json", "urakawa.json"}}) {
    const auto before = read_strategy_file(first);
    const auto after = read_strategy_file(second);
    std::int64_t old_count = 0;
    std::int64_t new_count = 0;
    for (const auto& count : compare_strategies(before, after).counts) {
      old_count += count.removed + count.changed + count.unchanged;
      new_count += count.added + count.changed + count.unchanged;
    }
    EXPECT_EQ(old_count, static_cast<std::int64_t>(elements_of(before).size()));
    EXPECT_EQ(new_count, static_cast<std::int64_t>(elements_of(after).size()));
  }
}

TEST(comparison, a_strategy_equals_itself) {
  for (const char* name : {"kakogawa-2015.json", "aizumisato-2025.json", "niseko.json"}) {
    const auto plan = read_strategy_file(name);
    const auto comparison = compare_strategies(plan, plan);
    EXPECT_TRUE(comparison.ids_trusted);
    EXPECT_TRUE(comparison.plan.empty());
    EXPECT_TRUE(comparison.findings.empty() && comparison.findings_before.empty());
    for (const auto& entry : comparison.elements) {
      EXPECT_EQ(entry.change, change_kind::unchanged) << entry.name_after;
      if (entry.comparable) {
        EXPECT_EQ(entry.comparable, comparability::comparable) << entry.name_after;
      }
    }
  }
}

TEST(comparison, a_new_unit_or_definition_breaks_the_comparison_unless_the_town_says_otherwise) {
  const strategy before = small_plan();
  strategy after = before;
  after.goals[0].numeric_targets[0].unit = "世帯";
  after.goals[0].numeric_targets[1].definition = "届出のあった者";
  auto comparison = compare_strategies(before, after);
  const auto& first = change_of(comparison, "指標k1");
  EXPECT_EQ(first.comparable, comparability::not_comparable);
  EXPECT_EQ(first.comparable_because, "unit");
  EXPECT_EQ(member(first, "unit")->meaning, member_meaning::unit_changed);
  // A definition that was not there before: nobody can tell.
  EXPECT_EQ(change_of(comparison, "指標k2").comparable, comparability::unknown);
  EXPECT_EQ(change_of(comparison, "指標k3").comparable, comparability::comparable);
  EXPECT_EQ(count_of(comparison.findings, "compare.indicator.not-comparable"), 1);
  EXPECT_EQ(count_of(comparison.findings, "compare.changes.unstated"), 1);
  revision_change change;
  change.subject = "k1";
  change.member = "unit";
  change.comparable = true;
  after.revisions.emplace_back();
  after.revisions[0].changes.push_back(change);
  comparison = compare_strategies(before, after);
  EXPECT_EQ(change_of(comparison, "指標k1").comparable_as_stated, true);
  EXPECT_EQ(count_of(comparison.findings, "compare.indicator.not-comparable"), 0);
  EXPECT_EQ(count_of(comparison.findings, "compare.changes.unstated"), 0);
}

TEST(comparison, harder_and_easier_follow_the_aim) {
  const strategy before = small_plan();
  strategy after = before;
  auto& list = after.goals[0].numeric_targets;
  list[0].target->value = decimal(18);
  list[1].target->value = decimal(18);
  list[2].target->value = decimal(18);
  strategy falling = before;
  falling.goals[0].numeric_targets[1].aim = list[1].aim = indicator_aim::decrease;
  falling.goals[0].numeric_targets[2].aim.reset();
  list[2].aim.reset();
  const auto comparison = compare_strategies(falling, after);
  EXPECT_EQ(member(change_of(comparison, "指標k1"), "target.value")->meaning, member_meaning::target_lowered);
  EXPECT_EQ(member(change_of(comparison, "指標k2"), "target.value")->meaning, member_meaning::target_raised);
  EXPECT_EQ(member(change_of(comparison, "指標k3"), "target.value")->meaning, member_meaning::target_changed);
}

TEST(comparison, writing_alone_is_no_change_and_a_restated_value_is_one) {
  const strategy before = small_plan();
  strategy after = before;
  after.goals[0].numeric_targets[0].name = "指標ｋ１";  // full-width
  after.goals[0].numeric_targets[0].target->value = decimal::parse("20.0");
  after.goals[0].numeric_targets[1].actuals[0].value = decimal(16);
  const auto comparison = compare_strategies(before, after);
  EXPECT_EQ(change_of(comparison, "指標k1").change, change_kind::unchanged);
  const auto& restated = change_of(comparison, "指標k2");
  EXPECT_EQ(restated.comparable, comparability::not_comparable);
  EXPECT_EQ(member(restated, "values.2018")->meaning, member_meaning::restated);
  EXPECT_EQ(count_of(comparison.findings, "compare.value.restated"), 1);
}

TEST(comparison, a_new_name_under_a_trusted_id_is_a_new_name) {
  const strategy before = small_plan();
  strategy after = before;
  after.goals[0].numeric_targets[2].name = "別の名の指標";
  const auto comparison = compare_strategies(before, after);
  const auto& renamed = change_of(comparison, "別の名の指標");
  EXPECT_EQ(renamed.matched, matched_by::renamed);
  EXPECT_EQ(renamed.name_before, "指標k3");
  EXPECT_EQ(renamed.comparable, comparability::unknown);
  // Dropped without having reached its target (15 of 20).
  after.goals[0].numeric_targets.pop_back();
  const auto shorter = compare_strategies(before, after);
  EXPECT_EQ(change_of(shorter, "指標k3").dropped_unreached, true);
  EXPECT_EQ(count_of(shorter.findings_before, "compare.indicator.dropped-unreached"), 1);
}

TEST(comparison, the_plan_extended) {
  const strategy before = small_plan();
  strategy after = before;
  after.revisions.emplace_back();
  after.revisions[0].extended_to = civil_day::make(2021, 3, 31);
  after.goals[0].numeric_targets[0].target->year = 2020;
  const auto comparison = compare_strategies(before, after);
  EXPECT_EQ(count_of(comparison.findings, "compare.period.extended"), 1);
  EXPECT_EQ(count_of(comparison.findings, "compare.target.later"), 1);
}

TEST(comparison, two_years_of_kakogawa) {
  // 出生数: 1,948 (2018) → 1,820 (2019), −128, worse. 婚姻数 has no value of 2018: unknown, and its baseline is no
  // substitute.
  const auto plan = read_strategy_file("kakogawa-2015.json");
  const auto& scheme = *find_scheme(built_in_rules().schemes, "kakogawa-2015");
  const auto years = compare_years(plan, scheme, 2018, 2019);
  const auto& births = years.indicators[0];
  EXPECT_EQ(births.difference, "-128");
  EXPECT_EQ(births.value, year_movement::worse);
  EXPECT_EQ(births.rating_after, "未達成");
  const auto& marriages = years.indicators[1];
  EXPECT_FALSE(marriages.value_before);
  EXPECT_EQ(marriages.value, year_movement::unknown);
  EXPECT_TRUE(marriages.difference.empty());
  EXPECT_EQ(years.worse, 1);
  EXPECT_EQ(years.unknown, 22);
}

TEST(comparison, years_across_a_revision) {
  strategy plan = small_plan();
  auto& k = plan.goals[0].numeric_targets[0];
  k.actuals.push_back(k.actuals[0]);
  k.actuals[1].year = 2019;
  k.actuals[1].value = decimal(18);
  plan.revisions.emplace_back();
  plan.revisions[0].id = "r1";
  plan.revisions[0].decided_on = civil_day::make(2019, 11, 1);
  plan.revisions[0].changes.emplace_back();
  plan.revisions[0].changes[0].subject = "k1";
  plan.revisions[0].changes[0].comparable = false;
  const auto& scheme = *find_scheme(built_in_rules().schemes, "kakogawa-2015");
  const auto one = [&] { return compare_years(plan, scheme, 2018, 2019).indicators[0]; };
  EXPECT_EQ(one().comparable, comparability::not_comparable);
  EXPECT_EQ(one().comparable_because, "r1");
  EXPECT_EQ(one().value, year_movement::better);
  plan.revisions[0].changes[0].comparable.reset();
  EXPECT_EQ(one().comparable, comparability::unknown);
  plan.revisions[0].decided_on = civil_day::make(2018, 11, 1);  // before the end of FY2018
  EXPECT_EQ(one().comparable, comparability::comparable);
}
