#include <senryaku/procedure.hpp>

namespace senryaku {
inline namespace v1 {
namespace {

std::optional<civil_day> begins(const milestone& step) { return step.done_on ? step.done_on : step.from; }
std::optional<civil_day> ends(const milestone& step) { return step.done_on ? step.done_on : step.to; }

milestone_progress progress_of(const milestone& step, civil_day as_of) {
  milestone_progress progress{step.id, step.name, step.from, step.to, step.done_on, milestone_state::undated};
  if (step.done_on) {
    progress.state = milestone_state::done;
  } else if (step.to && *step.to < as_of) {
    progress.state = milestone_state::unrecorded;
  } else if (step.from && *step.from > as_of) {
    progress.state = milestone_state::ahead;
  } else if (step.from && step.to) {
    progress.state = milestone_state::current;
  }
  return progress;
}

finding broken_order(const schedule_rule& rule, const milestone& first, const milestone& second, std::size_t index) {
  return {"procedure.order.broken", second.id, "/procedure/milestones/" + std::to_string(index),
          {{"rule_ja", rule.ja}, {"rule_en", rule.en}, {"earlier", first.name}, {"earlier_day", begins(first)->to_string()},
           {"later", second.name}, {"later_day", ends(second)->to_string()}},
          std::nullopt};
}

/// Steps are planned for a span of days. Kept: the first is over when the second begins. Broken: the second is over
/// before the first begins. Spans that overlap leave it open.
order_state compare(const schedule_rule& rule, const milestone& first, const milestone& second) {
  const auto earlier_end = ends(first);
  const auto later_begin = begins(second);
  if (earlier_end && later_begin &&
      (*earlier_end < *later_begin || (rule.same_day && *earlier_end == *later_begin))) {
    return order_state::kept;
  }
  const auto earlier_begin = begins(first);
  const auto later_end = ends(second);
  return earlier_begin && later_end && *later_end < *earlier_begin ? order_state::broken : order_state::unknown;
}

/// The rule over all pairs: broken by the first pair that breaks it, else unknown when a day is missing, else kept.
std::optional<order_check> apply(const schedule_rule& rule, const std::vector<milestone>& steps,
                                 std::vector<finding>& findings) {
  std::optional<order_check> result;
  for (const auto& first : steps) {
    if (first.kind != rule.earlier) continue;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const milestone& second = steps[i];
      if (second.kind != rule.later || &second == &first) continue;
      order_check pair{rule.id, order_state::unknown, rule.ja, rule.en, first.id, second.id, ends(first), begins(second)};
      pair.state = compare(rule, first, second);
      if (pair.state == order_state::broken) {
        findings.push_back(broken_order(rule, first, second, i));
        return pair;
      }
      if (!result || pair.state == order_state::unknown) result = pair;
    }
  }
  return result;
}

}  // namespace

schedule_review follow_schedule(const strategy& plan, const std::vector<schedule_rule>& rules, civil_day as_of) {
  schedule_review result;
  if (!plan.procedure) return result;
  const auto& steps = plan.procedure->milestones;
  for (const auto& step : steps) result.milestones.push_back(progress_of(step, as_of));
  for (const auto& rule : rules) {
    if (auto checked = apply(rule, steps, result.findings)) result.order.push_back(std::move(*checked));
  }
  return result;
}

}  // namespace v1
}  // namespace senryaku
