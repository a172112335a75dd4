/// Finds facts under which chosen rules come out as wanted. Values are tried from those that the tests distinguish, and
/// a branch is left as soon as Kleene's logic decides against it.
#pragma once

#include "support/program.hpp"

namespace senryaku::support {

struct goal_node {
  int node = -1;
  truth wanted = truth::yes;
};

struct solution {
  std::vector<fact_cell> row;
  std::vector<int> chosen;  ///< columns that were given a value, in order
};

/// `start` with values for unknown columns such that every goal comes out; no value when there is none within `steps`.
std::optional<solution> solve(const program& rules, std::vector<fact_cell> start, const std::vector<goal_node>& goals,
                              int steps = 20000);

/// All deciding roots, wanted `yes`.
std::vector<goal_node> all_rules(const program& rules);

/// A row in which nothing is known.
std::vector<fact_cell> blank_row(const program& rules);

/// Encoded values of `column` worth trying: each test of it comes out both ways among them. Helpful ones first.
std::vector<fact_cell> candidate_cells(const program& rules, int column, const std::vector<fact_cell>& row);

}  // namespace senryaku::support
