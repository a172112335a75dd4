/// The branch-free part of rating columns: fractions of whole numbers to percentages and classes, a block at a time.
#pragma once

#include <senryaku/evaluate.hpp>

#include "base/rounding.hpp"

namespace senryaku::rating {

inline constexpr std::int64_t block = 1024;

/// A column's values of one block and how to bring them to the common scale. Beyond ±limit a row is set apart.
struct scaled_values {
  const std::int64_t* values;
  std::int64_t factor;
  std::int64_t limit;
};

/// Numerators and denominators as formed, and the rows that are set apart (1) for the way of single indicators.
struct fractions {
  std::int64_t* numerator = nullptr;
  std::int64_t* denominator = nullptr;
  std::uint8_t* apart = nullptr;
};

/// (actual − baseline) ÷ (target − baseline).
void form_progress(const scaled_values& actual, const scaled_values& target, const scaled_values& baseline,
                   std::int64_t count, const fractions& out);
/// actual ÷ target for rising indicators; for falling ones by `falling`. Rows of `aims` that the plain forms do not
/// serve are set apart.
void form_ratio(const scaled_values& actual, const scaled_values& target, const std::int64_t* aims,
                falling_formula falling, bool kept_apart, std::int64_t count, const fractions& out);
/// Sets the unknown rows apart.
void set_apart_unknown(const std::uint8_t* known, std::int64_t count, const fractions& out);

/// How percentages are cut: everything in units of 100 ÷ `units` percent.
struct percentage_rule {
  std::int64_t units = 100;  ///< 100 × 10^decimals
  base::rounding_rule rounding;
  bool rounded_first = false;  ///< the classes see the rounded percentage
  std::int64_t floor = INT64_MIN / 4;
  std::int64_t cap = INT64_MAX / 4;
};

/// Makes denominators positive, divides, applies floor and cap; `key`: twice the percentage in whole units, and one
/// more when it lies between two. Rows beyond exact doubles are set apart.
void divide(const fractions& values, std::int64_t count, const percentage_rule& rule, std::int64_t* rate,
            std::int64_t* key);
/// segment[i] += key[i] ≥ start.
void count_starts(const std::int64_t* key, std::int64_t start, std::int64_t count, std::int64_t* segment);

}  // namespace senryaku::rating
