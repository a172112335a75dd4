#include <senryaku/outlook.hpp>

#include <algorithm>

#include "evaluate/exact_text.hpp"
#include "evaluate/formula.hpp"
#include "evaluate/jumps.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// A term that may follow a sign: negative ones in brackets.
std::string term(const std::string& number) {
  return number.rfind('-', 0) == 0 ? "(" + number + ")" : number;
}

std::string minus(const std::string& a, const std::string& b) {
  return "(" + a + " − " + term(b) + ")";
}

/// The outlook of one indicator, step by step; each step may find that there is nothing to go on with.
class foresight {
 public:
  foresight(const kpi& indicator, const outlook_rules& rules, int year, std::optional<int> plan_start_year)
      : kpi_(indicator), rules_(rules), year_(year), plan_start_year_(plan_start_year) {
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.unit = indicator.unit;
  }

  kpi_outlook run() {
    gather_history();
    look_after();
    result_.jumps = find_jumps(history_, rules_, decimals());
    if (gather_target() && gather_way()) {
      foresee();
      judge();
    }
    for (const auto& entry : history_) result_.history.push_back({entry.year, entry.value, entry.baseline});
    return std::move(result_);
  }

 private:
  bool no(outlook_gap gap) {
    result_.gap = gap;
    return false;
  }

  bool reached(const ratio& value) const { return falls(*kpi_.aim) ? value <= *level_ : value >= *level_; }

  bool is_result(const yearly_value& entry) const {
    return !entry.baseline && (!plan_start_year_ || entry.year >= *plan_start_year_);
  }

  /// Known values up to the year. One without a year counts for the target's year, once that is over.
  void gather_history() {
    history_ = values_by_year(kpi_);
    history_.erase(
        std::find_if(history_.begin(), history_.end(), [&](const yearly_value& entry) { return entry.year > year_; }),
        history_.end());
    const auto last = target_year();
    const auto undated = std::find_if(kpi_.actuals.begin(), kpi_.actuals.end(),
                                      [](const observation& seen) { return seen.value && !seen.year; });
    const bool open = history_.empty() || (last && history_.back().year < *last);
    if (undated != kpi_.actuals.end() && last && *last <= year_ && open)
      history_.push_back({*last, *undated->value, false});
  }

  std::optional<int> target_year() const {
    if (!kpi_.target) return std::nullopt;
    if (kpi_.target->year && is_calendar_year(*kpi_.target->year)) return kpi_.target->year;
    if (kpi_.target->year || !kpi_.target->day) return std::nullopt;
    return fiscal_year::of(*kpi_.target->day).value();
  }

  /// Is it measured, by whom, and how old is the newest value.
  void look_after() {
    result_.no_owner = !kpi_.measurement || kpi_.measurement->owner.empty();
    const bool begun = !plan_start_year_ || *plan_start_year_ <= year_;
    const bool known = std::any_of(kpi_.actuals.begin(), kpi_.actuals.end(), [&](const observation& seen) {
      return seen.value && (!seen.year || *seen.year <= year_);
    });
    result_.never_measured = begun && !known;
    if (!known || history_.empty() || history_.back().baseline) return;
    int allowed = rules_.stale_after_years;
    for (const auto& interval : rules_.intervals) {
      const bool said = kpi_.measurement && kpi_.measurement->frequency.find(interval.text) != std::string::npos;
      if (said) allowed = std::max(allowed, interval.years);
    }
    const int newest = history_.back().year;
    const bool explained = std::any_of(kpi_.actuals.begin(), kpi_.actuals.end(), [&](const observation& seen) {
      return !seen.value && seen.unknown && seen.year && *seen.year > newest && *seen.year <= year_;
    });
    if (year_ - newest > allowed && !explained) result_.stale_years = year_ - newest;
  }

  bool gather_target() {
    if (kpi_.kind == indicator_kind::qualitative) return no(outlook_gap::not_numeric);
    if (history_.empty() || !is_result(history_.back())) return no(outlook_gap::no_actual);
    if (!kpi_.target || !kpi_.target->value) return no(outlook_gap::no_target);
    if (!kpi_.aim) return no(outlook_gap::no_aim);
    std::optional<ratio> baseline;
    if (kpi_.baseline && kpi_.baseline->value) baseline = ratio(*kpi_.baseline->value);
    level_ = level_of(*kpi_.target, baseline);
    if (!level_) return no(outlook_gap::no_target);
    result_.target_level = exact_text(*level_);
    result_.last_year = target_year();
    return result_.last_year || no(outlook_gap::no_target_year);
  }

