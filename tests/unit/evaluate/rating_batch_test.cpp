#include <gtest/gtest.h>
#include <senryaku/rating_batch.hpp>
#include <senryaku/rules.hpp>

#include <cmath>
#include <random>

using namespace senryaku;

namespace {

/// Columns of one's own memory.
struct table {
  std::vector<std::int64_t> actual, target, baseline, previous, aim;
  std::vector<std::uint8_t> actual_known, target_known, baseline_known, previous_known, aim_known;
  int actual_scale = 0, target_scale = 0, baseline_scale = 0;

  rating_columns columns() const {
    return {{actual.data(), actual_known.data(), actual_scale},
            {target.data(), target_known.data(), target_scale},
            {baseline.data(), baseline_known.data(), baseline_scale},
            {previous.data(), previous_known.data(), actual_scale},
            {aim.data(), aim_known.data(), 0}};
  }
};

struct answers {
  explicit answers(std::size_t rows) : numerator(rows), denominator(rows), rate(rows), rating(rows), state(rows) {}
  std::vector<std::int64_t> numerator, denominator, rate;
  std::vector<std::int32_t> rating;
  std::vector<std::uint8_t> state;
  rated_columns columns() { return {numerator.data(), denominator.data(), rate.data(), rating.data(), state.data()}; }
};

/// The same row as an indicator whose target of the year is the level.
kpi as_indicator(const table& t, std::size_t row) {
  kpi k;
  k.id = k.name = "k";
  if (t.aim_known[row] != 0) k.aim = static_cast<indicator_aim>(t.aim[row]);
  if (t.baseline_known[row] != 0) {
    k.baseline.emplace();
    k.baseline->value = decimal(t.baseline[row], t.baseline_scale);
  }
  if (t.target_known[row] != 0) {
    k.target.emplace();
    k.target->year = 2019;
    k.target->value = decimal(t.target[row], t.target_scale);
  }
  const auto observe = [&](int year, std::int64_t digits) {
    k.actuals.emplace_back();
    k.actuals.back().year = year;
    k.actuals.back().value = decimal(digits, t.actual_scale);
  };
  if (t.previous_known[row] != 0) observe(2018, t.previous[row]);
  if (t.actual_known[row] != 0) observe(2019, t.actual[row]);
  return k;
}

table random_table(std::mt19937& random, std::size_t rows) {
  table t;
  t.actual_scale = static_cast<int>(random() % 3);
  t.target_scale = static_cast<int>(random() % 3);
  t.baseline_scale = static_cast<int>(random() % 3);
  const auto value = [&]() -> std::int64_t {
    switch (random() % 8) {
      case 0:
        return 0;
      case 1:
        return static_cast<std::int64_t>(random() % 7) - 3;
      case 2:
        return static_cast<std::int64_t>(random()) * 100000000;
      default:
        return static_cast<std::int64_t>(random() % 3000) - 200;
    }
  };
  for (std::size_t i = 0; i < rows; ++i) {
    t.actual.push_back(value());
    t.target.push_back(random() % 5 == 0 ? t.actual.back() : value());
    t.baseline.push_back(random() % 5 == 0 ? t.target.back() : value());
    t.previous.push_back(value());
    t.aim.push_back(static_cast<std::int64_t>(random() % 5));
    for (auto* mask : {&t.actual_known, &t.target_known, &t.baseline_known, &t.aim_known}) {
      mask->push_back(random() % 10 != 0 ? 1 : 0);
    }
    t.previous_known.push_back(t.actual_known.back());  // without this year's value the one before would take its place
    if (t.actual_known.back() == 0) t.previous_known.back() = 0;
  }
  return t;
}

std::string text(std::int64_t rate, std::uint8_t state, const rating_scheme& scheme) {
  std::string printed = decimal(rate, scheme.rounding.decimals).to_string();
  if (scheme.rounding.percent_sign) printed += "%";
  return state == column_rater::prints_excess ? printed + "超過" : printed;
}

}  // namespace

