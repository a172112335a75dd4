/// Which figures of an indicator a scheme compares: the value of the year, its target, the baseline, and what becomes of
/// them where values are missing or are totals over years.
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

/// The newest known value up to `year`; a value whose year is not stated counts from the target's year on. Of two values
/// of one year the later in the list, a provisional one only where there is no other.
const observation* newest_actual(const kpi& indicator, int year);

/// The figures as levels of the indicator. Absent: unknown, and `gap` says why where nothing can be compared.
struct compared_values {
  const observation* observed = nullptr;
  const target* aimed = nullptr;
  int year = 0;  ///< whose target is compared with
  std::optional<ratio> actual;
  std::optional<ratio> baseline;
  std::optional<ratio> level;
  std::optional<ratio> previous;
  std::string target_text;
  rate_gap gap = rate_gap::none;
  std::optional<unknown_reason> unknown;
  std::string symbol;  ///< of the missing-value rule
  bool left_out = false;
};

class value_chooser {
 public:
  value_chooser(const kpi& indicator, const rating_scheme& scheme, int year, std::optional<int> plan_start_year)
      : kpi_(indicator), scheme_(scheme), plan_start_year_(plan_start_year) {
    values_.year = year;
  }

  compared_values choose();

  /// The level that a target stands for; `choose` has to come first.
  std::optional<ratio> level_of(const target& aimed);

 private:
  bool no(rate_gap gap) {
    values_.gap = gap;
    return false;
  }
  bool treat(missing_case when, missing_treatment otherwise, rate_gap gap);
  bool find_actual();
  void find_baseline();
  const target* target_of(int year) const;
  bool find_level();
  std::optional<ratio> move_along(const ratio& level);
  std::optional<int> first_year() const;
  void convert_totals();
  void convert_to_restarted();
  void convert_to_single_year();
  void add_up();

  const kpi& kpi_;
  const rating_scheme& scheme_;
  std::optional<int> plan_start_year_;
  compared_values values_;
};

}  // namespace v1
}  // namespace senryaku
