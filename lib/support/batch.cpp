#include <senryaku/support_batch.hpp>

#include <algorithm>
#include <array>

#include "base/block_loop.hpp"
#include "support/demands.hpp"

namespace senryaku {
inline namespace v1 {

using support::flat_node;
using support::leaf_test;

namespace detail {
struct matcher_state {
  matcher_state(const programme_catalogue& catalogue, const support_programme& programme, int year, question_kind kind)
      : rules(catalogue, programme, year, kind, absent_facts::unknown) {}
  support::program rules;
};
}  // namespace detail

namespace {

constexpr std::int64_t block = 512;  // rows that are worked on together; their truths stay in the cache
using truths = std::array<std::uint8_t, block>;

constexpr std::uint8_t yes = static_cast<std::uint8_t>(truth::yes);
constexpr std::uint8_t unknown = static_cast<std::uint8_t>(truth::unknown);

SENRYAKU_BLOCK_LOOP void equal_block(const std::int64_t* values, std::int64_t wanted, std::uint8_t met,
                                     std::int64_t count, std::uint8_t* out) {
  const auto failed = static_cast<std::uint8_t>(yes - met);
  for (std::int64_t i = 0; i < count; ++i) out[i] = values[i] == wanted ? met : failed;
}

SENRYAKU_BLOCK_LOOP void between_block(const std::int64_t* values, std::int64_t low, std::int64_t high,
                                       std::uint8_t met, std::int64_t count, std::uint8_t* out) {
  const auto failed = static_cast<std::uint8_t>(yes - met);
  for (std::int64_t i = 0; i < count; ++i) out[i] = (values[i] >= low) & (values[i] <= high) ? met : failed;
}

SENRYAKU_BLOCK_LOOP void known_block(const std::uint8_t* known, std::int64_t count, std::uint8_t* out) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = known[i] != 0 ? out[i] : unknown;
}

SENRYAKU_BLOCK_LOOP void least_block(const std::uint8_t* part, std::int64_t count, std::uint8_t* out) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = std::min(out[i], part[i]);
}

SENRYAKU_BLOCK_LOOP void greatest_block(const std::uint8_t* part, std::int64_t count, std::uint8_t* out) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = std::max(out[i], part[i]);
}

int decimals(fact_type type) {
  return type == fact_type::number || type == fact_type::fraction ? 9 : 0;
}

