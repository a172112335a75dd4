/// The programme catalogue and the answers made from it.
#pragma once

#include <senryaku/coverage.hpp>
#include <senryaku/support.hpp>

#include "json/describe_rules.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(truth, {no, "no"}, {unknown, "unknown"}, {yes, "yes"});
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
SENRYAKU_ENUM(absent_facts, {unknown, "unknown"}, {met, "met"});
SENRYAKU_ENUM(change_cause, {added, "added"}, {removed, "removed"}, {demand_changed, "demand-changed"},
              {fact_changed, "fact-changed"});
SENRYAKU_ENUM(test_operator, {is, "is"}, {is_not, "is-not"}, {one_of, "one-of"}, {not_one_of, "not-one-of"},
              {min, "min"}, {max, "max"}, {above, "above"}, {below, "below"}, {between, "between"},
              {outside, "outside"}, {includes_any, "includes-any"}, {excludes_all, "excludes-all"}, {only, "only"},
              {not_only, "not-only"}, {min_items, "min-items"}, {fewer_items, "fewer-items"},
              {not_before, "not-before"}, {before, "before"}, {not_above, "not-above"}, {more_than, "more-than"},
              {not_below, "not-below"}, {less_than, "less-than"}, {not_after, "not-after"}, {after, "after"});

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
      member<&support_rate::base>("base", presence::required),
      member<&support_rate::numerator>("numerator"),
      member<&support_rate::denominator>("denominator"),
      member<&support_rate::fixed_yen>("fixed_yen"),
      member<&support_rate::up_to>("up_to"),
      member<&support_rate::fact>("fact"),
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

template <>
struct describe<fact_demand> {
  static constexpr member_info members[] = {
      member<&fact_demand::fact>("fact", presence::required),
      member<&fact_demand::op>("op", presence::required),
      member<&fact_demand::value>("value", presence::required),
      member<&fact_demand::upper>("upper"),
      member<&fact_demand::rule>("rule", presence::required),
      member<&fact_demand::origin>("origin", presence::required),
      member<&fact_demand::ja>("ja"),
      member<&fact_demand::en>("en"),
  };
};

template <>
struct describe<failed_rule> {
  static constexpr member_info members[] = {
      member<&failed_rule::demand>("demand", presence::required),
      member<&failed_rule::found>("found"),
      member<&failed_rule::alone>("alone"),
  };
};

template <>
struct describe<cited_source> {
  static constexpr member_info members[] = {
      member<&cited_source::rule>("rule"),       member<&cited_source::title>("title", presence::required),
      member<&cited_source::article>("article"), member<&cited_source::url>("url"),
      member<&cited_source::note>("note"),
  };
};

template <>
struct describe<rule_reason> {
  static constexpr member_info members[] = {
      member<&rule_reason::rule>("rule"),
      member<&rule_reason::form>("form", presence::required),
      member<&rule_reason::result>("result", presence::required),
      member<&rule_reason::decisive>("decisive"),
      member<&rule_reason::strength>("strength"),
      member<&rule_reason::confidence>("confidence"),
      member<&rule_reason::fact>("fact"),
      member<&rule_reason::found>("found"),
      member<&rule_reason::demand>("demand"),
      member<&rule_reason::cite>("cite"),
      member<&rule_reason::ja>("ja"),
      member<&rule_reason::en>("en"),
      member<&rule_reason::parts>("parts"),
  };
};

template <>
struct describe<rule_advisory> {
  static constexpr member_info members[] = {
      member<&rule_advisory::rule>("rule", presence::required),
      member<&rule_advisory::strength>("strength", presence::required),
      member<&rule_advisory::result>("result", presence::required),
      member<&rule_advisory::ja>("ja"),
      member<&rule_advisory::en>("en"),
  };
};

template <>
struct describe<cap_in_force> {
  static constexpr member_info members[] = {
      member<&cap_in_force::cap>("cap", presence::required),
      member<&cap_in_force::basis>("basis"),
      member<&cap_in_force::per>("per"),
      member<&cap_in_force::amount_yen>("amount_yen"),
      member<&cap_in_force::floor>("floor"),
      member<&cap_in_force::applies>("applies", presence::required),
      member<&cap_in_force::binds>("binds"),
      member<&cap_in_force::ja>("ja"),
      member<&cap_in_force::en>("en"),
  };
};

template <>
struct describe<support_amount> {
  static constexpr member_info members[] = {
      member<&support_amount::rate>("rate"),           member<&support_amount::base>("base"),
      member<&support_amount::numerator>("numerator"), member<&support_amount::denominator>("denominator"),
      member<&support_amount::cost_yen>("cost_yen"),   member<&support_amount::payable_yen>("payable_yen"),
      member<&support_amount::local_yen>("local_yen"), member<&support_amount::binding_cap>("binding_cap"),
      member<&support_amount::caps>("caps"),
  };
};

template <>
struct describe<support_answer> {
  static constexpr member_info members[] = {
      member<&support_answer::programme>("programme", presence::required),
      member<&support_answer::name_ja>("name_ja"),
      member<&support_answer::name_en>("name_en"),
      member<&support_answer::catalogue_version>("catalogue_version"),
      member<&support_answer::fiscal_year>("fiscal_year", presence::required),
      member<&support_answer::as_of>("as_of"),
      member<&support_answer::kind>("kind", presence::required),
      member<&support_answer::verdict>("verdict", presence::required),
      member<&support_answer::confidence>("confidence"),
      member<&support_answer::conditions>("conditions"),
      member<&support_answer::open_facts>("open_facts"),
      member<&support_answer::failed>("failed"),
      member<&support_answer::successors>("successors"),
      member<&support_answer::predecessors>("predecessors"),
      member<&support_answer::alternatives>("alternatives"),
      member<&support_answer::amount>("amount"),
      member<&support_answer::obligations>("obligations"),
      member<&support_answer::stacking>("stacking"),
      member<&support_answer::advisories>("advisories"),
      member<&support_answer::citations>("citations"),
      member<&support_answer::unconfirmed>("unconfirmed"),
      member<&support_answer::unknown_keys>("unknown_keys"),
      member<&support_answer::reasons>("reasons"),
  };
};

