#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>

#include "population/assumptions.hpp"
#include "population/fertility.hpp"
#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr const char* pattern_1 = "pattern1";
constexpr const char* simulation_1 = "simulation1";
constexpr const char* simulation_2 = "simulation2";
constexpr const char* zero_migration = "zero_migration_only";

finding about(std::string code, std::string pointer, std::vector<finding_value> values) {
  return {std::move(code), {}, std::move(pointer), std::move(values), std::nullopt};
}

projection_input renamed(projection_input input, std::string name) {
  input.name = std::move(name);
  return input;
}

/// Simulation 1; nothing where the fertility at its start is not known.
std::optional<projection_input> with_simulated_births(projection_input input, double start,
                                                      const population_parameters& parameters) {
  for (auto& step : input.steps) {
    const int year = *step.year + 5;
    if (!set_fertility(step, year, rising_fertility(start, *input.base_year, year, parameters), parameters))
      return std::nullopt;
  }
  return renamed(std::move(input), simulation_1);
}

projection_input without_migration(projection_input input, std::string name) {
  for (auto& step : input.steps) scale_migration(step, 0);
  return renamed(std::move(input), std::move(name));
}

bool change_only(const projection_input& input) {
  return std::any_of(input.steps.begin(), input.steps.end(), [](const projection_step& s) { return s.change_only; });
}

/// What is wrong with an outlook, as a word for the finding; empty when it can be used.
std::string problem_of(const outlook& own, const std::vector<std::string>& names) {
  if (own.name.empty() || std::find(names.begin(), names.end(), own.name) != names.end()) return "name";
  for (std::size_t i = 0; i < own.fertility.size(); ++i) {
    const auto& point = own.fertility[i];
    if (!std::isfinite(point.value) || point.value < 0 || (i > 0 && own.fertility[i - 1].year >= point.year))
      return "fertility";
  }
  for (const double factor : own.migration_factors) {
    if (!std::isfinite(factor)) return "migration_factors";
  }
  if (own.families_per_year && (!std::isfinite(*own.families_per_year) || *own.families_per_year < 0))
    return "families_per_year";
  return {};
}

/// The town's own outlook; nothing where the births by age are all zero and cannot be scaled to its fertility.
std::optional<projection_input> with_outlook(projection_input input, const outlook& own,
                                             const population_parameters& parameters) {
  const family_pattern& family = own.family ? *own.family : parameters.family;
  for (std::size_t i = 0; i < input.steps.size(); ++i) {
    auto& step = input.steps[i];
    const int year = *step.year + 5;
    if (!own.fertility.empty() && !set_fertility(step, year, figure_at(own.fertility, year), parameters))
      return std::nullopt;
    if (!own.migration_factors.empty())
      scale_migration(step, own.migration_factors[std::min(i, own.migration_factors.size() - 1)]);
    if (own.families_per_year) add_movers(step, family.persons, *own.families_per_year, input.base.male.size());
  }
  return renamed(std::move(input), own.name);
}

std::optional<int> rate(double percent, const std::vector<rating_limit>& limits) {
  const rating_limit* highest = nullptr;
  for (const auto& limit : limits) {
    if (percent >= limit.from && (highest == nullptr || limit.from > highest->from)) highest = &limit;
  }
  return highest == nullptr ? std::nullopt : std::optional<int>(highest->rating);
}

std::optional<double> total_in(const projection* result, int year) {
  if (result == nullptr) return std::nullopt;
  for (const auto& point : result->years) {
    if (point.year == year) return persons(point.population);
  }
  return std::nullopt;
}

void add_influence(scenario_set& set, const population_parameters& parameters, std::vector<finding>& findings) {
  const auto pattern1 = total_in(set.find(pattern_1), *set.compared_year);
  const auto simulation1 = total_in(set.find(simulation_1), *set.compared_year);
  const auto simulation2 = total_in(set.find(simulation_2), *set.compared_year);
  if (!pattern1)
    findings.push_back(
        about("population.compared-year", "/compared_year", {{"found", std::to_string(*set.compared_year)}}));
  if (pattern1 && simulation1 && *pattern1 > 0) {
    set.natural_influence = 100 * *simulation1 / *pattern1;
    set.natural_rating = rate(*set.natural_influence, parameters.natural_limits);
  }
  if (simulation1 && simulation2 && *simulation1 > 0) {
    set.social_influence = 100 * *simulation2 / *simulation1;
    set.social_rating = rate(*set.social_influence, parameters.social_limits);
  }
}

