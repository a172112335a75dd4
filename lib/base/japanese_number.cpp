#include <senryaku/japanese_number.hpp>

#include <algorithm>

#include "base/fold.hpp"
#include "base/powers.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

using base::fold_printed;
using base::is_dash;
using base::is_digit;
using base::is_wave;
using base::to_utf8;
using text_view = std::u32string_view;

// ---- Words ---------------------------------------------------------------------------------------------------------
// As met in the KPI tables of published strategies and their yearly reviews.

struct no_value_word {
  text_view word;
  std::optional<unknown_reason> why;
};
constexpr no_value_word no_value_words[] = {
    {U"新規", unknown_reason::not_applicable},
    {U"該当なし", unknown_reason::not_applicable},
    {U"該当無し", unknown_reason::not_applicable},
    {U"なし", std::nullopt},
    {U"無し", std::nullopt},
    {U"無", std::nullopt},
    {U"データなし", std::nullopt},
    {U"不明", std::nullopt},
    {U"未把握", std::nullopt},
    {U"未設定", unknown_reason::not_set},
    {U"未定", unknown_reason::not_set},
    {U"検討中", unknown_reason::not_set},
    {U"調整中", unknown_reason::not_set},
    {U"協議中", unknown_reason::not_set},
    {U"別途設定", unknown_reason::not_set},
    {U"未集計", unknown_reason::not_collected},
    {U"集計中", unknown_reason::not_collected},
    {U"調査中", unknown_reason::not_collected},
    {U"確認中", unknown_reason::not_collected},
    {U"算出中", unknown_reason::not_collected},
    {U"未確定", unknown_reason::not_collected},
    {U"公表前", unknown_reason::not_collected},
    {U"未調査", unknown_reason::not_surveyed},
    {U"調査なし", unknown_reason::not_surveyed},
    {U"調査無し", unknown_reason::not_surveyed},
    {U"調査未実施", unknown_reason::not_surveyed},
    {U"中止", unknown_reason::suspended},
    {U"開催中止", unknown_reason::suspended},
    {U"休止", unknown_reason::suspended},
    {U"未実施", unknown_reason::suspended},
    {U"非公表", unknown_reason::not_published},
    {U"未公表", unknown_reason::not_published},
    {U"秘匿", unknown_reason::not_published},
    {U"N/A", std::nullopt},
    {U"n/a", std::nullopt},
    {U"NA", std::nullopt},
    {U"n.a.", std::nullopt},
    {U"/", std::nullopt},
    {U"*", std::nullopt},
};

constexpr text_view words_before[] = {U"年間",     U"延べ", U"のべ", U"累計", U"合計", U"総計", U"約",  U"およそ",
                                      U"おおむね", U"概ね", U"最大", U"最低", U"計",   U"第",   U"毎年"};

struct bound_word {
  text_view word;
  std::optional<target_bound> bound;
  std::optional<figure_change> change;
};
constexpr bound_word words_after[] = {
    {U"以上", target_bound::at_least, {}},      {U"以下", target_bound::at_most, {}},
    {U"以内", target_bound::at_most, {}},       {U"未満", target_bound::less_than, {}},
    {U"を下回る", target_bound::less_than, {}}, {U"超", target_bound::more_than, {}},
    {U"を超える", target_bound::more_than, {}}, {U"超える", target_bound::more_than, {}},
    {U"を上回る", target_bound::more_than, {}}, {U"程度", target_bound::about, {}},
    {U"前後", target_bound::about, {}},         {U"増加", {}, figure_change::rise},
    {U"増", {}, figure_change::rise},           {U"向上", {}, figure_change::rise},
    {U"上昇", {}, figure_change::rise},         {U"減少", {}, figure_change::fall},
    {U"減", {}, figure_change::fall},           {U"削減", {}, figure_change::fall},
    {U"低下", {}, figure_change::fall},         {U"現状維持", {}, figure_change::hold},
    {U"維持", {}, figure_change::hold},
};

