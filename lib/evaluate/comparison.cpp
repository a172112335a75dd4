#include <senryaku/comparison.hpp>

#include <algorithm>

#include "evaluate/comparison_parts.hpp"
#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::string text_of(const std::optional<civil_day>& day) {
  return day ? day->to_string() : std::string();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// True when the newest result of `indicator` had not reached its target; unknown without one of them.
std::optional<bool> unreached(const kpi& indicator) {
  if (!indicator.aim || !indicator.target) return std::nullopt;
  std::optional<ratio> baseline;
  if (indicator.baseline && indicator.baseline->value) baseline = ratio(*indicator.baseline->value);
  const auto level = level_of(*indicator.target, baseline);
  const auto values = values_by_year(indicator);
  std::optional<ratio> newest;
  if (!values.empty() && !values.back().baseline) newest = ratio(values.back().value);
  for (const auto& actual : indicator.actuals) {  // a result without a year is the final one
    if (actual.value && !actual.year) newest = ratio(*actual.value);
  }
  if (!level || !newest) return std::nullopt;
  return !(falls(*indicator.aim) ? *newest <= *level : *newest >= *level);
}

class comparer {
 public:
  comparer(const strategy& before, const strategy& after)
      : before_(before), after_(after), old_(elements_to_compare(before)), new_(elements_to_compare(after)) {}

