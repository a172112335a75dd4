/// Verdicts over columns of facts: many projects, one programme, one year, by the same tests as single answers.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku {
inline namespace v1 {

/// A column of one fact over the caller's memory. Numbers are `values` at `scale` decimals, days count from 1970-01-01,
/// booleans are 0 or 1, texts are indices into `names`. `known` may be null: everything is known. Nothing is copied.
struct fact_column {
  std::string fact;
  const std::int64_t* values = nullptr;
  const std::uint8_t* known = nullptr;
  int scale = 0;
  std::vector<std::string> names;
};

/// A test of a programme: what it asks for and how it counts.
struct matched_test {
  std::string id;
  bool decides = true;  ///< false: 加点 and 努力義務
  bool limits = false;  ///< it says where a rule applies, and asks for nothing by itself
  rule_confidence confidence = rule_confidence::high;
  fact_demand demand;
  std::vector<std::string> cite;
};

namespace detail {
struct matcher_state;
}

/// One programme's rules for a year, ready for columns. What one fact implies about another is left to the columns.
/// Immutable; any number of threads may use one. The catalogue has
/// to outlive it.
class support_matcher {
 public:
  /// Precondition: the catalogue has the programme.
  support_matcher(const programme_catalogue& catalogue, std::string_view programme, int fiscal_year,
                  question_kind kind = question_kind::eligibility);
  ~support_matcher();
  support_matcher(support_matcher&&) noexcept;
  support_matcher& operator=(support_matcher&&) noexcept;

  /// The tests, in the order of `results`.
  std::vector<matched_test> tests() const;

  /// The verdict of each row into `out` (`rows` values of `support_verdict`). A fact without a column is unknown. False
  /// when a column's fact is not in the vocabulary, its scale is not 0–9, or it is a list.
  bool verdicts(const std::vector<fact_column>& columns, std::int64_t rows, std::uint8_t* out) const;

  /// As `verdicts`, and the truth of every test into `results`: tests().size() runs of `rows` values (0 no, 1 unknown,
  /// 2 yes).
  bool results(const std::vector<fact_column>& columns, std::int64_t rows, std::uint8_t* out,
               std::uint8_t* results) const;

 private:
  std::unique_ptr<detail::matcher_state> state_;
};

}  // namespace v1
}  // namespace senryaku
