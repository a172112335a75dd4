#include <senryaku/evaluate.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

const decimal hundred(100);

/// The newest value up to `year`; a value whose year is not stated counts from the target's year on.
const observation* newest_actual(const kpi& indicator, int year) {
  const observation* newest = nullptr;
  const bool final_year = indicator.target && indicator.target->year && *indicator.target->year <= year;
  for (const auto& actual : indicator.actuals) {
    if (!actual.value) continue;
    if (!actual.year) {
      if (final_year) return &actual;
      continue;
    }
    if (*actual.year <= year && (newest == nullptr || *actual.year > *newest->year)) newest = &actual;
  }
  return newest;
}

/// Percent as an exact fraction.
std::optional<ratio> fraction_of_hundred(const decimal& percent) { return ratio::divide(percent, hundred); }

/// The evaluation of one indicator, step by step; each step may find that there is nothing to compute.
class rating {
 public:
  rating(const kpi& indicator, const rating_scheme& scheme, int year, std::optional<int> plan_start_year)
      : kpi_(indicator), scheme_(scheme), year_(year), plan_start_year_(plan_start_year) {
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.unit = indicator.unit;
  }

  kpi_evaluation run() {
    gather();
    if (result_.gap == rate_gap::none) compute();
    if (result_.gap != rate_gap::none) rate_.reset();
    if (rate_) print_rate();
    choose_band();
    return std::move(result_);
  }

 private:
  bool falls() const { return kpi_.aim == indicator_aim::decrease || kpi_.aim == indicator_aim::at_most; }
  bool no(rate_gap gap) {
    result_.gap = gap;
    return false;
  }

  void gather() {
    if (scheme_.formula == rate_formula::judgement) return void(no(rate_gap::judged));
    if (kpi_.kind == indicator_kind::qualitative) return void(no(rate_gap::not_numeric));
    const observation* newest = newest_actual(kpi_, year_);
    if (newest != nullptr) {
      result_.actual = newest->value;
      result_.actual_period = newest->year ? std::to_string(*newest->year) : newest->printed_period;
    }
    if (kpi_.baseline) result_.baseline = kpi_.baseline->value;
    const target* aimed = compared_target();
    if (aimed != nullptr) result_.target = aimed->value;
    if (!result_.actual) return void(no(rate_gap::no_actual));
    if (!result_.target) return void(no(rate_gap::no_target));
    if (!set_level(*aimed)) return;
    result_.target_level = level_.to_string();
  }

  const target* compared_target() const {
    if (scheme_.compared_with == target_comparison::annual_target) {
      for (const auto& yearly : kpi_.targets) {
        if (yearly.year == year_ && yearly.value) return &yearly;
      }
      if (kpi_.target && kpi_.target->year && *kpi_.target->year > year_) return nullptr;  // no target for this year
    }
    return kpi_.target ? &*kpi_.target : nullptr;
  }

  /// The level that the target stands for: a rate of change and an increase are applied to the baseline.
  bool set_level(const target& aimed) {
    const target_basis basis = aimed.basis.value_or(target_basis::level);
    std::optional<ratio> level = ratio(*aimed.value);
    if (basis == target_basis::change_rate || basis == target_basis::increment) {
      if (!result_.baseline) return no(rate_gap::no_baseline);
      if (basis == target_basis::increment) {
        level = ratio::add(*result_.baseline, *aimed.value);
      } else {
        const auto change = fraction_of_hundred(*aimed.value);
        const auto factor = change ? ratio::add(ratio(decimal(1)), *change) : std::nullopt;
        level = factor ? ratio::multiply(*result_.baseline, *factor) : std::nullopt;
      }
    }
    level = move_along(level);
    if (result_.gap != rate_gap::none) return false;
    if (!level) return no(rate_gap::too_large);
    level_ = *level;
    return true;
  }

  /// The point of this year on the way, for schemes that compare with one.
  std::optional<ratio> move_along(std::optional<ratio> level) {
    if (!level) return level;
    if (scheme_.compared_with == target_comparison::elapsed_share) {
      const int index = plan_start_year_ ? year_ - *plan_start_year_ : -1;
      if (index < 0 || scheme_.elapsed_shares.empty()) {
        no(rate_gap::no_target);
        return level;
      }
      const auto place = std::min(static_cast<std::size_t>(index), scheme_.elapsed_shares.size() - 1);
      const auto share = fraction_of_hundred(scheme_.elapsed_shares[place]);
      return share ? ratio::multiply(*level, *share) : std::nullopt;
    }
    if (scheme_.compared_with == target_comparison::straight_line) return on_line(*level);
    return level;
  }

  std::optional<ratio> on_line(const ratio& final_level) {
    if (!result_.baseline || !kpi_.baseline->year) {
      no(rate_gap::no_baseline);
      return std::nullopt;
    }
    const auto last = kpi_.target->year;
    if (!last || *last <= *kpi_.baseline->year) {
      no(rate_gap::no_target);
      return std::nullopt;
    }
    const int elapsed = std::min(year_, *last) - *kpi_.baseline->year;
    const auto share = ratio::make(elapsed, *last - *kpi_.baseline->year);
    const auto way = ratio::subtract(final_level, *result_.baseline);
    const auto part = share && way ? ratio::multiply(*way, *share) : std::nullopt;
    return part ? ratio::add(*result_.baseline, *part) : std::nullopt;
  }

