#include "check/examined.hpp"
#include "check/level.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

void check_target_without_value(examined& subject) {
  const kpi& indicator = subject.indicator;
  subject.result.measurable = verdict::fail;
  if (indicator.target && !indicator.target->text.empty()) {
    subject.add("kpi.target.in-words", "target", {{"text", indicator.target->text}});
    return;
  }
  const bool later = indicator.target && indicator.target->unknown == unknown_reason::not_set;
  const bool yearly_later = !indicator.targets.empty() && indicator.targets.front().unknown == unknown_reason::not_set;
  subject.add(later || yearly_later ? "kpi.target.not-set" : "kpi.target.missing", indicator.target ? "target" : "");
}

/// 教室数 → 教室
std::string_view counted_thing(std::string_view unit) {
  constexpr std::string_view number = "数";
  const bool ends = unit.size() > number.size() && unit.substr(unit.size() - number.size()) == number;
  return ends ? unit.substr(0, unit.size() - number.size()) : unit;
}

void check_units(examined& subject) {
  const kpi& indicator = subject.indicator;
  verdict& letter = subject.result.measurable;
  if (ends_with_any(subject.name, subject.rules.ratio_names) != nullptr &&
      is_any(counted_thing(subject.unit), subject.rules.count_units)) {
    subject.fail(letter, "kpi.unit.count-of-ratio", "unit", {{"unit", indicator.unit}});
  }
  if (subject.unit_changes()) {
    subject.fail(letter, "kpi.unit.changed", "target",
                 {{"baseline_unit", subject.baseline_unit()}, {"target_unit", subject.target_unit()}});
  }
  if (const auto jump = find_scale_jump(indicator, subject.rules)) {
    subject.fail(letter, "kpi.actual.scale-changed", "actuals",
                 {{"before", jump->first.to_string()}, {"after", jump->second.to_string()}});
  }
}

/// A sum of years says nothing against the figure of one, unless the target says which years it adds up.
void check_sum(examined& subject) {
  verdict& letter = subject.result.measurable;
  const kpi& indicator = subject.indicator;
  if (subject.adds_up_years()) {
    if (!subject.sum_starts()) subject.fail(letter, "kpi.target.sum-without-start", "target");
    return;
  }
  if (subject.baseline() == nullptr || indicator.baseline->from_year) return;
  const std::string said = subject.method + comparison_key(indicator.note + indicator.baseline->note);
  const auto* total = contains_any(said + subject.name, subject.rules.total_marks);
  const auto* one_year = contains_any(said, subject.rules.one_year_marks);
  if (total != nullptr && one_year != nullptr) {
    subject.fail(letter, "kpi.baseline.one-year", "baseline", {{"total", *total}, {"one_year", *one_year}});
  }
}

/// A method on a scale of five cannot give 78.
void check_scale(examined& subject) {
  const auto top = stated_scale(subject.method);
  if (!top || is_any(subject.unit, subject.rules.ratio_units)) return;
  for (const decimal* value : {subject.baseline(), subject.target_value()}) {
    if (value == nullptr || *value <= decimal(*top)) continue;
    subject.fail(subject.result.measurable, "kpi.method.other-scale", "measurement",
                 {{"scale", std::to_string(*top)}, {"value", value->to_string()}});
    return;
  }
}

void check_method(examined& subject) {
  verdict& letter = subject.result.measurable;
  if (subject.method.empty()) return subject.fail(letter, "kpi.method.missing", "");
  const measurement& how = *subject.indicator.measurement;
  if (how.source.empty()) subject.add("kpi.source.missing", "measurement");
  if (how.frequency.empty()) subject.add("kpi.frequency.missing", "measurement");
  const auto size = stated_sample(subject.method);
  if (size && *size < subject.rules.smallest_sample) {
    subject.fail(letter, "kpi.method.small-sample", "measurement", {{"size", std::to_string(*size)}});
  }
  check_scale(subject);
  const auto* open = ends_with_any(subject.name, subject.rules.open_ratio_names);
  const bool settled =
      contains_any(subject.name, subject.rules.denominator_marks) != nullptr ||
      contains_any(subject.method, subject.rules.denominator_marks) != nullptr ||
      contains_any(comparison_key(subject.indicator.definition), subject.rules.denominator_marks) != nullptr;
  if (open != nullptr && is_any(subject.unit, subject.rules.ratio_units) && !settled) {
    subject.fail(letter, "kpi.denominator.undefined", "measurement", {{"term", *open}});
  }
}

}  // namespace

void check_measurable(examined& subject) {
  const kpi& indicator = subject.indicator;
  verdict& letter = subject.result.measurable;
  letter = verdict::pass;
  if (subject.is_qualitative()) subject.fail(letter, "kpi.kind.qualitative", "kind");
  if (subject.unit.empty() && !subject.is_qualitative()) subject.fail(letter, "kpi.unit.missing", "unit");
  const bool nothing_before = indicator.baseline && indicator.baseline->unknown == unknown_reason::not_applicable;
  if (subject.baseline() == nullptr && !nothing_before) {
    subject.fail(letter, "kpi.baseline.missing", indicator.baseline ? "baseline" : "");
  }
  if (subject.target_value() == nullptr) check_target_without_value(subject);
  check_method(subject);
  check_units(subject);
  check_sum(subject);
}

}  // namespace v1
}  // namespace senryaku
