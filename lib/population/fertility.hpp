/// The fertility path of simulation 1; one formula for single projections and the batch.
#pragma once

#include <senryaku/population.hpp>

namespace senryaku {
inline namespace v1 {

/// Total fertility rate of `year`: linear from `start` in the base year to the target, then constant.
inline double rising_fertility(double start, int base_year, int year, const population_parameters& parameters) {
  if (year >= parameters.target_fertility_year) return parameters.target_fertility;
  const double share = static_cast<double>(year - base_year) / (parameters.target_fertility_year - base_year);
  return start + (parameters.target_fertility - start) * share;
}

}  // namespace v1
}  // namespace senryaku
