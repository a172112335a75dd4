#include <senryaku/coverage.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

/// KPIs and projects by id, with the goal they stand under.
struct placed_kpi {
  const kpi* element;
  const goal* under;
};
struct placed_project {
  const project* element;
  const goal* under;
  std::string pointer;
};

struct strategy_index {
  std::map<std::string, placed_kpi> kpis;
  std::map<std::string, placed_project> projects;
  std::vector<placed_project> in_order;
  std::vector<const goal*> goals;
  std::vector<std::string> goal_pointers;

  explicit strategy_index(const strategy& plan) {
    for_each_kpi(plan, [&](const kpi& k, const goal* g, const measure*, const std::string&) {
      kpis.emplace(k.id, placed_kpi{&k, g});
    });
    for_each_project(plan, [&](const project& p, const goal* g, const measure*, const std::string& pointer) {
      in_order.push_back({&p, g, pointer});
      projects.emplace(p.id, in_order.back());
    });
    for (std::size_t i = 0; i < plan.goals.size(); ++i) {
      goals.push_back(&plan.goals[i]);
      goal_pointers.push_back("/goals/" + std::to_string(i));
    }
  }
};

/// The letters of a list in a form: ア イ ウ … in the order of the fifty sounds.
constexpr std::string_view letters[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ",
                                        "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ",
                                        "ノ", "ハ", "ヒ", "フ", "ヘ", "ホ", "マ", "ミ", "ム", "メ", "モ"};

int letter_place(std::string_view label) {
  for (std::size_t i = 0; i < std::size(letters); ++i) {
    if (letters[i] == label) return static_cast<int>(i);
  }
  return -1;
}

std::string shown(const std::optional<decimal>& value) {
  return value ? value->to_string() : std::string("?");
}

class coverage_check {
 public:
  coverage_check(const strategy& plan, const programme_catalogue* catalogue)
      : plan_(plan), catalogue_(catalogue), index_(plan) {}

  std::vector<finding> run() {
    for (std::size_t i = 0; i < plan_.regional_plans.size(); ++i) {
      check_plan(plan_.regional_plans[i], "/regional_plans/" + std::to_string(i));
    }
    check_sought();
    return std::move(findings_);
  }

 private:
  void report(std::string code, const std::string& element, std::string pointer, std::vector<finding_value> values) {
    findings_.push_back({std::move(code), element, std::move(pointer), std::move(values), {}});
  }

  static bool counts(const regional_plan& entry) {
    return !entry.status || (*entry.status != plan_status::cancelled && *entry.status != plan_status::expired);
  }

  // ---- strategy → plan -----------------------------------------------------------------------------------------

  /// Whether a programme hangs on a certified plan: it names an item of 地域再生法 Art. 5(4).
  bool needs_plan(const std::string& id) const {
    if (catalogue_ == nullptr) return true;
    const support_programme* known = catalogue_->find(id);
    return known != nullptr && !known->law_item.empty();
  }

  void check_sought() {
    int without = 0;
    for (const auto& entry : index_.in_order) {
      for (const auto& sought : entry.element->support_sought) {
        if (!needs_plan(sought)) continue;
        if (plan_.regional_plans.empty()) {
          ++without;
        } else {
          check_listed(entry, sought);
        }
      }
    }
    if (without > 0) {
      report("coverage.plan.missing", {}, "/regional_plans", {{"count", std::to_string(without)}});
    }
  }

  void check_listed(const placed_project& entry, const std::string& sought) {
    const regional_plan* holder = nullptr;
    for (const auto& p : plan_.regional_plans) {
      const bool here = std::any_of(p.projects.begin(), p.projects.end(),
                                    [&](const plan_project& listed) { return listed.project == entry.element->id; });
      if (here && counts(p)) holder = &p;
    }
    if (holder == nullptr) {
      report("coverage.project.not-in-plan", entry.element->id, entry.pointer,
             {{"project", entry.element->name}, {"programme", programme_name(sought)}});
      return;
    }
    const support_programme* programme = catalogue_ == nullptr ? nullptr : catalogue_->find(sought);
    if (programme == nullptr || programme->measure_code.empty() || holder->support_measures.empty()) return;
    const auto& codes = holder->support_measures;
    if (std::find(codes.begin(), codes.end(), programme->measure_code) != codes.end()) return;
    report("coverage.measure.missing", holder->id, entry.pointer,
           {{"plan", holder->name}, {"programme", programme->name_ja}, {"code", programme->measure_code}});
  }

