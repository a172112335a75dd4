#include "evaluate/rating_kernel.hpp"

#include <bit>

#include "base/block_loop.hpp"

namespace senryaku::rating {
namespace {

/// Whole numbers from 0 to here are the fraction bits of the doubles from 2^52 on, one by one: a way between integers
/// and doubles by bits alone, as AVX2 has no instructions for it.
constexpr std::int64_t exact = (std::int64_t{1} << 52) - 1;
constexpr double two_to_52 = 4503599627370496.0;

inline double to_double(std::int64_t whole) {
  return std::bit_cast<double>(whole | std::bit_cast<std::int64_t>(two_to_52)) - two_to_52;
}
/// To the nearest.
inline std::int64_t to_whole(double value) {
  return std::bit_cast<std::int64_t>(value + two_to_52) & exact;
}

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

namespace {

/// `rate`: rounded; `key` as of the exact quotient. Neither floor nor cap.
SENRYAKU_WIDE_BLOCK_LOOP void divide_freely(const fractions& values, std::int64_t count, const percentage_rule& rule,
                                            std::int64_t* __restrict rate, std::int64_t* __restrict key) {
  const base::rounding_rule rounding = rule.rounding;
  const std::int64_t units = rule.units;
  std::int64_t* __restrict numerators = values.numerator;
  std::int64_t* __restrict denominators = values.denominator;
  const std::int64_t widest = exact / units;
  for (std::int64_t i = 0; i < count; ++i) {
    // Masks, all ones or none, in place of conditions: the loop stays free of branches on every compiler.
    const std::int64_t turned = -static_cast<std::int64_t>(denominators[i] < 0);
    const std::int64_t numerator = difference(numerators[i] ^ turned, turned);
    const std::int64_t denominator = difference(denominators[i] ^ turned, turned);
    const std::int64_t negative = -static_cast<std::int64_t>(numerator < 0);
    const std::int64_t magnitude = difference(numerator ^ negative, negative);
    const std::int64_t fits = -static_cast<std::int64_t>((magnitude <= widest) & (magnitude >= 0) &
                                                         (denominator <= exact) & (denominator > 0));
    const std::int64_t scaled_up = (magnitude & fits) * units;
    const std::int64_t divisor = (denominator & fits) | (fits + 1);
    // The nearest double to the quotient, and the nearest whole number to that, are never below the quotient's whole
    // part, and above it by one at most.
    std::int64_t whole = to_whole(to_double(scaled_up) / to_double(divisor));
    std::int64_t rest = scaled_up - whole * divisor;
    const std::int64_t above = -static_cast<std::int64_t>(rest < 0);
    whole += above;
    rest += divisor & above;
    const std::int64_t between = rest != 0;
    const std::int64_t up = base::rounds_up(rounding, whole, rest, divisor);
    numerators[i] = numerator;
    denominators[i] = denominator & fits;
    rate[i] = ((whole + up) ^ negative) - negative;
    key[i] = 2 * ((whole ^ negative) - negative - (between & negative & 1)) + between;
  }
}

SENRYAKU_BLOCK_LOOP void cut(const fractions& values, std::int64_t count, const percentage_rule& rule,
                             std::int64_t* __restrict rate, std::int64_t* __restrict key) {
  const std::int64_t floor = rule.floor, cap = rule.cap, units = rule.units;
  std::int64_t* __restrict numerators = values.numerator;
  std::int64_t* __restrict denominators = values.denominator;
  for (std::int64_t i = 0; i < count; ++i) {
    const bool low = key[i] < 2 * floor;
    const bool beyond_limits = low | (key[i] > 2 * cap);
    const std::int64_t limit = low ? floor : cap;
    numerators[i] = beyond_limits ? limit : numerators[i];
    denominators[i] = beyond_limits ? units : denominators[i];
    rate[i] = beyond_limits ? limit : rate[i];
    key[i] = beyond_limits ? 2 * limit : key[i];
  }
}

}  // namespace

void divide(const fractions& values, std::int64_t count, const percentage_rule& rule, std::int64_t* __restrict rate,
            std::int64_t* __restrict key) {
  divide_freely(values, count, rule, rate, key);
  for (std::int64_t i = 0; i < count; ++i) values.apart[i] |= values.denominator[i] == 0 ? 1 : 0;
  const percentage_rule unlimited;
  if (rule.floor != unlimited.floor || rule.cap != unlimited.cap) cut(values, count, rule, rate, key);
  if (!rule.rounded_first) return;
  for (std::int64_t i = 0; i < count; ++i) key[i] = 2 * rate[i];
}

SENRYAKU_BLOCK_LOOP void count_starts(const std::int64_t* key, std::int64_t start, std::int64_t count,
                                      std::int64_t* segment) {
  for (std::int64_t i = 0; i < count; ++i) segment[i] += key[i] >= start ? 1 : 0;
}

}  // namespace senryaku::rating
