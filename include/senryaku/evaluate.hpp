/// PDCA evaluation: achievement rates as exact fractions, rated by a town's own scheme.
#pragma once

#include <senryaku/rating_scheme.hpp>

namespace senryaku {
inline namespace v1 {

/// Why there is no rate.
enum class rate_gap {
  none,
  no_actual,
  no_target,
  no_baseline,
  no_aim,
  no_previous,
  older_than_plan,  ///< the newest value was measured before the plan began
  zero_denominator,
  falling_not_stated,
  not_numeric,
  judged,
  too_large,
  provisional,      ///< the scheme does not rate provisional values
  negative_values,  ///< the scheme gives no ratio of values below zero
  zero_baseline
};

/// What people decided (効果検証), kept beside what the scheme proposes.
struct human_decision {
  std::string verification;  ///< id
  std::string rating;
  std::string decided_by;
  std::string reason;
  std::optional<senryaku::decision> decision;
  std::string decision_reason;
  std::string printed_rate;
  bool differs = false;  ///< from the proposed rating
};

/// The result for one indicator, with the numbers that were used.
struct kpi_evaluation {
  std::string scheme;  ///< id
  std::string kpi;
  std::string name;
  std::string pointer;
  std::string unit;
  std::string goal;     ///< id of the goal
  std::string measure;  ///< id of the measure, empty for numeric targets
  std::optional<decimal> baseline;
  std::optional<decimal> target;        ///< as stated
  /// What that figure says, where it is no level: an increment, a rate of change, a total.
  std::optional<senryaku::target_basis> target_basis;
  std::optional<ratio> exact_level;
  std::string target_level;             ///< the level compared with, as an exact fraction
  std::optional<decimal> actual;
  std::string actual_period;            ///< year, or the period in words
  bool provisional = false;             ///< 速報値
  std::optional<unknown_reason> unknown;  ///< why the year that is verified has no value
  bool left_out = false;                ///< by the scheme's rule, in no total
  rate_gap gap = rate_gap::none;
  std::string rule;                     ///< the formula with the numbers in it
  std::optional<ratio> exact_rate;
  std::string rate_numerator;           ///< the same, as whole numbers
  std::string rate_denominator;
  std::string rate;                     ///< as printed by the scheme
  std::string rate_final;               ///< the second rate, against the final target
  std::vector<std::string> target_shares;  ///< yearly targets as shares of the way to the final one, in percent
  std::string rating;                   ///< symbol; empty when the scheme gives none
  std::string rating_meaning;
  bool good = false;
  std::optional<decimal> points;   ///< of the class
  std::optional<human_decision> decided;
};

/// How many of a group fell into each class; classes that include others count those too.
struct rating_count {
  std::string symbol;
  std::int64_t count = 0;
  std::string share;  ///< percent of the denominator, as printed by the scheme's roll-up
};

/// Why a group has no rating.
enum class group_gap {
  none,
  counted_only,   ///< the scheme only counts
  nothing_rated,
  low_coverage,   ///< fewer are rated than the scheme asks for
  no_points,      ///< a class without points
  judged,         ///< people decide, or add a part
  too_large,
  no_class        ///< the figure lies in none of the classes
};

/// The ratings of a group gathered by the scheme's rule.
struct group_evaluation {
  std::string scheme;  ///< id
  rollup_level level = rollup_level::strategy;
  std::string element;  ///< id of the measure, goal or regional plan; empty for the strategy
  std::string name;
  std::string pointer;
  std::int64_t rated = 0;
  std::int64_t total = 0;  ///< without those that the scheme leaves out
  std::int64_t left_out = 0;
  std::vector<rating_count> counts;
  std::optional<rollup_method> method;
  group_gap gap = group_gap::counted_only;
  std::string rule;                ///< the method with the numbers in it
  std::string figure_numerator;    ///< exact share, mean or sum, as whole numbers
  std::string figure_denominator;
  std::string figure;              ///< as printed by the scheme
  std::string rating;
  std::string rating_meaning;
  bool good = false;
  std::optional<decimal> points;
  std::optional<human_decision> decided;
};

/// Limits behind the findings about misleading rates, as data.
struct evaluation_checks {
  std::optional<decimal> thin_step;  ///< percent of the baseline: a step to the target below it is thin
  std::optional<decimal> thin_rate;  ///< percent: a rate beyond it, on a thin step, is reported
};

struct strategy_evaluation {
  std::string scheme;
  std::string scheme_name;
  std::int64_t fiscal_year = 0;
  std::string decided_by;
  std::vector<std::string> decisions;  ///< the scheme's categories of what to do next
  std::vector<kpi_evaluation> kpis;
  std::vector<group_evaluation> groups;  ///< each goal: its measures, its numeric targets, itself; then plans, strategy
  std::vector<finding> findings;
};

/// A rate, or why there is none, with the formula and the numbers in it.
struct computed_rate {
  std::optional<ratio> rate;
  std::optional<ratio> excess;  ///< over the ceiling, where the scheme prints that instead
  rate_gap gap = rate_gap::none;
  std::string rule;
};

/// The one place of the formulas: `actual` against `level` (both levels of the indicator).
computed_rate compute_rate(const rating_scheme& scheme, rate_formula formula, std::optional<indicator_aim> aim,
                           const std::optional<ratio>& baseline, const ratio& level, const ratio& actual);

/// Rates one indicator for `year`. `plan_start_year` is the first fiscal year of the plan (for shares of the way).
kpi_evaluation evaluate_kpi(const kpi& indicator, const rating_scheme& scheme, int year, std::optional<int> plan_start_year);

/// Rates every indicator of the strategy as of the end of fiscal year `year`.
strategy_evaluation evaluate_strategy(const strategy& plan, const rating_scheme& scheme, int year,
                                      const evaluation_checks& checks = {});

/// The scheme of that id, the first where `id` is empty, or nullptr.
const rating_scheme* find_scheme(const std::vector<rating_scheme>& schemes, std::string_view id);

/// The scheme as it stands for one indicator: its override applied.
rating_scheme scheme_for(const kpi& indicator, const rating_scheme& scheme);

/// One rating that is gathered: of an indicator, or of the level below.
struct rated_item {
  std::string element;  ///< id, for the weights
  std::string symbol;
  std::optional<decimal> points;
  std::optional<ratio> rate;
  bool good = false;
  bool rated = false;
  bool left_out = false;
};

/// Gathers ratings by the scheme's rule for `level`, or counts them. Rates are averaged only by a rule that says so.
group_evaluation roll_up(const rating_scheme& scheme, rollup_level level, const std::vector<rated_item>& items);

}  // namespace v1
}  // namespace senryaku
