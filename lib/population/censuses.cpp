#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "population/cells.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

double total(const by_sex& p) {
  return std::accumulate(p.male.begin(), p.male.end(), 0.0) + std::accumulate(p.female.begin(), p.female.end(), 0.0);
}

/// Ratios of change by cohort; −1 where nobody was there to change.
std::vector<double> change(const std::vector<double>& earlier, const std::vector<double>& later) {
  const std::size_t groups = earlier.size();
  std::vector<double> ratios(groups - 1);
  for (std::size_t x = 0; x + 2 < groups; ++x) ratios[x] = earlier[x] == 0 ? -1 : later[x + 1] / earlier[x];
  const double oldest = earlier[groups - 2] + earlier[groups - 1];
  ratios[groups - 2] = oldest == 0 ? -1 : later[groups - 1] / oldest;
  return ratios;
}

finding about(std::string code) {
  return {std::move(code), {}, "", {}, std::nullopt};
}

}  // namespace

outcome<projection_step> step_from_censuses(const by_sex& earlier, const by_sex& later, const by_sex& survival) {
  outcome<projection_step> result;
  const std::size_t groups = earlier.male.size();
  const bool alike =
      groups >= 18 && earlier.female.size() == groups && later.male.size() == groups && later.female.size() == groups &&
      (survival.male.empty() || (survival.male.size() == groups - 1 && survival.female.size() == groups - 1));
  if (!alike) {
    result.findings.push_back(about("population.census.shape"));
    return result;
  }
  projection_step step;
  step.survival = {change(earlier.male, later.male), change(earlier.female, later.female)};
  for (const auto& sex : {step.survival.male, step.survival.female}) {
    if (std::find(sex.begin(), sex.end(), -1.0) != sex.end()) {
      result.findings.push_back(about("population.census.empty-cohort"));
      return result;
    }
  }
  if (!survival.male.empty()) {
    step.net_migration = step.survival;
    for (std::size_t x = 0; x + 1 < groups; ++x) {
      step.net_migration.male[x] -= survival.male[x];
      step.net_migration.female[x] -= survival.female[x];
    }
    step.survival = survival;
  }
  const double children = later.male[0] + later.female[0];
  const double women = cells::mothers(later.female.data());
  if (children == 0 || women == 0) {
    result.findings.push_back(about("population.census.empty-cohort"));
    return result;
  }
  step.births.child_woman_ratio = children / women;
  step.births.male_share = later.male[0] / children;
  result.value = std::move(step);
  return result;
}

backtest backtest_censuses(const std::vector<census>& censuses, const std::vector<census_total>& totals) {
  constexpr std::int64_t enough_cases = 4;
  backtest result;
  std::map<int, double> counted_in;
  for (const auto& one : totals) counted_in[one.year] = one.total;
  for (const auto& one : censuses) counted_in[one.year] = total(one.population);
  for (std::size_t base = 1; base < censuses.size(); ++base) {
    if (censuses[base].year - censuses[base - 1].year != 5) continue;
    auto step = step_from_censuses(censuses[base - 1].population, censuses[base].population, {});
    if (!step) continue;
    projection_input input;
    input.base_year = censuses[base].year;
    input.base = censuses[base].population;
    input.steps.push_back(std::move(*step));
    for (auto later = counted_in.upper_bound(*input.base_year); later != counted_in.end(); ++later) {
      const auto& [year, counted] = *later;
      if ((year - *input.base_year) % 5 != 0 || counted == 0) continue;
      input.horizon_year = year;
      const auto done = run_projection(input);
      if (!done) continue;
      const double projected = total(done->years.back().population);
      result.cases.push_back(
          {*input.base_year, year, year - *input.base_year, projected, counted, 100 * (projected - counted) / counted});
    }
  }
  std::map<int, std::vector<double>> errors;
  for (const auto& one : result.cases) errors[one.horizon].push_back(std::abs(one.error_percent));
  for (const auto& [horizon, list] : errors) {
    error_band band{horizon, static_cast<std::int64_t>(list.size()),
                    std::accumulate(list.begin(), list.end(), 0.0) / static_cast<double>(list.size()), std::nullopt};
    if (band.cases >= enough_cases) band.band_percent = *std::max_element(list.begin(), list.end());
    result.bands.push_back(band);
  }
  return result;
}

}  // namespace v1
}  // namespace senryaku
