/// Idea sheets (アイデア抽出シート) of the staff working group.
#pragma once

#include <senryaku/model/kpi.hpp>

namespace senryaku {
inline namespace v1 {

/// An indicator as an idea sheet proposes it.
struct idea_indicator {
  std::string name;
  std::string unit;
  std::string measurement;
  std::vector<senryaku::target> targets;
  std::string kpi;  ///< id of the KPI that it became
  extra_members extras;
};

struct idea_solution {
  std::string means;  ///< ①何をつかって
  std::string whom;   ///< ②誰を
  std::string state;  ///< ③どういう状態にするか
  extra_members extras;
};

struct smart_ticks {
  std::optional<bool> specific;
  std::optional<bool> measurable;
  std::optional<bool> achievable;
  std::optional<bool> relevant;
  std::optional<bool> time_bounded;
  extra_members extras;
};

/// アイデア抽出シート: one sheet, one idea.
struct idea_sheet {
  std::string id;
  std::string section;                     ///< 課・係名
  std::vector<std::string> plan_projects;  ///< 関連する総事業名称
  std::vector<std::string> goal_types;     ///< 総合戦略上の分類
  std::string issue;
  std::vector<std::string> background;
  std::string target_people;
  std::optional<idea_solution> solution;
  std::vector<std::string> digital_ideas;
  std::vector<std::string> timings;  ///< 実施時期; exactly one should be ticked
  std::string other_cases;
  std::string expected_effect;
  std::vector<std::string> side_effects;
  std::optional<smart_ticks> smart;
  std::vector<idea_indicator> outputs;
  std::vector<idea_indicator> outcomes;
  std::optional<int> round;
  std::string copied_from;
  std::string note;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
