#include <gtest/gtest.h>

#include "unit/calendar/eras.hpp"

using namespace senryaku;

namespace {

printed_period must_read(std::string_view text) {
  auto read = read_period(text, eras());
  EXPECT_TRUE(read) << text << " " << (read.findings.empty() ? "" : read.findings[0].code);
  return read ? *read : printed_period{};
}

std::string refusal(std::string_view text) {
  const auto read = read_period(text, eras());
  return read ? "read" : read.findings.at(0).code;
}

std::string note(std::string_view text) {
  const auto read = read_period(text, eras());
  if (!read) return "refused";
  return read.findings.empty() ? "" : read.findings[0].code;
}

struct expected {
  const char* text;
  const char* first;
  const char* last;
};

void expect_days(const expected* from, const expected* to) {
  for (; from != to; ++from) {
    const auto read = must_read(from->text);
    ASSERT_TRUE(read.first && read.last) << from->text;
    EXPECT_EQ(read.first->to_string(), from->first) << from->text;
    EXPECT_EQ(read.last->to_string(), from->last) << from->text;
  }
}

}  // namespace

// Notations met in real strategies; a fiscal year runs from 1 April to 31 March.
TEST(period, reads_fiscal_years) {
  for (const char* text : {"令和7年度", "R7年度", "R7", "r7", "Ｒ７", "㋿7年度", "令７年度", "令和七年度",
                           "令和7(2025)年度", "令和7（2025）年度", "令和7年度(2025年度)", "2025(令和7)年度", "2025年度",
                           "２０２５年度", "二〇二五年度", "2025", "2025年(度)", "R 7 年度"}) {
    const auto read = read_period(text, eras());
    ASSERT_TRUE(read) << text << read.findings[0].code;
    EXPECT_EQ(read->first->to_string(), "2025-04-01") << text;
    EXPECT_EQ(read->last->to_string(), "2026-03-31") << text;
    EXPECT_EQ(read->year, 2025) << text;
    EXPECT_EQ(read->unit, period_unit::fiscal_year) << text;
  }
  EXPECT_TRUE(must_read("令和7年度").unit_stated);
  EXPECT_FALSE(must_read("R7").unit_stated);
  EXPECT_FALSE(must_read("2014年(度)").unit_stated);
}

TEST(period, the_first_year_has_many_names) {
  for (const char* text :
       {"令和元年度", "令和1年度", "平成31年度", "平成31年度/令和元年度", "平成31年/令和元年度", "平成31・令和元年度",
        "R元", "R1", "H31", "H31(R1)", "H31/R1", "2019年度（令和元年度）", "平成31(令和元)年度"}) {
    const auto read = must_read(text);
    EXPECT_EQ(read.year, 2019) << text;
    EXPECT_EQ(read.first, day(2019, 4, 1)) << text;
  }
  EXPECT_EQ(must_read("令和元年").unit, period_unit::calendar_year);
}

TEST(period, reads_days_and_months) {
  const expected cases[] = {
      {"令和7年4月1日", "2025-04-01", "2025-04-01"},
      {"R7.4.1", "2025-04-01", "2025-04-01"},
      {"R7/4/1", "2025-04-01", "2025-04-01"},
      {"R7-4-1", "2025-04-01", "2025-04-01"},
      {"2025.4.1", "2025-04-01", "2025-04-01"},
      {"2025/4/1", "2025-04-01", "2025-04-01"},
      {"2025-04-01", "2025-04-01", "2025-04-01"},
      {"20250401", "2025-04-01", "2025-04-01"},
      {"H27.10.30", "2015-10-30", "2015-10-30"},
      {"令和七年四月一日", "2025-04-01", "2025-04-01"},
      {"令和６年２月１６日（金）", "2024-02-16", "2024-02-16"},
      {"令和7年4月1日(2025年4月1日)", "2025-04-01", "2025-04-01"},
      {"2025年(令和7年)4月1日", "2025-04-01", "2025-04-01"},
      {"2020年10月1日現在", "2020-10-01", "2020-10-01"},
      {"2020年9月末", "2020-09-30", "2020-09-30"},
      {"令和7年度末", "2026-03-31", "2026-03-31"},
      {"令和7年度当初", "2025-04-01", "2025-04-01"},
      {"令和7年末", "2025-12-31", "2025-12-31"},
      {"令和6年2月", "2024-02-01", "2024-02-29"},
      {"R7.4", "2025-04-01", "2025-04-30"},
      {"2015-10", "2015-10-01", "2015-10-31"},
      {"平成28年1月最終案", "2016-01-01", "2016-01-31"},
  };
  expect_days(std::begin(cases), std::end(cases));
  EXPECT_EQ(must_read("平成28年1月最終案").rest, "最終案");
}

