#include <senryaku/rating_batch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/powers.hpp"
#include "base/rounding.hpp"
#include "evaluate/bands.hpp"
#include "evaluate/formula.hpp"
#include "evaluate/rating_kernel.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::int64_t ten_to(int exponent) {
  return static_cast<std::int64_t>(powers::ten(exponent));
}

bool usable(const decimal_column& column) {
  return column.scale >= 0 && column.scale <= decimal::max_scale;
}

/// Differences and doubles of two such values still fit 64 bits.
constexpr std::int64_t widest = std::int64_t{1} << 60;

/// A column brought to the common scale.
struct scaled_column {
  const decimal_column* column = nullptr;
  std::int64_t factor = 1;
  std::int64_t limit = widest;

  scaled_column(const decimal_column& source, int scale)
      : column(&source), factor(ten_to(scale - source.scale)), limit(widest / factor) {}

  bool known(std::int64_t row) const {
    return column->values != nullptr && (column->known == nullptr || column->known[row] != 0);
  }
  bool fits(std::int64_t row) const { return column->values[row] <= limit && column->values[row] >= -limit; }
  std::int64_t value(std::int64_t row) const { return column->values[row] * factor; }
  std::optional<ratio> exact(std::int64_t row) const {
    if (!known(row)) return std::nullopt;
    return ratio::make(column->values[row], powers::ten(column->scale));
  }
};

}  // namespace

/// One run over the rows. Rates of whole numbers that fit 64 bits are formed here; everything else goes the way of a
/// single indicator.
class column_rating {
 public:
  column_rating(const column_rater& rater, const rating_columns& columns, const rated_columns& out)
      : rater_(rater),
        scheme_(rater.scheme_),
        out_(out),
        actual_(columns.actual, common_scale(columns)),
        target_(columns.target, common_scale(columns)),
        baseline_(columns.baseline, common_scale(columns)),
        previous_(columns.previous, columns.previous.scale),
        aim_(columns.aim, 0),
        same_aim_(columns.same_aim),
        percentages_(percentage_rule_of()) {
    if (same_aim_) std::fill(std::begin(aims_), std::end(aims_), static_cast<std::int64_t>(*same_aim_));
  }

  void run(std::int64_t rows) {
    if (!can_work_in_blocks()) {
      for (std::int64_t row = 0; row < rows; ++row) one(row);
      return;
    }
    for (std::int64_t first = 0; first < rows; first += rating::block) {
      run_block(first, std::min(rating::block, rows - first));
    }
  }

 private:
  struct result {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t rate = 0;
    std::int32_t rating = -1;
    std::uint8_t state = 0;
  };

  /// True when most rows are plain fractions; the others are set apart and rated one by one.
  bool can_work_in_blocks() const {
    if (!rater_.by_rate_alone_ || rater_.scale_ != scheme_.rounding.decimals) return false;
    if (actual_.column->values == nullptr || target_.column->values == nullptr) return false;
    if (scheme_.formula == rate_formula::progress)
      return baseline_.column->values != nullptr && !scheme_.zero_baseline_unrated;
    return scheme_.formula == rate_formula::ratio && scheme_.negative_values == negative_rule::plain &&
           (aim_.column->values != nullptr || same_aim_);
  }

