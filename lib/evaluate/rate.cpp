#include <senryaku/evaluate.hpp>

#include <algorithm>
#include <limits>

#include "evaluate/bands.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

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

/// The formula that a mark on the indicator switches to, or the scheme's own.
rate_formula formula_for(const kpi& indicator, const rating_scheme& scheme) {
  if (scheme.formula == rate_formula::judgement) return scheme.formula;
  if (indicator.formula == "ratio") return rate_formula::ratio;
  if (indicator.formula == "progress") return rate_formula::progress;
  if (indicator.formula == "compare") return rate_formula::compare;
  return scheme.formula;
}

/// The evaluation of one indicator, step by step; each step may find that there is nothing to compute.
class rating {
 public:
  rating(const kpi& indicator, const rating_scheme& scheme, int year, std::optional<int> plan_start_year)
      : kpi_(indicator),
        scheme_(scheme),
        year_(year),
        plan_start_year_(plan_start_year),
        formula_(formula_for(indicator, scheme)) {
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.unit = indicator.unit;
  }

  kpi_evaluation run() {
    gather();
    if (result_.gap == rate_gap::none && level_) {
      main_ = compute_rate(scheme_, formula_, kpi_.aim, baseline_, *level_, ratio(*result_.actual));
      result_.gap = main_.gap;
      result_.rule = main_.rule;
    }
    if (result_.gap == rate_gap::none && main_.rate) print_main();
    print_final();
    print_shares();
    rate_against_bands();
    return std::move(result_);
  }

 private:
  bool no(rate_gap gap) {
    result_.gap = gap;
    return false;
  }

  void gather() {
    if (formula_ == rate_formula::judgement) return void(no(rate_gap::judged));
    if (kpi_.kind == indicator_kind::qualitative) return void(no(rate_gap::not_numeric));
    const observation* newest = newest_actual(kpi_, year_);
    if (newest != nullptr) {
      result_.actual = newest->value;
      result_.actual_period = newest->year ? std::to_string(*newest->year) : newest->printed_period;
      if (newest->year) previous_ = newest_actual(kpi_, *newest->year - 1);
    }
    if (kpi_.baseline) result_.baseline = kpi_.baseline->value;
    if (result_.baseline) {
      baseline_ = ratio(*result_.baseline);
    } else if (scheme_.missing_baseline_is_zero) {
      baseline_ = ratio{};
    }
    const target* aimed = compared_target();
    if (aimed != nullptr) {
      result_.target = aimed->value;
      target_text_ = aimed->text;
    }
    if (!result_.actual) return void(no(rate_gap::no_actual));
    if (newest->year && *newest->year < first_year()) return void(no(rate_gap::older_than_plan));
    if (scheme_.compared_with == target_comparison::previous_value || (!result_.target && !target_text_.empty())) {
      if (previous_ == nullptr) no(rate_gap::no_previous);
      return;
    }
    if (!result_.target) return void(no(rate_gap::no_target));
    level_ = level_of(*aimed);
    if (level_) level_ = move_along(*level_);
    if (level_) {
      result_.target_level = level_->to_string();
    } else if (result_.gap == rate_gap::none) {
      no(rate_gap::too_large);
    }
  }

  /// The first year that the plan can answer for: its start, or the first of the yearly targets.
  int first_year() const {
    int first = plan_start_year_.value_or(std::numeric_limits<int>::min());
    if (plan_start_year_ || kpi_.targets.empty()) return first;
    first = std::numeric_limits<int>::max();
    for (const auto& yearly : kpi_.targets) first = std::min(first, yearly.year.value_or(std::numeric_limits<int>::min()));
    return first;
  }

  const target* compared_target() const {
    if (scheme_.compared_with != target_comparison::annual_target) return kpi_.target ? &*kpi_.target : nullptr;
    for (const auto& yearly : kpi_.targets) {
      if (yearly.year == year_ && (yearly.value || !yearly.text.empty())) return &yearly;
    }
    const bool final_is_due = kpi_.target && (!kpi_.target->year || *kpi_.target->year <= year_);
    return final_is_due ? &*kpi_.target : nullptr;
  }

