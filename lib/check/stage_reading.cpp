#include "check/stage_reading.hpp"

#include <algorithm>
#include <string_view>

namespace senryaku::check {
namespace {

constexpr std::u32string_view opening = U"([{〔【〈《［<";
constexpr std::u32string_view closing = U")]}〕】〉》］>";

/// White space that NFKC leaves, as Python's str.split() sees it.
bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x1680 || c == 0x2028 ||
         c == 0x2029;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// NFKC of `source` in `out`; empty when it is not UTF-8.
void to_nfkc(std::string_view source, std::string& out) {
  for (std::size_t room = source.size() + 16;; room *= 4) {
    out.resize(room);
    const std::int64_t size = nfkc(source, out.data(), static_cast<std::int64_t>(out.size()));
    if (size >= 0) {
      out.resize(static_cast<std::size_t>(size));
      return;
    }
    if (room > source.size() * 20 + 64) break;  // no character grows that much, so it is not UTF-8
  }
  out.clear();
}

}  // namespace

void normal_text::assign(std::string_view source) {
  text.clear();
  origin.clear();
  to_nfkc(source, nfkc);
  bool in_number = false;  // a point or comma goes with the digit after it
  for (std::size_t i = 0; i < nfkc.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(nfkc[k]); };
    const unsigned lead = byte(i);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = c << 6 | (byte(i + k) & 0x3F);
    const auto start = static_cast<std::uint32_t>(i);
    i += length;
    if (is_space(c)) continue;
    if (is_digit(c)) {
      if (in_number && text.back() != U'0') {  // 1.5, 13,182: the mark belongs to the number
        text.pop_back();
        origin.pop_back();
      }
      if (in_number) continue;
      in_number = true;
      c = U'0';
    } else if (in_number && (c == U'.' || c == U',') && text.back() == U'0') {
      // stays until the next character tells whether it belongs to the number
    } else {
      in_number = false;
      if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    }
    text += c;
    origin.push_back(start);
  }
  origin.push_back(static_cast<std::uint32_t>(nfkc.size()));
}

std::string_view normal_text::piece(std::size_t begin, std::size_t end) const {
  std::string_view whole = std::string_view(nfkc).substr(origin[begin], origin[end] - origin[begin]);
  while (!whole.empty() && whole.back() == ' ') whole.remove_suffix(1);
  return whole;
}

void bracketed_text::assign(std::u32string_view whole) {
  main.clear();
  aside.clear();
  main_place.clear();
  aside_place.clear();
  int depth = 0;
  for (std::uint32_t i = 0; i < whole.size(); ++i) {
    const char32_t c = whole[i];
    const bool opens = opening.find(c) != std::u32string_view::npos;
    if (!opens && closing.find(c) != std::u32string_view::npos) {
      depth = std::max(0, depth - 1);
      continue;
    }
    const bool inside = opens || depth > 0;
    (inside ? aside : main) += opens ? U' ' : c;
    (inside ? aside_place : main_place).push_back(i);
    if (opens) ++depth;
  }
  if (!main.empty()) return;
  for (std::size_t i = 0; i < aside.size(); ++i) {
    if (aside[i] == U' ') continue;
    main += aside[i];
    main_place.push_back(aside_place[i]);
  }
  aside.clear();
  aside_place.clear();
}

}  // namespace senryaku::check

