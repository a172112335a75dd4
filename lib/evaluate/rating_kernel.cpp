#include "evaluate/rating_kernel.hpp"

#include "base/block_loop.hpp"

namespace senryaku::rating {
namespace {

/// Whole numbers up to here are exact doubles.
constexpr std::int64_t exact = std::int64_t{1} << 52;

inline std::int64_t scaled(const scaled_values& column, std::int64_t i) {
  // A value beyond the limit may wrap round; its row is set apart.
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(column.values[i]) *
                                   static_cast<std::uint64_t>(column.factor));
}
inline bool beyond(const scaled_values& column, std::int64_t i) {
  return (column.values[i] > column.limit) | (column.values[i] < -column.limit);
}
inline std::int64_t difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

}  // namespace

SENRYAKU_WIDE_BLOCK_LOOP void form_progress(const scaled_values& actual, const scaled_values& target,
                                            const scaled_values& baseline, std::int64_t count, const fractions& out) {
  const scaled_values a = actual, t = target, b = baseline;
  std::int64_t* __restrict numerator = out.numerator;
  std::int64_t* __restrict denominator = out.denominator;
  std::uint8_t* __restrict apart = out.apart;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t base = scaled(b, i);
    numerator[i] = difference(scaled(a, i), base);
    denominator[i] = difference(scaled(t, i), base);
  }
  for (std::int64_t i = 0; i < count; ++i) {
    apart[i] = beyond(a, i) | beyond(t, i) | beyond(b, i) | (denominator[i] == 0);
  }
}

SENRYAKU_WIDE_BLOCK_LOOP void form_ratio(const scaled_values& actual, const scaled_values& target,
                                         const std::int64_t* aims, falling_formula falling, bool kept_apart,
                                         std::int64_t count, const fractions& out) {
  constexpr auto increase = static_cast<std::int64_t>(indicator_aim::increase);
  constexpr auto decrease = static_cast<std::int64_t>(indicator_aim::decrease);
  constexpr auto at_most = static_cast<std::int64_t>(indicator_aim::at_most);
  const scaled_values a = actual, t = target;
  std::int64_t* __restrict numerator = out.numerator;
  std::int64_t* __restrict denominator = out.denominator;
  std::uint8_t* __restrict apart = out.apart;
  const bool inverse = falling == falling_formula::target_over_actual;
  const bool two_minus = falling == falling_formula::two_minus_ratio;
  const bool falling_apart = falling == falling_formula::excess || falling == falling_formula::not_stated;
  for (std::int64_t i = 0; i < count; ++i) {
    const bool falls = (aims[i] == decrease) | (aims[i] == at_most);
    const bool keeps = (aims[i] > decrease) & (aims[i] <= at_most);
    const std::int64_t value = scaled(a, i);
    const std::int64_t level = scaled(t, i);
    const std::int64_t over = two_minus ? difference(level, difference(value, level)) : inverse ? level : value;
    const std::int64_t under = inverse ? value : level;
    numerator[i] = falls ? over : value;
    denominator[i] = falls ? under : level;
    apart[i] = beyond(a, i) | beyond(t, i) | (level == 0) | (denominator[i] == 0) | (falls & falling_apart) |
               (keeps & kept_apart) | (aims[i] < increase) | (aims[i] > at_most);
  }
}

SENRYAKU_BLOCK_LOOP void set_apart_unknown(const std::uint8_t* known, std::int64_t count, const fractions& out) {
  for (std::int64_t i = 0; i < count; ++i) out.apart[i] |= known[i] == 0 ? 1 : 0;
}

SENRYAKU_WIDE_BLOCK_LOOP void divide(const fractions& values, std::int64_t count, const percentage_rule& rule,
                                     std::int64_t* __restrict rate, std::int64_t* __restrict key) {
  const percentage_rule r = rule;
  std::int64_t* __restrict numerators = values.numerator;
  std::int64_t* __restrict denominators = values.denominator;
  std::uint8_t* __restrict apart = values.apart;
  const std::int64_t widest = exact / r.units;
  for (std::int64_t i = 0; i < count; ++i) {
    const bool turned = denominators[i] < 0;
    std::int64_t numerator = turned ? difference(0, numerators[i]) : numerators[i];
    std::int64_t denominator = turned ? difference(0, denominators[i]) : denominators[i];
    const bool negative = numerator < 0;
    const std::int64_t magnitude = negative ? difference(0, numerator) : numerator;
    const bool wide = (magnitude > widest) | (magnitude < 0) | (denominator > exact) | (denominator <= 0);
    const std::int64_t scaled_up = wide ? 0 : magnitude * r.units;
    const std::int64_t divisor = wide ? 1 : denominator;
    // The nearest double to the quotient is never below its whole part, and above it by one at most.
    std::int64_t whole = static_cast<std::int64_t>(static_cast<double>(scaled_up) / static_cast<double>(divisor));
    std::int64_t rest = scaled_up - whole * divisor;
    whole -= rest < 0 ? 1 : 0;
    rest += rest < 0 ? divisor : 0;
    const bool between = rest != 0;
    const std::int64_t up = base::rounds_up(r.rounding, whole, rest, divisor) ? 1 : 0;
    std::int64_t rounded = negative ? -(whole + up) : whole + up;
    std::int64_t lower = negative ? -whole - (between ? 1 : 0) : whole;
    std::int64_t place = 2 * lower + (between ? 1 : 0);
    const bool low = place < 2 * r.floor;
    const bool high = place > 2 * r.cap;
    const std::int64_t limit = low ? r.floor : r.cap;
    const bool cut = low | high;
    rounded = cut ? limit : rounded;
    place = cut ? 2 * limit : place;
    numerators[i] = cut ? limit : numerator;
    denominators[i] = cut ? r.units : denominator;
    rate[i] = rounded;
    key[i] = r.rounded_first ? 2 * rounded : place;
    apart[i] |= wide ? 1 : 0;
  }
}

SENRYAKU_BLOCK_LOOP void count_starts(const std::int64_t* key, std::int64_t start, std::int64_t count,
                                      std::int64_t* segment) {
  for (std::int64_t i = 0; i < count; ++i) segment[i] += key[i] >= start ? 1 : 0;
}

}  // namespace senryaku::rating
