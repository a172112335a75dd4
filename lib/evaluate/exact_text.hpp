/// Exact numbers as people write them.
#pragma once

#include <senryaku/base.hpp>

namespace senryaku {
inline namespace v1 {

/// As a decimal where it ends within nine places, otherwise as a fraction.
inline std::string exact_text(const ratio& value) {
  for (int scale = 0; scale <= decimal::max_scale; ++scale) {
    const auto rounded = value.round(scale, rounding_mode::truncate);
    if (rounded && ratio(*rounded) == value) return rounded->to_string();
  }
  return value.to_string();
}

}  // namespace v1
}  // namespace senryaku
