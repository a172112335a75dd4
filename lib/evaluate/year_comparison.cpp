#include <senryaku/comparison.hpp>

#include <algorithm>

#include "evaluate/cycle_records.hpp"
#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

year_movement movement(int order) {
  return order > 0 ? year_movement::better : order < 0 ? year_movement::worse : year_movement::same;
}

/// Place among the classes that are given for a value, from the best; nothing for other symbols.
std::optional<std::ptrdiff_t> rank_of(const rating_scheme& scheme, const std::string& symbol) {
  const auto found = std::find_if(scheme.bands.begin(), scheme.bands.end(), [&](const rating_band& band) {
    return band.symbol == symbol && band.when != rating_condition::not_rated;
  });
  if (symbol.empty() || found == scheme.bands.end()) return std::nullopt;
  return found - scheme.bands.begin();
}

class year_comparer {
 public:
  year_comparer(const strategy& plan, const rating_scheme& scheme, int before, int after)
      : plan_(plan), scheme_(scheme), before_(before), after_(after) {
    if (plan.period.start) first_year_ = fiscal_year::of(*plan.period.start).value();
  }

  year_comparison run() {
    year_comparison result;
    result.year_before = before_;
    result.year_after = after_;
    result.scheme = scheme_.id;
    for_each_kpi(plan_, [&](const kpi& indicator, const goal*, const measure*, const std::string& pointer) {
      indicator_years entry = one(indicator);
      entry.pointer = pointer;
      ++(entry.value == year_movement::better  ? result.better
         : entry.value == year_movement::same  ? result.same
         : entry.value == year_movement::worse ? result.worse
                                               : result.unknown);
      result.indicators.push_back(std::move(entry));
    });
    return result;
  }

 private:
  indicator_years one(const kpi& indicator) const {
    indicator_years entry;
    entry.kpi = indicator.id;
    entry.name = indicator.name;
    entry.unit = indicator.unit;
    for (const auto& known : values_by_year(indicator)) {
      if (known.year == before_) entry.value_before = known.value;
      if (known.year == after_) entry.value_after = known.value;
    }
    if (entry.value_before && entry.value_after) {
      const auto difference = subtract(*entry.value_after, *entry.value_before);
      if (difference) entry.difference = difference->to_string();
      if (indicator.aim && difference) {
        entry.value = movement((falls(*indicator.aim) ? -1 : 1) * difference->sign());
      }
    }
    rate(indicator, before_, entry.value_before.has_value(), entry.rate_before, entry.rating_before);
    rate(indicator, after_, entry.value_after.has_value(), entry.rate_after, entry.rating_after);
    const auto was = rank_of(scheme_, entry.rating_before);
    const auto is = rank_of(scheme_, entry.rating_after);
    if (was && is) entry.rating = movement(*is < *was ? 1 : *is > *was ? -1 : 0);
    look_for_revisions(entry);
    return entry;
  }

  /// Computed from a value of that very year, or as decided by people.
  void rate(const kpi& indicator, int year, bool measured, std::string& rate, std::string& rating) const {
    if (measured) {
      const kpi_evaluation computed = evaluate_kpi(indicator, scheme_, year, first_year_);
      rate = computed.rate;
      rating = computed.gap == rate_gap::none ? computed.rating : std::string();
    }
    for (const auto& held : plan_.verifications) {
      if (verified_year(held) != year) continue;
      for (const auto& result : held.results) {
        if (result.subject == indicator.id && !result.rating.empty()) rating = result.rating;
      }
    }
  }

  void look_for_revisions(indicator_years& entry) const {
    const civil_day from = fiscal_year(std::min(before_, after_)).last_day();
    const civil_day to = fiscal_year(std::max(before_, after_)).last_day();
    for (const auto& revised : plan_.revisions) {
      const bool between = !revised.decided_on || (*revised.decided_on > from && *revised.decided_on <= to);
      for (const auto& change : revised.changes) {
        if (!between || change.subject != entry.kpi || change.comparable.value_or(false)) continue;
        const bool sure = revised.decided_on && change.comparable;
        if (entry.comparable != comparability::not_comparable)
          entry.comparable = sure ? comparability::not_comparable : comparability::unknown;
        entry.comparable_because += (entry.comparable_because.empty() ? "" : ", ") + revised.id;
      }
    }
  }

  const strategy& plan_;
  const rating_scheme& scheme_;
  int before_;
  int after_;
  std::optional<int> first_year_;
};

}  // namespace

year_comparison compare_years(const strategy& plan, const rating_scheme& scheme, int year_before, int year_after) {
  return year_comparer(plan, scheme, year_before, year_after).run();
}

}  // namespace v1
}  // namespace senryaku
