/// The rule data that the steps work with: built in, or replaced and extended by the caller.
#pragma once

#include <senryaku/check.hpp>
#include <senryaku/evaluate.hpp>
#include <senryaku/json.hpp>
#include <senryaku/model.hpp>
#include <senryaku/outlook.hpp>
#include <senryaku/pdca_cycle.hpp>
#include <senryaku/population.hpp>
#include <senryaku/procedure.hpp>
#include <senryaku/support.hpp>

namespace senryaku {
inline namespace v1 {

/// Everything that is data and not code. Immutable once built; any number of threads may read it.
struct rules {
  message_catalogue messages;
  std::vector<framework> frameworks;
  kpi_check_rules checks;
  stage_classifier stages;  ///< input, output or outcome by the wording
  evaluation_checks evaluation;        ///< limits behind findings about misleading rates
  std::vector<rating_scheme> schemes;  ///< the first is used where a strategy names none
  outlook_rules outlook;
  std::vector<calendar_step> pdca_calendar;  ///< yearly verification, step by step
  std::vector<schedule_rule> schedule_rules;
  std::vector<expected_step> expected_steps;
  std::vector<idea_field> idea_form;
  population_parameters population;
  programme_catalogue catalogue;
  std::vector<era> eras;               ///< 元号
};

/// The data that were embedded when the library was built.
const rules& built_in_rules();

/// `base` with the entries of a rule document (UTF-8 JSON) replaced by id or added. The document may hold any of the
/// members "messages", "frameworks", "schemes", "pdca_calendar", "schedule_rules", "expected_steps", "idea_form", "eras",
/// "indicator_fields", "catalogue", "retired_programmes" (ids), and, replaced whole, "kpi_check_rules", "stage_model",
/// "stage_glossary", "evaluation_checks", "outlook_rules" and "population_parameters". Errors carry positions in `text`.
outcome<rules> extend_rules(const rules& base, std::string_view text, const read_options& options = {});

/// What finding codes mean (format "senryaku.messages/1"): severity, texts, explanation, example, basis. `request`:
/// `{"codes": […], "schemes": […], "rules": […]}`; with "schemes" the rating schemes of these ids too (none named: all), of
/// "rules" the national frameworks with their goal classes ("frameworks") and the fields of the idea sheet's form
/// ("idea-form"), and with either no codes but those asked for. Without codes, or with a first part of them ("kpi." and
/// "kpi.target."), all that begin so. A code that `data` does not know is the finding `explain.code.unknown`.
outcome<std::string> explain_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
