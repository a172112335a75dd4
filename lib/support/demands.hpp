/// What would have to be known or changed for a verdict to come out well.
#pragma once

#include "support/program.hpp"

namespace senryaku::support {

/// The demand that the test of `node` makes on its fact, in the direction that helps the verdict.
fact_demand demand_of(const program& rules, const flat_node& node);

/// The same for the second fact of a test of two facts.
fact_demand demand_on_other(const program& rules, const flat_node& node);

/// Nodes that the result of the roots rests on: those whose value carries up to a root unchanged.
std::vector<bool> decisive_nodes(const program& rules, const std::vector<truth>& values);

/// A smallest set of demands on unknown facts that makes every rule hold; empty when there is none.
std::vector<fact_demand> needed_demands(const program& rules, const std::vector<fact_cell>& row);

/// Every unknown fact on which the verdict still rests.
std::vector<fact_demand> open_demands(const program& rules, const std::vector<truth>& values,
                                      const std::vector<fact_cell>& row);

/// The rules that refuse, and whether meeting one alone would change that.
std::vector<failed_rule> failed_rules(const program& rules, const std::vector<truth>& values,
                                      const std::vector<fact_cell>& row, const fact_map& facts);

/// The value a cell stands for.
fact_value decode_cell(const program& rules, int column, const fact_cell& cell);

}  // namespace senryaku::support
