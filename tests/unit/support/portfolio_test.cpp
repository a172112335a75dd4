/// What changed between answers, portfolios, amounts, and catalogues that a caller replaces.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "facts.hpp"

using namespace senryaku;
using namespace senryaku::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const rule_change* find(const answer_change& change, const std::string& rule) {
  for (const auto& entry : change.rules) {
    if (entry.rule == rule) return &entry;
  }
  return nullptr;
}

project seeking(const char* id, std::vector<std::string> programmes, std::int64_t cost = 0) {
  project result = stating(id, {{"project.kind", fact("soft")}});
  result.support_sought = std::move(programmes);
  if (cost > 0) result.facts["project.cost_yen_per_year"] = fact(cost);
  return result;
}

std::vector<std::string> codes(const std::vector<finding>& findings) {
  std::vector<std::string> list;
  for (const auto& entry : findings) list.push_back(entry.code);
  return list;
}

}  // namespace

TEST(Change, TheDigitalRequirementOfFy2022IsNamed) {
  // Review sheet FY2022: new projects have to use digital technology; before, nothing asked for it.
  const fact_map facts = {{"project.status", fact("new")}, {"project.uses_digital", fact(false)}};
  const auto change = compare_answers(ask(question("suishin-promotion-grant", 2021), facts),
                                      ask(question("suishin-promotion-grant", 2022), facts));
  EXPECT_EQ(change.before, support_verdict::conditional);
  EXPECT_EQ(change.after, support_verdict::ineligible);
  const rule_change* digital = find(change, "suishin.digital.used");
  ASSERT_NE(digital, nullptr);
  EXPECT_EQ(digital->cause, change_cause::added);
  EXPECT_EQ(digital->after, truth::no);
}

TEST(Change, CapsAndRatesThatMovedAreNamed) {
  // Pioneer type, municipality: project cost 200 million in FY2016, 400 million in FY2017.
  const fact_map facts = {{"applicant.body", fact("municipality")}, {"project.type", fact("senku")}};
  const auto change = compare_answers(ask(question("suishin-promotion-grant", 2016), facts),
                                      ask(question("suishin-promotion-grant", 2017), facts));
  EXPECT_THAT(change.caps_before,
              ElementsAre("suishin.cap.2016.senku.municipality", "suishin.cap.2016.senku.municipality.national"));
  EXPECT_THAT(change.caps_after,
              ElementsAre("suishin.cap.2017.senku.municipality", "suishin.cap.2017.senku.municipality.national"));
  // Bond allotment for demolition 75 % to FY2016, 90 % from FY2017.
  const fact_map demolition = {{"project.kind", fact("demolition")}};
  const auto bond = compare_answers(ask(question("facility-management-bond", 2016), demolition),
                                    ask(question("facility-management-bond", 2017), demolition));
  EXPECT_EQ(bond.rate_before, "management-bond.rate.2014");
  EXPECT_EQ(bond.rate_after, "management-bond.rate.2017");
}

TEST(Change, TheSameQuestionChangesNothing) {
  const auto answer = ask(question("interest-subsidy", 2024), {{"loan.year_index", fact(3)}});
  EXPECT_THAT(compare_answers(answer, answer).rules, IsEmpty());
}

TEST(Change, AChangedFactIsTold) {
  const auto change = compare_answers(ask(question("interest-subsidy", 2024), {{"loan.year_index", fact(5)}}),
                                      ask(question("interest-subsidy", 2024), {{"loan.year_index", fact(6)}}));
  ASSERT_EQ(change.rules.size(), 1u);
  EXPECT_EQ(change.rules[0].cause, change_cause::fact_changed);
  EXPECT_EQ(change.after, support_verdict::ineligible);
}

TEST(Amount, RateCapAndLocalShareInWholeYen) {
  // Soft project of a town under the second-generation grant: 1/2, at most 1,000,000,000 yen a year.
  const fact_map base = {{"applicant.body", fact("municipality")}, {"project.kind", fact("soft")}};
  auto facts = base;
  facts["project.cost_yen_per_year"] = fact(std::int64_t{12345679});
  const auto small = ask(question("chiho-2sedai-grant", 2025), facts);
  ASSERT_TRUE(small.amount);
  EXPECT_EQ(small.amount->payable_yen, 6172839);  // half a yen is cut off
  EXPECT_EQ(small.amount->local_yen, 6172840);
  EXPECT_EQ(small.amount->binding_cap, "");
  facts["project.cost_yen_per_year"] = fact(std::int64_t{2400000000});
  const auto large = ask(question("chiho-2sedai-grant", 2025), facts);
  EXPECT_EQ(large.amount->payable_yen, 1000000000);
  EXPECT_EQ(large.amount->binding_cap, "2sedai.cap.soft.municipality");
  EXPECT_FALSE(ask(question("chiho-2sedai-grant", 2025), base).amount->payable_yen);  // no cost: unknown, not zero
}

