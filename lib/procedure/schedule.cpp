#include <senryaku/procedure.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

std::optional<civil_day> begins(const milestone& step) {
  return step.done_on ? step.done_on : step.from;
}
std::optional<civil_day> ends(const milestone& step) {
  return step.done_on ? step.done_on : step.to;
}
std::string shown_name(const milestone& step) {
  return step.name.empty() ? step.id : step.name;
}

/// Steps are planned for a span of days. Kept: the first is over when the second begins. Broken: the second is over
/// before the first begins. Spans that overlap leave it open.
order_state compare(const milestone& first, const milestone& second, bool same_day) {
  const auto earlier_end = ends(first);
  const auto later_begin = begins(second);
  if (earlier_end && later_begin && (*earlier_end < *later_begin || (same_day && *earlier_end == *later_begin))) {
    return order_state::kept;
  }
  const auto earlier_begin = begins(first);
  const auto later_end = ends(second);
  if (!earlier_begin || !later_end) return order_state::unknown;
  const bool no_day_fits = *later_end < *earlier_begin || (!same_day && *later_end == *earlier_begin);
  return no_day_fits ? order_state::broken : order_state::unknown;
}

class schedule_walk {
 public:
  schedule_walk(const strategy& plan, civil_day as_of) : plan_(plan), as_of_(as_of) {}

  schedule_review run(const std::vector<schedule_rule>& rules, const std::vector<expected_step>& expected) {
    if (plan_.procedure) {
      for (const auto& step : steps()) result_.milestones.push_back(progress_of(step));
      find_next();
      report_unrecorded();
      for (const auto& rule : rules) apply(rule);
      apply_own_order();
      if (!steps().empty()) check_expected(expected);
    }
    check_regional_plans();
    return std::move(result_);
  }

 private:
  const std::vector<milestone>& steps() const { return plan_.procedure->milestones; }
  std::string pointer_of(const milestone& step) const {
    return "/procedure/milestones/" + std::to_string(&step - steps().data());
  }
  const milestone* find(std::string_view id) const {
    for (const auto& step : steps()) {
      if (step.id == id) return &step;
    }
    return nullptr;
  }
  void add(std::string_view code, std::string element, std::string pointer, std::vector<finding_value> values = {}) {
    result_.findings.push_back(
        {std::string(code), std::move(element), std::move(pointer), std::move(values), std::nullopt});
  }

  // ---- progress ----------------------------------------------------------------------------------------------------

  bool is_done(const milestone& step) const { return step.done_on && *step.done_on <= as_of_; }

  milestone_progress progress_of(const milestone& step) {
    milestone_progress progress{step.id, step.name, step.from, step.to, step.done_on, milestone_state::undated, {}, {}};
    if (step.done_on && *step.done_on > as_of_) {
      add("procedure.done.in-future", step.id, pointer_of(step) + "/done_on",
          {{"name", shown_name(step)}, {"day", step.done_on->to_string()}, {"as_of", as_of_.to_string()}});
    }
    if (is_done(step)) {
      progress.state = milestone_state::done;
      return progress;
    }
    if (step.to && *step.to < as_of_) {
      progress.state = milestone_state::unrecorded;
      progress.days_over = days_between(*step.to, as_of_);
    } else if (step.from && *step.from > as_of_) {
      progress.state = milestone_state::ahead;
    } else if (step.from && step.to) {
      progress.state = milestone_state::current;
    }
    for (const auto& id : step.after) {
      const milestone* before = find(id);
      if (before != nullptr && !is_done(*before)) progress.waits_for.push_back(id);
    }
    return progress;
  }

  void find_next() {
    std::optional<civil_day> first;
    for (const auto& step : result_.milestones) {
      if (step.state != milestone_state::ahead || (first && *step.from > *first)) continue;
      if (!first || *step.from < *first) result_.next.clear();
      first = step.from;
      result_.next.push_back(step.id);
    }
  }

