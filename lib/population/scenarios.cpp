#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "population/cells.hpp"
#include "population/fertility.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The input with its last step repeated up to the horizon, so that each step can be changed on its own.
projection_input unrolled(const projection_input& input) {
  projection_input all = input;
  if (!input.base_year || input.steps.empty()) return all;
  const int horizon = input.horizon_year.value_or(*input.base_year + 5 * static_cast<int>(input.steps.size()));
  const int steps = std::max(0, (horizon - *input.base_year) / 5);
  all.steps.resize(static_cast<std::size_t>(steps), input.steps.back());
  for (int i = 0; i < steps; ++i) all.steps[static_cast<std::size_t>(i)].year = *input.base_year + 5 * i;
  return all;
}

double base_ratio(const projection_input& input) {
  const double women = cells::mothers(input.base.female.data());
  return women == 0 ? 0 : (input.base.male[0] + input.base.female[0]) / women;
}

double fertility_at(const std::vector<fertility_point>& points, int year) {
  if (year <= points.front().year) return points.front().rate;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (year > points[i].year) continue;
    const double share = static_cast<double>(year - points[i - 1].year) / (points[i].year - points[i - 1].year);
    return points[i - 1].rate + (points[i].rate - points[i - 1].rate) * share;
  }
  return points.back().rate;
}

void scale_migration(projection_step& step, double factor) {
  for (auto* ratios : {&step.net_migration, &step.out_migration, &step.in_share, &step.net_migrants}) {
    for (auto& value : ratios->male) value *= factor;
    for (auto& value : ratios->female) value *= factor;
  }
}

void set_fertility(projection_step& step, double rate, const population_parameters& parameters) {
  step.births.child_woman_ratio = rate / parameters.fertility_per_child_woman_ratio;
}

projection_input with_simulated_births(projection_input input, const population_parameters& parameters) {
  const double start = parameters.fertility_per_child_woman_ratio * base_ratio(input);
  for (auto& step : input.steps)
    set_fertility(step, rising_fertility(start, *input.base_year, *step.year + 5, parameters), parameters);
  input.name = "simulation1";
  return input;
}

projection_input without_migration(projection_input input, std::string name) {
  for (auto& step : input.steps) scale_migration(step, 0);
  input.name = std::move(name);
  return input;
}

/// `per_year` times the pattern, over five years, added to the migrants in numbers.
void add_movers(projection_step& step, const by_sex& pattern, double per_year, std::size_t groups) {
  const auto add = [&](std::vector<double>& into, const std::vector<double>& from) {
    into.resize(groups, 0.0);
    for (std::size_t x = 0; x < groups && x < from.size(); ++x) into[x] += 5 * per_year * from[x];
  };
  add(step.net_migrants.male, pattern.male);
  add(step.net_migrants.female, pattern.female);
}

projection_input with_outlook(projection_input input, const outlook& own, const population_parameters& parameters) {
  for (std::size_t i = 0; i < input.steps.size(); ++i) {
    auto& step = input.steps[i];
    if (!own.fertility.empty()) set_fertility(step, fertility_at(own.fertility, *step.year + 5), parameters);
    if (!own.migration_factors.empty())
      scale_migration(step, own.migration_factors[std::min(i, own.migration_factors.size() - 1)]);
    if (own.families_per_year)
      add_movers(step, parameters.family.persons, *own.families_per_year, input.base.male.size());
  }
  input.name = own.name;
  return input;
}

double total(const population_at& point) {
  return std::accumulate(point.population.male.begin(), point.population.male.end(), 0.0) +
         std::accumulate(point.population.female.begin(), point.population.female.end(), 0.0);
}

std::optional<double> total_in(const projection& result, int year) {
  for (const auto& point : result.years) {
    if (point.year == year) return total(point);
  }
  return std::nullopt;
}

std::optional<int> rate(double percent, const std::vector<rating_limit>& limits) {
  std::optional<int> rating;
  for (const auto& limit : limits) {
    if (percent >= limit.from) rating = limit.rating;
  }
  return rating;
}

bool needs_child_woman_ratio(const projection_input& input, std::vector<finding>& findings) {
  for (std::size_t i = 0; i < input.steps.size(); ++i) {
    if (input.steps[i].births.child_woman_ratio) continue;
    findings.push_back({"population.scenario.births", {}, "/steps/" + std::to_string(i) + "/births", {}, std::nullopt});
    return false;
  }
  return true;
}

}  // namespace