constexpr bool is_any_of(char32_t c, text_view set) {
  return set.find(c) != text_view::npos;
}
bool starts_with(text_view text, text_view head) {
  return text.substr(0, head.size()) == head;
}
bool ends_with(text_view text, text_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}
text_view trimmed(text_view text) {
  while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
  return text;
}
bool has_digit(text_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

// ---- Multipliers ---------------------------------------------------------------------------------------------------

/// The multiplier at the front of `text`: its power of ten and its length. 十 and 百 are multipliers only before a
/// myriad, 円 or 人: 3百貨店 are three department stores.
struct multiplier {
  int exponent = 0;
  std::size_t length = 0;
};
multiplier leading_multiplier(text_view text) {
  multiplier found;
  if (text.empty()) return found;
  const text_view next = text.substr(1);
  const bool before_myriad = !next.empty() && is_any_of(next.front(), U"万億兆");
  const bool before_count = !next.empty() && is_any_of(next.front(), U"円人");
  if (text.front() == U'千') {
    found = {3, 1};
  } else if ((text.front() == U'百' && (before_myriad || before_count)) || (text.front() == U'十' && before_myriad)) {
    found = {text.front() == U'百' ? 2 : 1, 1};
  }
  if (found.length < text.size()) {
    const std::size_t myriad = text_view(U"万億兆").find(text[found.length]);
    if (myriad != text_view::npos) {
      found.exponent += 4 * (static_cast<int>(myriad) + 1);
      ++found.length;
    }
  }
  return found;
}

// ---- One figure ----------------------------------------------------------------------------------------------------

/// Reads folded text from left to right; `problem_` holds the code of what stopped it.
class figure_reader {
 public:
  explicit figure_reader(text_view text) : rest_(text) {}

  outcome<printed_number> run() {
    outcome<printed_number> answer;
    if (read()) {
      answer.value = std::move(number_);
    } else {
      answer.findings.push_back({problem_, {}, {}, {{"found", found_}}, std::nullopt});
    }
    return answer;
  }

 private:
  bool refuse(const char* code, text_view found) {
    problem_ = code;
    found_ = to_utf8(found);
    return false;
  }

  bool read() {
    const text_view whole = rest_;
    if (read_mark(whole)) return true;
    take_notes();
    if (read_mark(trimmed(rest_))) return true;
    take_words_before();
    if (read_words_only()) return true;
    const bool negative = take_sign();
    if (rest_.empty() || !is_digit(rest_.front())) {
      return refuse(has_digit(whole) ? "number.text.unread" : "number.digits.missing", whole);
    }
    return read_amount(negative) && read_unit();
  }

  /// A dash or a word that says there is no figure, alone or in brackets.
  bool read_mark(text_view text) {
    if (text.size() > 2 && text.front() == U'(' && text.back() == U')') text = trimmed(text.substr(1, text.size() - 2));
    const bool dashes = std::all_of(text.begin(), text.end(),
                                    [](char32_t c) { return is_dash(c) || c == U'.' || c == U'・' || c == U' '; });
    if (dashes) {  // the empty cell too
      number_.no_value = true;
      return true;
    }
    for (const auto& entry : no_value_words) {
      if (text != entry.word) continue;
      number_.no_value = true;
      number_.unknown = entry.why;
      return true;
    }
    return false;
  }

  /// Moves text in brackets, wherever it stands after the first character, to the note.
  void take_notes() {
    std::u32string note;
    std::size_t from = 0;
    while ((from = rest_.find(U'(', std::max<std::size_t>(from, 1))) != text_view::npos) {
      const std::size_t to = rest_.find(U')', from);
      if (to == text_view::npos) break;
      if (!note.empty()) note += U' ';
      note += rest_.substr(from + 1, to - from - 1);
      without_notes_ = std::u32string(rest_.substr(0, from)) + std::u32string(rest_.substr(to + 1));
      rest_ = without_notes_;
    }
    number_.note = to_utf8(trimmed(note));
    rest_ = trimmed(rest_);
  }

  void take_words_before() {
    std::u32string before;
    for (bool found = true; found;) {
      found = false;
      for (const text_view word : words_before) {
        if (!starts_with(rest_, word)) continue;
        if (is_any_of(word.front(), U"約お概")) number_.bound = target_bound::about;
        if (!before.empty()) before += U' ';
        before += word;
        rest_ = trimmed(rest_.substr(word.size()));
        found = true;
        break;
      }
    }
    number_.before = to_utf8(before);
  }

  /// A target in words alone: 維持, 現状維持, 増加.
  bool read_words_only() {
    for (const auto& entry : words_after) {
      if (!entry.change || rest_ != entry.word) continue;
      number_.change = entry.change;
      number_.after = to_utf8(entry.word);
      return true;
    }
    return false;
  }

  bool take_sign() {
    if (rest_.empty()) return false;
    const bool minus = is_dash(rest_.front()) || is_any_of(rest_.front(), U"▲△▼∆Δ");
    const bool plus = is_any_of(rest_.front(), U"+±");
    if (!minus && !plus) return false;
    if (rest_.front() == U'+') number_.change = figure_change::rise;
    rest_ = trimmed(rest_.substr(1));
    return minus;
  }

  /// Digits with their grouping and point: "3,000", "12.30".
  bool read_digits(decimal& out) {
    std::size_t end = 0;
    while (end < rest_.size() && (is_digit(rest_[end]) || rest_[end] == U',' || rest_[end] == U'.')) ++end;
    const text_view token = rest_.substr(0, end);
    const std::size_t point = token.find(U'.');
    const text_view whole = token.substr(0, point);
    const text_view fraction = point == text_view::npos ? text_view() : token.substr(point + 1);
    if (point != text_view::npos && (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit))) {
      return refuse("number.point.misplaced", token);
    }
    if (!is_grouped(whole)) return refuse("number.grouping.misprint", token);
    std::string plain;
    for (const char32_t c : token) {
      if (c != U',') plain += static_cast<char>(c);
    }
    const auto value = decimal::parse(plain);
    if (!value) return refuse("number.size.exceeded", token);
    out = *value;
    rest_.remove_prefix(end);
    return true;
  }

  /// Commas stand before every third digit from the right, or not at all.
  static bool is_grouped(text_view whole) {
    const std::size_t first = whole.find(U',');
    if (first == text_view::npos) return true;
    if (first == 0 || first > 3) return false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if ((whole[i] == U',') != (i >= first && (i - first) % 4 == 0)) return false;
    }
    return (whole.size() - first) % 4 == 0;
  }

  /// One part or several: 2億7,500万 = 2 × 10^8 + 7500 × 10^4. Each part has to fit below the one before it.
  bool read_amount(bool negative) {
    const text_view whole = rest_;
    decimal total;
    int above = 38;
    for (int parts = 0;; ++parts) {
      decimal digits;
      const text_view start = rest_;
      if (!read_digits(digits)) return false;
      rest_ = trimmed(rest_);
      const multiplier times = leading_multiplier(rest_);
      const text_view unit_start = rest_;
      rest_.remove_prefix(times.length);
      const text_view after = trimmed(rest_);
      if (!after.empty() && !is_digit(after.front())) rest_ = after;  // "3万 5人" stays two figures
      const auto part = shift(digits, times.exponent);
      const auto sum = part ? add(total, *part) : std::nullopt;
      if (!sum) return refuse("number.size.exceeded", start);
      const auto limit = parts == 0 ? std::nullopt : shift(decimal(1), above);
      if (parts > 0 && (times.exponent >= above || (limit && *part >= *limit)))
        return refuse("number.myriad.order", whole);
      total = *sum;
      const bool more = times.length > 0 && !rest_.empty() && is_digit(rest_.front());
      if (more && digits.scale() > 0) return refuse("number.myriad.order", whole);
      if (!more) {
        if (parts == 0) {
          number_.figure = negative ? decimal(-digits.digits(), digits.scale()) : digits;
          figure_unit_ = unit_start;
        }
        break;
      }
      above = times.exponent;
    }
    number_.value = negative ? decimal(-total.digits(), total.scale()) : total;
    return true;
  }

  bool read_unit() {
    const std::size_t multiplier_length = figure_unit_.size() >= rest_.size() ? figure_unit_.size() - rest_.size() : 0;
    const text_view multiplier_text = trimmed(figure_unit_.substr(0, multiplier_length));
    text_view unit = trimmed(rest_);
    if (!unit.empty() && (is_wave(unit.front()) || is_dash(unit.front()) || unit.front() == U'→') && has_digit(unit)) {
      return refuse("number.range.given", unit);
    }
    unit = take_words_after(unit);
    if (holds_second_figure(unit)) return refuse("number.figures.several", unit);
    const std::u32string plain = with_plain_powers(unit);
    if (std::any_of(plain.begin(), plain.end(), base::grows_digits)) return refuse("number.text.unread", unit);
    number_.unit = to_utf8(plain);
    if (number_.figure) number_.figure_unit = to_utf8(std::u32string(multiplier_text) + plain);
    return true;
  }

  /// m² and cm³ as ㎡ folds: m2, cm3. Only after a letter; elsewhere a raised digit is a footnote mark or worse.
  static std::u32string with_plain_powers(text_view unit) {
    std::u32string plain(unit);
    for (std::size_t i = 1; i < plain.size(); ++i) {
      const bool letter =
          (plain[i - 1] >= U'A' && plain[i - 1] <= U'Z') || (plain[i - 1] >= U'a' && plain[i - 1] <= U'z');
      if (letter && (plain[i] == 0xB2 || plain[i] == 0xB3)) plain[i] = plain[i] == 0xB2 ? U'2' : U'3';
    }
    return plain;
  }

  text_view take_words_after(text_view unit) {
    std::u32string after;
    for (bool found = true; found;) {
      found = false;
      for (const auto& entry : words_after) {
        if (!ends_with(unit, entry.word)) continue;
        after.insert(0, entry.word);
        if (entry.bound)
          number_.bound = number_.bound && *number_.bound != target_bound::about ? number_.bound : entry.bound;
        if (entry.change) number_.change = entry.change;
        unit = trimmed(unit.substr(0, unit.size() - entry.word.size()));
        while (!unit.empty() && is_any_of(unit.back(), U"をにのへ")) unit = trimmed(unit.substr(0, unit.size() - 1));
        found = true;
        break;
      }
    }
    number_.after = to_utf8(after);
    return unit;
  }

  /// Digits belong to a unit only after a Latin letter or a stroke: m2, t-CO2, 件/5年, 10a.
  static bool holds_second_figure(text_view unit) {
    for (std::size_t i = 0; i < unit.size(); ++i) {
      if (!is_digit(unit[i])) continue;
      const char32_t before = i == 0 ? U' ' : unit[i - 1];
      const bool letter = (before >= U'A' && before <= U'Z') || (before >= U'a' && before <= U'z');
      if (!letter && before != U'/' && before != U'^' && !is_digit(before)) return true;
    }
    return false;
  }

  text_view rest_;
  std::u32string without_notes_;
  text_view figure_unit_;
  printed_number number_;
  std::string problem_;
  std::string found_;
};

}  // namespace

