#include <senryaku/base.hpp>

#include "base/rounding.hpp"

#include "base/powers.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr int128 absolute(int128 value) {
  return value < 0 ? -value : value;
}

int128 greatest_common_divisor(int128 a, int128 b) {
  a = absolute(a);
  b = absolute(b);
  while (b != 0) {
    const int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

int sign_of(int128 value) {
  return (value > 0) - (value < 0);
}

/// Compares a/b with c/d (b, d > 0; values not negative) by continued fractions, so that no product can overflow.
int compare_positive(int128 a, int128 b, int128 c, int128 d) {
  int direction = 1;
  while (true) {
    const int128 left = a / b;
    const int128 right = c / d;
    if (left != right) return left < right ? -direction : direction;
    a -= left * b;
    c -= right * d;
    if (a == 0 || c == 0) return (sign_of(a) - sign_of(c)) * direction;
    std::swap(a, b);  // a/b < c/d exactly when b/a > d/c
    std::swap(c, d);
    direction = -direction;
  }
}

}  // namespace

ratio::ratio(const decimal& value) {
  const int128 denominator = powers::ten(value.scale());
  const int128 divisor = greatest_common_divisor(value.digits(), denominator);
  numerator_ = value.digits() / divisor;
  denominator_ = denominator / divisor;
}

std::optional<ratio> ratio::make(int128 numerator, int128 denominator) {
  if (denominator == 0) return std::nullopt;
  constexpr int128 lowest = int128{1} << 126;  // keeps absolute() and negation defined
  if (numerator <= -lowest || numerator >= lowest || denominator <= -lowest || denominator >= lowest)
    return std::nullopt;
  const int128 divisor = greatest_common_divisor(numerator, denominator);
  ratio result;
  result.numerator_ = numerator / divisor;
  result.denominator_ = denominator / divisor;
  if (result.denominator_ < 0) {
    result.numerator_ = -result.numerator_;
    result.denominator_ = -result.denominator_;
  }
  return result;
}

std::optional<ratio> ratio::multiply(const ratio& a, const ratio& b) {
  const int128 left = greatest_common_divisor(a.numerator_, b.denominator_);
  const int128 right = greatest_common_divisor(b.numerator_, a.denominator_);
  int128 numerator = 0;
  int128 denominator = 0;
  if (multiply_overflows(a.numerator_ / left, b.numerator_ / right, numerator) ||
      multiply_overflows(a.denominator_ / right, b.denominator_ / left, denominator)) {
    return std::nullopt;
  }
  return make(numerator, denominator);
}

std::optional<ratio> ratio::divide(const ratio& a, const ratio& b) {
  if (b.numerator_ == 0) return std::nullopt;
  const auto inverse = make(b.denominator_, b.numerator_);
  return inverse ? multiply(a, *inverse) : std::nullopt;
}

std::optional<ratio> ratio::add(const ratio& a, const ratio& b) {
  const int128 divisor = greatest_common_divisor(a.denominator_, b.denominator_);
  int128 left = 0;
  int128 right = 0;
  int128 numerator = 0;
  int128 denominator = 0;
  if (multiply_overflows(a.numerator_, b.denominator_ / divisor, left) ||
      multiply_overflows(b.numerator_, a.denominator_ / divisor, right) || add_overflows(left, right, numerator) ||
      multiply_overflows(a.denominator_, b.denominator_ / divisor, denominator)) {
    return std::nullopt;
  }
  return make(numerator, denominator);
}

std::optional<ratio> ratio::subtract(const ratio& a, const ratio& b) {
  ratio negative = b;
  negative.numerator_ = -negative.numerator_;
  return add(a, negative);
}

int ratio::compare(const ratio& a, const ratio& b) {
  const int sign_a = a.sign();
  const int sign_b = b.sign();
  if (sign_a != sign_b) return sign_a < sign_b ? -1 : 1;
  if (sign_a == 0) return 0;
  const int magnitude =
      compare_positive(absolute(a.numerator_), a.denominator_, absolute(b.numerator_), b.denominator_);
  return sign_a > 0 ? magnitude : -magnitude;
}

std::optional<decimal> ratio::round(int scale, rounding_mode mode) const {
  int128 scaled = 0;
  if (scale < 0 || scale > decimal::max_scale || multiply_overflows(absolute(numerator_), powers::ten(scale), scaled)) {
    return std::nullopt;
  }
  int128 quotient = scaled / denominator_;
  const int128 remainder = scaled % denominator_;
  const bool up = base::rounds_up(base::rule_of(mode), quotient, remainder, denominator_);
  if (up) ++quotient;
  if (quotient >= powers::ten(decimal::max_digits)) return std::nullopt;
  const auto digits = static_cast<std::int64_t>(quotient);
  return decimal(numerator_ < 0 ? -digits : digits, scale);
}

std::string ratio::to_string() const {
  std::string text = v1::to_string(numerator_);
  if (denominator_ != 1) text += "/" + v1::to_string(denominator_);
  return text;
}

double ratio::to_double() const {
  return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

std::string to_string(int128 value) {
  char buffer[41];
  char* at = buffer + sizeof buffer;
  int128 rest = value;
  do {  // digit by digit with its sign, because the lowest value has no positive counterpart
    const int digit = static_cast<int>(rest % 10);
    *--at = static_cast<char>('0' + (digit < 0 ? -digit : digit));
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *--at = '-';
  return std::string(at, static_cast<std::size_t>(buffer + sizeof buffer - at));
}

}  // namespace v1
}  // namespace senryaku
