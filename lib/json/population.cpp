#include <senryaku/review.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

/// One scenario: the usual figures by year, and persons by sex and age.
struct scenario_table {
  std::string name;
  std::vector<population_summary> rows;
  std::vector<population_at> pyramid;
};

/// The answer of `population` and `project` (format "senryaku.population/1").
struct population_answer {
  std::string format = "senryaku.population/1";
  std::string name;
  std::optional<int> held_from;  ///< the last ratios are held from this year on
  std::vector<scenario_table> scenarios;
  std::optional<int> compared_year;
  std::optional<double> base_fertility;
  std::optional<double> natural_influence;
  std::optional<int> natural_rating;
  std::optional<double> social_influence;
  std::optional<int> social_rating;
  std::vector<needed_answer> needed;
  std::optional<backtest> past;
  std::vector<projection_band> bands;  ///< around pattern 1
  std::optional<double> desired_fertility;
  population_parameters parameters;
  std::vector<reported_finding> findings;
};

/// Persons of one scenario, year, sex and age group.
struct population_cell {
  std::string scenario;
  int year = 0;
  std::string sex;
  int age = 0;  ///< the first of the group's ages; the last group is open
  double persons = 0;
};

struct needed_question {
  int year = 0;
  double target = 0;
};

/// A projection asked for by its figures alone: by its assumptions, or by censuses whose last change is held.
struct population_request {
  std::optional<projection_input> input;
  std::vector<census> censuses;             ///< instead of `input`; also tested against each other
  std::vector<census_total> census_totals;  ///< censuses without ages, for the test
  std::string name;                         ///< of an area given by censuses
  std::optional<int> horizon_year;          ///< with `censuses`
  bool scenarios = true;                    ///< the standard ones; needs births by child–woman ratio
  std::vector<outlook> outlooks;
  std::optional<int> compared_year;
  std::optional<needed_question> needed;
  std::optional<desired_fertility_factors> desired_fertility;
};

struct vision_options {
  int horizon_year = 2050;
};

}  // namespace v1

namespace json {
template <>
struct describe<scenario_table> {
  static constexpr member_info members[] = {
      member<&scenario_table::name>("name", presence::required),
      member<&scenario_table::rows>("rows", presence::required),
      member<&scenario_table::pyramid>("pyramid", presence::required),
  };
};
template <>
struct describe<population_cell> {
  static constexpr member_info members[] = {
      member<&population_cell::scenario>("scenario", presence::required),
      member<&population_cell::year>("year", presence::required),
      member<&population_cell::sex>("sex", presence::required),
      member<&population_cell::age>("age", presence::required),
      member<&population_cell::persons>("persons", presence::required),
  };
};
template <>
struct describe<population_answer> {
  static constexpr member_info members[] = {
      member<&population_answer::format>("format", presence::required),
      member<&population_answer::name>("name"),
      member<&population_answer::held_from>("held_from"),
      member<&population_answer::scenarios>("scenarios", presence::required),
      member<&population_answer::compared_year>("compared_year"),
      member<&population_answer::base_fertility>("base_fertility"),
      member<&population_answer::natural_influence>("natural_influence"),
      member<&population_answer::natural_rating>("natural_rating"),
      member<&population_answer::social_influence>("social_influence"),
      member<&population_answer::social_rating>("social_rating"),
      member<&population_answer::needed>("needed"),
      member<&population_answer::past>("past"),
      member<&population_answer::bands>("bands"),
      member<&population_answer::desired_fertility>("desired_fertility"),
      member<&population_answer::parameters>("parameters", presence::required),
      member<&population_answer::findings>("findings"),
  };
};
template <>
struct describe<needed_question> {
  static constexpr member_info members[] = {
      member<&needed_question::year>("year", presence::required),
      member<&needed_question::target>("target", presence::required),
  };
};
template <>
struct describe<population_request> {
  static constexpr member_info members[] = {
      member<&population_request::input>("input"),
      member<&population_request::censuses>("censuses"),
      member<&population_request::census_totals>("census_totals"),
      member<&population_request::name>("name"),
      member<&population_request::horizon_year>("horizon_year"),
      member<&population_request::scenarios>("scenarios"),
      member<&population_request::outlooks>("outlooks"),
      member<&population_request::compared_year>("compared_year"),
      member<&population_request::needed>("needed"),
      member<&population_request::desired_fertility>("desired_fertility"),
  };
};
template <>
struct describe<vision_options> {
  static constexpr member_info members[] = {member<&vision_options::horizon_year>("horizon_year")};
};
}  // namespace json

