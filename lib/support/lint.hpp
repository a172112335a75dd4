/// The parts of the linter that run the catalogue.
#pragma once

#include "support/program.hpp"

namespace senryaku::support {

/// For each deciding rule of each programme, facts under which it is met and under which it fails; a finding where
/// there are none. Each rule is tried in the first year in which it applies.
void add_witnesses(const programme_catalogue& catalogue, catalogue_report& report);

/// Runs the catalogue's own cases.
void run_cases(const programme_catalogue& catalogue, catalogue_report& report);

}  // namespace senryaku::support