int128 power(int exponent) {
  int128 result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

/// A bound at the fact's scale as the tightest bound at the column's scale.
std::int64_t rescaled(std::int64_t bound, int from, int to, bool lower) {
  if (bound == INT64_MIN || bound == INT64_MAX || from == to) return bound;
  if (to > from) {
    const int128 wide = int128{bound} * power(to - from);
    return wide > INT64_MAX ? INT64_MAX : wide < INT64_MIN ? INT64_MIN : static_cast<std::int64_t>(wide);
  }
  const int128 step = power(from - to);
  int128 whole = bound / step;
  const bool exact = whole * step == bound;
  if (!exact && lower && bound > 0) ++whole;
  if (!exact && !lower && bound < 0) --whole;
  return static_cast<std::int64_t>(whole);
}

/// A test bound to its column.
struct bound_test {
  const fact_column* column = nullptr;  ///< null: unknown throughout
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  std::vector<std::uint8_t> by_name;  ///< of texts: truth for each index into the column's names
};

class batch_run {
 public:
  batch_run(const support::program& rules, const std::vector<fact_column>& columns) : rules_(rules) {
    by_column_.resize(rules.columns().size(), nullptr);
    for (const auto& column : columns) {
      const int place = rules.column_of(column.fact);
      if (place >= 0) by_column_[static_cast<std::size_t>(place)] = &column;
    }
    for (const auto& node : rules.nodes()) bound_.push_back(bind(node));
    buffers_.resize(rules.nodes().size());
  }

  void run(std::int64_t rows, std::uint8_t* out, std::uint8_t* results) {
    const std::vector<flat_node>& nodes = rules_.nodes();
    for (std::int64_t first = 0; first < rows; first += block) {
      const std::int64_t count = std::min(block, rows - first);
      std::int64_t test = 0;
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != flat_node::form::test) {
          combine(i, count);
          continue;
        }
        evaluate(i, first, count);
        if (results != nullptr) {
          std::copy_n(buffers_[i].begin(), count, results + test * rows + first);
          ++test;
        }
      }
      verdicts(first, count, out);
    }
  }

 private:
  bound_test bind(const flat_node& node) const {
    bound_test bound;
    if (node.kind != flat_node::form::test) return bound;
    const leaf_test& test = node.test;
    bound.column = by_column_[static_cast<std::size_t>(test.column)];
    if (bound.column == nullptr) return bound;
    const fact_type type = rules_.columns()[static_cast<std::size_t>(test.column)]->type.value_or(fact_type::text);
    bound.low = rescaled(test.low, decimals(type), bound.column->scale, true);
    bound.high = rescaled(test.high, decimals(type), bound.column->scale, false);
    const auto& values = rules_.text_values(test.column);
    for (const auto& name : bound.column->names) {
      const auto place = std::find(values.begin(), values.end(), name);
      const bool in = place != values.end() && (test.set >> (place - values.begin()) & 1) != 0;
      bound.by_name.push_back(in != test.negated ? yes : 0);
    }
    return bound;
  }

  void evaluate(std::size_t index, std::int64_t first, std::int64_t count) {
    const leaf_test& test = rules_.nodes()[index].test;
    const bound_test& bound = bound_[index];
    std::uint8_t* out = buffers_[index].data();
    if (bound.column == nullptr) {
      const std::uint8_t silent = test.optional ? (test.favourable ? yes : 0) : unknown;
      std::fill_n(out, count, silent);
      return;
    }
    if (test.kind == leaf_test::form::interval) {
      interval(bound, test.negated, first, count, out);
    } else if (test.kind == leaf_test::form::text_in) {
      texts(bound, first, count, out);
    } else {
      pairs(test, bound, first, count, out);
    }
    hide_unknown(*bound.column, first, count, out);
  }

  static void interval(const bound_test& bound, bool negated, std::int64_t first, std::int64_t count,
                       std::uint8_t* out) {
    const std::int64_t* values = bound.column->values + first;
    const auto met = static_cast<std::uint8_t>(negated ? 0 : yes);
    if (bound.low == bound.high) {
      equal_block(values, bound.low, met, count, out);
    } else {
      between_block(values, bound.low, bound.high, met, count, out);
    }
  }

  static void texts(const bound_test& bound, std::int64_t first, std::int64_t count, std::uint8_t* out) {
    const std::int64_t* values = bound.column->values + first;
    const auto names = static_cast<std::int64_t>(bound.by_name.size());
    for (std::int64_t i = 0; i < count; ++i) {
      const bool named = values[i] >= 0 && values[i] < names;
      out[i] = named ? bound.by_name[static_cast<std::size_t>(values[i])] : unknown;
    }
  }

  /// Tests of two facts, row by row through the kernel of single answers.
  void pairs(const leaf_test& test, const bound_test& bound, std::int64_t first, std::int64_t count,
             std::uint8_t* out) const {
    const fact_column* other =
        test.other_column < 0 ? nullptr : by_column_[static_cast<std::size_t>(test.other_column)];
    leaf_test alone = test;
    alone.column = 0;
    alone.other_column = 1;
    for (std::int64_t i = 0; i < count; ++i) {
      const support::fact_cell row[2] = {cell(bound.column, first + i), cell(other, first + i)};
      out[i] = static_cast<std::uint8_t>(support::test_leaf(alone, row, absent_facts::unknown));
    }
  }
  static support::fact_cell cell(const fact_column* column, std::int64_t row) {
    support::fact_cell result;
    const bool known = column != nullptr && (column->known == nullptr || column->known[row] != 0);
    result.held = known ? support::fact_cell::state::known : support::fact_cell::state::unknown;
    if (known) result.value = column->values[row];
    return result;
  }

  static void hide_unknown(const fact_column& column, std::int64_t first, std::int64_t count, std::uint8_t* out) {
    if (column.known == nullptr) return;
    known_block(column.known + first, count, out);
  }

  void combine(std::size_t index, std::int64_t count) {
    const flat_node& node = rules_.nodes()[index];
    std::uint8_t* out = buffers_[index].data();
    if (node.kind == flat_node::form::at_least) return count_met(node, count, out);
    const bool least = node.kind == flat_node::form::all;
    std::fill_n(out, count, least ? yes : std::uint8_t{0});
    for (int child = node.first; child >= 0; child = rules_.nodes()[static_cast<std::size_t>(child)].next) {
      const std::uint8_t* part = buffers_[static_cast<std::size_t>(child)].data();
      (least ? least_block : greatest_block)(part, count, out);
    }
    if (node.kind != flat_node::form::none) return;
    for (std::int64_t i = 0; i < count; ++i) out[i] = static_cast<std::uint8_t>(yes - out[i]);
  }

  void count_met(const flat_node& node, std::int64_t count, std::uint8_t* out) const {
    for (std::int64_t i = 0; i < count; ++i) {
      int met = 0;
      int possible = 0;
      for (int child = node.first; child >= 0; child = rules_.nodes()[static_cast<std::size_t>(child)].next) {
        const std::uint8_t value = buffers_[static_cast<std::size_t>(child)][static_cast<std::size_t>(i)];
        met += value == yes;
        possible += value != 0;
      }
      out[i] = met >= node.count ? yes : possible < node.count ? std::uint8_t{0} : unknown;
    }
  }

  void verdicts(std::int64_t first, std::int64_t count, std::uint8_t* out) {
    truths rules;
    truths period;
    std::fill_n(rules.begin(), count, yes);
    std::fill_n(period.begin(), count, yes);
    for (const int root : rules_.roots()) {
      const flat_node& node = rules_.nodes()[static_cast<std::size_t>(root)];
      if (!node.decides) continue;
      truths& into = node.group == support::rule_group::period ? period : rules;
      least_block(buffers_[static_cast<std::size_t>(root)].data(), count, into.data());
    }
    // [period][rules], as in program::verdict
    constexpr auto closed = static_cast<std::uint8_t>(support_verdict::not_in_force);
    constexpr auto refused = static_cast<std::uint8_t>(support_verdict::ineligible);
    constexpr auto open = static_cast<std::uint8_t>(support_verdict::conditional);
    constexpr auto granted = static_cast<std::uint8_t>(support_verdict::eligible);
    constexpr std::uint8_t table[3][3] = {{closed, closed, closed}, {refused, open, open}, {refused, open, granted}};
    for (std::int64_t i = 0; i < count; ++i) {
      const auto place = static_cast<std::size_t>(i);
      out[first + i] = rules_.in_force() ? table[period[place]][rules[place]] : closed;
    }
  }

  const support::program& rules_;
  std::vector<const fact_column*> by_column_;
  std::vector<bound_test> bound_;
  std::vector<truths> buffers_;
};

