#include <senryaku/coverage.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts.hpp"

using namespace senryaku;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

namespace {

std::vector<std::string> codes(const std::vector<finding>& findings) {
  std::vector<std::string> list;
  for (const auto& entry : findings) list.push_back(entry.code);
  return list;
}

observation level(std::int64_t value) {
  observation result;
  result.value = decimal(value);
  return result;
}
target aim(std::int64_t value, int year) {
  target result;
  result.value = decimal(value);
  result.year = year;
  return result;
}

/// A town with one goal, one project and one plan that agrees with it. KPI: 地域交流センター利用者数 57,000人, +4,000人
/// a year, as the grant style prints it.
strategy consistent() {
  strategy plan;
  plan.municipality.name = "会津坂下町";
  plan.municipality.prefecture = "福島県";
  plan.municipality.county = "河沼郡";
  plan.municipality.kind = municipality_kind::town;
  plan.period.start = civil_day::make(2025, 4, 1);
  plan.period.end = civil_day::make(2030, 3, 31);
  goal g;
  g.id = "g1";
  g.name = "しごと";
  kpi users;
  users.id = "k1";
  users.name = "地域交流センター利用者数";
  users.unit = "人";
  users.baseline = level(57000);
  users.target = aim(77000, 2029);
  g.numeric_targets.push_back(users);
  measure m;
  m.id = "m1";
  project p;
  p.id = "p1";
  p.name = "交流センター運営事業";
  p.support_sought = {"corporate-hometown-tax"};
  m.projects.push_back(p);
  g.measures.push_back(m);
  plan.goals.push_back(g);
  regional_plan digest;
  digest.id = "r1";
  digest.name = "第2期会津坂下町まち・ひと・しごと創生推進計画";
  digest.author = "福島県河沼郡会津坂下町";
  digest.certified_on = civil_day::make(2025, 3, 28);
  digest.period.emplace();
  digest.period->start = civil_day::make(2025, 3, 28);
  digest.period->end = civil_day::make(2030, 3, 31);
  digest.support_measures = {"A2007"};
  digest.projects.push_back({"p1", "交流センター運営事業", "ア", "g1", {}});
  plan_kpi row;
  row.kpi = "k1";
  row.name = "地域交流センター利用者数";
  row.unit = "人";
  row.label = "ア";
  row.goal = "g1";
  row.baseline = level(57000);
  row.target = aim(77000, 2029);
  for (int year = 2025; year <= 2029; ++year) row.increments.push_back({year, decimal(4000), {}});
  row.increments_total = decimal(20000);
  digest.kpis.push_back(row);
  plan.regional_plans.push_back(digest);
  return plan;
}

std::vector<std::string> check(const strategy& plan) {
  return codes(check_coverage(plan, built_in_rules().catalogue));
}

}  // namespace

TEST(Coverage, AgreeingDocumentsGiveNoFinding) {
  EXPECT_THAT(check(consistent()), IsEmpty());
}

TEST(Coverage, SoughtProjectHasToStandInThePlan) {
  auto plan = consistent();
  plan.regional_plans[0].projects.clear();
  EXPECT_THAT(check(plan), Contains("coverage.project.not-in-plan"));
  plan.regional_plans.clear();
  EXPECT_THAT(check(plan), Contains("coverage.plan.missing"));
}

TEST(Coverage, BudgetSubsidiesNeedNoPlan) {
  // The digital types rest on the budget, not on 地域再生法 Art. 13.
  auto plan = consistent();
  plan.goals[0].measures[0].projects[0].support_sought = {"mirai-jisso-type"};
  plan.regional_plans[0].projects.clear();
  EXPECT_THAT(check(plan), Not(Contains("coverage.project.not-in-plan")));
}

TEST(Coverage, PlanOfACancelledCertificationDoesNotCount) {
  auto plan = consistent();
  plan.regional_plans[0].status = plan_status::cancelled;
  EXPECT_THAT(check(plan), Contains("coverage.project.not-in-plan"));
}

