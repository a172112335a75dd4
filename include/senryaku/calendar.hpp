/// Days and fiscal years. Eras (和暦) are a way of writing a day, not a type of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace v1
}  // namespace senryaku
