#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "json/describe.hpp"

namespace senryaku::json {

namespace {

/// Whether none of eight bytes has to be escaped: no control character, no quotation mark, no backslash.
bool is_plain(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t high = 0x80 * ones;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  const auto below = [](std::uint64_t values, std::uint64_t limit) { return (values - limit * ones) & ~values; };
  return ((below(bytes, 0x20) | below(bytes ^ ('"' * ones), 1) | below(bytes ^ ('\\' * ones), 1)) & high) == 0;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && is_plain(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, start, i - start);
    start = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out.append(text, start);
  out += '"';
}

namespace detail {

bool assign_string(void* value, std::string_view text, scalar_problem& problem) {
  if (text.empty()) {
    problem = {"format.text.empty", "1文字以上の文字列（無いものは書かない）",
               "a text that is not empty (leave the member out)"};
    return false;
  }
  static_cast<std::string*>(value)->assign(text);
  return true;
}

bool assign_day(void* value, std::string_view text, scalar_problem& problem) {
  if (const auto day = civil_day::parse(text)) {
    *static_cast<civil_day*>(value) = *day;
    return true;
  }
  problem = {"format.value.day", "実在する日付 YYYY-MM-DD", "an existing day YYYY-MM-DD"};
  return false;
}

bool assign_decimal(void* value, std::string_view text, scalar_problem& problem) {
  if (const auto number = decimal::parse(text)) {
    *static_cast<decimal*>(value) = *number;
    return true;
  }
  problem = {"format.number.decimal", "指数を使わない、18桁以内・小数9桁以内の数値",
             "a number without exponent, at most 18 digits, at most 9 of them decimals"};
  return false;
}

bool assign_double(void* value, std::string_view text, scalar_problem& problem) {
  double parsed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
  if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(parsed)) {
    *static_cast<double*>(value) = parsed;
    return true;
  }
  problem = {"format.number.range", "倍精度で表せる数値", "a number within double precision"};
  return false;
}

bool assign_bool(void* value, bool given) {
  *static_cast<bool*>(value) = given;
  return true;
}

void write_string(const void* value, std::string& out) {
  append_quoted(out, *static_cast<const std::string*>(value));
}
void write_day(const void* value, std::string& out) {
  append_quoted(out, static_cast<const civil_day*>(value)->to_string());
}
void write_decimal(const void* value, std::string& out) {
  out += static_cast<const decimal*>(value)->to_string();
}
void write_bool(const void* value, std::string& out) {
  out += *static_cast<const bool*>(value) ? "true" : "false";
}

void write_double(const void* value, std::string& out) {
  const double number = *static_cast<const double*>(value);
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  char buffer[512];  // the longest double without exponent has 309 digits before the point
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  out.append(buffer, error == std::errc{} ? end : buffer);
}

}  // namespace detail
}  // namespace senryaku::json
