#include <senryaku/population.hpp>

#include <algorithm>

#include "population/cells.hpp"
#include "population/fertility.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::size_t most_groups = 21;
constexpr std::size_t lane_count = 4;  // pattern 1, simulation 1, simulation 2, zero migration only

/// One figure in each of the four scenarios. Loops over the lanes become vector instructions.
struct lanes {
  double at[lane_count];
};

/// Scenarios 0 and 1 move; 2 and 3 do not. Scenarios 1 and 2 have the rising fertility.
constexpr double moves[lane_count] = {1, 1, 0, 0};
constexpr bool rising[lane_count] = {false, true, true, false};

struct area_state {
  lanes cells[2][most_groups];
};

/// What one step of one area needs.
struct area_step {
  const double* survival;   // [2][groups − 1]
  const double* migration;  // [2][groups − 1]
  double child_woman_ratio[lane_count];
  double male_share;
};

/// The four scenarios one step on; `social` receives the persons by migration.
void advance(const area_state& before, area_state& after, std::size_t groups, const area_step& step, lanes& social) {
  social = {};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    const double* s = step.survival + sex * (groups - 1);
    const double* m = step.migration + sex * (groups - 1);
    for (std::size_t x = 0; x + 1 < groups; ++x) {
      const bool open = x + 2 == groups;
      const lanes& from = before.cells[sex][x];
      const lanes& oldest = before.cells[sex][groups - 1];
      lanes& to = after.cells[sex][x + 1];
      for (std::size_t l = 0; l < lane_count; ++l) {
        const double persons = open ? from.at[l] + oldest.at[l] : from.at[l];
        const double net = m[x] * moves[l];
        to.at[l] = persons * (s[x] + net);
        social.at[l] += persons * net;
      }
    }
  }
  lanes mothers{};
  for (std::size_t x = cells::first_mother; x <= cells::last_mother; ++x) {
    for (std::size_t l = 0; l < lane_count; ++l) mothers.at[l] += after.cells[1][x].at[l];
  }
  for (std::size_t l = 0; l < lane_count; ++l) {
    const double children = step.child_woman_ratio[l] * mothers.at[l];
    after.cells[0][0].at[l] = children * step.male_share;
    after.cells[1][0].at[l] = children * (1 - step.male_share);
  }
}

/// Sums over ages first…after − 1, in the four scenarios.
lanes sum(const lanes* cells_of_sex, std::size_t first, std::size_t after) {
  lanes total{};
  for (std::size_t x = first; x < after; ++x) {
    for (std::size_t l = 0; l < lane_count; ++l) total.at[l] += cells_of_sex[x].at[l];
  }
  return total;
}

/// Writes the columns of one year for the four scenarios; `row` is the distance between scenarios in `out`.
void write_columns(const area_state& now, std::size_t groups, const lanes& social, const lanes* previous_total,
                   double* out, std::size_t row, lanes& total_out) {
  constexpr std::size_t age_15 = 3, age_20 = 4, age_40 = 8, age_65 = 13, age_75 = 15;
  const std::size_t bounds[] = {0, age_15, age_65, age_75, groups};
  lanes parts[2][4];
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t p = 0; p < 4; ++p) parts[sex][p] = sum(now.cells[sex], bounds[p], bounds[p + 1]);
  }
  const lanes women = sum(now.cells[1], age_20, age_40);
  for (std::size_t l = 0; l < lane_count; ++l) {
    const double children = parts[0][0].at[l] + parts[1][0].at[l];
    const double working = parts[0][1].at[l] + parts[1][1].at[l];
    const double oldest = parts[0][3].at[l] + parts[1][3].at[l];
    const double aged = parts[0][2].at[l] + parts[1][2].at[l] + oldest;
    const double total = children + working + aged;
    double* columns = out + l * row;
    columns[scenario_total] = total;
    columns[scenario_0_14] = children;
    columns[scenario_15_64] = working;
    columns[scenario_65_plus] = aged;
    columns[scenario_75_plus] = oldest;
    columns[scenario_women_20_39] = women.at[l];
    columns[scenario_births_surviving] = previous_total == nullptr ? 0 : now.cells[0][0].at[l] + now.cells[1][0].at[l];
    columns[scenario_social_change] = social.at[l];
    columns[scenario_natural_change] = previous_total == nullptr ? 0 : total - previous_total->at[l] - social.at[l];
    columns[scenario_share_65_plus] = total == 0 ? 0 : 100 * aged / total;
    total_out.at[l] = total;
  }
}

}  // namespace

void project_area_scenarios(std::int64_t areas, std::int64_t groups, std::int64_t steps, int base_year,
                            const double* base, const double* survival, const double* migration,
                            const double* child_woman_ratio, const double* male_share,
                            const population_parameters& parameters, double* out) {
  const auto n = static_cast<std::size_t>(groups);
  const auto rows = static_cast<std::size_t>(steps) + 1;
  const std::size_t scenario_size = rows * scenario_columns;
  area_state states[2];
  for (std::int64_t area = 0; area < areas; ++area) {
    area_state* before = &states[0];
    area_state* after = &states[1];
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t x = 0; x < n; ++x) std::fill_n(before->cells[sex][x].at, lane_count, base[sex * n + x]);
    }
    const double women = cells::mothers(base + n);
    const double start = women == 0 ? 0 : parameters.fertility_per_child_woman_ratio * (base[0] + base[n]) / women;
    lanes social{}, total{};
    write_columns(*before, n, social, nullptr, out, scenario_size, total);
    for (std::size_t i = 0; i + 1 < rows; ++i) {
      const int year = base_year + 5 * (static_cast<int>(i) + 1);
      const double simulated =
          rising_fertility(start, base_year, year, parameters) / parameters.fertility_per_child_woman_ratio;
      area_step step{survival, migration, {}, *male_share++};
      for (std::size_t l = 0; l < lane_count; ++l)
        step.child_woman_ratio[l] = rising[l] ? simulated : *child_woman_ratio;
      ++child_woman_ratio;
      advance(*before, *after, n, step, social);
      const lanes previous = total;
      write_columns(*after, n, social, &previous, out + (i + 1) * scenario_columns, scenario_size, total);
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
