/// The population vision (人口ビジョン) and its figures.
#pragma once

#include <senryaku/model/document.hpp>

namespace senryaku {
inline namespace v1 {

/// A published count of people (人).
struct population_record {
  std::string source;  ///< 国勢調査, 住民基本台帳, 推計 …
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<decimal> total;
  std::optional<decimal> under_15;
  std::optional<decimal> aged_15_to_64;
  std::optional<decimal> over_65;
  std::optional<decimal> households;
  std::optional<decimal> women_20_to_39;
  std::string note;
  extra_members extras;
};

/// A target population (目標人口).
struct population_target {
  std::optional<int> year;
  std::optional<decimal> total;
  std::string note;
  extra_members extras;
};

/// One sex, one figure for each five-year age group from 0–4 up, the last group open.
struct age_distribution {
  std::optional<int> year;
  std::vector<decimal> male;
  std::vector<decimal> female;
  std::string source;
  std::string note;
  extra_members extras;
};

/// One figure for each five-year age group, by sex.
struct figures_by_sex {
  std::vector<decimal> male;
  std::vector<decimal> female;
  extra_members extras;
};

/// Assumptions of one five-year step (将来推計の仮定値), by net migration ratios and child–woman ratio.
struct population_rates {
  std::optional<int> year;                        ///< the step leads from this year to year + 5
  std::optional<figures_by_sex> survival;         ///< 生残率: one figure less than there are groups
  std::optional<figures_by_sex> net_migration;    ///< 純移動率
  std::optional<decimal> child_woman_ratio;       ///< 子ども女性比, at the end of the step
  std::optional<decimal> male_share_of_children;  ///< of 0–4, 0 to 1
  std::string source;
  std::string note;
  extra_members extras;
};

/// A figure of one year.
struct yearly_figure {
  std::optional<int> year;
  std::optional<decimal> value;
  std::string note;
  extra_members extras;
};

/// The town's own assumptions (独自推計・将来展望).
struct population_outlook {
  std::string name;
  std::vector<yearly_figure> fertility;    ///< 合計特殊出生率; straight between the years, which ascend
  std::vector<decimal> migration_factors;  ///< by step of five years, the last one held; 1: as in the trend
  std::optional<decimal> families_per_year;
  std::string note;
  extra_members extras;
};

/// 人口ビジョン.
struct population_vision {
  std::string name;
  std::optional<civil_day> adopted_on;
  std::string base_data;  ///< what the projection stands on, e.g. 社人研 2018年推計
  std::optional<int> base_year;
  std::optional<int> horizon_year;
  std::optional<decimal> total_fertility_rate;
  std::string total_fertility_period;
  std::vector<population_record> records;
  std::vector<population_record> projections;
  std::vector<population_target> targets;
  std::vector<age_distribution> distributions;
  std::vector<population_rates> rates;  ///< by step; without them the change between two censuses is held
  std::vector<population_outlook> outlooks;
  std::string note;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
