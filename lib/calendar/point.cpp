#include "calendar/point.hpp"

#include "calendar/era_year.hpp"

namespace senryaku::calendar {
namespace {

bool is_stroke(char32_t c) {
  return c == U'/' || c == U'・' || c == U'=';
}

/// Latin letters of era names are written small too: h27.
std::u32string_view lower_case_of(std::u32string_view word, std::u32string& holder) {
  holder.assign(word);
  for (char32_t& c : holder) {
    if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
  }
  return holder;
}

}  // namespace

civil_day month_end(int year, int month) {
  const auto next = month == 12 ? civil_day::make(year + 1, 1, 1) : civil_day::make(year, month + 1, 1);
  return next ? add_days(*next, -1).value_or(*next) : *civil_day::make(9999, 12, 31);
}

bool point_reader::refuse(std::string_view code, std::vector<finding_value> values) {
  if (!refused_) {
    findings_.clear();
    findings_.push_back({std::string(code), {}, {}, std::move(values), std::nullopt});
  }
  refused_ = true;
  return false;
}

bool point_reader::refuse_here(std::string_view code, std::size_t from) {
  return refuse(code, {{"found", text(from, scan.place())}});
}

void point_reader::note(std::string_view code, std::vector<finding_value> values) {
  if (!refused_) findings_.push_back({std::string(code), {}, {}, std::move(values), std::nullopt});
}

// ---- Years ---------------------------------------------------------------------------------------------------------

const era* point_reader::take_era() {
  const era* found = nullptr;
  std::size_t found_end = 0;
  const std::size_t start = scan.place();
  std::u32string lower;
  const auto consider = [&](const era& candidate, const std::string& name) {
    const std::u32string word = base::to_code_points(name);
    scan.go_back(start);
    const bool matches = scan.take(word) || scan.take(lower_case_of(word, lower));
    const std::size_t end = scan.place();
    if (matches && end > found_end && scan.take_number()) {
      found = &candidate;
      found_end = end;
    }
  };
  for (const auto& candidate : eras_) {
    consider(candidate, candidate.name);
    for (const auto& name : candidate.shorts) consider(candidate, name);
  }
  scan.go_back(found == nullptr ? start : found_end);
  return found;
}

bool point_reader::set_era_year(point& p, const era* of, int number) {
  p.of = of;
  p.era_year = number;
  p.year = of->first_day.year() - 1 + number;
  if (number == 0) return refuse_here("calendar.era.year-zero", p.from);
  if (number > largest_era_year) return refuse_here("calendar.era.year-too-large", p.from);
  return true;
}

/// True when a year stood here; a year that cannot be sets `refused`.
bool point_reader::read_year(point& p) {
  scan.skip_spaces();
  p.from = scan.place();
  if (const era* of = take_era()) {
    const auto number = scan.take_number();
    return set_era_year(p, of, number ? number->value : 0);
  }
  const bool says_western = scan.take(U"西暦");
  const auto number = scan.take_number();
  const bool four = number && (number->digits == 4 || (number->digits == 0 && number->value >= 1000));
  if (number && number->digits == 8) {  // 20250401
    p.year = number->value / 10000;
    p.month = number->value / 100 % 100;
    p.day = number->value % 100;
    return p.year >= 1400 || refuse_here("calendar.year.out-of-range", p.from);
  }
  if (four && (number->value < 1400)) return refuse_here("calendar.year.out-of-range", p.from);
  if (four) {
    p.year = number->value;
    return true;
  }
  scan.go_back(p.from);
  return says_western && refuse("calendar.text.unread", {{"found", text(p.from, text_.size())}});
}

void point_reader::read_mark(point& p) {
  if (p.mark != year_mark::none || p.month != 0) return;
  if (scan.take(U"年(度)") || scan.take(U"年[度]")) {
    p.mark = year_mark::either;
  } else if (scan.take(U"年度")) {
    p.mark = year_mark::fiscal;
  } else if (scan.take(U"年")) {
    p.mark = year_mark::calendar;
  }
}

bool point_reader::read_other_names(point& p) {
  for (;;) {
    const std::size_t start = scan.place();
    const bool bracket = scan.take(U"(");
    if (!bracket && !scan.take_if(is_stroke)) return true;
    point other;
    const std::size_t inner = scan.place();
    const bool western_after_stroke = !bracket && take_era() == nullptr;  // R7/4/1 is a day
    scan.go_back(inner);
    if (western_after_stroke || !read_year(other)) {
      if (refused_) return false;
      scan.go_back(start);
      return true;
    }
    read_mark(other);
    if (bracket && !read_other_names(other)) return false;
    if (bracket && !scan.take(U")")) {  // a whole date, or words: left to the caller
      scan.go_back(start);
      return true;
    }
    if (other.year != p.year) {
      return refuse("calendar.years.disagree", {{"found", text(p.from, scan.place())},
                                                {"first", std::to_string(p.year)},
                                                {"second", std::to_string(other.year)}});
    }
    if (p.mark == year_mark::none) p.mark = other.mark;
    if (!bracket && p.mark == year_mark::calendar && other.mark == year_mark::fiscal) p.mark = year_mark::fiscal;
  }
}

// ---- Points --------------------------------------------------------------------------------------------------------

bool point_reader::read(point& p, const point* before) {
  if (read_year(p)) {
    if (p.month == 0 && !read_other_names(p)) return false;
    read_mark(p);
    if (p.month == 0 && !read_other_names(p)) return false;
    if (!read_month_and_day(p)) return false;
    p.to = scan.place();
    return true;
  }
  if (refused_) return false;
  if (before != nullptr && read_inherited(p, *before)) return !refused_;
  return explain_unread(p.from);
}

bool point_reader::explain_unread(std::size_t from) {
  scan.go_back(from);
  if (refused_) return false;
  if (scan.take_number()) {
    if (scan.take(U"年")) {
      scan.take(U"度");
      return refuse_here("calendar.era.missing", from);
    }
    if (scan.take(U"月")) return refuse_here("calendar.year.missing", from);
  }
  return refuse("calendar.text.unread", {{"found", text(from, text_.size())}});
}

bool point_reader::read_month_and_day(point& p) {
  if (p.month != 0) return true;
  if (p.mark == year_mark::none) return read_separated(p);
  if (p.mark != year_mark::calendar) return true;
  const std::size_t start = scan.place();
  const auto month = scan.take_number();
  if (!month || !scan.take(U"月")) {
    scan.go_back(start);
    return true;
  }
  p.month = month->value;
  if (p.month == 0) p.month = -1;  // printed, and no month
  const std::size_t after_month = scan.place();
  const auto day = scan.take_number();
  if (day && scan.take(U"日")) {
    p.day = day->value == 0 ? -1 : day->value;
  } else {
    scan.go_back(after_month);
  }
  return true;
}

/// 7.4.1, 7/4/1, 7-4-1 and 7.4. A dash before a number that is no month begins the last end of a range.
bool point_reader::read_separated(point& p) {
  const std::size_t start = scan.place();
  const char32_t separator = scan.peek();
  const bool dash = base::is_dash(separator);
  if ((separator != U'.' && separator != U'/' && !dash) || !base::is_digit(scan.peek(1))) return true;
  scan.take_if([](char32_t) { return true; });
  const auto month = scan.take_number();
  if (!month || month->digits > 2) {
    scan.go_back(start);
    return true;
  }
  const std::size_t after_month = scan.place();
  if (scan.peek() == separator && base::is_digit(scan.peek(1))) {
    scan.take_if([](char32_t) { return true; });
    const auto day = scan.take_number();
    if (day && day->digits <= 2) {
      p.month = month->value == 0 ? -1 : month->value;
      p.day = day->value == 0 ? -1 : day->value;
      return true;
    }
  }
  const bool later_year = p.of != nullptr ? month->value > p.era_year : month->value > 12;
  if (dash && later_year) {
    p.ambiguous = p.of != nullptr && month->value <= 12;
    scan.go_back(start);
    return true;
  }
  scan.go_back(after_month);
  p.month = month->value == 0 ? -1 : month->value;
  return true;
}

/// The last end of a range that leaves out what it shares with the first: 31年度, 9月30日, 30日, 9.30, 31.
bool point_reader::read_inherited(point& p, const point& before) {
  scan.skip_spaces();
  p.from = scan.place();
  const auto number = scan.take_number();
  if (!number || number->digits > 2) return false;
  const bool month_word = scan.take(U"月");
  const bool day_word = !month_word && scan.take(U"日");
  p.of = before.of;
  p.era_year = before.era_year;
  p.year = before.year;
  p.mark = before.mark;
  const auto printed = [](int value) { return value == 0 ? -1 : value; };
  if (month_word) {
    p.month = printed(number->value);
    const std::size_t place = scan.place();
    const auto day = scan.take_number();
    if (day && scan.take(U"日")) {
      p.day = printed(day->value);
    } else {
      scan.go_back(place);
    }
  } else if (day_word || before.day > 0) {
    p.month = before.month;
    p.day = printed(number->value);
    const char32_t separator = scan.peek();
    if (!day_word && (separator == U'.' || separator == U'/') && base::is_digit(scan.peek(1))) {
      scan.take_if([](char32_t) { return true; });
      const auto day = scan.take_number();
      p.month = printed(number->value);
      p.day = day ? printed(day->value) : -1;
    }
  } else if (before.month > 0) {
    p.month = printed(number->value);
  } else {
    p.mark = year_mark::none;
    if (before.of != nullptr) {
      set_era_year(p, before.of, number->value);
    } else {
      if (number->digits != 2) return false;
      p.year = before.year / 100 * 100 + number->value;
    }
    read_mark(p);
    read_other_names(p);
    read_mark(p);
    if (!refused_) read_month_and_day(p);
  }
  p.to = scan.place();
  return true;
}

// ---- Days ----------------------------------------------------------------------------------------------------------

std::optional<span> point_reader::resolve(const point& p) {
  span covered;
  const std::string found = text(p.from, p.to);
  const auto impossible = [&](const char* code) -> std::optional<span> {
    refuse(code, {{"found", found}});
    return std::nullopt;
  };
  if (p.year < 1400 || p.year > 9998) return impossible("calendar.year.out-of-range");
  if (p.month != 0) {
    if (p.month < 1 || p.month > 12) return impossible("calendar.month.nonexistent");
    covered.unit = p.day != 0 ? period_unit::day : period_unit::month;
    covered.unit_stated = true;
    const auto first = civil_day::make(p.year, p.month, p.day != 0 ? p.day : 1);
    if (!first) return impossible("calendar.day.nonexistent");
    covered.first = *first;
    covered.last = p.day != 0 ? *first : month_end(p.year, p.month);
  } else if (p.mark == year_mark::calendar) {
    covered = {period_unit::calendar_year, true, *civil_day::make(p.year, 1, 1), *civil_day::make(p.year, 12, 31)};
  } else {
    const fiscal_year year(p.year);
    if (p.mark == year_mark::fiscal && p.year < first_fiscal_year) {
      return impossible("calendar.fiscal-year.before-1886");
    }
    covered = {period_unit::fiscal_year, p.mark == year_mark::fiscal, year.first_day(), year.last_day()};
  }
  if (p.of != nullptr && !check_era(p, covered)) return std::nullopt;
  if (p.at_end) covered.first = covered.last;
  if (p.at_start) covered.last = covered.first;
  if (p.at_end || p.at_start) covered.unit = period_unit::day;
  return covered;
}

/// A day before its era cannot be; one after it was the future when it was printed.
bool point_reader::check_era(const point& p, const span& covered) {
  const std::string found = text(p.from, p.to);
  const bool exact = p.month != 0;
  if (exact && covered.last < p.of->first_day) {
    return refuse("calendar.era.not-begun",
                  {{"found", found}, {"era", p.of->name}, {"first_day", p.of->first_day.to_string()}});
  }
  if (p.year < first_gregorian_year) {
    if (exact) return refuse("calendar.day.lunisolar", {{"found", found}});
    note("calendar.year.lunisolar", {{"found", found}});
  }
  const bool by_calendar_year = !exact && !covered.unit_stated;
  const civil_day begins = by_calendar_year ? *civil_day::make(p.year, 1, 1) : covered.first;
  if (!p.of->last_day || begins <= *p.of->last_day) return true;
  std::optional<std::string> means;
  if (covered.unit == period_unit::day) {
    means = write_day(covered.first, day_form::era, eras_);
  } else if (covered.unit == period_unit::fiscal_year && covered.unit_stated) {
    means = write_fiscal_year(fiscal_year(p.year), year_form::era, eras_);
  } else {
    means = write_calendar_year(p.year, year_form::era, eras_);
  }
  note("calendar.era.ended", {{"found", found},
                              {"era", p.of->name},
                              {"last_day", p.of->last_day->to_string()},
                              {"means", means.value_or(std::to_string(p.year))}});
  return true;
}

}  // namespace senryaku::calendar
