#include <senryaku/calendar.hpp>

#include <algorithm>

#include "calendar/point.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

using namespace calendar;
using text_view = std::u32string_view;

/// 5か年 is written with か カ ヵ ヶ ケ 箇 个, or without.
bool is_counter_letter(char32_t c) {
  return text_view(U"かカヵヶケ箇个ゕゖ").find(c) != text_view::npos;
}

struct relative_word {
  text_view word;
  relative_period meaning;
};
constexpr relative_word relative_words[] = {
    {U"現状値", relative_period::present},
    {U"現状", relative_period::present},
    {U"現在", relative_period::present},
    {U"直近", relative_period::present},
    {U"最新", relative_period::present},
    {U"最終目標", relative_period::final_year},
    {U"最終年度", relative_period::final_year},
    {U"最終年", relative_period::final_year},
    {U"最終", relative_period::final_year},
    {U"目標年度", relative_period::final_year},
    {U"目標年", relative_period::final_year},
    {U"計画期間終了時", relative_period::final_year},
    {U"計画最終年度", relative_period::final_year},
    {U"毎年度", relative_period::every_year},
    {U"毎年", relative_period::every_year},
    {U"各年度", relative_period::every_year},
    {U"各年", relative_period::every_year},
    {U"年間", relative_period::every_year},
};

enum class effect { none, until, onwards, at_end, at_start, total, average };
struct suffix_word {
  text_view word;
  effect does;
};
constexpr suffix_word suffix_words[] = {
    {U"まで", effect::until},    {U"以前", effect::until},    {U"以降", effect::onwards}, {U"以後", effect::onwards},
    {U"から", effect::onwards},  {U"より", effect::onwards},  {U"末日", effect::at_end},  {U"末", effect::at_end},
    {U"当初", effect::at_start}, {U"期首", effect::at_start}, {U"累計", effect::total},   {U"累積", effect::total},
    {U"合計", effect::total},    {U"総計", effect::total},    {U"計", effect::total},     {U"平均", effect::average},
    {U"時点", effect::none},     {U"現在", effect::none},     {U"の", effect::none},      {U"間", effect::none},
    {U"中", effect::none},       {U"に", effect::none},       {U"頃", effect::none},
};

/// Reads a whole period: one point or two, and the words around them.
class period_reader {
 public:
  period_reader(text_view text, const std::vector<era>& eras)
      : points_(text, eras), scan_(points_.scan), size_(text.size()) {}

  outcome<printed_period> run() {
    outcome<printed_period> answer;
    if (read()) answer.value = std::move(result_);
    answer.findings = points_.take_findings();
    return answer;
  }

 private:
  bool read() {
    if (size_ == 0) return points_.refuse("calendar.text.unread", {{"found", ""}});
    if (read_relative()) return true;
    scan_.go_back(0);
    unwrap_heading();
    if (scan_.take_if(base::is_wave)) result_.until = true;
    if (!points_.read(first_, nullptr)) return false;
    last_ = first_;
    if (!read_range() || !read_suffixes()) return false;
    return compile();
  }

  // ---- periods without a year --------------------------------------------------------------------------------------

  /// 現状, 5年後, 5か年, 3年平均, 累計. All of the text, or nothing is taken.
  bool read_relative() {
    const printed_period fresh = result_;
    for (const auto& entry : relative_words) {
      scan_.go_back(0);
      if (!scan_.take(entry.word)) continue;
      result_.relative = entry.meaning;
      if (take_use() && scan_.done()) return true;
      result_ = fresh;
    }
    scan_.go_back(0);
    scan_.take(U"計画期間");
    if (const auto years = take_length()) {
      result_.years = years;
      result_.relative = relative_period::length;
      if (scan_.take(U"後")) result_.relative = relative_period::years_later;
      if (take_use() && scan_.done() && length_is_clear_) return true;
    } else if (take_use() && scan_.done() && result_.use != period_use::plain) {
      return true;
    }
    result_ = fresh;
    return false;
  }

  /// N年間, Nか年, N年(度). Whether it can be anything but a length is in `length_is_clear_`.
  std::optional<int> take_length() {
    const std::size_t start = scan_.place();
    const auto number = scan_.take_number();
    if (number && number->digits <= 2 && number->value > 0) {
      const bool counted = scan_.take_if(is_counter_letter);
      if (scan_.take(U"年")) {
        scan_.take(U"度");
        const bool lasting = scan_.take(U"間");
        const std::size_t place = scan_.place();
        const bool followed = scan_.take(U"後") || scan_.take(U"平均") || scan_.take(U"累計") || scan_.take(U"累積") ||
                              scan_.take(U"合計") || scan_.take(U"計") || scan_.take(U"の");
        scan_.go_back(place);
        length_is_clear_ = counted || lasting || followed;
        return number->value;
      }
    }
    scan_.go_back(start);
    return std::nullopt;
  }

  bool take_use() {
    scan_.take(U"の");
    if (scan_.take(U"累計") || scan_.take(U"累積") || scan_.take(U"合計") || scan_.take(U"総計") || scan_.take(U"計")) {
      result_.use = period_use::total;
    } else if (scan_.take(U"平均")) {
      result_.use = period_use::average;
    }
    return true;
  }

