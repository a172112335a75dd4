#include <senryaku/check.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

/// One indicator under examination: collects findings and the letters that they decide.
class examination {
 public:
  examination(const kpi& indicator, const strategy& plan, const stage_classifier& stages, std::string_view pointer)
      : kpi_(indicator), plan_(plan) {
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.pointer = pointer;
    result_.stage = stages.classify(indicator.name, indicator.unit, {}, indicator.stage);
  }

  kpi_check run() {
    check_specific();
    check_measurable();
    check_achievable();
    check_relevant();
    check_time_bounded();
    result_.objective_result = both(result_.measurable, result_.relevant);
    result_.adequate_level = result_.achievable;
    result_.directness = kpi_.contributes_to.empty() ? verdict::unknown : verdict::pass;
    return std::move(result_);
  }

 private:
  static verdict both(verdict a, verdict b) {
    if (a == verdict::fail || b == verdict::fail) return verdict::fail;
    return a == verdict::pass && b == verdict::pass ? verdict::pass : verdict::unknown;
  }

  bool is_qualitative() const { return kpi_.kind == indicator_kind::qualitative; }
  const decimal* baseline() const { return kpi_.baseline && kpi_.baseline->value ? &*kpi_.baseline->value : nullptr; }
  const decimal* target_value() const { return kpi_.target && kpi_.target->value ? &*kpi_.target->value : nullptr; }
  target_basis basis() const { return kpi_.target && kpi_.target->basis ? *kpi_.target->basis : target_basis::level; }

  void add(std::string_view code, std::string_view member, std::vector<finding_value> values = {}) {
    std::string pointer = result_.pointer;
    if (!member.empty()) pointer += "/" + std::string(member);
    result_.findings.push_back({std::string(code), kpi_.id, std::move(pointer), std::move(values), std::nullopt});
  }

  void check_specific() {
    result_.specific = verdict::pass;
    if (kpi_.unit.empty() && !is_qualitative()) {
      add("kpi.unit.missing", "unit");
      result_.specific = verdict::fail;
    }
  }

  void check_measurable() {
    result_.measurable = verdict::pass;
    if (is_qualitative()) {
      add("kpi.kind.qualitative", "kind");
      result_.measurable = verdict::fail;
    }
    if (kpi_.unit.empty()) result_.measurable = verdict::fail;
    // A total over the plan's years starts from nothing; every other level needs a value to start from.
    const bool counts_from_zero = basis() == target_basis::total || kpi_.kind == indicator_kind::cumulative;
    const bool nothing_before = kpi_.baseline && kpi_.baseline->unknown == unknown_reason::not_applicable;
    if (baseline() == nullptr && !counts_from_zero && !nothing_before) {
      add("kpi.baseline.missing", kpi_.baseline ? "baseline" : "");
      result_.measurable = verdict::fail;
    }
  }

  void check_achievable() {
    if (target_value() == nullptr) {
      if (!kpi_.target || kpi_.target->text.empty()) {
        const bool later = kpi_.target && kpi_.target->unknown == unknown_reason::not_set;
        const bool yearly_later = !kpi_.targets.empty() && kpi_.targets.front().unknown == unknown_reason::not_set;
        add(later || yearly_later ? "kpi.target.not-set" : "kpi.target.missing", kpi_.target ? "target" : "");
      }
      return;
    }
    if (baseline() == nullptr || !kpi_.aim || basis() != target_basis::level) return;
    if (kpi_.target->unit != kpi_.baseline->unit) {
      add("kpi.unit.changed", "target",
          {{"baseline_unit", kpi_.baseline->unit}, {"target_unit", kpi_.target->unit}});
      result_.achievable = verdict::fail;
      return;
    }
    result_.achievable = verdict::pass;
    compare_levels(*baseline(), *target_value());
  }