TEST(rating_batch, every_built_in_scheme_gives_what_single_indicators_get) {
  std::mt19937 random(20261124);
  std::size_t compared = 0;
  for (rating_scheme scheme : built_in_rules().schemes) {
    scheme.elapsed_shares = {decimal(100)};  // the column holds the level itself
    if (scheme.compared_with != target_comparison::previous_value)
      scheme.compared_with = target_comparison::final_target;
    const column_rater rater(scheme);
    for (int round = 0; round < 20; ++round) {
      const std::size_t rows = 200;
      const table t = random_table(random, rows);
      answers found(rows);
      ASSERT_TRUE(rater.rate(t.columns(), static_cast<std::int64_t>(rows), found.columns()));
      for (std::size_t row = 0; row < rows; ++row) {
        const kpi_evaluation single = evaluate_kpi(as_indicator(t, row), scheme, 2019, std::nullopt);
        const std::string place = scheme.id + " row " + std::to_string(row) + " " + single.rule;
        ++compared;
        const std::int32_t index = found.rating[row];
        EXPECT_EQ(index < 0 ? "" : scheme.bands[static_cast<std::size_t>(index)].symbol, single.rating) << place;
        if (single.rate.empty()) {
          // A rate whose percentage has more than 18 digits is known and cannot be printed.
          const rate_gap why = single.rate_numerator.empty() ? single.gap : rate_gap::too_large;
          EXPECT_EQ(found.state[row], static_cast<std::uint8_t>(why)) << place;
          continue;
        }
        EXPECT_EQ(text(found.rate[row], found.state[row], scheme), single.rate) << place;
        if (found.denominator[row] == 0) continue;  // beyond 64 bits
        const auto rate = ratio::make(found.numerator[row], found.denominator[row]);
        EXPECT_EQ(to_string(rate->numerator()), single.rate_numerator) << place;
        EXPECT_EQ(to_string(rate->denominator()), single.rate_denominator) << place;
      }
    }
  }
  EXPECT_GE(compared, 20000u);
  RecordProperty("compared", std::to_string(compared));
}

TEST(rating_batch, two_hundred_thousand_achievements_exactly_on_a_threshold) {
  // t thousandths × 80 % for every t: exactly on the bound, so the class that begins with it (A: 80 % and more). With
  // doubles some fall below.
  rating_scheme scheme;
  scheme.formula = rate_formula::ratio;
  scheme.bands = {{"A", "", rating_condition::band, decimal(80), true, std::nullopt, false, true},
                  {"B", "", rating_condition::band, std::nullopt, true, decimal(80), false, false}};
  const column_rater rater(scheme);
  std::int64_t misplaced = 0, misplaced_by_doubles = 0;
  const std::int64_t rows = 200000;
  std::vector<std::int64_t> actual, target, aim(rows, 0);
  for (std::int64_t t = 1; t <= rows; ++t) {
    target.push_back(5 * t);  // at scale 3
    actual.push_back(4 * t);
  }
  rating_columns columns;
  columns.actual = {actual.data(), nullptr, 3};
  columns.target = {target.data(), nullptr, 3};
  columns.aim = {aim.data(), nullptr, 0};
  answers found(rows);
  ASSERT_TRUE(rater.rate(columns, rows, found.columns()));
  for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i) {
    misplaced += found.rating[i] != 0;
    const double rate = (static_cast<double>(actual[i]) / 1000) / (static_cast<double>(target[i]) / 1000) * 100;
    misplaced_by_doubles += rate < 80;
  }
  EXPECT_EQ(misplaced, 0);
  EXPECT_GT(misplaced_by_doubles, 0);
  RecordProperty("misplaced_by_doubles", std::to_string(misplaced_by_doubles));
}

TEST(rating_batch, what_is_not_asked_for_is_not_written) {
  const column_rater rater(built_in_rules().schemes.front());
  const std::int64_t values[] = {1, 2};
  rating_columns columns;
  columns.actual = columns.target = columns.baseline = {values, nullptr, 0};
  EXPECT_TRUE(rater.rate(columns, 2, {}));
  columns.actual.scale = 10;
  EXPECT_FALSE(rater.rate(columns, 2, {}));
}

TEST(rating_batch, doubles_become_the_decimals_that_they_print_as) {
  const double values[] = {12.3, 0.1, -4.25, std::nan(""), 0.125, 1e300, 1e15};
  std::int64_t out[7];
  std::uint8_t known[7];
  std::uint8_t refused[7];
  // At two places 0.125 has no exact form; 1e300 has none at all; 1e15 × 100 is beyond 2^53.
  EXPECT_EQ(to_decimal_column(values, 7, 2, out, known, refused), 3);
  EXPECT_EQ(out[0], 1230);
  EXPECT_EQ(out[1], 10);
  EXPECT_EQ(out[2], -425);
  const std::uint8_t expected_known[] = {1, 1, 1, 0, 0, 0, 0};
  const std::uint8_t expected_refused[] = {0, 0, 0, 0, 1, 1, 1};
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(known[i], expected_known[i]) << i;
    EXPECT_EQ(refused[i], expected_refused[i]) << i;
  }
}
