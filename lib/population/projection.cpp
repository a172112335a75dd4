#include <senryaku/population.hpp>

#include <cmath>
#include <numeric>

#include "population/cells.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::size_t fewest_groups = 18;  // 85+
constexpr std::size_t most_groups = 21;    // 100+

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}
double sum(const by_sex& values) {
  return sum(values.male) + sum(values.female);
}

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
    persons(input_.base, groups, "/base", true);
    if (!input_.base_year) add("population.year.missing", "/base_year", {});
    if (input_.steps.empty()) add("population.steps.missing", "/steps", {});
    for (std::size_t i = 0; i < input_.steps.size(); ++i) step(input_.steps[i], groups, "/steps/" + std::to_string(i));
    return std::move(findings_);
  }

 private:
  void add(std::string code, std::string pointer, std::vector<finding_value> values) {
    findings_.push_back({std::move(code), {}, std::move(pointer), std::move(values), std::nullopt});
  }

  void persons(const by_sex& cells, std::size_t size, const std::string& pointer, bool required) {
    numbers(cells.male, size, pointer + "/male", required, 0, 1e12);
    numbers(cells.female, size, pointer + "/female", required, 0, 1e12);
  }

  void numbers(const std::vector<double>& values, std::size_t size, const std::string& pointer, bool required,
               double low, double high) {
    if (values.empty() && !required) return;
    if (values.size() != size) {
      add("population.size", pointer, {{"expected", std::to_string(size)}, {"found", std::to_string(values.size())}});
      return;
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (std::isfinite(values[i]) && values[i] >= low && values[i] <= high) continue;
      add("population.value", pointer + "/" + std::to_string(i), {{"found", std::to_string(values[i])}});
    }
  }

  void step(const projection_step& step, std::size_t groups, const std::string& pointer) {
    numbers(step.survival.male, groups - 1, pointer + "/survival/male", true, 0, 1e6);
    numbers(step.survival.female, groups - 1, pointer + "/survival/female", true, 0, 1e6);
    for (const auto& [name, ratios] :
         {std::pair{"/net_migration", &step.net_migration}, std::pair{"/out_migration", &step.out_migration}}) {
      numbers(ratios->male, groups - 1, pointer + name + "/male", false, -1e6, 1e6);
      numbers(ratios->female, groups - 1, pointer + name + "/female", false, -1e6, 1e6);
    }
    for (const auto& [name, cells] : {std::pair{"/in_share", &step.in_share}, std::pair{"/in_pool", &step.in_pool},
                                      std::pair{"/net_migrants", &step.net_migrants}}) {
      numbers(cells->male, groups, pointer + name + "/male", false, -1e12, 1e12);
      numbers(cells->female, groups, pointer + name + "/female", false, -1e12, 1e12);
    }
    const birth_rule& births = step.births;
    const bool by_ratio = births.child_woman_ratio && births.male_share && births.fertility_by_age.empty();
    const bool by_age = !births.child_woman_ratio && births.fertility_by_age.size() == 7 && births.sex_ratio_at_birth &&
                        births.male_birth_survival && births.female_birth_survival;
    if (!by_ratio && !by_age) add("population.births", pointer + "/births", {});
  }

  const projection_input& input_;
  std::vector<finding> findings_;
};

double at(const std::vector<double>& values, std::size_t i) {
  return values.empty() ? 0.0 : values[i];
}

/// One sex through one step, without the children. Migrants in numbers: half move at the start and share the survival
/// of the residents, half at the end.
void move_sex(const std::vector<double>& before, std::vector<double>& after, const std::vector<double>& survival,
              const std::vector<double>& net, const std::vector<double>& out, const std::vector<double>& share,
              const std::vector<double>& pool, const std::vector<double>& migrants) {
  const std::size_t groups = before.size();
  std::vector<double> start = before;
  for (std::size_t x = 0; x < groups; ++x) start[x] += at(migrants, x) / 2;
  // Ratios of migration relate to the residents; arrivals of the step only die.
  std::vector<double> arrivals(groups, 0.0);
  cells::age(before.data(), after.data(), groups, [&](std::size_t x) { return survival[x] + at(net, x) - at(out, x); });
  for (std::size_t x = 0; x < groups; ++x) arrivals[x] = start[x] - before[x];
  std::vector<double> aged(groups, 0.0);
  cells::age(arrivals.data(), aged.data(), groups, [&](std::size_t x) { return survival[x]; });
  for (std::size_t x = 1; x < groups; ++x) {
    after[x] += aged[x] + at(migrants, x) / 2 + at(share, x) * at(pool, x);
  }
}

