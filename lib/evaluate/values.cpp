#include "evaluate/values.hpp"

#include <senryaku/series.hpp>

#include <algorithm>
#include <limits>

#include "evaluate/bands.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

missing_case case_of(unknown_reason reason) {
  switch (reason) {
    case unknown_reason::not_surveyed:
      return missing_case::not_surveyed;
    case unknown_reason::not_collected:
      return missing_case::not_collected;
    case unknown_reason::suspended:
      return missing_case::suspended;
    case unknown_reason::not_set:
      return missing_case::not_set;
    case unknown_reason::not_published:
      return missing_case::not_published;
    case unknown_reason::not_applicable:
      break;
  }
  return missing_case::not_applicable;
}

const observation* entry_of(const kpi& indicator, int year) {
  for (auto at = indicator.actuals.rbegin(); at != indicator.actuals.rend(); ++at) {
    if (at->year == year) return &*at;
  }
  return nullptr;
}

std::optional<ratio> difference(const std::optional<ratio>& a, const std::optional<ratio>& b) {
  return a && b ? ratio::subtract(*a, *b) : std::nullopt;
}

}  // namespace

const observation* newest_actual(const kpi& indicator, int year) {
  const observation* newest = nullptr;
  const bool final_year = indicator.target && indicator.target->year && *indicator.target->year <= year;
  for (const auto& actual : indicator.actuals) {
    if (!actual.value) continue;
    if (!actual.year) {
      if (final_year) return &actual;
      continue;
    }
    if (*actual.year > year || (newest != nullptr && *actual.year < *newest->year)) continue;
    const bool same_year = newest != nullptr && *actual.year == *newest->year;
    if (same_year && actual.provisional.value_or(false) && !newest->provisional.value_or(false)) continue;
    newest = &actual;
  }
  return newest;
}

/// What the scheme does in the case; false when the value is not to be rated.
bool value_chooser::treat(missing_case when, missing_treatment otherwise, rate_gap gap) {
  const auto rule = std::find_if(scheme_.missing.begin(), scheme_.missing.end(),
                                 [&](const missing_rule& entry) { return entry.when == when; });
  const missing_treatment treatment = rule == scheme_.missing.end() ? otherwise : rule->treat;
  if (treatment == missing_treatment::newest_value) return true;
  if (treatment == missing_treatment::own_year && values_.observed != nullptr && values_.observed->year) {
    values_.year = *values_.observed->year;
    return true;
  }
  if (rule != scheme_.missing.end()) values_.symbol = rule->symbol;
  values_.left_out = treatment == missing_treatment::left_out;
  return no(gap);
}

bool value_chooser::find_actual() {
  const observation* entry = entry_of(kpi_, values_.year);
  values_.observed = newest_actual(kpi_, values_.year);
  if (values_.observed != nullptr) {
    values_.actual = ratio(*values_.observed->value);
    if (values_.observed->year) {
      if (const observation* before = newest_actual(kpi_, *values_.observed->year - 1))
        values_.previous = ratio(*before->value);
    }
  }
  const bool of_this_year =
      values_.observed != nullptr && (!values_.observed->year || *values_.observed->year == values_.year);
  if (!of_this_year && entry != nullptr) {
    values_.unknown = entry->unknown.value_or(unknown_reason::not_collected);
    if (!treat(case_of(*values_.unknown), missing_treatment::not_rated, rate_gap::no_actual)) return false;
  }
  if (values_.observed == nullptr) return no(rate_gap::no_actual);
  const auto first = first_year();
  if (values_.observed->year && first && *values_.observed->year < *first &&
      !treat(missing_case::older_than_plan, missing_treatment::not_rated, rate_gap::older_than_plan))
    return false;
  if (!of_this_year && entry == nullptr &&
      !treat(missing_case::no_entry, missing_treatment::newest_value, rate_gap::no_actual))
    return false;
  return !values_.observed->provisional.value_or(false) ||
         treat(missing_case::provisional, missing_treatment::newest_value, rate_gap::provisional);
}

void value_chooser::find_baseline() {
  if (kpi_.baseline && kpi_.baseline->value) {
    values_.baseline = ratio(*kpi_.baseline->value);
  } else if (scheme_.missing_baseline_is_zero) {
    values_.baseline = ratio{};
  }
}

/// The first year that the plan can answer for: its start, or the first of the yearly targets.
std::optional<int> value_chooser::first_year() const {
  if (plan_start_year_) return plan_start_year_;
  std::optional<int> first;
  for (const auto& yearly : kpi_.targets) {
    if (!yearly.year) return std::nullopt;
    first = std::min(first.value_or(*yearly.year), *yearly.year);
  }
  return first;
}

const target* value_chooser::target_of(int year) const {
  if (scheme_.compared_with != target_comparison::annual_target) return kpi_.target ? &*kpi_.target : nullptr;
  for (const auto& yearly : kpi_.targets) {
    if (yearly.year == year && (yearly.value || !yearly.text.empty())) return &yearly;
  }
  const bool final_is_due = kpi_.target && (!kpi_.target->year || *kpi_.target->year <= year);
  return final_is_due ? &*kpi_.target : nullptr;
}

std::optional<ratio> value_chooser::level_of(const target& aimed) {
  const target_basis basis = aimed.basis.value_or(target_basis::level);
  const bool from_baseline = basis == target_basis::increment || basis == target_basis::change_rate;
  if (from_baseline && !values_.baseline) no(rate_gap::no_baseline);
  return senryaku::level_of(aimed, values_.baseline);
}

