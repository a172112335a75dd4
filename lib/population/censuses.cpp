#include <senryaku/population.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::size_t fewest_groups = 18;

/// Ratios of change by cohort; nothing where nobody was there to change.
std::vector<std::optional<double>> change(const std::vector<double>& earlier, const std::vector<double>& later) {
  const std::size_t groups = earlier.size();
  std::vector<double> aged(groups, 0.0);
  cells::age(earlier.data(), aged.data(), groups, [](std::size_t, double people) { return people; });
  std::vector<std::optional<double>> ratios(groups - 1);
  for (std::size_t x = 1; x < groups; ++x) {
    if (aged[x] != 0) ratios[x - 1] = later[x] / aged[x];
  }
  return ratios;
}

finding about(std::string code, std::vector<finding_value> values = {}) {
  return {std::move(code), {}, "", std::move(values), std::nullopt};
}

/// The distribution with its oldest groups joined, so that `groups` are left.
by_sex folded(by_sex cells, std::size_t groups) {
  for (auto* sex : {&cells.male, &cells.female}) {
    while (sex->size() > groups && sex->size() > 1) {
      (*sex)[sex->size() - 2] += sex->back();
      sex->pop_back();
    }
  }
  return cells;
}

std::size_t groups_of(const census& one) {
  return std::min(one.population.male.size(), one.population.female.size());
}

/// The table's ratios for an area with one group less: its open group takes both of the table's oldest ratios,
/// weighted.
std::vector<double> one_group_less(const std::vector<double>& ratios, const std::vector<double>& weights) {
  std::vector<double> fitted(ratios.begin(), ratios.end() - 1);
  const double younger = weights[weights.size() - 2], open = weights.back();
  if (younger + open > 0)
    fitted.back() = (younger * ratios[ratios.size() - 2] + open * ratios.back()) / (younger + open);
  return fitted;
}

/// Survival for an area with these groups: empty where the table cannot be fitted.
by_sex fitted_survival(const survival_table& table, const by_sex& earlier) {
  const std::size_t groups = earlier.male.size(), given = table.survival.male.size() + 1;
  if (groups == given) return table.survival;
  if (groups + 1 != given || table.survival.female.size() + 1 != given) return {};
  return {one_group_less(table.survival.male, earlier.male), one_group_less(table.survival.female, earlier.female)};
}

/// The table of the period that begins in `year`, or of the nearest one.
const survival_table* table_for(int year, const population_parameters& parameters) {
  const survival_table* nearest = nullptr;
  for (const auto& table : parameters.survival_tables) {
    if (nearest == nullptr || std::abs(table.from_year - year) < std::abs(nearest->from_year - year)) nearest = &table;
  }
  return nearest;
}

void sort_by_year(std::vector<census>& censuses) {
  std::stable_sort(censuses.begin(), censuses.end(), [](const census& a, const census& b) { return a.year < b.year; });
}

/// The latest two that are five years apart, as (earlier, later); null without such a pair.
std::pair<const census*, const census*> latest_pair(const std::vector<census>& sorted) {
  for (std::size_t later = sorted.size(); later-- > 0;) {
    for (std::size_t earlier = later; earlier-- > 0;) {
      if (sorted[later].year - sorted[earlier].year == 5) return {&sorted[earlier], &sorted[later]};
    }
  }
  return {nullptr, nullptr};
}

/// Splits the change into survival and the rest. Cohorts without people take survival alone; they are counted.
std::size_t split(const std::vector<std::optional<double>>& change, const std::vector<double>& survival,
                  std::vector<double>& net) {
  std::size_t empty = 0;
  for (std::size_t x = 0; x < change.size(); ++x) {
    net.push_back(change[x] ? *change[x] - survival[x] : 0.0);
    if (!change[x]) ++empty;
  }
  return empty;
}

}  // namespace

outcome<projection_step> step_from_censuses(const by_sex& earlier, const by_sex& later, const by_sex& survival) {
  outcome<projection_step> result;
  const std::size_t groups = earlier.male.size();
  const bool alike = groups >= fewest_groups && earlier.female.size() == groups && later.male.size() == groups &&
                     later.female.size() == groups && survival.male.size() == survival.female.size() &&
                     (survival.male.empty() || survival.male.size() == groups - 1);
  if (!alike) {
    result.findings.push_back(about("population.census.shape"));
    return result;
  }
  const double children = later.male[0] + later.female[0];
  const double women = cells::mothers(later.female.data());
  if (children == 0 || women == 0) {
    result.findings.push_back(about("population.census.no-children"));
    return result;
  }
  projection_step step;
  const auto men = change(earlier.male, later.male), others = change(earlier.female, later.female);
  if (survival.male.empty()) {
    step.change_only = true;
    for (const auto& [ratios, into] :
         {std::pair{&men, &step.survival.male}, std::pair{&others, &step.survival.female}}) {
      for (const auto& ratio : *ratios) {
        if (ratio) into->push_back(*ratio);
      }
      if (into->size() + 1 == groups) continue;
      result.findings.push_back(about("population.census.empty-cohort"));
      return result;
    }
  } else {
    step.survival = survival;
    const std::size_t empty =
        split(men, survival.male, step.net_migration.male) + split(others, survival.female, step.net_migration.female);
    if (empty > 0)
      result.findings.push_back(about("population.census.nobody-to-move", {{"cohorts", std::to_string(empty)}}));
  }
  step.births.child_woman_ratio = children / women;
  step.births.male_share = later.male[0] / children;
  result.value = std::move(step);
  return result;
}