TEST(Amount, ACapThatNoSourceStatesLeavesTheAnswerOpen) {
  const auto answer = ask(question("mirai-suishin-type", 2026, question_kind::amount), {});
  EXPECT_EQ(answer.verdict, support_verdict::conditional);
  const auto& asked = answer.conditions;
  EXPECT_TRUE(std::any_of(asked.begin(), asked.end(),
                          [](const fact_demand& d) { return d.fact == "officer.limit_confirmed"; }));
}

TEST(Portfolio, TwoGrantsForOneProjectStandAgainstEachOther) {
  const auto plan =
      with_projects({seeking("p1", {"mirai-suishin-type", "mirai-jisso-type"}), seeking("p2", {"mirai-suishin-type"})});
  match_options options;
  options.fiscal_year = 2026;
  const auto portfolio = plan_portfolio(built_in_rules().catalogue, plan, options);
  EXPECT_EQ(portfolio.answers.size(), 2 * built_in_rules().catalogue.programmes.size());
  EXPECT_THAT(codes(portfolio.conflicts), ElementsAre("support.conflict.double-subsidy"));
}

TEST(Portfolio, BodyCapsHoldForAllProjectsTogether) {
  // 1.2 + 1.0 billion of cost: 600 + 500 million national, above the 1 billion of a municipality.
  auto plan = with_projects(
      {seeking("p1", {"chiho-2sedai-grant"}, 1200000000), seeking("p2", {"chiho-2sedai-grant"}, 1000000000)});
  match_options options;
  options.fiscal_year = 2025;
  options.only_sought = true;
  const auto over = plan_portfolio(built_in_rules().catalogue, plan, options);
  ASSERT_THAT(codes(over.conflicts), ElementsAre("support.conflict.body-cap"));
  EXPECT_EQ(over.conflicts[0].value("sum"), "1100000000");
  plan.unplaced_projects[1].facts["project.cost_yen_per_year"] = fact(std::int64_t{800000000});
  EXPECT_THAT(plan_portfolio(built_in_rules().catalogue, plan, options).conflicts, IsEmpty());
}

TEST(Portfolio, PlansAreFiledInTimeForTheFiscalYear) {
  // Rounds about May, September, January; the third is certified at the end of March (地域再生基本方針).
  match_options options;
  options.fiscal_year = 2026;
  options.only_sought = true;
  const auto portfolio =
      plan_portfolio(built_in_rules().catalogue, with_projects({seeking("p1", {"mirai-suishin-type"})}), options);
  ASSERT_EQ(portfolio.steps.size(), 3u);
  EXPECT_EQ(portfolio.steps[0].step, "plan-application");
  EXPECT_EQ(portfolio.steps[0].from, civil_day::make(2026, 1, 1));
  EXPECT_TRUE(portfolio.steps[0].usual);
  EXPECT_EQ(portfolio.steps[1].to, civil_day::make(2026, 3, 31));
  EXPECT_EQ(portfolio.steps[2].from, civil_day::make(2026, 4, 1));
}

TEST(Portfolio, AnAnnouncedRoundTakesThePlaceOfTheUsualMonths) {
  // Round 51: 22 to 25 January 2019.
  match_options options;
  options.fiscal_year = 2019;
  options.only_sought = true;
  auto plan = with_projects({seeking("p1", {"suishin-promotion-grant"})});
  plan.adopted_on = civil_day::make(2015, 10, 30);
  plan.period.start = civil_day::make(2015, 4, 1);
  plan.period.end = civil_day::make(2020, 3, 31);
  const auto portfolio = plan_portfolio(built_in_rules().catalogue, plan, options);
  ASSERT_FALSE(portfolio.steps.empty());
  EXPECT_EQ(portfolio.steps[0].from, civil_day::make(2019, 1, 22));
  EXPECT_EQ(portfolio.steps[0].to, civil_day::make(2019, 1, 25));
  EXPECT_FALSE(portfolio.steps[0].usual);
}

