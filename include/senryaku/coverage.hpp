/// Coverage (漏れなく記載): strategy and regional revitalisation plan (地域再生計画) against each other, and the plan's
/// digest derived from the strategy.
///
/// A project that is to get support of 地域再生法 Art. 5(4) has to stand in the strategy and in the certified plan. The
/// plan's form: 地域再生計画認定申請マニュアル (総論); consistency: certified plans, see `messages/coverage.json`.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku {
inline namespace v1 {

/// What does not agree, in both directions, as findings `coverage.*` with pointers into the document. Statements that a
/// document does not make are not compared.
std::vector<finding> check_coverage(const strategy& plan);
/// The same, knowing which programmes rest on a certified plan.
std::vector<finding> check_coverage(const strategy& plan, const programme_catalogue& catalogue);

// ---- Figures in the running text -----------------------------------------------------------------------------------

/// A change as a plan states it: 2,252戸 (H12) → 969戸 (H22), ▲56.9%. Members that are not stated stay empty.
struct stated_change {
  std::string subject;
  std::optional<decimal> from;
  std::optional<decimal> to;
  std::optional<decimal> change;      ///< to − from as stated
  std::optional<decimal> percent;     ///< as stated, with the decimals it was printed with
  std::optional<int> to_year;         ///< year of the figure
  std::optional<int> stated_to_year;  ///< year that the sentence names
};

/// A total and its parts as stated: three age groups, births and deaths (as a negative).
struct stated_sum {
  std::string subject;
  std::vector<decimal> parts;
  std::optional<decimal> total;
};

/// Small inconsistencies: sums, differences, percentages that were cut off instead of rounded or are wrong, and years
/// that differ between sentence and figure (`figures.*`). Comparison is exact.
std::vector<finding> check_figures(const std::vector<stated_change>& changes, const std::vector<stated_sum>& sums);

/// Age groups of the population vision's records and projections against their totals.
std::vector<finding> check_population_figures(const strategy& plan);

// ---- The digest ----------------------------------------------------------------------------------------------------

struct digest_options {
  plan_style style = plan_style::donation;
  std::string form;               ///< id of the form; empty: the first of the style
  std::string name;               ///< empty: made from the pattern
  std::vector<std::string> kpis;  ///< ids; empty: the numeric targets of the goals
  std::optional<std::int64_t> donation_estimate_yen;
  std::string evaluation_month;
  std::optional<civil_day> certified_on;
};

/// A row of the KPI table. In the grant style the yearly increments; unknown ones have no value.
struct digest_row {
  std::string label;
  std::string kpi;
  std::string name;
  std::string unit;
  std::string goal;
  std::string goal_name;
  std::optional<decimal> baseline;
  std::optional<int> baseline_year;
  std::optional<decimal> target;
  std::optional<int> target_year;
  std::vector<plan_increment> increments;
  std::optional<decimal> increments_total;  ///< Σ; unknown when a year is
};

/// The projects of a basic goal under one letter.
struct digest_group {
  std::string label;
  std::string goal;
  std::string goal_name;
  std::string summary;
  std::vector<std::string> projects;  ///< ids
  std::vector<std::string> names;
};

struct digest_section {
  std::string number;
  std::string title;
  std::vector<std::string> lines;
};

/// 地域再生計画 as a digest of the strategy: sections of the form, tables, and what still has to be asked
/// (`plan.ask.*`).
struct plan_digest {
  plan_style style = plan_style::donation;
  std::string form;
  std::string measure_code;
  std::string name;
  std::string author;
  std::string area;
  std::optional<civil_day> end;
  std::vector<digest_section> sections;
  std::vector<digest_row> kpis;
  std::vector<digest_group> groups;
  std::vector<finding> asked;
};

/// Derives the plan. No value and the finding `plan.form.unknown` when the catalogue has no such form.
outcome<plan_digest> derive_plan(const strategy& plan, const programme_catalogue& catalogue,
                                 const digest_options& options);

}  // namespace v1
}  // namespace senryaku
