/// Days and fiscal years. Eras (和暦) are a way of writing a day, not a type of their own.
#pragma once

#include <senryaku/base.hpp>

namespace senryaku {
inline namespace v1 {

/// A day of the Gregorian calendar, 1400-01-01 to 9999-12-31. Always valid.
class civil_day {
 public:
  constexpr civil_day() = default;  ///< 1970-01-01
  /// No value when there is no such day.
  static std::optional<civil_day> make(int year, int month, int day);
  /// Reads YYYY-MM-DD and nothing else.
  static std::optional<civil_day> parse(std::string_view text);

  constexpr int year() const { return year_; }
  constexpr int month() const { return month_; }
  constexpr int day() const { return day_; }
  /// YYYY-MM-DD.
  std::string to_string() const;

  friend constexpr bool operator==(civil_day a, civil_day b) { return a.key() == b.key(); }
  friend constexpr bool operator!=(civil_day a, civil_day b) { return a.key() != b.key(); }
  friend constexpr bool operator<(civil_day a, civil_day b) { return a.key() < b.key(); }
  friend constexpr bool operator>(civil_day a, civil_day b) { return a.key() > b.key(); }
  friend constexpr bool operator<=(civil_day a, civil_day b) { return a.key() <= b.key(); }
  friend constexpr bool operator>=(civil_day a, civil_day b) { return a.key() >= b.key(); }

 private:
  constexpr std::int32_t key() const { return (year_ * 16 + month_) * 32 + day_; }

  std::int16_t year_ = 1970;
  std::uint8_t month_ = 1;
  std::uint8_t day_ = 1;
};

/// Days from `from` to `to`; negative when `to` is earlier.
std::int64_t days_between(civil_day from, civil_day to);
/// `day` moved by `days`; no value outside the calendar's range.
std::optional<civil_day> add_days(civil_day day, std::int64_t days);

/// 年度: year N runs from 1 April N to 31 March N+1 (since FY1886).
class fiscal_year {
 public:
  constexpr fiscal_year() = default;
  constexpr explicit fiscal_year(int year) : year_(year) {}
  static fiscal_year of(civil_day day);

  constexpr int value() const { return year_; }
  civil_day first_day() const;
  civil_day last_day() const;
  bool contains(civil_day day) const { return of(day) == *this; }

  friend constexpr bool operator==(fiscal_year a, fiscal_year b) { return a.year_ == b.year_; }
  friend constexpr bool operator!=(fiscal_year a, fiscal_year b) { return a.year_ != b.year_; }
  friend constexpr bool operator<(fiscal_year a, fiscal_year b) { return a.year_ < b.year_; }
  friend constexpr bool operator<=(fiscal_year a, fiscal_year b) { return a.year_ <= b.year_; }
  friend constexpr bool operator>(fiscal_year a, fiscal_year b) { return a.year_ > b.year_; }
  friend constexpr bool operator>=(fiscal_year a, fiscal_year b) { return a.year_ >= b.year_; }

 private:
  int year_ = 1970;
};

/// Which twelve months, or which day, a yearly figure belongs to.
enum class year_kind {
  calendar,  ///< 年, 1 January to 31 December
  fiscal,    ///< 年度, 1 April to 31 March
  day,       ///< 時点, the state on one day
  school     ///< 学年, 1 April to 31 March
};

// ---- Eras ----------------------------------------------------------------------------------------------------------

/// 元号. Rule data: `rules::eras` holds the eras since 明治, and a later one can be added at run time.
struct era {
  std::string id;                   ///< R
  std::string name;                 ///< 令和
  std::vector<std::string> shorts;  ///< R, 令
  civil_day first_day;
  /// The era's last day. 1912-07-30 and 1926-12-25 belong to two eras: the change was on the day itself.
  std::optional<civil_day> last_day;
  std::vector<citation> sources;
};

// ---- Reading days and periods as printed ---------------------------------------------------------------------------

/// How finely a printed period says when. 年度 and 学年 run from April.
enum class period_unit { day, month, calendar_year, fiscal_year, school_year };
/// 時点, 累計, 平均: how a figure covers its period.
enum class period_use { plain, total, average };
/// Periods that do not name a year: 現状, 5年後, 最終, 毎年, 5年間.
enum class relative_period { present, years_later, final_year, every_year, length };

/// What was read from a printed period.
struct printed_period {
  std::optional<period_unit> unit;
  /// False where the text names a year without saying which twelve months (R7, 2014年(度)): strategies mean the fiscal
  /// year then, unless the indicator says otherwise.
  bool unit_stated = false;
  bool is_range = false;
  std::optional<int> from_year;  ///< western year of the first end of a range, as printed (a fiscal year for 年度)
  std::optional<int> year;       ///< western year, or that of the last end of a range
  std::optional<civil_day> first;
  std::optional<civil_day> last;
  period_use use = period_use::plain;
  std::optional<int> years;  ///< of 5年後, 5か年, 3年平均, or of a range that prints its length
  std::optional<relative_period> relative;
  bool until = false;    ///< …まで: no first end is printed
  bool onwards = false;  ///< …以降: no last end is printed
  std::string rest;      ///< words that were left over: 最終案, 国勢調査
};

/// Reads a day, month, year, fiscal year or a range of them, in every form that published strategies print:
/// 令和7年4月1日, R7.4.1, 2025/4/1, 令和7年度, R7, 令和7(2025)年度, H31(R1), 平成31年/令和元年度, H27～31,
/// 2021~2026年度累計, 5か年平均, 2020年9月末, 現状, 5年後. Full-width forms, ㋿, 元年 and kanji numerals are
/// read.
///
/// No value, with the reason, for what cannot be: `calendar.day.nonexistent`, `calendar.month.nonexistent`,
/// `calendar.era.not-begun`, `calendar.era.year-zero`, `calendar.era.year-too-large`, `calendar.era.missing` (7年度),
/// `calendar.year.missing` (4月1日), `calendar.year.out-of-range`, `calendar.years.disagree` (令和7(2026)年度),
/// `calendar.day.lunisolar` (before 明治6年1月1日), `calendar.fiscal-year.before-1886`, `calendar.range.reversed`,
/// `calendar.text.unread`.
/// With a value, as notes: `calendar.era.ended` (平成32年度 is 令和2年度), `calendar.year.lunisolar`,
/// `calendar.weekday.disagrees`, `calendar.length.disagrees`, `calendar.range.ambiguous` (R7-11).
outcome<printed_period> read_period(std::string_view text, const std::vector<era>& eras);

/// `read_period` for a single day; `calendar.day.expected` for anything coarser.
outcome<civil_day> read_day(std::string_view text, const std::vector<era>& eras);
/// `read_period` for a single year taken as 年度; `calendar.fiscal-year.expected` for anything else.
outcome<fiscal_year> read_fiscal_year(std::string_view text, const std::vector<era>& eras);

// ---- Writing -------------------------------------------------------------------------------------------------------

enum class day_form {
  era,        ///< 令和7年4月1日
  era_short,  ///< R7.4.1
  western,    ///< 2025年4月1日
  slashes,    ///< 2025/4/1
  dots,       ///< 2025.4.1
  iso         ///< 2025-04-01
};
enum class year_form {
  era,        ///< 令和7年度
  era_short,  ///< R7
  western,    ///< 2025年度
  both,       ///< 令和7(2025)年度
  number      ///< 2025
};

/// The era of a day; the later one on a day that belongs to two. Null before `eras` begin and before 1873-01-01, when
/// the calendar was lunisolar.
const era* era_of(civil_day day, const std::vector<era>& eras);
/// No value where an era form is asked for a day without one, or after the 150th year of an era.
std::optional<std::string> write_day(civil_day day, day_form form, const std::vector<era>& eras);
/// Named after the era of 31 December: FY1988 is 昭和63年度, FY2019 is 令和元年度. No value before FY1886 or without an
/// era.
std::optional<std::string> write_fiscal_year(fiscal_year year, year_form form, const std::vector<era>& eras);
/// 年: 令和7年, R7, 2025年, 令和7(2025)年, 2025.
std::optional<std::string> write_calendar_year(int year, year_form form, const std::vector<era>& eras);
/// Both ends in full: 令和7年4月1日～令和12年3月31日.
std::optional<std::string> write_days(civil_day first, civil_day last, day_form form, const std::vector<era>& eras);
/// 令和7年度～令和11年度; one year alone where both are the same.
std::optional<std::string> write_fiscal_years(fiscal_year first, fiscal_year last, year_form form,
                                              const std::vector<era>& eras);

}  // namespace v1
}  // namespace senryaku
