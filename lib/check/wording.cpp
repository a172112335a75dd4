#include "check/wording.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace senryaku {
inline namespace v1 {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

struct brackets {
  std::string_view open, close;
};
constexpr brackets remark_brackets[] = {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〈", "〉"}, {"《", "》"}, {"〔", "〕"}};

/// Where a remark at the end of `text` begins; its size without one.
std::size_t remark_start(std::string_view text) {
  constexpr std::string_view sums[] = {"累計", "累積", "延べ"};
  for (const auto& [open, close] : remark_brackets) {
    if (!ends_with(text, close)) continue;
    const std::size_t start = text.rfind(open);
    return start == std::string_view::npos || start == 0 ? text.size() : start;
  }
  for (const std::string_view sum : sums) {
    if (text.size() > sum.size() && ends_with(text, sum)) return text.size() - sum.size();
  }
  return text.size();
}

/// Without remarks at the end: 再生処理量(熱回収を含む) → 再生処理量, 利用者数【累計】 → 利用者数.
std::string_view without_remark(std::string_view text) {
  for (std::size_t start = remark_start(text); start < text.size(); start = remark_start(text)) {
    text = text.substr(0, start);
  }
  return text;
}

const std::string* ending_of(std::string_view text, const std::vector<std::string>& terms) {
  const auto at =
      std::find_if(terms.begin(), terms.end(), [&](const std::string& term) { return ends_with(text, term); });
  return at == terms.end() ? nullptr : &*at;
}

const std::string* longest_ending(std::string_view text, const std::vector<std::string>& terms) {
  const std::string* longest = nullptr;
  for (const auto& term : terms) {
    if (ends_with(text, term) && (longest == nullptr || term.size() > longest->size())) longest = &term;
  }
  return longest;
}

/// The parts of a name between ・, 、, 及び and 並びに.
std::vector<std::string_view> joined_parts(std::string_view name) {
  constexpr std::string_view joints[] = {"・", "、", "及び", "並びに"};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto* joint = std::find_if(std::begin(joints), std::end(joints),
                                     [&](std::string_view j) { return name.substr(at, j.size()) == j; });
    if (joint == std::end(joints)) {
      ++at;
      continue;
    }
    parts.push_back(name.substr(begin, at - begin));
    begin = at += joint->size();
  }
  parts.push_back(name.substr(begin));
  return parts;
}

/// 停留所数と利用者数; but not 居住世帯数と住宅戸数との比率.
bool is_one_with_another(std::string_view name, const kpi_check_rules& rules) {
  constexpr std::string_view with = "と";
  constexpr std::string_view compared = "との";
  if (ending_of(name, rules.counters) == nullptr || name.find(compared) != std::string_view::npos) return false;
  for (std::size_t at = name.find(with); at != std::string_view::npos; at = name.find(with, at + with.size())) {
    if (ending_of(name.substr(0, at), rules.counters) != nullptr) return true;
  }
  return false;
}

/// An act and nothing else but a short word that makes it special: 配布, 本調査, 成約の.
bool is_act(std::string_view text, const kpi_check_rules& rules) {
  constexpr std::string_view of = "の";
  constexpr std::size_t two_characters = 6;
  if (ends_with(text, of)) text.remove_suffix(of.size());
  const auto* act = ending_of(text, rules.act_pairs);
  return act != nullptr && text.size() - act->size() <= two_characters;
}

/// The whole number that stands directly before one of `words`.
std::optional<int> number_before_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t end = text.find(word);
    if (end == std::string_view::npos) continue;
    std::size_t start = end;
    while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') --start;
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data() + start, text.data() + end, number);
    if (start < end && error == std::errc{} && stop == text.data() + end) return number;
  }
  return std::nullopt;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Without spaces beside Japanese letters: 関係 人口 → 関係人口.
std::string without_gaps(std::string_view text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between_words = i > 0 && i + 1 < text.size() && is_ascii(text[i - 1]) && is_ascii(text[i + 1]);
    if (text[i] != ' ' || between_words) joined += text[i];
  }
  return joined;
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Without the bullet or number of a list: ①職員数, ・職員数, KPI:職員数. 1人当たり keeps its figure.
std::string_view without_bullet(std::string_view text) {
  constexpr std::string_view bullets[] = {"・", "■", "□", "◆", "◇",    "○",     "●", "◎",
                                          "☆",  "★", "※", "-", "KPI:", "KPI：", " ", "　"};
  constexpr std::string_view circled = "\xe2\x91";  // ① to ⑳ are E2 91 A0 to E2 91 B3
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    for (const std::string_view bullet : bullets) {
      if (starts_with(text, bullet)) text.remove_prefix(bullet.size());
    }
    if (starts_with(text, circled) && text.size() > circled.size() + 1) text.remove_prefix(circled.size() + 1);
  }
  return text;
}

