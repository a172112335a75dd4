#include <gtest/gtest.h>
#include <senryaku/procedure.hpp>

#include <algorithm>

using namespace senryaku;

namespace {

std::vector<idea_field> form() {
  std::vector<idea_field> fields;
  for (const char* member :
       {"section", "plan_projects", "goal_types", "issue", "background", "target_people", "solution.means",
        "solution.whom", "solution.state", "digital_ideas", "timings", "expected_effect", "outputs", "outcomes"}) {
    fields.push_back({member, member, member, true, {}});
  }
  fields.push_back({"other_cases", "参照性", "cases", false, {}});
  fields.push_back({"no_such_member", "?", "?", true, {}});
  return fields;
}

/// The worked example of the form: booking of public facilities.
idea_sheet example(const char* id) {
  idea_sheet sheet;
  sheet.id = id;
  sheet.section = "生涯学習課 生涯学習係";
  sheet.plan_projects = {"複合文化施設管理運営事業"};
  sheet.goal_types = {"family", "place"};
  sheet.issue = "予約が紙だけ";
  sheet.background = {"【利用者】", "【町】"};
  sheet.target_people = "施設利用希望者";
  sheet.solution = idea_solution{"オンライン申請", "利用したい人", "いつでも申し込める", {}};
  sheet.digital_ideas = {"公共施設予約システムの構築"};
  sheet.timings = {"実施済"};
  sheet.expected_effect = "いつでも申し込める";
  sheet.outputs.emplace_back();
  sheet.outputs[0].name = "予約可能な公共施設の数";
  sheet.outputs[0].measurement = "施設単位でカウント";
  sheet.outcomes.emplace_back();
  sheet.outcomes[0].name = "予約システムの利用件数";
  sheet.outcomes[0].measurement = "申請受付件数";
  sheet.outcomes[0].kpi = "k1";
  return sheet;
}

strategy town() {
  strategy plan;
  plan.goals.emplace_back();
  plan.goals[0].measures.emplace_back();
  measure& m = plan.goals[0].measures[0];
  m.id = "m1";
  m.kpis.emplace_back();
  m.kpis[0].id = "k1";
  m.kpis[0].name = "オンライン予約システムの利用件数";
  m.projects.emplace_back();
  m.projects[0].id = "p1";
  m.projects[0].departments = {"生涯学習課"};
  plan.idea_sheets = {example("i1")};
  return plan;
}

std::vector<std::string> codes(const idea_review& review) {
  std::vector<std::string> all;
  for (const auto& entry : review.findings) all.push_back(entry.code + " " + entry.pointer);
  return all;
}

}  // namespace

TEST(ideas, follow_the_issue_to_the_kpi) {
  const auto review = follow_ideas(town(), form());
  EXPECT_EQ(codes(review), std::vector<std::string>{});
  ASSERT_EQ(review.sections.size(), 1u);
  const idea_progress& sheet = review.sections[0].sheets.at(0);
  EXPECT_EQ(sheet.issue, "予約が紙だけ");
  EXPECT_TRUE(sheet.taken_up);
  EXPECT_EQ(sheet.outcomes.at(0).kpi_name, "オンライン予約システムの利用件数");
  EXPECT_EQ(sheet.outputs.at(0).kpi, "");
  EXPECT_EQ(sheet.measures, std::vector<std::string>{"m1"});
  EXPECT_TRUE(review.sections_without_sheet.empty());  // 生涯学習係 is part of 生涯学習課
}

TEST(ideas, missing_fields_and_timings) {
  strategy plan = town();
  idea_sheet& sheet = plan.idea_sheets[0];
  sheet.timings = {"R6", "R7"};
  sheet.solution->whom.clear();
  sheet.other_cases.clear();
  auto review = follow_ideas(plan, form());
  EXPECT_EQ(codes(review), (std::vector<std::string>{"procedure.idea.field-missing /idea_sheets/0",
                                                     "procedure.idea.timings-several /idea_sheets/0/timings"}));
  EXPECT_EQ(review.sections[0].sheets[0].missing, std::vector<std::string>{"solution.whom"});
  sheet.timings.clear();
  sheet.solution.reset();
  review = follow_ideas(plan, form());
  EXPECT_EQ(review.sections[0].sheets[0].missing,
            (std::vector<std::string>{"solution.means", "solution.whom", "solution.state", "timings"}));
}

// Only the outcome may become the strategy's KPI.
TEST(ideas, an_output_does_not_become_a_kpi) {
  strategy plan = town();
  plan.idea_sheets[0].outputs[0].kpi = "k1";
  plan.idea_sheets[0].outputs[0].measurement.clear();
  EXPECT_EQ(codes(follow_ideas(plan, form())),
            (std::vector<std::string>{"procedure.idea.measurement-missing /idea_sheets/0/outputs/0",
                                      "procedure.idea.output-became-kpi /idea_sheets/0/outputs/0/kpi"}));
}

TEST(ideas, never_taken_up_and_superseded) {
  strategy plan = town();
  plan.idea_sheets.push_back(example("i2"));
  plan.idea_sheets[1].outcomes[0].kpi.clear();
  auto review = follow_ideas(plan, form());
  EXPECT_EQ(review.not_taken_up, std::vector<std::string>{"i2"});
  EXPECT_EQ(codes(review), std::vector<std::string>{"procedure.idea.not-taken-up /idea_sheets/1"});
  plan.idea_sheets[0].copied_from = "i2";  // i1 carries it on
  review = follow_ideas(plan, form());
  EXPECT_TRUE(review.not_taken_up.empty());
  EXPECT_TRUE(review.sections[0].sheets[1].taken_up);
  EXPECT_EQ(review.sections[0].sheets[1].superseded_by, "i1");
  plan.idea_sheets[0].outcomes[0].kpi.clear();
  plan.goals[0].measures[0].idea_sheets = {"i1"};
  EXPECT_TRUE(follow_ideas(plan, form()).not_taken_up.empty());
  plan.idea_sheets[1].copied_from = "i1";  // a circle ends
  plan.goals[0].measures[0].idea_sheets.clear();
  EXPECT_FALSE(follow_ideas(plan, form()).sections[0].sheets[0].taken_up);
}

TEST(ideas, sections_without_a_sheet) {
  strategy plan = town();
  plan.goals[0].measures[0].projects[0].departments = {"産業振興課", "生涯学習課", "産業振興課"};
  plan.goals[0].measures[0].kpis[0].measurement.emplace();
  plan.goals[0].measures[0].kpis[0].measurement->owner = "総務課　防災情報係";
  const auto review = follow_ideas(plan, form());
  EXPECT_EQ(review.sections_without_sheet, (std::vector<std::string>{"総務課　防災情報係", "産業振興課"}));
  plan.idea_sheets.clear();
  EXPECT_TRUE(follow_ideas(plan, form()).sections_without_sheet.empty());
}
