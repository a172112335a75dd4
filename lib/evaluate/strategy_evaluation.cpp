#include <senryaku/evaluate.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

void count(group_evaluation& group, const kpi_evaluation& entry) {
  ++group.total;
  if (entry.gap != rate_gap::none) return;
  ++group.rated;
  const auto known = std::find_if(group.counts.begin(), group.counts.end(),
                                  [&](const rating_count& c) { return c.symbol == entry.rating; });
  if (known != group.counts.end()) {
    ++known->count;
  } else {
    group.counts.push_back({entry.rating, 1});
  }
}

finding about(std::string_view code, const kpi_evaluation& entry, std::vector<finding_value> values) {
  return {std::string(code), entry.kpi, entry.pointer, std::move(values), std::nullopt};
}

}  // namespace

strategy_evaluation evaluate_strategy(const strategy& plan, const rating_scheme& scheme, int year) {
  strategy_evaluation result;
  result.scheme = scheme.id;
  result.scheme_name = scheme.name;
  result.fiscal_year = year;
  std::optional<int> first_year;
  if (plan.period.start) first_year = fiscal_year::of(*plan.period.start).value();

  group_evaluation whole;
  whole.name = plan.name;
  std::vector<std::pair<const goal*, group_evaluation>> goals;
  for_each_kpi(plan, [&](const kpi& indicator, const goal* owner, const measure* part, const std::string& pointer) {
    kpi_evaluation entry = evaluate_kpi(indicator, scheme, year, first_year);
    entry.pointer = pointer;
    if (owner != nullptr) entry.goal = owner->id;
    if (part != nullptr) entry.measure = part->id;
    count(whole, entry);
    if (owner != nullptr) {
      if (goals.empty() || goals.back().first != owner) goals.push_back({owner, {owner->id, owner->name, 0, 0, {}}});
      count(goals.back().second, entry);
    }
    if (entry.gap == rate_gap::none && !entry.rating.empty() && !entry.good) {
      result.findings.push_back(about("evaluate.rating.low", entry,
                                      {{"rating", entry.rating},
                                       {"actual", entry.actual->to_string()},
                                       {"target", entry.target->to_string()},
                                       {"unit", entry.unit},
                                       {"rate", entry.rate.empty() ? "—" : entry.rate}}));
    } else if (entry.gap == rate_gap::no_actual && entry.target && first_year && *first_year <= year) {
      result.findings.push_back(about("evaluate.actual.missing", entry, {{"year", std::to_string(year)}}));
    }
    result.kpis.push_back(std::move(entry));
  });
  for (auto& [owner, group] : goals) result.groups.push_back(std::move(group));
  result.groups.push_back(std::move(whole));
  return result;
}

}  // namespace v1
}  // namespace senryaku
