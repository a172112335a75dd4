#include "support/demands.hpp"

#include <algorithm>

#include "support/solve.hpp"

namespace senryaku::support {
namespace {

using form = leaf_test::form;

fact_type type_of(const program& rules, int column) {
  return rules.columns()[static_cast<std::size_t>(column)]->type.value_or(fact_type::text);
}

fact_value list_of(const program& rules, int column, std::uint64_t set) {
  fact_value value;
  value.held = fact_value::kind::list;
  const auto& names = rules.text_values(column);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((set >> i & 1) != 0) value.list.push_back(names[i]);
  }
  return value;
}

fact_value text_of(std::string text) {
  fact_value value;
  value.held = fact_value::kind::text;
  value.text = std::move(text);
  return value;
}

fact_value count_of(int count) {
  fact_value value;
  value.held = fact_value::kind::number;
  value.number = decimal(count);
  return value;
}

void demand_interval(const program& rules, const leaf_test& test, bool wanted, fact_demand& demand) {
  const fact_type type = type_of(rules, test.column);
  if (test.low == test.high) {
    if (type == fact_type::boolean && !wanted) {
      demand.op = test_operator::is;
      demand.value = decode_number(type, 1 - test.low);
      return;
    }
    demand.op = wanted ? test_operator::is : test_operator::is_not;
    demand.value = decode_number(type, test.low);
    return;
  }
  const bool low = test.low != INT64_MIN;
  const bool high = test.high != INT64_MAX;
  if (low && high) {
    demand.op = wanted ? test_operator::between : test_operator::outside;
    demand.value = decode_number(type, test.low);
    demand.upper = decode_number(type, test.high);
  } else if (low) {
    demand.op = wanted ? test_operator::min : test_operator::below;
    demand.value = decode_number(type, test.low);
  } else {
    demand.op = wanted ? test_operator::max : test_operator::above;
    demand.value = decode_number(type, test.high);
  }
}

void demand_set(const program& rules, const leaf_test& test, bool wanted, fact_demand& demand) {
  demand.value = list_of(rules, test.column, test.set);
  switch (test.kind) {
    case form::list_intersects:
      demand.op = wanted ? test_operator::includes_any : test_operator::excludes_all;
      return;
    case form::list_only:
      demand.op = wanted ? test_operator::only : test_operator::not_only;
      return;
    default:
      break;
  }
  if (demand.value.list.size() == 1) {
    demand.op = wanted ? test_operator::is : test_operator::is_not;
    demand.value = text_of(demand.value.list.front());
  } else {
    demand.op = wanted ? test_operator::one_of : test_operator::not_one_of;
  }
}

bool is_unknown(const fact_cell& cell) {
  return cell.held != fact_cell::state::known;
}

}  // namespace

namespace {

/// The rule whose sentence says what is wanted: the test itself, or where it must not hold the group that excludes it.
const rule_condition* spoken_by(const program& rules, const flat_node& test) {
  if (test.test.favourable) return test.source;
  for (int above = test.parent; above >= 0; above = rules.nodes()[static_cast<std::size_t>(above)].parent) {
    const flat_node& group = rules.nodes()[static_cast<std::size_t>(above)];
    if (group.favourable && group.source != nullptr && !group.source->ja.empty()) return group.source;
  }
  return test.source;
}

}  // namespace

fact_demand demand_of(const program& rules, const flat_node& node) {
  const leaf_test& test = node.test;
  fact_demand demand;
  const fact_definition& fact = *rules.columns()[static_cast<std::size_t>(test.column)];
  demand.fact = fact.key;
  demand.origin = fact.origin.value_or(fact_origin::caller);
  if (node.source != nullptr) demand.rule = node.source->id;
  if (const rule_condition* said = spoken_by(rules, node)) {
    demand.ja = said->ja;
    demand.en = said->en;
  }
  if (demand.ja.empty()) demand.ja = fact.ja;
  if (demand.en.empty()) demand.en = fact.en;
  const bool wanted = test.favourable != test.negated;
  switch (test.kind) {
    case form::interval:
      demand_interval(rules, test, wanted, demand);
      break;
    case form::text_in:
    case form::list_intersects:
    case form::list_only:
      demand_set(rules, test, wanted, demand);
      break;
    case form::list_count:
      demand.op = wanted ? test_operator::min_items : test_operator::fewer_items;
      demand.value = count_of(test.count);
      break;
    case form::not_before:
      demand.op = wanted ? test_operator::not_before : test_operator::before;
      demand.value = text_of(rules.columns()[static_cast<std::size_t>(test.other_column)]->key);
      demand.upper = count_of(test.count);
      break;
    case form::not_above:
      demand.op = wanted ? test_operator::not_above : test_operator::more_than;
      demand.value = text_of(rules.columns()[static_cast<std::size_t>(test.other_column)]->key);
      break;
  }
  return demand;
}

