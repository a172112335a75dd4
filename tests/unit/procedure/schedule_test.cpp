#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

using namespace senryaku;

namespace {

milestone step(const char* id, milestone_kind kind, const char* from, const char* to) {
  milestone m;
  m.id = id;
  m.name = id;
  m.kind = kind;
  m.from = civil_day::parse(from);
  m.to = civil_day::parse(to);
  return m;
}

/// 会津美里町: certification by the end of March 2025, period from 1 April 2025.
strategy founding_town() {
  strategy s;
  s.procedure.emplace();
  s.procedure->milestones = {step("S", milestone_kind::adoption, "2024-12-01", "2024-12-31"),
                             step("C1", milestone_kind::plan_application, "2025-01-01", "2025-01-31"),
                             step("C2", milestone_kind::plan_certification, "2025-03-01", "2025-03-31"),
                             step("V", milestone_kind::period_start, "2025-04-01", "2025-04-01")};
  return s;
}

const order_check* rule(const schedule_review& review, std::string_view id) {
  for (const auto& entry : review.order) {
    if (entry.rule == id) return &entry;
  }
  return nullptr;
}

schedule_review follow(const strategy& plan, const char* as_of) {
  return follow_schedule(plan, built_in_rules().schedule_rules, {}, *civil_day::parse(as_of));
}

}  // namespace

TEST(schedule, certification_precedes_the_period) {
  const auto review = follow(founding_town(), "2024-06-01");
  ASSERT_NE(rule(review, "certification-before-period"), nullptr);
  EXPECT_EQ(rule(review, "certification-before-period")->state, order_state::kept);
  EXPECT_EQ(rule(review, "draft-before-kpi"), nullptr);  // neither step is in the schedule
  EXPECT_TRUE(review.findings.empty());
}

TEST(schedule, a_broken_order_is_found) {
  strategy late = founding_town();
  late.procedure->milestones[2].from = civil_day::make(2025, 4, 10);
  late.procedure->milestones[2].to = civil_day::make(2025, 4, 30);
  const auto review = follow(late, "2024-06-01");
  EXPECT_EQ(rule(review, "certification-before-period")->state, order_state::broken);
  ASSERT_EQ(review.findings.size(), 1u);
  EXPECT_EQ(review.findings[0].code, "procedure.order.broken");
}

TEST(schedule, overlapping_spans_and_missing_days_stay_open) {
  strategy open = founding_town();
  open.procedure->milestones[0].to = civil_day::make(2025, 1, 10);
  EXPECT_EQ(rule(follow(open, "2024-06-01"), "adoption-before-application")->state, order_state::unknown);
  open.procedure->milestones[0].to.reset();
  EXPECT_EQ(rule(follow(open, "2024-06-01"), "adoption-before-application")->state, order_state::unknown);
}

TEST(schedule, progress_follows_the_day) {
  strategy plan = founding_town();
  plan.procedure->milestones[0].done_on = civil_day::make(2024, 12, 20);
  const auto review = follow(plan, "2025-03-15");
  EXPECT_EQ(review.milestones[0].state, milestone_state::done);
  EXPECT_EQ(review.milestones[1].state, milestone_state::unrecorded);
  EXPECT_EQ(review.milestones[2].state, milestone_state::current);
  EXPECT_EQ(review.milestones[3].state, milestone_state::ahead);
}

namespace {

/// The schedule of the founding deck with its constraints W ≤ D ≤ K ≤ E0, P before E3, every A before S.
strategy whole_schedule() {
  strategy s;
  s.procedure.emplace();
  s.procedure->milestones = {step("W", milestone_kind::working_group, "2023-10-01", "2023-11-30"),
                             step("D", milestone_kind::draft, "2023-12-01", "2023-12-31"),
                             step("K", milestone_kind::kpi_setting, "2024-01-01", "2024-01-31"),
                             step("E0", milestone_kind::expert_meeting, "2024-02-16", "2024-02-16"),
                             step("A1", milestone_kind::assembly, "2024-05-01", "2024-05-31"),
                             step("P", milestone_kind::public_comment, "2024-09-01", "2024-09-30"),
                             step("E3", milestone_kind::expert_meeting, "2024-11-01", "2024-11-30"),
                             step("A3", milestone_kind::assembly, "2024-12-01", "2024-12-10"),
                             step("S", milestone_kind::adoption, "2024-12-20", "2024-12-31")};
  return s;
}

milestone& find(strategy& s, std::string_view id) {
  for (auto& m : s.procedure->milestones) {
    if (m.id == id) return m;
  }
  ADD_FAILURE() << id;
  return s.procedure->milestones.front();
}

void move_to(milestone& m, const char* from, const char* to) {
  m.from = civil_day::parse(from);
  m.to = civil_day::parse(to);
}

std::vector<std::string> codes(const schedule_review& review) {
  std::vector<std::string> all;
  for (const auto& entry : review.findings) all.push_back(entry.code + " " + entry.element);
  return all;
}

}  // namespace

TEST(schedule, the_founding_schedule_keeps_every_rule) {
  const auto review = follow(whole_schedule(), "2023-09-01");
  EXPECT_EQ(codes(review), std::vector<std::string>{});
  for (const auto& entry : review.order) EXPECT_EQ(entry.state, order_state::kept) << entry.rule;
  EXPECT_EQ(review.order.size(), 7u);
  EXPECT_EQ(review.next, std::vector<std::string>{"W"});
}

