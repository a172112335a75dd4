/// A place in folded text, and the small words of Japanese dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/fold.hpp"

namespace senryaku::calendar {

class scanner {
 public:
  explicit scanner(std::u32string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t place() const { return at_; }
  void go_back(std::size_t place) { at_ = place; }
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }
  std::u32string_view rest() const { return text_.substr(at_); }
  void skip_spaces() {
    while (peek() == U' ') ++at_;
  }

  /// Takes `word`, spaces before it included.
  bool take(std::u32string_view word) {
    const std::size_t start = at_;
    skip_spaces();
    if (!word.empty() && text_.substr(at_, word.size()) == word) {
      at_ += word.size();
      return true;
    }
    at_ = start;
    return false;
  }
  bool take_if(bool (*wanted)(char32_t)) {
    const std::size_t start = at_;
    skip_spaces();
    if (!done() && wanted(peek())) {
      ++at_;
      return true;
    }
    at_ = start;
    return false;
  }

  struct number {
    int value = 0;
    int digits = 0;  ///< 0 for kanji numerals
  };
  /// Arabic digits (at most nine), 元, or kanji numerals up to 9999 (二十七, 二〇二五).
  std::optional<number> take_number();

 private:
  std::optional<number> take_kanji();

  std::u32string_view text_;
  std::size_t at_ = 0;
};

}  // namespace senryaku::calendar
