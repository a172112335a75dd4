/// Rating schemes that go in and evaluations that come out.
#pragma once

#include <senryaku/evaluate.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(rounding_mode, {half_up, "half-up"}, {half_even, "half-even"}, {truncate, "truncate"},
              {ceiling, "ceiling"});
SENRYAKU_ENUM(rate_formula, {ratio, "ratio"}, {progress, "progress"}, {difference, "difference"}, {change, "change"},
              {yes_no, "yes-no"}, {compare, "compare"}, {judgement, "judgement"});
SENRYAKU_ENUM(judgement_kind, {judgement, "judgement"}, {vote, "vote"}, {statistical_test, "statistical-test"},
              {schedule_status, "schedule-status"});
SENRYAKU_ENUM(negative_rule, {plain, "plain"}, {no_rate, "no-rate"}, {progress, "progress"});
SENRYAKU_ENUM(totals_rule, {as_stated, "as-stated"}, {restarted, "restarted"}, {per_year, "per-year"},
              {summed, "summed"});
SENRYAKU_ENUM(missing_case, {not_surveyed, "not-surveyed"}, {not_collected, "not-collected"}, {suspended, "suspended"},
              {not_set, "not-set"}, {not_published, "not-published"}, {not_applicable, "not-applicable"},
              {no_entry, "no-entry"}, {provisional, "provisional"}, {older_than_plan, "older-than-plan"},
              {no_target, "no-target"});
SENRYAKU_ENUM(missing_treatment, {not_rated, "not-rated"}, {newest_value, "newest-value"}, {own_year, "own-year"},
              {left_out, "left-out"});
SENRYAKU_ENUM(rollup_level, {measure, "measure"}, {goal, "goal"}, {numeric_targets, "numeric-targets"},
              {strategy, "strategy"}, {plan, "plan"});
SENRYAKU_ENUM(rollup_method, {count, "count"}, {share, "share"}, {mean_points, "mean-points"},
              {sum_points, "sum-points"}, {mean_rate, "mean-rate"}, {majority, "majority"}, {worst, "worst"},
              {judgement, "judgement"});
SENRYAKU_ENUM(rollup_source, {indicators, "indicators"}, {level_below, "level-below"});
SENRYAKU_ENUM(rollup_denominator, {rated, "rated"}, {all, "all"});
SENRYAKU_ENUM(tie_rule, {worse, "worse"}, {better, "better"});
SENRYAKU_ENUM(group_gap, {none, "none"}, {counted_only, "counted-only"}, {nothing_rated, "nothing-rated"},
              {low_coverage, "low-coverage"}, {no_points, "no-points"}, {judged, "judged"}, {too_large, "too-large"},
              {no_class, "no-class"});
SENRYAKU_ENUM(falling_formula, {not_stated, "not-stated"}, {target_over_actual, "target-over-actual"},
              {two_minus_ratio, "two-minus-ratio"}, {excess, "excess"}, {plain, "plain"});
SENRYAKU_ENUM(target_comparison, {annual_target, "annual-target"}, {final_target, "final-target"},
              {straight_line, "straight-line"}, {elapsed_share, "elapsed-share"}, {previous_value, "previous-value"});
SENRYAKU_ENUM(rating_condition, {band, "band"}, {target_exceeded, "target-exceeded"}, {target_met, "target-met"},
              {target_equal, "target-equal"}, {target_missed, "target-missed"},
              {better_than_baseline, "better-than-baseline"}, {equal_to_baseline, "equal-to-baseline"},
              {not_better_than_baseline, "not-better-than-baseline"}, {worse_than_baseline, "worse-than-baseline"},
              {within_tolerance_of_baseline, "within-tolerance-of-baseline"},
              {improved_or_unchanged, "improved-or-unchanged"}, {on_pace, "on-pace"},
              {better_than_previous, "better-than-previous"}, {not_better_than_previous, "not-better-than-previous"},
              {text_target_met, "text-target-met"}, {not_rated, "not-rated"}, {judged, "judged"});
SENRYAKU_ENUM(keeping_rule, {plain, "plain"}, {kept_is_100, "kept-is-100"});
SENRYAKU_ENUM(degenerate_rule, {no_rate, "no-rate"}, {reached_100_else_0, "reached-100-else-0"});
SENRYAKU_ENUM(tolerance_kind, {absolute, "absolute"}, {relative, "relative"});
SENRYAKU_ENUM(rate_gap, {none, "none"}, {no_actual, "no-actual"}, {no_target, "no-target"},
              {no_baseline, "no-baseline"}, {no_aim, "no-aim"}, {no_previous, "no-previous"},
              {older_than_plan, "older-than-plan"}, {zero_denominator, "zero-denominator"},
              {falling_not_stated, "falling-not-stated"}, {not_numeric, "not-numeric"}, {judged, "judged"},
              {too_large, "too-large"}, {provisional, "provisional"}, {negative_values, "negative-values"},
              {zero_baseline, "zero-baseline"});