  /// 現状値(R5), 目標（令和11年度）: the brackets are opened, the heading is kept as a left-over word.
  void unwrap_heading() {
    while (!scan_.done() && !base::is_digit(scan_.peek()) && scan_.peek() != U'(') {
      const std::size_t place = scan_.place();
      bool taken = false;
      for (const text_view word :
           {text_view(U"現状値"), text_view(U"現状"), text_view(U"基準値"), text_view(U"基準年度"),
            text_view(U"基準年"), text_view(U"基準"), text_view(U"目標値"), text_view(U"目標"), text_view(U"最終"),
            text_view(U"最新値"), text_view(U"最新"), text_view(U"直近"), text_view(U"実績値"), text_view(U"実績"),
            text_view(U"策定時")}) {
        if (!scan_.take(word)) continue;
        heading_ = base::to_utf8(word);
        taken = true;
        break;
      }
      if (!taken) {
        scan_.go_back(place);
        return;
      }
    }
    if (!heading_.empty() || scan_.peek() == U'(') open_bracket_ = scan_.take(U"(");
    result_.rest = heading_;
  }

  // ---- ranges ------------------------------------------------------------------------------------------------------

  bool read_range() {
    const std::size_t start = scan_.place();
    const bool sign = scan_.take_if(base::is_wave) || scan_.take_if(base::is_dash);
    const bool word = !sign && (scan_.take(U"から") || scan_.take(U"より"));
    if (!sign && !word) return true;
    scan_.skip_spaces();
    if (sign && (scan_.done() || scan_.peek() == U')')) {
      result_.onwards = true;
      return true;
    }
    const std::size_t place = scan_.place();
    if (const auto years = take_length(); years && word && length_is_clear_) {
      return extend_by(*years);
    }
    scan_.go_back(place);
    if (word && !base::is_digit(scan_.peek()) && !looks_like_year()) {
      scan_.go_back(start);  // 令和7年度から, as a suffix
      return true;
    }
    point second;
    if (!points_.read(second, &first_)) return false;
    if (first_.mark == year_mark::none && first_.month == 0) first_.mark = second.mark;
    if (second.mark == year_mark::none && second.month == 0) second.mark = first_.mark;
    if (first_.ambiguous) {
      points_.note("calendar.range.ambiguous", {{"found", points_.text(first_.from, second.to)}});
    }
    last_ = second;
    result_.is_range = true;
    return true;
  }

  bool looks_like_year() {
    const std::size_t place = scan_.place();
    point probe;
    point_reader probing(scan_.rest(), points_.eras());
    const bool found = probing.read(probe, nullptr);
    scan_.go_back(place);
    return found;
  }

  /// 令和7年度から5年間.
  bool extend_by(int years) {
    last_.year = first_.year + years - 1;
    last_.era_year = first_.era_year + years - 1;
    if (first_.month != 0) return points_.refuse_here("calendar.text.unread", first_.from);
    result_.is_range = years > 1;
    result_.years = years;
    return true;
  }

  // ---- what follows ------------------------------------------------------------------------------------------------

  bool read_suffixes() {
    while (!scan_.done()) {
      scan_.skip_spaces();
      if (scan_.peek() == U'(') {
        if (!read_bracket()) return false;
        continue;
      }
      if (open_bracket_ && scan_.take(U")")) {
        open_bracket_ = false;
        continue;
      }
      if (read_suffix_word()) continue;
      if (const auto years = take_length(); years && length_is_clear_) {
        result_.years = years;
        continue;
      }
      const char32_t c = scan_.peek();
      if (base::is_digit(c) || base::grows_digits(c))
        return points_.refuse("calendar.text.unread", {{"found", points_.text(scan_.place(), size_)}});
      result_.rest += base::to_utf8(text_view(&c, 1));
      scan_.take_if([](char32_t) { return true; });
    }
    return true;
  }

  bool read_suffix_word() {
    for (const auto& entry : suffix_words) {
      if (!scan_.take(entry.word)) continue;
      switch (entry.does) {
        case effect::until:
          result_.until = true;
          break;
        case effect::onwards:
          result_.onwards = true;
          break;
        case effect::at_end:
          last_.at_end = true;
          break;
        case effect::at_start:
          last_.at_start = true;
          break;
        case effect::total:
          result_.use = period_use::total;
          break;
        case effect::average:
          result_.use = period_use::average;
          break;
        case effect::none:
          break;
      }
      return true;
    }
    return false;
  }

  /// Brackets after the date: a weekday, the same date in the other calendar, the length of the range, or words.
  bool read_bracket() {
    const std::size_t start = scan_.place();
    scan_.take(U"(");
    const std::size_t inner = scan_.place();
    if (read_weekday()) return true;
    scan_.go_back(inner);
    if (const auto years = take_length()) {
      take_use();
      if (scan_.take(U")")) {
        result_.years = years;
        return true;
      }
    }
    scan_.go_back(inner);
    if (read_same_date(inner)) return true;
    if (points_.refused()) return false;
    scan_.go_back(inner);
    while (!scan_.done() && scan_.peek() != U')' && !base::is_digit(scan_.peek())) {
      scan_.take_if([](char32_t) { return true; });
    }
    if (scan_.peek() != U')') return points_.refuse("calendar.text.unread", {{"found", points_.text(start, size_)}});
    result_.rest += points_.text(inner, scan_.place());
    return scan_.take(U")");
  }

