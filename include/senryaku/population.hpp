/// The population vision (人口ビジョン): cohort-component projection with the standard scenarios.
///
/// Shapes: ages are five-year groups 0–4, 5–9, … with an open last group; `groups` is their number (18: 85+, 19: 90+,
/// 20: 95+, 21: 100+). Arrays by age hold `groups` figures (persons); arrays of ratios hold `groups − 1`, from group x
/// to group x + 1, the last one from the two oldest groups together to the open one. Steps last five years.
///
/// Method: 国立社会保障・人口問題研究所「日本の地域別将来推計人口」(2013, 2018 editions: net migration ratios,
/// child–woman ratio; 2023 edition: out-migration rates and shares of in-migrants), Preston, Heuveline & Guillot,
/// "Demography" (2001), ch. 6 (births by age-specific rates, migration in numbers), and the worksheet of the vision
/// (まち・ひと・しごと創生本部) for the scenarios. Figures are doubles: persons are rounded for display only.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// One figure for each age group, by sex.
struct by_sex {
  std::vector<double> male;
  std::vector<double> female;
};

/// How the children 0–4 at the end of a step come about. Exactly one of the two forms is used.
struct birth_rule {
  std::optional<double> child_woman_ratio;    ///< 0–4 ÷ women 15–49, both at the end of the step
  std::optional<double> male_share;           ///< of children 0–4; needed with child_woman_ratio
  std::vector<double> fertility_by_age;       ///< births per woman and year for 15–19 … 45–49 (7 figures)
  std::optional<double> sex_ratio_at_birth;   ///< boys per girl; needed with fertility_by_age
  std::optional<double> male_birth_survival;  ///< from birth to 0–4
  std::optional<double> female_birth_survival;
};

/// Everything that moves a population five years on. Absent arrays mean "none"; an array is given for both sexes or for
/// neither, and `in_share` together with `in_pool`.
struct projection_step {
  std::optional<int> year;  ///< the step leads from this year to year + 5; checked against its place when given
  by_sex survival;          ///< ratios; required
  by_sex net_migration;     ///< ratios to the population at the start
  by_sex out_migration;     ///< ratios to the population at the start
  by_sex in_share;          ///< share of `in_pool` that the area gets, by age group at the end
  by_sex in_pool;           ///< persons, by age group at the end
  by_sex net_migrants;      ///< persons over the step: half at its start, half at its end
  birth_rule births;
  /// `survival` holds the whole change of a cohort, because what died and what moved is not known apart. Social and
  /// natural change are then unknown, and there is no scenario without migration.
  bool change_only = false;
};

struct projection_input {
  std::string name;
  std::optional<int> base_year;
  by_sex base;
  std::vector<projection_step> steps;  ///< the last one is held for further steps, and the result says from when
  std::optional<int> horizon_year;     ///< default: the end of the last step
};

struct population_at {
  int year = 0;
  by_sex population;
  /// Of the step that ended here; unknown in the base year.
  std::optional<double> births_surviving;  ///< children 0–4 who came in it
  std::optional<double> social_change;     ///< persons by migration; unknown also where it is not known apart
  std::optional<double> natural_change;    ///< the rest of the change
};

struct projection {
  std::string name;
  std::vector<population_at> years;
  std::optional<int> held_from;  ///< first year from which the last ratios were held
};

/// Runs the steps. Findings `population.*` say what is wrong with the input; a step that would leave fewer than no
/// persons in a group (survival and net migration together below zero) is such an error.
outcome<projection> run_projection(const projection_input& input);

// ---- Indicators ----------------------------------------------------------------------------------------------------

