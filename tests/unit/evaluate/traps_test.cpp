// Printed examples of figures that mislead.
#include "schemes.hpp"

#include <algorithm>

using namespace senryaku;
using evaluate_test::indicator;
using evaluate_test::scheme;

namespace {

/// Codes of the findings about the one indicator `k`, by `s`.
std::string codes(const kpi& k, const rating_scheme& s, int year = 2019, const strategy& with = {}) {
  strategy plan = with;
  plan.goals.emplace_back();
  plan.goals[0].id = "g";
  plan.goals[0].numeric_targets = {k};
  std::string all;
  for (const auto& f : evaluate_strategy(plan, s, year, built_in_rules().evaluation).findings) {
    if (f.code == "evaluate.rating.low" || f.code == "evaluate.actual.missing") continue;
    all += (all.empty() ? "" : " ") + f.code;
    const message* text = built_in_rules().messages.find(f.code);
    EXPECT_NE(text, nullptr) << f.code;
    const std::string said = built_in_rules().messages.render(f, language::ja);
    EXPECT_EQ(said.find('{'), std::string::npos) << said;
  }
  return all;
}

}  // namespace

TEST(traps, rising_formula_on_a_falling_indicator) {
  // 福岡市「刑法犯認知件数」: 12,681 against 9,300, printed 136.4.
  auto s = scheme("fukuoka-jimu-2024");
  const kpi k = indicator(indicator_aim::decrease, nullptr, "9300", "12681");
  EXPECT_EQ(codes(k, s), "");
  strategy plan;
  plan.verifications.emplace_back();
  plan.verifications[0].id = "v";
  plan.verifications[0].fiscal_year = 2019;
  plan.verifications[0].results.emplace_back();
  plan.verifications[0].results[0].subject = "k";
  plan.verifications[0].results[0].printed_rate = "136.4";
  EXPECT_EQ(codes(k, s, 2019, plan), "evaluate.printed.rising-formula");
  plan.verifications[0].results[0].printed_rate = "73.3";
  EXPECT_EQ(codes(k, s, 2019, plan), "");
  plan.verifications[0].results[0].printed_rate = "80.0％";
  EXPECT_EQ(codes(k, s, 2019, plan), "evaluate.printed.differs");
  s.falling = falling_formula::plain;
  EXPECT_EQ(codes(k, s), "evaluate.trap.rising-formula");
}

TEST(traps, negative_values_and_hidden_declines) {
  const auto s = scheme("hyogo-strategy-2023");
  // −7,004 against −214; 92.0 → 91.3 of 92.8 is a B; 25,109 → 19,629 of 26,500 is a C and needs no warning.
  EXPECT_EQ(codes(indicator(indicator_aim::increase, "-7260", "-214", "-7004"), s), "evaluate.trap.negative");
  EXPECT_EQ(codes(indicator(indicator_aim::increase, "92.0", "92.8", "91.3"), s), "evaluate.trap.hidden-decline");
  EXPECT_EQ(codes(indicator(indicator_aim::increase, "25109", "26500", "19629"), s), "");
}

TEST(traps, thin_steps_and_restarted_totals) {
  auto s = scheme("tochigi-genki-2016");  // progress
  // 100 → 101 wanted, 103.87: 387 % of a step of 1 %.
  EXPECT_EQ(codes(indicator(indicator_aim::increase, "100", "101", "103.87"), s), "evaluate.trap.thin-step");
  EXPECT_EQ(codes(indicator(indicator_aim::increase, "100", "150", "293.5"), s), "");
  // 岐阜県 line 51 as a progress: 1,006 lies below the old total of 5,854.
  kpi k = indicator(indicator_aim::increase, "5854", "7500", "1006");
  k.kind = indicator_kind::cumulative;
  EXPECT_EQ(codes(k, s), "evaluate.trap.restarted-total");
}

TEST(traps, ranks_have_no_ratio) {
  kpi k = indicator(indicator_aim::decrease, nullptr, "10", "12");
  k.kind = indicator_kind::rank;
  EXPECT_EQ(codes(k, scheme("fukuoka-jimu-2024")), "evaluate.trap.rank");
}

TEST(traps, old_provisional_and_raised) {
  const auto s = scheme("fukuoka-jimu-2024");
  strategy plan;
  plan.period.start = civil_day::make(2019, 4, 1);
  kpi k = indicator(indicator_aim::increase, nullptr, "10", "9", 2018);
  k.target->year = 2019;
  EXPECT_EQ(codes(k, s, 2019, plan), "evaluate.value.older-than-plan");
  EXPECT_EQ(codes(k, s, 2019), "evaluate.value.older-year");
  k.actuals[0].year = 2019;
  k.actuals[0].provisional = true;
  EXPECT_EQ(codes(k, s, 2019), "evaluate.value.provisional");
  k.actuals[0].provisional.reset();
  plan.revisions.emplace_back();
  plan.revisions[0].decided_on = civil_day::make(2019, 10, 1);
  plan.revisions[0].changes.emplace_back();
  plan.revisions[0].changes[0].subject = "k";
  plan.revisions[0].changes[0].member = "target";
  plan.revisions[0].changes[0].from = "20000";
  plan.revisions[0].changes[0].to = "30000";
  EXPECT_EQ(codes(k, s, 2019, plan), "evaluate.trap.changed-target");
  plan.revisions[0].decided_on = civil_day::make(2020, 10, 1);  // after the year that is verified
  EXPECT_EQ(codes(k, s, 2019, plan), "");
}
