#include <gtest/gtest.h>
#include <senryaku/structure.hpp>

#include <algorithm>

#include "unit/calendar/eras.hpp"

using namespace senryaku;

namespace {

/// Frozen rule data: two frameworks, the first replaced by the second.
std::vector<framework> frameworks() {
  framework first;
  first.id = "old";
  first.name = "旧戦略";
  first.decided_on = day(2022, 12, 23);
  first.first_year = 2023;
  first.last_year = 2027;
  first.goal_classes = {{"old.1", goal_type::work, "仕事"}, {"old.2", goal_type::flow, "流れ"}};
  first.foundation_classes = {{"old.f", goal_type::cross, "基盤"}};
  first.asks_vision = first.asks_digital_use = first.asks_own_strategy = true;
  first.successor = "new";
  first.replaced_on = day(2025, 12, 23);
  framework second;
  second.id = "new";
  second.name = "新戦略";
  second.first_year = 2025;
  second.last_year = 2029;
  return {first, second};
}

kpi indicator(const char* id, const char* name) {
  kpi k;
  k.id = id;
  k.name = name;
  k.unit = "件";
  return k;
}

/// A strategy with every part: no finding but the one about the framework that ends first.
strategy complete() {
  strategy plan;
  plan.framework = "old";
  plan.takes_account_of = {"旧戦略", "福島県の総合戦略"};
  plan.period.start = day(2025, 4, 1);
  plan.period.end = day(2030, 3, 31);
  plan.vision.emplace();
  plan.vision->statement = "誰もが便利に暮らす町";
  plan.population_vision.emplace();
  for (const auto& [id, type, cls] :
       {std::tuple{"g1", goal_type::work, "old.1"}, std::tuple{"g2", goal_type::flow, "old.2"}}) {
    goal g;
    g.id = id;
    g.name = id;
    g.type = type;
    g.framework_class = cls;
    g.numeric_targets = {indicator((std::string(id) + "t").c_str(), id)};
    g.directions = {{std::string(id) + "d", "方向", {}}};
    measure m;
    m.id = std::string(id) + "m";
    m.name = m.id;
    m.kpis = {indicator((m.id + "k").c_str(), m.id.c_str())};
    project p;
    p.id = m.id + "p";
    p.name = "事業";
    p.digital_use = "オンライン予約";
    m.projects = {p};
    g.measures = {m};
    plan.goals.push_back(g);
  }
  plan.procedure.emplace();
  plan.procedure->committees = {committee{}};
  for (const sector s : {sector::residents, sector::industry, sector::government, sector::academia, sector::finance,
                         sector::labour, sector::media}) {
    plan.procedure->participation.emplace_back();
    plan.procedure->participation.back().sector = s;
  }
  return plan;
}

std::vector<finding> check(const strategy& plan) {
  return check_structure(plan, frameworks(), eras());
}

/// The one finding with `code`; fails when there is none.
finding found(const strategy& plan, std::string_view code) {
  for (auto& entry : check(plan)) {
    if (entry.code == code) return entry;
  }
  ADD_FAILURE() << "no finding " << code;
  return {};
}

bool silent(const strategy& plan, std::string_view code) {
  const auto all = check(plan);
  return std::none_of(all.begin(), all.end(), [&](const finding& f) { return f.code == code; });
}

}  // namespace

TEST(structure, a_complete_strategy_is_only_told_about_the_next_framework) {
  const auto findings = check(complete());
  ASSERT_EQ(findings.size(), 1u) << findings[0].code << " " << findings[1].code;
  EXPECT_EQ(findings[0].code, "structure.framework.ends-first");  // FY2029 after FY2027
  EXPECT_EQ(findings[0].value("last_year"), "2027");
}

