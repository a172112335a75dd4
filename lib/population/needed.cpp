#include <senryaku/population.hpp>

#include <cmath>

#include "population/assumptions.hpp"
#include "population/persons.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The total of the asked year, and the children of the step that holds it.
struct reached_population {
  double total = 0;
  double births_per_year = 0;
};

/// Runs changed assumptions up to the step that holds the year.
class question {
 public:
  question(projection_input all, const population_parameters& parameters, int year)
      : all_(std::move(all)), parameters_(parameters), year_(year), one_person_(parameters.family.persons) {
    const double size = persons(one_person_);
    for (auto* sex : {&one_person_.male, &one_person_.female}) {
      for (auto& value : *sex) value /= size;
    }
  }

  /// Nothing where the value cannot be: births by age that are all zero, or fewer than no persons in a group.
  std::optional<reached_population> with(needed_kind kind, double value) const {
    projection_input changed = all_;
    const std::size_t groups = all_.base.male.size();
    for (auto& step : changed.steps) {
      if (kind == needed_kind::constant_fertility && !set_fertility(step, *step.year + 5, value, parameters_))
        return std::nullopt;
      if (kind == needed_kind::families_per_year) add_movers(step, parameters_.family.persons, value, groups);
      if (kind == needed_kind::net_migrants_per_year) {
        scale_migration(step, 0);
        add_movers(step, one_person_, value, groups);
      }
    }
    const auto done = run_projection(changed);
    if (!done || done->years.size() < 2) return std::nullopt;
    const auto& after = done->years.back();
    const auto& before = done->years[done->years.size() - 2];
    const double start = persons(before.population);
    const double share = (year_ - before.year) / 5.0;
    return reached_population{start + (persons(after.population) - start) * share, *after.births_surviving / 5};
  }

 private:
  projection_input all_;
  const population_parameters& parameters_;
  int year_;
  by_sex one_person_;
};

/// The smallest value of the range that reaches the target: the total rises with each of the three, so halving the
/// range is safe; a value that cannot be counts as too small.
void search(const question& asked, needed_answer& answer) {
  const auto reaches = [&](double value) {
    const auto got = asked.with(answer.kind, value);
    return got && got->total >= answer.target;
  };
  double low = answer.searched_from;
  double high = answer.searched_to;
  if (!reaches(high)) return;
  if (reaches(low)) high = low;  // reached with the least of the range
  for (int i = 0; i < 200 && high - low > 1e-12 * (1 + std::abs(high)); ++i) {
    const double middle = low + (high - low) / 2;
    (reaches(middle) ? high : low) = middle;
  }
  const auto got = asked.with(answer.kind, high);
  answer.value = high;
  answer.reached = got->total;
  answer.births_per_year = got->births_per_year;
}

}  // namespace

outcome<std::vector<needed_answer>> what_is_needed(const projection_input& input,
                                                   const population_parameters& parameters, int year, double target) {
  outcome<std::vector<needed_answer>> result;
  result.findings = check_parameters(parameters);
  if (input.base_year && year <= *input.base_year)
    result.findings.push_back(
        {"population.needed.year", {}, "/needed/year", {{"found", std::to_string(year)}}, std::nullopt});
  if (!std::isfinite(target) || target <= 0)
    result.findings.push_back(
        {"population.needed.target", {}, "/needed/target", {{"found", std::to_string(target)}}, std::nullopt});
  if (!result.findings.empty()) return result;
  projection_input all = input;
  const int rest = input.base_year ? (year - *input.base_year) % 5 : 0;
  all.horizon_year = rest == 0 ? year : year + 5 - rest;
  const auto plain = run_projection(all);
  result.findings = plain.findings;
  if (!plain) return result;
  const double people = persons(plain->years.front().population);
  const search_limits& s = parameters.search;
  const question asked(unrolled(all), parameters, year);
  std::vector<needed_answer> answers;
  const auto answer = [&](needed_kind kind, double low, double high) {
    needed_answer one;
    one.kind = kind;
    one.year = year;
    one.target = target;
    one.searched_from = low;
    one.searched_to = high;
    one.interpolated = rest != 0;
    // Where deaths and migration are not known apart, "instead of the input's migration" has no meaning.
    bool known = true;
    for (const auto& step : all.steps) known = known && !step.change_only;
    if (known || kind != needed_kind::net_migrants_per_year) search(asked, one);
    answers.push_back(one);
  };
  answer(needed_kind::constant_fertility, 0, s.fertility_to);
  answer(needed_kind::families_per_year, 0, people * s.families_share_to);
  answer(needed_kind::net_migrants_per_year, people * s.migrants_share_from, people * s.migrants_share_to);
  result.value = std::move(answers);
  return result;
}

}  // namespace v1
}  // namespace senryaku