/// The usual figures of one year. Shares in percent; absent where the denominator is zero.
struct population_summary {
  int year = 0;
  double total = 0;
  double male = 0;
  double female = 0;
  double age_0_14 = 0;
  double age_15_64 = 0;
  double age_65_plus = 0;
  double age_75_plus = 0;
  double women_20_39 = 0;
  std::optional<double> share_0_14;
  std::optional<double> share_15_64;
  std::optional<double> share_65_plus;     ///< 高齢化率
  std::optional<double> index;             ///< total, base year = 100
  std::optional<double> ageing_index;      ///< 65+ per 100 children 0–14 (老年化指数)
  std::optional<double> child_dependency;  ///< 0–14 per 100 aged 15–64
  std::optional<double> aged_dependency;
  std::optional<double> total_dependency;
  std::optional<double> supporters;         ///< persons aged 15–64 per person aged 65+
  std::optional<double> women_20_39_index;  ///< base year = 100
  std::optional<int> decline_stage;         ///< 人口減少段階 1–3; absent while none applies
  std::optional<double> births_surviving;   ///< this and what follows: as in `population_at`
  std::optional<double> social_change;
  std::optional<double> natural_change;
};

std::vector<population_summary> summarise(const projection& result, const struct population_parameters& parameters);

// ---- Scenarios -----------------------------------------------------------------------------------------------------

/// A lower limit (in percent) from which a rating applies.
struct rating_limit {
  double from = 0;
  int rating = 1;
};

/// A figure of one year. Lists of them run straight between their years, which ascend, and are constant outside.
struct figure_by_year {
  int year = 0;
  double value = 0;
};

/// Age pattern of one family that moves in, in persons by age group of arrival.
struct family_pattern {
  by_sex persons;
  std::string ja;
  std::string en;
};

/// Survival ratios of the nation for one step.
struct survival_table {
  int from_year = 0;
  by_sex survival;
  std::optional<double> male_birth_survival;
  std::optional<double> female_birth_survival;
};

/// How far the questions for what is needed search. Shares are of the base population, per year.
struct search_limits {
  double fertility_to = 8;
  double families_share_to = 0.2;
  double migrants_share_from = -0.1;
  double migrants_share_to = 0.2;
};

/// What a numeric target of a goal is about, as far as the vision can say what it needs.
enum class goal_subject { births, fertility, net_migration };

/// Words by which the name of a numeric target shows its subject: one of `any` and none of `none`.
struct goal_cue {
  goal_subject subject = goal_subject::births;
  std::vector<std::string> any;
  std::vector<std::string> none;
  bool reversed = false;  ///< the figure counts losses (転出超過数)
};

/// Limits and factors as data; every result that used them prints them.
struct population_parameters {
  double target_fertility = 2.1;  ///< of simulation 1
  int target_fertility_year = 2030;
  std::vector<figure_by_year> fertility_factors;  ///< K: total fertility rate ÷ child–woman ratio, by year
  std::vector<rating_limit> natural_limits;       ///< of 100 × simulation 1 ÷ pattern 1
  std::vector<rating_limit> social_limits;        ///< of 100 × simulation 2 ÷ simulation 1
  double stage_3_fall = 10;                       ///< percent by which 65+ has to fall below the base for stage 3
  std::int64_t band_cases = 4;                    ///< back-tests of one horizon from which an error band is given
  search_limits search;
  family_pattern family;
  std::vector<goal_cue> goal_cues;
  std::vector<survival_table> survival_tables;
  std::string credit;  ///< of the data behind the tables; printed with every result
  std::vector<std::string> unconfirmed;
  std::vector<citation> sources;
};

/// What is wrong with parameters that a caller brings: no or descending years, a factor that is not positive, …
std::vector<finding> check_parameters(const population_parameters& parameters);

/// An outlook of the town's own (独自推計・将来展望): fertility by year, migration scaled by step, families moving in.
struct outlook {
  std::string name;                       ///< not empty, not the name of another scenario
  std::vector<figure_by_year> fertility;  ///< total fertility rates; empty: as in pattern 1
  std::vector<double> migration_factors;  ///< by step, the last one held; empty: 1
  std::optional<double> families_per_year;
  std::optional<family_pattern> family;  ///< default: that of the parameters
};

struct scenario_set {
  std::vector<projection> scenarios;  ///< pattern1, simulation1, simulation2, zero_migration_only, then the town's own
  std::optional<int> compared_year;
  std::optional<double> natural_influence;  ///< percent
  std::optional<int> natural_rating;        ///< 1–5
  std::optional<double> social_influence;   ///< unknown where migration is not known apart from deaths
  std::optional<int> social_rating;
  std::optional<double> base_fertility;  ///< equivalent total fertility rate of the base population

