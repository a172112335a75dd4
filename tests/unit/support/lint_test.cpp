#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>

#include "facts.hpp"

using namespace senryaku;
using namespace senryaku::testing;

namespace {

const catalogue_report& built_in_report() {
  static const catalogue_report report = lint_catalogue(built_in_rules().catalogue);
  return report;
}

}  // namespace

TEST(Catalogue, IsSound) {
  const auto& report = built_in_report();
  for (const auto& entry : report.findings) {
    ADD_FAILURE() << entry.code << ' ' << entry.value("owner") << ": " << entry.value("subject");
  }
  const auto& n = report.counts;
  std::cout << n.programmes << " programmes, " << n.facts << " facts, " << n.rules
            << " rules with a meeting and a failing case, " << n.tests << " tests, " << n.caps << " caps, " << n.rates
            << " rates, " << n.citations << " citations, " << n.lines_modelled << " published lines modelled, "
            << n.lines_not_modelled << " not modelled, " << n.cases_passed << " of " << n.cases
            << " own cases passed\n";
}
