#include <senryaku/review.hpp>
#include <senryaku/version.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

strategy_summary summarise(const strategy& plan, const rules& data) {
  strategy_summary summary;
  summary.name = plan.name;
  summary.municipality = plan.municipality.name;
  summary.municipality_code = plan.municipality.code;
  summary.prefecture = plan.municipality.prefecture;
  summary.framework = plan.framework;
  for (const auto& frame : data.frameworks) {
    if (frame.id == plan.framework) summary.framework_name = frame.name;
  }
  summary.first_day = plan.period.start;
  summary.last_day = last_day(plan);
  summary.goals = static_cast<std::int64_t>(plan.goals.size());
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    summary.measures += static_cast<std::int64_t>(g.measures.size());
  });
  for_each_kpi(plan, [&](const kpi&, const goal*, const measure* m, const std::string&) {
    ++(m == nullptr ? summary.numeric_targets : summary.kpis);
  });
  for_each_project(plan, [&](const project&, const goal*, const measure*, const std::string&) { ++summary.projects; });
  summary.idea_sheets = static_cast<std::int64_t>(plan.idea_sheets.size());
  summary.regional_plans = static_cast<std::int64_t>(plan.regional_plans.size());
  return summary;
}

/// Names of KPIs, projects and goals by id, so that a finding can be read without the document.
std::map<std::string, std::string> element_names(const strategy& plan) {
  std::map<std::string, std::string> names;
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    names.emplace(g.id, g.name);
    for (const auto& m : g.measures) names.emplace(m.id, m.name);
  });
  for_each_kpi(plan,
               [&](const kpi& k, const goal*, const measure*, const std::string&) { names.emplace(k.id, k.name); });
  for_each_project(
      plan, [&](const project& p, const goal*, const measure*, const std::string&) { names.emplace(p.id, p.name); });
  return names;
}

/// One headline for each kind of finding: the weightiest first, then the most frequent; advice never opens a review.
std::vector<headline> choose_headlines(const std::vector<reported_finding>& findings, const message_catalogue& texts) {
  constexpr std::size_t most = 5;
  std::vector<headline> kinds;
  for (const auto& entry : findings) {
    if (entry.severity == severity::advice) continue;
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const headline& h) { return h.code == entry.code; });
    if (known != kinds.end()) {
      ++known->count;
    } else {
      kinds.push_back({entry.code, entry.severity, 1, entry.element_name, entry.pointer, entry.ja, entry.en});
    }
  }
  const auto weight = [&](const headline& h) {
    const message* known = texts.find(h.code);
    return known == nullptr ? 0 : known->weight;
  };
  std::stable_sort(kinds.begin(), kinds.end(), [&](const headline& a, const headline& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (weight(a) != weight(b)) return weight(a) > weight(b);
    return a.count > b.count;
  });
  if (kinds.size() > most) kinds.resize(most);
  return kinds;
}

}  // namespace

review make_review(const strategy_document& document, const std::vector<finding>& warnings, const rules& data,
                   const review_options& options) {
  review result;
  result.format = "senryaku.review/1";
  result.library_version = SENRYAKU_VERSION;
  result.as_of = options.as_of;
  result.fiscal_year = fiscal_year::of(options.as_of).value();
  result.strategy = summarise(document.value, data);

  std::vector<finding> findings = warnings;
  const auto names = element_names(document.value);
  for (auto& entry : findings) {
    if (!entry.position) entry.position = document.positions.find(entry.pointer);
    result.findings.push_back(report(entry, data.messages));
    const auto named = names.find(entry.element);
    if (named != names.end()) result.findings.back().element_name = named->second;
  }
  result.headlines = choose_headlines(result.findings, data.messages);
  return result;
}

}  // namespace v1
}  // namespace senryaku
