#include <algorithm>
#include <map>

#include "model/findings.hpp"

namespace senryaku::structure {
namespace {

class parts_check {
 public:
  parts_check(const strategy& plan, const std::vector<framework>& frameworks, collector& out)
      : plan_(plan), frameworks_(frameworks), frame_(find_framework(frameworks, plan.framework)), out_(out) {
    if (const auto last = last_day(plan)) last_year_ = fiscal_year::of(*last).value();
  }

  void run() {
    if (plan_.goals.empty()) out_.add("structure.goal.missing", {}, "/goals");
    check_uncovered_classes();
    for (std::size_t i = 0; i < plan_.goals.size(); ++i) {
      const pointer_builder::step step(at_, "goals", i);
      check_required_parts(plan_.goals[i]);
    }
    for_each_goal(plan_, at_, [&](const goal& g, pointer_builder&) { check_goal(g); });
    for_each_kpi(plan_, [&](const kpi& k, const goal*, const measure* m, const std::string& pointer) {
      check_target_years(k, pointer);
      if (m != nullptr) check_repeated(k, pointer);
    });
    for (std::size_t i = 0; i < plan_.unplaced_projects.size(); ++i) {
      const project& p = plan_.unplaced_projects[i];
      out_.add("structure.project.unplaced", p.id, "/unplaced_projects/" + std::to_string(i), named(p));
    }
  }

 private:
  /// Art. 10(2): goals, basic directions, measures. Cross-cutting goals and foundations are beside them.
  void check_required_parts(const goal& g) {
    if (g.numeric_targets.empty()) out_.add("structure.goal.target-missing", g.id, at_.text(), named(g));
    if (g.directions.empty()) out_.add("structure.goal.direction-missing", g.id, at_.text(), named(g));
    if (g.measures.empty()) out_.add("structure.goal.measure-missing", g.id, at_.text(), named(g));
  }

  void check_goal(const goal& g) {
    check_class(g);
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at_, "measures", i);
      check_measure(g.measures[i]);
    }
  }

  void check_measure(const measure& m) {
    if (m.kpis.empty()) out_.add("structure.measure.kpi-missing", m.id, at_.text(), named(m));
    if (m.projects.empty()) out_.add("structure.measure.project-missing", m.id, at_.text(), named(m));
    if (frame_ == nullptr || !frame_->asks_digital_use) return;
    const bool by_project =
        std::any_of(m.projects.begin(), m.projects.end(), [](const project& p) { return states_use(p); });
    if (!states_use(m) && !by_project) {
      out_.add("structure.measure.digital-unstated", m.id, at_.text(), with_framework(named(m)));
    }
    for (std::size_t i = 0; i < m.projects.size(); ++i) {
      if (states_use(m.projects[i])) continue;
      const pointer_builder::step step(at_, "projects", i);
      out_.add("structure.project.digital-unstated", m.projects[i].id, at_.text(),
               with_framework(named(m.projects[i])));
    }
  }

  /// The name, or the id of an element that has none.
  template <class T>
  static std::vector<finding_value> named(const T& element) {
    return {{"name", element.name.empty() ? element.id : element.name}};
  }
  std::vector<finding_value> with_framework(std::vector<finding_value> values) const {
    values.push_back({"framework", frame_->name});
    return values;
  }

  template <class T>
  static bool states_use(const T& element) {
    return element.digital == true || !element.digital_use.empty();
  }

  void check_class(const goal& g) {
    for (std::size_t i = 0; i < g.further_classes.size(); ++i) {
      if (framework_of_class(frameworks_, g.further_classes[i]) != nullptr || frame_ == nullptr) continue;
      const pointer_builder::step step(at_, "further_classes", i);
      unknown_class(g, g.further_classes[i], at_.text());
    }
    if (frame_ == nullptr || g.framework_class.empty()) return;
    const framework_class* known = find_class(*frame_, g.framework_class);
    if (known == nullptr) {
      foreign_class(g);
    } else if (known->type && g.type && *known->type != *g.type) {
      out_.add("structure.goal.type-differs", g.id, at_.member("type"), {{"name", g.name}, {"class", known->name}});
    }
  }

