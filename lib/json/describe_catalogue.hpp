/// The programme catalogue: vocabulary, conditions, programmes, rounds, forms and its own cases.
#pragma once

#include <senryaku/catalogue.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(rule_confidence, {high, "high"}, {medium, "medium"}, {low, "low"});
SENRYAKU_ENUM(rule_strength, {compulsory, "compulsory"}, {as_a_rule, "as-a-rule"}, {gives_points, "gives-points"},
              {best_effort, "best-effort"});
SENRYAKU_ENUM(question_kind, {eligibility, "eligibility"}, {expense, "expense"}, {amount, "amount"},
              {procedure, "procedure"});
SENRYAKU_ENUM(support_verdict, {eligible, "eligible"}, {ineligible, "ineligible"}, {conditional, "conditional"},
              {not_in_force, "not-in-force"});
SENRYAKU_ENUM(fact_type, {boolean, "boolean"}, {integer, "integer"}, {number, "number"}, {fraction, "fraction"},
              {text, "text"}, {day, "day"}, {list, "list"});
SENRYAKU_ENUM(fact_origin, {document, "document"}, {caller, "caller"}, {officer, "officer"});

template <>
struct describe<fact_implication> {
  static constexpr member_info members[] = {
      member<&fact_implication::when>("when"),
      member<&fact_implication::fact>("fact", presence::required),
      member<&fact_implication::value>("value", presence::required),
  };
};

template <>
struct describe<fact_definition> {
  static constexpr member_info members[] = {
      member<&fact_definition::key>("key", presence::required),
      member<&fact_definition::type>("type", presence::required),
      member<&fact_definition::unit>("unit"),
      member<&fact_definition::values>("values"),
      member<&fact_definition::ja>("ja", presence::required),
      member<&fact_definition::en>("en", presence::required),
      member<&fact_definition::origin>("origin"),
      member<&fact_definition::implies>("implies"),
  };
};

template <>
struct describe<rule_condition> {
  static constexpr member_info members[] = {
      member<&rule_condition::id>("id"),
      member<&rule_condition::use>("use"),
      member<&rule_condition::from_fy>("from_fy"),
      member<&rule_condition::to_fy>("to_fy"),
      member<&rule_condition::when>("when"),
      member<&rule_condition::all>("all"),
      member<&rule_condition::any>("any"),
      member<&rule_condition::none>("none"),
      member<&rule_condition::at_least>("at_least"),
      member<&rule_condition::of>("of"),
      member<&rule_condition::fact>("fact"),
      member<&rule_condition::is>("is"),
      member<&rule_condition::is_not>("is_not"),
      member<&rule_condition::min>("min"),
      member<&rule_condition::max>("max"),
      member<&rule_condition::above>("above"),
      member<&rule_condition::below>("below"),
      member<&rule_condition::one_of>("one_of"),
      member<&rule_condition::not_one_of>("not_one_of"),
      member<&rule_condition::includes_any>("includes_any"),
      member<&rule_condition::only>("only"),
      member<&rule_condition::min_items>("min_items"),
      member<&rule_condition::not_before>("not_before"),
      member<&rule_condition::plus_years>("plus_years"),
      member<&rule_condition::not_above>("not_above"),
      member<&rule_condition::strength>("strength"),
      member<&rule_condition::confidence>("confidence"),
      member<&rule_condition::cite>("cite"),
      member<&rule_condition::ja>("ja"),
      member<&rule_condition::en>("en"),
  };
};

template <>
struct describe<dated_citation> {
  static constexpr member_info members[] = {
      member<&dated_citation::id>("id", presence::required),
      member<&dated_citation::title>("title", presence::required),
      member<&dated_citation::article>("article"),
      member<&dated_citation::url>("url"),
      member<&dated_citation::from>("from"),
      member<&dated_citation::to>("to"),
      member<&dated_citation::note>("note"),
  };
};

