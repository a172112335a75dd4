/// Indicators: KPIs (重要業績評価指標) and the numeric targets (数値目標) of goals.
#pragma once

#include <senryaku/model/document.hpp>

namespace senryaku {
inline namespace v1 {

/// What an indicator counts: money or staff put in, what the office does, or what people gained.
enum class indicator_stage { input, output, outcome };
/// Which way is better. Never guessed from the numbers: real targets are looser than their baseline.
enum class indicator_aim { increase, decrease, maintain, at_least, at_most };
/// 住民 in the wide sense of the guides.
enum class beneficiary_kind { residents, businesses, related_population, other };
/// 時点・累計・平均・増減率・順位・定性.
enum class indicator_kind { point, cumulative, average, change_rate, rank, qualitative };

/// A figure for a year or a day. `value` null: unknown, and `unknown` says why where it is known.
struct observation {
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<int> from_year;  ///< first year of a total or an average
  std::optional<decimal> value;
  std::optional<unknown_reason> unknown;
  std::optional<bool> provisional;  ///< 速報値
  std::string unit;                 ///< only where it differs from the indicator's unit
  std::string printed;              ///< the value as printed
  std::string printed_period;
  std::string note;
  extra_members extras;
};

/// What the number of a target says: the level to reach, a change against the baseline, or a total over years.
enum class target_basis { level, increment, change_rate, total };
/// A target value (目標値) for a year. Targets in words have `text` and a null value.
struct target {
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<int> from_year;
  std::optional<decimal> value;
  std::optional<unknown_reason> unknown;
  std::optional<target_basis> basis;  ///< `level` when not stated
  std::optional<target_bound> bound;
  std::string text;  ///< 維持, 増加, 全国平均以上 …
  std::string unit;
  std::string printed;
  std::string printed_period;
  std::string note;
  extra_members extras;
};

/// How an indicator is measured (計測方法).
struct measurement {
  std::string method;
  std::string source;
  std::string frequency;
  std::string owner;  ///< the section that reports it
  extra_members extras;
};

/// The five data-quality statements of a goal (after the US GPRA Modernization Act).
struct data_quality {
  std::string verification;
  std::string source;
  std::string accuracy;
  std::string limits;
  std::string compensation;
  extra_members extras;
};

/// Why this indicator moves a goal's numeric target (因果関係).
struct causal_link {
  std::string to;  ///< id of the numeric target
  std::string reason;
  extra_members extras;
};

/// 重要業績評価指標, and the numeric target (数値目標) of a goal, which has the same attributes.
struct kpi {
  std::string id;
  std::string name;
  std::string definition;
  std::string unit;
  std::optional<indicator_stage> stage;  ///< as declared by the town
  std::optional<indicator_aim> aim;
  std::optional<beneficiary_kind> beneficiary;
  std::optional<indicator_kind> kind;
  std::optional<senryaku::year_kind> year_kind;
  std::optional<observation> baseline;     ///< 基準値・現状値
  std::vector<senryaku::target> targets;   ///< of single years, before the final one
  std::optional<senryaku::target> target;  ///< the final target
  std::vector<observation> actuals;        ///< 実績値
  std::optional<senryaku::measurement> measurement;
  std::vector<causal_link> contributes_to;
  std::optional<std::int64_t> cost_yen;  ///< what reaching the target is expected to cost
  std::string formula;                   ///< overrides the rating scheme's formula for this indicator
  std::string rationale;                 ///< 設定の考え方: why the target is set at this level
  std::optional<senryaku::data_quality> data_quality;
  std::string printed_result;  ///< verdict printed by the town, e.g. 達成
  std::string note;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