/// A pair test says something about its second fact too: the cost is not below the donation, the day of cancellation
/// not after two years ago.
fact_demand demand_on_other(const program& rules, const flat_node& node) {
  fact_demand demand = demand_of(rules, node);
  const leaf_test& test = node.test;
  const fact_definition& fact = *rules.columns()[static_cast<std::size_t>(test.other_column)];
  const bool wanted = test.favourable != test.negated;
  demand.value = text_of(demand.fact);
  demand.fact = fact.key;
  demand.origin = fact.origin.value_or(fact_origin::caller);
  if (test.kind == form::not_above) {
    demand.op = wanted ? test_operator::not_below : test_operator::less_than;
  } else {
    demand.op = wanted ? test_operator::not_after : test_operator::after;
  }
  return demand;
}

fact_value decode_cell(const program& rules, int column, const fact_cell& cell) {
  if (is_unknown(cell)) return {};
  const fact_type type = type_of(rules, column);
  if (type == fact_type::list) return list_of(rules, column, cell.set);
  if (type != fact_type::text) return decode_number(type, cell.value);
  fact_value value = list_of(rules, column, cell.set);
  if (value.list.size() == 1 && cell.set != other_value) return text_of(value.list.front());
  return value.list.empty() ? text_of("other") : value;
}

std::vector<bool> decisive_nodes(const program& rules, const std::vector<truth>& values) {
  const auto& nodes = rules.nodes();
  std::vector<bool> decisive(nodes.size(), false);
  truth whole = truth::yes;
  for (const int root : rules.roots()) {
    if (nodes[static_cast<std::size_t>(root)].decides) whole = std::min(whole, values[static_cast<std::size_t>(root)]);
  }
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const flat_node& node = nodes[i];
    if (node.parent < 0) {
      decisive[i] = node.decides && values[i] == whole;
      continue;
    }
    const flat_node& parent = nodes[static_cast<std::size_t>(node.parent)];
    const truth above = values[static_cast<std::size_t>(node.parent)];
    const bool inverted = parent.kind == flat_node::form::none;
    const truth here = inverted ? static_cast<truth>(2 - static_cast<int>(values[i])) : values[i];
    decisive[i] = decisive[static_cast<std::size_t>(node.parent)] &&
                  (here == above ||
                   (parent.kind == flat_node::form::at_least && above == truth::unknown && here == truth::unknown));
  }
  return decisive;
}

namespace {

/// A smallest set of facts that makes every rule hold, and how it is said.
class demand_search {
 public:
  demand_search(const program& rules, const std::vector<fact_cell>& row) : rules_(rules), given_(row), row_(row) {}

  std::vector<fact_demand> run() {
    auto found = solve(rules_, row_, all_rules(rules_));
    if (!found) return {};
    row_ = std::move(found->row);
    chosen_ = std::move(found->chosen);
    drop_needless();
    std::vector<fact_demand> demands;
    for (const int column : chosen_) describe(column, demands);
    return demands;
  }

 private:
  truth whole() const {
    const auto values = rules_.evaluate(row_);
    return std::min(rules_.rules_hold(values), rules_.together(values, rule_group::period));
  }

