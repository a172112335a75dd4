/// Sums over populations by sex.
#pragma once

#include <senryaku/population.hpp>

#include <algorithm>

#include "population/cells.hpp"

namespace senryaku {
inline namespace v1 {

/// Persons of groups first … after − 1; beyond the last group there is nobody.
inline double persons(const std::vector<double>& cells, std::size_t first = 0, std::size_t after = SIZE_MAX) {
  return cells::sum(cells.data(), first, std::min(after, cells.size()));
}

inline double persons(const by_sex& cells, std::size_t first = 0, std::size_t after = SIZE_MAX) {
  return persons(cells.male, first, after) + persons(cells.female, first, after);
}

}  // namespace v1
}  // namespace senryaku