// Art. 10(2): goals, basic directions, measures.
TEST(structure, parts_that_the_law_and_the_guide_ask_for) {
  strategy plan = complete();
  plan.goals[1].numeric_targets.clear();
  plan.goals[1].directions.clear();
  plan.goals[0].measures[0].kpis.clear();
  plan.goals[0].measures[0].projects.clear();
  plan.goals[1].measures.clear();
  plan.unplaced_projects.emplace_back();
  plan.unplaced_projects[0].id = "u";
  EXPECT_EQ(found(plan, "structure.goal.target-missing").pointer, "/goals/1");
  EXPECT_EQ(found(plan, "structure.goal.direction-missing").element, "g2");
  EXPECT_EQ(found(plan, "structure.goal.measure-missing").element, "g2");
  EXPECT_EQ(found(plan, "structure.measure.kpi-missing").pointer, "/goals/0/measures/0");
  EXPECT_EQ(found(plan, "structure.measure.project-missing").element, "g1m");
  EXPECT_EQ(found(plan, "structure.project.unplaced").pointer, "/unplaced_projects/0");
  plan.goals.clear();
  EXPECT_EQ(found(plan, "structure.goal.missing").pointer, "/goals");
}

TEST(structure, foundations_need_no_directions_or_targets) {
  strategy plan = complete();
  plan.foundations.emplace_back();
  plan.foundations[0].id = "f";
  plan.foundations[0].framework_class = "old.f";
  EXPECT_EQ(check(plan).size(), 1u);
}

TEST(structure, period_against_fiscal_years) {
  strategy plan = complete();
  plan.period.start = day(2025, 4, 2);
  plan.period.end = day(2030, 3, 30);
  EXPECT_EQ(found(plan, "structure.period.start-day").value("found"), "2025-04-02");
  EXPECT_EQ(found(plan, "structure.period.end-day").pointer, "/period/end");
  EXPECT_TRUE(silent(plan, "structure.period.length"));
  plan.period.end = day(2031, 3, 31);
  EXPECT_EQ(found(plan, "structure.period.length").value("years"), "6");
  plan.period.end = day(2024, 3, 31);
  EXPECT_EQ(found(plan, "structure.period.reversed").value("end"), "2024-03-31");
  plan.period.start.reset();
  plan.period.end.reset();
  EXPECT_EQ(found(plan, "structure.period.start-missing").pointer, "/period");
  EXPECT_EQ(found(plan, "structure.period.end-missing").pointer, "/period");
}

TEST(structure, period_and_adoption_against_the_framework) {
  strategy plan = complete();
  plan.adopted_on = day(2022, 12, 22);
  EXPECT_EQ(found(plan, "structure.framework.not-yet-decided").value("decided_on"), "2022-12-23");
  plan.adopted_on = day(2025, 12, 23);
  EXPECT_EQ(found(plan, "structure.framework.replaced").value("successor"), "新戦略");
  EXPECT_EQ(found(plan, "structure.publication.missing").pointer, "");
  plan.published_on = day(2025, 12, 1);
  EXPECT_EQ(found(plan, "structure.publication.before-adoption").pointer, "/published_on");
  plan.period.start = day(2028, 4, 1);
  plan.period.end = day(2033, 3, 31);
  EXPECT_EQ(found(plan, "structure.framework.apart").value("last_year"), "2027");
  plan.framework = "unheard-of";
  EXPECT_EQ(found(plan, "structure.framework.unknown").value("found"), "unheard-of");
  plan.framework = "other";
  EXPECT_TRUE(silent(plan, "structure.framework.unknown"));
  plan.framework.clear();
  EXPECT_EQ(found(plan, "structure.framework.missing").pointer, "");
}

TEST(structure, goal_classes_of_the_framework) {
  strategy plan = complete();
  plan.goals[1].framework_class = "old.9";
  EXPECT_EQ(found(plan, "structure.goal.class-unknown").pointer, "/goals/1/class");
  EXPECT_EQ(found(plan, "structure.goal.class-uncovered").value("classes"), "流れ");
  plan.goals[1].framework_class = "old.1";
  EXPECT_EQ(found(plan, "structure.goal.type-differs").pointer, "/goals/1/type");
}