namespace senryaku {
inline namespace v1 {
namespace {

using check::placed_word;

constexpr char32_t person = U'者';
constexpr char32_t count_mark = U'数';
constexpr std::size_t longest_head = 6;
constexpr std::size_t straddle_reach = 8;
constexpr char32_t per = U'/';
constexpr std::u32string_view dated = U"の年度";  // 平成26年度|職員数, 市の|職員数
constexpr std::u32string_view magnitudes = U"十百千万億兆0";
constexpr std::u32string_view unit_stops = U"/・(";
constexpr std::u32string_view unit_prefixes[] = {U"延べ", U"延", U"年間", U"累計"};
constexpr std::u32string_view project_suffix = U"事業";

bool ends_with(std::u32string_view text, std::u32string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// 百万円 → 円, 年間人 → 人, 回/年 → 回: the unit without its multiple and its span.
std::u32string_view unit_core(std::u32string_view unit) {
  unit = unit.substr(0, unit.find_first_of(unit_stops));
  const auto after = unit.find_first_not_of(magnitudes);
  if (after != std::u32string_view::npos) unit.remove_prefix(after);
  for (const auto prefix : unit_prefixes) {
    if (unit.substr(0, prefix.size()) == prefix) return unit.substr(prefix.size());
  }
  return unit;
}

/// The number of the word that is exactly `text`, or −1.
int lookup(const check::word_trie& trie, std::u32string_view text) {
  int node = check::word_trie::root;
  for (const char32_t c : text) {
    node = trie.step(node, c);
    if (node == check::word_trie::nowhere) return -1;
  }
  return text.empty() ? -1 : trie.number(node);
}

}  // namespace

/// Would a cut in the name at `cut` go through a word that ends at `end` or before?
bool stage_reader::straddles(std::size_t cut, std::size_t end) const {
  for (std::size_t begin = cut > straddle_reach ? cut - straddle_reach : 0; begin < cut; ++begin) {
    int node = check::word_trie::root;
    for (std::size_t i = begin; i < end; ++i) {
      node = t_.words.step(node, parts_.main[i]);
      if (node == check::word_trie::nowhere) break;
      if (i < cut) continue;
      const int number = t_.words.number(node);
      if (number >= 0 && t_.word_of[static_cast<std::size_t>(number)].kind != stage_word_kind::link) return true;
    }
  }
  return false;
}

std::size_t stage_reader::strip_tails(std::size_t end) const {
  for (;;) {
    std::size_t shorter = end;
    int node = check::word_trie::root;
    for (std::size_t length = 1; length < end; ++length) {  // the last found is the longest; a name is never all tail
      node = t_.tails_backwards.step(node, parts_.main[end - length]);
      if (node == check::word_trie::nowhere) break;
      if (t_.tails_backwards.number(node) >= 0 && !straddles(end - length, end)) shorter = end - length;
    }
    if (shorter == end) return end;
    end = shorter;
  }
}

void stage_reader::cut_head() {
  out_.counted = strip_tails(parts_.main.size());
  out_.head = t_.no_head;
  out_.core = out_.counted;
  const std::size_t end = out_.counted;
  int node = check::word_trie::root;
  std::size_t taken = 0;
  for (std::size_t length = 1; length <= std::min(longest_head, end); ++length) {
    node = t_.heads_backwards.step(node, parts_.main[end - length]);
    if (node == check::word_trie::nowhere) break;
    const int head = t_.heads_backwards.number(node);
    if (head < 0) continue;
    // 求人|数, not 求|人数
    const bool bare_count = length == 2 && parts_.main[end - 1] == count_mark && parts_.main[end - 2] != person;
    if (bare_count && straddles(end - 2, end - 1)) continue;
    out_.head = head;
    taken = length;
  }
  if (taken == 0) return;
  const std::size_t core = end - taken + (parts_.main[end - taken] == person ? 1 : 0);
  out_.core = core > 0 ? strip_tails(core) : 0;
}

/// 達成した事業数/対象事業数, 利用回数/年: what is counted stands before the stroke, where that ends in a head.
void stage_reader::cut_denominator() {
  const std::size_t cut = parts_.main.find(per);
  if (cut == std::u32string::npos || cut == 0) return cut_head();
  whole_ = parts_.main;
  parts_.main.resize(cut);
  cut_head();
  if (out_.head != t_.no_head) return parts_.main_place.resize(cut);
  parts_.main = whole_;
  cut_head();
}

/// 参加者の評価(満足度): where nothing outside the brackets says what is counted, they may, without a last one such as
/// (再掲).
void stage_reader::join_aside() {
  if (out_.head != t_.no_head || parts_.aside.empty()) return;
  whole_ = parts_.main;
  const std::size_t places = parts_.main_place.size();
  for (std::size_t end = parts_.aside.size(); end > 0;) {
    for (std::size_t i = 0; i < end; ++i) {
      if (parts_.aside[i] == U' ') continue;
      parts_.main += parts_.aside[i];
      parts_.main_place.push_back(parts_.aside_place[i]);
    }
    cut_head();
    if (out_.head != t_.no_head) {
      parts_.aside.clear();
      parts_.aside_place.clear();
      return;
    }
    parts_.main = whole_;
    parts_.main_place.resize(places);
    const std::size_t opening = parts_.aside.rfind(U' ', end - 1);
    end = opening == std::u32string::npos ? 0 : opening;
  }
  cut_head();
}

/// Money or hands put in: 指定管理料, 出展費用, 職員数.
bool stage_reader::is_input() const {
  const bool money = out_.unit == t_.money_unit;
  if (out_.words.empty()) return out_.head == t_.cost_head && money;
  const placed_word& last = out_.words.back();
  const int name = t_.word_of[static_cast<std::size_t>(last.number)].name;
  const bool whole = last.end == out_.counted;
  const bool no_unit = out_.unit == t_.no_unit;
  if (name == t_.money_in) return whole && (money || no_unit);
  if (name == t_.staff_in) {
    const bool unmixed = last.begin == 0 || dated.find(parts_.main[last.begin - 1]) != std::u32string_view::npos;
    return whole && unmixed && out_.words.size() == 1 && (out_.unit == t_.person_unit || no_unit);
  }
  return t_.office[static_cast<std::size_t>(name)] && out_.head == t_.cost_head && money;
}

/// The longest word from the left, then on from its end. Words end within the core or exactly with what is counted
/// (消費量), with or without its 数 (会員数).
void stage_reader::find_words(std::u32string_view text, std::size_t core, std::size_t counted,
                              std::vector<placed_word>& out) const {
  out.clear();
  for (std::size_t begin = 0; begin < core;) {
    placed_word best;
    int node = check::word_trie::root;
    for (std::size_t i = begin; i < counted; ++i) {
      node = t_.words.step(node, text[i]);
      if (node == check::word_trie::nowhere) break;
      const int number = t_.words.number(node);
      const std::size_t end = i + 1;
      if (number < 0) continue;
      if (end > core && end != counted && !(end == counted - 1 && text[end] == count_mark)) continue;
      best = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), number};
    }
    if (best.end == 0) {
      ++begin;
      continue;
    }
    out.push_back(best);
    begin = best.end;
  }
}

int stage_reader::last_act(const std::vector<placed_word>& words) const {
  bool light = false;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    const auto& known = t_.word_of[static_cast<std::size_t>(word->number)];
    if (known.kind == stage_word_kind::verb) return known.name;
    light = light || known.kind == stage_word_kind::light;
  }
  return light ? t_.light : t_.none;
}

