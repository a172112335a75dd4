#include <senryaku/calendar.hpp>

#include "calendar/era_year.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

using calendar::first_gregorian_year;

int era_year(const era& of, int year) {
  return year - of.first_day.year() + 1;
}

/// The era whose year the readers would take back, or null.
const era* writable_era(civil_day day, const std::vector<era>& eras) {
  const era* of = era_of(day, eras);
  return of != nullptr && era_year(*of, day.year()) <= calendar::largest_era_year ? of : nullptr;
}

std::string era_year_text(const era& of, int year) {
  const int number = era_year(of, year);
  return number == 1 ? "元" : std::to_string(number);
}

/// 令和7, or empty without an era. `day` decides the era, `year` the number.
std::optional<std::string> year_text(civil_day day, int year, year_form form, const char* unit,
                                     const std::vector<era>& eras) {
  const std::string western = std::to_string(year);
  if (form == year_form::number) return western;
  if (form == year_form::western) return western + unit;
  const era* of = writable_era(day, eras);
  if (of == nullptr) return std::nullopt;
  if (form == year_form::era_short) return of->id + std::to_string(era_year(*of, year));
  std::string text = of->name + era_year_text(*of, year);
  if (form == year_form::both) text += "(" + western + ")";
  return text + unit;
}

}  // namespace

const era* era_of(civil_day day, const std::vector<era>& eras) {
  if (day.year() < first_gregorian_year) return nullptr;
  const era* found = nullptr;
  for (const auto& entry : eras) {
    if (day < entry.first_day || (entry.last_day && day > *entry.last_day)) continue;
    if (found == nullptr || entry.first_day > found->first_day) found = &entry;
  }
  return found;
}

std::optional<std::string> write_day(civil_day day, day_form form, const std::vector<era>& eras) {
  const std::string month = std::to_string(day.month());
  const std::string number = std::to_string(day.day());
  const std::string year = std::to_string(day.year());
  switch (form) {
    case day_form::iso:
      return day.to_string();
    case day_form::slashes:
      return year + "/" + month + "/" + number;
    case day_form::dots:
      return year + "." + month + "." + number;
    case day_form::western:
      return year + "年" + month + "月" + number + "日";
    case day_form::era:
    case day_form::era_short:
      break;
  }
  const era* of = writable_era(day, eras);
  if (of == nullptr) return std::nullopt;
  if (form == day_form::era) return of->name + era_year_text(*of, day.year()) + "年" + month + "月" + number + "日";
  return of->id + std::to_string(era_year(*of, day.year())) + "." + month + "." + number;
}

std::optional<std::string> write_fiscal_year(fiscal_year year, year_form form, const std::vector<era>& eras) {
  const auto last = civil_day::make(year.value(), 12, 31);
  if (!last || year.value() < calendar::first_fiscal_year) return std::nullopt;
  return year_text(*last, year.value(), form, "年度", eras);
}

std::optional<std::string> write_calendar_year(int year, year_form form, const std::vector<era>& eras) {
  const auto last = civil_day::make(year, 12, 31);
  return last ? year_text(*last, year, form, "年", eras) : std::nullopt;
}

std::optional<std::string> write_days(civil_day first, civil_day last, day_form form, const std::vector<era>& eras) {
  const auto from = write_day(first, form, eras);
  const auto to = write_day(last, form, eras);
  if (!from || !to) return std::nullopt;
  return *from + "～" + *to;
}

std::optional<std::string> write_fiscal_years(fiscal_year first, fiscal_year last, year_form form,
                                              const std::vector<era>& eras) {
  const auto from = write_fiscal_year(first, form, eras);
  const auto to = write_fiscal_year(last, form, eras);
  if (!from || !to || first == last) return from && to ? from : std::nullopt;
  return *from + "～" + *to;
}

}  // namespace v1
}  // namespace senryaku
