#include "population/assumptions.hpp"

#include <algorithm>
#include <cmath>

#include "population/fertility.hpp"
#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

bool ascending(const std::vector<figure_by_year>& points) {
  return std::adjacent_find(points.begin(), points.end(), [](const figure_by_year& a, const figure_by_year& b) {
           return a.year >= b.year;
         }) == points.end();
}

bool positive(double value) {
  return std::isfinite(value) && value > 0;
}

}  // namespace

projection_input unrolled(const projection_input& input) {
  projection_input all = input;
  if (!input.base_year || input.steps.empty()) return all;
  const int horizon = input.horizon_year.value_or(*input.base_year + 5 * static_cast<int>(input.steps.size()));
  const int steps = std::max(0, (horizon - *input.base_year) / 5);
  all.steps.resize(static_cast<std::size_t>(steps), input.steps.back());
  for (int i = 0; i < steps; ++i) all.steps[static_cast<std::size_t>(i)].year = *input.base_year + 5 * i;
  return all;
}

void scale_migration(projection_step& step, double factor) {
  for (auto* ratios : {&step.net_migration, &step.out_migration, &step.in_share, &step.net_migrants}) {
    for (auto& value : ratios->male) value *= factor;
    for (auto& value : ratios->female) value *= factor;
  }
}

bool set_fertility(projection_step& step, int year, double rate, const population_parameters& parameters) {
  auto& by_age = step.births.fertility_by_age;
  if (by_age.empty()) {
    step.births.child_woman_ratio = rate / figure_at(parameters.fertility_factors, year);
    return true;
  }
  const double present = 5 * persons(by_age);
  if (present == 0) return rate == 0;
  for (auto& value : by_age) value *= rate / present;
  return true;
}

std::optional<double> base_fertility(const projection_input& input, const population_parameters& parameters) {
  if (!input.steps.empty() && !input.steps.front().births.fertility_by_age.empty())
    return 5 * persons(input.steps.front().births.fertility_by_age);
  const double women = cells::mothers(input.base.female.data());
  if (women == 0) return std::nullopt;
  return figure_at(parameters.fertility_factors, *input.base_year) * persons(input.base, 0, 1) / women;
}

void add_movers(projection_step& step, const by_sex& pattern, double per_year, std::size_t groups) {
  for (const auto sex : {&by_sex::male, &by_sex::female}) {
    (step.net_migrants.*sex).resize(groups, 0.0);
    const auto& persons_of = pattern.*sex;
    for (std::size_t x = 0; x < persons_of.size(); ++x)
      (step.net_migrants.*sex)[std::min(x, groups - 1)] += 5 * per_year * persons_of[x];
  }
}

std::vector<finding> check_parameters(const population_parameters& p) {
  std::vector<finding> findings;
  const auto require = [&](bool good, const char* member) {
    if (!good) {
      findings.push_back({"population.parameters",
                          {},
                          std::string("/population_parameters/") + member,
                          {{"member", member}},
                          std::nullopt});
    }
  };
  const bool factors = std::all_of(p.fertility_factors.begin(), p.fertility_factors.end(),
                                   [](const figure_by_year& f) { return positive(f.value); });
  require(!p.fertility_factors.empty() && factors && ascending(p.fertility_factors), "fertility_factors");
  require(positive(p.target_fertility), "target_fertility");
  require(std::isfinite(p.stage_3_fall), "stage_3_fall");
  require(positive(persons(p.family.persons)), "family");
  const search_limits& s = p.search;
  require(positive(s.fertility_to) && positive(s.families_share_to) && positive(s.migrants_share_to) &&
              std::isfinite(s.migrants_share_from) && s.migrants_share_from < s.migrants_share_to,
          "search");
  return findings;
}

}  // namespace v1
}  // namespace senryaku
