#include <senryaku/check.hpp>

#include <algorithm>
#include <map>

namespace senryaku {
inline namespace v1 {
namespace {

/// An indicator with its place, as far as comparing indicators needs it.
struct placed_kpi {
  const kpi* indicator = nullptr;
  const measure* part = nullptr;
  std::string pointer;
};

void count_stage(goal_stages& counts, const kpi& indicator, const stage_verdict& verdict) {
  auto stage = verdict.stage;
  if (!stage && indicator.stage) stage = indicator.stage;
  if (!stage || verdict.contradicts_declared) {
    ++counts.undecided;
  } else if (*stage == indicator_stage::outcome) {
    ++counts.outcome;
  } else if (*stage == indicator_stage::output) {
    ++counts.output;
  } else {
    ++counts.input;
  }
}

bool same_figure(const std::optional<observation>& a, const std::optional<observation>& b) {
  if (!a || !b || !a->value || !b->value || a->year != b->year) return true;  // not comparable, so no contradiction
  return *a->value == *b->value;
}

class comparison {
 public:
  comparison(const kpi_check_rules& rules, strategy_check& result) : rules_(rules), result_(result) {}

  void add(const kpi& indicator, const measure* part, const std::string& pointer) {
    by_name_[comparison_key(indicator.name)].push_back({&indicator, part, pointer});
  }

  void report() {
    for (const auto& [name, all] : by_name_) {
      if (all.size() > 1) compare(all);
      if (carries_too_much(all)) {
        add_finding("check.kpi.overloaded", all.front(), {{"count", std::to_string(load_of(all))}});
      }
    }
    std::stable_sort(result_.findings.begin(), result_.findings.end(),
                     [](const finding& a, const finding& b) { return a.pointer < b.pointer; });
  }

 private:
  void compare(const std::vector<placed_kpi>& all) {
    const placed_kpi& first = all.front();
    for (std::size_t i = 1; i < all.size(); ++i) {
      const kpi& a = *first.indicator;
      const kpi& b = *all[i].indicator;
      const bool same_unit = comparison_key(a.unit) == comparison_key(b.unit);
      if (same_unit && same_figure(a.baseline, b.baseline)) {
        add_finding("check.kpi.duplicated", all[i], {{"other", first.pointer}});
        continue;
      }
      const auto value = [](const kpi& k) {
        return (k.baseline && k.baseline->value ? k.baseline->value->to_string() : "－") + k.unit;
      };
      add_finding("check.kpi.contradictory", all[i],
                  {{"this", value(b)}, {"that", value(a)}, {"other", first.pointer}});
    }
  }

  /// Measures that rest on this indicator, or goal targets that it is said to move, whichever are more.
  static std::size_t load_of(const std::vector<placed_kpi>& all) {
    std::size_t measures = 0;
    std::size_t links = 0;
    for (const auto& one : all) {
      measures += one.part != nullptr;
      links = std::max(links, one.indicator->contributes_to.size());
    }
    return std::max(measures, links);
  }

  bool carries_too_much(const std::vector<placed_kpi>& all) const {
    return load_of(all) >= static_cast<std::size_t>(rules_.overload_from);
  }

  void add_finding(std::string_view code, const placed_kpi& at, std::vector<finding_value> values) {
    values.insert(values.begin(), {"name", at.indicator->name});
    result_.findings.push_back({std::string(code), at.indicator->id, at.pointer, std::move(values), std::nullopt});
  }

  const kpi_check_rules& rules_;
  strategy_check& result_;
  std::map<std::string, std::vector<placed_kpi>> by_name_;
};

void report_goals_without_outcome(const strategy& plan, strategy_check& result) {
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder& here) {
    const auto counts = std::find_if(result.goals.begin(), result.goals.end(),
                                     [&](const goal_stages& entry) { return entry.goal == g.id; });
    if (counts == result.goals.end() || counts->outcome + counts->undecided > 0) return;
    result.findings.push_back({"check.goal.no-outcome",
                               g.id,
                               std::string(here.text()),
                               {{"name", g.name}, {"count", std::to_string(counts->output + counts->input)}},
                               std::nullopt});
  });
}

}  // namespace

strategy_check check_strategy(const strategy& plan, const stage_classifier& stages, const kpi_check_rules& rules) {
  strategy_check result;
  comparison names(rules, result);
  for_each_kpi(plan, [&](const kpi& indicator, const goal* aim, const measure* part, const std::string& pointer) {
    kpi_place place;
    place.context = part != nullptr ? part->name : aim != nullptr ? aim->name : plan.name;
    place.pointer = pointer;
    place.part = part;
    place.belongs_to_goal = part != nullptr && aim != nullptr && !aim->numeric_targets.empty();
    result.kpis.push_back(check_kpi(indicator, plan, stages, rules, place));
    const std::string id = aim != nullptr ? aim->id : std::string{};
    auto counts = std::find_if(result.goals.begin(), result.goals.end(),
                               [&](const goal_stages& entry) { return entry.goal == id; });
    if (counts == result.goals.end()) {
      goal_stages fresh;
      fresh.goal = id;
      fresh.name = aim != nullptr ? aim->name : plan.name;
      counts = result.goals.insert(result.goals.end(), std::move(fresh));
    }
    count_stage(*counts, indicator, result.kpis.back().stage);
    names.add(indicator, part, pointer);
  });
  names.report();
  report_goals_without_outcome(plan, result);
  return result;
}

}  // namespace v1
}  // namespace senryaku
