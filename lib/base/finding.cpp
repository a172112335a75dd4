#include <senryaku/base.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {

std::string_view finding::value(std::string_view name) const {
  for (const auto& entry : values) {
    if (entry.name == name) return entry.value;
  }
  return {};
}

namespace {

/// 13182.5 → 13,182.5; anything that is not a plain number stays as it is.
std::string grouped(const std::string& number) {
  const std::size_t start = number.compare(0, 1, "-") == 0 ? 1 : 0;
  const std::size_t whole = std::min(number.find('.'), number.size());
  if (whole == start || number.find_first_not_of("0123456789.", start) != std::string::npos) return number;
  std::string text = number;
  for (std::size_t at = whole; at > start + 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

}  // namespace

message_catalogue::message_catalogue(std::vector<message> messages) {
  std::stable_sort(messages.begin(), messages.end(),
                   [](const message& a, const message& b) { return a.code < b.code; });
  for (auto& entry : messages) {
    if (!messages_.empty() && messages_.back().code == entry.code) {
      messages_.back() = std::move(entry);
    } else {
      messages_.push_back(std::move(entry));
    }
  }
}

const message* message_catalogue::find(std::string_view code) const {
  const auto at = std::lower_bound(messages_.begin(), messages_.end(), code,
                                   [](const message& entry, std::string_view wanted) { return entry.code < wanted; });
  return at != messages_.end() && at->code == code ? &*at : nullptr;
}

std::string message_catalogue::render(const finding& f, language lang) const {
  const message* entry = find(f.code);
  if (entry == nullptr) return f.code;
  const std::string& pattern = lang == language::ja ? entry->ja : entry->en;
  std::string text;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) break;
    text.append(pattern, at, open - at);
    std::string_view name(pattern.data() + open + 1, close - open - 1);
    const bool as_number = !name.empty() && name.front() == '#';
    if (as_number) name.remove_prefix(1);
    const auto found = std::find_if(f.values.begin(), f.values.end(),
                                    [&](const finding_value& entry_value) { return entry_value.name == name; });
    if (found == f.values.end()) {
      text.append(pattern, open, close - open + 1);
    } else {
      text += as_number ? grouped(found->value) : found->value;
    }
    at = close + 1;
  }
  return text.append(pattern, at);
}

severity message_catalogue::level(const finding& f) const {
  const message* entry = find(f.code);
  return entry == nullptr ? severity::error : entry->level;
}

namespace {

void append_escaped(std::string& text, std::string_view name) {
  text += '/';
  for (std::size_t special; (special = name.find_first_of("~/")) != std::string_view::npos;) {
    text.append(name, 0, special);
    text += name[special] == '~' ? "~0" : "~1";
    name.remove_prefix(special + 1);
  }
  text.append(name);
}

}  // namespace

std::string pointer_builder::text() const {
  std::string text;
  text.reserve(48);  // the usual depth; a pointer is made for each element that is looked at
  for (const piece& entry : steps_) {
    append_escaped(text, entry.member);
    if (entry.index) text += '/' + std::to_string(*entry.index);
  }
  return text;
}

std::string pointer_builder::member(std::string_view name) const {
  std::string pointer = text();
  append_escaped(pointer, name);
  return pointer;
}

}  // namespace v1
}  // namespace senryaku