std::optional<decimal> value_in_unit(const printed_number& read, std::string_view unit) {
  if (!read.value) return std::nullopt;
  if (read.figure && read.figure_unit.empty()) return read.figure;
  auto value = shift(*read.value, -split_unit(unit).exponent);
  // Zeros behind the point that only the shift has made say nothing about how exactly the figure is known.
  while (value && value->scale() > read.value->scale() && value->digits() % 10 == 0)
    value = decimal(value->digits() / 10, value->scale() - 1);
  return value;
}

std::optional<decimal> shift(const decimal& value, int exponent) {
  if (exponent < -2 * decimal::max_scale || exponent > 2 * decimal::max_digits) return std::nullopt;
  int scale = value.scale() - exponent;
  int128 digits = value.digits();
  constexpr int128 limit = powers::ten(decimal::max_digits);
  for (; scale < 0; ++scale) {
    digits *= 10;
    if (digits >= limit || digits <= -limit) return std::nullopt;
  }
  if (scale > decimal::max_scale) return std::nullopt;
  return decimal(static_cast<std::int64_t>(digits), scale);
}

outcome<printed_number> read_number(std::string_view text) {
  const std::u32string folded = fold_printed(text);
  if (folded.empty() && !text.empty() && !is_utf8(text)) {
    outcome<printed_number> refused;
    refused.findings.push_back({"number.text.unread", {}, {}, {{"found", "?"}}, std::nullopt});
    return refused;
  }
  return figure_reader(folded).run();
}

scaled_unit split_unit(std::string_view unit) {
  const std::u32string folded = fold_printed(unit);
  const multiplier times = leading_multiplier(folded);
  return {times.exponent, to_utf8(text_view(folded).substr(times.length))};
}

}  // namespace v1
}  // namespace senryaku