  void compare_levels(const decimal& from, const decimal& to) {
    const std::vector<finding_value> values{{"baseline", from.to_string()}, {"target", to.to_string()}, {"unit", kpi_.unit}};
    const bool rising = *kpi_.aim == indicator_aim::increase;
    const bool falling = *kpi_.aim == indicator_aim::decrease;
    if ((rising && to < from) || (falling && to > from)) {
      add("kpi.target.wrong-side", "target", values);
      result_.achievable = verdict::fail;
    } else if ((rising || falling) && to == from) {
      add("kpi.target.no-change", "target", values);
      result_.achievable = verdict::fail;
    } else {
      check_already_reached(to, rising, falling);
    }
  }

  /// Reached by the newest result that was there when the target was set: one not later than the plan's first day.
  void check_already_reached(const decimal& to, bool rising, bool falling) {
    const observation* newest = nullptr;
    for (const auto& actual : kpi_.actuals) {
      if (!actual.value || !actual.year || !plan_.period.start) continue;
      if (*actual.year >= fiscal_year::of(*plan_.period.start).value()) continue;
      if (newest == nullptr || *actual.year > *newest->year) newest = &actual;
    }
    if (newest == nullptr) return;
    if ((rising && *newest->value >= to) || (falling && *newest->value <= to)) {
      add("kpi.target.already-reached", "target",
          {{"actual", newest->value->to_string()}, {"year", std::to_string(*newest->year)}, {"target", to.to_string()}});
      result_.achievable = verdict::fail;
    }
  }

  void check_relevant() {
    const auto& decided = result_.stage.stage;
    std::string cues;
    for (const auto& cue : result_.stage.cues) {
      if (!cue.text.empty()) cues += (cues.empty() ? "" : "・") + cue.text;
    }
    if (result_.stage.contradicts_declared) {
      add("kpi.stage.contradicted", "stage", {{"cues", cues}});
      return;  // the town and the wording disagree: a person has to decide
    }
    const auto stage = kpi_.stage ? kpi_.stage : decided;
    if (!stage) return;
    result_.relevant = *stage == indicator_stage::outcome ? verdict::pass : verdict::fail;
    if (*stage != indicator_stage::outcome) add("kpi.stage.output", "name", {{"name", kpi_.name}, {"cues", cues}});
  }

  void check_time_bounded() {
    const auto& goal_year = kpi_.target;
    if (!goal_year || (!goal_year->year && !goal_year->day)) {
      if (goal_year && !goal_year->printed_period.empty()) return;  // a period in words: not decided
      if (!kpi_.targets.empty()) return;
      add("kpi.deadline.missing", goal_year ? "target" : "");
      result_.time_bounded = verdict::fail;
      return;
    }
    result_.time_bounded = verdict::pass;
    const auto last = last_day(plan_);
    if (!last) return;
    const int last_year = fiscal_year::of(*last).value();
    const int year = goal_year->year ? *goal_year->year : fiscal_year::of(*goal_year->day).value();
    const std::vector<finding_value> values{{"year", std::to_string(year)}, {"last_year", std::to_string(last_year)}};
    if (year > last_year + 1) {
      add("kpi.deadline.after-period", "target", values);
      result_.time_bounded = verdict::fail;
    } else if (year == last_year + 1) {
      add("kpi.deadline.year-after-period", "target", values);
    }
    if (plan_.period.start && year < fiscal_year::of(*plan_.period.start).value()) {
      add("kpi.deadline.before-period", "target", values);
      result_.time_bounded = verdict::fail;
    }
  }

  const kpi& kpi_;
  const strategy& plan_;
  kpi_check result_;
};

}  // namespace

kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages, std::string_view pointer) {
  return examination(indicator, plan, stages, pointer).run();
}

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages) {
  strategy_check result;
  for_each_kpi(plan, [&](const kpi& indicator, const goal*, const measure*, const std::string& pointer) {
    result.kpis.push_back(check_kpi(indicator, plan, stages, pointer));
  });
  return result;
}

}  // namespace v1
}  // namespace senryaku
