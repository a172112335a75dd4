#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>

#include "population/vision.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr const char* census_source = "国勢調査";
constexpr const char* register_source = "住民基本台帳";

/// What kind of count a source is; the register and the census count other people and are never mixed.
std::string source_kind(const std::string& source) {
  for (const char* kind : {census_source, register_source}) {
    if (source.find(kind) != std::string::npos) return kind;
  }
  return source;
}

std::vector<double> doubles(const std::vector<decimal>& given) {
  std::vector<double> result;
  for (const auto& value : given) result.push_back(value.to_double());
  return result;
}

std::vector<census> censuses_of(const population_vision& vision, const std::string& kind) {
  std::vector<census> list;
  for (const auto& given : vision.distributions) {
    if (given.year && source_kind(given.source) == kind)
      list.push_back({*given.year, {doubles(given.male), doubles(given.female)}});
  }
  return list;
}

/// The kind of source that the projection stands on: the census where the vision has one, or else the first given.
std::string base_kind(const population_vision& vision) {
  for (const auto& given : vision.distributions) {
    if (source_kind(given.source) == census_source) return census_source;
  }
  return vision.distributions.empty() ? std::string() : source_kind(vision.distributions.front().source);
}

std::vector<census_total> totals_of(const population_vision& vision, const std::string& kind) {
  std::vector<census_total> list;
  for (const auto& record : vision.records) {
    if (record.year && record.total && source_kind(record.source) == kind)
      list.push_back({*record.year, record.total->to_double()});
  }
  return list;
}

projection_step step_of(const population_rates& given) {
  projection_step step;
  step.year = given.year;
  if (given.survival) step.survival = {doubles(given.survival->male), doubles(given.survival->female)};
  if (given.net_migration)
    step.net_migration = {doubles(given.net_migration->male), doubles(given.net_migration->female)};
  if (given.child_woman_ratio) step.births.child_woman_ratio = given.child_woman_ratio->to_double();
  if (given.male_share_of_children) step.births.male_share = given.male_share_of_children->to_double();
  return step;
}

/// The vision's own rates, from the distribution of the year in which they begin.
outcome<projection_input> input_from_rates(const population_vision& vision, const std::vector<census>& list) {
  outcome<projection_input> result;
  const auto first = vision.rates.front().year;
  for (const auto& one : list) {
    if (first != one.year) continue;
    projection_input input;
    input.base_year = one.year;
    input.base = one.population;
    for (const auto& given : vision.rates) input.steps.push_back(step_of(given));
    result.value = std::move(input);
    return result;
  }
  result.findings.push_back({"population.rates.no-base",
                             {},
                             "/steps/0",
                             {{"year", first ? std::to_string(*first) : std::string()}},
                             std::nullopt});
  return result;
}

/// Pointers of the projection's input, as pointers into the vision.
void relocate(std::vector<finding>& findings, bool by_rates) {
  const std::string vision = "/population_vision";
  for (auto& problem : findings) {
    std::string& pointer = problem.pointer;
    if (pointer.rfind("/outlooks", 0) == 0) {
      pointer = vision + pointer;
    } else if (pointer.rfind("/steps", 0) == 0 && by_rates) {
      pointer = vision + "/rates" + pointer.substr(std::string("/steps").size());
    } else if (pointer.rfind(vision, 0) != 0 && pointer.rfind("/population_parameters", 0) != 0) {
      pointer = vision + "/distributions";
    }
  }
}

int last_target_step(const population_vision& vision, int base_year) {
  int last = base_year + 5;
  for (const auto& aimed : vision.targets) {
    if (aimed.year && aimed.total) last = std::max(last, base_year + (*aimed.year - base_year + 4) / 5 * 5);
  }
  return std::min(last, base_year + 200);
}

}  // namespace

std::vector<outlook> outlooks_of(const population_vision& vision) {
  std::vector<outlook> list;
  for (const auto& given : vision.outlooks) {
    outlook own;
    own.name = given.name;
    for (const auto& point : given.fertility) {
      own.fertility.push_back(
          {point.year.value_or(0), point.year && point.value ? point.value->to_double() : std::nan("")});
    }
    own.migration_factors = doubles(given.migration_factors);
    if (given.families_per_year) own.families_per_year = given.families_per_year->to_double();
    list.push_back(std::move(own));
  }
  return list;
}

std::optional<int> latest_census_year(const population_vision& vision) {
  std::optional<int> latest;
  const auto consider = [&](std::optional<int> year, const std::string& source) {
    if (year && source_kind(source) == census_source) latest = std::max(latest.value_or(*year), *year);
  };
  for (const auto& given : vision.distributions) consider(given.year, given.source);
  for (const auto& record : vision.records) consider(record.year, record.source);
  return latest;
}

vision_projection project_vision(const strategy& plan, const population_parameters& parameters, int horizon_year) {
  vision_projection result;
  if (!plan.population_vision) return result;
  const population_vision& vision = *plan.population_vision;
  result.findings = check_vision_dates(plan);
  const std::string kind = base_kind(vision);
  const auto list = censuses_of(vision, kind);
  result.past = backtest_censuses(list, totals_of(vision, kind), parameters);

  const bool by_rates = !vision.rates.empty();
  auto input = by_rates ? input_from_rates(vision, list) : input_from_censuses(list, parameters);
  std::vector<finding> problems = std::move(input.findings);
  const auto finish = [&] {
    relocate(problems, by_rates);
    for (auto& problem : problems) result.findings.push_back(std::move(problem));
  };
  if (!input) return finish(), result;
  input->name = plan.municipality.name;
  input->horizon_year = std::max(horizon_year, last_target_step(vision, *input->base_year));
  auto scenarios = run_scenarios(*input, parameters, outlooks_of(vision), std::nullopt);
  for (auto& problem : scenarios.findings) problems.push_back(std::move(problem));
  finish();
  result.input = std::move(*input);
  if (!scenarios) return result;
  result.scenarios = std::move(*scenarios);
  result.bands = projection_bands(result.scenarios->scenarios.front(), result.past);
  answer_targets(vision, parameters, result);
  for (auto& problem : check_goals_against_vision(plan, parameters, result))
    result.findings.push_back(std::move(problem));
  return result;
}

}  // namespace v1
}  // namespace senryaku
