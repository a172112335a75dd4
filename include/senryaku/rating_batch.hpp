/// Rates and ratings over columns: many indicators and years at once, by the same rules as single evaluations.
#pragma once

#include <senryaku/evaluate.hpp>

namespace senryaku {
inline namespace v1 {

/// Decimals over the caller's memory: `values` × 10^−`scale`, scale 0–9. `values` null: unknown throughout; `known`
/// null: all known. Nothing is copied.
struct decimal_column {
  const std::int64_t* values = nullptr;
  const std::uint8_t* known = nullptr;
  int scale = 0;
};

struct rating_columns {
  decimal_column actual;
  decimal_column target;  ///< the level that the scheme compares with (of that year, on the line, or the final one)
  decimal_column baseline;
  decimal_column previous;  ///< the value of the year before, for the schemes that ask for it
  decimal_column aim;       ///< values of `indicator_aim`, scale 0
  std::optional<indicator_aim> same_aim = std::nullopt;  ///< of all rows, where there is no column
};

/// Where the results go; a null pointer leaves that column out.
struct rated_columns {
  std::int64_t* numerator =
      nullptr;  ///< the exact rate, not in lowest terms; the denominator is above zero where there
  std::int64_t* denominator = nullptr;  ///< is a rate that fits, and 0 otherwise
  std::int64_t* rate = nullptr;         ///< percent × 10^decimals of the scheme, as it is printed
  std::int32_t* rating = nullptr;       ///< index into the scheme's bands, −1: none
  std::uint8_t* state = nullptr;  ///< value of `rate_gap`: 0 where there is a rate; `prints_excess` where `rate` is one
};

/// One scheme, ready for columns. The values are those that are compared: overrides, totals, missing-value rules and the
/// way to this year's level are the caller's. Immutable; any number of threads may use one.
class column_rater {
 public:
  /// In `rated_columns::state`: `rate` is the excess over the ceiling, as the scheme prints it.
  static constexpr std::uint8_t prints_excess = 255;

  explicit column_rater(rating_scheme scheme);

  const rating_scheme& scheme() const { return scheme_; }

  /// False when a scale is not 0–9 or the aim's is not 0. Memory of `rows` values is written in each column asked for.
  bool rate(const rating_columns& columns, std::int64_t rows, const rated_columns& out) const;

 private:
  friend class column_rating;

  rating_scheme scheme_;
  bool by_rate_alone_ = false;  ///< no class asks for anything but the rate
  int scale_ = 0;               ///< decimals of the percentage at which all bounds are whole
  std::int64_t percent_ = 100;  ///< 100 × 10^scale_
  /// The classes as segments of the number line: `bands_[i]` holds for keys from `starts_[i]` on. The key of a rate is
  /// twice its percentage in whole units, and one more when it lies between two of them.
  std::vector<std::int64_t> starts_;
  std::vector<std::int32_t> bands_;
  std::int32_t not_rated_ = -1;  ///< the class of rows without a rate
  std::optional<std::int64_t> floor_;
  std::optional<std::int64_t> cap_;
};

/// Floating-point figures as a column: out[i] is the decimal with `scale` digits that prints like values[i] (12.3 → 123
/// at scale 1); a NaN is unknown. Returns how many are finite but no such decimal of at most 18 digits; they become
/// unknown too, and `refused` (may be null) marks them.
std::int64_t to_decimal_column(const double* values, std::int64_t rows, int scale, std::int64_t* out,
                               std::uint8_t* known, std::uint8_t* refused);

}  // namespace v1
}  // namespace senryaku
