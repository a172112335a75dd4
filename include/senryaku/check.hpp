/// KPI checks: the SMART letters and the three viewpoints of the guides, each with its evidence.
#pragma once

#include <senryaku/stage.hpp>

namespace senryaku {
inline namespace v1 {

/// `unknown`: the document does not say enough to judge.
enum class verdict { pass, fail, unknown };

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

/// Checks one indicator. `plan` gives the period; `stages` reads the wording.
kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages, std::string_view pointer);

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages);

}  // namespace v1
}  // namespace senryaku