TEST(schedule, each_constraint_can_be_broken) {
  const struct {
    const char* moved;
    const char* from;
    const char* to;
    const char* rule;
  } cases[] = {{"W", "2024-01-10", "2024-01-31", "ideas-before-draft"},
               {"D", "2024-02-01", "2024-02-10", "draft-before-kpi"},
               {"K", "2024-03-01", "2024-03-31", "kpi-before-experts"},
               {"P", "2024-12-01", "2024-12-15", "comment-before-last-experts"},
               {"P", "2023-11-01", "2023-11-30", "draft-before-comment"},
               {"A3", "2025-01-05", "2025-01-10", "assembly-before-adoption"}};
  for (const auto& wanted : cases) {
    strategy plan = whole_schedule();
    move_to(find(plan, wanted.moved), wanted.from, wanted.to);
    const auto review = follow(plan, "2023-09-01");
    ASSERT_NE(rule(review, wanted.rule), nullptr) << wanted.rule;
    EXPECT_EQ(rule(review, wanted.rule)->state, order_state::broken) << wanted.rule;
  }
}

// An expert meeting that opens the work cannot have been given the draft.
TEST(schedule, a_meeting_before_the_draft_does_not_count) {
  strategy plan = whole_schedule();
  plan.procedure->milestones.push_back(step("E", milestone_kind::expert_meeting, "2023-09-20", "2023-09-20"));
  EXPECT_EQ(rule(follow(plan, "2023-09-01"), "kpi-before-experts")->state, order_state::kept);
}

TEST(schedule, its_own_order) {
  strategy plan = whole_schedule();
  find(plan, "P").after = {"A1", "E3"};
  auto review = follow(plan, "2023-09-01");
  ASSERT_NE(rule(review, "after"), nullptr);  // A1 is kept and not shown
  EXPECT_EQ(rule(review, "after")->earlier, "E3");
  EXPECT_EQ(codes(review), std::vector<std::string>{"procedure.order.broken P"});
  EXPECT_EQ(review.milestones[5].waits_for, (std::vector<std::string>{"A1", "E3"}));
  find(plan, "P").after = {"D"};
  find(plan, "D").after = {"P"};
  review = follow(plan, "2023-09-01");
  EXPECT_EQ(codes(review), (std::vector<std::string>{"procedure.order.broken D", "procedure.order.circular D",
                                                     "procedure.order.circular P"}));
}

TEST(schedule, late_steps_and_days_in_the_future) {
  strategy plan = whole_schedule();
  plan.status = strategy_status::drafting;
  find(plan, "W").done_on = civil_day::make(2023, 11, 30);
  find(plan, "S").done_on = civil_day::make(2024, 12, 25);
  auto review = follow(plan, "2024-01-10");
  EXPECT_EQ(codes(review), (std::vector<std::string>{"procedure.done.in-future S", "procedure.steps.unrecorded D"}));
  EXPECT_EQ(review.milestones[1].days_over, 10);  // 31 December to 10 January
  EXPECT_EQ(review.milestones[2].state, milestone_state::current);
  EXPECT_EQ(review.milestones[8].state, milestone_state::ahead);
  EXPECT_EQ(review.next, std::vector<std::string>{"E0"});
  plan.status = strategy_status::adopted;
  EXPECT_EQ(codes(follow(plan, "2025-01-10")), std::vector<std::string>{});
}

TEST(schedule, steps_that_the_guide_expects) {
  const std::vector<expected_step> expected{
      {"a", {milestone_kind::assembly}, "議会", "assembly", {}},
      {"r", {milestone_kind::residents, milestone_kind::public_comment}, "住民", "residents", {}}};
  strategy plan = founding_town();
  const auto review = follow_schedule(plan, {}, expected, *civil_day::make(2024, 6, 1));
  EXPECT_EQ(review.findings.size(), 2u);
  EXPECT_TRUE(follow_schedule(whole_schedule(), {}, expected, *civil_day::make(2023, 9, 1)).findings.empty());
  plan.procedure->milestones.clear();
  EXPECT_TRUE(follow_schedule(plan, {}, expected, *civil_day::make(2024, 6, 1)).findings.empty());
}

TEST(schedule, days_of_the_regional_plan) {
  strategy plan;
  plan.period.start = civil_day::make(2025, 4, 1);
  plan.adopted_on = civil_day::make(2024, 12, 25);
  plan.regional_plans.emplace_back();
  regional_plan& regional = plan.regional_plans[0];
  regional.id = "rp";
  regional.status = plan_status::applied;
  regional.applied_on = civil_day::make(2025, 1, 20);
  EXPECT_EQ(codes(follow(plan, "2025-03-31")), std::vector<std::string>{});
  EXPECT_EQ(codes(follow(plan, "2025-04-01")), std::vector<std::string>{"procedure.plan.uncertified rp"});
  regional.certified_on = civil_day::make(2025, 4, 1);  // on the first day is in time
  EXPECT_EQ(codes(follow(plan, "2025-04-01")), std::vector<std::string>{});
  regional.certified_on = civil_day::make(2025, 4, 2);
  EXPECT_EQ(codes(follow(plan, "2025-05-01")), std::vector<std::string>{"procedure.plan.certified-late rp"});
  regional.applied_on = civil_day::make(2024, 12, 24);
  EXPECT_EQ(codes(follow(plan, "2025-05-01")),
            (std::vector<std::string>{"procedure.plan.applied-early rp", "procedure.plan.certified-late rp"}));
  regional.certified_on = civil_day::make(2024, 12, 1);
  EXPECT_EQ(codes(follow(plan, "2025-05-01"))[1], "procedure.plan.certified-early rp");
}