// A strategy that moved on: its goals may name classes of several generations, and one class may have become two.
TEST(structure, goal_classes_of_another_generation) {
  std::vector<framework> frames = frameworks();
  frames[1].goal_classes = {{"new.1", goal_type::work, "経済", {"old.1"}},
                            {"new.2", goal_type::place, "生活", {"old.1", "old.2"}},
                            {"new.3", goal_type::flow, "選択", {"old.2"}}};
  strategy plan = complete();
  plan.framework = "new";
  const auto findings = [&] { return check_structure(plan, frames, eras()); };
  const auto classes = [&](std::string_view pointer) {
    for (const auto& entry : findings()) {
      if (entry.pointer == pointer && entry.code == "structure.goal.class-of-other-framework")
        return std::string(entry.value("classes"));
    }
    return std::string();
  };
  EXPECT_EQ(classes("/goals/0/class"), "経済 (new.1)、生活 (new.2)");
  EXPECT_EQ(classes("/goals/1/class"), "生活 (new.2)、選択 (new.3)");
  plan.goals[0].framework_class = "new.1";
  plan.goals[0].further_classes = {"new.2", "old.1"};
  plan.goals[1].framework_class = "new.3";
  plan.goals[1].further_classes = {"old.9"};
  for (const auto& entry : findings()) {
    if (entry.code == "structure.goal.class-unknown") {
      EXPECT_EQ(entry.pointer, "/goals/1/further_classes/0");
    }
    EXPECT_NE(entry.code, "structure.goal.class-of-other-framework");
    EXPECT_NE(entry.code, "structure.goal.class-uncovered");
  }
}

// The slides: limited to digital, on its own, with a vision.
TEST(structure, what_the_framework_itself_asks_for) {
  strategy plan = complete();
  plan.goals[0].measures[0].projects[0].digital_use.clear();
  EXPECT_EQ(found(plan, "structure.project.digital-unstated").pointer, "/goals/0/measures/0/projects/0");
  EXPECT_EQ(found(plan, "structure.measure.digital-unstated").element, "g1m");
  plan.goals[0].measures[0].digital = true;
  EXPECT_TRUE(silent(plan, "structure.measure.digital-unstated"));
  plan.vision->comprehensive_plan.emplace();
  plan.vision->comprehensive_plan->relation = plan_relation::merged;
  plan.vision->comprehensive_plan->aligned = false;
  EXPECT_EQ(found(plan, "structure.comprehensive-plan.merged").pointer, "/vision/comprehensive_plan/relation");
  EXPECT_EQ(found(plan, "structure.vision.unaligned").pointer, "/vision/comprehensive_plan/aligned");
  plan.vision.reset();
  EXPECT_EQ(found(plan, "structure.vision.missing").value("framework"), "旧戦略");
  plan.framework = "new";
  EXPECT_TRUE(silent(plan, "structure.vision.missing"));
  EXPECT_TRUE(silent(plan, "structure.project.digital-unstated"));
}

TEST(structure, participation_population_and_verification) {
  strategy plan = complete();
  plan.procedure->participation.pop_back();
  EXPECT_EQ(found(plan, "structure.participation.sector-missing").value("sectors_en"), "media");
  plan.procedure->participation.clear();
  EXPECT_EQ(found(plan, "structure.participation.missing").pointer, "/procedure");
  plan.procedure.reset();
  plan.population_vision.reset();
  plan.takes_account_of.clear();
  EXPECT_EQ(found(plan, "structure.participation.missing").pointer, "");
  EXPECT_EQ(found(plan, "structure.verification-body.missing").pointer, "");
  EXPECT_EQ(found(plan, "structure.population-vision.missing").pointer, "");
  EXPECT_EQ(found(plan, "structure.takes-account.missing").pointer, "");
}