/// 令和7年度, R7～R11, 2025年度末: a remark that only says when.
bool is_time(std::string_view text) {
  constexpr std::string_view words[] = {"令和", "平成", "昭和", "年度", "年", "月", "末", "時点", "現在", "元",
                                        "R",    "H",    "S",    "~",    "-",  "～", "〜", "/",    "."};
  while (!text.empty()) {
    const auto* word =
        std::find_if(std::begin(words), std::end(words), [&](std::string_view w) { return starts_with(text, w); });
    const bool digit = text.front() >= '0' && text.front() <= '9';
    if (!digit && word == std::end(words)) return false;
    text.remove_prefix(digit ? 1 : word->size());
  }
  return true;
}

/// A dash says that there is nothing.
bool is_dash(std::string_view text) {
  constexpr std::string_view dashes[] = {"-", "―", "—", "–", "ー", "−", "‐"};
  return std::find(std::begin(dashes), std::end(dashes), text) != std::end(dashes);
}

}  // namespace

std::string plain_name(std::string_view text) {
  constexpr std::string_view marks[] = {"※", "*"};
  std::string name = without_gaps(comparison_key(without_bullet(text)));
  const std::size_t end = name.find_last_not_of("0123456789");
  for (const std::string_view mark : marks) {
    if (end == std::string::npos || !ends_with(std::string_view(name).substr(0, end + 1), mark)) continue;
    name.resize(end + 1 - mark.size());
    break;
  }
  const std::size_t remark = remark_start(name);
  if (ends_with(name, ")") && remark < name.size() &&
      is_time(std::string_view(name).substr(remark + 1, name.size() - remark - 2))) {
    name.resize(remark);
  }
  return name;
}

std::string plain_unit(std::string_view text) {
  constexpr std::string_view bounds[] = {"以上", "以下", "以内", "未満", "程度"};
  const std::string key = without_gaps(comparison_key(text));
  std::string_view unit = key;
  if (ends_with(unit, ")") && unit.front() == '(') unit = unit.substr(1, unit.size() - 2);
  unit = without_remark(unit);
  for (const std::string_view bound : bounds) {
    if (unit.size() > bound.size() && ends_with(unit, bound)) unit.remove_suffix(bound.size());
  }
  return is_dash(unit) ? std::string{} : std::string(unit);
}

std::string plain_method(std::string_view text) {
  const std::string method = comparison_key(text);
  return is_dash(method) ? std::string{} : method;
}

const std::string* ends_with_any(std::string_view text, const std::vector<std::string>& terms) {
  return ending_of(without_remark(text), terms);
}

std::string_view remark_of(std::string_view text) {
  const std::string_view head = without_remark(text);
  return text.substr(head.size());
}

const std::string* contains_any(std::string_view text, const std::vector<std::string>& terms) {
  const auto at = std::find_if(terms.begin(), terms.end(),
                               [&](const std::string& term) { return text.find(term) != std::string_view::npos; });
  return at == terms.end() ? nullptr : &*at;
}

bool is_any(std::string_view text, const std::vector<std::string>& terms) {
  return std::find(terms.begin(), terms.end(), text) != terms.end();
}

bool names_two_quantities(std::string_view name, const kpi_check_rules& rules) {
  if (is_one_with_another(without_remark(name), rules)) return true;
  const std::vector<std::string_view> parts = joined_parts(without_remark(name));
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (ending_of(parts[i], rules.counters) != nullptr && ending_of(parts[i + 1], rules.counters) != nullptr)
      return true;
  }
  // 作成・配布数, 補修・管理・活用件数: only the last act has the counter.
  if (parts.size() < 2) return false;
  const auto* counter = longest_ending(parts.back(), rules.counters);
  if (counter == nullptr) return false;
  const std::string_view last = parts.back().substr(0, parts.back().size() - counter->size());
  return ending_of(parts[parts.size() - 2], rules.act_pairs) != nullptr && is_act(last, rules);
}

std::optional<int> stated_sample(std::string_view method) {
  return number_before_any(method, {"人の標本", "人を対象", "人の抽出", "人へのアンケート", "人に調査", "人の回答"});
}

std::optional<int> stated_scale(std::string_view method) {
  return number_before_any(method, {"段階", "点満点", "件法"});
}

}  // namespace v1
}  // namespace senryaku
