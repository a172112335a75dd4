#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

using namespace senryaku;

namespace {

const rating_scheme& kakogawa() {
  return *find_scheme(built_in_rules().schemes, "kakogawa-2015");
}

pdca_cycle cycle_of(const strategy& plan, int year, std::optional<civil_day> as_of = std::nullopt) {
  const rules& data = built_in_rules();
  return follow_cycle(plan, kakogawa(), data.schemes, data.pdca_calendar, year, as_of);
}

observation seen(int year, std::int64_t value) {
  observation made;
  made.year = year;
  made.value = decimal(value);
  return made;
}

/// Two indicators of FY2015–2019 with yearly targets of 20: `good` reaches them, `bad` has 15 a year unless told.
strategy plan_with_two(std::int64_t result_of_bad = 15) {
  strategy plan;
  plan.period.start = civil_day::make(2015, 4, 1);
  plan.period.end = civil_day::make(2020, 3, 31);
  goal g;
  g.id = "g";
  for (const char* id : {"good", "bad"}) {
    kpi k;
    k.id = id;
    k.name = std::string("指標 ") + id;
    k.aim = indicator_aim::increase;
    k.baseline = seen(2014, 10);
    for (int year = 2015; year <= 2019; ++year) {
      k.targets.emplace_back();
      k.targets.back().year = year;
      k.targets.back().value = decimal(20);
      k.actuals.push_back(seen(year, k.id == "good" ? 25 : result_of_bad));
    }
    k.target = k.targets.back();
    g.numeric_targets.push_back(k);
  }
  plan.goals.push_back(g);
  return plan;
}

verification held(int year, civil_day on) {
  verification made;
  made.id = "v" + std::to_string(year);
  made.fiscal_year = year;
  made.held_on = on;
  made.published_on = on;
  return made;
}

verification_result rated(const char* subject, const char* symbol) {
  verification_result made;
  made.subject = subject;
  made.rating = symbol;
  return made;
}

std::vector<std::string> codes(const pdca_cycle& cycle) {
  std::vector<std::string> list;
  for (const auto& f : cycle.findings) list.push_back(f.code);
  std::sort(list.begin(), list.end());
  return list;
}

const phase_progress& phase(const pdca_cycle& cycle, int year, pdca_phase which) {
  for (const auto& entry : cycle.years) {
    if (entry.fiscal_year != year) continue;
    for (const auto& progress : entry.phases) {
      if (progress.phase == which) return progress;
    }
  }
  throw std::runtime_error("no such year");
}

civil_day day(int year, int month, int d) {
  return *civil_day::make(year, month, d);
}

using names = std::vector<std::string>;

}  // namespace

TEST(cycle, a_year_without_verification_is_named_and_its_low_ratings_are_open) {
  const auto cycle = cycle_of(plan_with_two(), 2016);
  EXPECT_EQ(codes(cycle), (names{"cycle.verification.missing"}));
  EXPECT_EQ(cycle.findings[0].value("years"), "2015, 2016");
  ASSERT_EQ(cycle.open.size(), 1u);
  EXPECT_EQ(cycle.open[0].subject, "bad");
  EXPECT_EQ(cycle.open[0].reason, open_reason::low_rating_undecided);
  EXPECT_EQ(cycle.open[0].rating, "未達成");
}

TEST(cycle, phases_count_what_is_recorded) {
  strategy plan = plan_with_two();
  plan.verifications.push_back(held(2015, day(2016, 7, 20)));
  plan.verifications[0].results = {rated("bad", "未達成")};
  const auto cycle = cycle_of(plan, 2015);
  const auto expect = [&](pdca_phase which, phase_state state, std::int64_t count, std::int64_t total) {
    const auto& progress = phase(cycle, 2015, which);
    EXPECT_EQ(progress.state, state);
    EXPECT_EQ(progress.count, count);
    EXPECT_EQ(progress.total, total);
  };
  expect(pdca_phase::plan, phase_state::done, 2, 2);
  expect(pdca_phase::execute, phase_state::done, 2, 2);
  expect(pdca_phase::check, phase_state::partly, 1, 2);      // one of two results is rated
  expect(pdca_phase::act, phase_state::not_recorded, 0, 1);  // one low rating, no decision
  EXPECT_EQ(codes(cycle), (names{"cycle.decision.missing"}));
}

