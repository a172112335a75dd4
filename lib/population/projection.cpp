#include <senryaku/population.hpp>

#include <cmath>

#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::size_t fewest_groups = 18;  // 85+
constexpr std::size_t most_groups = 21;    // 100+

// Beyond these a figure is a mistake of typing; they also keep every sum finite.
constexpr double most_persons = 1e12;
constexpr double most_ratio = 1e6;
constexpr double most_children = 100;

/// Collects what is wrong with an input, with the place in it.
class input_check {
 public:
  explicit input_check(const projection_input& input) : input_(input) {}

  std::vector<finding> run() {
    const std::size_t groups = input_.base.male.size();
    if (groups < fewest_groups || groups > most_groups || input_.base.female.size() != groups) {
      add("population.groups", "/base", {{"found", std::to_string(groups)}});
      return std::move(findings_);
    }
    pair(input_.base, groups, "/base", true, 0, most_persons);
    if (!input_.base_year) add("population.year.missing", "/base_year", {});
    if (input_.steps.empty()) add("population.steps.missing", "/steps", {});
    for (std::size_t i = 0; i < input_.steps.size(); ++i) step(i, groups);
    return std::move(findings_);
  }

 private:
  void add(std::string code, std::string pointer, std::vector<finding_value> values) {
    findings_.push_back({std::move(code), {}, std::move(pointer), std::move(values), std::nullopt});
  }

  void pair(const by_sex& cells, std::size_t size, const std::string& pointer, bool required, double low, double high) {
    numbers(cells.male, size, pointer + "/male", required || !cells.female.empty(), low, high);
    numbers(cells.female, size, pointer + "/female", required || !cells.male.empty(), low, high);
  }

  void number(std::optional<double> value, const std::string& pointer, double low, double high) {
    if (!value || (std::isfinite(*value) && *value >= low && *value <= high)) return;
    add("population.value", pointer, {{"found", std::to_string(*value)}});
  }

  void numbers(const std::vector<double>& values, std::size_t size, const std::string& pointer, bool required,
               double low, double high) {
    if (values.empty() && !required) return;
    if (values.size() != size) {
      add("population.size", pointer, {{"expected", std::to_string(size)}, {"found", std::to_string(values.size())}});
      return;
    }
    for (std::size_t i = 0; i < size; ++i) number(values[i], pointer + "/" + std::to_string(i), low, high);
  }

  void step(std::size_t place, std::size_t groups) {
    const projection_step& step = input_.steps[place];
    const std::string pointer = "/steps/" + std::to_string(place);
    if (step.year && input_.base_year) {
      const int expected = *input_.base_year + 5 * static_cast<int>(place);
      if (*step.year != expected) {
        add("population.step.year", pointer + "/year",
            {{"expected", std::to_string(expected)}, {"found", std::to_string(*step.year)}});
      }
    }
    pair(step.survival, groups - 1, pointer + "/survival", true, 0, most_ratio);
    pair(step.net_migration, groups - 1, pointer + "/net_migration", false, -most_ratio, most_ratio);
    pair(step.out_migration, groups - 1, pointer + "/out_migration", false, -most_ratio, most_ratio);
    const bool pool = !step.in_share.male.empty() || !step.in_pool.male.empty();
    pair(step.in_share, groups, pointer + "/in_share", pool, -most_persons, most_persons);
    pair(step.in_pool, groups, pointer + "/in_pool", pool, -most_persons, most_persons);
    pair(step.net_migrants, groups, pointer + "/net_migrants", false, -most_persons, most_persons);
    births(step.births, pointer + "/births");
  }

  void births(const birth_rule& births, const std::string& pointer) {
    const bool by_ratio = births.child_woman_ratio && births.male_share && births.fertility_by_age.empty();
    const bool by_age = !births.child_woman_ratio && births.fertility_by_age.size() == 7 && births.sex_ratio_at_birth &&
                        births.male_birth_survival && births.female_birth_survival;
    if (!by_ratio && !by_age) add("population.births", pointer, {});
    number(births.child_woman_ratio, pointer + "/child_woman_ratio", 0, most_children);
    number(births.male_share, pointer + "/male_share", 0, 1);
    for (std::size_t i = 0; i < births.fertility_by_age.size(); ++i)
      number(births.fertility_by_age[i], pointer + "/fertility_by_age/" + std::to_string(i), 0, most_children);
    number(births.sex_ratio_at_birth, pointer + "/sex_ratio_at_birth", 0, most_children);
    number(births.male_birth_survival, pointer + "/male_birth_survival", 0, 1);
    number(births.female_birth_survival, pointer + "/female_birth_survival", 0, 1);
  }