/// The inputs of all scenarios but pattern 1. Those that cannot be drawn up are findings.
std::vector<projection_input> scenario_inputs(const projection_input& all, const population_parameters& parameters,
                                              const std::vector<outlook>& own, std::vector<finding>& findings) {
  std::vector<projection_input> inputs;
  std::optional<projection_input> births;
  if (const auto start = base_fertility(all, parameters)) births = with_simulated_births(all, *start, parameters);
  if (births) {
    inputs.push_back(*births);
  } else {
    findings.push_back(about("population.scenario.no-fertility", "/base", {{"scenario", simulation_1}}));
  }
  const bool unsplit = change_only(all);
  if (unsplit) {
    findings.push_back(about("population.scenario.unsplit", "/steps", {{"scenario", simulation_2}}));
  } else {
    if (births) inputs.push_back(without_migration(*births, simulation_2));
    inputs.push_back(without_migration(all, zero_migration));
  }
  std::vector<std::string> names{pattern_1, simulation_1, simulation_2, zero_migration};
  for (std::size_t i = 0; i < own.size(); ++i) {
    const std::string pointer = "/outlooks/" + std::to_string(i);
    const std::string problem = problem_of(own[i], names);
    names.push_back(own[i].name);
    if (!problem.empty()) {
      findings.push_back(about("population.outlook", pointer + "/" + problem, {{"member", problem}}));
    } else if (unsplit && !own[i].migration_factors.empty()) {
      findings.push_back(about("population.scenario.unsplit", pointer, {{"scenario", own[i].name}}));
    } else if (auto input = with_outlook(all, own[i], parameters)) {
      inputs.push_back(std::move(*input));
    } else {
      findings.push_back(about("population.scenario.no-fertility", pointer, {{"scenario", own[i].name}}));
    }
  }
  return inputs;
}

}  // namespace

const projection* scenario_set::find(std::string_view name) const {
  for (const auto& scenario : scenarios) {
    if (scenario.name == name) return &scenario;
  }
  return nullptr;
}

outcome<scenario_set> run_scenarios(const projection_input& input, const population_parameters& parameters,
                                    const std::vector<outlook>& own, std::optional<int> compared_year) {
  outcome<scenario_set> result;
  result.findings = check_parameters(parameters);
  if (!result.findings.empty()) return result;
  auto first = run_projection(input);
  result.findings = std::move(first.findings);
  if (!first) return result;
  first->name = pattern_1;
  const projection_input all = unrolled(input);
  scenario_set set;
  set.scenarios.push_back(std::move(*first));
  set.base_fertility = base_fertility(all, parameters);
  if (!all.steps.empty()) {
    for (const auto& one : scenario_inputs(all, parameters, own, result.findings)) {
      auto done = run_projection(one);
      for (auto& problem : done.findings) {
        problem.values.push_back({"scenario", one.name});
        result.findings.push_back(std::move(problem));
      }
      if (done) set.scenarios.push_back(std::move(*done));
    }
  }
  set.compared_year = compared_year.value_or(set.scenarios[0].years.back().year);
  add_influence(set, parameters, result.findings);
  result.value = std::move(set);
  return result;
}

std::optional<double> desired_fertility(const desired_fertility_factors& f) {
  if (!f.married_share || !f.planned_children || !f.wish_to_marry || !f.wished_children || !f.separation_effect)
    return std::nullopt;
  const double married = *f.married_share * *f.planned_children;
  const double single = (1 - *f.married_share) * *f.wish_to_marry * *f.wished_children;
  return (married + single) * *f.separation_effect;
}

}  // namespace v1
}  // namespace senryaku