  /// A class of another generation is named with what it corresponds to in the strategy's own.
  void foreign_class(const goal& g) {
    const framework* owner = framework_of_class(frameworks_, g.framework_class);
    std::string classes;
    if (owner != nullptr) {
      for (const framework_class* entry : corresponding_classes(frameworks_, g.framework_class, *frame_)) {
        classes += (classes.empty() ? "" : "、") + entry->name + " (" + entry->id + ")";
      }
    }
    if (classes.empty()) {
      unknown_class(g, g.framework_class, at_.member("class"));
    } else {
      out_.add(
          "structure.goal.class-of-other-framework", g.id, at_.member("class"),
          {{"found", g.framework_class}, {"other", owner->name}, {"framework", frame_->name}, {"classes", classes}});
    }
  }

  void unknown_class(const goal& g, const std::string& found, std::string pointer) {
    out_.add("structure.goal.class-unknown", g.id, std::move(pointer), {{"found", found}, {"framework", frame_->name}});
  }

  static bool serves(const goal& g, const framework_class& wanted) {
    const auto& more = g.further_classes;
    return g.framework_class == wanted.id || std::find(more.begin(), more.end(), wanted.id) != more.end() ||
           (g.framework_class.empty() && g.type && g.type == wanted.type);
  }

  void check_uncovered_classes() {
    if (frame_ == nullptr || plan_.goals.empty()) return;
    std::string names;
    for (const auto& wanted : frame_->goal_classes) {
      const bool covered =
          std::any_of(plan_.goals.begin(), plan_.goals.end(), [&](const goal& g) { return serves(g, wanted); });
      if (!covered) names += (names.empty() ? "" : "、") + wanted.name;
    }
    if (!names.empty())
      out_.add("structure.goal.class-uncovered", {}, "/goals", {{"classes", names}, {"framework", frame_->name}});
  }

  /// The final target is judged with the KPI; yearly targets only here. The latest one speaks for all.
  void check_target_years(const kpi& k, const std::string& pointer) {
    if (!last_year_) return;
    std::size_t latest = k.targets.size();
    int latest_year = *last_year_;
    for (std::size_t i = 0; i < k.targets.size(); ++i) {
      const target& t = k.targets[i];
      if (!t.year && !t.day) continue;
      const int year = t.year ? *t.year : fiscal_year::of(*t.day).value();
      if (year <= latest_year) continue;
      latest = i;
      latest_year = year;
    }
    if (latest == k.targets.size()) return;
    out_.add(latest_year == *last_year_ + 1 ? "structure.target.year-after-period" : "structure.target.after-period",
             k.id, pointer + "/targets/" + std::to_string(latest),
             {{"name", k.name}, {"year", std::to_string(latest_year)}, {"last_year", std::to_string(*last_year_)}});
  }

  void check_repeated(const kpi& k, const std::string& pointer) {
    const std::string key = comparison_key(k.name) + '\n' + comparison_key(k.unit);
    const auto [first, fresh] = kpis_by_name_.try_emplace(key, pointer);
    if (!fresh) out_.add("structure.kpi.repeated", k.id, pointer, {{"name", k.name}, {"first", first->second}});
  }

  const strategy& plan_;
  const std::vector<framework>& frameworks_;
  const framework* frame_;
  collector& out_;
  pointer_builder at_;
  std::optional<int> last_year_;
  std::map<std::string, std::string> kpis_by_name_;
};

}  // namespace

void check_parts(const strategy& plan, const std::vector<framework>& frameworks, collector& out) {
  parts_check(plan, frameworks, out).run();
}

}  // namespace senryaku::structure