TEST(cycle, a_decision_that_nothing_follows_is_open_next_year) {
  strategy plan = plan_with_two();
  plan.verifications = {held(2015, day(2016, 7, 20)), held(2016, day(2017, 7, 20))};
  plan.verifications[0].results = {rated("bad", "未達成")};
  plan.verifications[0].results[0].decision = decision::improve;
  plan.verifications[1].results = {rated("bad", "未達成")};
  plan.verifications[1].results[0].decision = decision::improve;
  EXPECT_EQ(codes(cycle_of(plan, 2016)), (names{"cycle.follow-up.missing"}));
  EXPECT_TRUE(codes(cycle_of(plan, 2015)).empty()) << "the year of the decision itself";
  auto& next = plan.verifications[0].results[0].follow_up.emplace();
  next.action = "相談窓口を駅前へ移す";
  next.due_year = 2016;
  const auto overdue = cycle_of(plan, 2016);
  EXPECT_EQ(codes(overdue), (names{"cycle.follow-up.overdue"}));
  EXPECT_EQ(overdue.findings[0].value("action"), "相談窓口を駅前へ移す");
  next.due_year = 2017;
  EXPECT_TRUE(codes(cycle_of(plan, 2016)).empty());
  next.due_year = 2016;
  next.done = true;
  EXPECT_TRUE(codes(cycle_of(plan, 2016)).empty());
  // What is continued or completed asks for nothing.
  plan.verifications[0].results[0].follow_up.reset();
  plan.verifications[0].results[0].decision = decision::continue_as_is;
  EXPECT_TRUE(codes(cycle_of(plan, 2016)).empty());
}

TEST(cycle, the_human_rating_stands_beside_the_proposal) {
  strategy plan = plan_with_two();
  plan.verifications.push_back(held(2015, day(2016, 7, 20)));
  plan.verifications[0].results = {rated("bad", "達成")};
  auto cycle = cycle_of(plan, 2015);
  ASSERT_EQ(cycle.decisions.size(), 1u);
  EXPECT_EQ(cycle.decisions[0].computed, "未達成");
  EXPECT_EQ(cycle.decisions[0].rating, "達成");
  EXPECT_EQ(cycle.decisions[0].differs, true);
  EXPECT_EQ(cycle.decisions[0].low, false) << "the people's rating counts";
  ASSERT_EQ(cycle.open.size(), 1u);
  EXPECT_EQ(cycle.open[0].reason, open_reason::difference_unexplained);
  plan.verifications[0].results[0].rating_reason = "調査の対象が変わったため";
  EXPECT_TRUE(cycle_of(plan, 2015).open.empty());
  // A symbol that the scheme does not have is neither low nor good.
  plan.verifications[0].results = {rated("bad", "B")};
  plan.verifications[0].results[0].rating_reason = "別の基準";
  EXPECT_FALSE(cycle_of(plan, 2015).decisions[0].low);
}

TEST(cycle, opinions_want_an_answer) {
  strategy plan = plan_with_two();
  plan.verifications.push_back(held(2015, day(2016, 7, 20)));
  plan.verifications[0].results = {rated("good", "達成")};
  plan.verifications[0].results[0].opinions.resize(2);
  plan.verifications[0].results[0].opinions[0].answer = "次年度から実施する";
  const auto cycle = cycle_of(plan, 2015);
  // `bad` is low and the verification of the year says nothing about it.
  EXPECT_EQ(codes(cycle), (names{"cycle.decision.missing", "cycle.opinion.unanswered"}));
  EXPECT_EQ(cycle.findings[0].value("count"), "1");
  EXPECT_EQ(cycle.open.size(), 2u);
}

TEST(cycle, days_have_an_order_and_publication_is_expected) {
  strategy plan = plan_with_two(25);
  plan.verifications.push_back(held(2015, day(2016, 3, 31)));  // the year is not over
  EXPECT_EQ(codes(cycle_of(plan, 2015)), (names{"cycle.day.order"}));
  plan.verifications[0].held_on = day(2016, 4, 1);
  plan.verifications[0].published_on = day(2016, 3, 31);
  EXPECT_EQ(codes(cycle_of(plan, 2015)), (names{"cycle.day.order"}));
  plan.verifications[0].published_on.reset();
  EXPECT_EQ(codes(cycle_of(plan, 2015)), (names{"cycle.publication.missing"}));
  // 江津市 publishes in January: on 31 January 2017 there is still time for the year that ended in March 2016.
  EXPECT_TRUE(codes(cycle_of(plan, 2015, day(2017, 1, 31))).empty());
  EXPECT_EQ(codes(cycle_of(plan, 2015, day(2017, 2, 1))), (names{"cycle.publication.missing"}));
}

