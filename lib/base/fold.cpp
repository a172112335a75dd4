#include "base/fold.hpp"

#include <senryaku/base.hpp>

namespace senryaku::base {
namespace {

constexpr bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x200B || c == 0xFEFF;
}

constexpr bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A);
}

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

/// NFKC of a piece without characters that grow digits.
void append_normal(std::u32string& out, std::u32string_view piece) {
  if (piece.empty()) return;
  out += to_code_points(comparison_key(to_utf8(piece)));
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  if (!is_utf8(utf8)) return out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const auto at = [&](std::size_t k) { return static_cast<char32_t>(static_cast<unsigned char>(utf8[i + k])); };
    const char32_t lead = at(0);
    if (lead < 0x80) {
      out += lead;
      i += 1;
    } else if (lead < 0xE0) {
      out += ((lead & 0x1F) << 6) | (at(1) & 0x3F);
      i += 2;
    } else if (lead < 0xF0) {
      out += ((lead & 0x0F) << 12) | ((at(1) & 0x3F) << 6) | (at(2) & 0x3F);
      i += 3;
    } else {
      out += ((lead & 0x07) << 18) | ((at(1) & 0x3F) << 12) | ((at(2) & 0x3F) << 6) | (at(3) & 0x3F);
      i += 4;
    }
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::u32string fold_printed(std::string_view text) {
  std::u32string out;
  std::u32string piece;
  bool pending_space = false;
  for (const char32_t c : to_code_points(text)) {
    if (is_variation_selector(c)) continue;
    if (is_space(c)) {
      append_normal(out, piece);
      piece.clear();
      pending_space = !out.empty();
      continue;
    }
    if (pending_space) {
      out += U' ';
      pending_space = false;
    }
    if (grows_digits(c)) {
      append_normal(out, piece);
      piece.clear();
      out += c;
    } else {
      piece += c;
    }
  }
  append_normal(out, piece);
  return out;
}

}  // namespace senryaku::base