template <>
struct describe<project_answer> {
  static constexpr member_info members[] = {
      member<&project_answer::project>("project", presence::required),
      member<&project_answer::project_name>("project_name"),
      member<&project_answer::pointer>("pointer"),
      member<&project_answer::sought>("sought"),
      member<&project_answer::answer>("answer", presence::required),
  };
};

template <>
struct describe<rule_change> {
  static constexpr member_info members[] = {
      member<&rule_change::rule>("rule"),
      member<&rule_change::cause>("cause"),
      member<&rule_change::before>("before"),
      member<&rule_change::after>("after"),
      member<&rule_change::demand_before>("demand_before"),
      member<&rule_change::demand_after>("demand_after"),
      member<&rule_change::ja>("ja"),
      member<&rule_change::en>("en"),
  };
};

template <>
struct describe<answer_change> {
  static constexpr member_info members[] = {
      member<&answer_change::programme>("programme"),
      member<&answer_change::before>("before"),
      member<&answer_change::after>("after"),
      member<&answer_change::version_before>("version_before"),
      member<&answer_change::version_after>("version_after"),
      member<&answer_change::fiscal_year_before>("fiscal_year_before"),
      member<&answer_change::fiscal_year_after>("fiscal_year_after"),
      member<&answer_change::rules>("rules"),
      member<&answer_change::caps_before>("caps_before"),
      member<&answer_change::caps_after>("caps_after"),
      member<&answer_change::rate_before>("rate_before"),
      member<&answer_change::rate_after>("rate_after"),
      member<&answer_change::successors>("successors"),
  };
};

template <>
struct describe<application_step> {
  static constexpr member_info members[] = {
      member<&application_step::programme>("programme"), member<&application_step::projects>("projects"),
      member<&application_step::step>("step"),           member<&application_step::round>("round"),
      member<&application_step::from>("from"),           member<&application_step::to>("to"),
      member<&application_step::usual>("usual"),         member<&application_step::url>("url"),
  };
};

template <>
struct describe<catalogue_counts> {
  static constexpr member_info members[] = {
      member<&catalogue_counts::programmes>("programmes"),
      member<&catalogue_counts::facts>("facts"),
      member<&catalogue_counts::rules>("rules"),
      member<&catalogue_counts::tests>("tests"),
      member<&catalogue_counts::caps>("caps"),
      member<&catalogue_counts::rates>("rates"),
      member<&catalogue_counts::citations>("citations"),
      member<&catalogue_counts::lines_modelled>("lines_modelled"),
      member<&catalogue_counts::lines_not_modelled>("lines_not_modelled"),
      member<&catalogue_counts::cases>("cases"),
      member<&catalogue_counts::cases_passed>("cases_passed"),
      member<&catalogue_counts::witnesses>("witnesses"),
  };
};

template <>
struct describe<rule_witness> {
  static constexpr member_info members[] = {
      member<&rule_witness::programme>("programme"), member<&rule_witness::fiscal_year>("fiscal_year"),
      member<&rule_witness::kind>("kind"),           member<&rule_witness::rule>("rule"),
      member<&rule_witness::meeting>("meeting"),     member<&rule_witness::failing>("failing"),
      member<&rule_witness::asked>("asked"),
  };
};

template <>
struct describe<stated_change> {
  static constexpr member_info members[] = {
      member<&stated_change::subject>("subject"),
      member<&stated_change::from>("from"),
      member<&stated_change::to>("to"),
      member<&stated_change::change>("change"),
      member<&stated_change::percent>("percent"),
      member<&stated_change::to_year>("to_year"),
      member<&stated_change::stated_to_year>("stated_to_year"),
  };
};

template <>
struct describe<stated_sum> {
  static constexpr member_info members[] = {
      member<&stated_sum::subject>("subject"),
      member<&stated_sum::parts>("parts"),
      member<&stated_sum::total>("total"),
  };
};

template <>
struct describe<digest_row> {
  static constexpr member_info members[] = {
      member<&digest_row::label>("label"),
      member<&digest_row::kpi>("kpi"),
      member<&digest_row::name>("name"),
      member<&digest_row::unit>("unit"),
      member<&digest_row::goal>("goal"),
      member<&digest_row::goal_name>("goal_name"),
      member<&digest_row::baseline>("baseline"),
      member<&digest_row::baseline_year>("baseline_year"),
      member<&digest_row::target>("target"),
      member<&digest_row::target_year>("target_year"),
      member<&digest_row::increments>("increments"),
      member<&digest_row::increments_total>("increments_total"),
  };
};

template <>
struct describe<digest_group> {
  static constexpr member_info members[] = {
      member<&digest_group::label>("label"),         member<&digest_group::goal>("goal"),
      member<&digest_group::goal_name>("goal_name"), member<&digest_group::summary>("summary"),
      member<&digest_group::projects>("projects"),   member<&digest_group::names>("names"),
  };
};

template <>
struct describe<digest_section> {
  static constexpr member_info members[] = {
      member<&digest_section::number>("number"),
      member<&digest_section::title>("title"),
      member<&digest_section::lines>("lines"),
  };
};

}  // namespace senryaku::json
