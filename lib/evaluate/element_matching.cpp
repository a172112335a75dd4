#include <algorithm>
#include <map>

#include "evaluate/comparison_parts.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

compared_element element(element_kind kind, const std::string& id, const std::string& name, std::string pointer,
                         const std::string& parent) {
  compared_element made;
  made.kind = kind;
  made.id = id;
  made.name = name;
  made.key = comparison_key(name);
  made.pointer = std::move(pointer);
  made.parent = parent;
  made.parent_key = comparison_key(parent);
  return made;
}

/// Numeric targets and KPIs are one kind to the matching: an indicator may move from one to the other.
bool same_kind(const compared_element& a, const compared_element& b) {
  return a.kind == b.kind || (a.as_indicator != nullptr && b.as_indicator != nullptr);
}

class matcher {
 public:
  matcher(const std::vector<compared_element>& before, const std::vector<compared_element>& after)
      : before_(before), after_(after), partner_(after.size()), taken_(before.size(), false), how_(after.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      by_id_.emplace(before[i].id, i);
      by_name_[before[i].key].push_back(i);
    }
  }

  element_matching run() {
    element_matching result;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto i = same_id(j);
      if (!i) continue;
      ++result.common_ids;
      if (before_[*i].key != after_[j].key) continue;
      ++result.common_ids_same_name;
      pair(*i, j, matched_by::id);
    }
    result.ids_trusted = 2 * result.common_ids_same_name > result.common_ids;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto i = partner_[j] ? std::nullopt : best_namesake(j);
      if (i) pair(*i, j, matched_by::name);
    }
    for (std::size_t j = 0; result.ids_trusted && j < after_.size(); ++j) {
      const auto i = partner_[j] ? std::nullopt : same_id(j);
      if (i && !taken_[*i]) pair(*i, j, matched_by::renamed);
    }
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (partner_[j]) result.pairs.push_back({*partner_[j], j, how_[j]});
    }
    return result;
  }

 private:
  void pair(std::size_t i, std::size_t j, matched_by how) {
    taken_[i] = true;
    partner_[j] = i;
    how_[j] = how;
  }

  std::optional<std::size_t> same_id(std::size_t j) const {
    const auto found = by_id_.find(after_[j].id);
    if (found == by_id_.end() || after_[j].id.empty() || !same_kind(before_[found->second], after_[j]))
      return std::nullopt;
    return found->second;
  }

  /// The free element of the same name that has most in common with it; the first of equals.
  std::optional<std::size_t> best_namesake(std::size_t j) const {
    const auto found = by_name_.find(after_[j].key);
    if (found == by_name_.end() || after_[j].key.empty()) return std::nullopt;
    std::optional<std::size_t> best;
    int best_score = -1;
    for (const std::size_t i : found->second) {
      if (taken_[i] || !same_kind(before_[i], after_[j])) continue;
      const int score = 2 * (before_[i].parent_key == after_[j].parent_key) +
                        (before_[i].unit_key == after_[j].unit_key) + (before_[i].kind == after_[j].kind);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  const std::vector<compared_element>& before_;
  const std::vector<compared_element>& after_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
  std::vector<matched_by> how_;
};

}  // namespace

std::vector<compared_element> elements_to_compare(const strategy& plan) {
  std::vector<compared_element> list;
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder& here) {
    list.push_back(element(element_kind::goal, g.id, g.name, here.text(), {}));
    list.back().as_goal = &g;
    for (std::size_t i = 0; i < g.directions.size(); ++i) {
      const pointer_builder::step step(here, "directions", i);
      list.push_back(element(element_kind::direction, g.directions[i].id, g.directions[i].text, here.text(), g.name));
      list.back().as_direction = &g.directions[i];
    }
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(here, "measures", i);
      list.push_back(element(element_kind::measure, g.measures[i].id, g.measures[i].name, here.text(), g.name));
      list.back().as_measure = &g.measures[i];
    }
  });
  const auto parent_of = [](const goal* owner, const measure* part) {
    return part != nullptr ? part->name : owner != nullptr ? owner->name : std::string();
  };
  for_each_kpi(plan, [&](const kpi& k, const goal* owner, const measure* part, const std::string& pointer) {
    const element_kind kind = part == nullptr ? element_kind::numeric_target : element_kind::kpi;
    list.push_back(element(kind, k.id, k.name, pointer, parent_of(owner, part)));
    list.back().unit_key = comparison_key(k.unit);
    list.back().as_indicator = &k;
  });
  for_each_project(plan, [&](const project& p, const goal* owner, const measure* part, const std::string& pointer) {
    list.push_back(element(element_kind::project, p.id, p.name, pointer, parent_of(owner, part)));
    list.back().as_project = &p;
  });
  return list;
}

element_matching match_elements(const std::vector<compared_element>& before,
                                const std::vector<compared_element>& after) {
  return matcher(before, after).run();
}

}  // namespace v1
}  // namespace senryaku