outcome<scenario_set> run_scenarios(const projection_input& input, const population_parameters& parameters,
                                    const std::vector<outlook>& own, std::optional<int> compared_year) {
  outcome<scenario_set> result;
  auto first = run_projection(input);
  result.findings = std::move(first.findings);
  if (!first || !needs_child_woman_ratio(input, result.findings)) return result;
  first->name = "pattern1";
  const projection_input all = unrolled(input);
  const projection_input births = with_simulated_births(all, parameters);
  std::vector<projection_input> inputs{births, without_migration(births, "simulation2"),
                                       without_migration(all, "zero_migration_only")};
  for (const auto& plan : own) inputs.push_back(with_outlook(all, plan, parameters));

  scenario_set set;
  set.scenarios.push_back(std::move(*first));
  for (const auto& one : inputs) {
    auto done = run_projection(one);
    for (auto& problem : done.findings) result.findings.push_back(std::move(problem));
    if (!done) return result;
    set.scenarios.push_back(std::move(*done));
  }
  set.base_fertility = parameters.fertility_per_child_woman_ratio * base_ratio(input);
  set.compared_year = compared_year.value_or(set.scenarios[0].years.back().year);
  const auto pattern1 = total_in(set.scenarios[0], *set.compared_year);
  const auto simulation1 = total_in(set.scenarios[1], *set.compared_year);
  const auto simulation2 = total_in(set.scenarios[2], *set.compared_year);
  if (pattern1 && simulation1 && simulation2 && *pattern1 > 0 && *simulation1 > 0) {
    set.natural_influence = 100 * *simulation1 / *pattern1;
    set.social_influence = 100 * *simulation2 / *simulation1;
    set.natural_rating = rate(*set.natural_influence, parameters.natural_limits);
    set.social_rating = rate(*set.social_influence, parameters.social_limits);
  }
  result.value = std::move(set);
  return result;
}

double desired_fertility(double married_share, double planned_children, double wish_to_marry, double wished_children,
                         double separation_effect) {
  return (married_share * planned_children + (1 - married_share) * wish_to_marry * wished_children) * separation_effect;
}

outcome<std::vector<needed_answer>> what_is_needed(const projection_input& input,
                                                   const population_parameters& parameters, int year, double target) {
  outcome<std::vector<needed_answer>> result;
  projection_input all = input;
  all.horizon_year = year;
  const auto plain = run_projection(all);
  result.findings = plain.findings;
  if (!plain || !needs_child_woman_ratio(input, result.findings)) return result;
  all = unrolled(all);
  const std::size_t groups = all.base.male.size();
  by_sex one_person = parameters.family.persons;
  const double family_size = std::accumulate(one_person.male.begin(), one_person.male.end(), 0.0) +
                             std::accumulate(one_person.female.begin(), one_person.female.end(), 0.0);
  for (auto* sex : {&one_person.male, &one_person.female}) {
    for (auto& value : *sex) value /= family_size > 0 ? family_size : 1;
  }

  const auto population_with = [&](needed_kind kind, double value) {
    projection_input changed = all;
    for (auto& step : changed.steps) {
      if (kind == needed_kind::constant_fertility) set_fertility(step, value, parameters);
      if (kind == needed_kind::families_per_year) add_movers(step, parameters.family.persons, value, groups);
      if (kind == needed_kind::net_migrants_per_year) {
        scale_migration(step, 0);
        add_movers(step, one_person, value, groups);
      }
    }
    return total(run_projection(changed)->years.back());
  };
  const double people = total(plain->years.front());
  const struct {
    needed_kind kind;
    double low;
    double high;
  } searches[] = {{needed_kind::constant_fertility, 0, 8},
                  {needed_kind::families_per_year, 0, people / 5},
                  {needed_kind::net_migrants_per_year, -people / 10, people / 5}};
  std::vector<needed_answer> answers;
  for (const auto& search : searches) {
    needed_answer answer{search.kind, year, target, std::nullopt, search.low, search.high, std::nullopt};
    double low = search.low;
    double high = search.high;
    if (all.steps.empty() || population_with(search.kind, high) < target) {
      answers.push_back(answer);
      continue;
    }
    if (population_with(search.kind, low) >= target) high = low;                  // reached with the least of the range
    for (int i = 0; i < 200 && high - low > 1e-12 * (1 + std::abs(high)); ++i) {  // the total rises with each of them
      const double middle = low + (high - low) / 2;
      (population_with(search.kind, middle) < target ? low : high) = middle;
    }
    answer.value = high;
    answer.reached = population_with(search.kind, high);
    answers.push_back(answer);
  }
  result.value = std::move(answers);
  return result;
}

}  // namespace v1
}  // namespace senryaku
