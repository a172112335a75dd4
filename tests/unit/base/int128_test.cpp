#include <senryaku/base.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <random>

#if defined(__SIZEOF_INT128__)
namespace {

using senryaku::halved_int128;
__extension__ typedef __int128 wide;

halved_int128 halved(wide value) {
  return halved_int128(static_cast<std::int64_t>(value >> 64)) * (halved_int128(1) << 64) +
         halved_int128(static_cast<std::uint64_t>(value));
}

/// Values of every length, both signs, and the ends.
std::vector<wide> values() {
  std::vector<wide> all = {0,
                           1,
                           -1,
                           2,
                           10,
                           std::numeric_limits<std::int64_t>::max(),
                           std::numeric_limits<std::int64_t>::min(),
                           wide{1} << 64,
                           (wide{1} << 126) - 1};
  std::mt19937_64 random(20251125);
  for (int bits = 1; bits < 127; bits += 3) {
    const wide value =
        (wide{1} << bits) + static_cast<wide>(random() % ((std::uint64_t{1} << (bits > 60 ? 60 : bits))));
    all.push_back(value);
    all.push_back(-value);
  }
  const wide lowest = -(((wide{1} << 126) - 1) * 2 + 1) - 1;
  all.push_back(lowest);
  all.push_back(-(lowest + 1));
  return all;
}

// The expected values are those of the compiler's own 128-bit integers.
TEST(Int128Test, HalvesReckonLikeTheCompiler) {
  const auto all = values();
  for (const wide a : all) {
    const halved_int128 x = halved(a);
    EXPECT_EQ(static_cast<std::int64_t>(x), static_cast<std::int64_t>(a));
    EXPECT_EQ(static_cast<int>(x), static_cast<int>(a));
    EXPECT_EQ(static_cast<bool>(x), static_cast<bool>(a));
    EXPECT_EQ(static_cast<double>(halved_int128(static_cast<std::int64_t>(a))),
              static_cast<double>(static_cast<std::int64_t>(a)));
    for (const wide b : all) {
      const halved_int128 y = halved(b);
      EXPECT_EQ(x < y, a < b);
      EXPECT_EQ(x == y, a == b);
      EXPECT_TRUE((x & y) == halved(a & b));
      wide sum = 0;
      halved_int128 halved_sum;
      EXPECT_EQ(add_overflows(x, y, halved_sum), __builtin_add_overflow(a, b, &sum));
      EXPECT_TRUE(halved_sum == halved(sum));
      wide product = 0;
      halved_int128 halved_product;
      EXPECT_EQ(multiply_overflows(x, y, halved_product), __builtin_mul_overflow(a, b, &product));
      EXPECT_TRUE(halved_product == halved(product));
      wide difference = 0;
      __builtin_sub_overflow(a, b, &difference);
      EXPECT_TRUE(x - y == halved(difference));
      if (b == 0 || (b == -1 && a == values().at(all.size() - 2))) continue;  // not defined for the compiler's either
      EXPECT_TRUE(x / y == halved(a / b));
      EXPECT_TRUE(x % y == halved(a % b));
    }
  }
  EXPECT_TRUE((halved_int128(3) << 65) == halved(wide{3} << 65));
}

TEST(Int128Test, LowestValueIsWritten) {
  // -2^127, by hand
  const senryaku::int128 lowest = -(((senryaku::int128{1} << 126) - 1) * 2 + 1) - 1;
  EXPECT_EQ(senryaku::to_string(lowest), "-170141183460469231731687303715884105728");
}

}  // namespace
#endif
