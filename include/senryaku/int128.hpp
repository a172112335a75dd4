/// Signed integers of 128 bits: the compiler's own, or, on 32-bit targets, which have none, two halves of 64.
#pragma once

#include <cstdint>
#include <type_traits>

namespace senryaku {
inline namespace v1 {

/// Two's complement in two halves; wraps round like unsigned integers. Division by zero is the caller's fault, as with
/// `int`. Always defined, so that it can be compared with the compiler's own.
class halved_int128 {
 public:
  constexpr halved_int128() = default;
  template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
  constexpr halved_int128(Integer value)  // NOLINT(google-explicit-constructor): exact
      : low_(static_cast<std::uint64_t>(value)) {
    if constexpr (std::is_signed_v<Integer>) high_ = value < 0 ? ~std::uint64_t{0} : 0;
  }

  /// The lowest bits, as between built-in integers.
  template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>>>
  constexpr explicit operator Integer() const {
    return static_cast<Integer>(low_);
  }
  constexpr explicit operator bool() const { return (low_ | high_) != 0; }
  constexpr explicit operator double() const {
    if (is_negative()) return -static_cast<double>(-*this);
    return static_cast<double>(high_) * 18446744073709551616.0 + static_cast<double>(low_);
  }

  constexpr halved_int128 operator-() const { return halved_int128(~low_, ~high_) + halved_int128(1); }
  constexpr halved_int128 operator+() const { return *this; }

  friend constexpr halved_int128 operator+(halved_int128 a, halved_int128 b) {
    const std::uint64_t low = a.low_ + b.low_;
    return {low, a.high_ + b.high_ + (low < a.low_ ? 1 : 0)};
  }
  friend constexpr halved_int128 operator-(halved_int128 a, halved_int128 b) { return a + -b; }
  friend constexpr halved_int128 operator*(halved_int128 a, halved_int128 b) {
    halved_int128 product = of_halves(a.low_, b.low_);
    product.high_ += a.high_ * b.low_ + a.low_ * b.high_;
    return product;
  }
  /// Towards zero.
  friend constexpr halved_int128 operator/(halved_int128 a, halved_int128 b) {
    halved_int128 remainder;
    const halved_int128 quotient = divided(a.magnitude(), b.magnitude(), remainder);
    return a.is_negative() != b.is_negative() ? -quotient : quotient;
  }
  /// Has the sign of `a`.
  friend constexpr halved_int128 operator%(halved_int128 a, halved_int128 b) {
    halved_int128 remainder;
    divided(a.magnitude(), b.magnitude(), remainder);
    return a.is_negative() ? -remainder : remainder;
  }
  friend constexpr halved_int128 operator&(halved_int128 a, halved_int128 b) {
    return {a.low_ & b.low_, a.high_ & b.high_};
  }
  friend constexpr halved_int128 operator<<(halved_int128 a, int bits) {
    if (bits == 0) return a;
    if (bits >= 64) return {0, a.low_ << (bits - 64)};
    return {a.low_ << bits, a.high_ << bits | a.low_ >> (64 - bits)};
  }

  constexpr halved_int128& operator+=(halved_int128 b) { return *this = *this + b; }
  constexpr halved_int128& operator-=(halved_int128 b) { return *this = *this - b; }
  constexpr halved_int128& operator*=(halved_int128 b) { return *this = *this * b; }
  constexpr halved_int128& operator/=(halved_int128 b) { return *this = *this / b; }
  constexpr halved_int128& operator%=(halved_int128 b) { return *this = *this % b; }
  constexpr halved_int128& operator++() { return *this += 1; }
  constexpr halved_int128& operator--() { return *this -= 1; }

  friend constexpr bool operator==(halved_int128 a, halved_int128 b) { return a.low_ == b.low_ && a.high_ == b.high_; }
  friend constexpr bool operator!=(halved_int128 a, halved_int128 b) { return !(a == b); }
  friend constexpr bool operator<(halved_int128 a, halved_int128 b) {
    if (a.is_negative() != b.is_negative()) return a.is_negative();
    return below(a, b);
  }
  friend constexpr bool operator>(halved_int128 a, halved_int128 b) { return b < a; }
  friend constexpr bool operator<=(halved_int128 a, halved_int128 b) { return !(b < a); }
  friend constexpr bool operator>=(halved_int128 a, halved_int128 b) { return !(a < b); }

  /// a × b and a + b in `out`; true when they do not fit, like the compiler's __builtin_mul_overflow.
  friend constexpr bool multiply_overflows(halved_int128 a, halved_int128 b, halved_int128& out) {
    out = a * b;
    if (a == 0 || b == 0) return false;
    if (out.is_negative() != (a.is_negative() != b.is_negative())) return true;
    halved_int128 remainder;
    return divided(out.magnitude(), b.magnitude(), remainder) != a.magnitude() || remainder != 0;
  }
  friend constexpr bool add_overflows(halved_int128 a, halved_int128 b, halved_int128& out) {
    out = a + b;
    return a.is_negative() == b.is_negative() && out.is_negative() != a.is_negative();
  }

 private:
  constexpr halved_int128(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}

  /// The quotient of two magnitudes, which are unsigned.
  static constexpr halved_int128 divided(halved_int128 a, halved_int128 b, halved_int128& remainder) {
    remainder = {};
    if (a.high_ == 0 && b.high_ == 0) {
      remainder.low_ = a.low_ % b.low_;
      return {a.low_ / b.low_, 0};
    }
    halved_int128 quotient;
    for (int bit = 127; bit >= 0; --bit) {  // as by hand, bit after bit
      const bool carry = remainder.high_ >> 63 != 0;
      remainder = remainder << 1;
      remainder.low_ |= (bit < 64 ? a.low_ >> bit : a.high_ >> (bit - 64)) & 1;
      quotient = quotient << 1;
      if (!carry && below(remainder, b)) continue;
      remainder = remainder - b;
      quotient.low_ |= 1;
    }
    return quotient;
  }
  static constexpr bool below(halved_int128 a, halved_int128 b) {
    return a.high_ != b.high_ ? a.high_ < b.high_ : a.low_ < b.low_;
  }
  static constexpr halved_int128 of_halves(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t a0 = a & 0xFFFFFFFFu, a1 = a >> 32, b0 = b & 0xFFFFFFFFu, b1 = b >> 32;
    const std::uint64_t middle = a1 * b0 + (a0 * b0 >> 32);
    const std::uint64_t carried = (middle & 0xFFFFFFFFu) + a0 * b1;
    return {a * b, a1 * b1 + (middle >> 32) + (carried >> 32)};
  }
  constexpr bool is_negative() const { return high_ >> 63 != 0; }
  constexpr halved_int128 magnitude() const { return is_negative() ? -*this : *this; }

  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

#if defined(__SIZEOF_INT128__)
__extension__ typedef __int128 int128;

/// a × b and a + b in `out`; true when they do not fit.
inline bool multiply_overflows(int128 a, int128 b, int128& out) {
  return __builtin_mul_overflow(a, b, &out);
}
inline bool add_overflows(int128 a, int128 b, int128& out) {
  return __builtin_add_overflow(a, b, &out);
}
#else
using int128 = halved_int128;
#endif

}  // namespace v1
}  // namespace senryaku