TEST(DocumentFacts, ComeFromTheStrategyOnTheDay) {
  auto plan = with_projects({seeking("p1", {})});
  regional_plan digest;
  digest.id = "r1";
  digest.certified_on = civil_day::make(2025, 3, 28);
  digest.projects.push_back({"p1", "p1", "ア", "", {}});
  plan.regional_plans = {digest};
  const auto on = [&](int year, int month, int day) {
    return project_facts(plan, plan.unplaced_projects[0], *civil_day::make(year, month, day));
  };
  EXPECT_FALSE(on(2024, 12, 19).at("strategy.exists").boolean);  // adopted on 20 December 2024
  EXPECT_TRUE(on(2024, 12, 20).at("strategy.exists").boolean);
  EXPECT_FALSE(on(2025, 3, 27).at("plan.certified").boolean);
  EXPECT_TRUE(on(2025, 3, 28).at("plan.certified").boolean);
  EXPECT_TRUE(on(2025, 3, 28).at("plan.includes_project").boolean);
  EXPECT_FALSE(on(2030, 4, 1).at("strategy.exists").boolean);  // ended on 31 March 2030
  plan.regional_plans.clear();
  EXPECT_EQ(on(2025, 4, 1).count("plan.certified"), 0u);  // a document without plans says nothing about them
}

TEST(OwnCatalogue, OverridesAddsAndRetiresById) {
  const auto extended = extend_rules(built_in_rules(), R"({
    "catalogue": {
      "version": "town-1",
      "facts": [{"key": "town.shop_in_centre", "type": "boolean", "ja": "中心部の店舗", "en": "The shop is in the centre"}],
      "programmes": [{
        "id": "town-shop-subsidy", "name_ja": "空き店舗補助", "name_en": "Vacant shop subsidy", "family": "grant-town",
        "confidence": "high", "period": {"executed_from_fy": 2024},
        "citations": [{"id": "s1", "title": "町補助要綱"}],
        "requirements": [{"id": "town.centre", "fact": "town.shop_in_centre", "is": true, "cite": ["s1"], "ja": "中心部", "en": "In the centre"}],
        "lines": [{"of": "requirements", "number": 1, "rules": ["town.centre"]}]
      }]
    },
    "retired_programmes": ["senko-advance-grant"]
  })");
  ASSERT_TRUE(extended);
  const auto& catalogue = extended.value->catalogue;
  EXPECT_EQ(catalogue.programmes.size(), built_in_rules().catalogue.programmes.size());  // one more, one less
  EXPECT_EQ(catalogue.find("senko-advance-grant"), nullptr);
  const auto answer =
      match_support(catalogue, question("town-shop-subsidy", 2024), {{"town.shop_in_centre", fact(true)}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer.value->verdict, support_verdict::eligible);
  EXPECT_EQ(answer.value->catalogue_version, "town-1");
}

TEST(OwnCatalogue, TheLinterFindsWhatIsWrong) {
  auto catalogue = built_in_rules().catalogue;
  auto& bond = *std::find_if(catalogue.programmes.begin(), catalogue.programmes.end(),
                             [](const support_programme& p) { return p.id == "facility-management-bond"; });
  bond.requirements.push_back({});
  bond.requirements.back().id = "broken";
  bond.requirements.back().fact = "no.such.fact";
  bond.requirements.back().is = fact(true);
  bond.caps.push_back({});
  bond.caps.back().id = "broken-cap";
  bond.caps.back().fact = "project.cost_yen";
  bond.caps.back().amount_yen = 5;
  bond.caps.back().from_fy = 2018;  // FY2014–2017 say nothing
  const auto found = codes(lint_catalogue(catalogue).findings);
  EXPECT_THAT(found, Contains("catalogue.fact.unknown"));
  EXPECT_THAT(found, Contains("catalogue.citation.missing"));
  EXPECT_THAT(found, Contains("catalogue.cap.gap"));
  for (const auto& code : found) EXPECT_NE(built_in_rules().messages.find(code), nullptr) << code;
}

TEST(OwnCatalogue, AnImpossibleRuleIsReported) {
  auto catalogue = built_in_rules().catalogue;
  support_programme& programme = catalogue.programmes[0];
  rule_condition never;
  never.id = "never";
  never.fact = "project.planned_years";
  never.above = fact(5);
  never.below = fact(5);
  never.ja = never.en = "never";
  never.cite = {"s1"};
  programme.requirements.push_back(never);
  EXPECT_THAT(codes(lint_catalogue(catalogue).findings), Contains("catalogue.rule.never"));
}