  bool read_weekday() {
    constexpr text_view names = U"日月火水木金土";
    const std::size_t at = names.find(scan_.peek());
    if (scan_.done() || at == text_view::npos) return false;
    scan_.take_if([](char32_t) { return true; });
    scan_.take(U"曜日") || scan_.take(U"曜");
    if (!scan_.take(U")")) return false;
    const auto day = civil_day::make(last_.year, last_.month, last_.day);
    if (!day) return true;
    const std::int64_t since = days_between(*civil_day::make(2000, 1, 2), *day);  // 2000-01-02 was a Sunday
    const auto actual = static_cast<std::size_t>(((since % 7) + 7) % 7);
    if (actual != at) {
      points_.note("calendar.weekday.disagrees", {{"found", base::to_utf8(names.substr(at, 1))},
                                                  {"expected", base::to_utf8(names.substr(actual, 1))},
                                                  {"day", day->to_string()}});
    }
    return true;
  }

  bool read_same_date(std::size_t inner) {
    point other;
    point_reader probing(scan_.rest(), points_.eras());
    if (!probing.read(other, nullptr)) return false;
    scan_.go_back(inner + probing.scan.place());
    if (!scan_.take(U")")) return false;
    const bool same = other.year == last_.year &&
                      (other.month == 0 || last_.month == 0 || other.month == last_.month) &&
                      (other.day == 0 || last_.day == 0 || other.day == last_.day);
    if (!same) {
      const auto name = [](const point& p) {
        std::string text = std::to_string(p.year);
        if (p.month > 0) text += "-" + std::to_string(p.month);
        if (p.day > 0) text += "-" + std::to_string(p.day);
        return text;
      };
      return points_.refuse(
          "calendar.years.disagree",
          {{"found", points_.text(last_.from, scan_.place())}, {"first", name(last_)}, {"second", name(other)}});
    }
    if (last_.mark == year_mark::none) last_.mark = other.mark;
    return true;
  }

  // ---- result ------------------------------------------------------------------------------------------------------

  bool compile() {
    if (!result_.is_range) first_ = last_;
    const auto from = points_.resolve(first_);
    if (!from) return false;
    auto to = from;
    if (result_.is_range) {
      to = points_.resolve(last_);
      if (!to) return false;
      if (to->last < from->first) {
        return points_.refuse("calendar.range.reversed", {{"found", points_.text(first_.from, last_.to)}});
      }
    }
    result_.unit = to->unit;
    result_.unit_stated = to->unit_stated;
    result_.first = from->first;
    result_.last = to->last;
    result_.year = last_.year;
    if (result_.is_range) result_.from_year = first_.year;
    if (result_.is_range && result_.years && last_.month == 0 && *result_.years != last_.year - first_.year + 1) {
      points_.note("calendar.length.disagrees", {{"found", std::to_string(*result_.years)},
                                                 {"expected", std::to_string(last_.year - first_.year + 1)}});
    }
    return true;
  }

  point_reader points_;
  scanner& scan_;
  std::size_t size_;
  point first_;
  point last_;
  printed_period result_;
  std::string heading_;
  bool open_bracket_ = false;
  bool length_is_clear_ = false;
};

template <class T>
outcome<T> refused(const char* code, std::string_view text) {
  outcome<T> answer;
  answer.findings.push_back({code, {}, {}, {{"found", std::string(text)}}, std::nullopt});
  return answer;
}

}  // namespace

outcome<printed_period> read_period(std::string_view text, const std::vector<era>& eras) {
  if (!is_utf8(text)) return refused<printed_period>("calendar.text.unread", "?");
  const std::u32string folded = base::fold_printed(text);
  return period_reader(folded, eras).run();
}

outcome<civil_day> read_day(std::string_view text, const std::vector<era>& eras) {
  auto period = read_period(text, eras);
  if (period && (period->unit != period_unit::day || period->is_range || !period->first)) {
    return refused<civil_day>("calendar.day.expected", text);
  }
  outcome<civil_day> answer;
  if (period) answer.value = *period->first;
  answer.findings = std::move(period.findings);
  return answer;
}

outcome<fiscal_year> read_fiscal_year(std::string_view text, const std::vector<era>& eras) {
  auto period = read_period(text, eras);
  if (period && (period->unit != period_unit::fiscal_year || period->is_range || !period->year)) {
    return refused<fiscal_year>("calendar.fiscal-year.expected", text);
  }
  outcome<fiscal_year> answer;
  if (period) answer.value = fiscal_year(*period->year);
  answer.findings = std::move(period.findings);
  return answer;
}

}  // namespace v1
}  // namespace senryaku
