#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <senryaku/calendar.hpp>

namespace senryaku {
inline namespace v1 {
namespace {

boost::gregorian::date to_date(civil_day day) {
  using calendar = boost::gregorian::greg_year_month_day;
  return boost::gregorian::date(calendar(static_cast<unsigned short>(day.year()),
                                         static_cast<unsigned short>(day.month()),
                                         static_cast<unsigned short>(day.day())));
}

/// Two or four ASCII digits as a number, −1 when there is anything else.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<civil_day> civil_day::make(int year, int month, int day) {
  if (year < 1400 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
  using boost::gregorian::gregorian_calendar;
  const int last =
      gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year), static_cast<unsigned short>(month));
  if (day > last) return std::nullopt;
  civil_day result;
  result.year_ = static_cast<std::int16_t>(year);
  result.month_ = static_cast<std::uint8_t>(month);
  result.day_ = static_cast<std::uint8_t>(day);
  return result;
}

std::optional<civil_day> civil_day::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string civil_day::to_string() const {
  std::string text = "0000-00-00";
  int year = year_;
  for (int i = 3; i >= 0; --i, year /= 10) text[static_cast<std::size_t>(i)] = static_cast<char>('0' + year % 10);
  text[5] = static_cast<char>('0' + month_ / 10);
  text[6] = static_cast<char>('0' + month_ % 10);
  text[8] = static_cast<char>('0' + day_ / 10);
  text[9] = static_cast<char>('0' + day_ % 10);
  return text;
}

std::int64_t days_between(civil_day from, civil_day to) {
  return (to_date(to) - to_date(from)).days();
}

std::optional<civil_day> add_days(civil_day day, std::int64_t days) {
  constexpr std::int64_t widest = 4'000'000;  // more days than the calendar holds
  if (days > widest || days < -widest) return std::nullopt;
  const std::int64_t from_first = days_between(*civil_day::make(1400, 1, 1), day) + days;
  const std::int64_t to_last = days_between(day, *civil_day::make(9999, 12, 31)) - days;
  if (from_first < 0 || to_last < 0) return std::nullopt;
  const auto moved = to_date(day) + boost::gregorian::date_duration(static_cast<std::int32_t>(days));
  const auto parts = moved.year_month_day();
  return civil_day::make(parts.year, parts.month.as_number(), parts.day);
}

fiscal_year fiscal_year::of(civil_day day) {
  return fiscal_year(day.month() >= 4 ? day.year() : day.year() - 1);
}

civil_day fiscal_year::first_day() const {
  return civil_day::make(year_, 4, 1).value_or(civil_day{});
}
civil_day fiscal_year::last_day() const {
  return civil_day::make(year_ + 1, 3, 31).value_or(civil_day{});
}

}  // namespace v1
}  // namespace senryaku
