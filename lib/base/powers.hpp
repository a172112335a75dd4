#pragma once

#include <senryaku/base.hpp>

namespace senryaku::powers {

/// 10^exponent for 0 ≤ exponent ≤ 38.
constexpr int128 ten(int exponent) {
  int128 value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

}  // namespace senryaku::powers
