/// Rating schemes (評定基準): how a town rates its indicators and gathers the ratings, as data with its source.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// How a rate is formed. A new town is data; a new formula is code with a printed row as its test.
enum class rate_formula {
  ratio,       ///< actual ÷ target
  progress,    ///< (actual − baseline) ÷ (target − baseline); serves falling indicators without a special case
  difference,  ///< actual − target in the indicator's unit, positive when better
  change,      ///< (actual − baseline) ÷ |baseline|, positive when better: bands around the baseline
  yes_no,      ///< 100 % when reached, 0 % otherwise
  compare,     ///< no rate: reached or not, better or worse
  judgement    ///< people decide; recorded, never computed
};

/// How people come to the rating of a scheme that is recorded and never computed.
enum class judgement_kind { judgement, vote, statistical_test, schedule_status };

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

/// What a ratio does with values or targets below zero, where it means nothing (−7,004 of −214 is 3,273 %).
enum class negative_rule { plain, no_rate, progress };

/// How the figures of a total over years (累計) are used.
enum class totals_rule {
  as_stated,
  restarted,  ///< totals from the first year of the plan on: what the baseline holds is taken off both sides
  per_year,   ///< single years: this year's total less the one of the year before, on both sides
  summed      ///< figures of single years are added up from the first year of the plan or of the target's period
};

/// A case in which the value of the year cannot simply be taken.
enum class missing_case {
  not_surveyed,
  not_collected,
  suspended,
  not_set,
  not_published,
  not_applicable,
  no_entry,         ///< nothing is recorded for the year, an earlier value is there
  provisional,      ///< 速報値
  older_than_plan,  ///< the newest value was measured before the plan began
  no_target
};
enum class missing_treatment {
  not_rated,
  newest_value,  ///< the newest value there is, against the target of the year that is verified
  own_year,      ///< the newest value, against the target of the year in which it was measured (every second year)
  left_out       ///< not rated, and not in any total
};
/// Without a rule: a provisional value and an earlier value of a year without an entry are rated, all others are not.
struct missing_rule {
  missing_case when = missing_case::not_surveyed;
  missing_treatment treat = missing_treatment::not_rated;
  std::string symbol;  ///< printed in place of a rating
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

/// One class of a scheme (A, ◎, 達成 …). Bounds are in percent of the rate (of the unit, for `difference`); an absent
/// bound is open. Where bounds stand beside a condition or `and_when`, all of them have to hold (two axes).
struct rating_band {
  std::string symbol;
  std::string meaning;
  rating_condition when = rating_condition::band;
  std::optional<decimal> min;
  bool min_inclusive = true;
  std::optional<decimal> max;
  bool max_inclusive = false;
  bool good = false;  ///< counts as a good result in shares
  std::optional<decimal> points = std::nullopt;
  std::vector<std::string> includes = {};  ///< symbols that are counted here too (改善 includes 達成)
  std::optional<rating_condition> and_when = std::nullopt;
};

/// How rates are printed, once and at the end. Thresholds always see the exact rate unless the scheme says otherwise.
struct rate_rounding {
  int decimals = 1;  ///< of the percentage
  rounding_mode mode = rounding_mode::half_up;
  bool percent_sign = true;
  bool before_rating = false;  ///< the rounded percentage is what is compared with the bounds
};

/// Another rule for single indicators: those whose `formula` member is `mark`, or that are named.
struct scheme_override {
  std::string mark;
  std::vector<std::string> kpis;  ///< ids
  std::optional<rate_formula> formula;
  std::optional<target_comparison> compared_with;
  std::optional<falling_formula> falling;
  std::optional<keeping_rule> keeping;
  std::optional<totals_rule> totals;
  std::optional<decimal> floor;
  std::optional<decimal> cap;
  std::optional<rating_tolerance> tolerance;
};

/// A part of a verdict that is not a number (有効性, 効率性 …): recorded by people.
struct judged_part {
  std::string name;
  std::vector<std::string> symbols;
};

// ---- Roll-up -------------------------------------------------------------------------------------------------------

/// What ratings are gathered for. `plan`: the KPIs of a regional plan (地域再生計画), that is of a grant project.
enum class rollup_level { measure, goal, numeric_targets, strategy, plan };

enum class rollup_method {
  count,        ///< how many in each class
  share,        ///< good classes ÷ rated, in percent
  mean_points,  ///< weighted mean of the points of the classes
  sum_points,   ///< points added up
  mean_rate,    ///< weighted mean of the rates, where a town states that it does so
  majority,     ///< the most frequent class
  worst,        ///< the last class, in the scheme's order, that occurs
  judgement     ///< people decide
};
/// What is gathered: indicators, or the results of the level below (評定の積上げ).
enum class rollup_source { indicators, level_below };
enum class rollup_denominator { rated, all };
enum class tie_rule { worse, better };

/// A class of the gathered result; bounds as in `rating_band`, of the share or mean rate in percent, or of the points.
struct rollup_class {
  std::string symbol;
  std::string meaning;
  std::optional<decimal> min;
  bool min_inclusive = true;
  std::optional<decimal> max;
  bool max_inclusive = false;
  bool good = false;
  std::optional<decimal> points = std::nullopt;
};
struct rollup_weight {
  std::string element;  ///< id of a KPI, measure or goal; all others weigh 1
  decimal weight = 1;
};
struct rollup_rule {
  std::vector<rollup_level> levels;
  rollup_method method = rollup_method::count;
  rollup_source from = rollup_source::indicators;
  rollup_denominator denominator = rollup_denominator::rated;
  std::optional<decimal> min_coverage;  ///< percent that has to be rated; below it there is no result
  rate_rounding rounding;               ///< of shares, means and points
  bool shares_fill_100 = false;         ///< the largest printed share takes what the others leave of 100
  std::vector<rollup_class> classes;    ///< the first that fits; none: the classes of the scheme
  tie_rule tie = tie_rule::worse;
  std::vector<rollup_weight> weights;
  std::string judged_part;  ///< what people add before the result is final; then only the figure is computed
};

/// A rating scheme (評定基準) of a town, with its source. Classes are listed from the best to the worst.
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
  bool zero_baseline_unrated = false;
  negative_rule negative_values = negative_rule::plain;
  bool missing_baseline_is_zero = false;  ///< what did not exist before counts as 0 (grant projects)
  totals_rule totals = totals_rule::as_stated;
  std::optional<rating_tolerance> tolerance;
  std::vector<missing_rule> missing;
  std::vector<scheme_override> overrides;
  std::vector<rating_band> bands;  ///< the first that fits is given
  std::vector<judged_part> judged_parts;
  rate_rounding rounding;
  std::vector<rollup_rule> rollups;  ///< a level without one is counted
  std::optional<judgement_kind> judged_how;
  std::string decided_by;
  std::vector<std::string> decisions;   ///< categories of what to do next
  std::optional<int> first_year;        ///< fiscal years in which the rule was in use
  std::optional<int> last_year;
  std::vector<citation> sources;
};

}  // namespace v1
}  // namespace senryaku
