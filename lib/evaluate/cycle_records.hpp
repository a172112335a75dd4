/// What a strategy's document records about its verifications, beside what the figures propose.
#pragma once

#include <senryaku/elements.hpp>
#include <senryaku/pdca_cycle.hpp>

namespace senryaku {
inline namespace v1 {

/// The fiscal year that a verification is about: as stated, or the one before the day it was held.
std::optional<int> verified_year(const verification& held);

/// Numbers of indicators in one fiscal year.
struct year_counts {
  std::int64_t indicators = 0;
  std::int64_t with_target = 0;
  std::int64_t with_value = 0;
  std::int64_t rated = 0;
  std::int64_t low = 0;      ///< elements with a low rating
  std::int64_t decided = 0;  ///< of these
};

/// A value that was rated and has another figure now.
struct corrected_value {
  std::string subject;
  std::string pointer;
  int year = 0;
  decimal rated;
  decimal now;
};

class cycle_records {
 public:
  cycle_records(const strategy& plan, const rating_scheme& scheme, const std::vector<rating_scheme>& schemes)
      : plan_(plan), scheme_(scheme), schemes_(schemes), elements_(elements_of(plan)) {
    if (plan.period.start) first_year_ = fiscal_year::of(*plan.period.start).value();
    for_each_kpi(plan, [&](const kpi& indicator, const goal*, const measure*, const std::string&) {
      indicators_.emplace(indicator.id, &indicator);
    });
  }

  /// Every recorded result up to `year`, in document order, then the indicators that the scheme rates low in `year` and
  /// nothing is recorded about.
  std::vector<decision_record> all(int year) const;

  year_counts count(int year) const;

  /// True when the step is recorded for `year`; `day` where the document tells it.
  bool has_step(cycle_step_kind kind, int year, std::optional<civil_day>& day) const;

  std::vector<corrected_value> corrected(int year) const;

  /// The name of an element, or its id when it is not in the plan.
  std::string name_of(const std::string& id) const;

 private:
  decision_record record_of(const verification& held, const verification_result& result, std::string pointer,
                            int year) const;
  const rating_scheme& scheme_of(const verification& held) const;
  const kpi* find_indicator(const std::string& id) const;

  const strategy& plan_;
  const rating_scheme& scheme_;
  const std::vector<rating_scheme>& schemes_;
  std::map<std::string, element_place> elements_;
  std::map<std::string, const kpi*> indicators_;
  std::optional<int> first_year_;
};

}  // namespace v1
}  // namespace senryaku
