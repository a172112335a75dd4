/// KPI checks: the SMART letters and the three viewpoints of the guides, each with its evidence.
#pragma once

#include <senryaku/stage.hpp>

namespace senryaku {
inline namespace v1 {

/// `unknown`: the document does not say enough to judge.
enum class verdict { pass, fail, unknown };

/// An indicator of a real body that counts an outcome, to propose where a town counts what its office does.
struct outcome_example {
  std::string name;
  std::string unit;
  std::string body;  ///< who uses it
  std::string url;
};

/// A policy field: how its indicators and projects are known, and what real bodies count there.
struct indicator_field {
  std::string id;
  std::string name_ja;
  std::string name_en;
  std::vector<std::string> words;  ///< NFKC; in a name or a measure's title they point to the field
  std::vector<outcome_example> outcomes;
};

/// A result far from most measures (出生数): only measures of these fields can move it.
struct far_outcome {
  std::vector<std::string> words;
  std::vector<std::string> fields;  ///< ids of indicator_field
};

/// A kind of indicator that some bodies class as output and others as outcome (相談件数): what to ask oneself.
struct contested_kind {
  std::vector<std::string> endings;  ///< NFKC; a name that ends so is of the kind
  std::string question_ja;
  std::string question_en;
};

/// Wording and limits of the checks, as data with sources. All texts are NFKC.
struct kpi_check_rules {
  std::vector<std::string> slogan_endings;  ///< a name that ends so states a wish, not a quantity
  std::vector<std::string> survey_endings;  ///< … or is the name of a survey or task, where it has no unit or is in %
  std::vector<std::string> sentence_endings;  ///< … or is a sentence
  std::vector<std::string> open_endings;      ///< … or leaves open what else is counted (等)
  std::vector<std::string> closed_names;      ///< official statistics whose name ends so all the same
  std::vector<std::string> bare_names;        ///< whole names that do not say whose (利用者数)
  std::vector<std::string>
      vague_endings;                   ///< what they count is not settled by the name; it needs a method or definition
  std::vector<std::string> act_pairs;  ///< joined by ・ before a counter they are two quantities (作成・配布数)
  std::vector<std::string> counters;   ///< 件数, 者数 …: two of them joined by ・ are two quantities
  std::vector<std::string> quantity_endings;  ///< a name that ends so counts something: a ratio is not its unit
  std::vector<std::string> ratio_units;
  std::vector<std::string> ratio_names;  ///< a name that ends so is a ratio or a mark: a count is not its unit
  std::vector<std::string> count_units;
  // A rule document that leaves out one of these six keeps the entries of the rules that it extends.
  std::vector<contested_kind> contested_kinds;
  std::vector<std::string> total_marks;        ///< in the method or a note they say that years are added up
  std::vector<std::string> one_year_marks;     ///< … and that the baseline is of one year all the same
  std::vector<std::string> span_units;         ///< behind ・ they make no second unit (人・日)
  std::vector<std::string> person_counts;      ///< a remark that ends so counts persons: 設置数(登録人数)
  std::vector<std::string> person_units;       ///< units in which that is the same quantity
  std::vector<std::string> open_ratio_names;   ///< ratios of which the name does not settle the denominator
  std::vector<std::string> denominator_marks;  ///< in the name or the method they settle it
  std::vector<std::string> share_names;        ///< shares of a whole: never above `ceiling_percent`
  std::vector<std::string> signed_terms;       ///< a name or unit with one of them may be negative
  std::vector<std::string> many_causes_terms;  ///< indices that too many causes move
  std::vector<far_outcome> far_outcomes;
  decimal pace_times{5};    ///< needed yearly change ÷ typical yearly change of the past: from here on out of reach
  decimal spread_times{2};  ///< a missing change within so many spreads of the series is no matter of pace
  decimal turn_gap_percent{
      5};  ///< a turn against the trend is out of reach when the gap is wider than this share of the level
  std::vector<std::string>
      yearly_marks;                 ///< in the name or at the end of the unit: the figure is that of one year (人/年)
  decimal cost_notice_percent{30};  ///< a unit cost that differs so much from the record needs a reason
  decimal scale_jump{100};          ///< neighbouring values that differ so many times are in different units
  decimal ceiling_percent{100};
  decimal band_confidence_percent{50};  ///< three values in a row reach 67
  int smallest_sample = 100;            ///< a stated sample below this cannot carry a share or a mark
  int interim_years = 3;                ///< a target so many years after the plan's start needs targets in between
  int overload_from = 3;                ///< one indicator for so many measures or goal targets carries too much
  int proposals = 3;                    ///< outcome indicators proposed for an output
  std::vector<citation> sources;
  std::vector<indicator_field> fields;  ///< rule document member "indicator_fields", by id
};

/// Where the indicator is by the target year if its past goes on: the robust trend (series.hpp) carried there, with the
/// narrowest band of its slope that reaches `kpi_check_rules::band_confidence_percent`. Figures are rounded half up to
/// one decimal more than the history has.
struct level_band {
  int year = 0;        ///< of the target
  int first_year = 0;  ///< of the history
  int last_year = 0;
  std::int64_t points = 0;  ///< known values
  decimal low;
  decimal middle;
  decimal high;
  decimal confidence_percent;  ///< that the slope lies in the band; whole
};

/// Unit cost (単位当たりコスト): the money of some years over what moved in them, the change of the figure, or for the
/// figure of one year the sum of the years. A measure's money counts whole for each of its indicators: only the
/// comparison of the plan with the record of the same indicator means something.
struct unit_cost {
  std::optional<int> first_year;  ///< unknown where the document gives no years
  std::optional<int> last_year;
  decimal yen;
  decimal units;     ///< two decimals, half up
  decimal each_yen;  ///< whole yen, half up
};

/// The check of one KPI or numeric target.
struct kpi_check {
  std::string kpi;
  std::string name;
  std::string pointer;
  stage_verdict stage;
  verdict specific = verdict::unknown;
  verdict measurable = verdict::unknown;
  verdict achievable = verdict::unknown;
  verdict relevant = verdict::unknown;
  verdict time_bounded = verdict::unknown;
  verdict objective_result = verdict::unknown;  ///< 成果の客観性: an outcome that can be measured
  verdict directness = verdict::unknown;        ///< 取組との直接性
  verdict adequate_level = verdict::unknown;    ///< 妥当な水準
  std::vector<finding> findings;
  std::string field;                       ///< id of the indicator_field, empty when no word tells
  std::optional<level_band> band;          ///< what the history supports: three known values at least
  std::optional<unit_cost> cost_planned;   ///< from the newest value before the plan to the target
  std::optional<unit_cost> cost_recorded;  ///< in the years before the plan
  std::vector<outcome_example> proposals;  ///< outcome indicators of real bodies, where this one is none
};

/// The indicators of one goal by stage. Declared stages count where the wording does not contradict them.
struct goal_stages {
  std::string goal;  ///< id; empty: numeric targets of the plan as a whole
  std::string name;
  std::int64_t outcome = 0;
  std::int64_t output = 0;
  std::int64_t input = 0;
  std::int64_t undecided = 0;
};

/// All KPIs and numeric targets of a strategy, in document order.
struct strategy_check {
  std::vector<kpi_check> kpis;
  std::vector<goal_stages> goals;
  std::vector<finding> findings;  ///< about more than one indicator
};

/// Where an indicator stands.
struct kpi_place {
  std::string_view context;  ///< name of its measure, or of its goal; empty when it is asked about alone
  std::string_view pointer;
  const measure* part = nullptr;  ///< the measure whose projects carry the indicator
  bool belongs_to_goal = false;   ///< a KPI of a measure whose goal has numeric targets, so it should name one of them
};

/// Checks one indicator. `plan` gives the period; `stages` reads the wording.
kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages,
                    const kpi_check_rules& rules, const kpi_place& place);

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules);

}  // namespace v1
}  // namespace senryaku
