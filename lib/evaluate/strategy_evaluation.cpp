#include <senryaku/evaluate.hpp>

#include <algorithm>

#include "evaluate/traps.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

finding about(std::string_view code, const kpi_evaluation& entry, std::vector<finding_value> values) {
  return {std::string(code), entry.kpi, entry.pointer, std::move(values), std::nullopt};
}

/// What people decided about an element in the verification of the year by this scheme.
std::optional<human_decision> decision_on(const strategy& plan, const rating_scheme& scheme, int year,
                                          const std::string& element) {
  for (const auto& round : plan.verifications) {
    if (round.fiscal_year != year || (!round.scheme.empty() && round.scheme != scheme.id)) continue;
    for (const auto& result : round.results) {
      if (result.subject != element) continue;
      return human_decision{round.id,        result.rating,          result.decided_by,   result.rating_reason,
                            result.decision, result.decision_reason, result.printed_rate, false};
    }
  }
  return std::nullopt;
}

class evaluation {
 public:
  evaluation(const strategy& plan, const rating_scheme& scheme, int year, const evaluation_checks& checks)
      : plan_(plan), scheme_(scheme), year_(year), checks_(checks) {
    result_.scheme = scheme.id;
    result_.scheme_name = scheme.name;
    result_.fiscal_year = year;
    result_.decided_by = scheme.decided_by;
    result_.decisions = scheme.decisions;
    if (plan.period.start) first_year_ = fiscal_year::of(*plan.period.start).value();
    classes_given_ = std::any_of(scheme.bands.begin(), scheme.bands.end(), [](const rating_band& band) {
      return band.when != rating_condition::not_rated && band.when != rating_condition::judged;
    });
  }

  strategy_evaluation run() {
    for_each_kpi(plan_, [&](const kpi& indicator, const goal* owner, const measure* part, const std::string& pointer) {
      rate(indicator, owner, part, pointer);
    });
    pointer_builder at;
    for_each_goal(plan_, at, [&](const goal& owner, pointer_builder& place) { gather_goal(owner, place); });
    for (std::size_t i = 0; i < plan_.regional_plans.size(); ++i) gather_plan(plan_.regional_plans[i], i);
    gather_strategy();
    auto changed = find_changed_targets(plan_, year_, result_.kpis);
    std::move(changed.begin(), changed.end(), std::back_inserter(result_.findings));
    return std::move(result_);
  }

 private:
  void rate(const kpi& indicator, const goal* owner, const measure* part, const std::string& pointer) {
    kpi_evaluation entry = evaluate_kpi(indicator, scheme_, year_, first_year_);
    entry.pointer = pointer;
    if (owner != nullptr) entry.goal = owner->id;
    if (part != nullptr) entry.measure = part->id;
    decide(entry, entry.kpi);
    report(indicator, entry);
    result_.kpis.push_back(std::move(entry));
  }

  /// Puts the decision of people beside the proposal; a difference without a reason is a finding.
  template <class Entry>
  void decide(Entry& entry, const std::string& element) {
    entry.decided = decision_on(plan_, scheme_, year_, element);
    if (!entry.decided || entry.decided->rating.empty() || entry.rating.empty()) return;
    entry.decided->differs = comparison_key(entry.decided->rating) != comparison_key(entry.rating);
    if (!entry.decided->differs) return;
    const bool explained = !entry.decided->reason.empty();
    result_.findings.push_back(
        {explained ? "evaluate.decision.differs" : "evaluate.decision.unexplained",
         element,
         entry.pointer,
         {{"proposed", entry.rating}, {"decided", entry.decided->rating}, {"reason", entry.decided->reason}},
         std::nullopt});
  }

  /// The target in the indicator's unit: −10 % of 4,462 is 4015.8.
  static std::string level_in_unit(const kpi_evaluation& entry) {
    if (!entry.target) return "—";
    const bool change =
        entry.target_basis == target_basis::change_rate || entry.target_basis == target_basis::increment;
    const auto level = change && entry.exact_level ? entry.exact_level->round(1, rounding_mode::half_up) : std::nullopt;
    return level ? level->to_string() : entry.target->to_string();
  }

  void report(const kpi& indicator, const kpi_evaluation& entry) {
    if (entry.gap == rate_gap::none && !entry.rating.empty() && !entry.good) {
      result_.findings.push_back(about("evaluate.rating.low", entry,
                                       {{"rating", entry.rating},
                                        {"actual", entry.actual ? entry.actual->to_string() : "—"},
                                        {"target", level_in_unit(entry)},
                                        {"unit", entry.unit},
                                        {"rate", entry.rate.empty() ? "—" : entry.rate}}));
    } else if (entry.gap == rate_gap::no_actual && entry.target && !entry.actual && first_year_ &&
               *first_year_ <= year_) {
      result_.findings.push_back(about("evaluate.actual.missing", entry, {{"year", std::to_string(year_)}}));
    }
    auto traps = find_traps(indicator, scheme_for(indicator, scheme_), checks_, year_, entry);
    std::move(traps.begin(), traps.end(), std::back_inserter(result_.findings));
  }