template <>
struct describe<programme_period> {
  static constexpr member_info members[] = {
      member<&programme_period::budget_from_fy>("budget_from_fy"),
      member<&programme_period::budget_to_fy>("budget_to_fy"),
      member<&programme_period::executed_from_fy>("executed_from_fy"),
      member<&programme_period::executed_to_fy>("executed_to_fy"),
      member<&programme_period::new_applications_to_fy>("new_applications_to_fy"),
      member<&programme_period::continuing_to_fy>("continuing_to_fy"),
      member<&programme_period::from>("from"),
      member<&programme_period::to>("to"),
      member<&programme_period::day_facts>("day_facts"),
  };
};

template <>
struct describe<support_rate> {
  static constexpr member_info members[] = {
      member<&support_rate::id>("id", presence::required),
      member<&support_rate::from_fy>("from_fy"),
      member<&support_rate::to_fy>("to_fy"),
      member<&support_rate::types>("types"),
      member<&support_rate::type_fact>("type_fact"),
      member<&support_rate::kinds>("kinds"),
      member<&support_rate::base>("base", presence::required),
      member<&support_rate::numerator>("numerator"),
      member<&support_rate::denominator>("denominator"),
      member<&support_rate::fixed_yen>("fixed_yen"),
      member<&support_rate::up_to>("up_to"),
      member<&support_rate::fact>("fact"),
      member<&support_rate::exception>("exception"),
      member<&support_rate::confidence>("confidence"),
      member<&support_rate::cite>("cite"),
      member<&support_rate::ja>("ja"),
      member<&support_rate::en>("en"),
  };
};

template <>
struct describe<support_cap> {
  static constexpr member_info members[] = {
      member<&support_cap::id>("id", presence::required),
      member<&support_cap::from_fy>("from_fy"),
      member<&support_cap::to_fy>("to_fy"),
      member<&support_cap::types>("types"),
      member<&support_cap::type_fact>("type_fact"),
      member<&support_cap::kinds>("kinds"),
      member<&support_cap::bodies>("bodies"),
      member<&support_cap::basis>("basis"),
      member<&support_cap::per>("per"),
      member<&support_cap::amount_yen>("amount_yen"),
      member<&support_cap::floor>("floor"),
      member<&support_cap::fact>("fact", presence::required),
      member<&support_cap::exception>("exception"),
      member<&support_cap::confidence>("confidence"),
      member<&support_cap::cite>("cite"),
      member<&support_cap::ja>("ja", presence::required),
      member<&support_cap::en>("en", presence::required),
  };
};

template <>
struct describe<programme_type> {
  static constexpr member_info members[] = {
      member<&programme_type::id>("id", presence::required),
      member<&programme_type::ja>("ja"),
      member<&programme_type::en>("en"),
      member<&programme_type::from_fy>("from_fy"),
      member<&programme_type::to_fy>("to_fy"),
  };
};

template <>
struct describe<support_obligation> {
  static constexpr member_info members[] = {
      member<&support_obligation::id>("id", presence::required),
      member<&support_obligation::from_fy>("from_fy"),
      member<&support_obligation::to_fy>("to_fy"),
      member<&support_obligation::strength>("strength"),
      member<&support_obligation::cite>("cite"),
      member<&support_obligation::ja>("ja", presence::required),
      member<&support_obligation::en>("en", presence::required),
  };
};

template <>
struct describe<stacking_rule> {
  static constexpr member_info members[] = {
      member<&stacking_rule::programme>("programme", presence::required),
      member<&stacking_rule::relation>("relation", presence::required),
      member<&stacking_rule::from_fy>("from_fy"),
      member<&stacking_rule::to_fy>("to_fy"),
      member<&stacking_rule::cite>("cite"),
      member<&stacking_rule::ja>("ja"),
      member<&stacking_rule::en>("en"),
  };
};

template <>
struct describe<source_line> {
  static constexpr member_info members[] = {
      member<&source_line::of>("of", presence::required),
      member<&source_line::number>("number", presence::required),
      member<&source_line::rules>("rules"),
      member<&source_line::not_modelled>("not_modelled"),
  };
};