TEST(cycle, the_calendar_lies_in_the_year_after) {
  strategy plan = plan_with_two(25);
  plan.verifications.push_back(held(2015, day(2016, 7, 20)));
  const auto cycle = cycle_of(plan, 2015, day(2016, 9, 30));
  const auto step = [&](std::string_view id) {
    for (const auto& entry : cycle.calendar) {
      if (entry.step == id) return entry;
    }
    throw std::runtime_error("no such step");
  };
  EXPECT_EQ(step("experts").state, calendar_state::done);
  EXPECT_EQ(step("experts").done_on, day(2016, 7, 20));
  EXPECT_EQ(step("assembly").state, calendar_state::current);
  EXPECT_EQ(step("assembly").to, day(2016, 9, 30));
  EXPECT_EQ(step("rating").state, calendar_state::overdue);
  EXPECT_EQ(step("publication").from, day(2016, 8, 1));
  EXPECT_EQ(step("publication").to, day(2017, 1, 31));
  EXPECT_EQ(step("values").state, calendar_state::done);
  // Without a day to look from nothing is late.
  for (const auto& entry : cycle_of(plan, 2015).calendar) EXPECT_NE(entry.state, calendar_state::overdue);
}

TEST(cycle, the_rated_value_is_kept_when_the_figure_is_corrected) {
  // 沼津市: expected 55, fixed 54.
  strategy plan = plan_with_two(25);
  plan.verifications.push_back(held(2015, day(2016, 7, 20)));
  plan.verifications[0].results = {rated("good", "達成")};
  plan.verifications[0].results[0].value = seen(2015, 55);
  const auto cycle = cycle_of(plan, 2015);
  ASSERT_EQ(codes(cycle), (names{"cycle.value.corrected"}));
  EXPECT_EQ(cycle.findings[0].value("rated"), "55");
  EXPECT_EQ(cycle.findings[0].value("now"), "25");
  EXPECT_EQ(cycle.findings[0].pointer, "/verifications/0/results/0/value");
}

TEST(cycle, revisions_say_whether_figures_compare_and_extensions_need_targets) {
  strategy plan = plan_with_two();
  plan.revisions.emplace_back();
  plan.revisions[0].id = "r";
  plan.revisions[0].extended_to = day(2021, 3, 31);
  plan.revisions[0].changes.emplace_back();
  plan.revisions[0].changes[0].subject = "bad";
  plan.revisions[0].changes[0].member = "target";
  plan.goals[0].numeric_targets[0].target->year = 2020;  // one of two aims at the added year
  const auto cycle = cycle_of(plan, 2020);
  const auto extension = std::find_if(cycle.findings.begin(), cycle.findings.end(),
                                      [](const finding& f) { return f.code == "cycle.extension.targets-missing"; });
  ASSERT_NE(extension, cycle.findings.end());
  EXPECT_EQ(extension->value("count"), "1");
  EXPECT_EQ(extension->value("last_year"), "2020");
  EXPECT_EQ(std::count_if(cycle.findings.begin(), cycle.findings.end(),
                          [](const finding& f) { return f.code == "cycle.revision.comparability-unstated"; }),
            1);
  EXPECT_EQ(cycle.years.size(), 6u) << "2015 to 2020, the extension included";
}

TEST(cycle, a_verification_of_no_year_belongs_to_none) {
  strategy plan = plan_with_two(25);
  plan.verifications.emplace_back();
  plan.verifications[0].id = "v";
  const auto list = codes(cycle_of(plan, 2015));
  EXPECT_EQ(list, (names{"cycle.verification.missing", "cycle.verification.year-unknown"}));
  // The day of the meeting tells the year: held in July 2016, about FY2015.
  plan.verifications[0].held_on = day(2016, 7, 1);
  plan.verifications[0].published_on = day(2016, 8, 1);
  EXPECT_TRUE(codes(cycle_of(plan, 2015)).empty());
}
