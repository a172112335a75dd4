#include <algorithm>
#include <cmath>

#include "population/assumptions.hpp"
#include "population/fertility.hpp"
#include "population/persons.hpp"
#include "population/vision.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::string whole(double people) {
  return std::to_string(std::llround(people));
}

/// A figure for people to read: two decimals, for rates.
std::string two_decimals(double value) {
  const long long hundredths = std::llround(std::abs(value) * 100);
  const std::string rest = std::to_string(hundredths % 100);
  return (value < 0 && hundredths != 0 ? "-" : "") + std::to_string(hundredths / 100) + "." +
         (rest.size() < 2 ? "0" + rest : rest);
}

/// The two years of the projection around `year` (the same twice when it is one of them); null when outside.
std::pair<const population_at*, const population_at*> around(const projection& result, int year) {
  for (std::size_t i = 0; i < result.years.size(); ++i) {
    if (result.years[i].year == year) return {&result.years[i], &result.years[i]};
    if (i > 0 && result.years[i - 1].year < year && year < result.years[i].year)
      return {&result.years[i - 1], &result.years[i]};
  }
  return {nullptr, nullptr};
}

/// Totals for any year: projected years as they are, years between them by a straight line (what towns do).
std::optional<double> total_at(const projection& result, int year) {
  const auto [before, after] = around(result, year);
  if (before == nullptr) return std::nullopt;
  const double start = persons(before->population);
  if (before == after) return start;
  return start + (persons(after->population) - start) * (year - before->year) / (after->year - before->year);
}

bool any_scenario_reaches(const scenario_set& set, int year, double wanted) {
  return std::any_of(set.scenarios.begin(), set.scenarios.end(), [&](const projection& scenario) {
    const auto total = total_at(scenario, year);
    return total && *total >= wanted;
  });
}

// ---- Goals ---------------------------------------------------------------------------------------------------------

struct recognised_goal {
  const kpi* target = nullptr;
  std::string pointer;
  goal_subject subject = goal_subject::births;
  int year = 0;
  double value = 0;
};

bool contains_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// A numeric target whose figure is a level of one year: totals over years and rates of change cannot be compared.
std::optional<recognised_goal> recognise(const kpi& k, const std::string& pointer,
                                         const population_parameters& parameters) {
  if (!k.target || !k.target->year || !k.target->value) return std::nullopt;
  if (k.target->basis && *k.target->basis != target_basis::level) return std::nullopt;
  if (k.kind && *k.kind != indicator_kind::point && *k.kind != indicator_kind::average) return std::nullopt;
  for (const auto& cue : parameters.goal_cues) {
    if (!contains_any(k.name, cue.any) || contains_any(k.name, cue.none) || contains_any(k.unit, cue.none)) continue;
    const double value = k.target->value->to_double();
    return recognised_goal{&k, pointer, cue.subject, *k.target->year, cue.reversed ? -value : value};
  }
  return std::nullopt;
}

std::vector<recognised_goal> recognised_goals(const strategy& plan, const population_parameters& parameters) {
  std::vector<recognised_goal> goals;
  for_each_kpi(plan, [&](const kpi& k, const goal*, const measure* m, const std::string& pointer) {
    if (m != nullptr) return;
    if (auto one = recognise(k, pointer, parameters)) goals.push_back(std::move(*one));
  });
  return goals;
}

/// One way to a target population: a projection that reaches it, with the fertility that it assumes.
struct path {
  const projection* result = nullptr;
  const outlook* assumed = nullptr;
};

/// What a path needs of a subject in a year; nothing where the path says nothing about it.
std::optional<double> need_on(const path& way, goal_subject subject, int year) {
  const auto [before, after] = around(*way.result, year);
  if (before == nullptr || after == &way.result->years.front()) return std::nullopt;
  switch (subject) {
    case goal_subject::births:
      return *after->births_surviving / 5;
    case goal_subject::net_migration:
      if (!after->social_change) return std::nullopt;
      return *after->social_change / 5;
    case goal_subject::fertility:
      if (way.assumed->fertility.empty()) return std::nullopt;
      return figure_at(way.assumed->fertility, year);
  }
  return std::nullopt;
}

/// The needs of the goals towards one target population.
class target_needs {
 public:
  target_needs(const population_vision& vision, const population_parameters& parameters,
               const vision_projection& projected, int year, double total)
      : own_(outlooks_of(vision)) {
    for (const auto& assumed : own_) {
      const projection* result = projected.scenarios->find(assumed.name);
      const auto reached = result == nullptr ? std::nullopt : total_at(*result, year);
      if (reached && *reached >= total) ways_.push_back({result, &assumed});
    }
    by_outlook_ = !ways_.empty();
    if (!by_outlook_) add_answers(parameters, projected, year, total);
  }

  /// True: what an outlook of the vision assumes, all of it together. False: single answers, each enough by itself.
  bool by_outlook() const { return by_outlook_; }

  /// The least that any way needs.
  std::optional<double> of(goal_subject subject, int year) const {
    if (!by_outlook_ && subject == goal_subject::net_migration) return migrants_;
    std::optional<double> least;
    for (const auto& way : ways_) {
      const auto need = need_on(way, subject, year);
      if (need && (!least || *need < *least)) least = need;
    }
    return least;
  }

