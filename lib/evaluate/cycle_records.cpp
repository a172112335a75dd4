#include "evaluate/cycle_records.hpp"

#include <senryaku/series.hpp>

#include <algorithm>
#include <set>

namespace senryaku {
inline namespace v1 {
namespace {

/// Low: a class of the scheme that is neither good nor given for want of a value. Unknown for other symbols.
std::optional<bool> is_low(const rating_scheme& scheme, const std::string& symbol) {
  for (const auto& band : scheme.bands) {
    if (band.symbol != symbol) continue;
    return !band.good && band.when != rating_condition::not_rated;
  }
  return std::nullopt;
}

bool has_value(const kpi& indicator, int year) {
  const bool final_year = indicator.target && indicator.target->year == year;
  return std::any_of(indicator.actuals.begin(), indicator.actuals.end(), [&](const observation& seen) {
    return seen.value && (seen.year ? *seen.year == year : final_year);
  });
}

bool has_target(const kpi& indicator, int year) {
  const auto usable = [](const target& aimed) { return aimed.value || !aimed.text.empty(); };
  return (indicator.target && usable(*indicator.target)) ||
         std::any_of(indicator.targets.begin(), indicator.targets.end(),
                     [&](const target& aimed) { return aimed.year == year && usable(aimed); });
}

/// What became of a decision by the end of fiscal year `year`.
follow_up_state follow_up_of(const verification_result& result, int year) {
  const bool change =
      result.decision && *result.decision != decision::continue_as_is && *result.decision != decision::complete;
  if (!change) return follow_up_state::none_needed;
  if (!result.follow_up) return follow_up_state::not_stated;
  const follow_up& next = *result.follow_up;
  if (next.done.value_or(false)) return follow_up_state::done;
  if (next.action.empty() && next.result.empty() && !next.due_year) return follow_up_state::not_stated;
  return next.due_year && *next.due_year <= year ? follow_up_state::overdue : follow_up_state::planned;
}

}  // namespace

std::optional<int> verified_year(const verification& held) {
  if (held.fiscal_year) return is_calendar_year(*held.fiscal_year) ? held.fiscal_year : std::nullopt;
  if (!held.held_on) return std::nullopt;
  return fiscal_year::of(*held.held_on).value() - 1;
}

std::string cycle_records::name_of(const std::string& id) const {
  const auto found = elements_.find(id);
  return found == elements_.end() ? id : found->second.name;
}

const rating_scheme& cycle_records::scheme_of(const verification& held) const {
  const auto found = std::find_if(schemes_.begin(), schemes_.end(),
                                  [&](const rating_scheme& known) { return known.id == held.scheme; });
  return held.scheme.empty() || found == schemes_.end() ? scheme_ : *found;
}

const kpi* cycle_records::find_indicator(const std::string& id) const {
  const auto found = indicators_.find(id);
  return found == indicators_.end() ? nullptr : found->second;
}

decision_record cycle_records::record_of(const verification& held, const verification_result& result,
                                         std::string pointer, int year) const {
  const rating_scheme& scheme = scheme_of(held);
  decision_record record;
  record.fiscal_year = verified_year(held);
  record.subject = result.subject;
  record.name = name_of(result.subject);
  record.pointer = std::move(pointer);
  const kpi* indicator = find_indicator(result.subject);
  if (indicator != nullptr && record.fiscal_year)
    record.computed = evaluate_kpi(*indicator, scheme, *record.fiscal_year, first_year_).rating;
  record.proposed = result.proposed_rating;
  record.rating = result.rating;
  record.decided_by = result.decided_by;
  record.rating_reason = result.rating_reason;
  const std::string& proposal = record.proposed.empty() ? record.computed : record.proposed;
  const std::string& valid = record.rating.empty() ? proposal : record.rating;
  if (!valid.empty()) record.low = is_low(scheme, valid);
  if (!record.rating.empty() && !proposal.empty()) record.differs = record.rating != proposal;
  record.decision = result.decision;
  record.decision_reason = result.decision_reason;
  record.follow_up = follow_up_of(result, year);
  if (result.follow_up) record.action = result.follow_up->action;
  record.opinions = static_cast<std::int64_t>(result.opinions.size());
  record.unanswered = std::count_if(result.opinions.begin(), result.opinions.end(),
                                    [](const expert_opinion& opinion) { return opinion.answer.empty(); });
  return record;
}

std::vector<decision_record> cycle_records::all(int year) const {
  std::vector<decision_record> records;
  std::set<std::string> recorded;
  for (std::size_t i = 0; i < plan_.verifications.size(); ++i) {
    const verification& held = plan_.verifications[i];
    const auto about = verified_year(held);
    if (about && *about > year) continue;
    for (std::size_t j = 0; j < held.results.size(); ++j) {
      std::string pointer = "/verifications/" + std::to_string(i) + "/results/" + std::to_string(j);
      records.push_back(record_of(held, held.results[j], std::move(pointer), year));
      if (about == year) recorded.insert(held.results[j].subject);
    }
  }
  for_each_kpi(plan_, [&](const kpi& indicator, const goal*, const measure*, const std::string& pointer) {
    if (recorded.count(indicator.id) > 0) return;
    const kpi_evaluation computed = evaluate_kpi(indicator, scheme_, year, first_year_);
    if (computed.gap != rate_gap::none || computed.rating.empty() || computed.good) return;
    decision_record record;
    record.fiscal_year = year;
    record.subject = indicator.id;
    record.name = indicator.name;
    record.pointer = pointer;
    record.computed = computed.rating;
    record.low = true;
    records.push_back(std::move(record));
  });
  return records;
}

year_counts cycle_records::count(int year) const {
  year_counts counts;
  std::set<std::string> rated;
  for (const auto& record : all(year)) {
    if (record.fiscal_year != year) continue;
    if (!record.rating.empty() || !record.proposed.empty()) rated.insert(record.subject);
    if (!record.low.value_or(false)) continue;
    ++counts.low;
    if (record.decision) ++counts.decided;
  }
  for_each_kpi(plan_, [&](const kpi& indicator, const goal*, const measure*, const std::string&) {
    ++counts.indicators;
    if (has_target(indicator, year)) ++counts.with_target;
    if (!has_value(indicator, year)) return;
    ++counts.with_value;
    if (rated.count(indicator.id) > 0) ++counts.rated;
  });
  return counts;
}

bool cycle_records::has_step(cycle_step_kind kind, int year, std::optional<civil_day>& day) const {
  if (kind == cycle_step_kind::values) return count(year).with_value > 0;
  const auto records = [&](const verification& held, auto&& holds) {
    return std::any_of(held.results.begin(), held.results.end(), holds);
  };
  for (const auto& held : plan_.verifications) {
    if (verified_year(held) != year) continue;
    switch (kind) {
      case cycle_step_kind::rating:
        if (records(held, [](const auto& r) { return !r.rating.empty() || !r.proposed_rating.empty(); })) return true;
        break;
      case cycle_step_kind::experts:
        day = held.held_on;
        if (day || records(held, [](const auto& r) { return !r.opinions.empty(); })) return true;
        break;
      case cycle_step_kind::assembly:
        day = held.reported_to_assembly_on;
        if (day) return true;
        break;
      case cycle_step_kind::decision:
        if (records(held, [](const auto& r) { return r.decision.has_value(); })) return true;
        break;
      case cycle_step_kind::publication:
        day = held.published_on;
        if (day || !held.published_at.empty()) return true;
        break;
      case cycle_step_kind::values:
        break;
    }
  }
  return false;
}

std::vector<corrected_value> cycle_records::corrected(int year) const {
  std::vector<corrected_value> found;
  for (std::size_t i = 0; i < plan_.verifications.size(); ++i) {
    const verification& held = plan_.verifications[i];
    const auto about = verified_year(held);
    if (!about || *about > year) continue;
    for (std::size_t j = 0; j < held.results.size(); ++j) {
      const verification_result& result = held.results[j];
      const kpi* indicator = find_indicator(result.subject);
      if (indicator == nullptr || !result.value || !result.value->value) continue;
      const int measured = result.value->year.value_or(*about);
      for (const auto& actual : indicator->actuals) {
        if (actual.year != measured || !actual.value || *actual.value == *result.value->value) continue;
        found.push_back({result.subject,
                         "/verifications/" + std::to_string(i) + "/results/" + std::to_string(j) + "/value", measured,
                         *result.value->value, *actual.value});
      }
    }
  }
  return found;
}

}  // namespace v1
}  // namespace senryaku
