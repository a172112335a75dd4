#include <senryaku/outlook.hpp>

#include <algorithm>
#include <cmath>

#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::string shown(const outlook_figure& figure) {
  return figure.value ? figure.value->to_string() : figure.exact;
}

/// The figure that a warning stands on: the trend's where there is one, otherwise the straight line's.
std::string expected_value(const kpi_outlook& entry) {
  if (entry.trend) return shown(entry.trend->at_last_year);
  return entry.straight_line ? shown(*entry.straight_line) : std::string();
}

class overview {
 public:
  overview(const strategy& plan, const outlook_rules& rules, int year) : plan_(plan), rules_(rules) {
    result_.fiscal_year = year;
    if (plan.period.start) first_year_ = fiscal_year::of(*plan.period.start).value();
  }

  strategy_outlook run() {
    const int year = static_cast<int>(result_.fiscal_year);
    for_each_kpi(plan_, [&](const kpi& indicator, const goal* owner, const measure* part, const std::string& pointer) {
      kpi_outlook entry = foresee_kpi(indicator, rules_, year, first_year_);
      entry.pointer = pointer;
      if (owner != nullptr) entry.goal = owner->id;
      if (part != nullptr) entry.measure = part->id;
      count(entry);
      count_reached(indicator, entry);
      warn(entry);
      result_.kpis.push_back(std::move(entry));
    });
    warn_of_health();
    return std::move(result_);
  }

 private:
  void count(const kpi_outlook& entry) {
    auto known = std::find_if(result_.counts.begin(), result_.counts.end(),
                              [&](const outlook_count& c) { return c.state == entry.state; });
    if (known == result_.counts.end()) known = result_.counts.insert(known, {entry.state, 0});
    ++known->count;
    indicator_health& health = result_.health;
    ++health.indicators;
    if (entry.never_measured) ++health.never_measured;
    if (entry.stale_years) ++health.stale;
    if (entry.no_owner) ++health.no_owner;
  }

  /// Against the target that is due: the one of the year, or the final one when its year has come.
  void count_reached(const kpi& indicator, const kpi_outlook& entry) {
    if (!indicator.aim || entry.gap == outlook_gap::not_numeric || entry.history.empty()) return;
    const outlook_point& newest = entry.history.back();
    if (newest.baseline || entry.state == outlook_state::unknown) return;
    std::optional<ratio> due;
    if (entry.last_year && newest.year >= *entry.last_year) {
      ++result_.health.judged;
      if (entry.state == outlook_state::reached) ++result_.health.reached;
      return;
    }
    std::optional<ratio> baseline;
    if (indicator.baseline && indicator.baseline->value) baseline = ratio(*indicator.baseline->value);
    for (const auto& yearly : indicator.targets) {
      if (yearly.year == newest.year) due = level_of(yearly, baseline);
    }
    if (!due) return;
    ++result_.health.judged;
    const ratio value(newest.value);
    if (falls(*indicator.aim) ? value <= *due : value >= *due) ++result_.health.reached;
  }

  void add(std::string_view code, const kpi_outlook& entry, std::vector<finding_value> values) {
    result_.findings.push_back({std::string(code), entry.kpi, entry.pointer, std::move(values), std::nullopt});
  }

  void warn(const kpi_outlook& entry) {
    const bool miss = entry.state == outlook_state::will_miss;
    if (miss || entry.state == outlook_state::first_warning) {
      add(miss ? "outlook.target.will-miss" : "outlook.target.first-warning", entry,
          {{"expected", expected_value(entry)},
           {"year", std::to_string(*entry.last_year)},
           {"target", entry.target_level},
           {"unit", entry.unit},
           {"pace", entry.pace ? shown(*entry.pace) : std::string()},
           {"needed", entry.needed_pace ? shown(*entry.needed_pace) : std::string()}});
    }
    if (entry.too_early) {
      add("outlook.target.too-low", entry,
          {{"year", std::to_string(*entry.reached_in)},
           {"last_year", std::to_string(*entry.last_year)},
           {"target", entry.target_level},
           {"unit", entry.unit},
           {"left", entry.time_left_percent->to_string()}});
    }
    for (const auto& jump : entry.jumps) {
      std::vector<finding_value> values{{"year", std::to_string(jump.year)},
                                        {"value", jump.value.to_string()},
                                        {"unit", entry.unit},
                                        {"expected", shown(jump.expected)},
                                        {"score", shown(jump.score)}};
      if (jump.likely) values.push_back({"likely", jump.likely->to_string()});
      add(jump.likely ? "outlook.value.typing-error" : "outlook.value.jump", entry, std::move(values));
    }
    if (entry.stale_years) {
      add("outlook.value.stale", entry,
          {{"newest", std::to_string(entry.history.back().year)}, {"years", std::to_string(*entry.stale_years)}});
    }
  }

  void warn_of_health() {
    indicator_health& health = result_.health;
    const std::string total = std::to_string(health.indicators);
    const auto about_all = [&](const char* code, std::vector<finding_value> values) {
      result_.findings.push_back({code, {}, {}, std::move(values), std::nullopt});
    };
    if (health.never_measured > 0) {
      about_all("outlook.indicators.never-measured",
                {{"count", std::to_string(health.never_measured)}, {"total", total}});
    }
    if (health.no_owner > 0) {
      about_all("outlook.indicators.no-owner", {{"count", std::to_string(health.no_owner)}, {"total", total}});
    }
    const bool rate_known = rules_.base_rate_percent > decimal(0) && rules_.base_rate_percent < decimal(100);
    if (health.judged == 0 || !rate_known) return;
    const bool many =
        ratio(decimal(100 * health.reached)) > *ratio::multiply(rules_.base_rate_percent, decimal(health.judged));
    health.chance_percent = chance(health, many);
    if (*health.chance_percent >= rules_.unusual_below_percent) return;
    about_all(many ? "outlook.reached.suspiciously-many" : "outlook.reached.suspiciously-few",
              {{"reached", std::to_string(health.reached)},
               {"judged", std::to_string(health.judged)},
               {"base", rules_.base_rate_percent.to_string()},
               {"chance", health.chance_percent->to_string()}});
  }

  /// The binomial chance in percent of as many or more (`many`), or of as few or fewer; rounded up to 0.01.
  decimal chance(const indicator_health& health, bool many) const {
    const double p = rules_.base_rate_percent.to_double() / 100;
    const auto n = static_cast<double>(health.judged);
    const double odds = std::log(p) - std::log1p(-p);
    double logarithm = n * std::log1p(-p);  // of the chance that exactly k reach their target
    double sum = 0;
    for (std::int64_t k = 0; k <= health.judged; ++k) {
      if (many ? k >= health.reached : k <= health.reached) sum += std::exp(logarithm);
      const auto x = static_cast<double>(k);
      if (k < health.judged) logarithm += std::log((n - x) / (x + 1)) + odds;
    }
    return decimal(static_cast<std::int64_t>(std::ceil(std::min(sum, 1.0) * 10000 - 1e-9)), 2);
  }

  const strategy& plan_;
  const outlook_rules& rules_;
  std::optional<int> first_year_;
  strategy_outlook result_;
};

}  // namespace

strategy_outlook foresee_strategy(const strategy& plan, const outlook_rules& rules, int year) {
  return overview(plan, rules, year).run();
}

}  // namespace v1
}  // namespace senryaku
