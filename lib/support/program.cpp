#include "support/program.hpp"

#include <algorithm>

namespace senryaku::support {
namespace {

truth negate(truth value) {
  return static_cast<truth>(2 - static_cast<int>(value));
}
truth least(truth a, truth b) {
  return a < b ? a : b;
}
truth decided(bool holds) {
  return holds ? truth::yes : truth::no;
}

/// A text may be known as "one of several": the test is decided when all of them agree.
truth text_in(std::uint64_t possible, std::uint64_t allowed) {
  if ((possible & ~allowed) == 0) return truth::yes;
  return (possible & allowed) == 0 ? truth::no : truth::unknown;
}

truth day_not_before(const leaf_test& test, const fact_cell& day, const fact_cell& base) {
  const auto start = add_days(civil_day(), base.value);
  if (!start) return truth::unknown;
  return decided(day.value >= day_number(plus_years(*start, test.count)));
}

truth test_known(const leaf_test& test, const fact_cell* row) {
  const fact_cell& cell = row[test.column];
  switch (test.kind) {
    case leaf_test::form::interval:
      return decided(cell.value >= test.low && cell.value <= test.high);
    case leaf_test::form::text_in:
      return text_in(cell.set, test.set);
    case leaf_test::form::list_intersects:
      return decided((cell.set & test.set) != 0);
    case leaf_test::form::list_only:
      return decided((cell.set & ~test.set) == 0);
    case leaf_test::form::list_count:
      return decided(cell.items >= test.count);
    case leaf_test::form::not_before:
      return day_not_before(test, cell, row[test.other_column]);
    case leaf_test::form::not_above:
      return decided(cell.value <= row[test.other_column].value);
  }
  return truth::unknown;
}

}  // namespace

truth test_leaf(const leaf_test& test, const fact_cell* row, absent_facts absent) {
  using state = fact_cell::state;
  const state first = row[test.column].held;
  const state second = test.other_column < 0 ? state::known : row[test.other_column].held;
  if (first == state::known && second == state::known) {
    const truth value = test_known(test, row);
    return test.negated ? negate(value) : value;
  }
  const bool met = absent == absent_facts::met;
  if (met && test.about >= 0 && row[test.about].held == state::absent) return decided(test.favourable);
  const bool is_absent = first == state::absent || second == state::absent;
  if (is_absent && (test.optional || (met && !test.never_assumed))) {
    return decided(test.favourable);
  }
  return truth::unknown;
}

int program::column_of(std::string_view key) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i]->key == key) return static_cast<int>(i);
  }
  return -1;
}

std::vector<truth> program::evaluate(const std::vector<fact_cell>& row) const {
  std::vector<node_state> states(nodes_.size());
  std::vector<truth> values(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    states[i] = state_of(i, states, row);
    values[i] = states[i].value;
  }
  return values;
}

/// Under `absent_facts::met` a part about which nothing is said is not at issue.
program::node_state program::state_of(std::size_t index, const std::vector<node_state>& states,
                                      const std::vector<fact_cell>& row) const {
  const flat_node& node = nodes_[index];
  node_state state;
  if (node.kind == flat_node::form::test) {
    state.value = test_leaf(node.test, row.data(), absent_);
    const auto absent = [&](int column) {
      return column >= 0 && row[static_cast<std::size_t>(column)].held == fact_cell::state::absent;
    };
    const bool open = absent(node.test.column) || absent(node.test.other_column);
    state.stated = !open || (node.test.about >= 0 && !absent(node.test.about));
    state.silent = open && !node.test.never_assumed;
    return state;
  }
  state.silent = true;
  for (int child = node.first; child >= 0; child = nodes_[static_cast<std::size_t>(child)].next) {
    state.silent = state.silent && states[static_cast<std::size_t>(child)].silent;
    state.stated = state.stated || states[static_cast<std::size_t>(child)].stated;
  }
  state.value = combine(node, state.stated, states);
  return state;
}

truth program::combine(const flat_node& node, bool stated, const std::vector<node_state>& states) const {
  truth lowest = truth::yes;
  truth highest = truth::no;
  int met = 0;
  int possible = 0;
  // Alternatives of which nothing is said do not rescue one that is known to fail.
  const bool skips =
      node.kind == flat_node::form::any && node.favourable && !node.limited && absent_ == absent_facts::met && stated;
  for (int child = node.first; child >= 0; child = nodes_[static_cast<std::size_t>(child)].next) {
    const node_state& part = states[static_cast<std::size_t>(child)];
    if (skips && part.silent) continue;
    lowest = std::min(lowest, part.value);
    highest = std::max(highest, part.value);
    met += part.value == truth::yes;
    possible += part.value != truth::no;
  }
  switch (node.kind) {
    case flat_node::form::all:
      return lowest;
    case flat_node::form::any:
      return highest;
    case flat_node::form::none:
      return negate(highest);
    case flat_node::form::at_least:
      return met >= node.count ? truth::yes : possible < node.count ? truth::no : truth::unknown;
    case flat_node::form::test:
      break;
  }
  return truth::unknown;
}

truth program::together(const std::vector<truth>& values, rule_group group) const {
  truth result = truth::yes;
  for (const int root : roots_) {
    const flat_node& node = nodes_[static_cast<std::size_t>(root)];
    if (node.group == group && node.decides) result = least(result, values[static_cast<std::size_t>(root)]);
  }
  return result;
}

truth program::rules_hold(const std::vector<truth>& values) const {
  truth result = truth::yes;
  for (const int root : roots_) {
    const flat_node& node = nodes_[static_cast<std::size_t>(root)];
    if (node.group != rule_group::period && node.decides) {
      result = least(result, values[static_cast<std::size_t>(root)]);
    }
  }
  return result;
}

support_verdict program::verdict(const std::vector<truth>& values) const {
  if (!in_force_) return support_verdict::not_in_force;
  const truth period = together(values, rule_group::period);
  if (period == truth::no) return support_verdict::not_in_force;
  const truth rules = rules_hold(values);
  if (rules == truth::no) return support_verdict::ineligible;
  return least(rules, period) == truth::yes ? support_verdict::eligible : support_verdict::conditional;
}

}  // namespace senryaku::support
