#include "support/solve.hpp"

#include <algorithm>

namespace senryaku::support {
namespace {

using form = leaf_test::form;

bool same(const fact_cell& a, const fact_cell& b) {
  return a.value == b.value && a.set == b.set && a.items == b.items;
}
bool is_unknown(const fact_cell& cell) {
  return cell.held != fact_cell::state::known;
}

fact_type type_of(const program& rules, int column) {
  return rules.columns()[static_cast<std::size_t>(column)]->type.value_or(fact_type::text);
}

int bits(std::uint64_t set) {
  int count = 0;
  for (; set != 0; set &= set - 1) ++count;
  return count;
}

constexpr std::int64_t some_day = 18000;  // 2019-04-14: any day does where the other one is open
constexpr std::int64_t some_amount = 1000000;

class candidates {
 public:
  candidates(const program& rules, int column, const std::vector<fact_cell>& row)
      : rules_(rules), column_(column), row_(row), type_(type_of(rules, column)) {}

  std::vector<fact_cell> run() {
    if (type_ == fact_type::text || type_ == fact_type::list) add_values();
    for (const auto& node : rules_.nodes()) {
      if (node.kind == flat_node::form::test) add_from(node.test);
    }
    if (cells_.empty()) add(some_amount);  // a fact that limits are about, and no test compares
    return std::move(cells_);
  }

 private:
  void add(std::int64_t value, std::uint64_t set, int items) {
    fact_cell cell;
    cell.value = value;
    cell.set = set;
    cell.items = items;
    cell.held = fact_cell::state::known;
    if (std::none_of(cells_.begin(), cells_.end(), [&](const fact_cell& c) { return same(c, cell); })) {
      cells_.push_back(cell);
    }
  }
  void add(std::int64_t value) { add(value, 0, 0); }

  void add_values() {
    const std::size_t count = rules_.text_values(column_).size();
    for (std::size_t i = 0; i < count; ++i) add(0, std::uint64_t{1} << i, 1);
    if (type_ == fact_type::list) {
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) add(0, std::uint64_t{1} << i | std::uint64_t{1} << j, 2);
      }
      add(0, 0, 0);
    }
    add(0, other_value, 1);
  }

  void add_from(const leaf_test& test) {
    if (test.column != column_ && test.other_column != column_) return;
    switch (test.kind) {
      case form::interval:
        add_bounds(test);
        break;
      case form::list_count: {
        const std::size_t count = std::min<std::size_t>(rules_.text_values(column_).size(), 62);
        const std::uint64_t all = (std::uint64_t{1} << count) - 1;
        add(0, all, std::max(bits(all), test.count));
        break;
      }
      case form::not_above:
        add_amounts(test);
        break;
      case form::not_before:
        add_days_around(test);
        break;
      case form::text_in:
      case form::list_intersects:
      case form::list_only:
        break;
    }
  }

  void add_bounds(const leaf_test& test) {
    if (type_ == fact_type::boolean) {
      add(1);
      add(0);
      return;
    }
    if (test.low != INT64_MIN) add(test.low), add(test.low - 1);
    if (test.high != INT64_MAX) add(test.high), add(test.high + 1);
  }

  const fact_cell& other_of(const leaf_test& test) const {
    return row_[static_cast<std::size_t>(test.column == column_ ? test.other_column : test.column)];
  }

  void add_amounts(const leaf_test& test) {
    const fact_cell& other = other_of(test);
    const std::int64_t limit = is_unknown(other) ? some_amount : other.value;
    add(limit);
    add(test.column == column_ ? limit + 1 : limit - 1);
  }

  void add_days_around(const leaf_test& test) {
    const fact_cell& other = other_of(test);
    const std::int64_t day = is_unknown(other) ? some_day : other.value;
    if (test.column == column_) {
      const auto start = add_days(civil_day(), day);
      const std::int64_t limit = start ? day_number(plus_years(*start, test.count)) : day;
      add(limit), add(limit - 1);
    } else {
      constexpr std::int64_t longest_year = 366;
      add(day - longest_year * (test.count + 1)), add(day);
    }
  }

  const program& rules_;
  int column_;
  const std::vector<fact_cell>& row_;
  fact_type type_;
  std::vector<fact_cell> cells_;
};

class search {
 public:
  search(const program& rules, std::vector<fact_cell> row, const std::vector<goal_node>& goals, int steps)
      : rules_(rules), row_(std::move(row)), goals_(goals), steps_(steps) {}

