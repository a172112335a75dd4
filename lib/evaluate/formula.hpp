/// The formulas of rates: which fraction of which values a scheme forms. Decided in one place for single indicators
/// (exact fractions) and for columns (integers at a common scale).
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

enum class rate_form : std::uint8_t {
  none,  ///< nothing was tried
  actual_over_level,
  level_over_actual,
  two_minus_quotient,  ///< 2 − actual ÷ level
  progress,            ///< (actual − baseline) ÷ (level − baseline)
  difference,          ///< actual − level
  change,              ///< (actual − baseline) ÷ |baseline|
  ceiling_kept         ///< 100 % because the value lies under its ceiling
};
/// What comes of the form: the quotient itself, or 100 % or 0 % in its place.
enum class rate_outcome : std::uint8_t { none, quotient, all, nothing };

struct rate_choice {
  rate_form form = rate_form::none;
  rate_outcome outcome = rate_outcome::none;
  rate_gap gap = rate_gap::none;
  bool prints_excess = false;  ///< 1 − rate is printed, as the excess over the ceiling
  bool turned = false;         ///< of `difference` and `change`: the sign is turned, so that better is above zero
};

/// What a rate is multiplied by to be printed and compared: percent, or the indicator's own unit.
constexpr int units_of(rate_formula formula) {
  return formula == rate_formula::difference ? 1 : 100;
}

inline bool falls(indicator_aim aim) {
  return aim == indicator_aim::decrease || aim == indicator_aim::at_most;
}
inline bool keeps(indicator_aim aim) {
  return aim == indicator_aim::maintain || aim == indicator_aim::at_least || aim == indicator_aim::at_most;
}

/// −1, 0, 1.
inline int sign_of(const ratio& value) {
  return value.sign();
}
inline int sign_of(std::int64_t value) {
  return (value > 0) - (value < 0);
}

/// `Number`: ordered, with `sign_of`. Unknown aim and baseline are absent.
template <class Number>
class rate_chooser {
 public:
  rate_chooser(const rating_scheme& scheme, std::optional<indicator_aim> aim, const Number* baseline,
               const Number& level, const Number& actual)
      : scheme_(scheme), aim_(aim), baseline_(baseline), level_(level), actual_(actual) {}

  rate_choice choose(rate_formula formula) const {
    switch (formula) {
      case rate_formula::ratio:
        return plain_ratio();
      case rate_formula::progress:
        return progress();
      case rate_formula::difference:
        return oriented(rate_form::difference);
      case rate_formula::change:
        return change();
      case rate_formula::yes_no:
        if (!aim_) return gap(rate_gap::no_aim);
        return {rate_form::none, reached() ? rate_outcome::all : rate_outcome::nothing, rate_gap::none};
      case rate_formula::compare: {
        rate_choice choice = progress();
        choice.gap = rate_gap::none;  // the comparison itself needs no rate
        return choice;
      }
      case rate_formula::judgement:
        break;
    }
    return gap(rate_gap::judged);
  }

 private:
  static rate_choice gap(rate_gap why, rate_form form = rate_form::none) {
    return {form, rate_outcome::none, why};
  }
  static rate_choice quotient(rate_form form) { return {form, rate_outcome::quotient, rate_gap::none}; }

  /// True when the value has reached the level, seen in the direction of the aim.
  bool reached() const { return aim_ && falls(*aim_) ? actual_ <= level_ : actual_ >= level_; }

  /// 100 % or 0 % where the formula would divide by zero and the scheme says so.
  rate_choice all_or_nothing(degenerate_rule rule, rate_form form) const {
    if (rule == degenerate_rule::no_rate) return gap(rate_gap::zero_denominator, form);
    return {form, reached() ? rate_outcome::all : rate_outcome::nothing, rate_gap::none};
  }

  /// A figure whose sign says better or worse, for indicators with an aim.
  rate_choice oriented(rate_form form) const {
    if (!aim_) return gap(rate_gap::no_aim);
    rate_choice choice = quotient(form);
    choice.turned = falls(*aim_);
    return choice;
  }

  rate_choice change() const {
    if (baseline_ == nullptr) return gap(rate_gap::no_baseline);
    if (sign_of(*baseline_) == 0) return gap(rate_gap::zero_denominator, rate_form::change);
    return oriented(rate_form::change);
  }

  rate_choice progress() const {
    if (baseline_ == nullptr) return gap(rate_gap::no_baseline);
    if (scheme_.zero_baseline_unrated && sign_of(*baseline_) == 0) return gap(rate_gap::zero_baseline);
    if (!(level_ == *baseline_)) return quotient(rate_form::progress);
    const bool nothing = scheme_.zero_from_zero_unrated && sign_of(level_) == 0;
    return all_or_nothing(nothing ? degenerate_rule::no_rate : scheme_.target_equals_baseline, rate_form::progress);
  }

  rate_choice plain_ratio() const {
    if (!aim_) return gap(rate_gap::no_aim);
    if (scheme_.negative_values != negative_rule::plain && (sign_of(level_) < 0 || sign_of(actual_) < 0))
      return scheme_.negative_values == negative_rule::progress ? progress() : gap(rate_gap::negative_values);
    if (sign_of(level_) == 0) {
      const bool nothing = scheme_.zero_from_zero_unrated && baseline_ != nullptr && sign_of(*baseline_) == 0;
      return all_or_nothing(nothing ? degenerate_rule::no_rate : scheme_.zero_target, rate_form::actual_over_level);
    }
    if (keeps(*aim_) && scheme_.keeping == keeping_rule::kept_is_100 && reached())
      return {rate_form::actual_over_level, rate_outcome::all, rate_gap::none};
    return falls(*aim_) ? falling_ratio() : quotient(rate_form::actual_over_level);
  }

  rate_choice falling_ratio() const {
    switch (scheme_.falling) {
      case falling_formula::plain:
        return quotient(rate_form::actual_over_level);
      case falling_formula::target_over_actual:
        return sign_of(actual_) == 0 ? all_or_nothing(scheme_.zero_target, rate_form::level_over_actual)
                                     : quotient(rate_form::level_over_actual);
      case falling_formula::two_minus_ratio:
        return quotient(rate_form::two_minus_quotient);
      case falling_formula::excess:
        if (reached()) return {rate_form::ceiling_kept, rate_outcome::all, rate_gap::none};
        return {rate_form::two_minus_quotient, rate_outcome::quotient, rate_gap::none, true};
      case falling_formula::not_stated:
        break;
    }
    return gap(rate_gap::falling_not_stated);
  }

  const rating_scheme& scheme_;
  std::optional<indicator_aim> aim_;
  const Number* baseline_;
  const Number& level_;
  const Number& actual_;
};

}  // namespace v1
}  // namespace senryaku