  std::string programme_name(const std::string& id) const {
    const support_programme* known = catalogue_ == nullptr ? nullptr : catalogue_->find(id);
    return known == nullptr ? id : known->name_ja;
  }

  // ---- plan → strategy -----------------------------------------------------------------------------------------

  void check_plan(const regional_plan& entry, const std::string& at) {
    for (std::size_t i = 0; i < entry.projects.size(); ++i) {
      const plan_project& listed = entry.projects[i];
      if (index_.projects.count(listed.project) != 0) continue;
      report("coverage.project.not-in-strategy", entry.id, at + "/projects/" + std::to_string(i),
             {{"project", listed.name.empty() ? listed.project : listed.name}});
    }
    for (std::size_t i = 0; i < entry.kpis.size(); ++i)
      check_kpi(entry, entry.kpis[i], at + "/kpis/" + std::to_string(i));
    check_goals(entry);
    check_period(entry, at);
    check_labels(entry, at);
    check_author(entry, at);
    if (entry.name.find('\n') != std::string::npos) {
      report("coverage.name.line-break", entry.id, at + "/name", {{"plan", entry.name}});
    }
  }

  void check_kpi(const regional_plan& entry, const plan_kpi& row, const std::string& at) {
    check_increments(entry, row, at);
    const auto known = index_.kpis.find(row.kpi);
    if (known == index_.kpis.end()) {
      report("coverage.kpi.not-in-strategy", entry.id, at, {{"kpi", row.name.empty() ? row.kpi : row.name}});
      return;
    }
    const kpi& original = *known->second.element;
    if (!row.unit.empty() && !original.unit.empty() && comparison_key(row.unit) != comparison_key(original.unit)) {
      report("coverage.kpi.unit", original.id, at,
             {{"kpi", original.name}, {"plan_value", row.unit}, {"strategy_value", original.unit}});
    }
    if (row.baseline && original.baseline) {
      compare("coverage.kpi.baseline", original, row.baseline->value, original.baseline->value, at);
    }
    if (row.target && original.target) {
      compare("coverage.kpi.target", original, row.target->value, original.target->value, at);
      if (row.target->year && original.target->year && *row.target->year != *original.target->year) {
        report("coverage.kpi.target-year", original.id, at,
               {{"kpi", original.name},
                {"plan_value", std::to_string(*row.target->year)},
                {"strategy_value", std::to_string(*original.target->year)}});
      }
    }
    const goal* under = known->second.under;
    if (!row.goal.empty() && under != nullptr && row.goal != under->id) {
      report("coverage.kpi.goal", original.id, at,
             {{"kpi", original.name}, {"plan_value", row.goal}, {"strategy_value", under->id}});
    }
  }

  void compare(const char* code, const kpi& original, const std::optional<decimal>& here,
               const std::optional<decimal>& there, const std::string& at) {
    if (!here || !there || *here == *there) return;
    report(code, original.id, at,
           {{"kpi", original.name}, {"plan_value", shown(here)}, {"strategy_value", shown(there)}});
  }

  /// 累計 is the sum of the yearly increments, and the level at the start plus it is the target. A year that is not
  /// stated leaves the sum unknown.
  void check_increments(const regional_plan& entry, const plan_kpi& row, const std::string& at) {
    if (row.increments.empty()) return;
    std::optional<decimal> sum = decimal();
    for (const auto& year : row.increments) sum = sum && year.value ? add(*sum, *year.value) : std::nullopt;
    if (!sum) return;
    const std::string name = row.name.empty() ? row.kpi : row.name;
    if (row.increments_total && *row.increments_total != *sum) {
      report("coverage.increments.sum", entry.id, at + "/increments_total",
             {{"kpi", name}, {"sum", sum->to_string()}, {"printed", row.increments_total->to_string()}});
    }
    if (!row.baseline || !row.baseline->value || !row.target || !row.target->value) return;
    const auto reached = add(*row.baseline->value, *sum);
    if (reached && *reached != *row.target->value) {
      report("coverage.increments.target", entry.id, at,
             {{"kpi", name}, {"reached", reached->to_string()}, {"target", row.target->value->to_string()}});
    }
  }

  /// Each basic goal is represented by a project or an indicator of some plan, or its absence has to be explained.
  void check_goals(const regional_plan& entry) {
    if ((entry.projects.empty() && entry.kpis.empty()) || !counts(entry)) return;
    for (std::size_t i = 0; i < index_.goals.size(); ++i) {
      const goal& g = *index_.goals[i];
      if (represented(entry, g)) continue;
      report("coverage.goal.not-in-plan", g.id, index_.goal_pointers[i], {{"goal", g.name}, {"plan", entry.name}});
    }
  }

