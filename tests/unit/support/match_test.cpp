#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts.hpp"

using namespace senryaku;
using namespace senryaku::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// A demolition in a certified plan (地域再生法 Art. 17; 平成24年総務省令第95号).
fact_map demolition() {
  return {{"applicant.body", fact("municipality")},
          {"plan.certified", fact(true)},
          {"plan.includes_project", fact(true)},
          {"project.kind", fact("demolition")},
          {"project.other_national_subsidy", fact(true)}};
}

/// A soft project under the second-generation grant, outline of FY2025 (machi.smrj.go.jp/support/3_10.html).
fact_map second_generation() {
  return {{"strategy.exists", fact(true)},
          {"project.in_general_strategy", fact(true)},
          {"plan.certified", fact(true)},
          {"plan.includes_project", fact(true)},
          {"applicant.body", fact("municipality")},
          {"project.other_national_subsidy", fact(false)},
          {"project.target_picture_set", fact(true)},
          {"project.kpis_fit", fact(true)},
          {"project.element_self_reliance", fact(true)},
          {"project.actors_take_part", fact(true)},
          {"verification.published", fact(true)},
          {"project.kind", fact("soft")},
          {"project.planned_years", fact(3)}};
}

}  // namespace

TEST(MatchSupport, CompleteFactsAreEligible) {
  const auto answer = ask(question("demolition-bond-special", 2024), demolition());
  EXPECT_EQ(answer.verdict, support_verdict::eligible);
  EXPECT_THAT(answer.conditions, IsEmpty());
  EXPECT_FALSE(answer.citations.empty());
}

TEST(MatchSupport, AbsentFactIsUnknownAndNamed) {
  auto facts = demolition();
  facts.erase("project.other_national_subsidy");
  const auto answer = ask(question("demolition-bond-special", 2024), facts);
  ASSERT_EQ(answer.verdict, support_verdict::conditional);
  ASSERT_EQ(answer.conditions.size(), 1u);
  EXPECT_EQ(answer.conditions[0].fact, "project.other_national_subsidy");
  EXPECT_EQ(answer.conditions[0].op, test_operator::is);
  EXPECT_TRUE(answer.conditions[0].value.boolean);
}

TEST(MatchSupport, DecidedExclusionWinsOverUnknown) {
  auto facts = demolition();
  facts["plan.certified"] = unknown_fact();
  facts["project.other_national_subsidy"] = fact(false);
  const auto answer = ask(question("demolition-bond-special", 2024), facts);
  EXPECT_EQ(answer.verdict, support_verdict::ineligible);
  ASSERT_EQ(answer.failed.size(), 1u);
  EXPECT_EQ(answer.failed[0].demand.rule, "demolition.subsidised");
  EXPECT_TRUE(answer.failed[0].alone);
  EXPECT_THAT(answer.alternatives, ElementsAre("facility-management-bond"));
}

TEST(MatchSupport, ClosedProgrammeNamesTheSuccessorOfThatYear) {
  // デジ田 推進タイプ to FY2024; 第2世代交付金 FY2025; 地域未来交付金 FY2026 (vill.nishigo.fukushima.jp, name chain).
  EXPECT_NE(ask(question("digiden-suishin-type", 2024), {}).verdict, support_verdict::not_in_force);
  const auto in_2025 = ask(question("digiden-suishin-type", 2025), {{"project.status", fact("new")}});
  EXPECT_EQ(in_2025.verdict, support_verdict::not_in_force);
  EXPECT_THAT(in_2025.successors, ElementsAre("chiho-2sedai-grant"));
  const auto in_2026 = ask(question("digiden-suishin-type", 2026), {{"project.status", fact("new")}});
  EXPECT_THAT(in_2026.successors, ElementsAre("mirai-suishin-type"));
}

TEST(MatchSupport, ContinuingProjectsRunOnAfterTheLastApplication) {
  // RS sheets: continuing projects of the promotion type still ran in FY2025.
  const fact_map begun = {{"project.status", fact("continuing")}, {"project.started_fy", fact(2023)}};
  EXPECT_EQ(ask(question("digiden-suishin-type", 2025), begun).verdict, support_verdict::conditional);
  const fact_map too_late = {{"project.status", fact("continuing")}, {"project.started_fy", fact(2025)}};
  EXPECT_EQ(ask(question("digiden-suishin-type", 2025), too_late).verdict, support_verdict::not_in_force);
  EXPECT_EQ(ask(question("digiden-suishin-type", 2030), begun).verdict, support_verdict::not_in_force);
}

