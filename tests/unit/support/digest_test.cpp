#include <senryaku/coverage.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts.hpp"

using namespace senryaku;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

namespace {

decimal number(const char* text) {
  return *decimal::parse(text);
}

population_record record(const char* source, int year, const char* total) {
  population_record result;
  result.source = source;
  result.year = year;
  result.total = number(total);
  return result;
}

target aim(const char* value, int year) {
  target result;
  result.value = number(value);
  result.year = year;
  return result;
}

/// 会津坂下町, figures of its certified plan (https://localgovs.net/fukushima/aizubange).
strategy aizubange() {
  strategy plan;
  plan.name = "第2期会津坂下町総合戦略";
  plan.generation = "第2期";
  plan.municipality.name = "会津坂下町";
  plan.municipality.prefecture = "福島県";
  plan.municipality.county = "河沼郡";
  plan.municipality.kind = municipality_kind::town;
  plan.period.start = civil_day::make(2025, 4, 1);
  plan.period.end = civil_day::make(2030, 3, 31);
  population_vision vision;
  auto peak = record("国勢調査", 1950, "27826");
  peak.under_15 = number("10018");
  peak.aged_15_to_64 = number("16421");
  peak.over_65 = number("1387");
  auto census = record("国勢調査", 2020, "15068");
  census.under_15 = number("1613");
  census.aged_15_to_64 = number("7931");
  census.over_65 = number("5524");
  vision.records = {peak, census, record("住民基本台帳", 2024, "14127")};
  vision.projections = {record("国立社会保障・人口問題研究所", 2050, "8641")};
  plan.population_vision = vision;
  goal g;
  g.id = "g1";
  g.number = "1";
  g.name = "しごとをつくる";
  kpi users;
  users.id = "k1";
  users.name = "地域交流センター利用者数";
  users.unit = "人";
  users.baseline.emplace();
  users.baseline->value = number("57000");
  users.targets = {aim("61000", 2025), aim("65000", 2026), aim("69000", 2027), aim("73000", 2028)};
  users.target = aim("77000", 2029);
  g.numeric_targets = {users};
  measure m;
  m.id = "m1";
  m.name = "交流の促進";
  project p;
  p.id = "p1";
  p.name = "交流センター運営事業";
  p.support_sought = {"mirai-suishin-type"};
  project_budget budget;
  budget.fiscal_year = 2025;
  budget.amount_yen = 12000000;
  p.budgets = {budget};
  m.projects = {p};
  g.measures = {m};
  plan.goals = {g};
  return plan;
}

plan_digest derived(const strategy& plan, digest_options options = {}) {
  auto digest = derive_plan(plan, built_in_rules().catalogue, options);
  return digest ? std::move(*digest) : plan_digest{};
}

std::vector<std::string> asked(const plan_digest& digest) {
  std::vector<std::string> codes;
  for (const auto& entry : digest.asked) codes.push_back(entry.code);
  return codes;
}

std::string all_text(const plan_digest& digest) {
  std::string text;
  for (const auto& section : digest.sections) {
    for (const auto& line : section.lines) text += line + "\n";
  }
  return text;
}

}  // namespace

TEST(Digest, DerivesWhatTheStrategyHolds) {
  const auto digest = derived(aizubange());
  EXPECT_EQ(digest.name, "第2期会津坂下町まち・ひと・しごと創生推進計画");
  EXPECT_EQ(digest.author, "福島県河沼郡会津坂下町");
  EXPECT_EQ(digest.area, "福島県河沼郡会津坂下町の全域");
  EXPECT_EQ(digest.measure_code, "A2007");
  const std::string text = all_text(digest);
  EXPECT_NE(text.find("1950年の27,826人をピークに減少し、2024年には14,127人"), std::string::npos) << text;
  EXPECT_NE(text.find("2050年には8,641人"), std::string::npos);
  EXPECT_NE(text.find("10,018人から1,613人"), std::string::npos);
  EXPECT_NE(text.find("地域再生計画の認定の日から2030年3月31日まで"), std::string::npos);
  EXPECT_EQ(text.find('{'), std::string::npos) << "an unfilled placeholder";
  ASSERT_EQ(digest.groups.size(), 1u);
  EXPECT_EQ(digest.groups[0].label, "ア");
  EXPECT_THAT(digest.groups[0].names, ElementsAre("交流センター運営事業"));
}

TEST(Digest, AsksForWhatItDoesNotHold) {
  const auto codes = asked(derived(aizubange()));
  EXPECT_THAT(codes, Contains("plan.ask.donation"));
  EXPECT_THAT(codes, Contains("plan.ask.evaluation-month"));
  EXPECT_THAT(codes, Contains("plan.ask.certified"));
  EXPECT_THAT(codes, Contains("plan.ask.issues"));
  EXPECT_THAT(codes, Not(Contains("plan.ask.leading")));  // a matter of the grant style
}