  /// One finding for all of them: an adopted strategy has its schedule behind it.
  void report_unrecorded() {
    if (plan_.adopted_on || (plan_.status && *plan_.status != strategy_status::drafting)) return;
    const milestone* first = nullptr;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < result_.milestones.size(); ++i) {
      if (result_.milestones[i].state != milestone_state::unrecorded) continue;
      ++count;
      if (first == nullptr || *steps()[i].to < *first->to) first = &steps()[i];
    }
    if (first == nullptr) return;
    add("procedure.steps.unrecorded", first->id, pointer_of(*first),
        {{"count", std::to_string(count)}, {"first", shown_name(*first)}, {"planned_end", first->to->to_string()}});
  }

  // ---- order -------------------------------------------------------------------------------------------------------

  std::vector<const milestone*> choose(milestone_kind kind, step_choice which,
                                       std::optional<milestone_kind> since) const {
    std::optional<civil_day> from;
    for (const auto& step : steps()) {
      const auto day = begins(step);
      if (since && step.kind == since && day && (!from || *day < *from)) from = day;
    }
    std::vector<const milestone*> chosen;
    for (const auto& step : steps()) {
      const auto day = begins(step);
      if (step.kind == kind && !(from && day && *day < *from)) chosen.push_back(&step);
    }
    if (which == step_choice::every || chosen.size() < 2) return chosen;
    const auto by_day = [](const milestone* a, const milestone* b) { return begins(*a) < begins(*b); };
    const auto one = which == step_choice::first ? std::min_element(chosen.begin(), chosen.end(), by_day)
                                                 : std::max_element(chosen.begin(), chosen.end(), by_day);
    return {*one};
  }

  void report_broken(const order_check& check, const milestone& first, const milestone& second) {
    add("procedure.order.broken", second.id, pointer_of(second),
        {{"rule_ja", check.ja},
         {"rule_en", check.en},
         {"earlier", shown_name(first)},
         {"earlier_day", begins(first)->to_string()},
         {"later", shown_name(second)},
         {"later_day", ends(second)->to_string()}});
  }

  /// The rule over all pairs: broken by the first pair that breaks it, else unknown when a day is missing, else kept.
  void apply(const schedule_rule& rule) {
    std::optional<order_check> shown;
    const auto later = choose(rule.later, rule.which_later, rule.later_since);
    for (const milestone* first : choose(rule.earlier, rule.which_earlier, std::nullopt)) {
      for (const milestone* second : later) {
        if (first == second || (shown && shown->state == order_state::broken)) continue;
        order_check pair{rule.id,      compare(*first, *second, rule.same_day),
                         rule.ja,      rule.en,
                         first->id,    second->id,
                         ends(*first), begins(*second)};
        if (pair.state == order_state::broken) report_broken(pair, *first, *second);
        if (!shown || pair.state == order_state::broken ||
            (pair.state == order_state::unknown && shown->state == order_state::kept)) {
          shown = std::move(pair);
        }
      }
    }
    if (shown) result_.order.push_back(std::move(*shown));
  }

  /// What the schedule itself says comes after what. Month-wide plans of both steps are no contradiction.
  void apply_own_order() {
    for (const auto& step : steps()) {
      for (const auto& id : step.after) {
        const milestone* before = find(id);
        if (before == nullptr || before == &step) continue;
        order_check pair{"after",     compare(*before, step, true), {}, {}, before->id, step.id, ends(*before),
                         begins(step)};
        pair.ja = "「" + shown_name(step) + "」は「" + shown_name(*before) + "」のあと";
        pair.en = shown_name(step) + " comes after " + shown_name(*before);
        if (pair.state != order_state::broken) continue;
        report_broken(pair, *before, step);
        result_.order.push_back(std::move(pair));
      }
      if (is_in_circle(step))
        add("procedure.order.circular", step.id, pointer_of(step) + "/after", {{"name", shown_name(step)}});
    }
  }

  /// Whether following `after` from the step leads back to it.
  bool is_in_circle(const milestone& start) const {
    std::vector<const milestone*> open{&start};
    std::vector<const milestone*> seen;
    while (!open.empty()) {
      const milestone* step = open.back();
      open.pop_back();
      for (const auto& id : step->after) {
        const milestone* before = find(id);
        if (before == &start) return true;
        if (before == nullptr || std::find(seen.begin(), seen.end(), before) != seen.end()) continue;
        seen.push_back(before);
        open.push_back(before);
      }
    }
    return false;
  }

  void check_expected(const std::vector<expected_step>& expected) {
    for (const auto& wanted : expected) {
      const bool there = std::any_of(steps().begin(), steps().end(), [&](const milestone& step) {
        return step.kind && std::find(wanted.kinds.begin(), wanted.kinds.end(), *step.kind) != wanted.kinds.end();
      });
      if (!there)
        add("procedure.step.missing", {}, "/procedure/milestones", {{"step_ja", wanted.ja}, {"step_en", wanted.en}});
    }
  }

  // ---- regional plans ----------------------------------------------------------------------------------------------

  /// Adoption, application, certification, start: support needs the certified plan (地域再生法 Art. 5).
  void check_regional_plans() {
    for (std::size_t i = 0; i < plan_.regional_plans.size(); ++i) {
      const regional_plan& plan = plan_.regional_plans[i];
      const std::string pointer = "/regional_plans/" + std::to_string(i);
      const auto start = plan_.period.start;
      if (plan.applied_on && plan_.adopted_on && *plan.applied_on < *plan_.adopted_on) {
        add("procedure.plan.applied-early", plan.id, pointer + "/applied_on",
            {{"applied_on", plan.applied_on->to_string()}, {"adopted_on", plan_.adopted_on->to_string()}});
      }
      if (plan.certified_on && plan.applied_on && *plan.certified_on < *plan.applied_on) {
        add("procedure.plan.certified-early", plan.id, pointer + "/certified_on",
            {{"certified_on", plan.certified_on->to_string()}, {"applied_on", plan.applied_on->to_string()}});
      }
      if (plan.certified_on && start && *plan.certified_on > *start) {
        add("procedure.plan.certified-late", plan.id, pointer + "/certified_on",
            {{"certified_on", plan.certified_on->to_string()}, {"start", start->to_string()}});
      }
      const bool pending = plan.status == plan_status::drafting || plan.status == plan_status::applied;
      if (pending && !plan.certified_on && start && as_of_ >= *start) {
        add("procedure.plan.uncertified", plan.id, pointer + "/status",
            {{"start", start->to_string()}, {"as_of", as_of_.to_string()}});
      }
    }
  }

  const strategy& plan_;
  civil_day as_of_;
  schedule_review result_;
};

}  // namespace

schedule_review follow_schedule(const strategy& plan, const std::vector<schedule_rule>& rules,
                                const std::vector<expected_step>& expected, civil_day as_of) {
  return schedule_walk(plan, as_of).run(rules, expected);
}

}  // namespace v1
}  // namespace senryaku