  /// The scenario of that name, or nullptr.
  const projection* find(std::string_view name) const;
};

/// The standard scenarios. Births by child–woman ratio turn into fertility by K; births by age are scaled so that five
/// times their sum is the rate. Findings beside a value say which scenario could not be drawn up.
outcome<scenario_set> run_scenarios(const projection_input& input, const population_parameters& parameters,
                                    const std::vector<outlook>& own, std::optional<int> compared_year);

/// The five factors of 希望出生率; shares 0–1.
struct desired_fertility_factors {
  std::optional<double> married_share;      ///< 有配偶者割合
  std::optional<double> planned_children;   ///< 夫婦の予定子ども数
  std::optional<double> wish_to_marry;      ///< 独身者のうち結婚を希望する者の割合
  std::optional<double> wished_children;    ///< 独身者の希望子ども数
  std::optional<double> separation_effect;  ///< 離死別等の影響
};

/// 希望出生率: (married × planned + single × wish_to_marry × wished) × effect of divorce and bereavement. Unknown when
/// one of the factors is; definition: 日本創成会議 (2014).
std::optional<double> desired_fertility(const desired_fertility_factors& factors);

// ---- What is needed ------------------------------------------------------------------------------------------------

/// The three ways to a target population: a constant total fertility rate with migration as in the input; families of
/// the parameters' pattern that move in besides; or net migrants of that pattern instead of the input's migration.
enum class needed_kind { constant_fertility, families_per_year, net_migrants_per_year };

/// The smallest value that reaches the target population, or none where no value in the stated range does.
struct needed_answer {
  needed_kind kind = needed_kind::constant_fertility;
  int year = 0;
  double target = 0;
  std::optional<double> value;
  double searched_from = 0;
  double searched_to = 0;
  std::optional<double> reached;          ///< the population with that value
  bool interpolated = false;              ///< `year` lies between two steps: a straight line, not a projection
  std::optional<double> births_per_year;  ///< children who reach 0–4, in the step that holds `year`, with that value
};

/// Answers in the order of `needed_kind`. `year` is after the base year; any year, not only those of the steps.
outcome<std::vector<needed_answer>> what_is_needed(const projection_input& input,
                                                   const population_parameters& parameters, int year, double target);

// ---- From censuses -------------------------------------------------------------------------------------------------

struct census {
  int year = 0;
  by_sex population;
};

/// Ratios of change between two censuses five years apart, split by `survival` (ratios; empty: the step is
/// `change_only`), with the child–woman ratio and the share of boys of the later one. A cohort that was empty in the
/// earlier census takes survival and no migration, with a finding; without `survival` it is an error.
outcome<projection_step> step_from_censuses(const by_sex& earlier, const by_sex& later, const by_sex& survival);

/// The change between the last two of `censuses` that are five years apart, held; the nation's survival of that period
/// splits it. A table with other age groups is fitted: figures beyond its open group join it, and an open group earlier
/// than the table's takes the ratios of its parts, weighted by the earlier census.
outcome<projection_input> input_from_censuses(std::vector<census> censuses, const population_parameters& parameters);

/// One past projection against the census that followed.
struct backtest_case {
  int base_year = 0;
  int year = 0;
  int horizon = 0;  ///< years
  double projected = 0;
  double counted = 0;
  double error_percent = 0;
};
struct error_band {
  int horizon = 0;
  std::int64_t cases = 0;
  double mean_absolute_error_percent = 0;
  std::optional<double> band_percent;  ///< largest error seen; only from `band_cases` cases on
};
struct backtest {
  std::vector<backtest_case> cases;
  std::vector<error_band> bands;
};

/// A census of which only the total is known.
struct census_total {
  int year = 0;
  double total = 0;
};

