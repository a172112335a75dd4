/// The regional revitalisation plan (地域再生計画).
#pragma once

#include <senryaku/model/kpi.hpp>

namespace senryaku {
inline namespace v1 {

/// 地域再生計画の状態.
enum class plan_status { drafting, applied, certified, cancelled, expired };
/// 推進交付金型 or 寄附活用型.
enum class plan_style { grant, donation };

/// A project as the plan lists it.
struct plan_project {
  std::string project;  ///< id of the strategy's project, empty when it is not in the strategy
  std::string name;
  std::string label;  ///< ア, イ, ① …
  std::string goal;   ///< id of the basic goal it serves
  extra_members extras;
};

/// One year's increase in a plan of the grant style.
struct plan_increment {
  std::optional<int> year;
  std::optional<decimal> value;
  extra_members extras;
};

/// A KPI row of the plan.
struct plan_kpi {
  std::string kpi;  ///< id in the strategy
  std::string name;
  std::string unit;
  std::string label;
  std::string goal;
  std::optional<observation> baseline;
  std::optional<senryaku::target> target;
  std::vector<plan_increment> increments;
  std::optional<decimal> increments_total;  ///< as printed
  extra_members extras;
};

struct plan_section {
  std::string number;
  std::string title;
  std::string text;
  extra_members extras;
};

/// 地域再生計画: the digest of the strategy that the Prime Minister certifies (地域再生法 Art. 5).
struct regional_plan {
  std::string id;
  std::string name;
  std::optional<plan_status> status;
  std::optional<plan_style> style;
  std::string author;
  std::string area;
  std::optional<civil_day> applied_on;
  std::optional<civil_day> certified_on;
  std::optional<int> certification_round;  ///< 第N回認定
  std::optional<civil_day> change_certified_on;
  std::optional<civil_day> cancelled_on;
  std::optional<plan_period> period;
  std::vector<std::string> support_measures;  ///< A2007, A3007 …
  std::vector<plan_project> projects;
  std::vector<plan_kpi> kpis;
  std::optional<std::int64_t> donation_estimate_yen;  ///< 寄附の金額の目安
  std::string evaluation_method;
  std::string evaluation_time;
  std::string publication;
  std::vector<plan_section> sections;
  std::string note;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