  void run_block(std::int64_t first, std::int64_t count) {
    const auto part = [&](const scaled_column& column) {
      return rating::scaled_values{column.column->values + first, column.factor, column.limit};
    };
    rating::fractions fractions{numerators_, denominators_, apart_};
    if (out_.numerator != nullptr) fractions.numerator = out_.numerator + first;
    if (out_.denominator != nullptr) fractions.denominator = out_.denominator + first;
    if (scheme_.formula == rate_formula::progress) {
      rating::form_progress(part(actual_), part(target_), part(baseline_), count, fractions);
    } else {
      const std::int64_t* aims = aim_.column->values != nullptr ? aim_.column->values + first : aims_;
      rating::form_ratio(part(actual_), part(target_), aims, scheme_.falling,
                         scheme_.keeping == keeping_rule::kept_is_100, count, fractions);
    }
    for (const auto* column : {&actual_, &target_, &baseline_, &aim_}) {
      if (column->column->known != nullptr) rating::set_apart_unknown(column->column->known + first, count, fractions);
    }
    std::int64_t own_rate[rating::block];
    std::int64_t key[rating::block];
    std::int64_t* rate = out_.rate != nullptr ? out_.rate + first : own_rate;
    rating::divide(fractions, count, percentages_, rate, key);
    store_block(first, count, key);
  }

  void store_block(std::int64_t first, std::int64_t count, const std::int64_t* key) {
    const auto rows = static_cast<std::size_t>(count);
    if (out_.state != nullptr) std::fill_n(out_.state + first, rows, std::uint8_t{0});
    if (out_.rating != nullptr) {
      std::int64_t segment[rating::block] = {};
      for (const std::int64_t start : rater_.starts_) rating::count_starts(key, start, count, segment);
      for (std::int64_t i = 0; i < count; ++i) {
        out_.rating[first + i] = rater_.bands_[static_cast<std::size_t>(segment[i])];
      }
    }
    for (std::int64_t i = 0; i < count; ++i) {
      if (apart_[i] != 0) one(first + i);
    }
  }

  rating::percentage_rule percentage_rule_of() const {
    rating::percentage_rule rule;
    rule.units = rater_.percent_;
    rule.rounding = base::rule_of(scheme_.rounding.mode);
    rule.rounded_first = scheme_.rounding.before_rating;
    if (rater_.floor_) rule.floor = *rater_.floor_;
    if (rater_.cap_) rule.cap = *rater_.cap_;
    return rule;
  }

  static int common_scale(const rating_columns& columns) {
    return std::max({columns.actual.scale, columns.target.scale, columns.baseline.scale});
  }

  void one(std::int64_t row) {
    result found;
    if (!quickly(row, found)) exactly(row, found);
    if (out_.numerator != nullptr) out_.numerator[row] = found.numerator;
    if (out_.denominator != nullptr) out_.denominator[row] = found.denominator;
    if (out_.rate != nullptr) out_.rate[row] = found.rate;
    if (out_.rating != nullptr) out_.rating[row] = found.rating;
    if (out_.state != nullptr) out_.state[row] = found.state;
  }

  std::optional<indicator_aim> aim(std::int64_t row) const {
    if (aim_.column->values == nullptr) return same_aim_;
    if (!aim_.known(row)) return std::nullopt;
    const std::int64_t value = aim_.column->values[row];
    if (value < 0 || value > static_cast<std::int64_t>(indicator_aim::at_most)) return std::nullopt;
    return static_cast<indicator_aim>(value);
  }

  bool no_rate(rate_gap why, result& found) const {
    found.state = static_cast<std::uint8_t>(why);
    found.rating = why == rate_gap::none || why == rate_gap::judged ? -1 : rater_.not_rated_;
    return true;
  }

  /// False when the row needs the exact way.
  bool quickly(std::int64_t row, result& found) const {
    if (!rater_.by_rate_alone_) return false;
    if (scheme_.formula == rate_formula::judgement) return no_rate(rate_gap::judged, found);
    if (!actual_.known(row)) return no_rate(rate_gap::no_actual, found);
    if (!target_.known(row)) return no_rate(rate_gap::no_target, found);
    const bool has_baseline = baseline_.known(row) || scheme_.missing_baseline_is_zero;
    if (!actual_.fits(row) || !target_.fits(row) || (baseline_.known(row) && !baseline_.fits(row))) return false;
    const std::int64_t actual = actual_.value(row);
    const std::int64_t level = target_.value(row);
    const std::int64_t baseline = baseline_.known(row) ? baseline_.value(row) : 0;
    const rate_choice choice =
        rate_chooser<std::int64_t>(scheme_, aim(row), has_baseline ? &baseline : nullptr, level, actual)
            .choose(scheme_.formula);
    if (choice.outcome == rate_outcome::none) return no_rate(choice.gap, found);
    form(choice, actual, level, baseline, found);
    return classify(choice, actual, level, found);
  }