  strategy_comparison run() {
    result_.name_before = before_.name;
    result_.name_after = after_.name;
    const element_matching matching = match_elements(old_, new_);
    result_.ids_trusted = matching.ids_trusted;
    result_.common_ids = matching.common_ids;
    result_.common_ids_same_name = matching.common_ids_same_name;
    compare_plan();
    std::vector<bool> found(old_.size(), false);
    auto pair = matching.pairs.begin();
    for (std::size_t j = 0; j < new_.size(); ++j) {
      if (pair != matching.pairs.end() && pair->after == j) {
        found[pair->before] = true;
        add(compare(old_[pair->before], new_[j], pair->how));
        ++pair;
      } else {
        add(one_sided(new_[j], change_kind::added));
      }
    }
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!found[i]) add(one_sided(old_[i], change_kind::removed));
    }
    warn_of_unstated();
    return std::move(result_);
  }

 private:
  // ---- The plan itself ------------------------------------------------------------------------------------------

  void compare_plan() {
    member_list members("", "");
    members.compare("name", before_.name, after_.name, member_meaning::renamed);
    members.compare("framework", before_.framework, after_.framework, member_meaning::other);
    members.compare("period/start", text_of(before_.period.start), text_of(after_.period.start), member_meaning::other);
    members.compare("period/end", text_of(before_.period.end), text_of(after_.period.end), member_meaning::other);
    members.compare("rating_scheme", before_.rating_scheme, after_.rating_scheme, member_meaning::other);
    result_.plan = members.take();
    same_period_ = before_.period.start && before_.period.start == after_.period.start;
    const auto was = last_day(before_);
    const auto is = last_day(after_);
    if (!same_period_ || !was || !is || !(*is > *was)) return;
    warn("compare.period.extended", {}, "/period", {{"before", was->to_string()}, {"after", is->to_string()}});
  }

  // ---- Elements -------------------------------------------------------------------------------------------------

  static element_change one_sided(const compared_element& only, change_kind change) {
    element_change entry;
    entry.kind = only.kind;
    entry.change = change;
    const bool added = change == change_kind::added;
    (added ? entry.id_after : entry.id_before) = only.id;
    (added ? entry.name_after : entry.name_before) = only.name;
    (added ? entry.pointer_after : entry.pointer_before) = only.pointer;
    if (!added && only.as_indicator != nullptr) entry.dropped_unreached = unreached(*only.as_indicator);
    return entry;
  }

  element_change compare(const compared_element& was, const compared_element& is, matched_by how) const {
    element_change entry;
    entry.kind = is.kind;
    entry.matched = how;
    entry.id_before = was.id;
    entry.id_after = is.id;
    entry.name_before = was.name;
    entry.name_after = is.name;
    entry.pointer_before = was.pointer;
    entry.pointer_after = is.pointer;
    member_list members(was.pointer, is.pointer);
    if (how == matched_by::renamed)
      members.compare(is.as_direction != nullptr ? "text" : "name", was.name, is.name, member_meaning::renamed);
    if (was.parent_key != is.parent_key) members.add("parent", was.parent, is.parent, member_meaning::moved);
    if (is.as_goal != nullptr) compare_goals(*was.as_goal, *is.as_goal, members);
    if (is.as_measure != nullptr) {
      members.compare("number", was.as_measure->number, is.as_measure->number, member_meaning::other);
      members.compare("description", was.as_measure->description, is.as_measure->description, member_meaning::other);
    }
    if (is.as_project != nullptr) compare_projects(*was.as_project, *is.as_project, members);
    if (is.as_indicator != nullptr) {
      compare_indicators(*was.as_indicator, *is.as_indicator, members);
      entry.comparable = comparability_of(members.changes(), how, entry.comparable_because);
    }
    look_up_statement(entry);
    entry.members = members.take();
    entry.change = entry.members.empty() ? change_kind::unchanged : change_kind::changed;
    return entry;
  }

  static void compare_goals(const goal& was, const goal& is, member_list& members) {
    members.compare("number", was.number, is.number, member_meaning::other);
    members.compare("framework_class", was.framework_class, is.framework_class, member_meaning::other);
    members.compare("description", was.description, is.description, member_meaning::other);
  }

  static void compare_projects(const project& was, const project& is, member_list& members) {
    const auto year = [](const std::optional<int>& y) { return y ? std::to_string(*y) : std::string(); };
    members.compare("departments", joined(was.departments), joined(is.departments), member_meaning::other);
    members.compare("description", was.description, is.description, member_meaning::other);
    members.compare("start_year", year(was.start_year), year(is.start_year), member_meaning::other);
    members.compare("end_year", year(was.end_year), year(is.end_year), member_meaning::other);
    members.compare("support_sought", joined(was.support_sought), joined(is.support_sought), member_meaning::other);
  }

  /// What the newer version's revisions say about the element.
  void look_up_statement(element_change& entry) const {
    if (after_.revisions.empty()) return;
    entry.stated = false;
    for (const auto& revised : after_.revisions) {
      for (const auto& change : revised.changes) {
        if (change.subject != entry.id_after && (change.subject != entry.id_before || !result_.ids_trusted)) continue;
        entry.stated = true;
        if (change.comparable) entry.comparable_as_stated = change.comparable;
      }
    }
  }

  void add(element_change&& entry) {
    auto known = std::find_if(result_.counts.begin(), result_.counts.end(),
                              [&](const change_count& c) { return c.kind == entry.kind; });
    if (known == result_.counts.end()) {
      known = result_.counts.insert(known, change_count{});
      known->kind = entry.kind;
    }
    ++(entry.change == change_kind::added     ? known->added
       : entry.change == change_kind::removed ? known->removed
       : entry.change == change_kind::changed ? known->changed
                                              : known->unchanged);
    warn_of(entry);
    result_.elements.push_back(std::move(entry));
  }

  // ---- Findings -------------------------------------------------------------------------------------------------

  void warn(const char* code, const std::string& element, const std::string& pointer,
            std::vector<finding_value> values) {
    result_.findings.push_back({code, element, pointer, std::move(values), std::nullopt});
  }

  void warn_of(const element_change& entry) {
    const bool indicator = entry.kind == element_kind::kpi || entry.kind == element_kind::numeric_target;
    if (!indicator) return;
    if (entry.change == change_kind::removed) {
      const bool missed = entry.dropped_unreached.value_or(false);
      const char* code = missed ? "compare.indicator.dropped-unreached" : "compare.indicator.dropped";
      result_.findings_before.push_back(
          {code, entry.id_before, entry.pointer_before, {{"name", entry.name_before}}, std::nullopt});
    }
    if (entry.comparable == comparability::not_comparable && !entry.comparable_as_stated.value_or(false)) {
      warn("compare.indicator.not-comparable", entry.id_after, entry.pointer_after,
           {{"name", entry.name_after}, {"members", entry.comparable_because}});
    }
    for (const auto& change : entry.members) {
      const char* code = change.meaning == member_meaning::target_lowered  ? "compare.target.lowered"
                         : change.meaning == member_meaning::target_raised ? "compare.target.raised"
                         : change.meaning == member_meaning::target_later  ? "compare.target.later"
                         : change.meaning == member_meaning::restated      ? "compare.value.restated"
                                                                           : nullptr;
      // The next plan has later targets by nature.
      if (code == nullptr || (change.meaning == member_meaning::target_later && !same_period_)) continue;
      const std::string& was = change.level_before.empty() ? change.before : change.level_before;
      const std::string& is = change.level_after.empty() ? change.after : change.level_after;
      warn(code, entry.id_after, change.pointer_after,
           {{"name", entry.name_after}, {"before", was}, {"after", is}, {"member", change.member}});
    }
  }

  /// Within one plan, a change of an indicator belongs to the record of its revisions.
  void warn_of_unstated() {
    if (!same_period_) return;
    std::int64_t unstated = 0;
    for (const auto& entry : result_.elements) {
      const bool indicator = entry.kind == element_kind::kpi || entry.kind == element_kind::numeric_target;
      const bool altered = std::any_of(entry.members.begin(), entry.members.end(), [](const member_change& change) {
        return change.meaning != member_meaning::first_stated && change.meaning != member_meaning::other;
      });
      if (indicator && altered && !entry.stated.value_or(false)) ++unstated;
    }
    if (unstated > 0) warn("compare.changes.unstated", {}, "/revisions", {{"count", std::to_string(unstated)}});
  }

  const strategy& before_;
  const strategy& after_;
  std::vector<compared_element> old_;
  std::vector<compared_element> new_;
  bool same_period_ = false;
  strategy_comparison result_;
};

}  // namespace

strategy_comparison compare_strategies(const strategy& before, const strategy& after) {
  return comparer(before, after).run();
}

}  // namespace v1
}  // namespace senryaku
