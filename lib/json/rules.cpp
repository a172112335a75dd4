#include <senryaku/rules.hpp>

#include <stdexcept>

#include "data/embedded.hpp"
#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/reader.hpp"

namespace senryaku {
inline namespace v1 {
/// One rule document. Files under lib/data and documents of the caller have the same form.
struct rule_document {
  std::vector<message> messages;
  std::vector<framework> frameworks;
  std::optional<senryaku::kpi_check_rules> kpi_check_rules;
  std::vector<indicator_field> indicator_fields;
  std::optional<senryaku::stage_model> stage_model;
  std::optional<senryaku::stage_glossary> stage_glossary;
  std::optional<senryaku::evaluation_checks> evaluation_checks;
  std::vector<rating_scheme> schemes;
  std::optional<senryaku::outlook_rules> outlook_rules;
  std::vector<calendar_step> pdca_calendar;
  std::vector<schedule_rule> schedule_rules;
  std::vector<expected_step> expected_steps;
  std::vector<idea_field> idea_form;
  std::optional<senryaku::population_parameters> population_parameters;
  std::optional<programme_catalogue> catalogue;
  std::vector<std::string> retired_programmes;
  std::vector<era> eras;
};
}  // namespace v1

namespace json {
template <>
struct describe<rule_document> {
  static constexpr member_info members[] = {
      member<&rule_document::messages>("messages"),
      member<&rule_document::frameworks>("frameworks"),
      member<&rule_document::kpi_check_rules>("kpi_check_rules"),
      member<&rule_document::indicator_fields>("indicator_fields"),
      member<&rule_document::stage_model>("stage_model"),
      member<&rule_document::stage_glossary>("stage_glossary"),
      member<&rule_document::evaluation_checks>("evaluation_checks"),
      member<&rule_document::schemes>("schemes"),
      member<&rule_document::outlook_rules>("outlook_rules"),
      member<&rule_document::pdca_calendar>("pdca_calendar"),
      member<&rule_document::schedule_rules>("schedule_rules"),
      member<&rule_document::expected_steps>("expected_steps"),
      member<&rule_document::idea_form>("idea_form"),
      member<&rule_document::population_parameters>("population_parameters"),
      member<&rule_document::catalogue>("catalogue"),
      member<&rule_document::retired_programmes>("retired_programmes"),
      member<&rule_document::eras>("eras"),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

template <class T>
void replace_or_add(std::vector<T>& list, std::vector<T>&& additions) {
  for (auto& entry : additions) {
    bool replaced = false;
    for (auto& present : list) {
      if (present.id != entry.id) continue;
      present = std::move(entry);
      replaced = true;
      break;
    }
    if (!replaced) list.push_back(std::move(entry));
  }
}

/// Keeps what stands in a member of its own, and what a document of 1.0 does not know.
void replace_checks(kpi_check_rules& into, kpi_check_rules&& from) {
  from.fields = std::move(into.fields);
  if (from.contested_kinds.empty()) from.contested_kinds = std::move(into.contested_kinds);
  for (auto words : {&kpi_check_rules::total_marks, &kpi_check_rules::one_year_marks, &kpi_check_rules::span_units,
                     &kpi_check_rules::person_counts, &kpi_check_rules::person_units}) {
    if ((from.*words).empty()) from.*words = std::move(into.*words);
  }
  into = std::move(from);
}

/// What was wrong with `from`; then `into` is not to be used.
std::vector<finding> merge(rules& into, rule_document&& from) {
  std::vector<message> messages = into.messages.messages();
  for (auto& entry : from.messages) messages.push_back(std::move(entry));
  into.messages = message_catalogue(std::move(messages));
  replace_or_add(into.frameworks, std::move(from.frameworks));
  replace_or_add(into.schemes, std::move(from.schemes));
  if (from.outlook_rules) into.outlook = std::move(*from.outlook_rules);
  replace_or_add(into.pdca_calendar, std::move(from.pdca_calendar));
  replace_or_add(into.schedule_rules, std::move(from.schedule_rules));
  replace_or_add(into.expected_steps, std::move(from.expected_steps));
  replace_or_add(into.idea_form, std::move(from.idea_form));
  if (from.population_parameters) into.population = std::move(*from.population_parameters);
  replace_or_add(into.eras, std::move(from.eras));
  if (from.evaluation_checks) into.evaluation = *from.evaluation_checks;
  if (from.kpi_check_rules) replace_checks(into.checks, std::move(*from.kpi_check_rules));
  replace_or_add(into.checks.fields, std::move(from.indicator_fields));
  if (from.stage_model) {
    auto made = stage_classifier::make(*from.stage_model);
    if (!made) return std::move(made.findings);
    into.stages = made->explained_as(into.stages);
  }
  if (from.stage_glossary) into.stages = into.stages.explained_by(*from.stage_glossary);
  if (from.catalogue || !from.retired_programmes.empty()) {
    into.catalogue = extend_catalogue(into.catalogue, std::move(from.catalogue).value_or(programme_catalogue{}),
                                      from.retired_programmes);
  }
  return {};
}

rules read_embedded() {
  rules result;
  for (const auto& file : data::embedded_files()) {
    read_options options;
    options.strict = true;
    auto document = json::read<rule_document>(file.text, options);
    if (!document) {  // a broken contract of the build, caught by the tests of lib/data
      const finding& first = document.findings.front();
      throw std::logic_error("embedded rule data " + std::string(file.path) + first.pointer + ": " + first.code);
    }
    const auto problems = merge(result, std::move(*document));
    if (!problems.empty()) {
      throw std::logic_error("embedded rule data " + std::string(file.path) + ": " + problems.front().code);
    }
  }
  return result;
}

}  // namespace

const rules& built_in_rules() {
  static const rules built_in = read_embedded();
  return built_in;
}

outcome<rules> extend_rules(const rules& base, std::string_view text, const read_options& options) {
  outcome<rules> result;
  auto document = json::read<rule_document>(text, options);
  result.findings = std::move(document.findings);
  if (document) {
    result.value = base;
    auto problems = merge(*result.value, std::move(*document));
    if (!problems.empty()) result.value.reset();
    for (auto& problem : problems) result.findings.push_back(std::move(problem));
  }
  return result;
}

}  // namespace v1

namespace json {
format_list rule_formats() {
  return {
      {"rules", direction::read, info_of<rule_document>},
  };
}
}  // namespace json
}  // namespace senryaku