  static void form(const rate_choice& choice, std::int64_t actual, std::int64_t level, std::int64_t baseline,
                   result& found) {
    found.numerator = choice.outcome == rate_outcome::all ? 1 : 0;
    found.denominator = 1;
    if (choice.outcome != rate_outcome::quotient) return;
    switch (choice.form) {
      case rate_form::actual_over_level:
        found.numerator = actual;
        found.denominator = level;
        break;
      case rate_form::level_over_actual:
        found.numerator = level;
        found.denominator = actual;
        break;
      case rate_form::two_minus_quotient:
        found.numerator = 2 * level - actual;
        found.denominator = level;
        break;
      default:
        found.numerator = actual - baseline;
        found.denominator = level - baseline;
    }
    if (found.denominator < 0) {
      found.numerator = -found.numerator;
      found.denominator = -found.denominator;
    }
  }

  /// The rate in units of 10^−scale_ percent: its magnitude is `whole` and `rest` of `denominator`.
  struct percentage_parts {
    std::int64_t whole = 0;
    std::int64_t rest = 0;
    bool negative = false;

    std::int64_t floor() const { return negative ? -whole - (rest != 0 ? 1 : 0) : whole; }
  };

  static bool divide(std::int64_t numerator, std::int64_t denominator, std::int64_t units, percentage_parts& parts) {
    const std::int64_t magnitude = numerator < 0 ? -numerator : numerator;
    if (magnitude > std::numeric_limits<std::int64_t>::max() / units) return false;
    const std::int64_t scaled = magnitude * units;
    parts.whole = scaled / denominator;
    parts.rest = scaled - parts.whole * denominator;
    parts.negative = numerator < 0;
    return parts.whole < ten_to(decimal::max_digits) - 1;
  }

  bool rounded(std::int64_t numerator, std::int64_t denominator, std::int64_t& rate) const {
    percentage_parts parts;
    if (!divide(numerator, denominator, 100 * ten_to(scheme_.rounding.decimals), parts)) return false;
    rate = round(parts, denominator);
    return true;
  }
  std::int64_t round(const percentage_parts& parts, std::int64_t denominator) const {
    const std::int64_t magnitude =
        parts.whole +
        (base::rounds_up(base::rule_of(scheme_.rounding.mode), parts.whole, parts.rest, denominator) ? 1 : 0);
    return parts.negative ? -magnitude : magnitude;
  }

  bool classify(const rate_choice& choice, std::int64_t actual, std::int64_t level, result& found) const {
    percentage_parts parts;
    if (!divide(found.numerator, found.denominator, rater_.percent_, parts)) return false;
    const auto clamp = [&](std::int64_t limit) {
      found.numerator = limit;
      found.denominator = rater_.percent_;
      parts = {limit < 0 ? -limit : limit, 0, limit < 0};
    };
    if (rater_.floor_ && parts.floor() < *rater_.floor_) clamp(*rater_.floor_);
    if (rater_.cap_ && (parts.floor() > *rater_.cap_ || (parts.floor() == *rater_.cap_ && parts.rest != 0)))
      clamp(*rater_.cap_);
    if (rater_.scale_ == scheme_.rounding.decimals) {
      found.rate = round(parts, found.denominator);
    } else if (!rounded(found.numerator, found.denominator, found.rate)) {
      return false;
    }
    const std::int64_t key = scheme_.rounding.before_rating
                                 ? 2 * found.rate * ten_to(rater_.scale_ - scheme_.rounding.decimals)
                                 : 2 * parts.floor() + (parts.rest != 0 ? 1 : 0);
    found.rating = band_of(key);
    if (!choice.prints_excess) return true;
    found.state = column_rater::prints_excess;
    return level > 0 ? rounded(actual - level, level, found.rate) : rounded(level - actual, -level, found.rate);
  }

