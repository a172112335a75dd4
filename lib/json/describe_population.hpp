/// Projections: input and parameters that go in, scenarios that come out.
#pragma once

#include <senryaku/population.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(needed_kind, {constant_fertility, "constant-fertility"}, {families_per_year, "families-per-year"},
              {net_migrants_per_year, "net-migrants-per-year"});
SENRYAKU_ENUM(goal_subject, {births, "births"}, {fertility, "fertility"}, {net_migration, "net-migration"});

template <>
struct describe<by_sex> {
  static constexpr member_info members[] = {
      member<&by_sex::male>("male", presence::required),
      member<&by_sex::female>("female", presence::required),
  };
};

template <>
struct describe<birth_rule> {
  static constexpr member_info members[] = {
      member<&birth_rule::child_woman_ratio>("child_woman_ratio"),
      member<&birth_rule::male_share>("male_share"),
      member<&birth_rule::fertility_by_age>("fertility_by_age"),
      member<&birth_rule::sex_ratio_at_birth>("sex_ratio_at_birth"),
      member<&birth_rule::male_birth_survival>("male_birth_survival"),
      member<&birth_rule::female_birth_survival>("female_birth_survival"),
  };
};

template <>
struct describe<projection_step> {
  static constexpr member_info members[] = {
      member<&projection_step::year>("year"),
      member<&projection_step::survival>("survival", presence::required),
      member<&projection_step::net_migration>("net_migration"),
      member<&projection_step::out_migration>("out_migration"),
      member<&projection_step::in_share>("in_share"),
      member<&projection_step::in_pool>("in_pool"),
      member<&projection_step::net_migrants>("net_migrants"),
      member<&projection_step::births>("births", presence::required),
      member<&projection_step::change_only>("change_only"),
  };
};

template <>
struct describe<projection_input> {
  static constexpr member_info members[] = {
      member<&projection_input::name>("name"),
      member<&projection_input::base_year>("base_year", presence::required),
      member<&projection_input::base>("base", presence::required),
      member<&projection_input::steps>("steps", presence::required),
      member<&projection_input::horizon_year>("horizon_year"),
  };
};

template <>
struct describe<population_at> {
  static constexpr member_info members[] = {
      member<&population_at::year>("year", presence::required),
      member<&population_at::population>("population", presence::required),
  };
};

template <>
struct describe<rating_limit> {
  static constexpr member_info members[] = {
      member<&rating_limit::from>("from", presence::required),
      member<&rating_limit::rating>("rating", presence::required),
  };
};

template <>
struct describe<figure_by_year> {
  static constexpr member_info members[] = {
      member<&figure_by_year::year>("year", presence::required),
      member<&figure_by_year::value>("value", presence::required),
  };
};

template <>
struct describe<search_limits> {
  static constexpr member_info members[] = {
      member<&search_limits::fertility_to>("fertility_to", presence::required),
      member<&search_limits::families_share_to>("families_share_to", presence::required),
      member<&search_limits::migrants_share_from>("migrants_share_from", presence::required),
      member<&search_limits::migrants_share_to>("migrants_share_to", presence::required),
  };
};

template <>
struct describe<goal_cue> {
  static constexpr member_info members[] = {
      member<&goal_cue::subject>("subject", presence::required),
      member<&goal_cue::any>("any", presence::required),
      member<&goal_cue::none>("none"),
      member<&goal_cue::reversed>("reversed"),
  };
};

template <>
struct describe<family_pattern> {
  static constexpr member_info members[] = {
      member<&family_pattern::ja>("ja", presence::required),
      member<&family_pattern::en>("en", presence::required),
      member<&family_pattern::persons>("persons", presence::required),
  };
};

template <>
struct describe<survival_table> {
  static constexpr member_info members[] = {
      member<&survival_table::from_year>("from_year", presence::required),
      member<&survival_table::survival>("survival", presence::required),
      member<&survival_table::male_birth_survival>("male_birth_survival"),
      member<&survival_table::female_birth_survival>("female_birth_survival"),
  };
};

template <>
struct describe<population_parameters> {
  static constexpr member_info members[] = {
      member<&population_parameters::target_fertility>("target_fertility", presence::required),
      member<&population_parameters::target_fertility_year>("target_fertility_year", presence::required),
      member<&population_parameters::fertility_factors>("fertility_factors", presence::required),
      member<&population_parameters::natural_limits>("natural_limits", presence::required),
      member<&population_parameters::social_limits>("social_limits", presence::required),
      member<&population_parameters::stage_3_fall>("stage_3_fall", presence::required),
      member<&population_parameters::band_cases>("band_cases", presence::required),
      member<&population_parameters::search>("search", presence::required),
      member<&population_parameters::family>("family", presence::required),
      member<&population_parameters::goal_cues>("goal_cues"),
      member<&population_parameters::unconfirmed>("unconfirmed"),
      member<&population_parameters::credit>("credit"),
      member<&population_parameters::sources>("sources", presence::required),
      member<&population_parameters::survival_tables>("survival_tables"),
  };
};

