/// The formulas of one step, over raw cells: the single projection and both batches call these. A cell is a double, or
/// one figure for each of several scenarios (anything with + and ·).
#pragma once

#include <cstddef>

namespace senryaku::cells {

// Group numbers at which the usual age spans begin (five-year groups from 0–4).
constexpr std::size_t age_15 = 3;
constexpr std::size_t age_20 = 4;
constexpr std::size_t age_40 = 8;
constexpr std::size_t age_50 = 10;
constexpr std::size_t age_65 = 13;
constexpr std::size_t age_75 = 15;

/// Moves one sex on: out[x + 1] = move(x, in[x]); the two oldest groups go into the open one together. out[0] is left.
template <class Cell, class Move>
inline void age(const Cell* in, Cell* out, std::size_t groups, Move move) {
  for (std::size_t x = 0; x + 2 < groups; ++x) out[x + 1] = move(x, in[x]);
  out[groups - 1] = move(groups - 2, in[groups - 2] + in[groups - 1]);
}

/// Persons of groups first … after − 1.
template <class Cell>
inline Cell sum(const Cell* cells, std::size_t first, std::size_t after) {
  Cell total{};
  for (std::size_t x = first; x < after; ++x) total = total + cells[x];
  return total;
}

/// Women 15–49.
template <class Cell>
inline Cell mothers(const Cell* female) {
  return sum(female, age_15, age_50);
}

/// Children 0–4 by child–woman ratio; the women are those at the end of the step.
template <class Cell>
inline void children(const Cell& child_woman_ratio, double male_share, Cell* male, Cell* female) {
  const Cell both = child_woman_ratio * mothers(female);
  male[0] = both * male_share;
  female[0] = both * (1 - male_share);
}

}  // namespace senryaku::cells