TEST(period, reads_ranges_with_every_dash) {
  for (const char* text : {"R7~R11",
                           "R7〜R11",
                           "R7～R11",
                           "R7-R11",
                           "R7–R11",
                           "R7−R11",
                           "R7－R11",
                           "R7—R11",
                           "R7〜11",
                           "R7から11",
                           "令和7年度から令和11年度まで",
                           "令和7年度～令和11年度",
                           "令和7～11年度",
                           "令和7年度～11年度",
                           "2025～2029年度",
                           "2025～29年度",
                           "2025-2029",
                           "令和7年4月1日~令和12年3月31日",
                           "R7.4.1～R12.3.31",
                           "令和7年度から5年間",
                           "令和7年度～令和11年度（5年間）",
                           "2025年度～2029年度累計",
                           "令和7(2025)年度～令和11(2029)年度"}) {
    const auto read = must_read(text);
    EXPECT_TRUE(read.is_range) << text;
    EXPECT_EQ(read.first, day(2025, 4, 1)) << text;
    EXPECT_EQ(read.last, day(2030, 3, 31)) << text;
  }
  // First generation, as its plans print it: three tildes that look alike.
  for (const char* text : {"H27~H31", "H27〜H31", "H27～H31", "平成27年度~平成31年度", "平成27年度～平成31年度"}) {
    const auto read = must_read(text);
    EXPECT_TRUE(read.is_range) << text;
    EXPECT_EQ(read.first, day(2015, 4, 1)) << text;
    EXPECT_EQ(read.last, day(2020, 3, 31)) << text;
  }
  const expected shared[] = {{"令和6年4月1日～9月30日", "2024-04-01", "2024-09-30"},
                             {"2024年9月1日～30日", "2024-09-01", "2024-09-30"},
                             {"R6.4.1~9.30", "2024-04-01", "2024-09-30"},
                             {"2023年10月〜11月", "2023-10-01", "2023-11-30"},
                             {"平成27年～31年", "2015-01-01", "2019-12-31"}};
  expect_days(std::begin(shared), std::end(shared));
  EXPECT_EQ(note("R7-11"), "calendar.range.ambiguous");
  EXPECT_EQ(note("令和7年度～令和11年度（4年間）"), "calendar.length.disagrees");
}

TEST(period, totals_averages_and_lengths) {
  EXPECT_EQ(must_read("2021~2026年度累計").use, period_use::total);
  EXPECT_EQ(must_read("H27-31の合計").use, period_use::total);
  EXPECT_EQ(must_read("2021~2026年度平均").use, period_use::average);
  for (const char* text :
       {"5年間", "5か年", "5カ年", "5ヵ年", "5ヶ年", "5ケ年", "5箇年", "５年間累計", "5年間累計", "5か年累計", "五年間"}) {
    const auto read = must_read(text);
    EXPECT_EQ(read.years, 5) << text;
    EXPECT_EQ(read.relative, relative_period::length) << text;
  }
  EXPECT_EQ(must_read("3年平均").use, period_use::average);
  EXPECT_EQ(must_read("5年後").relative, relative_period::years_later);
  EXPECT_EQ(must_read("現状").relative, relative_period::present);
  EXPECT_EQ(must_read("毎年").relative, relative_period::every_year);
  EXPECT_EQ(must_read("最終年度").relative, relative_period::final_year);
  EXPECT_TRUE(must_read("R8以降").onwards);
  EXPECT_TRUE(must_read("H31まで").until);
  EXPECT_EQ(must_read("現状値(R5)").year, 2023);
}

// 1912-07-30 and 1926-12-25 belong to two eras; from 昭和 to 平成 and on the change is at the start of a day.
TEST(period, era_boundaries) {
  EXPECT_EQ(must_read("明治45年7月30日").first, day(1912, 7, 30));
  EXPECT_EQ(must_read("大正元年7月30日").first, day(1912, 7, 30));
  EXPECT_EQ(must_read("大正15年12月25日").first, day(1926, 12, 25));
  EXPECT_EQ(must_read("昭和元年12月25日").first, day(1926, 12, 25));
  EXPECT_EQ(note("昭和64年1月7日"), "");
  EXPECT_EQ(note("平成31年4月30日"), "");
  EXPECT_EQ(refusal("大正元年7月29日"), "calendar.era.not-begun");
  EXPECT_EQ(refusal("平成元年1月7日"), "calendar.era.not-begun");
  EXPECT_EQ(refusal("令和元年4月30日"), "calendar.era.not-begun");
  EXPECT_EQ(refusal("令和元年4月"), "calendar.era.not-begun");
  EXPECT_EQ(must_read("令和元年5月").first, day(2019, 5, 1));
}