bool usable(const support::program& rules, const std::vector<fact_column>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](const fact_column& column) {
    const fact_definition* fact = rules.catalogue().fact(column.fact);
    return fact != nullptr && fact->type != fact_type::list && column.values != nullptr && column.scale >= 0 &&
           column.scale <= decimal::max_scale;
  });
}

}  // namespace

support_matcher::support_matcher(const programme_catalogue& catalogue, std::string_view programme, int fiscal_year,
                                 question_kind kind)
    : state_(std::make_unique<detail::matcher_state>(catalogue, *catalogue.find(programme), fiscal_year, kind)) {}
support_matcher::~support_matcher() = default;
support_matcher::support_matcher(support_matcher&&) noexcept = default;
support_matcher& support_matcher::operator=(support_matcher&&) noexcept = default;

std::vector<matched_test> support_matcher::tests() const {
  const support::program& rules = state_->rules;
  const rule_confidence usual = rules.programme().confidence.value_or(rule_confidence::medium);
  std::vector<matched_test> list;
  for (const auto& node : rules.nodes()) {
    if (node.kind != flat_node::form::test) continue;
    matched_test& test = list.emplace_back();
    test.demand = support::demand_of(rules, node);
    test.id = test.demand.rule;
    test.decides = node.decides;
    test.limits = node.guard;
    test.confidence = node.source == nullptr ? usual : node.source->confidence.value_or(usual);
    if (node.source != nullptr) test.cite = node.source->cite;
  }
  return list;
}

bool support_matcher::verdicts(const std::vector<fact_column>& columns, std::int64_t rows, std::uint8_t* out) const {
  return results(columns, rows, out, nullptr);
}

bool support_matcher::results(const std::vector<fact_column>& columns, std::int64_t rows, std::uint8_t* out,
                              std::uint8_t* results) const {
  if (!usable(state_->rules, columns)) return false;
  batch_run(state_->rules, columns).run(rows, out, results);
  return true;
}

}  // namespace v1
}  // namespace senryaku
