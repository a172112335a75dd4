/// Fertility over the years; one formula for single projections and the batch.
#pragma once

#include <senryaku/population.hpp>

namespace senryaku {
inline namespace v1 {

/// The figure of `year`: straight between two years, constant outside. `points` is not empty and its years ascend.
inline double figure_at(const std::vector<figure_by_year>& points, int year) {
  if (year <= points.front().year) return points.front().value;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (year > points[i].year) continue;
    const double share = static_cast<double>(year - points[i - 1].year) / (points[i].year - points[i - 1].year);
    return points[i - 1].value + (points[i].value - points[i - 1].value) * share;
  }
  return points.back().value;
}

/// Total fertility rate of `year` in simulation 1: straight from `start` in the base year to the target, then constant.
inline double rising_fertility(double start, int base_year, int year, const population_parameters& parameters) {
  if (year >= parameters.target_fertility_year) return parameters.target_fertility;
  const double share = static_cast<double>(year - base_year) / (parameters.target_fertility_year - base_year);
  return start + (parameters.target_fertility - start) * share;
}

}  // namespace v1
}  // namespace senryaku
