/// The one place where a quotient is rounded.
#pragma once

#include <senryaku/base.hpp>

namespace senryaku::base {

/// A rounding mode as numbers, so that a loop over a column needs no branch: a quotient goes up when
/// `by_distance` × (remainder − (divisor − remainder)) + `by_remainder` × remainder + `tie` + `odd_tie` × (quotient
/// odd) is above zero.
struct rounding_rule {
  std::int32_t by_distance = 0;
  std::int32_t by_remainder = 0;
  std::int32_t tie = 0;
  std::int32_t odd_tie = 0;
};

constexpr rounding_rule rule_of(rounding_mode mode) {
  switch (mode) {
    case rounding_mode::half_up:
      return {1, 0, 1, 0};
    case rounding_mode::half_even:
      return {1, 0, 0, 1};
    case rounding_mode::truncate:
      return {};
    case rounding_mode::ceiling:
      return {0, 1, 0, 0};
  }
  return {};
}

/// True when `quotient`, the whole part of a division that leaves `remainder` of `divisor`, has to go up by one. All
/// three are magnitudes: a negative number is rounded as its positive counterpart.
template <class Integer>
constexpr bool rounds_up(const rounding_rule& rule, Integer quotient, Integer remainder, Integer divisor) {
  return rule.by_distance * (remainder - (divisor - remainder)) + rule.by_remainder * remainder + rule.tie +
             rule.odd_tie * (quotient & 1) >
         0;
}

}  // namespace senryaku::base
