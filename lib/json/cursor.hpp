/// Follows the parser through the text and knows where each token begins. Boost.JSON's events carry no position, but
/// the names, strings and numbers they bring are parts of the text unless they had escapes.
#pragma once

#include <cstdint>
#include <string_view>

namespace senryaku::json {

class cursor {
 public:
  explicit cursor(std::string_view text) : text_(text) {}

  /// Start of the next token that opens or is a value: skips white space, separators and closing brackets before it.
  std::uint32_t next() {
    while (at_ < text_.size() && (is_between_tokens(text_[at_]) || is_closing(text_[at_]))) ++at_;
    passed_closings_ = 0;
    return static_cast<std::uint32_t>(at_);
  }

  /// A closing bracket was met. Where it stands is looked for only when it is asked for.
  void pass_closing() { ++passed_closings_; }
  /// The byte after the closing bracket that was met last.
  std::uint32_t after_closing() {
    for (; at_ < text_.size() && passed_closings_ > 0; ++at_) {
      if (is_closing(text_[at_])) --passed_closings_;
    }
    return static_cast<std::uint32_t>(at_);
  }

  /// The byte after the last token.
  std::uint32_t after() const { return static_cast<std::uint32_t>(at_); }
  void skip(std::size_t bytes) { at_ += bytes; }
  void start_at(std::size_t offset) { at_ = offset; }

  struct token {
    std::uint32_t offset;
    bool in_text;  ///< the value is a part of the document as it stands
  };

  /// Passes the string literal whose value is `value`.
  token pass_string(std::string_view value) {
    if (is_part(value)) {
      const std::size_t begin = offset_of(value) - 1;
      at_ = begin + value.size() + 2;
      passed_closings_ = 0;
      return {static_cast<std::uint32_t>(begin), true};
    }
    const std::uint32_t begin = next();
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
    return {begin, false};
  }

  /// Passes the number literal `value`, which is always a part of the text.
  std::uint32_t pass_number(std::string_view value) {
    at_ = offset_of(value) + value.size();
    passed_closings_ = 0;
    return static_cast<std::uint32_t>(at_ - value.size());
  }

 private:
  static bool is_between_tokens(char c) {
    return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\t' || c == '\r';
  }
  static bool is_closing(char c) { return c == '}' || c == ']'; }
  bool is_part(std::string_view value) const {
    return value.data() > text_.data() && value.data() < text_.data() + text_.size();
  }
  std::size_t offset_of(std::string_view value) const { return static_cast<std::size_t>(value.data() - text_.data()); }

  std::string_view text_;
  std::size_t at_ = 0;  ///< not past the brackets of `passed_closings_`
  std::uint32_t passed_closings_ = 0;
};

}  // namespace senryaku::json
