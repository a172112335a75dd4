#include "check/wording.hpp"

#include <algorithm>
#include <charconv>

namespace senryaku {
inline namespace v1 {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

/// Without a remark in brackets at the end: 再生処理量(熱回収を含む) → 再生処理量.
std::string_view without_remark(std::string_view text) {
  while (ends_with(text, ")")) {
    const std::size_t open = text.rfind('(');
    if (open == std::string_view::npos || open == 0) break;
    text = text.substr(0, open);
  }
  return text;
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

}  // namespace

const std::string* ends_with_any(std::string_view text, const std::vector<std::string>& terms) {
  const std::string_view head = without_remark(text);
  const auto at =
      std::find_if(terms.begin(), terms.end(), [&](const std::string& term) { return ends_with(head, term); });
  return at == terms.end() ? nullptr : &*at;
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
  constexpr std::string_view joint = "・";
  const std::string_view head = without_remark(name);
  for (std::size_t at = head.find(joint); at != std::string_view::npos; at = head.find(joint, at + joint.size())) {
    const std::string_view before = head.substr(0, at);
    const std::string_view after = head.substr(at + joint.size());
    const bool counters = std::any_of(rules.counters.begin(), rules.counters.end(),
                                      [&](const std::string& counter) { return ends_with(before, counter); });
    if (counters && ends_with_any(after, rules.counters) != nullptr) return true;
    const auto act_at_front = [&](const std::string& act) {
      return after.substr(0, act.size()) == act && ends_with_any(after.substr(act.size()), rules.counters) != nullptr &&
             after.size() <= act.size() + 9;  // the act and its counter, nothing between
    };
    const bool acts = std::any_of(rules.act_pairs.begin(), rules.act_pairs.end(),
                                  [&](const std::string& act) { return ends_with(before, act); });
    if (acts && std::any_of(rules.act_pairs.begin(), rules.act_pairs.end(), act_at_front)) return true;
  }
  return false;
}

std::optional<int> stated_sample(std::string_view method) {
  return number_before_any(method, {"人の標本", "人を対象", "人の抽出", "人へのアンケート", "人に調査", "人の回答"});
}

std::optional<int> stated_scale(std::string_view method) {
  return number_before_any(method, {"段階", "点満点", "件法"});
}

}  // namespace v1
}  // namespace senryaku
