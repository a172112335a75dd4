/// The outlook of a strategy's indicators: where each will stand in its last year if things go on as they did, what it
/// would need, and which figures are not to be trusted. Every figure carries its formula with the numbers in it.
#pragma once

#include <senryaku/series.hpp>

namespace senryaku {
inline namespace v1 {

/// How often an indicator is measured, by words of its `measurement::frequency` (隔年 → 2 years).
struct survey_interval {
  std::string text;
  int years = 1;
};

/// Limits of the outlook, as data with sources.
struct outlook_rules {
  decimal warning_below_percent{100};   ///< share of the expected way below which an indicator is behind
  decimal miss_below_percent{60};       ///< and below which it will miss its target
  decimal band_confidence_percent{90};  ///< wanted of the trend's band
  int smallest_trend = 3;               ///< values that make a trend
  decimal jump_score{35, 1};            ///< modified z-score from which a value is an outlier
  decimal jump_factor{6745, 4};         ///< what makes the median deviation a standard one
  int smallest_jump = 5;                ///< values that an outlier can be told from
  int stale_after_years = 1;            ///< a newest value older than this is stale
  std::vector<survey_interval> intervals;
  decimal early_left_percent{50};    ///< a target reached with at least this share of its time left is low
  decimal base_rate_percent{47};     ///< indicators that reach their target, nationally
  decimal unusual_below_percent{5};  ///< a result of this chance under the base rate is unusual
  std::vector<citation> sources;
};

enum class outlook_state {
  reached,  ///< the newest value keeps the target
  on_course,
  first_warning,  ///< behind the expected way, or the trend leads past the target
  will_miss,      ///< far behind the expected way, or the whole band of the trend misses the target
  missed,         ///< the target year is over
  unknown
};

/// Why there is no outlook.
enum class outlook_gap {
  none,
  no_actual,
  no_target,  ///< no number to reach, or the baseline of a target that is a change is unknown
  no_target_year,
  no_aim,
  no_start,           ///< neither a baseline nor an earlier result to count the way from
  total_not_running,  ///< a target over several years against results that are not stated as running totals
  not_numeric,
  too_large
};

/// A computed figure. `formula` is absent where there is nothing to compute from.
struct outlook_figure {
  std::string exact;             ///< whole number or fraction
  std::optional<decimal> value;  ///< rounded half up to one decimal more than the indicator's figures have
  std::string formula;           ///< with the numbers in it
};

struct outlook_point {
  int year = 0;
  decimal value;
  bool baseline = false;
};

/// The robust trend (Theil–Sen). The band is where the trend lies with the stated confidence; single years scatter
/// around it.
struct outlook_trend {
  std::string method = "theil-sen";
  std::int64_t values = 0;
  outlook_figure slope;  ///< change a year
  outlook_figure at_last_year;
  std::optional<decimal> low;  ///< band in the last year; absent when history does not allow one
  std::optional<decimal> high;
  std::optional<decimal> confidence_percent;  ///< exact confidence of the band, one decimal
};

/// A value far off the line through all others.
struct value_jump {
  int year = 0;
  decimal value;
  outlook_figure expected;        ///< by the other values' robust trend
  outlook_figure score;           ///< modified z-score
  std::optional<decimal> likely;  ///< what fits when a digit was moved or dropped in typing; absent when nothing does
};

/// One indicator as of the end of a fiscal year. Absent figures could not be computed; `gap` says why.
struct kpi_outlook {
  std::string kpi;
  std::string name;
  std::string pointer;
  std::string unit;
  std::string goal;     ///< id
  std::string measure;  ///< id, empty for numeric targets
  outlook_state state = outlook_state::unknown;
  outlook_gap gap = outlook_gap::none;
  std::vector<outlook_point> history;           ///< values that were used, up to the fiscal year
  std::optional<int> last_year;                 ///< year of the final target
  std::string target_level;                     ///< exact
  std::optional<outlook_figure> pace;           ///< change a year so far
  std::optional<outlook_figure> needed_pace;    ///< change a year from the newest value to the target
  std::optional<outlook_figure> share_of_way;   ///< way made ÷ way expected by the newest value's year, in percent
  std::optional<outlook_figure> straight_line;  ///< the pace so far held to the last year
  std::optional<outlook_trend> trend;
  std::optional<int> first_behind;           ///< year of the result since which it has been behind
  std::optional<int> reached_in;             ///< year of the result since which the target has been kept
  std::optional<decimal> time_left_percent;  ///< of the target's time when it was reached
  bool too_early = false;                    ///< reached so early that the target looks low
  std::vector<value_jump> jumps;
  bool never_measured = false;
  std::optional<int> stale_years;  ///< age of the newest value, when it is stale and no reason is recorded
  bool no_owner = false;           ///< no section is named that reports it
};

struct outlook_count {
  outlook_state state = outlook_state::unknown;
  std::int64_t count = 0;
};

/// What the file alone says about the strategy's indicators.
struct indicator_health {
  std::int64_t indicators = 0;
  std::int64_t never_measured = 0;
  std::int64_t stale = 0;
  std::int64_t no_owner = 0;
  std::int64_t judged = 0;   ///< indicators whose newest value can be held against a target that is due
  std::int64_t reached = 0;  ///< of these
  std::optional<decimal>
      chance_percent;  ///< of so many or more (fewer: or fewer) under the national base rate; rounded up
};

struct strategy_outlook {
  std::int64_t fiscal_year = 0;
  std::vector<kpi_outlook> kpis;  ///< in document order
  std::vector<outlook_count> counts;
  indicator_health health;
  std::vector<finding> findings;  ///< codes `outlook.*`
};

/// The outlook of one indicator from what was known at the end of fiscal year `year`. `plan_start_year`: first fiscal
/// year of the plan; results before it are history.
kpi_outlook foresee_kpi(const kpi& indicator, const outlook_rules& rules, int year, std::optional<int> plan_start_year);

/// The outlook of every indicator and numeric target.
strategy_outlook foresee_strategy(const strategy& plan, const outlook_rules& rules, int year);

}  // namespace v1
}  // namespace senryaku