/// The point of this year on the way, for schemes that compare with one.
std::optional<ratio> value_chooser::move_along(const ratio& level) {
  if (scheme_.compared_with == target_comparison::straight_line) {
    auto point = point_on_line(kpi_, level, values_.year);
    if (!point) no(values_.baseline ? rate_gap::no_target : rate_gap::no_baseline);
    return point;
  }
  if (scheme_.compared_with != target_comparison::elapsed_share) return level;
  const int last = static_cast<int>(scheme_.elapsed_shares.size()) - 1;
  std::optional<int> index;
  if (plan_start_year_) {
    index = values_.year - *plan_start_year_;
  } else if (kpi_.target && kpi_.target->year) {  // the last share is that of the final target's year
    index = last - (*kpi_.target->year - values_.year);
  }
  if (!index || *index < 0 || last < 0) {
    no(rate_gap::no_target);
    return std::nullopt;
  }
  const auto share =
      ratio::divide(scheme_.elapsed_shares[static_cast<std::size_t>(std::min(*index, last))], decimal(100));
  const bool from_baseline = scheme_.formula == rate_formula::progress && values_.baseline;
  const auto way = from_baseline ? ratio::subtract(level, *values_.baseline) : level;
  const auto part = share && way ? ratio::multiply(*way, *share) : std::nullopt;
  return part && from_baseline ? ratio::add(*values_.baseline, *part) : part;
}

bool value_chooser::find_level() {
  values_.aimed = target_of(values_.year);
  const bool has_value = values_.aimed != nullptr && values_.aimed->value;
  if (values_.aimed != nullptr) values_.target_text = values_.aimed->text;
  const bool against_previous = scheme_.compared_with == target_comparison::previous_value;
  if (against_previous && scheme_.formula != rate_formula::compare) values_.level = values_.previous;
  if (against_previous || (!has_value && !values_.target_text.empty())) {
    return values_.previous || no(rate_gap::no_previous);
  }
  if (!has_value) {
    if (scheme_.formula == rate_formula::change) return values_.baseline || no(rate_gap::no_baseline);
    treat(missing_case::no_target, missing_treatment::not_rated, rate_gap::no_target);
    return no(rate_gap::no_target);
  }
  values_.level = level_of(*values_.aimed);
  if (values_.level) values_.level = move_along(*values_.level);
  return values_.level || (values_.gap != rate_gap::none ? false : no(rate_gap::too_large));
}

/// Totals that hold what was there before the plan, as totals of the plan alone.
void value_chooser::convert_to_restarted() {
  const auto first = first_year();
  const auto restarted = [&](std::optional<int> from_year) { return first && from_year && *from_year >= *first; };
  const auto converted = [&](std::optional<ratio>& value, std::optional<int> from_year) {
    if (value && !restarted(from_year)) value = difference(value, values_.baseline);
  };
  converted(values_.actual, values_.observed->from_year);
  converted(values_.level, values_.aimed != nullptr ? values_.aimed->from_year : std::nullopt);
  if (values_.baseline) values_.baseline = ratio{};
}

/// The year's own share of running totals: the total less the one of the year before (the first year: less nothing).
void value_chooser::convert_to_single_year() {
  const int before = values_.year - 1;
  const auto first = first_year();
  const bool from_nothing = first && values_.year == *first && !values_.baseline;
  std::optional<ratio> last_total, last_level;
  if (from_nothing) {
    last_total = last_level = ratio{};
  } else if (kpi_.baseline && kpi_.baseline->year == before) {
    last_total = last_level = values_.baseline;
  }
  if (const observation* entry = entry_of(kpi_, before); entry != nullptr && entry->value)
    last_total = ratio(*entry->value);
  const target* earlier = target_of(before);
  if (earlier != nullptr && earlier != values_.aimed && earlier->value) last_level = level_of(*earlier);
  values_.actual = difference(values_.actual, last_total);
  values_.level = difference(values_.level, last_level);
  values_.baseline.reset();
}

/// Figures of single years against a target for their total.
void value_chooser::add_up() {
  const auto first = values_.aimed->from_year ? values_.aimed->from_year : first_year();
  if (!first) return void(values_.actual.reset());
  std::optional<ratio> total = ratio{};
  for (int year = *first; year <= values_.year && total; ++year) {
    const observation* entry = entry_of(kpi_, year);
    total = entry != nullptr && entry->value ? ratio::add(*total, *entry->value) : std::nullopt;
  }
  values_.actual = total;
}

void value_chooser::convert_totals() {
  const bool is_total = kpi_.kind == indicator_kind::cumulative;
  const bool level_is_total = values_.aimed != nullptr && values_.aimed->basis == target_basis::total;
  switch (scheme_.totals) {
    case totals_rule::as_stated:
      return;
    case totals_rule::restarted:
      if (is_total) convert_to_restarted();
      break;
    case totals_rule::per_year:
      if (is_total) convert_to_single_year();
      break;
    case totals_rule::summed:
      if (!is_total && level_is_total) add_up();
      break;
  }
  const bool by_baseline = scheme_.totals == totals_rule::restarted;
  if (!values_.actual || !values_.level) no(by_baseline ? rate_gap::no_baseline : rate_gap::no_previous);
}

compared_values value_chooser::choose() {
  find_baseline();
  if (!find_actual()) {
    values_.aimed = target_of(values_.year);
    return values_;
  }
  if (find_level() && values_.level) convert_totals();
  return values_;
}

}  // namespace v1
}  // namespace senryaku
