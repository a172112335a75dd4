/// The formulas of one step, over raw cells: the single projection and the batch both call these.
#pragma once

#include <cstddef>

namespace senryaku::cells {

constexpr std::size_t first_mother = 3;  ///< group 15–19
constexpr std::size_t last_mother = 9;   ///< group 45–49

/// Moves one sex on: out[x + 1] = in[x] · ratio(x); the two oldest groups go into the open one together. out[0] is
/// left.
template <class Ratio>
inline void age(const double* in, double* out, std::size_t groups, Ratio ratio) {
  for (std::size_t x = 0; x + 2 < groups; ++x) out[x + 1] = in[x] * ratio(x);
  out[groups - 1] = (in[groups - 2] + in[groups - 1]) * ratio(groups - 2);
}

/// Women 15–49.
inline double mothers(const double* female) {
  double sum = 0;
  for (std::size_t x = first_mother; x <= last_mother; ++x) sum += female[x];
  return sum;
}

/// Children 0–4 by child–woman ratio; the women are those at the end of the step.
inline void children(double child_woman_ratio, double male_share, double* male, double* female) {
  const double both = child_woman_ratio * mothers(female);
  male[0] = both * male_share;
  female[0] = both * (1 - male_share);
}

}  // namespace senryaku::cells
