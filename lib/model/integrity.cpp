#include <senryaku/model.hpp>

#include <algorithm>
#include <unordered_map>

namespace senryaku {
inline namespace v1 {
namespace {

/// Names every element and checks what refers to what. Two walks: ids first, then references.
class integrity_check {
 public:
  explicit integrity_check(const strategy& plan) : plan_(plan) {}

  std::vector<finding> run() {
    check_municipality();
    phase_ = phase::collecting;
    walk();
    phase_ = phase::referring;
    walk();
    if (!first_places_.empty()) name_first_places();
    return std::move(findings_);
  }

 private:
  enum class kind { kpi, project, direction, measure, goal, plan, verification, revision, milestone, meeting, idea };

  void check_municipality() {
    const std::string& code = plan_.municipality.code;
    if (is_municipality_code(code)) return;
    const int check = code.size() == 6 ? municipality_check_digit(std::string_view(code).substr(0, 5)) : -1;
    if (check >= 0) {
      add("format.municipality.check-digit", {}, "/municipality/code",
          {{"found", code}, {"expected", code.substr(0, 5) + static_cast<char>('0' + check)}});
    } else {
      add("format.municipality.code", {}, "/municipality/code", {{"found", code}});
    }
  }

  void walk() {
    kpis(plan_.overall_targets, "overall_targets");
    for_each_goal(plan_, at_, [&](const goal& g, pointer_builder&) { one_goal(g); });
    projects(plan_.unplaced_projects, "unplaced_projects");
    for (std::size_t i = 0; i < plan_.idea_sheets.size(); ++i) {
      const pointer_builder::step step(at_, "idea_sheets", i);
      one_idea(plan_.idea_sheets[i]);
    }
    for (std::size_t i = 0; i < plan_.regional_plans.size(); ++i) {
      const pointer_builder::step step(at_, "regional_plans", i);
      one_plan(plan_.regional_plans[i]);
    }
    if (plan_.procedure) procedure(*plan_.procedure);
    for (std::size_t i = 0; i < plan_.verifications.size(); ++i) {
      const pointer_builder::step step(at_, "verifications", i);
      one_verification(plan_.verifications[i]);
    }
    for (std::size_t i = 0; i < plan_.revisions.size(); ++i) {
      const pointer_builder::step step(at_, "revisions", i);
      define(plan_.revisions[i].id, kind::revision);
    }
  }

  void one_goal(const goal& g) {
    define(g.id, kind::goal);
    kpis(g.numeric_targets, "numeric_targets");
    for (std::size_t i = 0; i < g.directions.size(); ++i) {
      const pointer_builder::step step(at_, "directions", i);
      define(g.directions[i].id, kind::direction);
    }
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at_, "measures", i);
      const measure& m = g.measures[i];
      define(m.id, kind::measure);
      refer_all(m.directions, "directions", {kind::direction});
      refer_all(m.idea_sheets, "idea_sheets", {kind::idea});
      kpis(m.kpis, "kpis");
      projects(m.projects, "projects");
    }
  }

  void kpis(const std::vector<kpi>& list, std::string_view name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at_, name, i);
      define(list[i].id, kind::kpi);
      for (std::size_t j = 0; j < list[i].contributes_to.size(); ++j) {
        const pointer_builder::step link(at_, "contributes_to", j);
        refer(list[i].contributes_to[j].to, "to", {kind::kpi, kind::goal});
      }
    }
  }

  void projects(const std::vector<project>& list, std::string_view name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at_, name, i);
      define(list[i].id, kind::project);
    }
  }

  void one_idea(const idea_sheet& sheet) {
    define(sheet.id, kind::idea);
    refer(sheet.copied_from, "copied_from", {kind::idea});
    for (const auto& [name, list] : {std::pair{"outputs", &sheet.outputs}, std::pair{"outcomes", &sheet.outcomes}}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        const pointer_builder::step step(at_, name, i);
        refer((*list)[i].kpi, "kpi", {kind::kpi});
      }
    }
  }

  void one_plan(const regional_plan& plan) {
    define(plan.id, kind::plan);
    for (std::size_t i = 0; i < plan.projects.size(); ++i) {
      const pointer_builder::step step(at_, "projects", i);
      refer(plan.projects[i].project, "project", {kind::project});
      refer(plan.projects[i].goal, "goal", {kind::goal});
    }
    for (std::size_t i = 0; i < plan.kpis.size(); ++i) {
      const pointer_builder::step step(at_, "kpis", i);
      refer(plan.kpis[i].kpi, "kpi", {kind::kpi});
      refer(plan.kpis[i].goal, "goal", {kind::goal});
    }
  }

  void procedure(const drafting_procedure& steps) {
    const pointer_builder::step inside(at_, "procedure");
    for (std::size_t i = 0; i < steps.milestones.size(); ++i) {
      const pointer_builder::step step(at_, "milestones", i);
      define(steps.milestones[i].id, kind::milestone);
      refer_all(steps.milestones[i].after, "after", {kind::milestone});
    }
    for (std::size_t i = 0; i < steps.meetings.size(); ++i) {
      const pointer_builder::step step(at_, "meetings", i);
      if (!steps.meetings[i].id.empty()) define(steps.meetings[i].id, kind::meeting);
    }
  }

  void one_verification(const verification& entry) {
    define(entry.id, kind::verification);
    for (std::size_t i = 0; i < entry.results.size(); ++i) {
      const pointer_builder::step step(at_, "results", i);
      refer(entry.results[i].subject, "subject", {kind::kpi, kind::measure, kind::goal, kind::project});
    }
  }

  void define(const std::string& id, kind what) {
    if (phase_ == phase::collecting) {
      if (elements_.try_emplace(id, what).second) return;
      add("format.id.duplicate", id, at_.member("id"), {{"found", id}, {"first", {}}});
      first_places_.try_emplace(id);
    } else if (phase_ == phase::locating) {
      const auto wanted = first_places_.find(id);
      if (wanted != first_places_.end() && wanted->second.empty()) wanted->second = at_.text();
    }
  }

  /// Pointers are made for what is reported only: fills "first" and "target" with the place of the element found.
  void name_first_places() {
    phase_ = phase::locating;
    walk();
    for (auto& entry : findings_) {
      for (auto& value : entry.values) {
        if (value.value.empty()) value.value = first_places_.find(entry.element)->second;
      }
    }
  }

  void refer_all(const std::vector<std::string>& ids, std::string_view name, std::initializer_list<kind> allowed) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const pointer_builder::step step(at_, name, i);
      check_reference(ids[i], {}, allowed);
    }
  }

  void refer(const std::string& id, std::string_view name, std::initializer_list<kind> allowed) {
    if (!id.empty()) check_reference(id, name, allowed);
  }

  /// `name`: the member that holds the reference; empty when the current step is the reference itself.
  void check_reference(const std::string& id, std::string_view name, std::initializer_list<kind> allowed) {
    if (phase_ != phase::referring) return;
    const auto found = elements_.find(id);
    const bool known = found != elements_.end();
    if (known && std::find(allowed.begin(), allowed.end(), found->second) != allowed.end()) return;
    std::string pointer = name.empty() ? at_.text() : at_.member(name);
    if (known) {
      add("format.reference.kind", id, std::move(pointer), {{"found", id}, {"target", {}}});
      first_places_.try_emplace(id);
    } else {
      add("format.reference.unknown", id, std::move(pointer), {{"found", id}});
    }
  }

  void add(std::string code, std::string element, std::string pointer, std::vector<finding_value> values) {
    findings_.push_back({std::move(code), std::move(element), std::move(pointer), std::move(values), std::nullopt});
  }

  const strategy& plan_;
  pointer_builder at_;
  enum class phase { collecting, referring, locating };
  phase phase_ = phase::collecting;
  std::unordered_map<std::string_view, kind> elements_;  ///< by id
  std::unordered_map<std::string_view, std::string> first_places_;
  std::vector<finding> findings_;
};

}  // namespace

std::vector<finding> check_integrity(const strategy& plan) {
  return integrity_check(plan).run();
}

std::optional<civil_day> last_day(const strategy& plan) {
  std::optional<civil_day> last = plan.period.end;
  for (const auto& change : plan.revisions) {
    if (change.extended_to && (!last || *change.extended_to > *last)) last = change.extended_to;
  }
  return last;
}

}  // namespace v1
}  // namespace senryaku
