/// Follows the parser through the text and knows where each token begins. Boost.JSON's events carry no position.
#pragma once

#include <senryaku/json.hpp>

#include <cstring>

namespace senryaku::json {

class cursor {
 public:
  cursor(std::string_view text, std::vector<source_map::line>* lines) : text_(text), lines_(lines) {
    if (lines_ != nullptr) lines_->push_back({});
  }

  /// Start of the next token: skips white space and the separators , : before it.
  std::uint32_t next() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        ++at_;
        if (lines_ != nullptr) lines_->push_back({static_cast<std::uint32_t>(at_), count_to(at_)});
      } else if (c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ':') {
        ++at_;
      } else {
        break;
      }
    }
    return static_cast<std::uint32_t>(at_);
  }

  void skip(std::size_t bytes) { at_ += bytes; }
  void start_at(std::size_t offset) { at_ = counted_ = offset; }

  /// Passes the string literal that begins here; `plain` is its value.
  /// True when that text is a part of the document as it stands.
  bool skip_string(std::string_view plain) {
    if (plain.data() == text_.data() + at_ + 1) {
      at_ += plain.size() + 2;
      return true;
    }
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
    return false;
  }

  /// Passes the number that begins here and returns its text.
  std::string_view take_number() {
    const std::size_t start = at_;
    while (at_ < text_.size() && std::strchr("0123456789+-.eE", text_[at_]) != nullptr && text_[at_] != '\0') ++at_;
    return text_.substr(start, at_ - start);
  }

  std::string_view slice(std::uint32_t from) const { return text_.substr(from, at_ - from); }

  /// Code points before byte `offset`; offsets have to be asked for in rising order.
  std::uint32_t count_to(std::size_t offset) {
    std::uint32_t continuation = 0;
    for (std::size_t i = counted_; i < offset; ++i) {
      continuation += (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80 ? 1u : 0u;
    }
    code_points_ += static_cast<std::uint32_t>(offset - counted_) - continuation;
    counted_ = offset;
    return code_points_;
  }

 private:
  std::string_view text_;
  std::vector<source_map::line>* lines_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;
  std::uint32_t code_points_ = 0;
};

}  // namespace senryaku::json
