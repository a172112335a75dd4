/// PDCA evaluation: achievement rates as exact fractions, rated by a town's own scheme.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// How a rate is formed. A new town is data; a new formula is code with a printed row as its test.
enum class rate_formula {
  ratio,     ///< actual ÷ target
  progress,  ///< (actual − baseline) ÷ (target − baseline); serves falling indicators without a special case
  compare,   ///< no rate: reached or not, better or worse
  judgement  ///< people decide; recorded, never computed
};

/// What a ratio does with an indicator that should fall (減少指標).
enum class falling_formula {
  not_stated,         ///< the scheme does not say: no rate, and the result says why
  target_over_actual, ///< target ÷ actual
  two_minus_ratio,    ///< 2 − actual ÷ target
  excess,             ///< 100 % when the ceiling is kept; otherwise the excess over it, printed as "n%超過"
  plain               ///< actual ÷ target all the same
};

/// What the actual value is compared with.
enum class target_comparison {
  annual_target,  ///< this year's target
  final_target,   ///< the target of the last year
  straight_line,  ///< the point of this year on the line from baseline to final target
  elapsed_share,  ///< the final target × the share that the scheme sets for this year of the plan
  previous_value  ///< the value of the year before
};

/// What an indicator that is to be kept (維持・以上・以下) gets by a ratio.
enum class keeping_rule {
  plain,       ///< the ratio as it is
  kept_is_100  ///< 100 % when kept, the ratio otherwise
};

/// What is given where the formula divides by zero.
enum class degenerate_rule { no_rate, reached_100_else_0 };

/// How far a value may lie from the baseline and still count as unchanged.
enum class tolerance_kind { absolute, relative };
struct rating_tolerance {
  tolerance_kind kind = tolerance_kind::absolute;
  decimal value;  ///< points of the unit, or percent of the baseline
};

/// The case in which a rating is given. `band`: the rate lies between `min` and `max`.
enum class rating_condition {
  band,
  target_exceeded,
  target_met,
  target_equal,
  target_missed,
  better_than_baseline,
  equal_to_baseline,
  not_better_than_baseline,
  worse_than_baseline,
  within_tolerance_of_baseline,
  improved_or_unchanged,  ///< better than the baseline, or within the tolerance
  on_pace,                ///< on or beyond the straight line to the final target
  better_than_previous,
  not_better_than_previous,
  text_target_met,        ///< a target in words (維持, 増加, 減少) against the value of the year before
  not_rated,
  judged                  ///< people decide; never computed
};

/// One class of a scheme (A, ◎, 達成 …). Bounds are in percent of the rate; an absent bound is open.
struct rating_band {
  std::string symbol;
  std::string meaning;
  rating_condition when = rating_condition::band;
  std::optional<decimal> min;
  bool min_inclusive = true;
  std::optional<decimal> max;
  bool max_inclusive = false;
  bool good = false;  ///< counts as a good result in shares
};

/// How rates are printed, once and at the end. Thresholds always see the exact rate unless the scheme says otherwise.
struct rate_rounding {
  int decimals = 1;  ///< of the percentage
  rounding_mode mode = rounding_mode::half_up;
  bool percent_sign = true;
  bool before_rating = false;  ///< the rounded percentage is what is compared with the bounds
};

/// A rating scheme (評定基準) of a town, with its source.
struct rating_scheme {
  std::string id;
  std::string name;
  std::string body;  ///< whose rule it is
  rate_formula formula = rate_formula::ratio;
  target_comparison compared_with = target_comparison::annual_target;
  falling_formula falling = falling_formula::not_stated;
  std::vector<decimal> elapsed_shares;  ///< percent by year of the plan, for `elapsed_share`
  std::optional<decimal> floor;         ///< percent
  std::optional<decimal> cap;           ///< percent
  bool final_too = false;               ///< a second rate against the final target is printed beside the first
  keeping_rule keeping = keeping_rule::plain;
  degenerate_rule target_equals_baseline = degenerate_rule::no_rate;
  degenerate_rule zero_target = degenerate_rule::no_rate;
  bool zero_from_zero_unrated = false;  ///< baseline 0 and target 0: no rate, whatever the rule above
  bool missing_baseline_is_zero = false;  ///< what did not exist before counts as 0 (grant projects)
  std::optional<rating_tolerance> tolerance;
  std::vector<rating_band> bands;       ///< the first that fits is given
  rate_rounding rounding;
  std::string decided_by;
  std::vector<std::string> decisions;   ///< categories of what to do next
  std::optional<int> first_year;        ///< fiscal years in which the rule was in use
  std::optional<int> last_year;
  std::vector<citation> sources;
};

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
  too_large
};

/// The result for one indicator, with the numbers that were used.
struct kpi_evaluation {
  std::string kpi;
  std::string name;
  std::string pointer;
  std::string unit;
  std::string goal;     ///< id of the goal
  std::string measure;  ///< id of the measure, empty for numeric targets
  std::optional<decimal> baseline;
  std::optional<decimal> target;        ///< as stated
  std::string target_level;             ///< the level compared with, as an exact fraction
  std::optional<decimal> actual;
  std::string actual_period;            ///< year, or the period in words
  rate_gap gap = rate_gap::none;
  std::string rule;                     ///< the formula with the numbers in it
  std::string rate_numerator;           ///< exact rate, as whole numbers
  std::string rate_denominator;
  std::string rate;                     ///< as printed by the scheme
  std::string rate_final;               ///< the second rate, against the final target
  std::vector<std::string> target_shares;  ///< yearly targets as shares of the way to the final one, in percent
  std::string rating;                   ///< symbol; empty when the scheme gives none
  std::string rating_meaning;
  bool good = false;
};

/// How many of a group fell into each class, and how many could be rated at all.
struct rating_count {
  std::string symbol;
  std::int64_t count = 0;
};
struct group_evaluation {
  std::string element;  ///< id of the goal, empty for the strategy
  std::string name;
  std::int64_t rated = 0;
  std::int64_t total = 0;
  std::vector<rating_count> counts;
};

struct strategy_evaluation {
  std::string scheme;
  std::string scheme_name;
  std::int64_t fiscal_year = 0;
  std::vector<kpi_evaluation> kpis;
  std::vector<group_evaluation> groups;  ///< goals in document order, then the strategy
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
strategy_evaluation evaluate_strategy(const strategy& plan, const rating_scheme& scheme, int year);

}  // namespace v1
}  // namespace senryaku
