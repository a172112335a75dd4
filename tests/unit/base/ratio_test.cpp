#include <gtest/gtest.h>
#include <senryaku/base.hpp>

using senryaku::decimal;
using senryaku::ratio;
using senryaku::rounding_mode;

namespace {

ratio quotient(const char* a, const char* b) {
  return *ratio::divide(*decimal::parse(a), *decimal::parse(b));
}

}  // namespace

TEST(ratio, is_exact_where_doubles_are_not) {
  // (68.4 − 60) ÷ (70.5 − 60) is exactly 0.8; in doubles it is 0.8000000000000004.
  const auto rate = ratio::divide(*subtract(*decimal::parse("68.4"), *decimal::parse("60")),
                                  *subtract(*decimal::parse("70.5"), *decimal::parse("60")));
  EXPECT_EQ(*rate, ratio(*decimal::parse("0.8")));
}

TEST(ratio, division_by_zero_has_no_value) {
  EXPECT_FALSE(ratio::divide(decimal(1), decimal(0)));
}

TEST(ratio, rounds_once_by_the_named_rule) {
  EXPECT_EQ(quotient("1", "8").round(2, rounding_mode::half_up)->to_string(), "0.13");
  EXPECT_EQ(quotient("1", "8").round(2, rounding_mode::half_even)->to_string(), "0.12");
  EXPECT_EQ(quotient("3", "8").round(2, rounding_mode::half_even)->to_string(), "0.38");
  EXPECT_EQ(quotient("-1", "8").round(2, rounding_mode::half_up)->to_string(), "-0.13");
  EXPECT_EQ(quotient("2", "3").round(1, rounding_mode::truncate)->to_string(), "0.6");
  EXPECT_EQ(quotient("1", "3").round(1, rounding_mode::ceiling)->to_string(), "0.4");
}

TEST(ratio, compares_values_whose_cross_products_overflow) {
  const auto a = ratio::make(senryaku::int128{1} << 120, (senryaku::int128{1} << 119) + 1);
  const auto b = ratio::make((senryaku::int128{1} << 120) + 1, (senryaku::int128{1} << 119) + 1);
  ASSERT_TRUE(a && b);
  EXPECT_LT(*a, *b);
  EXPECT_LT(*a, ratio(decimal(2)));
  EXPECT_GT(*a, ratio(*decimal::parse("1.999999999")));
}

TEST(ratio, keeps_lowest_terms_with_positive_denominator) {
  EXPECT_EQ(quotient("6", "-4").to_string(), "-3/2");
  EXPECT_EQ(ratio::add(quotient("1", "3"), quotient("1", "6"))->to_string(), "1/2");
  EXPECT_EQ(ratio::subtract(quotient("1", "2"), quotient("1", "2"))->to_string(), "0");
}