TEST(Coverage, EveryProjectOfThePlanStandsInTheStrategy) {
  auto plan = consistent();
  plan.regional_plans[0].projects.push_back({"", "別の事業", "イ", "g1", {}});
  EXPECT_THAT(check(plan), Contains("coverage.project.not-in-strategy"));
}

TEST(Coverage, KpisAgree) {
  auto plan = consistent();
  auto& row = plan.regional_plans[0].kpis[0];
  row.unit = "千人";
  row.baseline = level(56000);
  row.target = aim(80000, 2030);
  const auto found = check(plan);
  EXPECT_THAT(found, Contains("coverage.kpi.unit"));
  EXPECT_THAT(found, Contains("coverage.kpi.baseline"));
  EXPECT_THAT(found, Contains("coverage.kpi.target"));
  EXPECT_THAT(found, Contains("coverage.kpi.target-year"));
}

TEST(Coverage, WrittenUnitsDifferOnlyInWidth) {
  auto plan = consistent();
  plan.goals[0].numeric_targets[0].unit = "％";
  plan.regional_plans[0].kpis[0].unit = "%";
  EXPECT_THAT(check(plan), Not(Contains("coverage.kpi.unit")));
}

TEST(Coverage, IncrementsAddUp) {
  auto plan = consistent();
  plan.regional_plans[0].kpis[0].increments_total = decimal(24000);  // printed one year too many
  const auto findings = check_coverage(plan, built_in_rules().catalogue);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "coverage.increments.sum");
  EXPECT_EQ(findings[0].value("sum"), "20000");
  EXPECT_EQ(findings[0].pointer, "/regional_plans/0/kpis/0/increments_total");
  plan.regional_plans[0].kpis[0].increments[2].value.reset();  // unknown: nothing can be said
  EXPECT_THAT(check(plan), IsEmpty());
}

TEST(Coverage, PeriodsAgree) {
  auto plan = consistent();
  plan.regional_plans[0].period->end = civil_day::make(2031, 3, 30);
  const auto found = check(plan);
  EXPECT_THAT(found, Contains("coverage.period.beyond-strategy"));
  EXPECT_THAT(found, Contains("coverage.period.not-march"));
  plan = consistent();
  revision extension;
  extension.kind = revision_kind::extension;
  extension.extended_to = civil_day::make(2031, 3, 31);
  plan.revisions.push_back(extension);
  EXPECT_THAT(check(plan), Contains("coverage.period.change-certification"));
  plan = consistent();
  plan.regional_plans[0].period->start = civil_day::make(2025, 3, 1);
  EXPECT_THAT(check(plan), Contains("coverage.period.before-certification"));
}

TEST(Coverage, LettersRunOn) {
  auto plan = consistent();
  plan.regional_plans[0].projects[0].label = "ウ";
  const auto found = check(plan);
  EXPECT_EQ(std::count(found.begin(), found.end(), "coverage.label.gap"), 2);  // ア and イ
  EXPECT_THAT(found, Contains("coverage.label.without-project"));
}

TEST(Coverage, TownsAreWrittenWithPrefectureAndCounty) {
  auto plan = consistent();
  plan.regional_plans[0].author = "会津坂下町";
  EXPECT_THAT(check(plan), Contains("coverage.author.form"));
}

TEST(Coverage, MeasureIsNamedInThePlan) {
  auto plan = consistent();
  plan.regional_plans[0].support_measures = {"A3007"};
  EXPECT_THAT(check(plan), Contains("coverage.measure.missing"));
}

TEST(Coverage, EachGoalIsRepresented) {
  auto plan = consistent();
  goal second;
  second.id = "g2";
  second.name = "ひと";
  plan.goals.push_back(second);
  EXPECT_THAT(check(plan), Contains("coverage.goal.not-in-plan"));
}

TEST(Coverage, EveryCodeHasItsTexts) {
  for (const char* code : {"coverage.plan.missing", "coverage.project.not-in-plan", "coverage.kpi.target"}) {
    const message* known = built_in_rules().messages.find(code);
    ASSERT_NE(known, nullptr) << code;
    EXPECT_FALSE(known->ja.empty());
    EXPECT_FALSE(known->basis.empty());
  }
}