  /// The level that a target stands for: a rate of change and an increase are applied to the baseline.
  std::optional<ratio> level_of(const target& aimed) {
    const target_basis basis = aimed.basis.value_or(target_basis::level);
    if (basis == target_basis::level || basis == target_basis::total) return ratio(*aimed.value);
    if (!baseline_) {
      no(rate_gap::no_baseline);
      return std::nullopt;
    }
    if (basis == target_basis::increment) return ratio::add(*baseline_, *aimed.value);
    const auto change = ratio::divide(*aimed.value, decimal(100));
    const auto factor = change ? ratio::add(ratio(decimal(1)), *change) : std::nullopt;
    return factor ? ratio::multiply(*baseline_, *factor) : std::nullopt;
  }

  /// The point of this year on the way, for schemes that compare with one.
  std::optional<ratio> move_along(const ratio& level) {
    if (scheme_.compared_with == target_comparison::straight_line) {
      auto point = point_on_line(kpi_, level, year_);
      if (!point) no(result_.baseline ? rate_gap::no_target : rate_gap::no_baseline);
      return point;
    }
    if (scheme_.compared_with != target_comparison::elapsed_share) return level;
    const int index = plan_start_year_ ? year_ - *plan_start_year_ : -1;
    if (index < 0 || scheme_.elapsed_shares.empty()) {
      no(rate_gap::no_target);
      return std::nullopt;
    }
    const auto place = std::min(static_cast<std::size_t>(index), scheme_.elapsed_shares.size() - 1);
    const auto share = ratio::divide(scheme_.elapsed_shares[place], decimal(100));
    return share ? ratio::multiply(level, *share) : std::nullopt;
  }

  void print_main() {
    result_.rate_numerator = to_string(main_.rate->numerator());
    result_.rate_denominator = to_string(main_.rate->denominator());
    result_.rate = printed_rate(main_, scheme_);
  }

  void print_final() {
    if (!scheme_.final_too || !result_.actual || formula_ == rate_formula::judgement) return;
    const target* last = kpi_.target && kpi_.target->value ? &*kpi_.target : nullptr;
    // A target that is set anew each year has no other final level.
    const bool set_yearly = last == nullptr && level_ && kpi_.target && !kpi_.target->text.empty();
    std::optional<ratio> level = set_yearly ? level_ : std::nullopt;
    const rate_gap before = result_.gap;
    if (last != nullptr) level = level_of(*last);
    result_.gap = before;
    if (level)
      result_.rate_final =
          printed_rate(compute_rate(scheme_, formula_, kpi_.aim, baseline_, *level, ratio(*result_.actual)), scheme_);
  }

  /// Each yearly target as a share of the way, by the indicator's own formula.
  void print_shares() {
    if (!scheme_.final_too || !kpi_.target || !kpi_.target->value || formula_ == rate_formula::judgement) return;
    const rate_gap before = result_.gap;
    const auto last = level_of(*kpi_.target);
    for (const auto& yearly : kpi_.targets) {
      const auto level = yearly.value && last ? level_of(yearly) : std::nullopt;
      if (!level) continue;
      const auto share = compute_rate(scheme_, formula_, kpi_.aim, baseline_, *last, *level);
      const auto percent = share.rate ? percentage(*share.rate, scheme_.rounding) : std::nullopt;
      result_.target_shares.push_back(percent ? percent->to_string() : "");
    }
    result_.gap = before;
  }

  void rate_against_bands() {
    band_question question;
    question.indicator = &kpi_;
    question.year = year_;
    question.gap = result_.gap;
    question.rate = main_.rate;
    question.baseline = baseline_;
    question.level = level_;
    if (result_.actual) question.actual = ratio(*result_.actual);
    if (previous_ != nullptr) question.previous = ratio(*previous_->value);
    question.target_text = target_text_;
    if (const rating_band* band = choose_band(scheme_, question)) {
      result_.rating = band->symbol;
      result_.rating_meaning = band->meaning;
      result_.good = band->good;
    }
  }

  const kpi& kpi_;
  const rating_scheme& scheme_;
  int year_;
  std::optional<int> plan_start_year_;
  rate_formula formula_;
  std::optional<ratio> baseline_;
  std::optional<ratio> level_;
  const observation* previous_ = nullptr;
  std::string target_text_;
  computed_rate main_;
  kpi_evaluation result_;
};

}  // namespace

kpi_evaluation evaluate_kpi(const kpi& indicator, const rating_scheme& scheme, int year,
                            std::optional<int> plan_start_year) {
  return rating(indicator, scheme, year, plan_start_year).run();
}

}  // namespace v1
}  // namespace senryaku