  const projection_input& input_;
  std::vector<finding> findings_;
};

double at(const std::vector<double>& values, std::size_t i) {
  return values.empty() ? 0.0 : values[i];
}

/// One sex through one step, without the children. Migrants in numbers: half move at the start and share the survival
/// of the residents, half at the end. Returns those who would be there without migration.
double move_sex(const std::vector<double>& before, std::vector<double>& after, const projection_step& step,
                std::vector<double> by_sex::*sex) {
  const std::size_t groups = before.size();
  const auto &survival = step.survival.*sex, &net = step.net_migration.*sex, &out = step.out_migration.*sex;
  const auto &share = step.in_share.*sex, &pool = step.in_pool.*sex, &migrants = step.net_migrants.*sex;
  after.assign(groups, 0.0);
  // Ratios of migration relate to the residents; arrivals of the step only die.
  cells::age(before.data(), after.data(), groups,
             [&](std::size_t x, double people) { return people * (survival[x] + at(net, x) - at(out, x)); });
  std::vector<double> aged(groups, 0.0);
  const auto survive = [&](std::size_t x, double people) { return people * survival[x]; };
  if (!migrants.empty()) {
    std::vector<double> arrivals(groups);
    for (std::size_t x = 0; x < groups; ++x) arrivals[x] = migrants[x] / 2;
    cells::age(arrivals.data(), aged.data(), groups, survive);
  }
  for (std::size_t x = 1; x < groups; ++x) after[x] += aged[x] + at(migrants, x) / 2 + at(share, x) * at(pool, x);
  cells::age(before.data(), aged.data(), groups, survive);
  return persons(aged, 1);
}

void add_children(const projection_step& step, const by_sex& before, by_sex& after) {
  const birth_rule& births = step.births;
  if (births.child_woman_ratio) {
    cells::children(*births.child_woman_ratio, *births.male_share, after.male.data(), after.female.data());
  } else {
    double born = 0;
    for (std::size_t x = cells::age_15; x < cells::age_50; ++x) {
      const double women = before.female[x] + at(step.net_migrants.female, x) / 2 + after.female[x];
      born += births.fertility_by_age[x - cells::age_15] * 5 * women / 2;
    }
    const double girls = born / (1 + *births.sex_ratio_at_birth);
    after.male[0] = (born - girls) * *births.male_birth_survival;
    after.female[0] = girls * *births.female_birth_survival;
  }
  // The child–woman ratio already counts the children who moved with their parents.
  if (births.child_woman_ratio) return;
  const auto arrivals = [&](std::vector<double> by_sex::*sex) {
    return at(step.net_migrants.*sex, 0) / 2 + at(step.in_share.*sex, 0) * at(step.in_pool.*sex, 0);
  };
  after.male[0] += arrivals(&by_sex::male);
  after.female[0] += arrivals(&by_sex::female);
}

population_at advance(const population_at& before, const projection_step& step) {
  population_at after;
  after.year = before.year + 5;
  const by_sex& p = before.population;
  const double stayed = move_sex(p.male, after.population.male, step, &by_sex::male) +
                        move_sex(p.female, after.population.female, step, &by_sex::female);
  const double grown = persons(after.population);
  add_children(step, p, after.population);
  after.births_surviving = after.population.male[0] + after.population.female[0];
  if (!step.change_only) {
    after.social_change = grown - stayed;
    after.natural_change = persons(after.population) - persons(p) - *after.social_change;
  }
  return after;
}

/// A finding for the first group with fewer than no persons; what rounding leaves is not one. Children come last: they
/// follow from the women.
std::optional<finding> negative_cell(const population_at& point, std::size_t step) {
  constexpr double rounding = 1e-6;
  const std::size_t groups = point.population.male.size();
  for (std::size_t i = 0; i < 2 * groups; ++i) {
    const std::size_t x = (i / 2 + 1) % groups;
    const bool male = i % 2 == 0;
    const double found = (male ? point.population.male : point.population.female)[x];
    if (found >= -rounding) continue;
    return finding{"population.negative",
                   {},
                   "/steps/" + std::to_string(step),
                   {{"year", std::to_string(point.year)},
                    {"sex", male ? "M" : "F"},
                    {"age", std::to_string(5 * x)},
                    {"found", std::to_string(found)}},
                   std::nullopt};
  }
  return std::nullopt;
}

}  // namespace

