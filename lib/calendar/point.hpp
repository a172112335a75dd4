/// One end of a printed period: a day, a month or a year, with what was printed and what it resolves to.
#pragma once

#include <senryaku/calendar.hpp>

#include "calendar/scanner.hpp"

namespace senryaku::calendar {

/// What follows the number of a year.
enum class year_mark { none, calendar, fiscal, either };

struct point {
  const era* of = nullptr;  ///< null for western years
  int era_year = 0;
  int year = 0;  ///< western
  year_mark mark = year_mark::none;
  int month = 0;  ///< 0: not printed
  int day = 0;
  bool at_end = false;    ///< 末
  bool at_start = false;  ///< 当初
  bool ambiguous = false;
  std::size_t from = 0;  ///< place in the text
  std::size_t to = 0;
};

/// The days a point covers.
struct span {
  period_unit unit = period_unit::day;
  bool unit_stated = false;
  civil_day first;
  civil_day last;
};

/// Reads points. The first failure is kept; notes are collected.
class point_reader {
 public:
  point_reader(std::u32string_view text, const std::vector<era>& eras) : text_(text), scan(text), eras_(eras) {}

  /// Reads a point here. `before`: the first end of a range, from which missing parts are taken (平成27年度～31年度).
  bool read(point& p, const point* before);
  /// A second name of the year of `p` in brackets or after a stroke: 令和7(2025), H31/R1.
  bool read_other_names(point& p);
  /// The days of `p`; refuses what cannot be.
  std::optional<span> resolve(const point& p);

  bool refuse(std::string_view code, std::vector<finding_value> values = {});
  bool refuse_here(std::string_view code, std::size_t from);
  void note(std::string_view code, std::vector<finding_value> values);
  std::string text(std::size_t from, std::size_t to) const { return base::to_utf8(text_.substr(from, to - from)); }
  bool refused() const { return refused_; }
  const std::vector<era>& eras() const { return eras_; }
  std::vector<finding> take_findings() { return std::move(findings_); }

 private:
  std::u32string_view text_;

 public:
  scanner scan;

 private:
  bool read_year(point& p);
  const era* take_era();
  bool set_era_year(point& p, const era* of, int number);
  void read_mark(point& p);
  bool read_month_and_day(point& p);
  bool read_separated(point& p);
  bool read_inherited(point& p, const point& before);
  bool explain_unread(std::size_t from);
  bool check_era(const point& p, const span& covered);

  const std::vector<era>& eras_;
  std::vector<finding> findings_;
  bool refused_ = false;
};

/// Last day of a month.
civil_day month_end(int year, int month);

}  // namespace senryaku::calendar
