#include <gtest/gtest.h>
#include <senryaku/base.hpp>

using senryaku::decimal;

TEST(decimal, keeps_digits_and_scale_as_written) {
  for (const char* text : {"0", "12.30", "-0.5", "999999999999999999", "-999999999.999999999", "0.000000001", "100"}) {
    const auto value = decimal::parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(value->to_string(), text);
  }
}

TEST(decimal, refuses_what_it_cannot_keep_exactly) {
  for (const char* text : {"", "-", ".5", "5.", "1e3", "1E400", "+1", "1,000", "1234567890123456789", "0.0000000001",
                           "1.2.3", "１２", " 1"}) {
    EXPECT_FALSE(decimal::parse(text)) << text;
  }
}

TEST(decimal, compares_by_value) {
  EXPECT_EQ(*decimal::parse("12.30"), *decimal::parse("12.3"));
  EXPECT_FALSE(decimal::parse("12.30")->identical(*decimal::parse("12.3")));
  EXPECT_LT(*decimal::parse("-0.1"), *decimal::parse("0"));
  EXPECT_GT(*decimal::parse("999999999999999999"), *decimal::parse("999999999.999999999"));
}

TEST(decimal, adds_and_subtracts_exactly_or_not_at_all) {
  EXPECT_EQ(subtract(*decimal::parse("0.3"), *decimal::parse("0.1"))->to_string(), "0.2");
  EXPECT_EQ(add(*decimal::parse("0.1"), *decimal::parse("0.20"))->to_string(), "0.30");
  EXPECT_FALSE(add(*decimal::parse("999999999999999999"), *decimal::parse("1")));
}
