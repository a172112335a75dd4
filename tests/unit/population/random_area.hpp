/// A made-up but plausible area for property tests; deterministic.
#pragma once

#include <senryaku/population.hpp>

#include <random>

namespace senryaku_test {

inline senryaku::projection_input random_area(unsigned seed, std::size_t groups = 19, std::size_t steps = 6) {
  std::mt19937 random(seed);
  const auto between = [&](double low, double high) { return std::uniform_real_distribution<>(low, high)(random); };
  senryaku::projection_input input;
  input.base_year = 2015;
  for (std::size_t x = 0; x < groups; ++x) {
    input.base.male.push_back(between(50, 500));
    input.base.female.push_back(between(50, 500));
  }
  for (std::size_t s = 0; s < steps; ++s) {
    senryaku::projection_step step;
    for (std::size_t x = 0; x + 1 < groups; ++x) {
      step.survival.male.push_back(between(0.4, 1));
      step.survival.female.push_back(between(0.4, 1));
      step.net_migration.male.push_back(between(-0.2, 0.2));
      step.net_migration.female.push_back(between(-0.2, 0.2));
    }
    step.births.child_woman_ratio = between(0.15, 0.3);
    step.births.male_share = between(0.5, 0.52);
    input.steps.push_back(step);
  }
  return input;
}

inline double total(const senryaku::by_sex& p) {
  double sum = 0;
  for (const auto& sex : {p.male, p.female}) {
    for (const double value : sex) sum += value;
  }
  return sum;
}

}  // namespace senryaku_test
