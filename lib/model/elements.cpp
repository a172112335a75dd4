#include <senryaku/elements.hpp>

namespace senryaku {
inline namespace v1 {

std::map<std::string, element_place> elements_of(const strategy& plan) {
  std::map<std::string, element_place> elements;
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder& here) {
    elements.emplace(g.id, element_place{element_kind::goal, g.name, here.text()});
    for (std::size_t i = 0; i < g.directions.size(); ++i) {
      const pointer_builder::step step(here, "directions", i);
      elements.emplace(g.directions[i].id, element_place{element_kind::direction, g.directions[i].text, here.text()});
    }
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(here, "measures", i);
      elements.emplace(g.measures[i].id, element_place{element_kind::measure, g.measures[i].name, here.text()});
    }
  });
  for_each_kpi(plan, [&](const kpi& k, const goal*, const measure* part, const std::string& pointer) {
    const element_kind kind = part == nullptr ? element_kind::numeric_target : element_kind::kpi;
    elements.emplace(k.id, element_place{kind, k.name, pointer});
  });
  for_each_project(plan, [&](const project& p, const goal*, const measure*, const std::string& pointer) {
    elements.emplace(p.id, element_place{element_kind::project, p.name, pointer});
  });
  return elements;
}

}  // namespace v1
}  // namespace senryaku