void add_children(const projection_step& step, const by_sex& before, by_sex& after) {
  const birth_rule& births = step.births;
  if (births.child_woman_ratio) {
    cells::children(*births.child_woman_ratio, *births.male_share, after.male.data(), after.female.data());
  } else {
    double born = 0;
    for (std::size_t x = cells::first_mother; x <= cells::last_mother; ++x) {
      const double women = before.female[x] + at(step.net_migrants.female, x) / 2 + after.female[x];
      born += births.fertility_by_age[x - cells::first_mother] * 5 * women / 2;
    }
    const double girls = born / (1 + *births.sex_ratio_at_birth);
    after.male[0] = (born - girls) * *births.male_birth_survival;
    after.female[0] = girls * *births.female_birth_survival;
  }
  // The child–woman ratio already counts the children who moved with their parents.
  if (!births.child_woman_ratio) {
    after.male[0] += at(step.net_migrants.male, 0) / 2;
    after.female[0] += at(step.net_migrants.female, 0) / 2;
  }
}

/// Persons who are there because of migration: the step once more without it.
population_at advance(const population_at& before, const projection_step& step) {
  const std::size_t groups = before.population.male.size();
  population_at after;
  after.year = before.year + 5;
  after.population.male.assign(groups, 0.0);
  after.population.female.assign(groups, 0.0);
  const by_sex& p = before.population;
  move_sex(p.male, after.population.male, step.survival.male, step.net_migration.male, step.out_migration.male,
           step.in_share.male, step.in_pool.male, step.net_migrants.male);
  move_sex(p.female, after.population.female, step.survival.female, step.net_migration.female,
           step.out_migration.female, step.in_share.female, step.in_pool.female, step.net_migrants.female);
  double stayed = 0;
  for (const auto& [cells_before, survival] :
       {std::pair{&p.male, &step.survival.male}, std::pair{&p.female, &step.survival.female}}) {
    std::vector<double> aged(groups, 0.0);
    cells::age(cells_before->data(), aged.data(), groups,
               [rates = survival](std::size_t x) { return (*rates)[x]; });
    stayed += sum(aged);
  }
  const double grown = sum(after.population);
  after.social_change = grown - stayed;
  add_children(step, p, after.population);
  after.births_surviving = after.population.male[0] + after.population.female[0];
  after.natural_change = sum(after.population) - sum(p) - after.social_change;
  return after;
}

}  // namespace

outcome<projection> run_projection(const projection_input& input) {
  outcome<projection> result;
  result.findings = input_check(input).run();
  if (!result.findings.empty()) return result;
  projection done;
  done.name = input.name;
  done.years.push_back({*input.base_year, input.base, 0, 0, 0});
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
    done.years.push_back(advance(done.years.back(), input.steps[i < input.steps.size() ? i : input.steps.size() - 1]));
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
        cells::age(before + sex * n, out + sex * n, n, [&](std::size_t x) { return s[x] + m[x]; });
      }
      cells::children(*child_woman_ratio++, *male_share++, out, out + n);
      survival += 2 * (n - 1);
      migration += 2 * (n - 1);
      before = out;
      out += 2 * n;
    }
  }
}

void control_to_totals(std::vector<by_sex>& areas, const by_sex& totals) {
  const auto scale = [&](std::vector<double> by_sex::*sex) {
    const std::vector<double>& wanted = totals.*sex;
    for (std::size_t x = 0; x < wanted.size(); ++x) {
      double present = 0;
      for (const auto& area : areas) present += (area.*sex)[x];
      if (present == 0) continue;
      for (auto& area : areas) (area.*sex)[x] *= wanted[x] / present;
    }
  };
  scale(&by_sex::male);
  scale(&by_sex::female);
}

}  // namespace v1
}  // namespace senryaku
