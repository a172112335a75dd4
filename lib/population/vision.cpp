#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>

namespace senryaku {
inline namespace v1 {
namespace {

by_sex persons(const age_distribution& given) {
  by_sex result;
  for (const auto& value : given.male) result.male.push_back(value.to_double());
  for (const auto& value : given.female) result.female.push_back(value.to_double());
  return result;
}

std::vector<census> censuses_of(const population_vision& vision) {
  std::vector<census> list;
  for (const auto& given : vision.distributions) {
    if (given.year) list.push_back({*given.year, persons(given)});
  }
  std::sort(list.begin(), list.end(), [](const census& a, const census& b) { return a.year < b.year; });
  return list;
}

/// Totals of censuses, by the kind of source that the record names; the register counts other people.
std::vector<census_total> totals_of(const population_vision& vision) {
  std::vector<census_total> list;
  for (const auto& record : vision.records) {
    if (record.year && record.total && record.source == "国勢調査")
      list.push_back({*record.year, record.total->to_double()});
  }
  return list;
}

/// The table of the period that begins in `year`, or of the nearest one.
const survival_table* table_for(int year, const population_parameters& parameters) {
  const survival_table* nearest = nullptr;
  for (const auto& table : parameters.survival_tables) {
    if (nearest == nullptr || std::abs(table.from_year - year) < std::abs(nearest->from_year - year)) nearest = &table;
  }
  return nearest;
}

/// Cohort change of the last two censuses, held; the nation's survival splits it.
std::optional<projection_input> input_from(const std::vector<census>& list, const population_parameters& parameters,
                                           std::vector<finding>& findings) {
  if (list.size() < 2 || list.back().year - list[list.size() - 2].year != 5) {
    findings.push_back({"population.vision.no-distribution", {}, "/population_vision", {}, std::nullopt});
    return std::nullopt;
  }
  const census& earlier = list[list.size() - 2];
  const survival_table* table = table_for(earlier.year, parameters);
  const bool fits = table != nullptr && table->survival.male.size() + 1 == earlier.population.male.size();
  auto step = step_from_censuses(earlier.population, list.back().population, fits ? table->survival : by_sex{});
  for (auto& problem : step.findings) {
    problem.pointer = "/population_vision/distributions";
    findings.push_back(std::move(problem));
  }
  if (!step) return std::nullopt;
  projection_input input;
  input.base_year = list.back().year;
  input.base = list.back().population;
  input.steps.push_back(std::move(*step));
  return input;
}

std::string whole(double persons_count) {
  return std::to_string(std::llround(persons_count));
}

/// Totals for any year: projected years as they are, years between them by a straight line (what towns do).
std::optional<double> total_at(const projection& result, const population_parameters& parameters, int year) {
  const auto rows = summarise(result, parameters);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].year == year) return rows[i].total;
    if (i > 0 && rows[i - 1].year < year && year < rows[i].year) {
      return rows[i - 1].total + (rows[i].total - rows[i - 1].total) * (year - rows[i - 1].year) / 5.0;
    }
  }
  return std::nullopt;
}

void compare_targets(const population_vision& vision, const population_parameters& parameters,
                     vision_projection& result) {
  for (std::size_t i = 0; i < vision.targets.size(); ++i) {
    const auto& aimed = vision.targets[i];
    if (!aimed.year || !aimed.total) continue;
    const auto projected = total_at(result.scenarios->scenarios.front(), parameters, *aimed.year);
    const double wanted = aimed.total->to_double();
    if (projected && wanted > *projected) {
      result.findings.push_back({"population.target.above-projection",
                                 {},
                                 "/population_vision/targets/" + std::to_string(i),
                                 {{"target", aimed.total->to_string()},
                                  {"year", std::to_string(*aimed.year)},
                                  {"projected", whole(*projected)},
                                  {"gap", whole(wanted - *projected)}},
                                 std::nullopt});
    }
    if (*aimed.year > *result.input->base_year && (*aimed.year - *result.input->base_year) % 5 == 0) {
      const auto needed = what_is_needed(*result.input, parameters, *aimed.year, wanted);
      if (needed) result.needed.insert(result.needed.end(), needed->begin(), needed->end());
    }
  }
}

}  // namespace

vision_projection project_vision(const strategy& plan, const population_parameters& parameters, int horizon_year) {
  vision_projection result;
  if (!plan.population_vision) return result;
  const population_vision& vision = *plan.population_vision;
  const auto last = last_day(plan);
  if (vision.horizon_year && last && *vision.horizon_year < last->year()) {
    result.findings.push_back({"population.vision.horizon-passed",
                               {},
                               "/population_vision/horizon_year",
                               {{"year", std::to_string(*vision.horizon_year)}},
                               std::nullopt});
  }
  const auto list = censuses_of(vision);
  result.past = backtest_censuses(list, totals_of(vision));
  result.input = input_from(list, parameters, result.findings);
  if (!result.input) return result;
  result.input->name = plan.municipality.name;
  result.input->horizon_year = std::max(horizon_year, *result.input->base_year + 5);
  auto scenarios = run_scenarios(*result.input, parameters, {}, std::nullopt);
  for (auto& problem : scenarios.findings) result.findings.push_back(std::move(problem));
  if (!scenarios) return result;
  result.scenarios = std::move(*scenarios);
  compare_targets(vision, parameters, result);
  return result;
}

}  // namespace v1
}  // namespace senryaku
