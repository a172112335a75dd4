#include <senryaku/check.hpp>

#include "check/level.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// One indicator under examination: collects findings and the letters that they decide.
class examination {
 public:
  examination(const kpi& indicator, const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules,
              std::string_view context, std::string_view pointer)
      : kpi_(indicator),
        plan_(plan),
        rules_(rules),
        name_(comparison_key(indicator.name)),
        unit_(comparison_key(indicator.unit)) {
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.pointer = pointer;
    result_.stage = stages.classify(indicator.name, indicator.unit, context, indicator.stage);
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

  void fail(verdict& letter, std::string_view code, std::string_view member, std::vector<finding_value> values = {}) {
    add(code, member, std::move(values));
    letter = verdict::fail;
  }

  bool has_method() const { return kpi_.measurement && !kpi_.measurement->method.empty(); }

  void check_specific() {
    result_.specific = verdict::pass;
    if (kpi_.unit.empty() && !is_qualitative()) fail(result_.specific, "kpi.unit.missing", "unit");
    if (const auto* ending = ends_with_any(name_, rules_.slogan_endings)) {
      fail(result_.specific, "kpi.name.slogan", "name", {{"term", *ending}});
    }
    const auto* term = contains_any(name_, rules_.vague_terms);
    if (term != nullptr && !has_method()) fail(result_.specific, "kpi.name.vague", "name", {{"term", *term}});
    if (names_two_quantities(name_, rules_)) fail(result_.specific, "kpi.name.two-quantities", "name");
    if (ends_with_any(name_, rules_.quantity_endings) != nullptr && is_any(unit_, rules_.ratio_units)) {
      fail(result_.specific, "kpi.unit.ratio-of-quantity", "unit", {{"unit", kpi_.unit}});
    }
  }

  void check_measurable() {
    result_.measurable = verdict::pass;
    if (is_qualitative()) fail(result_.measurable, "kpi.kind.qualitative", "kind");
    if (kpi_.unit.empty()) result_.measurable = verdict::fail;
    const bool nothing_before = kpi_.baseline && kpi_.baseline->unknown == unknown_reason::not_applicable;
    if (baseline() == nullptr && !nothing_before) {
      fail(result_.measurable, "kpi.baseline.missing", kpi_.baseline ? "baseline" : "");
    }
    if (!has_method()) fail(result_.measurable, "kpi.method.missing", "");
    if (target_value() == nullptr) check_target_without_value();
    if (ends_with_any(name_, rules_.ratio_names) != nullptr && is_any(unit_, rules_.count_units)) {
      fail(result_.measurable, "kpi.unit.count-of-ratio", "unit", {{"unit", kpi_.unit}});
    }
    if (kpi_.target && kpi_.baseline && kpi_.target->unit != kpi_.baseline->unit) {
      fail(result_.measurable, "kpi.unit.changed", "target",
           {{"baseline_unit", kpi_.baseline->unit}, {"target_unit", kpi_.target->unit}});
    }
    check_scale();
    check_sample();
  }

  void check_target_without_value() {
    result_.measurable = verdict::fail;
    if (kpi_.target && !kpi_.target->text.empty()) {
      add("kpi.target.in-words", "target", {{"text", kpi_.target->text}});
      return;
    }
    const bool later = kpi_.target && kpi_.target->unknown == unknown_reason::not_set;
    const bool yearly_later = !kpi_.targets.empty() && kpi_.targets.front().unknown == unknown_reason::not_set;
    add(later || yearly_later ? "kpi.target.not-set" : "kpi.target.missing", kpi_.target ? "target" : "");
  }

  void check_scale() {
    const auto jump = find_scale_jump(kpi_, rules_);
    if (!jump) return;
    fail(result_.measurable, "kpi.actual.scale-changed", "actuals",
         {{"before", jump->first.to_string()}, {"after", jump->second.to_string()}});
  }

  void check_sample() {
    if (!has_method()) return;
    const auto size = stated_sample(kpi_.measurement->method);
    if (size && *size < rules_.smallest_sample) {
      fail(result_.measurable, "kpi.method.small-sample", "measurement", {{"size", std::to_string(*size)}});
    }
  }

  void check_achievable() {
    if (target_value() == nullptr || !kpi_.aim || basis() != target_basis::level) return;
    if (kpi_.target && kpi_.baseline && kpi_.target->unit != kpi_.baseline->unit) return;
    if (baseline() == nullptr && kpi_.actuals.empty()) return;
    result_.achievable = verdict::pass;
    for (auto& problem : check_level(kpi_, plan_, rules_)) {
      problem.element = kpi_.id;
      problem.pointer = result_.pointer + "/target";
      result_.findings.push_back(std::move(problem));
      result_.achievable = verdict::fail;
    }
  }

  void check_relevant() {
    // The name of a wish or a survey counts nothing, so it is neither output nor outcome.
    if (ends_with_any(name_, rules_.slogan_endings) != nullptr && kpi_.unit.empty()) return;
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
    const int year = goal_year->year ? *goal_year->year : fiscal_year::of(*goal_year->day).value();
    check_against_values(year);
    const auto last = last_day(plan_);
    if (!last) return;
    const int last_year = fiscal_year::of(*last).value();
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

  /// A target year that is not after the newest value known when the target stood has nothing left to be reached.
  void check_against_values(int year) {
    std::optional<int> newest;
    if (kpi_.baseline && kpi_.baseline->value) newest = kpi_.baseline->year;
    for (const auto& actual : kpi_.actuals) {
      const bool of_the_plan = plan_.period.start && actual.year && *actual.year >= fiscal_year::of(*plan_.period.start).value();
      if (actual.value && actual.year && !of_the_plan && (!newest || *actual.year > *newest)) newest = actual.year;
    }
    if (!newest || year > *newest) return;
    add("kpi.deadline.not-after-newest", "target", {{"year", std::to_string(year)}, {"newest", std::to_string(*newest)}});
    result_.time_bounded = verdict::fail;
  }

  const kpi& kpi_;
  const strategy& plan_;
  const kpi_check_rules& rules_;
  std::string name_;  ///< NFKC
  std::string unit_;
  kpi_check result_;
};

}  // namespace

kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules,
                    std::string_view context, std::string_view pointer) {
  return examination(indicator, plan, stages, rules, context, pointer).run();
}

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules) {
  strategy_check result;
  for_each_kpi(plan, [&](const kpi& indicator, const goal* aim, const measure* part, const std::string& pointer) {
    const std::string& context = part != nullptr ? part->name : aim != nullptr ? aim->name : plan.name;
    result.kpis.push_back(check_kpi(indicator, plan, stages, rules, context, pointer));
  });
  return result;
}

}  // namespace v1
}  // namespace senryaku