  /// What people decided, where the scheme leaves the rating to them: it is gathered, never computed.
  rated_item judged_item(const kpi_evaluation& entry) const {
    rated_item item;
    item.element = entry.kpi;
    item.symbol = entry.decided->rating;
    item.rated = true;
    for (const auto& band : scheme_.bands) {
      if (comparison_key(band.symbol) != comparison_key(item.symbol)) continue;
      item.symbol = band.symbol;
      item.points = band.points;
      item.good = band.good;
      item.rated = band.when != rating_condition::not_rated;
    }
    return item;
  }

  rated_item item_of(const kpi_evaluation& entry) const {
    if (entry.gap == rate_gap::judged && entry.decided && !entry.decided->rating.empty()) return judged_item(entry);
    const bool rated = entry.gap == rate_gap::none && (!entry.rating.empty() || !classes_given_);
    return {entry.kpi, entry.rating, entry.points, entry.exact_rate, entry.good, rated, entry.left_out};
  }
  static rated_item item_of(const group_evaluation& group) {
    return {group.element, group.rating, group.points, std::nullopt, group.good, group.gap == group_gap::none, false};
  }

  template <class Wanted>
  std::vector<rated_item> indicators(Wanted wanted) const {
    std::vector<rated_item> items;
    for (const auto& entry : result_.kpis) {
      if (wanted(entry)) items.push_back(item_of(entry));
    }
    return items;
  }

  bool from_below(rollup_level level) const {
    for (const auto& rule : scheme_.rollups) {
      if (std::find(rule.levels.begin(), rule.levels.end(), level) != rule.levels.end())
        return rule.from == rollup_source::level_below;
    }
    return false;
  }

  group_evaluation& add(rollup_level level, const std::vector<rated_item>& items, const std::string& element,
                        const std::string& name, std::string pointer) {
    group_evaluation group = roll_up(scheme_, level, items);
    group.element = element;
    group.name = name;
    group.pointer = std::move(pointer);
    if (level != rollup_level::numeric_targets && !element.empty()) decide(group, element);
    if (group.gap == group_gap::low_coverage) {
      result_.findings.push_back(
          {"evaluate.rollup.coverage",
           element,
           group.pointer,
           {{"name", name}, {"rated", std::to_string(group.rated)}, {"total", std::to_string(group.total)}},
           std::nullopt});
    }
    result_.groups.push_back(std::move(group));
    return result_.groups.back();
  }

  void gather_goal(const goal& owner, pointer_builder& at) {
    std::vector<rated_item> of_measures;
    for (std::size_t i = 0; i < owner.measures.size(); ++i) {
      const measure& part = owner.measures[i];
      const pointer_builder::step step(at, "measures", i);
      const auto items = indicators([&](const kpi_evaluation& entry) { return entry.measure == part.id; });
      if (!items.empty())
        of_measures.push_back(item_of(add(rollup_level::measure, items, part.id, part.name, at.text())));
    }
    const auto targets =
        indicators([&](const kpi_evaluation& entry) { return entry.goal == owner.id && entry.measure.empty(); });
    if (!targets.empty()) add(rollup_level::numeric_targets, targets, owner.id, owner.name, at.text());
    const auto kpis =
        indicators([&](const kpi_evaluation& entry) { return entry.goal == owner.id && !entry.measure.empty(); });
    if (kpis.empty()) return;
    const group_evaluation& whole =
        add(rollup_level::goal, from_below(rollup_level::goal) ? of_measures : kpis, owner.id, owner.name, at.text());
    goals_.push_back(item_of(whole));
  }

  /// A grant project's KPIs are those of its regional plan.
  void gather_plan(const regional_plan& project, std::size_t index) {
    std::vector<rated_item> items;
    for (const auto& row : project.kpis) {
      const auto entry = std::find_if(result_.kpis.begin(), result_.kpis.end(),
                                      [&](const kpi_evaluation& e) { return !row.kpi.empty() && e.kpi == row.kpi; });
      rated_item unknown;
      unknown.element = row.kpi;
      items.push_back(entry == result_.kpis.end() ? unknown : item_of(*entry));
    }
    if (!items.empty())
      add(rollup_level::plan, items, project.id, project.name, "/regional_plans/" + std::to_string(index));
  }

  void gather_strategy() {
    const bool staged = from_below(rollup_level::strategy) && !goals_.empty();
    add(rollup_level::strategy, staged ? goals_ : indicators([](const kpi_evaluation&) { return true; }), "",
        plan_.name, "");
  }

  const strategy& plan_;
  const rating_scheme& scheme_;
  int year_;
  const evaluation_checks& checks_;
  std::optional<int> first_year_;
  bool classes_given_ = false;
  std::vector<rated_item> goals_;
  strategy_evaluation result_;
};

}  // namespace

strategy_evaluation evaluate_strategy(const strategy& plan, const rating_scheme& scheme, int year,
                                      const evaluation_checks& checks) {
  return evaluation(plan, scheme, year, checks).run();
}

}  // namespace v1
}  // namespace senryaku