outcome<projection_input> input_from_censuses(std::vector<census> censuses, const population_parameters& parameters) {
  outcome<projection_input> result;
  sort_by_year(censuses);
  for (std::size_t i = 1; i < censuses.size(); ++i) {
    if (censuses[i].year != censuses[i - 1].year) continue;
    result.findings.push_back(about("population.census.duplicate", {{"year", std::to_string(censuses[i].year)}}));
    return result;
  }
  const auto [earlier, later] = latest_pair(censuses);
  if (earlier == nullptr) {
    result.findings.push_back(about("population.census.no-pair"));
    return result;
  }
  if (later != &censuses.back())
    result.findings.push_back(
        about("population.census.not-latest",
              {{"year", std::to_string(later->year)}, {"latest", std::to_string(censuses.back().year)}}));
  const survival_table* table = table_for(earlier->year, parameters);
  std::size_t groups = std::min(groups_of(*earlier), groups_of(*later));
  if (table != nullptr) groups = std::min(groups, std::max(fewest_groups, table->survival.male.size() + 1));
  if (groups < std::max(groups_of(*earlier), groups_of(*later)))
    result.findings.push_back(about("population.census.folded", {{"age", std::to_string(5 * (groups - 1))}}));
  const by_sex before = folded(earlier->population, groups);
  projection_input input;
  input.base_year = later->year;
  input.base = folded(later->population, groups);
  const bool usable = groups >= fewest_groups && before.male.size() == before.female.size();
  auto step =
      step_from_censuses(before, input.base, table != nullptr && usable ? fitted_survival(*table, before) : by_sex{});
  for (auto& problem : step.findings) result.findings.push_back(std::move(problem));
  if (!step) return result;
  input.steps.push_back(std::move(*step));
  result.value = std::move(input);
  return result;
}

backtest backtest_censuses(std::vector<census> censuses, const std::vector<census_total>& totals,
                           const population_parameters& parameters) {
  sort_by_year(censuses);
  backtest result;
  std::map<int, double> counted_in;
  for (const auto& one : totals) counted_in[one.year] = one.total;
  for (const auto& one : censuses) counted_in[one.year] = persons(one.population);
  for (std::size_t base = 1; base < censuses.size(); ++base) {
    const census &before = censuses[base - 1], &now = censuses[base];
    if (now.year - before.year != 5) continue;
    const std::size_t groups = std::min(groups_of(before), groups_of(now));
    projection_input input;
    input.base_year = now.year;
    input.base = folded(now.population, groups);
    auto step = step_from_censuses(folded(before.population, groups), input.base, {});
    if (!step) continue;
    input.steps.push_back(std::move(*step));
    input.horizon_year = now.year + (counted_in.rbegin()->first - now.year) / 5 * 5;
    const auto done = run_projection(input);
    if (!done) continue;
    for (const auto& point : done->years) {
      const auto counted = counted_in.find(point.year);
      if (point.year == now.year || counted == counted_in.end() || counted->second == 0) continue;
      const double projected = persons(point.population);
      result.cases.push_back({now.year, point.year, point.year - now.year, projected, counted->second,
                              100 * (projected - counted->second) / counted->second});
    }
  }
  std::map<int, std::vector<double>> errors;
  for (const auto& one : result.cases) errors[one.horizon].push_back(std::abs(one.error_percent));
  for (const auto& [horizon, list] : errors) {
    error_band band{horizon, static_cast<std::int64_t>(list.size()),
                    cells::sum(list.data(), 0, list.size()) / static_cast<double>(list.size()), std::nullopt};
    if (band.cases >= parameters.band_cases) band.band_percent = *std::max_element(list.begin(), list.end());
    result.bands.push_back(band);
  }
  return result;
}

std::vector<projection_band> projection_bands(const projection& result, const backtest& past) {
  std::vector<projection_band> bands;
  for (const auto& point : result.years) {
    const int horizon = point.year - result.years.front().year;
    for (const auto& band : past.bands) {
      if (band.horizon != horizon || !band.band_percent || *band.band_percent >= 100) continue;
      // The error relates to the counted figure: counted = projected ÷ (1 ± error).
      const double total = persons(point.population), error = *band.band_percent / 100;
      bands.push_back({point.year, total / (1 + error), total, total / (1 - error)});
    }
  }
  return bands;
}

}  // namespace v1
}  // namespace senryaku
