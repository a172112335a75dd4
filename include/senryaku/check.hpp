/// KPI checks: the SMART letters and the three viewpoints of the guides, each with its evidence.
#pragma once

#include <senryaku/stage.hpp>

namespace senryaku {
inline namespace v1 {

/// `unknown`: the document does not say enough to judge.
enum class verdict { pass, fail, unknown };

/// Wording and limits of the checks, as data with sources.
struct kpi_check_rules {
  std::vector<std::string> slogan_endings;   ///< a name that ends so states a wish or a survey, not a quantity
  std::vector<std::string> vague_terms;      ///< what is counted is not settled by them; they need a method
  std::vector<std::string> act_pairs;        ///< joined by ・ before a counter they are two quantities (作成・配布数)
  std::vector<std::string> counters;         ///< 件数, 者数 …: two of them joined by ・ are two quantities
  std::vector<std::string> quantity_endings; ///< a name that ends so counts something: a ratio is not its unit
  std::vector<std::string> ratio_units;
  std::vector<std::string> ratio_names;      ///< a name that ends so is a ratio or a mark: a count is not its unit
  std::vector<std::string> count_units;
  decimal pace_times{5};         ///< needed yearly change ÷ observed: from here on out of reach
  decimal turn_gap_percent{5};   ///< a turn against the trend is out of reach when the gap is wider than this share of the level
  decimal scale_jump{100};       ///< neighbouring values that differ so many times are in different units
  int smallest_sample = 100;     ///< a stated sample below this cannot carry a share or a mark
  std::vector<citation> sources;
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
};

/// All KPIs and numeric targets of a strategy, in document order.
struct strategy_check {
  std::vector<kpi_check> kpis;
};

/// Checks one indicator. `plan` gives the period; `stages` reads the wording; `context` is the measure's name.
kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules,
                    std::string_view context, std::string_view pointer);

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules);

}  // namespace v1
}  // namespace senryaku