template <>
struct describe<rating_band> {
  static constexpr member_info members[] = {
      member<&rating_band::symbol>("symbol", presence::required),
      member<&rating_band::meaning>("meaning"),
      member<&rating_band::when>("when"),
      member<&rating_band::and_when>("and_when"),
      member<&rating_band::min>("min"),
      member<&rating_band::min_inclusive>("min_inclusive"),
      member<&rating_band::max>("max"),
      member<&rating_band::max_inclusive>("max_inclusive"),
      member<&rating_band::good>("good"),
      member<&rating_band::points>("points"),
      member<&rating_band::includes>("includes"),
  };
};

template <>
struct describe<rate_rounding> {
  static constexpr member_info members[] = {
      member<&rate_rounding::decimals>("decimals"),
      member<&rate_rounding::mode>("mode"),
      member<&rate_rounding::percent_sign>("percent_sign"),
      member<&rate_rounding::before_rating>("before_rating"),
  };
};

template <>
struct describe<rating_tolerance> {
  static constexpr member_info members[] = {
      member<&rating_tolerance::kind>("kind", presence::required),
      member<&rating_tolerance::value>("value", presence::required),
  };
};

template <>
struct describe<missing_rule> {
  static constexpr member_info members[] = {
      member<&missing_rule::when>("when", presence::required),
      member<&missing_rule::treat>("treat"),
      member<&missing_rule::symbol>("symbol"),
  };
};

template <>
struct describe<scheme_override> {
  static constexpr member_info members[] = {
      member<&scheme_override::mark>("mark"),       member<&scheme_override::kpis>("kpis"),
      member<&scheme_override::formula>("formula"), member<&scheme_override::compared_with>("compared_with"),
      member<&scheme_override::falling>("falling"), member<&scheme_override::keeping>("keeping"),
      member<&scheme_override::totals>("totals"),   member<&scheme_override::floor>("floor"),
      member<&scheme_override::cap>("cap"),         member<&scheme_override::tolerance>("tolerance"),
  };
};

template <>
struct describe<judged_part> {
  static constexpr member_info members[] = {
      member<&judged_part::name>("name", presence::required),
      member<&judged_part::symbols>("symbols"),
  };
};

template <>
struct describe<rollup_class> {
  static constexpr member_info members[] = {
      member<&rollup_class::symbol>("symbol", presence::required),
      member<&rollup_class::meaning>("meaning"),
      member<&rollup_class::min>("min"),
      member<&rollup_class::min_inclusive>("min_inclusive"),
      member<&rollup_class::max>("max"),
      member<&rollup_class::max_inclusive>("max_inclusive"),
      member<&rollup_class::good>("good"),
      member<&rollup_class::points>("points"),
  };
};

template <>
struct describe<rollup_weight> {
  static constexpr member_info members[] = {
      member<&rollup_weight::element>("element", presence::required),
      member<&rollup_weight::weight>("weight", presence::required),
  };
};

template <>
struct describe<rollup_rule> {
  static constexpr member_info members[] = {
      member<&rollup_rule::levels>("levels", presence::required),
      member<&rollup_rule::method>("method", presence::required),
      member<&rollup_rule::from>("from"),
      member<&rollup_rule::denominator>("denominator"),
      member<&rollup_rule::min_coverage>("min_coverage"),
      member<&rollup_rule::rounding>("rounding"),
      member<&rollup_rule::shares_fill_100>("shares_fill_100"),
      member<&rollup_rule::classes>("classes"),
      member<&rollup_rule::tie>("tie"),
      member<&rollup_rule::weights>("weights"),
      member<&rollup_rule::judged_part>("judged_part"),
  };
};

template <>
struct describe<evaluation_checks> {
  static constexpr member_info members[] = {
      member<&evaluation_checks::thin_step>("thin_step"),
      member<&evaluation_checks::thin_rate>("thin_rate"),
  };
};

template <>
struct describe<human_decision> {
  static constexpr member_info members[] = {
      member<&human_decision::verification>("verification"),
      member<&human_decision::rating>("rating"),
      member<&human_decision::decided_by>("decided_by"),
      member<&human_decision::reason>("reason"),
      member<&human_decision::decision>("decision"),
      member<&human_decision::decision_reason>("decision_reason"),
      member<&human_decision::printed_rate>("printed_rate"),
      member<&human_decision::differs>("differs", presence::required),
  };
};

