/// KPI checks: the SMART letters and the three viewpoints of the guides, each with its evidence.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// `unknown`: the document does not say enough to judge.
enum class verdict { pass, fail, unknown };

/// Where a cue has to stand to count.
enum class cue_place { anywhere, name_end, unit };

/// A piece of wording that speaks for an output (negative weight) or an outcome (positive).
struct stage_cue {
  std::string text;
  cue_place place = cue_place::anywhere;
  std::int64_t weight = 0;
};

/// The wording that tells what the office does from what people gained. Data with sources.
struct stage_lexicon {
  std::vector<stage_cue> cues;
  std::int64_t decided_from = 1;  ///< a score nearer to zero than this leaves the stage undecided
  std::vector<citation> sources;
};

/// A cue that was found, with the weight that it brought.
struct found_cue {
  std::string text;
  std::int64_t weight = 0;
};

/// Output or outcome by the wording. No stage: undecided.
struct stage_decision {
  std::optional<indicator_stage> stage;
  std::int64_t score = 0;
  std::vector<found_cue> cues;
};

/// Decides by name and unit (NFKC). Japanese heads come last, so the last cue of the name counts double.
stage_decision decide_stage(std::string_view name, std::string_view unit, const stage_lexicon& lexicon);

/// The check of one KPI or numeric target.
struct kpi_check {
  std::string kpi;
  std::string name;
  std::string pointer;
  stage_decision stage;
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

/// Checks one indicator. `plan` gives the period; `lexicon` the wording.
kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_lexicon& lexicon, std::string_view pointer);

strategy_check check_strategy(const strategy& plan, const stage_lexicon& lexicon);

}  // namespace v1
}  // namespace senryaku
