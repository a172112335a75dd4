/// One indicator under examination. Each check reads it and adds findings and the letter that they decide.
#pragma once

#include <senryaku/check.hpp>
#include <senryaku/series.hpp>

#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {

class examined {
 public:
  examined(const kpi& subject, const strategy& its_plan, const kpi_check_rules& its_rules, const kpi_place& its_place)
      : indicator(subject),
        plan(its_plan),
        rules(its_rules),
        place(its_place),
        name(plain_name(subject.name)),
        unit(plain_unit(subject.unit)),
        stated_unit(comparison_key(subject.unit)),
        context(comparison_key(its_place.context)),
        method(subject.measurement ? plain_method(subject.measurement->method) : std::string{}) {
    result.kpi = subject.id;
    result.name = subject.name;
    result.pointer = its_place.pointer;
  }

  bool is_qualitative() const { return indicator.kind == indicator_kind::qualitative; }
  const decimal* baseline() const {
    return indicator.baseline && indicator.baseline->value ? &*indicator.baseline->value : nullptr;
  }
  const decimal* target_value() const {
    return indicator.target && indicator.target->value ? &*indicator.target->value : nullptr;
  }
  bool is_level() const { return indicator.target->basis.value_or(target_basis::level) == target_basis::level; }
  const std::string& baseline_unit() const {
    return indicator.baseline->unit.empty() ? indicator.unit : indicator.baseline->unit;
  }
  const std::string& target_unit() const {
    return indicator.target->unit.empty() ? indicator.unit : indicator.target->unit;
  }
  /// A change, not an amount: 増減率, or in ％（2000年比）. It may lie below zero.
  bool is_change() const {
    return contains_any(name, rules.signed_terms) != nullptr ||
           contains_any(stated_unit, rules.signed_terms) != nullptr;
  }
  /// Only a year of the calendar can be counted with.
  static std::optional<int> of_calendar(std::optional<int> year) {
    return year && is_calendar_year(*year) ? year : std::nullopt;
  }
  std::optional<int> target_year() const { return of_calendar(indicator.target->year); }
  /// Figures of single years against a target for their sum.
  bool adds_up_years() const {
    return indicator.target && indicator.target->basis == target_basis::total &&
           indicator.kind != indicator_kind::cumulative;
  }
  /// The first year of the target's sum: as stated, or that of the plan.
  std::optional<int> sum_starts() const {
    if (indicator.target->from_year) return of_calendar(indicator.target->from_year);
    if (!plan.period.start) return std::nullopt;
    return fiscal_year::of(*plan.period.start).value();
  }
  bool unit_changes() const { return indicator.target && indicator.baseline && target_unit() != baseline_unit(); }

  void add(std::string_view code, std::string_view member, std::vector<finding_value> values = {}) {
    std::string pointer = result.pointer;
    if (!member.empty()) pointer += "/" + std::string(member);
    result.findings.push_back({std::string(code), indicator.id, std::move(pointer), std::move(values), std::nullopt});
  }
  void fail(verdict& letter, std::string_view code, std::string_view member, std::vector<finding_value> values = {}) {
    add(code, member, std::move(values));
    letter = verdict::fail;
  }

  const kpi& indicator;
  const strategy& plan;
  const kpi_check_rules& rules;
  const kpi_place& place;
  const std::string name;  ///< in the form in which names are compared, as the other texts
  const std::string unit;
  const std::string stated_unit;  ///< with its remark
  const std::string context;
  const std::string method;
  kpi_check result;
};

/// 意識調査 in 回 are surveys held; without a unit, or in %, nothing is said of what they found: 評価(満足度) says it.
bool says_what_is_counted(const examined& subject);
/// S: one thing, of somebody, in one unit.
void check_specific(examined& subject);
/// M: unit, baseline, target, method, source, frequency, denominator, scale.
void check_measurable(examined& subject);
/// A: side, distance, pace, limits, cost. Sets the band that the history supports.
void check_achievable(examined& subject);
/// R: an outcome, that the measure can move, tied to a goal. Needs `result.stage`; sets field, proposals, directness.
void check_relevant(examined& subject);
/// T: a deadline that fits the period and the values.
void check_time_bounded(examined& subject);

}  // namespace v1
}  // namespace senryaku
