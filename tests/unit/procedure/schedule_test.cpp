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
  return follow_schedule(plan, built_in_rules().schedule_rules, *civil_day::parse(as_of));
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
