/// National strategies (国の総合戦略) that a local strategy takes account of: rule data.
#pragma once

#include <senryaku/model/goal.hpp>

namespace senryaku {
inline namespace v1 {

/// A goal class of a national strategy, in its wording.
struct framework_class {
  std::string id;
  std::optional<goal_type> type;
  std::string name;
  std::vector<std::string> continues{};  ///< ids of classes of earlier frameworks that it carries on, many to many
};

/// 国の総合戦略 that a strategy takes account of. The frame has changed several times since 2014, so it is dated data.
struct framework {
  std::string id;
  std::string name;
  std::string name_en;
  std::optional<civil_day> decided_on;
  std::optional<int> first_year;  ///< fiscal years
  std::optional<int> last_year;
  std::vector<framework_class> goal_classes;
  std::vector<framework_class> cross_cutting_classes;
  std::vector<framework_class> foundation_classes;
  bool asks_vision = false;        ///< a 地域ビジョン is to be drawn up
  bool asks_digital_use = false;   ///< measures and projects are to state their use of digital technology
  bool asks_own_strategy = false;  ///< a strategy of its own, not one merged into the 総合計画
  std::string successor;
  std::optional<civil_day> replaced_on;  ///< the day the successor was decided
  std::vector<std::string> unconfirmed;  ///< members that no official source was seen for
  std::vector<citation> sources;
};

const framework* find_framework(const std::vector<framework>& frameworks, std::string_view id);

/// A goal class, cross-cutting class or foundation of `frame`; nullptr when it has none of that id.
const framework_class* find_class(const framework& frame, std::string_view class_id);

/// The framework that has a goal class, cross-cutting class or foundation of that id; nullptr when none has.
const framework* framework_of_class(const std::vector<framework>& frameworks, std::string_view class_id);

/// The classes of `wanted` that carry on `class_id` of an earlier framework, or that `class_id` of a later one carries
/// on, over any number of generations. None where the data name no correspondence: nothing is inferred from the type.
std::vector<const framework_class*> corresponding_classes(const std::vector<framework>& frameworks,
                                                          std::string_view class_id, const framework& wanted);

}  // namespace v1
}  // namespace senryaku