TEST(Digest, WhatWasAskedIsFilledIn) {
  digest_options options;
  options.donation_estimate_yen = 10000000;
  options.certified_on = civil_day::make(2025, 3, 28);
  const auto digest = derived(aizubange(), options);
  EXPECT_THAT(asked(digest), Not(Contains("plan.ask.donation")));
  EXPECT_NE(all_text(digest).find("10,000千円（2025年度〜2029年度累計）"), std::string::npos);
}

TEST(Digest, GrantStyleStatesIncrementsAndTheirSum) {
  // 57,000人, +4,000人 in each of five years: the sum is 20,000人 (遊佐町 form).
  digest_options options;
  options.style = plan_style::grant;
  const auto digest = derived(aizubange(), options);
  EXPECT_EQ(digest.measure_code, "A3007");
  ASSERT_EQ(digest.kpis.size(), 1u);
  ASSERT_EQ(digest.kpis[0].increments.size(), 5u);
  for (const auto& year : digest.kpis[0].increments) EXPECT_EQ(year.value, number("4000"));
  EXPECT_EQ(digest.kpis[0].increments_total, number("20000"));
  EXPECT_THAT(asked(digest), Contains("plan.ask.leading"));
}

TEST(Digest, AMissingYearIsAskedForAndNotGuessed) {
  auto plan = aizubange();
  plan.goals[0].numeric_targets[0].targets.clear();
  digest_options options;
  options.style = plan_style::grant;
  const auto digest = derived(plan, options);
  EXPECT_FALSE(digest.kpis[0].increments[0].value);
  EXPECT_FALSE(digest.kpis[0].increments_total);
  EXPECT_THAT(asked(digest), Contains("plan.ask.increments"));
}

TEST(Digest, DigestAgreesWithItsStrategy) {
  auto plan = aizubange();
  const auto digest = derived(plan);
  regional_plan made;
  made.id = "r1";
  made.name = digest.name;
  made.author = digest.author;
  made.period.emplace();
  made.period->end = digest.end;
  for (const auto& group : digest.groups) {
    for (std::size_t i = 0; i < group.projects.size(); ++i) {
      made.projects.push_back({group.projects[i], group.names[i], group.label, group.goal, {}});
    }
  }
  for (const auto& row : digest.kpis) {
    plan_kpi entry;
    entry.kpi = row.kpi;
    entry.unit = row.unit;
    entry.label = row.label;
    entry.goal = row.goal;
    entry.target.emplace();
    entry.target->value = row.target;
    entry.target->year = row.target_year;
    made.kpis.push_back(entry);
  }
  plan.regional_plans = {made};
  EXPECT_THAT(check_coverage(plan, built_in_rules().catalogue), IsEmpty());
}

TEST(Digest, UnknownFormIsAnError) {
  digest_options options;
  options.form = "no-such-form";
  const auto digest = derive_plan(aizubange(), built_in_rules().catalogue, options);
  ASSERT_FALSE(digest);
  EXPECT_EQ(digest.findings[0].code, "plan.form.unknown");
}

TEST(Figures, SmallInconsistenciesOfRealPlansAreFound) {
  // 遊佐町: farmers 2,252 (H12) → 969 (H22), −1,283, −56.97 %, printed −56.9 %; the sentence names H25.
  stated_change farmers;
  farmers.subject = "農業者数";
  farmers.from = number("2252");
  farmers.to = number("969");
  farmers.change = number("-1283");
  farmers.percent = number("-56.9");
  farmers.to_year = 2010;
  farmers.stated_to_year = 2013;
  const auto findings = check_figures({farmers}, {});
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].code, "figures.year");
  EXPECT_EQ(findings[1].code, "figures.percent-cut");
  EXPECT_EQ(findings[1].value("expected"), "-57.0");
  EXPECT_EQ(findings[1].value("exact"), "-56.97");
}

TEST(Figures, AgreeingOnesGiveNoFinding) {
  // 本宮市: natural change 190 − 362 = −172; 会津坂下町: 1,613 + 7,931 + 5,524 = 15,068.
  EXPECT_THAT(check_figures({}, {{"自然増減", {number("190"), number("-362")}, number("-172")},
                                 {"年齢3区分", {number("1613"), number("7931"), number("5524")}, number("15068")}}),
              IsEmpty());
  const auto wrong =
      check_figures({}, {{"年齢3区分", {number("1613"), number("7931"), number("5524")}, number("15078")}});
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].value("sum"), "15068");
}

TEST(Figures, AgeGroupsMayFallShortOfACensusTotalButNotExceedIt) {
  auto plan = aizubange();
  EXPECT_THAT(check_population_figures(plan), IsEmpty());
  plan.population_vision->records[1].total = number("15100");  // 32 of unknown age
  EXPECT_THAT(check_population_figures(plan), IsEmpty());
  plan.population_vision->records[1].total = number("15000");
  EXPECT_EQ(check_population_figures(plan).size(), 1u);
}
