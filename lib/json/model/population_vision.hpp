/// The members of the population vision, in canonical order.
#pragma once

#include <senryaku/model/population_vision.hpp>

#include "json/model/document.hpp"

namespace senryaku::json {

template <>
struct describe<population_record> {
  static constexpr auto extras = &population_record::extras;
  static constexpr member_info members[] = {member<&population_record::source>("source"),
                                            member<&population_record::year>("year"),
                                            member<&population_record::day>("day"),
                                            member<&population_record::total>("total"),
                                            member<&population_record::under_15>("under_15"),
                                            member<&population_record::aged_15_to_64>("aged_15_to_64"),
                                            member<&population_record::over_65>("over_65"),
                                            member<&population_record::households>("households"),
                                            member<&population_record::women_20_to_39>("women_20_to_39"),
                                            member<&population_record::note>("note")};
};
template <>
struct describe<population_target> {
  static constexpr auto extras = &population_target::extras;
  static constexpr member_info members[] = {member<&population_target::year>("year"),
                                            member<&population_target::total>("total"),
                                            member<&population_target::note>("note")};
};
template <>
struct describe<age_distribution> {
  static constexpr auto extras = &age_distribution::extras;
  static constexpr member_info members[] = {
      member<&age_distribution::year>("year"), member<&age_distribution::male>("male"),
      member<&age_distribution::female>("female"), member<&age_distribution::source>("source"),
      member<&age_distribution::note>("note")};
};
template <>
struct describe<figures_by_sex> {
  static constexpr auto extras = &figures_by_sex::extras;
  static constexpr member_info members[] = {member<&figures_by_sex::male>("male", presence::required),
                                            member<&figures_by_sex::female>("female", presence::required)};
};
template <>
struct describe<population_rates> {
  static constexpr auto extras = &population_rates::extras;
  static constexpr member_info members[] = {member<&population_rates::year>("year"),
                                            member<&population_rates::survival>("survival"),
                                            member<&population_rates::net_migration>("net_migration"),
                                            member<&population_rates::child_woman_ratio>("child_woman_ratio"),
                                            member<&population_rates::male_share_of_children>("male_share_of_children"),
                                            member<&population_rates::source>("source"),
                                            member<&population_rates::note>("note")};
};
template <>
struct describe<yearly_figure> {
  static constexpr auto extras = &yearly_figure::extras;
  static constexpr member_info members[] = {member<&yearly_figure::year>("year"),
                                            member<&yearly_figure::value>("value"),
                                            member<&yearly_figure::note>("note")};
};
template <>
struct describe<population_outlook> {
  static constexpr auto extras = &population_outlook::extras;
  static constexpr member_info members[] = {
      member<&population_outlook::name>("name"), member<&population_outlook::fertility>("fertility"),
      member<&population_outlook::migration_factors>("migration_factors"),
      member<&population_outlook::families_per_year>("families_per_year"), member<&population_outlook::note>("note")};
};
template <>
struct describe<population_vision> {
  static constexpr auto extras = &population_vision::extras;
  static constexpr member_info members[] = {
      member<&population_vision::name>("name"),
      member<&population_vision::adopted_on>("adopted_on"),
      member<&population_vision::base_data>("base_data"),
      member<&population_vision::base_year>("base_year"),
      member<&population_vision::horizon_year>("horizon_year"),
      member<&population_vision::total_fertility_rate>("total_fertility_rate"),
      member<&population_vision::total_fertility_period>("total_fertility_period"),
      member<&population_vision::records>("records"),
      member<&population_vision::projections>("projections"),
      member<&population_vision::targets>("targets"),
      member<&population_vision::distributions>("distributions"),
      member<&population_vision::rates>("rates"),
      member<&population_vision::outlooks>("outlooks"),
      member<&population_vision::note>("note")};
};

}  // namespace senryaku::json