  /// Where the way to the target begins: the baseline, the newest value from before the plan, or the first result. A
  /// running total begins at zero.
  bool gather_way() {
    if (kpi_.target->basis == target_basis::total) {
      if (kpi_.kind != indicator_kind::cumulative) return no(outlook_gap::total_not_running);
      const auto from = kpi_.target->from_year ? kpi_.target->from_year : plan_start_year_;
      if (!from || !is_calendar_year(*from)) return no(outlook_gap::no_start);
      history_.erase(std::remove_if(history_.begin(), history_.end(),
                                    [&](const yearly_value& entry) { return entry.year < *from; }),
                     history_.end());
      if (history_.empty()) return no(outlook_gap::no_actual);
      history_.insert(history_.begin(), {*from - 1, decimal(0), true});
    }
    start_ = history_.front();
    for (const auto& entry : history_) {
      const bool base = entry.baseline || (kpi_.baseline && kpi_.baseline->year == entry.year);
      if (base || (plan_start_year_ && entry.year < *plan_start_year_)) start_ = entry;
      if (base) break;
    }
    newest_ = history_.back();
    return start_.year < newest_.year || newest_.year >= *result_.last_year || no(outlook_gap::no_start);
  }

  int decimals() const {
    int most = kpi_.target && kpi_.target->value ? kpi_.target->value->scale() : 0;
    for (const auto& entry : history_) most = std::max(most, entry.value.scale());
    return std::min(most + 1, decimal::max_scale);
  }

  std::optional<outlook_figure> figure(const std::optional<ratio>& value, std::string formula) {
    if (!value) {
      result_.gap = outlook_gap::too_large;
      return std::nullopt;
    }
    return outlook_figure{value->to_string(), value->round(decimals(), rounding_mode::half_up), std::move(formula)};
  }

  void foresee() {
    const int last = *result_.last_year;
    const std::string years = minus(std::to_string(newest_.year), std::to_string(start_.year));
    const std::string now = newest_.value.to_string();
    const std::string was = start_.value.to_string();
    if (start_.year < newest_.year) {
      pace_ = yearly_pace(start_, newest_);
      result_.pace = figure(pace_, minus(now, was) + " ÷ " + years);
    }
    if (newest_.year >= last) return;
    const int left = last - newest_.year;
    const std::string years_left = minus(std::to_string(last), std::to_string(newest_.year));
    const auto missing = ratio::subtract(*level_, newest_.value);
    result_.needed_pace = figure(missing ? ratio::divide(*missing, decimal(left)) : std::nullopt,
                                 minus(result_.target_level, now) + " ÷ " + years_left);
    if (pace_) {
      result_.straight_line =
          figure(extrapolate(newest_, *pace_, last), now + " + " + term(exact_text(*pace_)) + " × " + years_left);
    }
    foresee_way(last, was, now, years);
    foresee_trend(last);
  }

  /// The share of the expected way. A target that only keeps the start, or is looser than it, asks for no way.
  void foresee_way(int last, const std::string& was, const std::string& now, const std::string& years) {
    const ratio start(start_.value);
    if (start_.year >= newest_.year || reached(start)) return;
    const auto made = ratio::subtract(newest_.value, start);
    const auto whole = ratio::subtract(*level_, start);
    const auto part = made && whole ? ratio::divide(*made, *whole) : std::nullopt;
    const auto time = ratio::make(int128{100} * (last - start_.year), newest_.year - start_.year);
    share_ = part && time ? ratio::multiply(*part, *time) : std::nullopt;
    result_.share_of_way =
        figure(share_, minus(now, was) + " ÷ " + minus(result_.target_level, was) + " × " +
                           minus(std::to_string(last), std::to_string(start_.year)) + " ÷ " + years + " × 100");
  }