outcome<projection> run_projection(const projection_input& input) {
  outcome<projection> result;
  result.findings = input_check(input).run();
  if (!result.findings.empty()) return result;
  projection done;
  done.name = input.name;
  done.years.push_back({*input.base_year, input.base, {}, {}, {}});  // the step that ended there is not known
  const int given_to = *input.base_year + 5 * static_cast<int>(input.steps.size());
  const int horizon = input.horizon_year.value_or(given_to);
  constexpr int longest = 500;
  if (horizon < *input.base_year || horizon > *input.base_year + longest || (horizon - *input.base_year) % 5 != 0) {
    result.findings.push_back(
        {"population.horizon", {}, "/horizon_year", {{"found", std::to_string(horizon)}}, std::nullopt});
    return result;
  }
  for (std::size_t i = 0; done.years.back().year < horizon; ++i) {
    if (i == input.steps.size()) done.held_from = done.years.back().year;
    const std::size_t place = std::min(i, input.steps.size() - 1);
    done.years.push_back(advance(done.years.back(), input.steps[place]));
    if (auto problem = negative_cell(done.years.back(), place)) {
      result.findings.push_back(std::move(*problem));
      return result;
    }
  }
  result.value = std::move(done);
  return result;
}

void project_areas(std::int64_t areas, std::int64_t groups, std::int64_t steps, const double* base,
                   const double* survival, const double* migration, const double* child_woman_ratio,
                   const double* male_share, double* out) {
  const auto n = static_cast<std::size_t>(groups);
  for (std::int64_t area = 0; area < areas; ++area) {
    const double* before = base;
    base += 2 * n;
    for (std::int64_t step = 0; step < steps; ++step) {
      for (std::size_t sex = 0; sex < 2; ++sex) {
        const double* s = survival + sex * (n - 1);
        const double* m = migration + sex * (n - 1);
        cells::age(before + sex * n, out + sex * n, n,
                   [&](std::size_t x, double people) { return people * (s[x] + m[x]); });
      }
      cells::children(*child_woman_ratio++, *male_share++, out, out + n);
      survival += 2 * (n - 1);
      migration += 2 * (n - 1);
      before = out;
      out += 2 * n;
    }
  }
}

std::vector<finding> control_to_totals(std::vector<by_sex>& areas, const by_sex& totals) {
  std::vector<finding> findings;
  by_sex present{std::vector<double>(totals.male.size()), std::vector<double>(totals.female.size())};
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].male.size() != totals.male.size() || areas[i].female.size() != totals.female.size()) {
      findings.push_back(
          {"population.size",
           {},
           "/" + std::to_string(i),
           {{"expected", std::to_string(totals.male.size())}, {"found", std::to_string(areas[i].male.size())}},
           std::nullopt});
      continue;
    }
    for (const auto sex : {&by_sex::male, &by_sex::female}) {
      for (std::size_t x = 0; x < (totals.*sex).size(); ++x) (present.*sex)[x] += (areas[i].*sex)[x];
    }
  }
  if (!findings.empty()) return findings;
  for (const auto sex : {&by_sex::male, &by_sex::female}) {
    for (std::size_t x = 0; x < (totals.*sex).size(); ++x) {
      if ((present.*sex)[x] != 0 || (totals.*sex)[x] == 0) continue;
      findings.push_back({"population.control.empty",
                          {},
                          (sex == &by_sex::male ? "/male/" : "/female/") + std::to_string(x),
                          {{"total", std::to_string((totals.*sex)[x])}},
                          std::nullopt});
    }
  }
  if (!findings.empty()) return findings;
  for (auto& area : areas) {
    for (const auto sex : {&by_sex::male, &by_sex::female}) {
      for (std::size_t x = 0; x < (totals.*sex).size(); ++x) {
        if ((present.*sex)[x] != 0) (area.*sex)[x] *= (totals.*sex)[x] / (present.*sex)[x];
      }
    }
  }
  return findings;
}

}  // namespace v1
}  // namespace senryaku