  /// Counts instead of searching: a few comparisons without a branch.
  std::int32_t band_of(std::int64_t key) const {
    std::size_t segment = 0;
    for (const std::int64_t start : rater_.starts_) segment += key >= start ? 1 : 0;
    return rater_.bands_[segment];
  }

  /// As a single indicator.
  void exactly(std::int64_t row, result& found) const {
    kpi indicator;
    indicator.aim = aim(row);
    band_question question;
    question.indicator = &indicator;
    question.formula = scheme_.formula;
    question.actual = actual_.exact(row);
    question.level = target_.exact(row);
    question.baseline = baseline_.exact(row);
    question.previous = previous_.exact(row);
    if (!question.baseline && scheme_.missing_baseline_is_zero) question.baseline = ratio{};
    const bool against_previous = scheme_.compared_with == target_comparison::previous_value;
    const bool compared_only = against_previous && scheme_.formula == rate_formula::compare;
    if (against_previous) question.level = compared_only ? std::nullopt : question.previous;
    computed_rate computed;
    if (scheme_.formula == rate_formula::judgement) {
      computed.gap = rate_gap::judged;
    } else if (!question.actual) {
      computed.gap = rate_gap::no_actual;
    } else if (against_previous && !question.previous) {
      computed.gap = rate_gap::no_previous;
    } else if (compared_only) {
      computed.gap = rate_gap::none;
    } else if (!question.level && scheme_.formula == rate_formula::change) {
      computed.gap = rate_gap::no_baseline;
      if (question.baseline)
        computed = compute_rate(scheme_, scheme_.formula, indicator.aim, question.baseline, *question.baseline,
                                *question.actual);
    } else if (!question.level) {
      computed.gap = rate_gap::no_target;
    } else {
      computed =
          compute_rate(scheme_, scheme_.formula, indicator.aim, question.baseline, *question.level, *question.actual);
    }
    question.gap = computed.gap;
    question.rate = computed.rate;
    if (const rating_band* band = choose_band(scheme_, question)) {
      found.rating = static_cast<std::int32_t>(band - scheme_.bands.data());
    }
    found.state = static_cast<std::uint8_t>(computed.gap);
    found.numerator = found.denominator = 0;
    if (computed.rate) store(computed, found);
  }

  void store(const computed_rate& computed, result& found) const {
    const auto fits = [](int128 value) {
      return value <= std::numeric_limits<std::int64_t>::max() && value >= -std::numeric_limits<std::int64_t>::max();
    };
    if (fits(computed.rate->numerator()) && fits(computed.rate->denominator())) {
      found.numerator = static_cast<std::int64_t>(computed.rate->numerator());
      found.denominator = static_cast<std::int64_t>(computed.rate->denominator());
    }
    const auto percent =
        percentage(computed.excess ? *computed.excess : *computed.rate, scheme_.rounding, scheme_.formula);
    if (!percent) {
      found.state = static_cast<std::uint8_t>(rate_gap::too_large);
      return;
    }
    found.rate = percent->digits();
    if (computed.excess) found.state = column_rater::prints_excess;
  }

  const column_rater& rater_;
  const rating_scheme& scheme_;
  const rated_columns& out_;
  scaled_column actual_;
  scaled_column target_;
  scaled_column baseline_;
  scaled_column previous_;
  scaled_column aim_;
  std::optional<indicator_aim> same_aim_;
  rating::percentage_rule percentages_;
  std::int64_t numerators_[rating::block];
  std::int64_t denominators_[rating::block];
  std::uint8_t apart_[rating::block];
  std::int64_t aims_[rating::block];
};

