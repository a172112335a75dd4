/// The members of the strategy document, in canonical order. One place for reader and writer.
#pragma once

#include "json/describe.hpp"

namespace senryaku::json {

#define SENRYAKU_ENUM(type, ...)                                                \
  template <>                                                                   \
  struct enum_names<type> {                                                     \
    using enum type;                                                            \
    static constexpr std::pair<type, std::string_view> table[] = {__VA_ARGS__}; \
  }

SENRYAKU_ENUM(municipality_kind, {prefecture, "prefecture"}, {designated_city, "designated-city"},
              {core_city, "core-city"}, {city, "city"}, {special_ward, "special-ward"}, {town, "town"},
              {village, "village"});
SENRYAKU_ENUM(plan_relation, {separate, "separate"}, {merged, "merged"});
SENRYAKU_ENUM(indicator_stage, {input, "input"}, {output, "output"}, {outcome, "outcome"});
SENRYAKU_ENUM(indicator_aim, {increase, "increase"}, {decrease, "decrease"}, {maintain, "maintain"},
              {at_least, "at-least"}, {at_most, "at-most"});
SENRYAKU_ENUM(beneficiary_kind, {residents, "residents"}, {businesses, "businesses"},
              {related_population, "related-population"}, {other, "other"});
SENRYAKU_ENUM(indicator_kind, {point, "point"}, {cumulative, "cumulative"}, {average, "average"},
              {change_rate, "change-rate"}, {rank, "rank"}, {qualitative, "qualitative"});
SENRYAKU_ENUM(year_kind, {calendar, "calendar"}, {fiscal, "fiscal"}, {day, "day"}, {school, "school"});
SENRYAKU_ENUM(unknown_reason, {not_surveyed, "not-surveyed"}, {not_collected, "not-collected"},
              {suspended, "suspended"}, {not_set, "not-set"}, {not_published, "not-published"},
              {not_applicable, "not-applicable"});
SENRYAKU_ENUM(target_basis, {level, "level"}, {increment, "increment"}, {change_rate, "change-rate"}, {total, "total"});
SENRYAKU_ENUM(target_bound, {at_least, "at-least"}, {at_most, "at-most"}, {less_than, "less-than"},
              {more_than, "more-than"}, {about, "about"});
SENRYAKU_ENUM(funding_source, {national, "national"}, {prefecture, "prefecture"}, {bond, "bond"},
              {donation, "donation"}, {general, "general"}, {other, "other"});
SENRYAKU_ENUM(project_status, {added, "new"}, {expanded, "expanded"}, {continued, "continued"}, {improved, "improved"},
              {reduced, "reduced"}, {ended, "ended"});
SENRYAKU_ENUM(goal_type, {work, "work"}, {flow, "flow"}, {family, "family"}, {place, "place"}, {cross, "cross"},
              {other, "other"});
SENRYAKU_ENUM(plan_status, {drafting, "drafting"}, {applied, "applied"}, {certified, "certified"},
              {cancelled, "cancelled"}, {expired, "expired"});
SENRYAKU_ENUM(plan_style, {grant, "grant"}, {donation, "donation"});
SENRYAKU_ENUM(decision, {continue_as_is, "continue"}, {expand, "expand"}, {improve, "improve"}, {shrink, "shrink"},
              {stop, "stop"}, {complete, "complete"});
SENRYAKU_ENUM(revision_kind, {revision, "revision"}, {extension, "extension"});
SENRYAKU_ENUM(milestone_kind, {working_group, "working-group"}, {headquarters, "headquarters"}, {draft, "draft"},
              {kpi_setting, "kpi-setting"}, {expert_meeting, "expert-meeting"}, {assembly, "assembly"},
              {residents, "residents"}, {public_comment, "public-comment"}, {adoption, "adoption"},
              {plan_application, "plan-application"}, {plan_certification, "plan-certification"},
              {period_start, "period-start"}, {other, "other"});
SENRYAKU_ENUM(sector, {residents, "residents"}, {industry, "industry"}, {government, "government"},
              {academia, "academia"}, {finance, "finance"}, {labour, "labour"}, {media, "media"});
SENRYAKU_ENUM(linkage_kind, {policy, "policy"}, {regional, "regional"});
SENRYAKU_ENUM(strategy_status, {drafting, "drafting"}, {adopted, "adopted"}, {revised, "revised"}, {ended, "ended"});

/// A fact keeps the JSON type it was given: null is "unknown".
template <>
struct scalar_type<fact_value> {
  static bool text(void* value, std::string_view given, scalar_problem&);
  static bool number(void* value, std::string_view given, scalar_problem& problem);
  static bool boolean(void* value, bool given);
  static std::vector<std::string>* list(void* value);
  static void write(const void* value, std::string& out);
  static constexpr type_info make() {
    type_info info = detail::plain_scalar<fact_value>(shape::scalar, "真偽値・数値・文字列・文字列の配列・null",
                                                      "true, false, a number, a string, a list of strings or null");
    info.assign_text = text;
    info.assign_number = number;
    info.assign_boolean = boolean;
    info.open_list = list;
    info.write_scalar = write;
    return info;
  }
};

template <>
struct describe<citation> {
  static constexpr member_info members[] = {member<&citation::title>("title", presence::required),
                                            member<&citation::url>("url")};
};
template <>
struct describe<source> {
  static constexpr auto extras = &source::extras;
  static constexpr member_info members[] = {member<&source::url>("url"), member<&source::title>("title"),
                                            member<&source::note>("note")};
};
template <>
struct describe<municipality> {
  static constexpr auto extras = &municipality::extras;
  static constexpr member_info members[] = {member<&municipality::code>("code", presence::required),
                                            member<&municipality::name>("name", presence::required),
                                            member<&municipality::kana>("kana"),
                                            member<&municipality::prefecture>("prefecture"),
                                            member<&municipality::county>("county"),
                                            member<&municipality::kind>("kind"),
                                            member<&municipality::office_address>("office_address"),
                                            member<&municipality::formation>("formation"),
                                            member<&municipality::area_km2>("area_km2"),
                                            member<&municipality::designations>("designations"),
                                            member<&municipality::catchphrase>("catchphrase"),
                                            member<&municipality::note>("note")};
};
template <>
struct describe<plan_period> {
  static constexpr auto extras = &plan_period::extras;
  static constexpr member_info members[] = {member<&plan_period::start>("start"), member<&plan_period::end>("end"),
                                            member<&plan_period::printed>("printed")};
};
template <>
struct describe<comprehensive_plan> {
  static constexpr auto extras = &comprehensive_plan::extras;
  static constexpr member_info members[] = {member<&comprehensive_plan::name>("name"),
                                            member<&comprehensive_plan::relation>("relation"),
                                            member<&comprehensive_plan::aligned>("aligned")};
};
template <>
struct describe<regional_vision> {
  static constexpr auto extras = &regional_vision::extras;
  static constexpr member_info members[] = {member<&regional_vision::statement>("statement"),
                                            member<&regional_vision::catchphrase>("catchphrase"),
                                            member<&regional_vision::comprehensive_plan>("comprehensive_plan"),
                                            member<&regional_vision::model_visions>("model_visions")};
};
template <>
struct describe<observation> {
  static constexpr auto extras = &observation::extras;
  static constexpr member_info members[] = {member<&observation::year>("year"),
                                            member<&observation::day>("day"),
                                            member<&observation::from_year>("from_year"),
                                            member<&observation::value>("value", presence::nullable),
                                            member<&observation::unknown>("unknown"),
                                            member<&observation::provisional>("provisional"),
                                            member<&observation::unit>("unit"),
                                            member<&observation::printed>("printed"),
                                            member<&observation::printed_period>("printed_period"),
                                            member<&observation::note>("note")};
};
template <>
struct describe<target> {
  static constexpr auto extras = &target::extras;
  static constexpr member_info members[] = {member<&target::year>("year"),
                                            member<&target::day>("day"),
                                            member<&target::from_year>("from_year"),
                                            member<&target::value>("value", presence::nullable),
                                            member<&target::unknown>("unknown"),
                                            member<&target::basis>("basis"),
                                            member<&target::bound>("bound"),
                                            member<&target::text>("text"),
                                            member<&target::unit>("unit"),
                                            member<&target::printed>("printed"),
                                            member<&target::printed_period>("printed_period"),
                                            member<&target::note>("note")};
};
template <>
struct describe<measurement> {
  static constexpr auto extras = &measurement::extras;
  static constexpr member_info members[] = {
      member<&measurement::method>("method"), member<&measurement::source>("source"),
      member<&measurement::frequency>("frequency"), member<&measurement::owner>("owner")};
};
template <>
struct describe<data_quality> {
  static constexpr auto extras = &data_quality::extras;
  static constexpr member_info members[] = {
      member<&data_quality::verification>("verification"), member<&data_quality::source>("source"),
      member<&data_quality::accuracy>("accuracy"), member<&data_quality::limits>("limits"),
      member<&data_quality::compensation>("compensation")};
};
template <>
struct describe<causal_link> {
  static constexpr auto extras = &causal_link::extras;
  static constexpr member_info members[] = {member<&causal_link::to>("to", presence::required),
                                            member<&causal_link::reason>("reason")};
};
template <>
struct describe<kpi> {
  static constexpr auto extras = &kpi::extras;
  static constexpr member_info members[] = {member<&kpi::id>("id", presence::required),
                                            member<&kpi::name>("name", presence::required),
                                            member<&kpi::definition>("definition"),
                                            member<&kpi::unit>("unit"),
                                            member<&kpi::stage>("stage"),
                                            member<&kpi::aim>("aim"),
                                            member<&kpi::beneficiary>("beneficiary"),
                                            member<&kpi::kind>("kind"),
                                            member<&kpi::year_kind>("year_kind"),
                                            member<&kpi::baseline>("baseline"),
                                            member<&kpi::targets>("targets"),
                                            member<&kpi::target>("target"),
                                            member<&kpi::actuals>("actuals"),
                                            member<&kpi::measurement>("measurement"),
                                            member<&kpi::contributes_to>("contributes_to"),
                                            member<&kpi::cost_yen>("cost_yen"),
                                            member<&kpi::formula>("formula"),
                                            member<&kpi::rationale>("rationale"),
                                            member<&kpi::data_quality>("data_quality"),
                                            member<&kpi::printed_result>("printed_result"),
                                            member<&kpi::note>("note")};
};
template <>
struct describe<funding> {
  static constexpr auto extras = &funding::extras;
  static constexpr member_info members[] = {member<&funding::source>("source"),
                                            member<&funding::amount_yen>("amount_yen"),
                                            member<&funding::programme>("programme")};
};
template <>
struct describe<project_budget> {
  static constexpr auto extras = &project_budget::extras;
  static constexpr member_info members[] = {
      member<&project_budget::fiscal_year>("fiscal_year"), member<&project_budget::amount_yen>("amount_yen"),
      member<&project_budget::funding>("funding"), member<&project_budget::printed>("printed")};
};
template <>
struct describe<project> {
  static constexpr auto extras = &project::extras;
  static constexpr member_info members[] = {member<&project::id>("id", presence::required),
                                            member<&project::number>("number"),
                                            member<&project::name>("name", presence::required),
                                            member<&project::description>("description"),
                                            member<&project::departments>("departments"),
                                            member<&project::status>("status"),
                                            member<&project::group>("group"),
                                            member<&project::start_year>("start_year"),
                                            member<&project::end_year>("end_year"),
                                            member<&project::budgets>("budgets"),
                                            member<&project::digital>("digital"),
                                            member<&project::digital_use>("digital_use"),
                                            member<&project::goal_types>("goal_types"),
                                            member<&project::support_sought>("support_sought"),
                                            member<&project::facts>("facts"),
                                            member<&project::note>("note")};
};
template <>
struct describe<direction> {
  static constexpr auto extras = &direction::extras;
  static constexpr member_info members[] = {member<&direction::id>("id", presence::required),
                                            member<&direction::text>("text", presence::required)};
};
template <>
struct describe<measure> {
  static constexpr auto extras = &measure::extras;
  static constexpr member_info members[] = {member<&measure::id>("id", presence::required),
                                            member<&measure::name>("name"),
                                            member<&measure::description>("description"),
                                            member<&measure::number>("number"),
                                            member<&measure::directions>("directions"),
                                            member<&measure::field>("field"),
                                            member<&measure::digital>("digital"),
                                            member<&measure::digital_use>("digital_use"),
                                            member<&measure::kpis>("kpis"),
                                            member<&measure::projects>("projects"),
                                            member<&measure::idea_sheets>("idea_sheets"),
                                            member<&measure::note>("note")};
};
template <>
struct describe<goal> {
  static constexpr auto extras = &goal::extras;
  static constexpr member_info members[] = {member<&goal::id>("id", presence::required),
                                            member<&goal::type>("type"),
                                            member<&goal::framework_class>("class"),
                                            member<&goal::number>("number"),
                                            member<&goal::name>("name", presence::required),
                                            member<&goal::description>("description"),
                                            member<&goal::numeric_targets>("numeric_targets"),
                                            member<&goal::directions>("directions"),
                                            member<&goal::measures>("measures"),
                                            member<&goal::note>("note")};
};
template <>
struct describe<plan_project> {
  static constexpr auto extras = &plan_project::extras;
  static constexpr member_info members[] = {member<&plan_project::project>("project"),
                                            member<&plan_project::name>("name"), member<&plan_project::label>("label"),
                                            member<&plan_project::goal>("goal")};
};
template <>
struct describe<plan_increment> {
  static constexpr auto extras = &plan_increment::extras;
  static constexpr member_info members[] = {member<&plan_increment::year>("year", presence::required),
                                            member<&plan_increment::value>("value", presence::nullable)};
};
template <>
struct describe<plan_kpi> {
  static constexpr auto extras = &plan_kpi::extras;
  static constexpr member_info members[] = {member<&plan_kpi::kpi>("kpi"),
                                            member<&plan_kpi::name>("name"),
                                            member<&plan_kpi::unit>("unit"),
                                            member<&plan_kpi::label>("label"),
                                            member<&plan_kpi::goal>("goal"),
                                            member<&plan_kpi::baseline>("baseline"),
                                            member<&plan_kpi::target>("target"),
                                            member<&plan_kpi::increments>("increments"),
                                            member<&plan_kpi::increments_total>("increments_total")};
};
template <>
struct describe<plan_section> {
  static constexpr auto extras = &plan_section::extras;
  static constexpr member_info members[] = {member<&plan_section::number>("number", presence::required),
                                            member<&plan_section::title>("title"), member<&plan_section::text>("text")};
};
template <>
struct describe<regional_plan> {
  static constexpr auto extras = &regional_plan::extras;
  static constexpr member_info members[] = {member<&regional_plan::id>("id", presence::required),
                                            member<&regional_plan::name>("name"),
                                            member<&regional_plan::status>("status"),
                                            member<&regional_plan::style>("style"),
                                            member<&regional_plan::author>("author"),
                                            member<&regional_plan::area>("area"),
                                            member<&regional_plan::applied_on>("applied_on"),
                                            member<&regional_plan::certified_on>("certified_on"),
                                            member<&regional_plan::certification_round>("certification_round"),
                                            member<&regional_plan::change_certified_on>("change_certified_on"),
                                            member<&regional_plan::cancelled_on>("cancelled_on"),
                                            member<&regional_plan::period>("period"),
                                            member<&regional_plan::support_measures>("support_measures"),
                                            member<&regional_plan::projects>("projects"),
                                            member<&regional_plan::kpis>("kpis"),
                                            member<&regional_plan::donation_estimate_yen>("donation_estimate_yen"),
                                            member<&regional_plan::evaluation_method>("evaluation_method"),
                                            member<&regional_plan::evaluation_time>("evaluation_time"),
                                            member<&regional_plan::publication>("publication"),
                                            member<&regional_plan::sections>("sections"),
                                            member<&regional_plan::note>("note")};
};
template <>
struct describe<expert_opinion> {
  static constexpr auto extras = &expert_opinion::extras;
  static constexpr member_info members[] = {member<&expert_opinion::by>("by"),
                                            member<&expert_opinion::text>("text", presence::required),
                                            member<&expert_opinion::answer>("answer")};
};
template <>
struct describe<follow_up> {
  static constexpr auto extras = &follow_up::extras;
  static constexpr member_info members[] = {member<&follow_up::action>("action"),
                                            member<&follow_up::due_year>("due_year"), member<&follow_up::done>("done"),
                                            member<&follow_up::result>("result")};
};
template <>
struct describe<verification_result> {
  static constexpr auto extras = &verification_result::extras;
  static constexpr member_info members[] = {member<&verification_result::subject>("subject", presence::required),
                                            member<&verification_result::value>("value"),
                                            member<&verification_result::proposed_rating>("proposed_rating"),
      member<&verification_result::printed_rate>("printed_rate"),
                                            member<&verification_result::rating>("rating"),
                                            member<&verification_result::decided_by>("decided_by"),
                                            member<&verification_result::rating_reason>("rating_reason"),
                                            member<&verification_result::opinions>("opinions"),
                                            member<&verification_result::decision>("decision"),
                                            member<&verification_result::decision_reason>("decision_reason"),
                                            member<&verification_result::follow_up>("follow_up")};
};
template <>
struct describe<verification> {
  static constexpr auto extras = &verification::extras;
  static constexpr member_info members[] = {member<&verification::id>("id", presence::required),
                                            member<&verification::fiscal_year>("fiscal_year"),
                                            member<&verification::scheme>("scheme"),
                                            member<&verification::body>("body"),
                                            member<&verification::held_on>("held_on"),
                                            member<&verification::results>("results"),
                                            member<&verification::reported_to_assembly_on>("reported_to_assembly_on"),
                                            member<&verification::published_on>("published_on"),
                                            member<&verification::published_at>("published_at"),
                                            member<&verification::note>("note")};
};
template <>
struct describe<revision_change> {
  static constexpr auto extras = &revision_change::extras;
  static constexpr member_info members[] = {member<&revision_change::subject>("subject", presence::required),
                                            member<&revision_change::member>("member"),
                                            member<&revision_change::from>("from"),
                                            member<&revision_change::to>("to"),
                                            member<&revision_change::comparable>("comparable"),
                                            member<&revision_change::reason>("reason")};
};
template <>
struct describe<revision> {
  static constexpr auto extras = &revision::extras;
  static constexpr member_info members[] = {member<&revision::id>("id", presence::required),
                                            member<&revision::kind>("kind"),
                                            member<&revision::decided_on>("decided_on"),
                                            member<&revision::extended_to>("extended_to"),
                                            member<&revision::rule>("rule"),
                                            member<&revision::reason>("reason"),
                                            member<&revision::changes>("changes")};
};
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
  static constexpr member_info members[] = {
      member<&population_rates::year>("year"),
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
  static constexpr member_info members[] = {member<&yearly_figure::year>("year"), member<&yearly_figure::value>("value"),
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
template <>
struct describe<milestone> {
  static constexpr auto extras = &milestone::extras;
  static constexpr member_info members[] = {member<&milestone::id>("id", presence::required),
                                            member<&milestone::name>("name"),
                                            member<&milestone::kind>("kind"),
                                            member<&milestone::fiscal_year>("fiscal_year"),
                                            member<&milestone::from>("from"),
                                            member<&milestone::to>("to"),
                                            member<&milestone::done_on>("done_on"),
                                            member<&milestone::body>("body"),
                                            member<&milestone::after>("after"),
                                            member<&milestone::printed>("printed"),
                                            member<&milestone::note>("note")};
};
template <>
struct describe<meeting> {
  static constexpr auto extras = &meeting::extras;
  static constexpr member_info members[] = {
      member<&meeting::id>("id"),           member<&meeting::body>("body"),
      member<&meeting::number>("number"),   member<&meeting::fiscal_year>("fiscal_year"),
      member<&meeting::from>("from"),       member<&meeting::to>("to"),
      member<&meeting::held_on>("held_on"), member<&meeting::subject>("subject")};
};
template <>
struct describe<committee> {
  static constexpr auto extras = &committee::extras;
  static constexpr member_info members[] = {member<&committee::name>("name", presence::required),
                                            member<&committee::from_fiscal_year>("from_fiscal_year"),
                                            member<&committee::to_fiscal_year>("to_fiscal_year"),
                                            member<&committee::term>("term"), member<&committee::note>("note")};
};
template <>
struct describe<participation> {
  static constexpr auto extras = &participation::extras;
  static constexpr member_info members[] = {member<&participation::sector>("sector"),
                                            member<&participation::how>("how"), member<&participation::who>("who"),
                                            member<&participation::day>("day")};
};
template <>
struct describe<working_group> {
  static constexpr auto extras = &working_group::extras;
  static constexpr member_info members[] = {
      member<&working_group::purpose>("purpose"), member<&working_group::members>("members"),
      member<&working_group::classes>("classes"), member<&working_group::rounds>("rounds"),
      member<&working_group::note>("note")};
};
template <>
struct describe<drafting_procedure> {
  static constexpr auto extras = &drafting_procedure::extras;
  static constexpr member_info members[] = {member<&drafting_procedure::milestones>("milestones"),
                                            member<&drafting_procedure::meetings>("meetings"),
                                            member<&drafting_procedure::committees>("committees"),
                                            member<&drafting_procedure::participation>("participation"),
                                            member<&drafting_procedure::working_group>("working_group")};
};
template <>
struct describe<idea_indicator> {
  static constexpr auto extras = &idea_indicator::extras;
  static constexpr member_info members[] = {
      member<&idea_indicator::name>("name", presence::required), member<&idea_indicator::unit>("unit"),
      member<&idea_indicator::measurement>("measurement"), member<&idea_indicator::targets>("targets"),
      member<&idea_indicator::kpi>("kpi")};
};
template <>
struct describe<idea_solution> {
  static constexpr auto extras = &idea_solution::extras;
  static constexpr member_info members[] = {member<&idea_solution::means>("means"),
                                            member<&idea_solution::whom>("whom"),
                                            member<&idea_solution::state>("state")};
};
template <>
struct describe<smart_ticks> {
  static constexpr auto extras = &smart_ticks::extras;
  static constexpr member_info members[] = {
      member<&smart_ticks::specific>("specific"), member<&smart_ticks::measurable>("measurable"),
      member<&smart_ticks::achievable>("achievable"), member<&smart_ticks::relevant>("relevant"),
      member<&smart_ticks::time_bounded>("time_bounded")};
};
template <>
struct describe<idea_sheet> {
  static constexpr auto extras = &idea_sheet::extras;
  static constexpr member_info members[] = {member<&idea_sheet::id>("id", presence::required),
                                            member<&idea_sheet::section>("section"),
                                            member<&idea_sheet::plan_projects>("plan_projects"),
                                            member<&idea_sheet::goal_types>("goal_types"),
                                            member<&idea_sheet::issue>("issue"),
                                            member<&idea_sheet::background>("background"),
                                            member<&idea_sheet::target_people>("target_people"),
                                            member<&idea_sheet::solution>("solution"),
                                            member<&idea_sheet::digital_ideas>("digital_ideas"),
                                            member<&idea_sheet::timings>("timings"),
                                            member<&idea_sheet::other_cases>("other_cases"),
                                            member<&idea_sheet::expected_effect>("expected_effect"),
                                            member<&idea_sheet::side_effects>("side_effects"),
                                            member<&idea_sheet::smart>("smart"),
                                            member<&idea_sheet::outputs>("outputs"),
                                            member<&idea_sheet::outcomes>("outcomes"),
                                            member<&idea_sheet::round>("round"),
                                            member<&idea_sheet::copied_from>("copied_from"),
                                            member<&idea_sheet::note>("note")};
};
template <>
struct describe<linkage> {
  static constexpr auto extras = &linkage::extras;
  static constexpr member_info members[] = {member<&linkage::kind>("kind"), member<&linkage::name>("name"),
                                            member<&linkage::partners>("partners"),
                                            member<&linkage::content>("content")};
};
template <>
struct describe<document_part> {
  static constexpr auto extras = &document_part::extras;
  static constexpr member_info members[] = {member<&document_part::number>("number"),
                                            member<&document_part::title>("title", presence::required),
                                            member<&document_part::chapters>("chapters")};
};
template <>
struct describe<strategy> {
  static constexpr auto extras = &strategy::extras;
  static constexpr member_info members[] = {member<&strategy::schema>("$schema"),
                                            member<&strategy::format>("format", presence::required),
                                            member<&strategy::municipality>("municipality", presence::required),
                                            member<&strategy::name>("name", presence::required),
                                            member<&strategy::generation>("generation"),
                                            member<&strategy::status>("status"),
                                            member<&strategy::framework>("framework"),
                                            member<&strategy::takes_account_of>("takes_account_of"),
                                            member<&strategy::adopted_on>("adopted_on"),
                                            member<&strategy::published_on>("published_on"),
                                            member<&strategy::printed_adoption>("printed_adoption"),
                                            member<&strategy::period>("period", presence::required),
                                            member<&strategy::vision>("vision"),
                                            member<&strategy::principles>("principles"),
                                            member<&strategy::priority_fields>("priority_fields"),
                                            member<&strategy::linkages>("linkages"),
                                            member<&strategy::support_sought>("support_sought"),
                                            member<&strategy::overall_targets>("overall_targets"),
                                            member<&strategy::goals>("goals", presence::required),
                                            member<&strategy::cross_cutting_goals>("cross_cutting_goals"),
                                            member<&strategy::foundations>("foundations"),
                                            member<&strategy::unplaced_projects>("unplaced_projects"),
                                            member<&strategy::regional_plans>("regional_plans"),
                                            member<&strategy::population_vision>("population_vision"),
                                            member<&strategy::procedure>("procedure"),
                                            member<&strategy::idea_sheets>("idea_sheets"),
                                            member<&strategy::rating_scheme>("rating_scheme"),
                                            member<&strategy::verifications>("verifications"),
                                            member<&strategy::revisions>("revisions"),
                                            member<&strategy::outline>("outline"),
                                            member<&strategy::sources>("sources"),
                                            member<&strategy::note>("note")};
};

}  // namespace senryaku::json
