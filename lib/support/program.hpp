/// A programme's rules of one year as a flat tree, and its evaluation over columns of facts. Single answers and batches
/// run the same kernel: a single answer is a block of one row.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku::support {

/// One fact, encoded. Numbers and days are integers at the scale of the fact's type; texts and lists are sets of the
/// values that the rules know, with the highest bit for any other value.
struct fact_cell {
  enum class state : std::uint8_t { absent, unknown, known };
  std::int64_t value = 0;
  std::uint64_t set = 0;
  std::int32_t items = 0;
  state held = state::absent;
};

inline constexpr std::uint64_t other_value = std::uint64_t{1} << 63;

/// What a test compares, with the bounds already encoded.
struct leaf_test {
  enum class form : std::uint8_t { interval, text_in, list_intersects, list_only, list_count, not_before, not_above };
  form kind = form::interval;
  bool negated = false;
  bool favourable =
      true;  ///< the value that helps the verdict: what an absent fact counts as under `absent_facts::met`
  bool never_assumed = false;
  bool optional = false;  ///< an absent fact never counts against
  int column = -1;
  int other_column = -1;  ///< of `not_before` and `not_above`
  int about = -1;         ///< the fact that a limit is about: under `absent_facts::met` at issue only when it is stated
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  std::uint64_t set = 0;
  int count = 0;  ///< items, or years
};

/// Where a rule stands in the answer.
enum class rule_group : std::uint8_t { period, requirement, expense, amount, procedure, advisory };

struct flat_node {
  enum class form : std::uint8_t { all, any, none, at_least, test };
  form kind = form::test;
  rule_group group = rule_group::requirement;
  bool decides = true;     ///< false: 加点 and 努力義務
  bool guard = false;      ///< part of a `when`
  bool limited = false;    ///< the pair of a limit (`when`) and what it limits
  bool favourable = true;  ///< as in the tests below it
  int count = 0;           ///< of at_least
  int first = -1;          ///< children are first … and then by `next`
  int next = -1;
  int parent = -1;
  leaf_test test;
  const rule_condition* source = nullptr;  ///< the condition it was made of; owned by the catalogue or `made`
};

/// The rules of one programme for one year and kind of question.
class program {
 public:
  program(const programme_catalogue& catalogue, const support_programme& programme, int fiscal_year, question_kind kind,
          absent_facts absent);

  const support_programme& programme() const { return *programme_; }
  const programme_catalogue& catalogue() const { return *catalogue_; }
  int fiscal_year() const { return fiscal_year_; }
  question_kind kind() const { return kind_; }
  absent_facts absent() const { return absent_; }
  /// False when the year alone says that there is no such programme.
  bool in_force() const { return in_force_; }

  /// Children stand before their parents; the roots are listed.
  const std::vector<flat_node>& nodes() const { return nodes_; }
  const std::vector<int>& roots() const { return roots_; }
  const std::vector<const fact_definition*>& columns() const { return columns_; }
  int column_of(std::string_view key) const;

  /// Encodes a value of column `column`. False when its type is not the column's.
  bool encode(int column, const fact_value& value, fact_cell& cell) const;
  /// The row of `facts`; keys with a wrong type are listed.
  std::vector<fact_cell> encode(const fact_map& facts, std::vector<std::string>* wrong_type) const;

  /// Truth of every node for one row.
  std::vector<truth> evaluate(const std::vector<fact_cell>& row) const;
  /// Truth of the roots of `group` together.
  truth together(const std::vector<truth>& values, rule_group group) const;
  /// All deciding rules outside the period.
  truth rules_hold(const std::vector<truth>& values) const;
  support_verdict verdict(const std::vector<truth>& values) const;

  /// Values of `column` that make some test of it come out one way or the other.
  std::vector<fact_value> witnesses(int column) const;
  const std::vector<std::string>& text_values(int column) const {
    return text_values_[static_cast<std::size_t>(column)];
  }

 private:
  friend class program_builder;
  struct node_state {
    truth value = truth::unknown;
    bool silent = false;  ///< under `absent_facts::met`: nothing that may be taken as met is said about it
    bool stated = false;  ///< some fact below it is given, if only as unknown
  };
  node_state state_of(std::size_t index, const std::vector<node_state>& states,
                      const std::vector<fact_cell>& row) const;
  truth combine(const flat_node& node, bool stated, const std::vector<node_state>& states) const;

  const programme_catalogue* catalogue_;
  const support_programme* programme_;
  int fiscal_year_;
  question_kind kind_;
  absent_facts absent_;
  bool in_force_ = true;
  std::vector<flat_node> nodes_;
  std::vector<int> roots_;
  std::vector<const fact_definition*> columns_;
  std::vector<std::vector<std::string>> text_values_;
  std::vector<std::unique_ptr<rule_condition>> made_;  ///< conditions made of caps, rates and the period
};

/// Truth of one test of one row.
truth test_leaf(const leaf_test& test, const fact_cell* row, absent_facts absent);

/// Integer form of a number, day, boolean or fraction of `type`; no value when it is not of that type.
std::optional<std::int64_t> encode_number(fact_type type, const fact_value& value);
/// Its inverse.
fact_value decode_number(fact_type type, std::int64_t value);

/// The set of facts with everything that the vocabulary's implications add.
fact_map with_implications(const programme_catalogue& catalogue, const fact_map& facts);

/// `day` plus `years`; 29 February becomes 28 February.
civil_day plus_years(civil_day day, int years);

/// Days from 1970-01-01.
std::int64_t day_number(civil_day day);

}  // namespace senryaku::support
