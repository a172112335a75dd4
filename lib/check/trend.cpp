#include <algorithm>

#include "check/level.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The middle one, or the mean of the two in the middle. `sorted` is not empty.
std::optional<ratio> median(const std::vector<ratio>& sorted) {
  const std::size_t half = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[half];
  const auto sum = ratio::add(sorted[half - 1], sorted[half]);
  return sum ? ratio::divide(*sum, decimal(2)) : std::nullopt;
}

std::optional<ratio> distance(const ratio& a, const ratio& b) {
  return a < b ? ratio::subtract(b, a) : ratio::subtract(a, b);
}

std::optional<std::vector<ratio>> yearly_changes(const std::vector<known_value>& history) {
  std::vector<ratio> changes;
  for (std::size_t i = 0; i < history.size(); ++i) {
    for (std::size_t k = i + 1; k < history.size(); ++k) {
      const auto moved = subtract(history[k].value, history[i].value);
      const auto change = moved ? ratio::divide(*moved, decimal(history[k].year - history[i].year)) : std::nullopt;
      if (!change) return std::nullopt;
      changes.push_back(*change);
    }
  }
  std::sort(changes.begin(), changes.end());
  return changes;
}

/// Median distance of the values from the line with this slope through their middle.
std::optional<ratio> spread_around(const std::vector<known_value>& history, const ratio& slope) {
  std::vector<ratio> levels;
  for (const auto& point : history) {
    const auto moved = ratio::multiply(slope, decimal(point.year - history.front().year));
    const auto level = moved ? ratio::subtract(point.value, *moved) : std::nullopt;
    if (!level) return std::nullopt;
    levels.push_back(*level);
  }
  std::sort(levels.begin(), levels.end());
  const auto middle = median(levels);
  if (!middle) return std::nullopt;
  for (auto& level : levels) {
    const auto off = distance(level, *middle);
    if (!off) return std::nullopt;
    level = *off;
  }
  std::sort(levels.begin(), levels.end());
  return median(levels);
}

}  // namespace

std::vector<known_value> history_of(const kpi& indicator, const strategy& plan) {
  std::vector<known_value> points;
  const auto add = [&](const observation& seen) {
    if (!seen.value || !seen.year) return;
    if (plan.period.start && *seen.year >= fiscal_year::of(*plan.period.start).value()) return;
    const bool known =
        std::any_of(points.begin(), points.end(), [&](const known_value& p) { return p.year == *seen.year; });
    if (!known) points.push_back({*seen.year, *seen.value});
  };
  for (const auto& actual : indicator.actuals) add(actual);
  if (indicator.baseline) add(*indicator.baseline);
  std::sort(points.begin(), points.end(), [](const known_value& a, const known_value& b) { return a.year < b.year; });
  return points;
}

std::optional<trend> trend_of(const std::vector<known_value>& history) {
  if (history.size() < 2) return std::nullopt;
  const auto changes = yearly_changes(history);
  if (!changes) return std::nullopt;
  const auto middle = median(*changes);
  const auto spread = middle ? spread_around(history, *middle) : std::nullopt;
  if (!spread) return std::nullopt;
  const std::size_t quarter = changes->size() / 4;
  return trend{(*changes)[quarter], *middle, (*changes)[changes->size() - 1 - quarter], *spread};
}

}  // namespace v1
}  // namespace senryaku