  std::optional<solution> run() {
    if (!extend()) return std::nullopt;
    return solution{std::move(row_), std::move(chosen_)};
  }

 private:
  bool extend() {
    if (--steps_ < 0) return false;
    const auto values = rules_.evaluate(row_);
    bool all = true;
    for (const auto& goal : goals_) {
      const truth value = values[static_cast<std::size_t>(goal.node)];
      if (value != goal.wanted && value != truth::unknown) return false;
      all = all && value == goal.wanted;
    }
    if (all) return true;
    const int column = next_column(values);
    if (column < 0) return false;
    const auto place = static_cast<std::size_t>(column);
    const fact_cell before = row_[place];
    chosen_.push_back(column);
    for (const auto& cell : candidate_cells(rules_, column, row_)) {
      row_[place] = cell;
      if (extend()) return true;
    }
    row_[place] = before;
    chosen_.pop_back();
    return false;
  }

  /// The first open fact below an undecided goal; facts of what a rule asks before those of its limits.
  int next_column(const std::vector<truth>& values) const {
    int limit = -1;
    for (const auto& goal : goals_) {
      if (values[static_cast<std::size_t>(goal.node)] != truth::unknown) continue;
      const int column = open_below(goal.node, values, limit);
      if (column >= 0) return column;
    }
    return limit;
  }

  int open_below(int index, const std::vector<truth>& values, int& limit) const {
    const auto place = static_cast<std::size_t>(index);
    const flat_node& node = rules_.nodes()[place];
    if (values[place] != truth::unknown) return -1;
    if (node.kind == flat_node::form::test) {
      for (const int column : {node.test.column, node.test.other_column}) {
        if (column < 0 || !open(column)) continue;
        if (!node.guard) return column;
        if (limit < 0) limit = column;
      }
      return -1;
    }
    for (int child = node.first; child >= 0; child = rules_.nodes()[static_cast<std::size_t>(child)].next) {
      const int column = open_below(child, values, limit);
      if (column >= 0) return column;
    }
    return -1;
  }

  /// Unknown, or a text known only as one of several.
  bool open(int column) const {
    const fact_cell& cell = row_[static_cast<std::size_t>(column)];
    return is_unknown(cell) || (type_of(rules_, column) == fact_type::text && bits(cell.set) > 1);
  }

  const program& rules_;
  std::vector<fact_cell> row_;
  const std::vector<goal_node>& goals_;
  std::vector<int> chosen_;
  int steps_;
};

}  // namespace

std::vector<fact_cell> candidate_cells(const program& rules, int column, const std::vector<fact_cell>& row) {
  std::vector<fact_cell> cells = candidates(rules, column, row).run();
  const fact_cell& known = row[static_cast<std::size_t>(column)];
  if (!is_unknown(known) &&
      type_of(rules, column) ==
          fact_type::text) {  // a text known as one of several can only turn out to be one of these
    cells.erase(std::remove_if(cells.begin(), cells.end(),
                               [&](const fact_cell& c) { return bits(known.set) > 1 && (c.set & ~known.set) != 0; }),
                cells.end());
  }
  std::vector<fact_cell> trial = row;
  const auto helpful = [&](const fact_cell& cell) {
    trial[static_cast<std::size_t>(column)] = cell;
    int count = 0;
    for (const auto& node : rules.nodes()) {
      if (node.kind != flat_node::form::test || node.guard || node.test.column != column) continue;
      count += (test_leaf(node.test, trial.data(), rules.absent()) == truth::yes) == node.test.favourable;
    }
    return count;
  };
  std::vector<std::pair<int, fact_cell>> ranked;
  for (const auto& cell : cells) ranked.emplace_back(-helpful(cell), cell);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = ranked[i].second;
  return cells;
}

std::optional<solution> solve(const program& rules, std::vector<fact_cell> start, const std::vector<goal_node>& goals,
                              int steps) {
  return search(rules, std::move(start), goals, steps).run();
}

std::vector<goal_node> all_rules(const program& rules) {
  std::vector<goal_node> goals;
  for (const int root : rules.roots()) {
    if (rules.nodes()[static_cast<std::size_t>(root)].decides) goals.push_back({root, truth::yes});
  }
  return goals;
}

std::vector<fact_cell> blank_row(const program& rules) {
  fact_cell unknown;
  unknown.held = fact_cell::state::unknown;
  return std::vector<fact_cell>(rules.columns().size(), unknown);
}

}  // namespace senryaku::support