// Old plans name future years by an era that has ended since: 平成52(2040)年.
TEST(period, years_after_the_end_of_an_era_are_read_and_noted) {
  for (const auto& [text, year] :
       {std::pair{"平成52(2040)年", 2040}, std::pair{"平成72(2060)年", 2060}, std::pair{"平成42年", 2030},
        std::pair{"H32", 2020}, std::pair{"昭和64年度", 1989}}) {
    EXPECT_EQ(must_read(text).year, year);
    EXPECT_EQ(note(text), "calendar.era.ended") << text;
  }
  const auto noted = read_period("昭和64年度", eras());  // FY1989 is 平成元年度; there is no 昭和64年度
  EXPECT_EQ(noted.findings.at(0).value("means"), "平成元年度");
  EXPECT_EQ(read_period("平成32年3月31日", eras()).findings.at(0).value("means"), "令和2年3月31日");
  EXPECT_EQ(note("平成31年度"), "");  // FY2019 began on 2019-04-01, still in 平成
}

TEST(period, refuses_what_cannot_be) {
  const std::pair<const char*, const char*> cases[] = {
      {"令和7年2月29日", "calendar.day.nonexistent"},
      {"R7.4.31", "calendar.day.nonexistent"},
      {"令和7年4月0日", "calendar.day.nonexistent"},
      {"令和7年13月1日", "calendar.month.nonexistent"},
      {"令和7年0月", "calendar.month.nonexistent"},
      {"令和0年", "calendar.era.year-zero"},
      {"R2025", "calendar.era.year-too-large"},
      {"7年度", "calendar.era.missing"},
      {"5年", "calendar.era.missing"},
      {"4月1日", "calendar.year.missing"},
      {"0025年", "calendar.year.out-of-range"},
      {"令和7(2026)年度", "calendar.years.disagree"},
      {"H31(R2)", "calendar.years.disagree"},
      {"令和7年4月1日(2025年4月2日)", "calendar.years.disagree"},
      {"R11～R7", "calendar.range.reversed"},
      {"明治5年12月2日", "calendar.day.lunisolar"},
      {"明治18年度", "calendar.fiscal-year.before-1886"},
      {"", "calendar.text.unread"},
      {"未定", "calendar.text.unread"},
      {"12", "calendar.text.unread"},
      {"令和7年度3回", "calendar.text.unread"},
      {"R7年①", "calendar.text.unread"},
      {"R", "calendar.text.unread"},
      {"\xE4\xBB", "calendar.text.unread"},
  };
  for (const auto& [text, code] : cases) EXPECT_EQ(refusal(text), code) << text;
  EXPECT_EQ(must_read("令和6年2月29日").first, day(2024, 2, 29));
  EXPECT_EQ(must_read("明治6年1月1日").first, day(1873, 1, 1));
  EXPECT_EQ(must_read("明治19年度").first, day(1886, 4, 1));
}

// 2024-02-16 was a Friday.
// 明治6年1月1日 is the first day of the Gregorian calendar; a year before it is read as the western year it falls in.
TEST(period, years_of_the_old_calendar_are_noted) {
  EXPECT_EQ(note("明治5年"), "calendar.year.lunisolar");
  EXPECT_EQ(must_read("明治5年").year, 1872);
  EXPECT_EQ(note("明治6年"), "");
}

TEST(period, a_wrong_weekday_is_noted) {
  EXPECT_EQ(note("令和6年2月16日（金曜日）"), "");
  const auto wrong = read_period("令和6年2月16日（木）", eras());
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong.findings.at(0).code, "calendar.weekday.disagrees");
  EXPECT_EQ(wrong.findings.at(0).value("expected"), "金");
}

TEST(period, single_days_and_fiscal_years_are_asked_for_by_name) {
  EXPECT_EQ(*read_day("R7.4.1", eras()), day(2025, 4, 1));
  EXPECT_EQ(read_day("令和7年度", eras()).findings.at(0).code, "calendar.day.expected");
  EXPECT_EQ(*read_fiscal_year("H31(R1)", eras()), fiscal_year(2019));
  EXPECT_EQ(read_fiscal_year("R7～R11", eras()).findings.at(0).code, "calendar.fiscal-year.expected");
  EXPECT_EQ(read_fiscal_year("2025年", eras()).findings.at(0).code, "calendar.fiscal-year.expected");
}

TEST(period, a_new_era_is_data) {
  auto list = eras();
  list.back().last_day = day(2040, 3, 31);
  list.push_back({"X", "新元", {"X"}, day(2040, 4, 1), std::nullopt, {}});
  EXPECT_EQ(read_period("新元2年度", list)->year, 2041);
  EXPECT_EQ(read_period("令和23年度", list).findings.at(0).value("means"), "新元2年度");
  EXPECT_EQ(write_fiscal_year(fiscal_year(2040), year_form::era, list), "新元元年度");
}