TEST(MatchSupport, CitesTheArticleAsItWasOnTheDay) {
  // The donation moved from Art. 13-2 to Art. 13-3 on 19 April 2024 (令和6年法律第17号).
  const auto articles = [](const char* day) {
    auto asked = question("corporate-hometown-tax", 2024);
    asked.as_of = civil_day::parse(day);
    std::vector<std::string> found;
    for (const auto& source : ask(asked, {}).citations) found.push_back(source.article);
    return found;
  };
  EXPECT_THAT(articles("2024-04-18"), Contains("第5条第4項第2号・第13条の2"));
  EXPECT_THAT(articles("2024-04-19"), Contains("第5条第4項第2号・第13条の3"));
}

TEST(MatchSupport, LongerPlanNeedsAnAcceptedReason) {
  // Three years as a rule, five at most (outline of the second-generation grant).
  auto facts = second_generation();
  EXPECT_EQ(ask(question("chiho-2sedai-grant", 2025), facts).verdict, support_verdict::eligible);
  facts["project.planned_years"] = fact(5);
  const auto five = ask(question("chiho-2sedai-grant", 2025), facts);
  ASSERT_EQ(five.verdict, support_verdict::conditional);
  ASSERT_EQ(five.conditions.size(), 1u);
  EXPECT_EQ(five.conditions[0].origin, fact_origin::officer);
  facts["project.planned_years"] = fact(6);
  facts["officer.longer_period_accepted"] = fact(true);
  EXPECT_EQ(ask(question("chiho-2sedai-grant", 2025), facts).verdict, support_verdict::ineligible);
}

TEST(MatchSupport, ATextKnownAsOneOfSeveralIsEnoughWhereAllFit) {
  auto facts = second_generation();
  facts["applicant.body"] = fact(std::vector<std::string>{"municipality", "core-city"});
  EXPECT_EQ(ask(question("chiho-2sedai-grant", 2025), facts).verdict, support_verdict::eligible);
  // The caps differ: 10億円 for a municipality, 15億円 for a core city, so 12億円 depends on which it is.
  facts["grant.national_yen_per_year"] = fact(std::int64_t{1200000000});
  const auto amount = ask(question("chiho-2sedai-grant", 2025, question_kind::amount), facts);
  ASSERT_EQ(amount.verdict, support_verdict::conditional);
  ASSERT_EQ(amount.conditions.size(), 1u);
  EXPECT_EQ(amount.conditions[0].fact, "applicant.body");
}

TEST(MatchSupport, UnknownProgrammeIsAnError) {
  const auto answer = match_support(built_in_rules().catalogue, question("no-such-programme", 2024), {});
  EXPECT_FALSE(answer);
  ASSERT_EQ(answer.findings.size(), 1u);
  EXPECT_EQ(answer.findings[0].code, "support.programme.unknown");
}

TEST(MatchSupport, WrongTypeCountsAsUnknownAndIsSaid) {
  auto facts = demolition();
  facts["plan.certified"] = fact("yes");
  const auto answer = match_support(built_in_rules().catalogue, question("demolition-bond-special", 2024), facts);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer.value->verdict, support_verdict::conditional);
  ASSERT_EQ(answer.findings.size(), 1u);
  EXPECT_EQ(answer.findings[0].code, "support.fact.type");
}

TEST(MatchSupport, AnExclusionIsAskedForInItsOwnWords) {
  // A body without allocation tax is out only when its whole area is metropolitan: what is wanted is that this is not
  // so.
  auto asked = question("corporate-hometown-tax", 2022);
  asked.absent = absent_facts::met;
  const auto answer = ask(asked, {{"recipient.non_transfer_body", unknown_fact()},
                                  {"recipient.wholly_in_metropolitan_builtup_area", fact(true)}});
  ASSERT_EQ(answer.conditions.size(), 1u);
  EXPECT_FALSE(answer.conditions[0].value.boolean);
  EXPECT_NE(answer.conditions[0].ja.find("寄附でないこと"), std::string::npos) << answer.conditions[0].ja;
}

TEST(MatchSupport, AlternativesAreOpenInThatYear) {
  const fact_map building = {
      {"project.kind", fact("facility")}, {"project.has_soft_component", fact(false)}, {"project.status", fact("new")}};
  EXPECT_THAT(ask(question("digiden-suishin-type", 2024), building).alternatives, ElementsAre("digiden-kyoten-type"));
  EXPECT_THAT(ask(question("digiden-suishin-type", 2025), building).alternatives, IsEmpty());
}