/// Projects every census from the change of the five years before it and compares with the later censuses; `totals` are
/// censuses without ages. The cases of one area overlap in time, so a band shows what has happened, not a probability.
backtest backtest_censuses(std::vector<census> censuses, const std::vector<census_total>& totals,
                           const population_parameters& parameters);

/// A total between the errors that the method has shown at this distance.
struct projection_band {
  int year = 0;
  double low = 0;
  double total = 0;
  double high = 0;
};

/// Bands around the totals of `result`, for the years whose distance from the base year has a band; none for others.
std::vector<projection_band> projection_bands(const projection& result, const backtest& past);

// ---- A strategy's own vision ---------------------------------------------------------------------------------------

/// What a population vision allows to compute: its own rates, or else the change between its last two censuses.
struct vision_projection {
  std::optional<projection_input> input;
  std::optional<scenario_set> scenarios;
  std::vector<needed_answer> needed;  ///< for each target population of the vision
  backtest past;
  std::vector<projection_band> bands;  ///< around pattern 1
  std::vector<finding> findings;
};

/// Projects the vision of `plan` to `horizon_year` (a year ending in 0 or 5), or to the last of its target populations
/// if that is later; 0: only as far as they need. Findings: what could not be projected, `check_vision_dates` and
/// `check_goals_against_vision`.
vision_projection project_vision(const strategy& plan, const population_parameters& parameters, int horizon_year);

/// What the vision and the strategy have to say to each other by their dates: a vision older than its base data or than
/// a newer census, a strategy older than its vision, a horizon before the end of the period.
std::vector<finding> check_vision_dates(const strategy& plan);

/// Numeric targets of goals (births, fertility, net migration) against what each target population of the vision needs
/// per year: on the path of the vision's own outlooks, or else by `needed`. One that falls short is a finding only when
/// no other numeric target closes the gap by itself.
std::vector<finding> check_goals_against_vision(const strategy& plan, const population_parameters& parameters,
                                                const vision_projection& projected);

// ---- Many areas ----------------------------------------------------------------------------------------------------

/// Pattern-1 projection of many areas in the caller's memory. Arrays are row-major:
/// `base` [areas][2][groups], `survival` and `migration` [areas][steps][2][groups−1], `child_woman_ratio` and
/// `male_share` [areas][steps], `out` [areas][steps][2][groups]; sex 0 is male. Nothing is allocated.
void project_areas(std::int64_t areas, std::int64_t groups, std::int64_t steps, const double* base,
                   const double* survival, const double* migration, const double* child_woman_ratio,
                   const double* male_share, double* out);

/// Columns of `project_area_scenarios`, in the order in which they stand in a row.
enum scenario_column : std::size_t {
  scenario_total,
  scenario_0_14,
  scenario_15_64,
  scenario_65_plus,
  scenario_75_plus,
  scenario_women_20_39,
  scenario_births_surviving,  ///< this and the next two: of the step that ends in this year; NaN (unknown) in the base
                              ///< year
  scenario_social_change,
  scenario_natural_change,
  scenario_share_65_plus,  ///< percent; NaN (unknown) in an empty area
  scenario_columns         ///< their number
};

/// The four standard scenarios of many areas with the usual figures: `out` [areas][4][steps + 1][scenario_columns], in
/// the order pattern 1, simulation 1, simulation 2, zero migration only; the base year first. Inputs as above. Nothing
/// is allocated. The figures agree with `run_scenarios` up to the order of summation; where the base has no women
/// 15–49, simulations 1 and 2 are NaN. `parameters` must be free of findings (`check_parameters`).
void project_area_scenarios(std::int64_t areas, std::int64_t groups, std::int64_t steps, int base_year,
                            const double* base, const double* survival, const double* migration,
                            const double* child_woman_ratio, const double* male_share,
                            const population_parameters& parameters, double* out);

/// Scales each sex–age cell of all areas so that the sums agree with `totals` (IPSS control to the national
/// projection). An area with other age groups, and a cell that no area can fill, are findings; nothing is changed then.
std::vector<finding> control_to_totals(std::vector<by_sex>& areas, const by_sex& totals);

}  // namespace v1
}  // namespace senryaku
