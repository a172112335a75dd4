/// Where the elements of a strategy stand, by id.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

enum class element_kind { goal, direction, measure, numeric_target, kpi, project };

struct element_place {
  element_kind kind = element_kind::goal;
  std::string name;     ///< the text of a direction
  std::string pointer;  ///< JSON Pointer into the document
};

/// Goals, directions, measures, numeric targets, KPIs and projects by id; the first of an id that stands twice.
std::map<std::string, element_place> elements_of(const strategy& plan);

}  // namespace v1
}  // namespace senryaku
