#include "check/level.hpp"

#include <algorithm>

#include "check/examined.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::string shown(const ratio& value) {
  const auto rounded = value.round(2, rounding_mode::half_up);
  return rounded ? rounded->to_string() : value.to_string();
}

bool differ_in_scale(const decimal& before, const decimal& after, const kpi_check_rules& rules) {
  if (before.is_zero() || after.is_zero()) return false;
  const auto up = ratio::divide(after, before);
  const auto down = ratio::divide(before, after);
  const ratio limit(rules.scale_jump);
  return (up && absolute(*up) >= limit) || (down && absolute(*down) >= limit);
}

/// The known values of single years from before the plan: a result of the plan is success, not a low target. Only those
/// up to the first that cannot be in the same unit.
std::vector<yearly_value> history_of(const examined& subject) {
  std::vector<yearly_value> history = values_by_year(subject.indicator);
  const auto cut = [&](std::vector<yearly_value>::iterator from) { history.erase(from, history.end()); };
  if (subject.plan.period.start) {
    const int first = fiscal_year::of(*subject.plan.period.start).value();
    cut(std::find_if(history.begin(), history.end(), [&](const yearly_value& entry) { return entry.year >= first; }));
  }
  const auto jump = std::adjacent_find(
      history.begin(), history.end(),
      [&](const yearly_value& a, const yearly_value& b) { return differ_in_scale(a.value, b.value, subject.rules); });
  if (jump != history.end()) cut(std::next(jump));
  return history;
}

/// The trend of at least two values, with the band that the rules ask for.
std::optional<trend_line> trend_of(const std::vector<yearly_value>& history, const kpi_check_rules& rules) {
  const auto confidence = ratio::divide(rules.band_confidence_percent, decimal(100));
  if (history.size() < 2 || !confidence) return std::nullopt;
  return robust_trend(history, *confidence);
}

/// Median distance of the values from their trend.
std::optional<ratio> spread_of(const trend_line& line) {
  std::vector<ratio> distances;
  for (const auto& entry : line.values) {
    const auto expected = trend_at(line, entry.year);
    const auto off = expected ? ratio::subtract(entry.value, *expected) : std::nullopt;
    if (!off) return std::nullopt;
    distances.push_back(absolute(*off));
  }
  return median_of(std::move(distances));
}

class level_check {
 public:
  explicit level_check(examined& subject)
      : subject_(subject),
        rules_(subject.rules),
        to_(*subject.target_value()),
        rising_(subject.indicator.aim == indicator_aim::increase),
        history_(history_of(subject)),
        trend_(trend_of(history_, rules_)) {}

  void run() {
    check_limits();
    check_side_and_distance();
    set_band();
    check_cost(subject_, history_);
  }

 private:
  bool worse_than(const decimal& a, const decimal& b) const { return rising_ ? a < b : a > b; }

  void fail(std::string_view code, std::vector<finding_value> values) {
    subject_.fail(subject_.result.achievable, code, "target", std::move(values));
  }

  /// A share ends at 100 %, a count at 0.
  void check_limits() {
    const bool share = ends_with_any(subject_.name, rules_.share_names) != nullptr;
    if (share && is_any(subject_.unit, rules_.ratio_units) && to_ > rules_.ceiling_percent) {
      fail("kpi.target.beyond-limit", {{"target", to_.to_string()},
                                       {"limit", rules_.ceiling_percent.to_string()},
                                       {"unit", subject_.indicator.unit}});
    }
    if (to_.sign() < 0 && !subject_.is_change() &&
        (subject_.baseline() == nullptr || subject_.baseline()->sign() >= 0)) {
      fail("kpi.target.beyond-limit", {{"target", to_.to_string()}, {"limit", "0"}, {"unit", subject_.indicator.unit}});
    }
  }

  void check_side_and_distance() {
    const decimal* base = subject_.baseline();
    const std::string& unit = subject_.indicator.unit;
    if (base != nullptr && worse_than(to_, *base)) {
      fail("kpi.target.wrong-side", {{"baseline", base->to_string()}, {"target", to_.to_string()}, {"unit", unit}});
    } else if (base != nullptr && to_ == *base) {
      fail("kpi.target.no-change", {{"baseline", base->to_string()}, {"target", to_.to_string()}, {"unit", unit}});
    } else if (!history_.empty() && !worse_than(history_.back().value, to_)) {
      const yearly_value& newest = history_.back();
      fail("kpi.target.already-reached",
           {{"actual", newest.value.to_string()}, {"year", std::to_string(newest.year)}, {"target", to_.to_string()}});
    } else {
      check_pace();
    }
  }

  std::optional<int> years_left() const {
    const auto until = subject_.target_year();
    if (history_.empty() || !until) return std::nullopt;
    const int left = *until - history_.back().year;
    if (left <= 0) return std::nullopt;
    return left;
  }

