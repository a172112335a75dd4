#include "check/level.hpp"

#include <algorithm>

#include "check/examined.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

ratio absolute(const ratio& value) {
  return value.sign() < 0 ? ratio::subtract(ratio{}, value).value_or(value) : value;
}

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

/// The values up to the first that cannot be in the same unit.
std::vector<known_value> comparable_history(const examined& subject) {
  auto history = history_of(subject.indicator, subject.plan);
  const auto jump = std::adjacent_find(history.begin(), history.end(), [&](const known_value& a, const known_value& b) {
    return differ_in_scale(a.value, b.value, subject.rules);
  });
  if (jump != history.end()) history.erase(std::next(jump), history.end());
  return history;
}

class level_check {
 public:
  explicit level_check(examined& subject)
      : subject_(subject),
        rules_(subject.rules),
        to_(*subject.target_value()),
        rising_(subject.indicator.aim == indicator_aim::increase),
        history_(comparable_history(subject)),
        trend_(trend_of(history_)) {}

  void run() {
    check_limits();
    check_side_and_distance();
    set_band();
    add_cost();
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
    if (to_.sign() < 0 && contains_any(subject_.name, rules_.signed_terms) == nullptr &&
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
      const known_value& newest = history_.back();
      fail("kpi.target.already-reached",
           {{"actual", newest.value.to_string()}, {"year", std::to_string(newest.year)}, {"target", to_.to_string()}});
    } else {
      check_pace();
    }
  }

  std::optional<int> years_left() const {
    if (history_.empty() || !subject_.indicator.target->year) return std::nullopt;
    const int left = *subject_.indicator.target->year - history_.back().year;
    if (left <= 0) return std::nullopt;
    return left;
  }

  /// The yearly change that is still needed against the median yearly change so far. What lies within the spread of the
  /// series is no matter of pace.
  void check_pace() {
    const auto left = years_left();
    if (!trend_ || !left) return;
    const decimal& newest = history_.back().value;
    const auto missing = subtract(to_, newest);
    const auto within = ratio::multiply(trend_->spread, rules_.spread_times);
    if (!missing || !within || absolute(*missing) <= *within) return;
    const auto needed = ratio::divide(*missing, decimal(*left));
    if (!needed) return;
    if (trend_->middle.sign() == needed->sign()) {
      const auto times = ratio::divide(*needed, trend_->middle);
      if (times && *times >= ratio(rules_.pace_times)) report_pace(*needed, times);
      return;
    }
    const auto gap = newest.is_zero() ? std::nullopt : ratio::divide(*missing, newest);
    const auto limit = ratio::divide(rules_.turn_gap_percent, decimal(100));
    if (gap && limit && absolute(*gap) > *limit) report_pace(*needed, std::nullopt);
  }

  void report_pace(const ratio& needed, const std::optional<ratio>& times) {
    std::vector<finding_value> values{
        {"needed", shown(needed)}, {"pace", shown(trend_->middle)}, {"unit", subject_.indicator.unit}};
    if (times) values.push_back({"times", shown(*times)});
    fail(times ? "kpi.target.out-of-reach" : "kpi.target.against-trend", std::move(values));
  }

  void set_band() {
    const auto left = years_left();
    if (!trend_ || !left || history_.size() < 3) return;
    const known_value& newest = history_.back();
    int scale = 0;
    for (const auto& point : history_) scale = std::max(scale, point.value.scale());
    const auto at_the_end = [&](const ratio& yearly) -> std::optional<decimal> {
      const auto moved = ratio::multiply(yearly, decimal(*left));
      const auto value = moved ? ratio::add(newest.value, *moved) : std::nullopt;
      return value ? value->round(std::min(scale + 1, decimal::max_scale), rounding_mode::half_up) : std::nullopt;
    };
    const auto low = at_the_end(trend_->low);
    const auto middle = at_the_end(trend_->middle);
    const auto high = at_the_end(trend_->high);
    if (!low || !middle || !high) return;
    level_band band;
    band.year = *subject_.indicator.target->year;
    band.first_year = history_.front().year;
    band.last_year = newest.year;
    band.points = static_cast<std::int64_t>(history_.size());
    band.low = *low;
    band.middle = *middle;
    band.high = *high;
    subject_.result.band = band;
  }

  /// What one unit of the change is expected to cost, for the discussion of the level.
  void add_cost() {
    const auto& cost = subject_.indicator.cost_yen;
    if (!cost || subject_.baseline() == nullptr) return;
    const auto change = subtract(to_, *subject_.baseline());
    const auto each = change ? ratio::divide(decimal(*cost), *change) : std::nullopt;
    const auto yen = each ? absolute(*each).round(0, rounding_mode::half_up) : std::nullopt;
    if (!yen) return;
    subject_.add("kpi.cost.per-unit", "cost_yen",
                 {{"cost", std::to_string(*cost)}, {"each", yen->to_string()}, {"unit", subject_.indicator.unit}});
  }

  examined& subject_;
  const kpi_check_rules& rules_;
  const decimal to_;
  const bool rising_;
  const std::vector<known_value> history_;
  const std::optional<trend> trend_;
};

}  // namespace

void check_achievable(examined& subject) {
  const kpi& indicator = subject.indicator;
  if (subject.target_value() == nullptr || !indicator.aim || !subject.is_level() || subject.unit_changes()) return;
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
