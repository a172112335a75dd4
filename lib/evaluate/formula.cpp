#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

const ratio zero{};
const ratio one{decimal(1)};

/// The formula with its numbers, as a reader checks it.
std::string written(const rate_choice& choice, const std::optional<ratio>& baseline, const ratio& level,
                    const ratio& actual) {
  const std::string a = actual.to_string();
  const std::string t = level.to_string();
  switch (choice.form) {
    case rate_form::actual_over_level:
      return a + " ÷ " + t;
    case rate_form::level_over_actual:
      return t + " ÷ " + a;
    case rate_form::two_minus_quotient:
      return choice.prints_excess ? "(" + a + " − " + t + ") ÷ " + t : "2 − " + a + " ÷ " + t;
    case rate_form::progress:
      return "(" + a + " − " + baseline->to_string() + ") ÷ (" + t + " − " + baseline->to_string() + ")";
    case rate_form::difference:
      return choice.turned ? t + " − " + a : a + " − " + t;
    case rate_form::change: {
      const std::string b = baseline->to_string();
      return "(" + (choice.turned ? b + " − " + a : a + " − " + b) + ") ÷ |" + b + "|";
    }
    case rate_form::ceiling_kept:
      return a + " ≤ " + t;
    case rate_form::none:
      break;
  }
  return {};
}

std::optional<ratio> quotient(const std::optional<ratio>& numerator, const std::optional<ratio>& denominator) {
  return numerator && denominator ? ratio::divide(*numerator, *denominator) : std::nullopt;
}

/// (actual − reference), or the other way round where lower is better.
std::optional<ratio> gain(const rate_choice& choice, const ratio& reference, const ratio& actual) {
  return choice.turned ? ratio::subtract(reference, actual) : ratio::subtract(actual, reference);
}

std::optional<ratio> value_of(const rate_choice& choice, const std::optional<ratio>& baseline, const ratio& level,
                              const ratio& actual) {
  switch (choice.form) {
    case rate_form::actual_over_level:
      return ratio::divide(actual, level);
    case rate_form::level_over_actual:
      return ratio::divide(level, actual);
    case rate_form::two_minus_quotient: {
      const auto part = ratio::divide(actual, level);
      return part ? ratio::subtract(decimal(2), *part) : std::nullopt;
    }
    case rate_form::progress:
      return quotient(ratio::subtract(actual, *baseline), ratio::subtract(level, *baseline));
    case rate_form::difference:
      return gain(choice, level, actual);
    case rate_form::change:
      return quotient(gain(choice, *baseline, actual),
                      baseline->sign() < 0 ? ratio::subtract(zero, *baseline) : baseline);
    default:
      return std::nullopt;
  }
}

}  // namespace

computed_rate compute_rate(const rating_scheme& scheme, rate_formula formula, std::optional<indicator_aim> aim,
                           const std::optional<ratio>& baseline, const ratio& level, const ratio& actual) {
  const rate_choice choice =
      rate_chooser<ratio>(scheme, aim, baseline ? &*baseline : nullptr, level, actual).choose(formula);
  computed_rate result;
  result.gap = choice.gap;
  result.rule = written(choice, baseline, level, actual);
  switch (choice.outcome) {
    case rate_outcome::none:
      return result;
    case rate_outcome::all:
      result.rate = one;
      break;
    case rate_outcome::nothing:
      result.rate = zero;
      break;
    case rate_outcome::quotient:
      result.rate = value_of(choice, baseline, level, actual);
      if (!result.rate && formula != rate_formula::compare) result.gap = rate_gap::too_large;
      break;
  }
  if (choice.prints_excess && result.rate) result.excess = ratio::subtract(one, *result.rate);
  const auto bound = [&](const std::optional<decimal>& percent, bool is_floor) {
    if (!percent || !result.rate) return;
    const auto limit = ratio::divide(*percent, decimal(units_of(formula)));
    if (limit && (is_floor ? *result.rate < *limit : *result.rate > *limit)) result.rate = limit;
  };
  bound(scheme.floor, true);
  bound(scheme.cap, false);
  return result;
}

}  // namespace v1
}  // namespace senryaku