  bool represented(const regional_plan& entry, const goal& g) const {
    for (const auto& listed : entry.projects) {
      const auto known = index_.projects.find(listed.project);
      if (listed.goal == g.id || (known != index_.projects.end() && known->second.under == &g)) return true;
    }
    for (const auto& row : entry.kpis) {
      const auto known = index_.kpis.find(row.kpi);
      if (row.goal == g.id || (known != index_.kpis.end() && known->second.under == &g)) return true;
    }
    return false;
  }

  void check_period(const regional_plan& entry, const std::string& at) {
    if (!entry.period || !entry.period->end) return;
    const civil_day end = *entry.period->end;
    const auto last = last_day(plan_);
    if (last && end > *last) {
      report("coverage.period.beyond-strategy", entry.id, at + "/period/end",
             {{"plan", entry.name}, {"plan_end", end.to_string()}, {"strategy_end", last->to_string()}});
    }
    if (last && end < *last && plan_.period.end && *last > *plan_.period.end && end == *plan_.period.end) {
      report("coverage.period.change-certification", entry.id, at + "/period/end",
             {{"plan", entry.name}, {"plan_end", end.to_string()}, {"strategy_end", last->to_string()}});
    }
    if (end != fiscal_year::of(end).last_day()) {
      report("coverage.period.not-march", entry.id, at + "/period/end",
             {{"plan", entry.name}, {"plan_end", end.to_string()}});
    }
    if (entry.certified_on && entry.period->start && *entry.period->start < *entry.certified_on) {
      report("coverage.period.before-certification", entry.id, at + "/period/start",
             {{"plan", entry.name},
              {"start", entry.period->start->to_string()},
              {"certified", entry.certified_on->to_string()}});
    }
  }

  /// Letters run on without a gap, and the table's letters are those of the projects.
  void check_labels(const regional_plan& entry, const std::string& at) {
    std::vector<bool> projects(std::size(letters), false);
    int highest = -1;
    const auto mark = [&](std::string_view label) {
      const int place = letter_place(label);
      if (place < 0) return;
      projects[static_cast<std::size_t>(place)] = true;
      highest = std::max(highest, place);
    };
    for (const auto& listed : entry.projects) mark(listed.label);
    const bool from_projects = highest >= 0;
    if (!from_projects) {
      for (const auto& row : entry.kpis) mark(row.label);
    }
    for (int i = 0; i <= highest; ++i) {
      if (projects[static_cast<std::size_t>(i)]) continue;
      report("coverage.label.gap", entry.id, at + (from_projects ? "/projects" : "/kpis"),
             {{"plan", entry.name}, {"label", std::string(letters[i])}});
    }
    if (!from_projects) return;
    for (std::size_t i = 0; i < entry.kpis.size(); ++i) {
      const int place = letter_place(entry.kpis[i].label);
      if (place < 0 || projects[static_cast<std::size_t>(place)]) continue;
      report("coverage.label.without-project", entry.id, at + "/kpis/" + std::to_string(i),
             {{"plan", entry.name}, {"label", entry.kpis[i].label}});
    }
  }

  /// Towns and villages are written with prefecture and county (認定申請マニュアル 総論).
  void check_author(const regional_plan& entry, const std::string& at) {
    const municipality& body = plan_.municipality;
    const bool small = body.kind == municipality_kind::town || body.kind == municipality_kind::village;
    if (entry.author.empty() || !small || body.name.empty()) return;
    const auto holds = [&](const std::string& part) {
      return part.empty() || entry.author.find(part) != std::string::npos;
    };
    if (holds(body.prefecture) && holds(body.county) && holds(body.name)) return;
    report("coverage.author.form", entry.id, at + "/author",
           {{"author", entry.author}, {"expected", body.prefecture + body.county + body.name}});
  }

  const strategy& plan_;
  const programme_catalogue* catalogue_;
  strategy_index index_;
  std::vector<finding> findings_;
};

}  // namespace

std::vector<finding> check_coverage(const strategy& plan) {
  return coverage_check(plan, nullptr).run();
}

std::vector<finding> check_coverage(const strategy& plan, const programme_catalogue& catalogue) {
  return coverage_check(plan, &catalogue).run();
}

}  // namespace v1
}  // namespace senryaku
