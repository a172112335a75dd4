/// Printed text in the form that the readers of numbers and days work on.
#pragma once

#include <string>
#include <string_view>

namespace senryaku::base {

/// Code points of `text` with widths folded (full-width digits, letters and signs, half-width kana, ㍻ and ㋿,
/// variation selectors dropped, every space one U+0020) and without white space at both ends. Characters whose
/// compatibility form would add digits (①, ², ½, Ⅳ, ㏠) stay as they are: "①5件" must not become 15. Empty for invalid
/// UTF-8.
std::u32string fold_printed(std::string_view text);

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Blocks whose compatibility forms are digits: superscripts, fractions, Roman numerals, circled and bracketed numbers,
/// telegraph symbols for hours and days.
constexpr bool grows_digits(char32_t c) {
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE)) return true;
  if ((c >= 0x2070 && c <= 0x209F) || (c >= 0x2150 && c <= 0x218F) || (c >= 0x2460 && c <= 0x24FF)) return true;
  if (c >= 0x2776 && c <= 0x2793) return true;
  if (c >= 0x3200 && c <= 0x32FE) return true;
  if ((c >= 0x3358 && c <= 0x3370) || (c >= 0x33E0 && c <= 0x33FE)) return true;
  return c >= 0x1F100 && c <= 0x1F1FF;
}

/// Hyphen, minus and dashes, and the long vowel mark that stands in for them: - − ‐ ‑ ‒ – — ― ー ─.
constexpr bool is_dash(char32_t c) {
  return c == U'-' || c == U'\u2212' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u30FC' || c == U'\u2500';
}

/// ASCII tilde (full-width tilde folds to it), wave dash, tilde operator.
constexpr bool is_wave(char32_t c) {
  return c == U'~' || c == U'\u301C' || c == U'\u223C' || c == U'\u3030';
}

}  // namespace senryaku::base