inline namespace v1 {
namespace {

void add_scenario(population_answer& answer, const projection& result) {
  answer.scenarios.push_back({result.name, summarise(result, answer.parameters), result.years});
}

void add_scenarios(population_answer& answer, const scenario_set& set) {
  for (const auto& one : set.scenarios) add_scenario(answer, one);
  answer.held_from = set.scenarios.front().held_from;
  answer.compared_year = set.compared_year;
  answer.base_fertility = set.base_fertility;
  answer.natural_influence = set.natural_influence;
  answer.natural_rating = set.natural_rating;
  answer.social_influence = set.social_influence;
  answer.social_rating = set.social_rating;
}

void move_into(std::vector<finding>& all, std::vector<finding>& some) {
  for (auto& one : some) all.push_back(std::move(one));
}

/// The input as given, or from the censuses; findings where neither or both are there.
outcome<projection_input> input_of(const population_request& asked, const population_parameters& parameters) {
  outcome<projection_input> result;
  if (asked.input.has_value() == !asked.censuses.empty()) {
    result.findings.push_back({"population.request.input", {}, "", {}, std::nullopt});
    return result;
  }
  if (asked.input) {
    result.value = asked.input;
    return result;
  }
  result = input_from_censuses(asked.censuses, parameters);
  for (auto& problem : result.findings) problem.pointer = "/censuses";
  if (result) {
    result->name = asked.name;
    result->horizon_year = asked.horizon_year;
  }
  return result;
}

outcome<population_answer> answer_request(const population_request& asked, const rules& data) {
  outcome<population_answer> result;
  population_answer answer;
  answer.parameters = data.population;
  if (asked.desired_fertility) answer.desired_fertility = desired_fertility(*asked.desired_fertility);
  auto input = input_of(asked, data.population);
  move_into(result.findings, input.findings);
  if (!input) return result;
  answer.name = input->name;
  if (asked.scenarios) {
    auto set = run_scenarios(*input, data.population, asked.outlooks, asked.compared_year);
    move_into(result.findings, set.findings);
    if (!set) return result;
    add_scenarios(answer, *set);
  } else {
    auto one = run_projection(*input);
    move_into(result.findings, one.findings);
    if (!one) return result;
    answer.held_from = one->held_from;
    add_scenario(answer, *one);
  }
  if (asked.needed) {
    auto needed = what_is_needed(*input, data.population, asked.needed->year, asked.needed->target);
    move_into(result.findings, needed.findings);
    if (!needed) return result;
    answer.needed = std::move(*needed);
  }
  if (!asked.censuses.empty()) {
    answer.past = backtest_censuses(asked.censuses, asked.census_totals, data.population);
    projection trend;
    for (const auto& point : answer.scenarios.front().pyramid) trend.years.push_back(point);
    answer.bands = projection_bands(trend, *answer.past);
  }
  // The question is answered: what is left to say belongs to the answer.
  for (const auto& problem : result.findings) answer.findings.push_back(report(problem, data.messages));
  result.findings.clear();
  result.value = std::move(answer);
  return result;
}

outcome<population_answer> answer_vision(const strategy_document& document, const rules& data,
                                         const vision_options& options) {
  outcome<population_answer> result;
  population_answer answer;
  answer.name = document.value.municipality.name;
  answer.parameters = data.population;
  const auto projected = project_vision(document.value, data.population, options.horizon_year);
  if (projected.scenarios) add_scenarios(answer, *projected.scenarios);
  answer.needed = projected.needed;
  answer.past = projected.past;
  answer.bands = projected.bands;
  for (auto problem : projected.findings) {
    problem.position = document.positions.find(problem.pointer);
    answer.findings.push_back(report(problem, data.messages));
  }
  result.value = std::move(answer);
  return result;
}

std::vector<population_cell> cells_of(const std::vector<scenario_table>& scenarios) {
  std::vector<population_cell> cells;
  const auto add = [&](const std::string& scenario, int year, const char* sex, const std::vector<double>& groups) {
    for (std::size_t x = 0; x < groups.size(); ++x)
      cells.push_back({scenario, year, sex, 5 * static_cast<int>(x), groups[x]});
  };
  for (const auto& scenario : scenarios) {
    for (const auto& point : scenario.pyramid) {
      add(scenario.name, point.year, "male", point.population.male);
      add(scenario.name, point.year, "female", point.population.female);
    }
  }
  return cells;
}

std::vector<result_table> population_tables(const population_answer& answer) {
  std::vector<const population_summary*> years;
  std::vector<std::string_view> owners;
  for (const auto& scenario : answer.scenarios) {
    for (const auto& row : scenario.rows) {
      years.push_back(&row);
      owners.push_back(scenario.name);
    }
  }
  std::vector<result_table> tables = {
      json::make_table("years", years), json::make_table("cells", cells_of(answer.scenarios)),
      json::make_table("needed", answer.needed), json::make_table("bands", answer.bands)};
  json::put_owner(tables.front(), "scenario", owners);
  return tables;
}

outcome<population_answer> with_tables(outcome<population_answer> answered, std::vector<result_table>* tables) {
  if (answered && tables != nullptr) *tables = population_tables(*answered);
  return answered;
}

}  // namespace

outcome<std::string> projection_json(const rules& data, std::string_view request, std::vector<result_table>* tables) {
  return json::answer<population_request>(
      request, [&](const population_request& asked) { return with_tables(answer_request(asked, data), tables); });
}

outcome<std::string> population_json(const strategy_document& document, const rules& data, std::string_view options,
                                     std::vector<result_table>* tables) {
  return json::answer<vision_options>(
      options, [&](const vision_options& given) { return with_tables(answer_vision(document, data, given), tables); });
}

}  // namespace v1

namespace json {
format_list population_formats() {
  return {
      {"population-options", direction::read, info_of<vision_options>},
      {"population-request", direction::read, info_of<population_request>},
      {"population", direction::written, info_of<population_answer>},
  };
}
}  // namespace json
}  // namespace senryaku
