/// Projects that share an answer get the same one as when each is asked by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "facts.hpp"
#include "json/describe_support.hpp"
#include "json/writer.hpp"
#include "support/projects.hpp"

using namespace senryaku;
using namespace senryaku::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const programme_catalogue& catalogue() {
  return built_in_rules().catalogue;
}

/// Projects that state a few facts at random, so that many are equal in what some programme asks and differ elsewhere.
std::vector<project> drawn(unsigned seed, int count) {
  std::mt19937 random(seed);
  const auto chance = [&](int of) { return static_cast<int>(random() % static_cast<unsigned>(of)); };
  std::vector<project> projects;
  for (int i = 0; i < count; ++i) {
    fact_map facts;
    if (chance(2) == 0) facts["project.kind"] = fact(chance(2) == 0 ? "soft" : "hard");
    if (chance(2) == 0) facts["project.cost_yen_per_year"] = fact(100000000 * chance(3));
    if (chance(3) == 0) facts["project.uses_digital"] = chance(3) == 0 ? unknown_fact() : fact(chance(2) == 0);
    if (chance(3) == 0) facts["project.facility_kinds"] = fact(std::vector<std::string>{"road"});
    if (chance(4) == 0) facts["project.cost_yen"] = fact("一億円");  // of the wrong type
    if (chance(4) == 0) facts["town.mascot"] = fact(chance(2));      // outside the vocabulary
    projects.push_back(stating("p" + std::to_string(i), std::move(facts)));
  }
  return projects;
}

}  // namespace

TEST(Projects, ShareAnAnswerOnlyWhereItIsTheirOwn) {
  const auto plan = with_projects(drawn(7, 40));
  for (const auto kind : {question_kind::eligibility, question_kind::amount}) {
    match_options options;
    options.fiscal_year = 2026;
    options.as_of = civil_day::make(2026, 6, 1);
    options.kind = kind;
    options.explain = true;
    const auto answers = match_projects(catalogue(), plan, options);
    ASSERT_EQ(answers.size(), 40 * catalogue().programmes.size());
    std::size_t at = 0;
    for (const auto& subject : plan.unplaced_projects) {
      for (const auto& programme : catalogue().programmes) {
        auto asked = question(programme.id.c_str(), 2026, kind);
        asked.as_of = options.as_of;
        const auto alone = ask(asked, project_facts(plan, subject, *options.as_of));
        ASSERT_EQ(answers[at].project, subject.id);
        ASSERT_EQ(json::write(answers[at].answer), json::write(alone)) << subject.id << " " << programme.id;
        ++at;
      }
    }
  }
}

TEST(Projects, WithTheSameFactsAreAnsweredOnce) {
  const fact_map soft = {{"project.kind", fact("soft")}};
  auto plan = with_projects({stating("a", soft), stating("b", {{"project.kind", fact("hard")}}), stating("c", soft)});
  plan.unplaced_projects[2].support_sought = {"mirai-suishin-type"};
  match_options options;
  options.fiscal_year = 2026;
  options.programmes = {"mirai-suishin-type"};
  options.together = true;
  const auto answers = match_projects(catalogue(), plan, options);
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].project, "a");
  ASSERT_EQ(answers[0].also.size(), 1u);
  EXPECT_EQ(answers[0].also[0].project, "c");
  EXPECT_EQ(answers[0].also[0].project_name, "事業c");
  EXPECT_EQ(answers[0].also[0].pointer, "/unplaced_projects/2");
  EXPECT_TRUE(answers[0].also[0].sought);
  EXPECT_FALSE(answers[0].sought);
  EXPECT_EQ(answers[1].project, "b");
  EXPECT_THAT(answers[1].also, IsEmpty());
}

TEST(Projects, ThatDifferOnlyInWhatAProgrammeDoesNotAskShareItsAnswer) {
  // The tax measure for corporate donations looks at the donation, not at the digital technology of a grant.
  const auto plan = with_projects(
      {stating("a", {{"project.uses_digital", fact(true)}}), stating("b", {{"project.uses_digital", fact(false)}})});
  match_options options;
  options.fiscal_year = 2026;
  options.programmes = {"corporate-hometown-tax"};
  const auto matched = support::match(catalogue(), plan, options);
  EXPECT_EQ(matched.pairs.size(), matched.answers.size() * 2);
}

TEST(Projects, StandAgainstEachOtherTheSameTogetherAndApart) {
  // Twice 1.2 billion of cost in equal answers: 600 + 600 million national, above the 1 billion of a municipality.
  auto plan =
      with_projects({stating("a", {{"project.kind", fact("soft")}, {"project.cost_yen_per_year", fact(1200000000)}}),
                     stating("b", {{"project.kind", fact("soft")}, {"project.cost_yen_per_year", fact(1200000000)}})});
  for (auto& entry : plan.unplaced_projects) entry.support_sought = {"chiho-2sedai-grant"};
  match_options options;
  options.fiscal_year = 2025;
  options.only_sought = true;
  options.together = true;
  const auto portfolio = plan_portfolio(catalogue(), plan, options);
  ASSERT_EQ(portfolio.answers.size(), 1u);
  ASSERT_EQ(portfolio.conflicts.size(), 1u);
  EXPECT_EQ(portfolio.conflicts[0].value("sum"), "1200000000");
  ASSERT_FALSE(portfolio.steps.empty());
  EXPECT_THAT(portfolio.steps[0].projects, ElementsAre("a", "b"));
}
