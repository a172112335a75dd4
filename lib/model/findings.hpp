/// Collects the findings of the structural checks.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku::structure {

struct collector {
  std::vector<finding> findings;

  void add(std::string_view code, std::string element, std::string pointer, std::vector<finding_value> values = {}) {
    findings.push_back({std::string(code), std::move(element), std::move(pointer), std::move(values), std::nullopt});
  }
};

/// Figures and periods that were entered beside their printed form.
void check_printed(const strategy& plan, const std::vector<era>& eras, collector& out);
/// Period, frameworks, vision, publication, participation, verification body.
void check_frame(const strategy& plan, const std::vector<framework>& frameworks, collector& out);
/// Goals, directions, measures, KPIs, projects.
void check_parts(const strategy& plan, const std::vector<framework>& frameworks, collector& out);

}  // namespace senryaku::structure
