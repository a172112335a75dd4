/// Frozen eras for the tests, and one that does not exist yet.
#pragma once

#include <senryaku/calendar.hpp>

inline senryaku::civil_day day(int year, int month, int number) {
  return senryaku::civil_day::make(year, month, number).value();
}

inline std::vector<senryaku::era> eras() {
  return {{"M", "明治", {"M", "明"}, day(1868, 1, 25), day(1912, 7, 30), {}},
          {"T", "大正", {"T", "大"}, day(1912, 7, 30), day(1926, 12, 25), {}},
          {"S", "昭和", {"S", "昭"}, day(1926, 12, 25), day(1989, 1, 7), {}},
          {"H", "平成", {"H", "平"}, day(1989, 1, 8), day(2019, 4, 30), {}},
          {"R", "令和", {"R", "令"}, day(2019, 5, 1), std::nullopt, {}}};
}