template <>
struct describe<population_summary> {
  static constexpr member_info members[] = {
      member<&population_summary::year>("year", presence::required),
      member<&population_summary::total>("total", presence::required),
      member<&population_summary::male>("male", presence::required),
      member<&population_summary::female>("female", presence::required),
      member<&population_summary::age_0_14>("age_0_14", presence::required),
      member<&population_summary::age_15_64>("age_15_64", presence::required),
      member<&population_summary::age_65_plus>("age_65_plus", presence::required),
      member<&population_summary::age_75_plus>("age_75_plus", presence::required),
      member<&population_summary::women_20_39>("women_20_39", presence::required),
      member<&population_summary::share_0_14>("share_0_14"),
      member<&population_summary::share_15_64>("share_15_64"),
      member<&population_summary::share_65_plus>("share_65_plus"),
      member<&population_summary::index>("index"),
      member<&population_summary::ageing_index>("ageing_index"),
      member<&population_summary::child_dependency>("child_dependency"),
      member<&population_summary::aged_dependency>("aged_dependency"),
      member<&population_summary::total_dependency>("total_dependency"),
      member<&population_summary::supporters>("supporters"),
      member<&population_summary::women_20_39_index>("women_20_39_index"),
      member<&population_summary::decline_stage>("decline_stage"),
      member<&population_summary::births_surviving>("births_surviving"),
      member<&population_summary::social_change>("social_change"),
      member<&population_summary::natural_change>("natural_change"),
  };
};

template <>
struct describe<outlook> {
  static constexpr member_info members[] = {
      member<&outlook::name>("name", presence::required),
      member<&outlook::fertility>("fertility"),
      member<&outlook::migration_factors>("migration_factors"),
      member<&outlook::families_per_year>("families_per_year"),
      member<&outlook::family>("family"),
  };
};

template <>
struct describe<needed_answer> {
  static constexpr member_info members[] = {
      member<&needed_answer::kind>("kind", presence::required),
      member<&needed_answer::year>("year", presence::required),
      member<&needed_answer::target>("target", presence::required),
      member<&needed_answer::value>("value"),
      member<&needed_answer::searched_from>("searched_from", presence::required),
      member<&needed_answer::searched_to>("searched_to", presence::required),
      member<&needed_answer::reached>("reached"),
      member<&needed_answer::interpolated>("interpolated"),
      member<&needed_answer::births_per_year>("births_per_year"),
  };
};

template <>
struct describe<backtest_case> {
  static constexpr member_info members[] = {
      member<&backtest_case::base_year>("base_year", presence::required),
      member<&backtest_case::year>("year", presence::required),
      member<&backtest_case::horizon>("horizon", presence::required),
      member<&backtest_case::projected>("projected", presence::required),
      member<&backtest_case::counted>("counted", presence::required),
      member<&backtest_case::error_percent>("error_percent", presence::required),
  };
};

template <>
struct describe<error_band> {
  static constexpr member_info members[] = {
      member<&error_band::horizon>("horizon", presence::required),
      member<&error_band::cases>("cases", presence::required),
      member<&error_band::mean_absolute_error_percent>("mean_absolute_error_percent", presence::required),
      member<&error_band::band_percent>("band_percent"),
  };
};

template <>
struct describe<projection_band> {
  static constexpr member_info members[] = {
      member<&projection_band::year>("year", presence::required),
      member<&projection_band::low>("low", presence::required),
      member<&projection_band::total>("total", presence::required),
      member<&projection_band::high>("high", presence::required),
  };
};

template <>
struct describe<census> {
  static constexpr member_info members[] = {
      member<&census::year>("year", presence::required),
      member<&census::population>("population", presence::required),
  };
};

template <>
struct describe<census_total> {
  static constexpr member_info members[] = {
      member<&census_total::year>("year", presence::required),
      member<&census_total::total>("total", presence::required),
  };
};

template <>
struct describe<desired_fertility_factors> {
  static constexpr member_info members[] = {
      member<&desired_fertility_factors::married_share>("married_share"),
      member<&desired_fertility_factors::planned_children>("planned_children"),
      member<&desired_fertility_factors::wish_to_marry>("wish_to_marry"),
      member<&desired_fertility_factors::wished_children>("wished_children"),
      member<&desired_fertility_factors::separation_effect>("separation_effect"),
  };
};

template <>
struct describe<backtest> {
  static constexpr member_info members[] = {
      member<&backtest::cases>("cases", presence::required),
      member<&backtest::bands>("bands", presence::required),
  };
};

}  // namespace senryaku::json