  void compute() {
    switch (scheme_.formula) {
      case rate_formula::ratio: ratio_rate(); break;
      case rate_formula::progress: progress_rate(); break;
      case rate_formula::compare:
        if (result_.baseline) progress_rate();
        if (result_.gap == rate_gap::zero_denominator) result_.gap = rate_gap::none;  // the comparison needs no rate
        break;
      case rate_formula::judgement: break;
    }
    if (rate_ && scheme_.floor) clamp(*scheme_.floor, true);
    if (rate_ && scheme_.cap) clamp(*scheme_.cap, false);
  }

  void clamp(const decimal& percent, bool is_floor) {
    const auto bound = fraction_of_hundred(percent);
    if (bound && (is_floor ? *rate_ < *bound : *rate_ > *bound)) rate_ = bound;
  }

  void ratio_rate() {
    if (!kpi_.aim) return void(no(rate_gap::no_aim));
    const ratio actual(*result_.actual);
    const std::string a = result_.actual->to_string();
    if (!falls() || scheme_.falling == falling_formula::plain) {
      divide(actual, level_, a + " ÷ " + result_.target_level);
    } else if (scheme_.falling == falling_formula::target_over_actual) {
      divide(level_, actual, result_.target_level + " ÷ " + a);
    } else if (scheme_.falling == falling_formula::two_minus_ratio) {
      divide(actual, level_, "2 − " + a + " ÷ " + result_.target_level);
      if (rate_) rate_ = ratio::subtract(decimal(2), *rate_);
    } else {
      no(rate_gap::falling_not_stated);
    }
  }

  void progress_rate() {
    if (!result_.baseline) return void(no(rate_gap::no_baseline));
    const std::string base = result_.baseline->to_string();
    const auto done = ratio::subtract(*result_.actual, *result_.baseline);
    const auto way = ratio::subtract(level_, *result_.baseline);
    if (!done || !way) return void(no(rate_gap::too_large));
    divide(*done, *way, "(" + result_.actual->to_string() + " − " + base + ") ÷ (" + result_.target_level + " − " + base + ")");
  }

  void divide(const ratio& numerator, const ratio& denominator, std::string rule) {
    result_.rule = std::move(rule);
    if (denominator.sign() == 0) return void(no(rate_gap::zero_denominator));
    rate_ = ratio::divide(numerator, denominator);
    if (!rate_) no(rate_gap::too_large);
  }

  std::optional<decimal> percentage() const {
    const auto percent = ratio::multiply(*rate_, hundred);
    return percent ? percent->round(scheme_.rounding.decimals, scheme_.rounding.mode) : std::nullopt;
  }

  void print_rate() {
    result_.rate_numerator = to_string(rate_->numerator());
    result_.rate_denominator = to_string(rate_->denominator());
    if (const auto percent = percentage()) result_.rate = percent->to_string() + (scheme_.rounding.percent_sign ? "%" : "");
  }

  void choose_band() {
    for (const auto& band : scheme_.bands) {
      if (!fits(band)) continue;
      result_.rating = band.symbol;
      result_.rating_meaning = band.meaning;
      result_.good = band.good;
      return;
    }
  }

  bool fits(const rating_band& band) const {
    const bool rated = result_.gap == rate_gap::none;
    if (band.when == rating_condition::not_rated) return !rated;
    if (!rated) return false;
    if (band.when == rating_condition::band) return rate_ && within(band);
    const bool against_target = band.when == rating_condition::target_exceeded ||
                                band.when == rating_condition::target_met || band.when == rating_condition::target_missed;
    if (!kpi_.aim || (!against_target && !result_.baseline)) return false;
    const int direction = falls() ? -1 : 1;
    const ratio reference = against_target ? level_ : ratio(*result_.baseline);
    const int better = direction * ratio::compare(ratio(*result_.actual), reference);
    switch (band.when) {
      case rating_condition::target_exceeded:
      case rating_condition::better_than_baseline: return better > 0;
      case rating_condition::target_met: return better >= 0;
      case rating_condition::equal_to_baseline: return better == 0;
      default: return better < 0;
    }
  }

  bool within(const rating_band& band) const {
    std::optional<ratio> percent = ratio::multiply(*rate_, hundred);
    if (scheme_.rounding.before_rating) {
      const auto rounded = percentage();
      percent = rounded ? std::optional<ratio>(*rounded) : std::nullopt;
    }
    if (!percent) return false;
    if (band.min && (band.min_inclusive ? *percent < *band.min : *percent <= *band.min)) return false;
    if (band.max && (band.max_inclusive ? *percent > *band.max : *percent >= *band.max)) return false;
    return true;
  }

  const kpi& kpi_;
  const rating_scheme& scheme_;
  int year_;
  std::optional<int> plan_start_year_;
  ratio level_;
  std::optional<ratio> rate_;
  kpi_evaluation result_;
};

}  // namespace

kpi_evaluation evaluate_kpi(const kpi& indicator, const rating_scheme& scheme, int year,
                            std::optional<int> plan_start_year) {
  return rating(indicator, scheme, year, plan_start_year).run();
}

}  // namespace v1
}  // namespace senryaku