template <>
struct describe<rating_scheme> {
  static constexpr member_info members[] = {
      member<&rating_scheme::id>("id", presence::required),
      member<&rating_scheme::name>("name", presence::required),
      member<&rating_scheme::body>("body"),
      member<&rating_scheme::formula>("formula", presence::required),
      member<&rating_scheme::compared_with>("compared_with", presence::required),
      member<&rating_scheme::falling>("falling"),
      member<&rating_scheme::elapsed_shares>("elapsed_shares"),
      member<&rating_scheme::floor>("floor"),
      member<&rating_scheme::cap>("cap"),
      member<&rating_scheme::final_too>("final_too"),
      member<&rating_scheme::keeping>("keeping"),
      member<&rating_scheme::target_equals_baseline>("target_equals_baseline"),
      member<&rating_scheme::zero_target>("zero_target"),
      member<&rating_scheme::zero_from_zero_unrated>("zero_from_zero_unrated"),
      member<&rating_scheme::missing_baseline_is_zero>("missing_baseline_is_zero"),
      member<&rating_scheme::zero_baseline_unrated>("zero_baseline_unrated"),
      member<&rating_scheme::negative_values>("negative_values"),
      member<&rating_scheme::totals>("totals"),
      member<&rating_scheme::tolerance>("tolerance"),
      member<&rating_scheme::missing>("missing"),
      member<&rating_scheme::overrides>("overrides"),
      member<&rating_scheme::bands>("bands", presence::required),
      member<&rating_scheme::judged_parts>("judged_parts"),
      member<&rating_scheme::rounding>("rounding"),
      member<&rating_scheme::rollups>("rollups"),
      member<&rating_scheme::judged_how>("judged_how"),
      member<&rating_scheme::decided_by>("decided_by"),
      member<&rating_scheme::decisions>("decisions"),
      member<&rating_scheme::first_year>("first_year"),
      member<&rating_scheme::last_year>("last_year"),
      member<&rating_scheme::sources>("sources", presence::required),
  };
};

template <>
struct describe<kpi_evaluation> {
  static constexpr member_info members[] = {
      member<&kpi_evaluation::scheme>("scheme"),
      member<&kpi_evaluation::kpi>("kpi", presence::required),
      member<&kpi_evaluation::name>("name", presence::required),
      member<&kpi_evaluation::pointer>("pointer", presence::required),
      member<&kpi_evaluation::unit>("unit"),
      member<&kpi_evaluation::goal>("goal"),
      member<&kpi_evaluation::measure>("measure"),
      member<&kpi_evaluation::baseline>("baseline", presence::nullable),
      member<&kpi_evaluation::target>("target", presence::nullable),
      member<&kpi_evaluation::target_basis>("target_basis"),
      member<&kpi_evaluation::target_level>("target_level"),
      member<&kpi_evaluation::actual>("actual", presence::nullable),
      member<&kpi_evaluation::actual_period>("actual_period"),
      member<&kpi_evaluation::provisional>("provisional"),
      member<&kpi_evaluation::unknown>("unknown"),
      member<&kpi_evaluation::left_out>("left_out"),
      member<&kpi_evaluation::gap>("gap", presence::required),
      member<&kpi_evaluation::rule>("rule"),
      member<&kpi_evaluation::rate_numerator>("rate_numerator"),
      member<&kpi_evaluation::rate_denominator>("rate_denominator"),
      member<&kpi_evaluation::rate>("rate"),
      member<&kpi_evaluation::rate_final>("rate_final"),
      member<&kpi_evaluation::target_shares>("target_shares"),
      member<&kpi_evaluation::rating>("rating"),
      member<&kpi_evaluation::rating_meaning>("rating_meaning"),
      member<&kpi_evaluation::good>("good", presence::required),
      member<&kpi_evaluation::points>("points"),
      member<&kpi_evaluation::decided>("decided"),
  };
};

template <>
struct describe<rating_count> {
  static constexpr member_info members[] = {
      member<&rating_count::symbol>("symbol", presence::required),
      member<&rating_count::count>("count", presence::required),
      member<&rating_count::share>("share"),
  };
};

template <>
struct describe<group_evaluation> {
  static constexpr member_info members[] = {
      member<&group_evaluation::scheme>("scheme"),
      member<&group_evaluation::level>("level", presence::required),
      member<&group_evaluation::element>("element"),
      member<&group_evaluation::name>("name", presence::required),
      member<&group_evaluation::pointer>("pointer"),
      member<&group_evaluation::rated>("rated", presence::required),
      member<&group_evaluation::total>("total", presence::required),
      member<&group_evaluation::left_out>("left_out"),
      member<&group_evaluation::counts>("counts", presence::required),
      member<&group_evaluation::method>("method"),
      member<&group_evaluation::gap>("gap", presence::required),
      member<&group_evaluation::rule>("rule"),
      member<&group_evaluation::figure_numerator>("figure_numerator"),
      member<&group_evaluation::figure_denominator>("figure_denominator"),
      member<&group_evaluation::figure>("figure"),
      member<&group_evaluation::rating>("rating"),
      member<&group_evaluation::rating_meaning>("rating_meaning"),
      member<&group_evaluation::good>("good", presence::required),
      member<&group_evaluation::points>("points"),
      member<&group_evaluation::decided>("decided"),
  };
};

template <>
struct describe<strategy_evaluation> {
  static constexpr member_info members[] = {
      member<&strategy_evaluation::scheme>("scheme", presence::required),
      member<&strategy_evaluation::scheme_name>("scheme_name", presence::required),
      member<&strategy_evaluation::fiscal_year>("fiscal_year", presence::required),
      member<&strategy_evaluation::decided_by>("decided_by"),
      member<&strategy_evaluation::decisions>("decisions"),
      member<&strategy_evaluation::kpis>("kpis", presence::required),
      member<&strategy_evaluation::groups>("groups", presence::required),
  };
};

}  // namespace senryaku::json
