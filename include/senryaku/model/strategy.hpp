/// The strategy (地方版総合戦略): the whole document, and walks over its parts.
#pragma once

#include <senryaku/model/drafting_procedure.hpp>
#include <senryaku/model/goal.hpp>
#include <senryaku/model/idea_sheet.hpp>
#include <senryaku/model/municipality.hpp>
#include <senryaku/model/population_vision.hpp>
#include <senryaku/model/regional_plan.hpp>
#include <senryaku/model/verification.hpp>

namespace senryaku {
inline namespace v1 {

/// How the strategy stands to the comprehensive plan (総合計画).
enum class plan_relation { separate, merged };

struct comprehensive_plan {
  std::string name;
  std::optional<plan_relation> relation;
  std::optional<bool> aligned;  ///< the vision agrees with the town image of the plan
  extra_members extras;
};

/// 地域ビジョン: what the area wants to be.
struct regional_vision {
  std::string statement;
  std::string catchphrase;
  std::optional<struct comprehensive_plan> comprehensive_plan;
  std::vector<std::string> model_visions;  ///< モデル地域ビジョン of the digital framework
  extra_members extras;
};

/// 施策間連携・地域間連携.
enum class linkage_kind { policy, regional };

struct linkage {
  std::optional<linkage_kind> kind;
  std::string name;
  std::vector<std::string> partners;
  std::string content;
  extra_members extras;
};

/// A part of the published document (編・章) and the headings under it.
struct document_part {
  std::string number;
  std::string title;
  std::vector<std::string> chapters;
  extra_members extras;
};

enum class strategy_status { drafting, adopted, revised, ended };

/// 地方版総合戦略.
struct strategy {
  std::string format;  ///< "senryaku.strategy/1"
  std::string schema;  ///< "$schema", for editors
  senryaku::municipality municipality;
  std::string name;
  std::string generation;  ///< 第2期 …
  std::optional<strategy_status> status;
  std::string framework;  ///< id of the national strategy it takes account of
  std::vector<std::string> takes_account_of;
  std::optional<civil_day> adopted_on;
  std::optional<civil_day> published_on;
  std::string printed_adoption;
  plan_period period;
  std::optional<regional_vision> vision;
  std::vector<std::string> principles;       ///< 政策原則 the strategy names: 自立性, 将来性 …
  std::vector<std::string> priority_fields;  ///< 重要施策分野
  std::vector<linkage> linkages;
  std::vector<std::string> support_sought;  ///< programme ids that the drafting papers name for the strategy as a whole
  std::vector<kpi> overall_targets;         ///< numeric targets of the strategy as a whole
  std::vector<goal> goals;
  std::vector<goal> cross_cutting_goals;
  std::vector<goal> foundations;
  std::vector<project> unplaced_projects;  ///< published without a measure
  std::vector<regional_plan> regional_plans;
  std::optional<senryaku::population_vision> population_vision;
  std::optional<drafting_procedure> procedure;
  std::vector<idea_sheet> idea_sheets;
  std::string rating_scheme;  ///< id of the scheme by which the town verifies
  std::vector<verification> verifications;
  std::vector<revision> revisions;
  std::vector<document_part> outline;  ///< 章立て of the published document
  std::vector<source> sources;
  std::string note;
  extra_members extras;
};

/// The last day the plan runs: the latest extension, or the period's end.
std::optional<civil_day> last_day(const strategy& plan);

/// Calls `visit(const kpi&, const goal*, const measure*, pointer)` for every numeric target (measure null; goal null
/// for the overall ones) and every KPI, in document order. The pointer is valid during the call.
template <class Visit>
void for_each_kpi(const strategy& plan, Visit&& visit);

/// Calls `visit(const project&, const goal*, const measure*, pointer)`; goal and measure are null for unplaced
/// projects.
template <class Visit>
void for_each_project(const strategy& plan, Visit&& visit);

/// Calls `visit(const goal&, pointer_builder&)` for goals, cross-cutting goals and foundations.
template <class Visit>
void for_each_goal(const strategy& plan, pointer_builder& at, Visit&& visit) {
  const std::pair<std::string_view, const std::vector<goal>*> lists[] = {
      {"goals", &plan.goals}, {"cross_cutting_goals", &plan.cross_cutting_goals}, {"foundations", &plan.foundations}};
  for (const auto& [name, list] : lists) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit((*list)[i], at);
    }
  }
}

template <class Visit>
void for_each_kpi(const strategy& plan, Visit&& visit) {
  pointer_builder at;
  const auto all = [&](const std::vector<kpi>& list, std::string_view name, const goal* g, const measure* m) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit(list[i], g, m, at.text());
    }
  };
  all(plan.overall_targets, "overall_targets", nullptr, nullptr);
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    all(g.numeric_targets, "numeric_targets", &g, nullptr);
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at, "measures", i);
      all(g.measures[i].kpis, "kpis", &g, &g.measures[i]);
    }
  });
}

template <class Visit>
void for_each_project(const strategy& plan, Visit&& visit) {
  pointer_builder at;
  const auto all = [&](const std::vector<project>& list, std::string_view name, const goal* g, const measure* m) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit(list[i], g, m, at.text());
    }
  };
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at, "measures", i);
      all(g.measures[i].projects, "projects", &g, &g.measures[i]);
    }
  });
  all(plan.unplaced_projects, "unplaced_projects", nullptr, nullptr);
}

/// What keeps a document from being used: identifiers missing or used twice, references to nothing, a municipality code
/// with a wrong check digit. Codes `format.id.*`, `format.reference.*`, `format.municipality.*`.
std::vector<finding> check_integrity(const strategy& plan);

}  // namespace v1
}  // namespace senryaku
