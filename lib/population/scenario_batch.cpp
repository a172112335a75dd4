#include <senryaku/population.hpp>

#include <algorithm>
#include <limits>

#include "population/cells.hpp"
#include "population/fertility.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::size_t most_groups = 21;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t lane_count = 4;  // pattern 1, simulation 1, simulation 2, zero migration only

/// One figure in each of the four scenarios. Loops over the lanes become vector instructions.
struct lanes {
  double at[lane_count];
};

template <class Each>
inline lanes each_lane(Each figure) {
  lanes result;
  for (std::size_t l = 0; l < lane_count; ++l) result.at[l] = figure(l);
  return result;
}
inline lanes operator+(const lanes& a, const lanes& b) {
  return each_lane([&](std::size_t l) { return a.at[l] + b.at[l]; });
}
inline lanes operator-(const lanes& a, const lanes& b) {
  return each_lane([&](std::size_t l) { return a.at[l] - b.at[l]; });
}
inline lanes operator*(const lanes& a, const lanes& b) {
  return each_lane([&](std::size_t l) { return a.at[l] * b.at[l]; });
}
inline lanes operator*(const lanes& a, double b) {
  return each_lane([&](std::size_t l) { return a.at[l] * b; });
}

/// Scenarios 0 and 1 move; 2 and 3 do not. Scenarios 1 and 2 have the rising fertility.
constexpr lanes moves{{1, 1, 0, 0}};
constexpr lanes not_known{{unknown, unknown, unknown, unknown}};
constexpr bool rising[lane_count] = {false, true, true, false};

struct area_state {
  lanes cells[2][most_groups];
};

/// What one step of one area needs.
struct area_step {
  const double* survival;   // [2][groups − 1]
  const double* migration;  // [2][groups − 1]
  lanes child_woman_ratio;
  double male_share;
};

/// The four scenarios one step on; returns the persons by migration.
lanes advance(const area_state& before, area_state& after, std::size_t groups, const area_step& step) {
  lanes social{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    const double* s = step.survival + sex * (groups - 1);
    const double* m = step.migration + sex * (groups - 1);
    cells::age(before.cells[sex], after.cells[sex], groups, [&](std::size_t x, const lanes& people) {
      const lanes net = moves * m[x];
      social = social + people * net;
      return people * each_lane([&](std::size_t l) { return s[x] + net.at[l]; });
    });
  }
  cells::children(step.child_woman_ratio, step.male_share, after.cells[0], after.cells[1]);
  return social;
}

/// Writes the columns of one year for the four scenarios and returns the totals; `row` is the distance between
/// scenarios in `out`. `previous` is null in the base year, whose changes are unknown.
lanes write_columns(const area_state& now, std::size_t groups, const lanes& social, const lanes* previous, double* out,
                    std::size_t row) {
  const auto both = [&](std::size_t first, std::size_t after) {
    return cells::sum(now.cells[0], first, after) + cells::sum(now.cells[1], first, after);
  };
  const lanes children = both(0, cells::age_15);
  const lanes working = both(cells::age_15, cells::age_65);
  const lanes oldest = both(cells::age_75, groups);
  const lanes aged = both(cells::age_65, cells::age_75) + oldest;
  const lanes women = cells::sum(now.cells[1], cells::age_20, cells::age_40);
  const lanes total = children + working + aged;
  const lanes born = previous == nullptr ? not_known : now.cells[0][0] + now.cells[1][0];
  const lanes natural = previous == nullptr ? not_known : total - *previous - social;
  for (std::size_t l = 0; l < lane_count; ++l) {
    double* columns = out + l * row;
    columns[scenario_total] = total.at[l];
    columns[scenario_0_14] = children.at[l];
    columns[scenario_15_64] = working.at[l];
    columns[scenario_65_plus] = aged.at[l];
    columns[scenario_75_plus] = oldest.at[l];
    columns[scenario_women_20_39] = women.at[l];
    columns[scenario_births_surviving] = born.at[l];
    columns[scenario_social_change] = social.at[l];
    columns[scenario_natural_change] = natural.at[l];
    columns[scenario_share_65_plus] = total.at[l] == 0 ? unknown : 100 * aged.at[l] / total.at[l];
  }
  return total;
}

}  // namespace

void project_area_scenarios(std::int64_t areas, std::int64_t groups, std::int64_t steps, int base_year,
                            const double* base, const double* survival, const double* migration,
                            const double* child_woman_ratio, const double* male_share,
                            const population_parameters& parameters, double* out) {
  const auto n = static_cast<std::size_t>(groups);
  const auto rows = static_cast<std::size_t>(steps) + 1;
  const std::size_t scenario_size = rows * scenario_columns;
  const auto factor = [&](int year) { return figure_at(parameters.fertility_factors, year); };
  area_state states[2];
  for (std::int64_t area = 0; area < areas; ++area) {
    area_state* before = &states[0];
    area_state* after = &states[1];
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t x = 0; x < n; ++x) std::fill_n(before->cells[sex][x].at, lane_count, base[sex * n + x]);
    }
    const double women = cells::mothers(base + n);
    const double start = women == 0 ? unknown : factor(base_year) * (base[0] + base[n]) / women;
    lanes total = write_columns(*before, n, not_known, nullptr, out, scenario_size);
    for (std::size_t i = 1; i < rows; ++i) {
      const int year = base_year + 5 * static_cast<int>(i);
      const double simulated = rising_fertility(start, base_year, year, parameters) / factor(year);
      const double given = *child_woman_ratio++;
      const area_step step{survival, migration, each_lane([&](std::size_t l) { return rising[l] ? simulated : given; }),
                           *male_share++};
      const lanes social = advance(*before, *after, n, step);
      total = write_columns(*after, n, social, &total, out + i * scenario_columns, scenario_size);
      std::swap(before, after);
      survival += 2 * (n - 1);
      migration += 2 * (n - 1);
    }
    base += 2 * n;
    out += lane_count * scenario_size;
  }
}

}  // namespace v1
}  // namespace senryaku