column_rater::column_rater(rating_scheme scheme) : scheme_(std::move(scheme)) {
  scale_ = scheme_.rounding.decimals;
  const auto widen = [&](const std::optional<decimal>& bound) {
    if (bound) scale_ = std::max(scale_, bound->scale());
  };
  widen(scheme_.floor);
  widen(scheme_.cap);
  by_rate_alone_ = scheme_.compared_with != target_comparison::previous_value &&
                   scheme_.formula != rate_formula::difference && scheme_.formula != rate_formula::change;
  for (const auto& band : scheme_.bands) {
    widen(band.min);
    widen(band.max);
    by_rate_alone_ = by_rate_alone_ && !band.and_when &&
                     (band.when == rating_condition::band || band.when == rating_condition::judged ||
                      band.when == rating_condition::not_rated);
  }
  percent_ = 100 * ten_to(scale_);
  const auto whole = [&](const decimal& bound) {
    const int128 units = int128{bound.digits()} * powers::ten(scale_ - bound.scale());
    if (units > widest || units < -widest) by_rate_alone_ = false;
    return static_cast<std::int64_t>(units);
  };
  constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
  std::vector<std::pair<std::int64_t, std::int64_t>> spans;  // of keys, the last one excluded
  for (const auto& band : scheme_.bands) {
    const bool by_rate = band.when == rating_condition::band;
    if (band.when == rating_condition::not_rated && not_rated_ < 0)
      not_rated_ = static_cast<std::int32_t>(spans.size());
    const std::int64_t first = band.min ? 2 * whole(*band.min) + (band.min_inclusive ? 0 : 1) : -end;
    const std::int64_t last = band.max ? 2 * whole(*band.max) + (band.max_inclusive ? 1 : 0) : end;
    spans.emplace_back(by_rate ? first : 0, by_rate ? last : 0);
    if (by_rate && band.min) starts_.push_back(first);
    if (by_rate && band.max) starts_.push_back(last);
  }
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  for (std::size_t i = 0; i <= starts_.size(); ++i) {
    const std::int64_t key = i == 0 ? -end : starts_[i - 1];
    const auto at = std::find_if(spans.begin(), spans.end(),
                                 [&](const auto& span) { return span.first <= key && key < span.second; });
    bands_.push_back(at == spans.end() ? -1 : static_cast<std::int32_t>(at - spans.begin()));
  }
  if (scheme_.floor) floor_ = whole(*scheme_.floor);
  if (scheme_.cap) cap_ = whole(*scheme_.cap);
}

bool column_rater::rate(const rating_columns& columns, std::int64_t rows, const rated_columns& out) const {
  for (const auto* column : {&columns.actual, &columns.target, &columns.baseline, &columns.previous, &columns.aim}) {
    if (!usable(*column)) return false;
  }
  if (columns.aim.scale != 0) return false;
  column_rating(*this, columns, out).run(rows);
  return true;
}

std::int64_t to_decimal_column(const double* values, std::int64_t rows, int scale, std::int64_t* out,
                               std::uint8_t* known, std::uint8_t* refused) {
  const auto factor = static_cast<double>(ten_to(scale));
  std::int64_t count = 0;
  for (std::int64_t i = 0; i < rows; ++i) {
    // Whole numbers below 2^53 and powers of ten up to 10^9 are exact, so the quotient is the nearest double to the
    // decimal: what the decimal's text would be read as.
    const double units = std::nearbyint(values[i] * factor);
    const bool same = std::fabs(units) < 9007199254740992.0 && units / factor == values[i];
    out[i] = same ? static_cast<std::int64_t>(units) : 0;
    known[i] = same ? 1 : 0;
    const bool lost = !same && !std::isnan(values[i]);
    count += lost ? 1 : 0;
    if (refused != nullptr) refused[i] = lost ? 1 : 0;
  }
  return count;
}

}  // namespace v1
}  // namespace senryaku
