#include <senryaku/model/framework.hpp>

#include <algorithm>
#include <set>

namespace senryaku {
inline namespace v1 {
namespace {

template <class Visit>
void for_each_class(const framework& frame, Visit&& visit) {
  for (const auto* list : {&frame.goal_classes, &frame.cross_cutting_classes, &frame.foundation_classes}) {
    for (const auto& entry : *list) visit(entry);
  }
}

using class_ids = std::set<std::string_view>;

/// `from` and all classes that carry on one of them, or that one of them carries on. Each round reaches one generation
/// more; one direction only, so that siblings do not become equals.
class_ids reached(const std::vector<framework>& frameworks, std::string_view from, bool forwards) {
  class_ids ids{from};
  for (std::size_t before = 0; before != ids.size();) {
    before = ids.size();
    for (const auto& frame : frameworks) {
      for_each_class(frame, [&](const framework_class& entry) {
        for (const auto& earlier : entry.continues) {
          if (ids.count(forwards ? earlier : entry.id) != 0) ids.insert(forwards ? entry.id : earlier);
        }
      });
    }
  }
  return ids;
}

}  // namespace

const framework* find_framework(const std::vector<framework>& frameworks, std::string_view id) {
  const auto found =
      std::find_if(frameworks.begin(), frameworks.end(), [&](const framework& frame) { return frame.id == id; });
  return found == frameworks.end() ? nullptr : &*found;
}

const framework_class* find_class(const framework& frame, std::string_view class_id) {
  const framework_class* found = nullptr;
  for_each_class(frame, [&](const framework_class& entry) {
    if (entry.id == class_id) found = &entry;
  });
  return found;
}

const framework* framework_of_class(const std::vector<framework>& frameworks, std::string_view class_id) {
  const auto found = std::find_if(frameworks.begin(), frameworks.end(),
                                  [&](const framework& frame) { return find_class(frame, class_id) != nullptr; });
  return found == frameworks.end() ? nullptr : &*found;
}

std::vector<const framework_class*> corresponding_classes(const std::vector<framework>& frameworks,
                                                          std::string_view class_id, const framework& wanted) {
  class_ids ids = reached(frameworks, class_id, true);
  ids.merge(reached(frameworks, class_id, false));
  std::vector<const framework_class*> found;
  for_each_class(wanted, [&](const framework_class& entry) {
    if (ids.count(entry.id) != 0) found.push_back(&entry);
  });
  return found;
}

}  // namespace v1
}  // namespace senryaku