 private:
  void add_answers(const population_parameters& parameters, const vision_projection& projected, int year,
                   double total) {
    const auto asked = [&](const needed_answer& answer, needed_kind kind) {
      return answer.kind == kind && answer.year == year && answer.target == total && answer.value;
    };
    for (const auto& answer : projected.needed) {
      if (asked(answer, needed_kind::net_migrants_per_year)) migrants_ = answer.value;
    }
    for (const auto& answer : projected.needed) {
      if (!asked(answer, needed_kind::constant_fertility)) continue;
      own_.push_back({"needed", {{year, *answer.value}}, {}, std::nullopt, std::nullopt});
      auto set = run_scenarios(*projected.input, parameters, {own_.back()}, std::nullopt);
      if (!set || set->find("needed") == nullptr) continue;
      needed_ = *set->find("needed");
      ways_.push_back({&*needed_, &own_.back()});
      break;  // the same target stated twice has the same answers
    }
  }

  std::vector<outlook> own_;
  std::vector<path> ways_;
  std::optional<projection> needed_;
  std::optional<double> migrants_;
  bool by_outlook_ = false;
};

finding falls_short(const recognised_goal& goal, double need, const population_target& aimed, bool by_outlook) {
  const auto shown = [&](double value) {
    return goal.subject == goal_subject::fertility ? two_decimals(value) : whole(value);
  };
  return {by_outlook ? "population.goal.below-vision" : "population.goal.below-needed",
          goal.target->id,
          goal.pointer + "/target/value",
          {{"name", goal.target->name},
           {"year", std::to_string(goal.year)},
           {"value", shown(goal.value)},
           {"needed", shown(need)},
           {"target", aimed.total->to_string()},
           {"target_year", std::to_string(*aimed.year)}},
          std::nullopt};
}

}  // namespace

void answer_targets(const population_vision& vision, const population_parameters& parameters,
                    vision_projection& result) {
  for (std::size_t i = 0; i < vision.targets.size(); ++i) {
    const auto& aimed = vision.targets[i];
    if (!aimed.year || !aimed.total || *aimed.year <= *result.input->base_year) continue;
    const std::string pointer = "/population_vision/targets/" + std::to_string(i);
    const double wanted = aimed.total->to_double();
    const projection& trend = result.scenarios->scenarios.front();
    const auto projected = total_at(trend, *aimed.year);
    if (projected && wanted > *projected) {
      const bool between = around(trend, *aimed.year).first->year != *aimed.year;
      const bool reachable = any_scenario_reaches(*result.scenarios, *aimed.year, wanted);
      const char* code = !reachable ? "population.target.above-all-scenarios"
                         : between  ? "population.target.above-interpolation"
                                    : "population.target.above-projection";
      result.findings.push_back({code,
                                 {},
                                 pointer,
                                 {{"target", aimed.total->to_string()},
                                  {"year", std::to_string(*aimed.year)},
                                  {"projected", whole(*projected)},
                                  {"gap", whole(wanted - *projected)}},
                                 std::nullopt});
    }
    auto needed = what_is_needed(*result.input, parameters, *aimed.year, wanted);
    for (auto& problem : needed.findings) {
      problem.pointer = pointer;
      result.findings.push_back(std::move(problem));
    }
    if (needed) result.needed.insert(result.needed.end(), needed->begin(), needed->end());
  }
}

std::vector<finding> check_goals_against_vision(const strategy& plan, const population_parameters& parameters,
                                                const vision_projection& projected) {
  std::vector<finding> findings;
  if (!plan.population_vision || !projected.input || !projected.scenarios) return findings;
  const auto goals = recognised_goals(plan, parameters);
  if (goals.empty()) return findings;
  for (const auto& aimed : plan.population_vision->targets) {
    if (!aimed.year || !aimed.total || *aimed.year <= *projected.input->base_year) continue;
    const target_needs needs(*plan.population_vision, parameters, projected, *aimed.year, aimed.total->to_double());
    std::vector<finding> short_of;
    bool one_is_enough = false;
    for (const auto& goal : goals) {
      const auto need = needs.of(goal.subject, goal.year);
      if (!need) continue;
      if (goal.value < *need) {
        short_of.push_back(falls_short(goal, *need, aimed, needs.by_outlook()));
      } else {
        one_is_enough = true;
      }
    }
    if (one_is_enough && !needs.by_outlook()) continue;
    findings.insert(findings.end(), short_of.begin(), short_of.end());
  }
  return findings;
}

std::vector<finding> check_vision_dates(const strategy& plan) {
  std::vector<finding> findings;
  if (!plan.population_vision) return findings;
  const population_vision& vision = *plan.population_vision;
  const auto add = [&](std::string code, std::string pointer, std::vector<finding_value> values) {
    findings.push_back({std::move(code), {}, std::move(pointer), std::move(values), std::nullopt});
  };
  const auto last = last_day(plan);
  if (vision.horizon_year && last && *vision.horizon_year < last->year())
    add("population.vision.horizon-passed", "/population_vision/horizon_year",
        {{"year", std::to_string(*vision.horizon_year)}});
  if (vision.base_year && vision.adopted_on && vision.adopted_on->year() < *vision.base_year)
    add("population.vision.before-base-data", "/population_vision/adopted_on",
        {{"adopted", vision.adopted_on->to_string()}, {"year", std::to_string(*vision.base_year)}});
  const auto latest = latest_census_year(vision);
  if (vision.base_year && latest && *latest > *vision.base_year)
    add("population.vision.newer-census", "/population_vision/base_year",
        {{"year", std::to_string(*vision.base_year)}, {"latest", std::to_string(*latest)}});
  auto adopted = plan.adopted_on;
  for (const auto& change : plan.revisions) {
    if (change.decided_on && (!adopted || *change.decided_on > *adopted)) adopted = change.decided_on;
  }
  if (adopted && vision.adopted_on && *adopted < *vision.adopted_on)
    add("population.strategy.older-than-vision", "/population_vision/adopted_on",
        {{"strategy", adopted->to_string()}, {"vision", vision.adopted_on->to_string()}});
  return findings;
}

}  // namespace v1
}  // namespace senryaku
