/// The answers made from the programme catalogue, the digest of a plan and the linter's report.
#pragma once

#include <senryaku/coverage.hpp>
#include <senryaku/support.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(truth, {no, "no"}, {unknown, "unknown"}, {yes, "yes"});
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