void stage_reader::read_unit() {
  const std::u32string_view unit = unit_.text;
  out_.unit_text = -1;
  out_.unit = t_.no_unit;
  if (unit.empty()) return;
  const auto class_of = [&](int number) {
    return number < 0 ? t_.other_unit : static_cast<int>(t_.unit_class[static_cast<std::size_t>(number)]);
  };
  const std::u32string_view core = unit_core(unit);
  if (!core.empty()) out_.unit_text = lookup(t_.units_forwards, core);
  out_.unit = class_of(lookup(t_.units_forwards, unit));
  if (out_.unit != t_.other_unit) return;
  out_.unit = class_of(out_.unit_text);
  if (out_.unit == t_.other_unit && !core.empty() && core.back() == count_mark) {
    out_.unit = class_of(lookup(t_.units_forwards, core.substr(0, core.size() - 1)));
  }
}

int stage_reader::act_of_context(std::string_view context) {
  context_.assign(context);
  context_parts_.assign(context_.text);
  std::u32string_view around = context_parts_.main;
  if (ends_with(around, project_suffix)) around.remove_suffix(project_suffix.size());
  find_words(around, around.size(), around.size(), found_);
  return last_act(found_);
}

void stage_reader::keep_words() {
  const auto is_link = [&](const placed_word& word) {
    return t_.word_of[static_cast<std::size_t>(word.number)].kind == stage_word_kind::link;
  };
  out_.words.clear();
  std::remove_copy_if(out_.every.begin(), out_.every.end(), std::back_inserter(out_.words), is_link);
  find_words(parts_.aside, parts_.aside.size(), parts_.aside.size(), out_.asides);
  out_.asides.erase(std::remove_if(out_.asides.begin(), out_.asides.end(), is_link), out_.asides.end());
}

const check::reading& stage_reader::read(std::string_view name, std::string_view unit, std::string_view context) {
  name_.assign(name);
  unit_.assign(unit);
  read_unit();
  parts_.assign(name_.text);
  cut_denominator();
  join_aside();
  find_words(parts_.main, out_.core, out_.counted, out_.every);
  keep_words();
  out_.act = last_act(out_.words);
  out_.is_input = is_input();
  out_.context_act = -1;
  if (out_.words.empty()) {
    if (!context.empty()) out_.context_act = act_of_context(context);
    return out_;
  }
  const placed_word& last = out_.words.back();
  const bool person_follows = last.end + 1 == out_.core && parts_.main[last.end] == person;
  out_.near = last.end >= out_.core || person_follows ? check::at_the_core
              : out_.core - last.end <= 2             ? check::near_the_core
                                                      : check::far_from_the_core;
  return out_;
}

}  // namespace v1
}  // namespace senryaku