template <>
struct describe<support_programme> {
  static constexpr member_info members[] = {
      member<&support_programme::id>("id", presence::required),
      member<&support_programme::name_ja>("name_ja", presence::required),
      member<&support_programme::name_en>("name_en", presence::required),
      member<&support_programme::family>("family", presence::required),
      member<&support_programme::administered_by>("administered_by"),
      member<&support_programme::law_item>("law_item"),
      member<&support_programme::measure_code>("measure_code"),
      member<&support_programme::confidence>("confidence", presence::required),
      member<&support_programme::period>("period", presence::required),
      member<&support_programme::predecessors>("predecessors"),
      member<&support_programme::successors>("successors"),
      member<&support_programme::alternatives>("alternatives"),
      member<&support_programme::citations>("citations"),
      member<&support_programme::types>("types"),
      member<&support_programme::types_open>("types_open"),
      member<&support_programme::requirements>("requirements"),
      member<&support_programme::expenses>("expenses"),
      member<&support_programme::amounts>("amounts"),
      member<&support_programme::procedure>("procedure"),
      member<&support_programme::rates>("rates"),
      member<&support_programme::caps>("caps"),
      member<&support_programme::obligations>("obligations"),
      member<&support_programme::stacking>("stacking"),
      member<&support_programme::lines>("lines"),
      member<&support_programme::unconfirmed>("unconfirmed"),
      member<&support_programme::notes>("notes"),
  };
};

template <>
struct describe<application_round> {
  static constexpr member_info members[] = {
      member<&application_round::number>("number"),
      member<&application_round::fiscal_year>("fiscal_year"),
      member<&application_round::apply_from>("apply_from"),
      member<&application_round::apply_to>("apply_to"),
      member<&application_round::certified_on>("certified_on"),
      member<&application_round::confidence>("confidence"),
      member<&application_round::url>("url"),
      member<&application_round::ja>("ja"),
      member<&application_round::en>("en"),
  };
};

template <>
struct describe<round_pattern> {
  static constexpr member_info members[] = {
      member<&round_pattern::number>("number", presence::required),
      member<&round_pattern::apply_month>("apply_month", presence::required),
      member<&round_pattern::certified_month>("certified_month", presence::required),
      member<&round_pattern::from_fy>("from_fy"),
      member<&round_pattern::to_fy>("to_fy"),
      member<&round_pattern::url>("url"),
  };
};

template <>
struct describe<catalogue_case> {
  static constexpr member_info members[] = {
      member<&catalogue_case::id>("id", presence::required),
      member<&catalogue_case::programme>("programme", presence::required),
      member<&catalogue_case::fiscal_year>("fiscal_year", presence::required),
      member<&catalogue_case::kind>("kind"),
      member<&catalogue_case::as_of>("as_of"),
      member<&catalogue_case::facts>("facts", presence::required),
      member<&catalogue_case::verdict>("verdict", presence::required),
      member<&catalogue_case::conditions>("conditions"),
      member<&catalogue_case::basis>("basis"),
      member<&catalogue_case::url>("url"),
  };
};

template <>
struct describe<plan_form_section> {
  static constexpr member_info members[] = {
      member<&plan_form_section::number>("number", presence::required),
      member<&plan_form_section::title>("title"),
      member<&plan_form_section::content>("content"),
      member<&plan_form_section::text>("text"),
  };
};

template <>
struct describe<plan_form> {
  static constexpr member_info members[] = {
      member<&plan_form::id>("id", presence::required),
      member<&plan_form::style>("style", presence::required),
      member<&plan_form::measure_code>("measure_code"),
      member<&plan_form::name_pattern>("name_pattern", presence::required),
      member<&plan_form::sections>("sections", presence::required),
      member<&plan_form::texts>("texts"),
      member<&plan_form::sources>("sources"),
  };
};

template <>
struct describe<programme_catalogue> {
  static constexpr member_info members[] = {
      member<&programme_catalogue::version>("version"),
      member<&programme_catalogue::facts>("facts"),
      member<&programme_catalogue::citations>("citations"),
      member<&programme_catalogue::conditions>("conditions"),
      member<&programme_catalogue::programmes>("programmes"),
      member<&programme_catalogue::rounds>("rounds"),
      member<&programme_catalogue::round_patterns>("round_patterns"),
      member<&programme_catalogue::plan_forms>("plan_forms"),
      member<&programme_catalogue::cases>("cases"),
  };
};

}  // namespace senryaku::json
