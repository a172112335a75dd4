#include <senryaku/review.hpp>

#include "json/describe_population.hpp"
#include "json/describe_review.hpp"
#include "json/requests.hpp"

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
  population_parameters parameters;
  std::vector<reported_finding> findings;
};

struct needed_question {
  int year = 0;
  double target = 0;
};

/// A projection asked for by its figures alone.
struct population_request {
  projection_input input;
  bool scenarios = true;  ///< the standard ones; needs births by child–woman ratio
  std::vector<outlook> outlooks;
  std::optional<int> compared_year;
  std::optional<needed_question> needed;
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
      member<&population_request::input>("input", presence::required),
      member<&population_request::scenarios>("scenarios"),
      member<&population_request::outlooks>("outlooks"),
      member<&population_request::compared_year>("compared_year"),
      member<&population_request::needed>("needed"),
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

outcome<population_answer> answer_request(const population_request& asked, const rules& data) {
  outcome<population_answer> result;
  population_answer answer;
  answer.name = asked.input.name;
  answer.parameters = data.population;
  if (asked.scenarios) {
    auto set = run_scenarios(asked.input, data.population, asked.outlooks, asked.compared_year);
    result.findings = std::move(set.findings);
    if (!set) return result;
    add_scenarios(answer, *set);
  } else {
    auto one = run_projection(asked.input);
    result.findings = std::move(one.findings);
    if (!one) return result;
    answer.held_from = one->held_from;
    add_scenario(answer, *one);
  }
  if (asked.needed) {
    auto needed = what_is_needed(asked.input, data.population, asked.needed->year, asked.needed->target);
    result.findings = std::move(needed.findings);
    if (!needed) return result;
    answer.needed = std::move(*needed);
  }
  result.value = std::move(answer);
  return result;
}

outcome<population_answer> answer_vision(const strategy_document& document, const rules& data, const vision_options& options) {
  outcome<population_answer> result;
  population_answer answer;
  answer.name = document.value.municipality.name;
  answer.parameters = data.population;
  const auto projected = project_vision(document.value, data.population, options.horizon_year);
  if (projected.scenarios) add_scenarios(answer, *projected.scenarios);
  answer.needed = projected.needed;
  answer.past = projected.past;
  for (auto problem : projected.findings) {
    problem.position = document.positions.find(problem.pointer);
    answer.findings.push_back(report(problem, data.messages));
  }
  result.value = std::move(answer);
  return result;
}

}  // namespace

outcome<std::string> projection_json(const rules& data, std::string_view request) {
  return json::answer<population_request>(request,
                                          [&](const population_request& asked) { return answer_request(asked, data); });
}

outcome<std::string> population_json(const strategy_document& document, const rules& data, std::string_view options) {
  return json::answer<vision_options>(
      options, [&](const vision_options& given) { return answer_vision(document, data, given); });
}

}  // namespace v1
}  // namespace senryaku
