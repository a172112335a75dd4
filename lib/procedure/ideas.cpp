#include <senryaku/procedure.hpp>

#include <algorithm>
#include <map>

namespace senryaku {
inline namespace v1 {
namespace {

/// Whether the sheet has something under a member of its format; nothing for a member that is not one.
std::optional<bool> is_filled(const idea_sheet& sheet, std::string_view member) {
  const auto named = [](const std::vector<idea_indicator>& list) {
    return std::any_of(list.begin(), list.end(), [](const idea_indicator& entry) { return !entry.name.empty(); });
  };
  if (member == "section") return !sheet.section.empty();
  if (member == "plan_projects") return !sheet.plan_projects.empty();
  if (member == "goal_types") return !sheet.goal_types.empty();
  if (member == "issue") return !sheet.issue.empty();
  if (member == "background") return !sheet.background.empty();
  if (member == "target_people") return !sheet.target_people.empty();
  if (member == "solution.means") return sheet.solution && !sheet.solution->means.empty();
  if (member == "solution.whom") return sheet.solution && !sheet.solution->whom.empty();
  if (member == "solution.state") return sheet.solution && !sheet.solution->state.empty();
  if (member == "digital_ideas") return !sheet.digital_ideas.empty();
  if (member == "timings") return !sheet.timings.empty();
  if (member == "other_cases") return !sheet.other_cases.empty();
  if (member == "expected_effect") return !sheet.expected_effect.empty();
  if (member == "side_effects") return !sheet.side_effects.empty();
  if (member == "smart") return sheet.smart.has_value();
  if (member == "outputs") return named(sheet.outputs);
  if (member == "outcomes") return named(sheet.outcomes);
  return std::nullopt;
}

class idea_walk {
 public:
  idea_walk(const strategy& plan, const std::vector<idea_field>& form) : plan_(plan), form_(form) {}

  idea_review run() {
    collect();
    for (std::size_t i = 0; i < plan_.idea_sheets.size(); ++i) {
      pointer_ = "/idea_sheets/" + std::to_string(i);
      one_sheet(plan_.idea_sheets[i]);
    }
    if (!plan_.idea_sheets.empty()) sections_without_sheet();
    return std::move(result_);
  }

 private:
  struct found_kpi {
    std::string name;
    std::string measure;
  };

  void collect() {
    for_each_kpi(plan_, [&](const kpi& k, const goal*, const measure* m, const std::string&) {
      kpis_.emplace(k.id, found_kpi{k.name, m == nullptr ? std::string() : m->id});
      if (k.measurement && !k.measurement->owner.empty()) named_sections_.push_back(k.measurement->owner);
    });
    for_each_project(plan_, [&](const project& p, const goal*, const measure*, const std::string&) {
      named_sections_.insert(named_sections_.end(), p.departments.begin(), p.departments.end());
    });
    pointer_builder at;
    for_each_goal(plan_, at, [&](const goal& g, pointer_builder&) {
      for (const auto& m : g.measures) {
        for (const auto& id : m.idea_sheets) measures_[id].push_back(m.id);
      }
    });
    for (const auto& sheet : plan_.idea_sheets) {
      if (!sheet.copied_from.empty()) copies_.emplace(sheet.copied_from, &sheet);
    }
  }

  void add(std::string_view code, const idea_sheet& sheet, std::string_view member,
           std::vector<finding_value> values = {}) {
    std::string pointer = pointer_;
    if (!member.empty()) pointer += "/" + std::string(member);
    result_.findings.push_back({std::string(code), sheet.id, std::move(pointer), std::move(values), std::nullopt});
  }

  void one_sheet(const idea_sheet& sheet) {
    idea_progress shown;
    shown.id = sheet.id;
    shown.issue = sheet.issue;
    shown.ideas = sheet.digital_ideas;
    shown.timings = sheet.timings;
    const auto copy = copies_.find(sheet.id);
    if (copy != copies_.end()) shown.superseded_by = copy->second->id;
    shown.outputs = indicators(sheet.outputs);
    shown.outcomes = indicators(sheet.outcomes);
    shown.measures = measures_of(sheet);
    shown.taken_up = is_taken_up(sheet, 0);
    check_fields(sheet, shown);
    check_indicators(sheet);
    if (!shown.taken_up && shown.superseded_by.empty()) {
      result_.not_taken_up.push_back(sheet.id);
      add("procedure.idea.not-taken-up", sheet, "", {{"section", sheet.section}, {"issue", sheet.issue}});
    }
    section_of(sheet).sheets.push_back(std::move(shown));
  }

  std::vector<idea_indicator_progress> indicators(const std::vector<idea_indicator>& list) const {
    std::vector<idea_indicator_progress> shown;
    for (const auto& entry : list) {
      const auto known = kpis_.find(entry.kpi);
      shown.push_back({entry.name, entry.unit, entry.kpi, known == kpis_.end() ? std::string() : known->second.name});
    }
    return shown;
  }

  std::vector<std::string> measures_of(const idea_sheet& sheet) const {
    std::vector<std::string> found;
    const auto add_once = [&](const std::string& id) {
      if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    };
    if (const auto named = measures_.find(sheet.id); named != measures_.end()) {
      for (const auto& id : named->second) add_once(id);
    }
    for (const auto* list : {&sheet.outputs, &sheet.outcomes}) {
      for (const auto& entry : *list) {
        const auto known = kpis_.find(entry.kpi);
        if (known != kpis_.end()) add_once(known->second.measure);
      }
    }
    return found;
  }

  /// Itself, or the sheet that was copied from it in a later round. The depth guards against sheets copied in a circle.
  bool is_taken_up(const idea_sheet& sheet, std::size_t depth) const {
    if (measures_.count(sheet.id) > 0) return true;
    for (const auto* list : {&sheet.outputs, &sheet.outcomes}) {
      if (std::any_of(list->begin(), list->end(), [](const idea_indicator& entry) { return !entry.kpi.empty(); }))
        return true;
    }
    const auto copy = copies_.find(sheet.id);
    return copy != copies_.end() && depth < plan_.idea_sheets.size() && is_taken_up(*copy->second, depth + 1);
  }

  void check_fields(const idea_sheet& sheet, idea_progress& shown) {
    for (const auto& field : form_) {
      if (!field.required || is_filled(sheet, field.id) != false) continue;
      shown.missing.push_back(field.id);
      add("procedure.idea.field-missing", sheet, "",
          {{"field_ja", field.ja}, {"field_en", field.en}, {"field", field.id}});
    }
    if (sheet.timings.size() > 1) {
      std::string ticked;
      for (const auto& timing : sheet.timings) ticked += (ticked.empty() ? "" : "、") + timing;
      add("procedure.idea.timings-several", sheet, "timings", {{"timings", ticked}});
    }
  }

  void check_indicators(const idea_sheet& sheet) {
    for (const auto& [member, list] : {std::pair{"outputs", &sheet.outputs}, std::pair{"outcomes", &sheet.outcomes}}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        const idea_indicator& entry = (*list)[i];
        const std::string place = std::string(member) + "/" + std::to_string(i);
        if (entry.measurement.empty()) add("procedure.idea.measurement-missing", sheet, place, {{"name", entry.name}});
        if (list == &sheet.outputs && !entry.kpi.empty()) {
          add("procedure.idea.output-became-kpi", sheet, place + "/kpi", {{"name", entry.name}, {"kpi", entry.kpi}});
        }
      }
    }
  }

  section_ideas& section_of(const idea_sheet& sheet) {
    const std::string key = comparison_key(sheet.section);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] == key) return result_.sections[i];
    }
    keys_.push_back(key);
    return result_.sections.emplace_back(section_ideas{sheet.section, {}});
  }

  /// 生涯学習課 and 生涯学習課 生涯学習係.
  static bool is_part(std::string_view whole, std::string_view part) {
    return part.size() > whole.size() && part.substr(0, whole.size()) == whole && part[whole.size()] == ' ';
  }

  void sections_without_sheet() {
    std::vector<std::string> known = keys_;
    for (const auto& section : named_sections_) {
      const std::string key = comparison_key(section);
      const bool has_sheet = std::any_of(known.begin(), known.end(), [&](const std::string& other) {
        return other == key || is_part(key, other) || is_part(other, key);
      });
      if (key.empty() || has_sheet) continue;
      known.push_back(key);
      result_.sections_without_sheet.push_back(section);
      result_.findings.push_back(
          {"procedure.section.no-sheet", {}, "/idea_sheets", {{"section", section}}, std::nullopt});
    }
  }

  const strategy& plan_;
  const std::vector<idea_field>& form_;
  idea_review result_;
  std::string pointer_;
  std::map<std::string, found_kpi> kpis_;
  std::map<std::string, std::vector<std::string>> measures_;  // by sheet
  std::map<std::string, const idea_sheet*> copies_;           // by the sheet that was copied
  std::vector<std::string> named_sections_;
  std::vector<std::string> keys_;  // of result_.sections
};

}  // namespace

idea_review follow_ideas(const strategy& plan, const std::vector<idea_field>& form) {
  return idea_walk(plan, form).run();
}

}  // namespace v1
}  // namespace senryaku