  void foresee_trend(int last) {
    if (history_.size() < static_cast<std::size_t>(std::max(rules_.smallest_trend, 2))) return;
    const auto confidence = ratio::divide(rules_.band_confidence_percent, decimal(100));
    const auto line = confidence ? robust_trend(history_, *confidence) : std::nullopt;
    trend_value_ = line ? trend_at(*line, last) : std::nullopt;
    const std::string count = std::to_string(history_.size());
    const auto value = figure(trend_value_, line ? exact_text(line->offset) + " + " + term(exact_text(line->slope)) +
                                                       " × " + minus(std::to_string(last), std::to_string(line->origin))
                                                 : std::string());
    if (!value) return;
    outlook_trend& trend = result_.trend.emplace();
    trend.values = static_cast<std::int64_t>(history_.size());
    trend.slope = *figure(line->slope, "median((y_j − y_i) ÷ (x_j − x_i)), n = " + count);
    trend.at_last_year = *value;
    if (!line->band) return;
    auto low = trend_at(*line, line->band->low, last);
    auto high = trend_at(*line, line->band->high, last);
    if (!low || !high) return;
    if (*high < *low) std::swap(low, high);
    best_of_band_ = falls(*kpi_.aim) ? low : high;
    trend.low = low->round(decimals(), rounding_mode::half_up);
    trend.high = high->round(decimals(), rounding_mode::half_up);
    const auto percent = ratio::multiply(line->band->confidence, decimal(100));
    if (percent) trend.confidence_percent = percent->round(1, rounding_mode::truncate);
  }

  void judge() {
    const int last = *result_.last_year;
    for (auto entry = history_.rbegin(); entry != history_.rend() && is_result(*entry); ++entry) {
      if (!reached(entry->value)) break;
      result_.reached_in = entry->year;
    }
    if (newest_.year >= last) {
      const auto due =
          std::find_if(history_.begin(), history_.end(), [&](const yearly_value& entry) { return entry.year >= last; });
      result_.state = reached(due->value) ? outlook_state::reached : outlook_state::missed;
    } else {
      result_.state = state_on_the_way();
      if (!reached(newest_.value)) find_first_behind(last);
    }
    judge_early(last);
  }

  outlook_state state_on_the_way() const {
    const bool trend_misses = trend_value_ && !reached(*trend_value_);
    if (reached(newest_.value)) return trend_misses ? outlook_state::first_warning : outlook_state::reached;
    const bool behind = !share_ || *share_ < ratio(rules_.warning_below_percent);
    const bool far_behind = share_ && *share_ < ratio(rules_.miss_below_percent);
    const bool band_misses = best_of_band_ && !reached(*best_of_band_);
    if ((far_behind && (!trend_value_ || trend_misses)) || (behind && band_misses)) return outlook_state::will_miss;
    return behind || trend_misses ? outlook_state::first_warning : outlook_state::on_course;
  }

  /// The result since which every one has been behind the straight way from the start to the target.
  void find_first_behind(int last) {
    const auto whole = ratio::subtract(*level_, start_.value);
    const auto step = whole ? ratio::divide(*whole, decimal(last - start_.year)) : std::nullopt;
    if (!step) return;
    for (auto entry = history_.rbegin(); entry != history_.rend() && is_result(*entry); ++entry) {
      const auto expected = extrapolate(start_, *step, entry->year);
      const ratio value(entry->value);
      if (!expected || (falls(*kpi_.aim) ? value <= *expected : value >= *expected)) break;
      result_.first_behind = entry->year;
    }
  }

  /// A target that still has much of its time left when it is reached was low; one that only keeps a level is not.
  void judge_early(int last) {
    if (!result_.reached_in || keeps(*kpi_.aim) || start_.year >= last || reached(start_.value)) return;
    const auto left = ratio::make(int128{100} * std::max(last - *result_.reached_in, 0), last - start_.year);
    if (!left) return;
    result_.time_left_percent = left->round(1, rounding_mode::half_up);
    result_.too_early = *left >= ratio(rules_.early_left_percent);
  }

  const kpi& kpi_;
  const outlook_rules& rules_;
  int year_;
  std::optional<int> plan_start_year_;
  std::vector<yearly_value> history_;
  yearly_value start_;
  yearly_value newest_;
  std::optional<ratio> level_;
  std::optional<ratio> pace_;
  std::optional<ratio> share_;
  std::optional<ratio> trend_value_;
  std::optional<ratio> best_of_band_;
  kpi_outlook result_;
};

}  // namespace

kpi_outlook foresee_kpi(const kpi& indicator, const outlook_rules& rules, int year,
                        std::optional<int> plan_start_year) {
  return foresight(indicator, rules, year, plan_start_year).run();
}

}  // namespace v1
}  // namespace senryaku