  void drop_needless() {
    for (std::size_t i = chosen_.size(); i-- > 0;) {
      const auto place = static_cast<std::size_t>(chosen_[i]);
      const fact_cell kept = row_[place];
      row_[place] = given_[place];
      if (whole() == truth::yes) {
        chosen_.erase(chosen_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        row_[place] = kept;
      }
    }
  }

  void describe(int column, std::vector<fact_demand>& demands) {
    if (type_of(rules_, column) == fact_type::text) {
      describe_text(column, demands);
      return;
    }
    const auto place = static_cast<std::size_t>(column);
    const auto with = rules_.evaluate(row_);
    std::vector<fact_cell> without = row_;
    without[place] = given_[place];
    const auto before = rules_.evaluate(without);
    const auto decisive = decisive_nodes(rules_, before);
    const std::size_t first = demands.size();
    for (std::size_t i = 0; i < with.size(); ++i) {
      const flat_node& node = rules_.nodes()[i];
      if (node.kind != flat_node::form::test || !decisive[i] || before[i] != truth::unknown) continue;
      if (node.test.column != column && node.test.other_column != column) continue;
      if ((with[i] == truth::yes) != node.test.favourable) continue;
      add(demands, node.test.column == column ? demand_of(rules_, node) : demand_on_other(rules_, node));
    }
    if (demands.size() == first) {  // it helps by a value that no test asks for by itself
      fact_demand demand = plain_demand(column);
      demand.value = decode_cell(rules_, column, row_[place]);
      add(demands, std::move(demand));
    }
  }

  /// All values of a text that do, in place of the one that was tried.
  void describe_text(int column, std::vector<fact_demand>& demands) {
    const auto place = static_cast<std::size_t>(column);
    const fact_cell kept = row_[place];
    std::uint64_t good = 0;
    std::uint64_t bad = 0;
    for (const auto& cell : candidate_cells(rules_, column, given_)) {
      row_[place] = cell;
      (whole() == truth::yes ? good : bad) |= cell.set;
    }
    row_[place] = kept;
    const bool open_ended = (good & other_value) != 0;
    fact_demand demand = plain_demand(column);
    demand.value = list_of(rules_, column, open_ended ? bad : good);
    const bool single = demand.value.list.size() == 1;
    if (single) demand.value = text_of(demand.value.list.front());
    demand.op = open_ended ? (single ? test_operator::is_not : test_operator::not_one_of)
                           : (single ? test_operator::is : test_operator::one_of);
    add(demands, std::move(demand));
  }

  fact_demand plain_demand(int column) const {
    const fact_definition& fact = *rules_.columns()[static_cast<std::size_t>(column)];
    fact_demand demand;
    demand.fact = fact.key;
    demand.origin = fact.origin.value_or(fact_origin::caller);
    demand.ja = fact.ja;
    demand.en = fact.en;
    for (const auto& node : rules_.nodes()) {
      if (node.kind != flat_node::form::test || node.guard || node.test.column != column || node.source == nullptr)
        continue;
      const fact_demand said = demand_of(rules_, node);
      demand.rule = said.rule;
      demand.ja = said.ja;
      demand.en = said.en;
      break;
    }
    return demand;
  }

  static void add(std::vector<fact_demand>& demands, fact_demand demand) {
    for (const auto& known : demands) {
      if (known.fact == demand.fact && known.op == demand.op && known.value == demand.value) return;
    }
    demands.push_back(std::move(demand));
  }

  const program& rules_;
  const std::vector<fact_cell> given_;
  std::vector<fact_cell> row_;
  std::vector<int> chosen_;
};

}  // namespace

std::vector<fact_demand> needed_demands(const program& rules, const std::vector<fact_cell>& row) {
  return demand_search(rules, row).run();
}

std::vector<fact_demand> open_demands(const program& rules, const std::vector<truth>& values,
                                      const std::vector<fact_cell>& row) {
  std::vector<fact_demand> demands;
  const auto decisive = decisive_nodes(rules, values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const flat_node& node = rules.nodes()[i];
    if (node.kind != flat_node::form::test || values[i] != truth::unknown || !decisive[i]) continue;
    for (const int column : {node.test.column, node.test.other_column}) {
      if (column < 0 || !is_unknown(row[static_cast<std::size_t>(column)])) continue;
      fact_demand demand = column == node.test.column ? demand_of(rules, node) : demand_on_other(rules, node);
      const bool known =
          std::any_of(demands.begin(), demands.end(), [&](const fact_demand& d) { return d.fact == demand.fact; });
      if (!known) demands.push_back(std::move(demand));
    }
  }
  return demands;
}

std::vector<failed_rule> failed_rules(const program& rules, const std::vector<truth>& values,
                                      const std::vector<fact_cell>& row, const fact_map& facts) {
  std::vector<failed_rule> failed;
  const auto decisive = decisive_nodes(rules, values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const flat_node& node = rules.nodes()[i];
    if (node.kind != flat_node::form::test || node.guard || !decisive[i] || values[i] == truth::unknown) continue;
    if ((values[i] == truth::yes) == node.test.favourable) continue;
    failed_rule entry;
    entry.demand = demand_of(rules, node);
    const auto given = facts.find(entry.demand.fact);
    if (given != facts.end()) entry.found = given->second;
    std::vector<fact_cell> trial = row;
    for (const auto& cell : candidate_cells(rules, node.test.column, row)) {
      trial[static_cast<std::size_t>(node.test.column)] = cell;
      const auto changed = rules.evaluate(trial);
      entry.alone = entry.alone || (rules.rules_hold(changed) != truth::no &&
                                    rules.together(changed, rule_group::period) != truth::no);
    }
    failed.push_back(std::move(entry));
  }
  return failed;
}

}  // namespace senryaku::support
