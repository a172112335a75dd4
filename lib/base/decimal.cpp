#include <senryaku/base.hpp>

#include "base/powers.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::optional<decimal> from_wide(int128 digits, int scale) {
  constexpr int128 limit = powers::ten(decimal::max_digits);
  while (scale > decimal::max_scale && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  if (scale > decimal::max_scale || digits >= limit || digits <= -limit) return std::nullopt;
  return decimal(static_cast<std::int64_t>(digits), scale);
}

std::optional<decimal> sum(const decimal& a, const decimal& b, int sign_of_b) {
  const int scale = a.scale() > b.scale() ? a.scale() : b.scale();
  const int128 left = int128{a.digits()} * powers::ten(scale - a.scale());
  const int128 right = int128{b.digits()} * powers::ten(scale - b.scale());
  return from_wide(left + sign_of_b * right, scale);
}

}  // namespace

std::optional<decimal> decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  std::int64_t digits = 0;
  int significant = 0;
  int whole = 0;
  int scale = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || whole == 0) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (significant > 0 || c != '0') ++significant;
    if (significant > max_digits) return std::nullopt;
    digits = digits * 10 + (c - '0');
    if (point) {
      if (++scale > max_scale) return std::nullopt;
    } else {
      ++whole;
    }
  }
  if (whole == 0 || (point && scale == 0)) return std::nullopt;
  return decimal(negative ? -digits : digits, scale);
}

std::string decimal::to_string() const {
  char buffer[24];
  char* at = buffer + sizeof buffer;
  std::uint64_t rest = digits_ < 0 ? 0 - static_cast<std::uint64_t>(digits_) : static_cast<std::uint64_t>(digits_);
  int written = 0;
  do {
    if (written == scale_ && scale_ > 0) *--at = '.';
    *--at = static_cast<char>('0' + rest % 10);
    rest /= 10;
    ++written;
  } while (rest != 0 || written <= scale_);
  if (digits_ < 0) *--at = '-';
  return std::string(at, static_cast<std::size_t>(buffer + sizeof buffer - at));
}

double decimal::to_double() const {
  return static_cast<double>(digits_) / static_cast<double>(powers::ten(scale_));
}

int decimal::compare(const decimal& a, const decimal& b) {
  if (a.scale_ == b.scale_) return (a.digits_ > b.digits_) - (a.digits_ < b.digits_);
  const int128 left = int128{a.digits_} * powers::ten(b.scale_);
  const int128 right = int128{b.digits_} * powers::ten(a.scale_);
  return (left > right) - (left < right);
}

std::optional<decimal> subtract(const decimal& a, const decimal& b) {
  return sum(a, b, -1);
}
std::optional<decimal> add(const decimal& a, const decimal& b) {
  return sum(a, b, 1);
}

}  // namespace v1
}  // namespace senryaku
