#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {
namespace {

const ratio zero{};
const ratio one{decimal(1)};

bool falls(indicator_aim aim) {
  return aim == indicator_aim::decrease || aim == indicator_aim::at_most;
}
bool keeps(indicator_aim aim) {
  return aim == indicator_aim::maintain || aim == indicator_aim::at_least || aim == indicator_aim::at_most;
}

/// True when `actual` has reached `level`, seen in the direction of the aim.
bool reached(indicator_aim aim, const ratio& actual, const ratio& level) {
  return falls(aim) ? actual <= level : actual >= level;
}

computed_rate gap(rate_gap why, std::string rule = {}) {
  return {std::nullopt, std::nullopt, why, std::move(rule)};
}

computed_rate quotient(const std::optional<ratio>& numerator, const std::optional<ratio>& denominator,
                       std::string rule) {
  if (!numerator || !denominator) return gap(rate_gap::too_large, std::move(rule));
  const auto rate = ratio::divide(*numerator, *denominator);
  if (!rate) return gap(rate_gap::too_large, std::move(rule));
  return {rate, std::nullopt, rate_gap::none, std::move(rule)};
}

/// 100 % or 0 % where the formula would divide by zero and the scheme says so.
computed_rate all_or_nothing(degenerate_rule rule, std::optional<indicator_aim> aim, const ratio& level,
                             const ratio& actual, std::string text) {
  if (rule == degenerate_rule::no_rate) return gap(rate_gap::zero_denominator, std::move(text));
  const bool done = aim ? reached(*aim, actual, level) : actual >= level;
  return {done ? one : zero, std::nullopt, rate_gap::none, std::move(text)};
}

computed_rate progress(const rating_scheme& scheme, std::optional<indicator_aim> aim,
                       const std::optional<ratio>& baseline, const ratio& level, const ratio& actual) {
  if (!baseline) return gap(rate_gap::no_baseline);
  const std::string base = baseline->to_string();
  std::string rule = "(" + actual.to_string() + " − " + base + ") ÷ (" + level.to_string() + " − " + base + ")";
  if (level == *baseline) {
    const bool nothing = scheme.zero_from_zero_unrated && level.sign() == 0;
    return all_or_nothing(nothing ? degenerate_rule::no_rate : scheme.target_equals_baseline, aim, level, actual,
                          std::move(rule));
  }
  return quotient(ratio::subtract(actual, *baseline), ratio::subtract(level, *baseline), std::move(rule));
}

computed_rate falling_ratio(const rating_scheme& scheme, indicator_aim aim, const ratio& level, const ratio& actual) {
  const std::string a = actual.to_string();
  const std::string t = level.to_string();
  switch (scheme.falling) {
    case falling_formula::plain:
      return quotient(actual, level, a + " ÷ " + t);
    case falling_formula::target_over_actual:
      if (actual.sign() == 0) return all_or_nothing(scheme.zero_target, aim, level, actual, t + " ÷ " + a);
      return quotient(level, actual, t + " ÷ " + a);
    case falling_formula::two_minus_ratio: {
      auto result = quotient(actual, level, "2 − " + a + " ÷ " + t);
      if (result.rate) result.rate = ratio::subtract(decimal(2), *result.rate);
      return result;
    }
    case falling_formula::excess: {
      if (reached(aim, actual, level)) return {one, std::nullopt, rate_gap::none, a + " ≤ " + t};
      auto result = quotient(ratio::subtract(actual, level), level, "(" + a + " − " + t + ") ÷ " + t);
      result.excess = result.rate;
      if (result.excess) result.rate = ratio::subtract(one, *result.excess);
      return result;
    }
    case falling_formula::not_stated:
      break;
  }
  return gap(rate_gap::falling_not_stated);
}

computed_rate plain_ratio(const rating_scheme& scheme, std::optional<indicator_aim> aim,
                          const std::optional<ratio>& baseline, const ratio& level, const ratio& actual) {
  if (!aim) return gap(rate_gap::no_aim);
  std::string rule = actual.to_string() + " ÷ " + level.to_string();
  if (level.sign() == 0) {
    const bool nothing = scheme.zero_from_zero_unrated && baseline && baseline->sign() == 0;
    return all_or_nothing(nothing ? degenerate_rule::no_rate : scheme.zero_target, aim, level, actual, std::move(rule));
  }
  if (keeps(*aim) && scheme.keeping == keeping_rule::kept_is_100 && reached(*aim, actual, level)) {
    return {one, std::nullopt, rate_gap::none, std::move(rule)};
  }
  if (falls(*aim)) return falling_ratio(scheme, *aim, level, actual);
  return quotient(actual, level, std::move(rule));
}

}  // namespace

computed_rate compute_rate(const rating_scheme& scheme, rate_formula formula, std::optional<indicator_aim> aim,
                           const std::optional<ratio>& baseline, const ratio& level, const ratio& actual) {
  computed_rate result;
  switch (formula) {
    case rate_formula::ratio:
      result = plain_ratio(scheme, aim, baseline, level, actual);
      break;
    case rate_formula::progress:
      result = progress(scheme, aim, baseline, level, actual);
      break;
    case rate_formula::compare:
      result = progress(scheme, aim, baseline, level, actual);
      result.gap = rate_gap::none;  // the comparison itself needs no rate
      break;
    case rate_formula::judgement:
      return gap(rate_gap::judged);
  }
  const auto bound = [&](const std::optional<decimal>& percent, bool is_floor) {
    if (!percent || !result.rate) return;
    const auto limit = ratio::divide(*percent, decimal(100));
    if (limit && (is_floor ? *result.rate < *limit : *result.rate > *limit)) result.rate = limit;
  };
  bound(scheme.floor, true);
  bound(scheme.cap, false);
  return result;
}

}  // namespace v1
}  // namespace senryaku