// The founding sheet prints R8–R12 for a period R7–R11: one year after is advice, later a warning.
TEST(structure, yearly_targets_after_the_period) {
  strategy plan = complete();
  kpi& k = plan.goals[0].measures[0].kpis[0];
  for (const int year : {2026, 2027, 2028, 2029, 2030}) {
    k.targets.emplace_back();
    k.targets.back().year = year;
  }
  const auto next = found(plan, "structure.target.year-after-period");
  EXPECT_EQ(next.pointer, "/goals/0/measures/0/kpis/0/targets/4");
  EXPECT_EQ(next.value("last_year"), "2029");
  k.targets[2].year = 2031;
  EXPECT_EQ(found(plan, "structure.target.after-period").pointer, "/goals/0/measures/0/kpis/0/targets/2");
  EXPECT_TRUE(silent(plan, "structure.target.year-after-period"));
  plan.revisions.emplace_back();
  plan.revisions[0].extended_to = day(2032, 3, 31);
  EXPECT_TRUE(silent(plan, "structure.target.after-period"));
}

TEST(structure, one_indicator_under_two_measures) {
  strategy plan = complete();
  plan.goals[1].measures[0].kpis[0].name = "商品開発数";
  plan.goals[0].measures[0].kpis[0].name = "商品開発数 ";
  EXPECT_EQ(found(plan, "structure.kpi.repeated").value("first"), "/goals/0/measures/0/kpis/0");
  plan.goals[1].measures[0].kpis[0].unit = "人";
  EXPECT_TRUE(silent(plan, "structure.kpi.repeated"));
}

TEST(structure, printed_figures_against_entered_ones) {
  strategy plan = complete();
  kpi& k = plan.goals[0].measures[0].kpis[0];
  k.unit = "万円";
  k.target.emplace();
  k.target->value = decimal(43000);
  for (const char* printed : {"4億3,000万円", "43,000万円", "43,000", "430,000,000円", "増加", "目標なし"}) {
    k.target->printed = printed;
    EXPECT_EQ(check(plan).size(), 1u) << printed;
  }
  k.target->printed = "4億3,0000万円";
  const auto misprint = found(plan, "structure.printed.misprint");
  EXPECT_EQ(misprint.pointer, "/goals/0/measures/0/kpis/0/target/printed");
  EXPECT_EQ(misprint.value("reason"), "number.grouping.misprint");
  for (const char* printed : {"4,300万円", "43,000円", "―"}) {
    k.target->printed = printed;
    EXPECT_EQ(found(plan, "structure.printed.differs").value("printed"), printed);
  }
  project& p = plan.goals[0].measures[0].projects[0];
  p.budgets.emplace_back();
  p.budgets[0].printed = "61百万円";
  p.budgets[0].amount_yen = 61000000;
  k.target->printed.clear();
  EXPECT_TRUE(silent(plan, "structure.printed.differs"));
  p.budgets[0].amount_yen = 6100000;
  EXPECT_EQ(found(plan, "structure.printed.differs").element, "g1mp");
}

TEST(structure, printed_periods_against_entered_ones) {
  strategy plan = complete();
  plan.period.printed = "令和7年4月1日～令和12年3月31日";
  kpi& k = plan.goals[0].measures[0].kpis[0];
  k.baseline.emplace();
  k.baseline->year = 2023;
  k.baseline->printed_period = "令和5年度";
  EXPECT_EQ(check(plan).size(), 1u);
  k.baseline->printed_period = "令和6年3月31日";  // a day in FY2023
  EXPECT_EQ(check(plan).size(), 1u);
  k.baseline->printed_period = "R6";
  EXPECT_EQ(found(plan, "structure.printed.period-differs").pointer, "/goals/0/measures/0/kpis/0/baseline/year");
  k.baseline->printed_period = "令和5年2月29日";
  EXPECT_EQ(found(plan, "structure.printed.period-impossible").value("reason"), "calendar.day.nonexistent");
  k.baseline->printed_period = "現状";
  plan.period.printed = "令和6年度～令和11年度";
  EXPECT_EQ(found(plan, "structure.printed.period-differs").pointer, "/period/start");
}
