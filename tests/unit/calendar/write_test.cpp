#include <gtest/gtest.h>

#include "unit/calendar/eras.hpp"

using namespace senryaku;

TEST(write, days) {
  const civil_day start = day(2025, 4, 1);
  EXPECT_EQ(write_day(start, day_form::era, eras()), "令和7年4月1日");
  EXPECT_EQ(write_day(start, day_form::era_short, eras()), "R7.4.1");
  EXPECT_EQ(write_day(start, day_form::western, eras()), "2025年4月1日");
  EXPECT_EQ(write_day(start, day_form::slashes, eras()), "2025/4/1");
  EXPECT_EQ(write_day(start, day_form::dots, eras()), "2025.4.1");
  EXPECT_EQ(write_day(start, day_form::iso, eras()), "2025-04-01");
  EXPECT_EQ(write_days(start, day(2030, 3, 31), day_form::era, eras()), "令和7年4月1日～令和12年3月31日");
}

// A day of two eras is written in the later one.
TEST(write, era_boundaries) {
  EXPECT_EQ(write_day(day(1912, 7, 29), day_form::era, eras()), "明治45年7月29日");
  EXPECT_EQ(write_day(day(1912, 7, 30), day_form::era, eras()), "大正元年7月30日");
  EXPECT_EQ(write_day(day(1926, 12, 25), day_form::era, eras()), "昭和元年12月25日");
  EXPECT_EQ(write_day(day(1989, 1, 7), day_form::era, eras()), "昭和64年1月7日");
  EXPECT_EQ(write_day(day(1989, 1, 8), day_form::era, eras()), "平成元年1月8日");
  EXPECT_EQ(write_day(day(2019, 4, 30), day_form::era_short, eras()), "H31.4.30");
  EXPECT_EQ(write_day(day(2019, 5, 1), day_form::era_short, eras()), "R1.5.1");
  EXPECT_FALSE(write_day(day(1872, 12, 31), day_form::era, eras()));
  EXPECT_EQ(write_day(day(1873, 1, 1), day_form::era, eras()), "明治6年1月1日");
}

// No reader takes 令和406年 for anything but a mistake.
TEST(write, no_era_reaches_centuries) {
  EXPECT_EQ(write_fiscal_year(fiscal_year(2168), year_form::era, eras()), "令和150年度");
  EXPECT_FALSE(write_fiscal_year(fiscal_year(2169), year_form::era, eras()));
  EXPECT_FALSE(write_day(day(2424, 4, 1), day_form::era, eras()));
  EXPECT_EQ(write_day(day(2424, 4, 1), day_form::western, eras()), "2424年4月1日");
}

TEST(write, years) {
  EXPECT_EQ(write_fiscal_year(fiscal_year(2025), year_form::era, eras()), "令和7年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2025), year_form::era_short, eras()), "R7");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2025), year_form::western, eras()), "2025年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2025), year_form::both, eras()), "令和7(2025)年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2025), year_form::number, eras()), "2025");
  EXPECT_EQ(write_calendar_year(2019, year_form::era, eras()), "令和元年");
  EXPECT_EQ(write_fiscal_years(fiscal_year(2025), fiscal_year(2029), year_form::era, eras()), "令和7年度～令和11年度");
  EXPECT_FALSE(write_fiscal_year(fiscal_year(1885), year_form::western, eras()));
}

// FY1988 is 昭和63年度, FY1989 is 平成元年度; FY2019 is 令和元年度.
TEST(write, fiscal_years_are_named_after_the_era_of_december) {
  EXPECT_EQ(write_fiscal_year(fiscal_year(1988), year_form::era, eras()), "昭和63年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(1989), year_form::era, eras()), "平成元年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2018), year_form::era, eras()), "平成30年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2019), year_form::era, eras()), "令和元年度");
}

TEST(write, what_is_written_is_read_back) {
  for (auto at = day(1873, 1, 1); at < day(2060, 1, 1); at = *add_days(at, 13)) {
    for (const day_form form :
         {day_form::era, day_form::era_short, day_form::western, day_form::slashes, day_form::dots, day_form::iso}) {
      const auto text = write_day(at, form, eras());
      ASSERT_TRUE(text);
      const auto back = read_day(*text, eras());
      ASSERT_TRUE(back) << *text;
      EXPECT_EQ(*back, at) << *text;
    }
  }
  for (int year = 1886; year < 2100; ++year) {
    for (const year_form form :
         {year_form::era, year_form::era_short, year_form::western, year_form::both, year_form::number}) {
      const auto text = write_fiscal_year(fiscal_year(year), form, eras());
      ASSERT_TRUE(text);
      const auto back = read_fiscal_year(*text, eras());
      ASSERT_TRUE(back) << *text;
      EXPECT_EQ(back->value(), year) << *text;
    }
  }
}
