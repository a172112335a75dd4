#include "check/level.hpp"

#include <senryaku/series.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

/// Known values of single years; only those from before the plan's own results when the plan has begun: a result of the
/// plan is success, not a low target.
std::vector<yearly_value> history_of(const kpi& indicator, const strategy& plan) {
  std::vector<yearly_value> values = values_by_year(indicator);
  if (!plan.period.start) return values;
  const int first = fiscal_year::of(*plan.period.start).value();
  const auto own = [&](const yearly_value& entry) { return entry.year >= first; };
  values.erase(std::find_if(values.begin(), values.end(), own), values.end());
  return values;
}

class level_check {
 public:
  level_check(const kpi& indicator, const strategy& plan, const kpi_check_rules& rules)
      : kpi_(indicator), rules_(rules), to_(*indicator.target->value), history_(history_of(indicator, plan)) {
    rising_ = indicator.aim == indicator_aim::increase;
    falling_ = indicator.aim == indicator_aim::decrease;
  }

  std::vector<finding> run() {
    if (!rising_ && !falling_) return {};
    const decimal* base = kpi_.baseline && kpi_.baseline->value ? &*kpi_.baseline->value : nullptr;
    if (base != nullptr && worse_than(to_, *base)) {
      add("kpi.target.wrong-side", {{"baseline", base->to_string()}, {"target", to_.to_string()}, {"unit", kpi_.unit}});
    } else if (base != nullptr && to_ == *base) {
      add("kpi.target.no-change", {{"baseline", base->to_string()}, {"target", to_.to_string()}, {"unit", kpi_.unit}});
    } else if (!history_.empty() && !worse_than(history_.back().value, to_)) {
      const yearly_value& newest = history_.back();
      add("kpi.target.already-reached",
          {{"actual", newest.value.to_string()}, {"year", std::to_string(newest.year)}, {"target", to_.to_string()}});
    } else {
      check_pace();
    }
    return std::move(findings_);
  }

 private:
  bool worse_than(const decimal& a, const decimal& b) const { return rising_ ? a < b : a > b; }

  void add(std::string code, std::vector<finding_value> values) {
    findings_.push_back({std::move(code), {}, {}, std::move(values), std::nullopt});
  }

  /// Yearly change so far (first to last known value) against the yearly change that is still needed.
  void check_pace() {
    if (history_.size() < 2 || !kpi_.target->year) return;
    const yearly_value& first = history_.front();
    const yearly_value& last = history_.back();
    const int left = *kpi_.target->year - last.year;
    if (left <= 0 || find_scale_jump(kpi_, rules_)) return;
    const auto missing = subtract(to_, last.value);
    const auto pace = yearly_pace(first, last);
    const auto needed = yearly_pace(last, {*kpi_.target->year, to_, false});
    if (!missing || !pace || !needed) return;
    if (pace->sign() == needed->sign()) {
      const auto times = ratio::divide(*needed, *pace);
      if (times && *times >= ratio(rules_.pace_times)) report_pace(*needed, *pace, times);
      return;
    }
    const auto gap = last.value.is_zero() ? std::nullopt : ratio::divide(*missing, last.value);
    const auto limit = ratio::divide(rules_.turn_gap_percent, decimal(100));
    if (gap && limit && absolute(*gap) > *limit) report_pace(*needed, *pace, std::nullopt);
  }

  void report_pace(const ratio& needed, const ratio& pace, const std::optional<ratio>& times) {
    const auto shown = [](const ratio& value) {
      const auto rounded = value.round(2, rounding_mode::half_up);
      return rounded ? rounded->to_string() : value.to_string();
    };
    std::vector<finding_value> values{{"needed", shown(needed)}, {"pace", shown(pace)}, {"unit", kpi_.unit}};
    if (times) values.push_back({"times", shown(*times)});
    add(times ? "kpi.target.out-of-reach" : "kpi.target.against-trend", std::move(values));
  }

  const kpi& kpi_;
  const kpi_check_rules& rules_;
  decimal to_;
  std::vector<yearly_value> history_;
  bool rising_ = false;
  bool falling_ = false;
  std::vector<finding> findings_;
};

}  // namespace

std::vector<finding> check_level(const kpi& indicator, const strategy& plan, const kpi_check_rules& rules) {
  return level_check(indicator, plan, rules).run();
}

std::optional<std::pair<decimal, decimal>> find_scale_jump(const kpi& indicator, const kpi_check_rules& rules) {
  const observation* before = nullptr;
  for (const auto& actual : indicator.actuals) {
    if (!actual.value || actual.value->is_zero()) continue;
    if (before != nullptr) {
      const auto up = ratio::divide(*actual.value, *before->value);
      const auto down = ratio::divide(*before->value, *actual.value);
      const ratio limit(rules.scale_jump);
      if ((up && absolute(*up) >= limit) || (down && absolute(*down) >= limit)) {
        return std::pair{*before->value, *actual.value};
      }
    }
    before = &actual;
  }
  return std::nullopt;
}

}  // namespace v1
}  // namespace senryaku
