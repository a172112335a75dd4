#include <gtest/gtest.h>

#include "unit/calendar/eras.hpp"

using namespace senryaku;

TEST(civil_day, only_days_that_exist) {
  EXPECT_TRUE(civil_day::make(2024, 2, 29));
  EXPECT_FALSE(civil_day::make(2025, 2, 29));
  EXPECT_FALSE(civil_day::make(1900, 2, 29));
  EXPECT_TRUE(civil_day::make(2000, 2, 29));
  EXPECT_FALSE(civil_day::make(2025, 4, 31));
  EXPECT_FALSE(civil_day::make(2025, 0, 1));
  EXPECT_FALSE(civil_day::make(1399, 12, 31));
  EXPECT_FALSE(civil_day::parse("2025-4-1"));
  EXPECT_FALSE(civil_day::parse("2025/04/01"));
}

TEST(civil_day, counts_days) {
  EXPECT_EQ(days_between(day(2025, 4, 1), day(2030, 3, 31)), 1825);  // five years with one leap day (2028), less one
  EXPECT_EQ(*add_days(day(2024, 2, 28), 2), day(2024, 3, 1));
  EXPECT_FALSE(add_days(day(9999, 12, 31), 1));
}

TEST(fiscal_year, begins_on_1_april) {
  EXPECT_EQ(fiscal_year::of(day(2025, 3, 31)), fiscal_year(2024));
  EXPECT_EQ(fiscal_year::of(day(2025, 4, 1)), fiscal_year(2025));
  EXPECT_EQ(fiscal_year(2025).first_day(), day(2025, 4, 1));
  EXPECT_EQ(fiscal_year(2025).last_day(), day(2026, 3, 31));
}
