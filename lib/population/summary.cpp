#include <senryaku/population.hpp>

#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::optional<double> percent(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return 100 * part / whole;
}

/// 人口減少段階 against the base year: all of 0–14, 15–64 fallen, and 65+ held (1), fallen (2), fallen far (3).
std::optional<int> stage(const population_summary& now, const population_summary& base, double far_percent) {
  if (now.age_0_14 >= base.age_0_14 || now.age_15_64 >= base.age_15_64) return std::nullopt;
  if (now.age_65_plus >= base.age_65_plus) return 1;
  return now.age_65_plus > base.age_65_plus * (100 - far_percent) / 100 ? 2 : 3;
}

}  // namespace

std::vector<population_summary> summarise(const projection& result, const population_parameters& parameters) {
  std::vector<population_summary> rows;
  for (const auto& point : result.years) {
    const by_sex& p = point.population;
    population_summary row;
    row.year = point.year;
    row.male = persons(p.male);
    row.female = persons(p.female);
    row.total = row.male + row.female;
    row.age_0_14 = persons(p, 0, cells::age_15);
    row.age_15_64 = persons(p, cells::age_15, cells::age_65);
    row.age_65_plus = persons(p, cells::age_65);
    row.age_75_plus = persons(p, cells::age_75);
    row.women_20_39 = persons(p.female, cells::age_20, cells::age_40);
    row.share_0_14 = percent(row.age_0_14, row.total);
    row.share_15_64 = percent(row.age_15_64, row.total);
    row.share_65_plus = percent(row.age_65_plus, row.total);
    row.ageing_index = percent(row.age_65_plus, row.age_0_14);
    row.child_dependency = percent(row.age_0_14, row.age_15_64);
    row.aged_dependency = percent(row.age_65_plus, row.age_15_64);
    row.total_dependency = percent(row.age_0_14 + row.age_65_plus, row.age_15_64);
    if (row.age_65_plus != 0) row.supporters = row.age_15_64 / row.age_65_plus;
    row.births_surviving = point.births_surviving;
    row.social_change = point.social_change;
    row.natural_change = point.natural_change;
    const population_summary& base = rows.empty() ? row : rows.front();
    row.index = percent(row.total, base.total);
    row.women_20_39_index = percent(row.women_20_39, base.women_20_39);
    if (!rows.empty()) row.decline_stage = stage(row, base, parameters.stage_3_fall);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace v1
}  // namespace senryaku