  /// The yearly change that is still needed against the median yearly change so far. What lies within the spread of the
  /// series is no matter of pace. Without a year left, a series that ever came nearer is late, not out of reach.
  void check_pace() {
    const auto left = years_left();
    if (!trend_ || !subject_.target_year() || (!left && came_nearer())) return;
    const decimal& newest = history_.back().value;
    const auto missing = subtract(to_, newest);
    const auto spread = spread_of(*trend_);
    const auto within = spread ? ratio::multiply(*spread, rules_.spread_times) : std::nullopt;
    if (!missing || !within || absolute(*missing) <= *within) return;
    const auto needed = ratio::divide(*missing, decimal(left.value_or(1)));
    if (!needed) return;
    if (trend_->slope.sign() == needed->sign()) {
      const auto times = left ? ratio::divide(*needed, trend_->slope) : std::nullopt;
      if (times && *times >= ratio(rules_.pace_times)) report_pace(*needed, times);
      return;
    }
    if (turned_already(*needed)) return;
    const auto gap = newest.is_zero() ? std::nullopt : ratio::divide(*missing, newest);
    const auto limit = ratio::divide(rules_.turn_gap_percent, decimal(100));
    if (gap && limit && absolute(*gap) > *limit) report_pace(*needed, std::nullopt);
  }

  bool came_nearer() const {
    const decimal& first = history_.front().value;
    return std::any_of(history_.begin(), history_.end(),
                       [&](const yearly_value& entry) { return worse_than(first, entry.value); });
  }

  /// 662, 543, 635 → 670: the newest change goes the way that is needed, and fast enough.
  bool turned_already(const ratio& needed) const {
    const yearly_value& newest = history_.back();
    const yearly_value& before = history_[history_.size() - 2];
    const auto change = subtract(newest.value, before.value);
    if (!change || change->sign() != needed.sign() || newest.year == before.year) return false;
    const auto pace = ratio::divide(*change, decimal(newest.year - before.year));
    const auto times = pace ? ratio::divide(needed, *pace) : std::nullopt;
    return times && *times < ratio(rules_.pace_times);
  }

  void report_pace(const ratio& needed, const std::optional<ratio>& times) {
    std::vector<finding_value> values{
        {"needed", shown(needed)}, {"pace", shown(trend_->slope)}, {"unit", subject_.indicator.unit}};
    if (times) values.push_back({"times", shown(*times)});
    fail(times ? "kpi.target.out-of-reach" : "kpi.target.against-trend", std::move(values));
  }

  void set_band() {
    if (!trend_ || !trend_->band || !years_left()) return;
    const int year = *subject_.target_year();
    int scale = 0;
    for (const auto& entry : history_) scale = std::max(scale, entry.value.scale());
    const auto rounded = [&](const std::optional<ratio>& value, int digits) {
      return value ? value->round(std::min(digits, decimal::max_scale), rounding_mode::half_up) : std::nullopt;
    };
    const auto low = rounded(trend_at(*trend_, trend_->band->low, year), scale + 1);
    const auto middle = rounded(trend_at(*trend_, year), scale + 1);
    const auto high = rounded(trend_at(*trend_, trend_->band->high, year), scale + 1);
    const auto confidence = rounded(ratio::multiply(trend_->band->confidence, decimal(100)), 0);
    if (!low || !middle || !high || !confidence) return;
    level_band band;
    band.year = year;
    band.first_year = history_.front().year;
    band.last_year = history_.back().year;
    band.points = static_cast<std::int64_t>(history_.size());
    band.low = *low;
    band.middle = *middle;
    band.high = *high;
    band.confidence_percent = *confidence;
    subject_.result.band = band;
  }

  examined& subject_;
  const kpi_check_rules& rules_;
  const decimal to_;
  const bool rising_;
  const std::vector<yearly_value> history_;
  const std::optional<trend_line> trend_;
};

/// A sum of years, shared among them, against the year of the baseline.
void check_sum_by_year(examined& subject) {
  const kpi& indicator = subject.indicator;
  const auto from = subject.sum_starts();
  const auto until = subject.target_year();
  const bool one_year = subject.baseline() != nullptr && !indicator.baseline->from_year;
  if (!from || !until || *until < *from || !one_year) return;
  const auto yearly = ratio::divide(*subject.target_value(), decimal(*until - *from + 1));
  if (!yearly) return;
  subject.result.achievable = verdict::pass;
  const ratio base(*subject.baseline());
  const bool better = indicator.aim == indicator_aim::increase   ? *yearly > base
                      : indicator.aim == indicator_aim::decrease ? *yearly < base
                                                                 : true;
  if (better) return;
  subject.fail(subject.result.achievable, "kpi.target.sum-no-better", "target",
               {{"yearly", shown(*yearly)},
                {"from", std::to_string(*from)},
                {"until", std::to_string(*until)},
                {"baseline", subject.baseline()->to_string()},
                {"unit", indicator.unit}});
}

}  // namespace

void check_achievable(examined& subject) {
  const kpi& indicator = subject.indicator;
  if (subject.target_value() == nullptr || !indicator.aim || subject.unit_changes()) return;
  if (subject.adds_up_years()) return check_sum_by_year(subject);
  if (!subject.is_level()) return;
  if (subject.baseline() == nullptr && indicator.actuals.empty()) return;
  subject.result.achievable = verdict::pass;
  if (indicator.aim == indicator_aim::increase || indicator.aim == indicator_aim::decrease) level_check(subject).run();
}

std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules) {
  const decimal* before = nullptr;
  for (const auto& actual : indicator.actuals) {
    if (!actual.value || actual.value->is_zero()) continue;
    if (before != nullptr && differ_in_scale(*before, *actual.value, rules)) return std::pair{*before, *actual.value};
    before = &*actual.value;
  }
  return std::nullopt;
}

}  // namespace v1
}  // namespace senryaku
