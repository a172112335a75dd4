/// The review: every step over one strategy, at one date, with what to decide first.
#pragma once

#include <senryaku/json.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/table.hpp>

namespace senryaku {
inline namespace v1 {

/// A finding with its texts, ready to be shown.
struct reported_finding {
  std::string code;
  senryaku::severity severity = senryaku::severity::error;
  std::string element;
  std::string element_name;  ///< name of the element, where it has one
  std::string pointer;
  std::optional<std::int64_t> offset;
  std::optional<std::int64_t> line;
  std::optional<std::int64_t> column;
  std::string ja;
  std::string en;
  std::map<std::string, std::string> values;
  std::vector<citation> basis;
};

/// `f` with the texts of `texts`.
reported_finding report(const finding& f, const message_catalogue& texts);

/// Findings about a document, with their places in its text and the names of the elements they are about.
std::vector<reported_finding> report_all(const std::vector<finding>& findings, const strategy_document& document,
                                         const message_catalogue& texts);

/// What to decide first, and why: one kind of finding, its first case and the number of cases.
struct headline {
  std::string code;
  senryaku::severity severity = senryaku::severity::error;
  std::int64_t count = 0;
  std::string element_name;
  std::string pointer;
  std::string ja;
  std::string en;
};

/// What the document holds.
struct strategy_summary {
  std::string name;
  std::string municipality;
  std::string municipality_code;
  std::string prefecture;
  std::string framework;
  std::string framework_name;
  std::optional<civil_day> first_day;
  std::optional<civil_day> last_day;  ///< extensions included
  std::int64_t goals = 0;
  std::int64_t numeric_targets = 0;
  std::int64_t measures = 0;
  std::int64_t kpis = 0;
  std::int64_t projects = 0;
  std::int64_t idea_sheets = 0;
  std::int64_t regional_plans = 0;
};

/// How a programme that the strategy or a project seeks stands in the fiscal year of the review.
struct support_line {
  std::string programme;
  std::string name_ja;
  std::string name_en;
  std::string project;  ///< id; empty: sought for the strategy as a whole
  std::string project_name;
  support_verdict verdict = support_verdict::conditional;
  std::vector<std::string> successors;  ///< ids
  std::vector<std::string> successor_names_ja;
  std::vector<std::string> successor_names_en;
  std::int64_t conditions = 0;  ///< facts to find out or rules to meet
  std::string ja;
  std::string en;
};

/// The library's answer about one strategy (format "senryaku.review/1").
struct review {
  std::string format;
  std::string library_version;
  civil_day as_of;
  std::int64_t fiscal_year = 0;
  strategy_summary strategy;
  std::vector<headline> headlines;  ///< at most five
  std::vector<kpi_check> checks;
  std::optional<strategy_evaluation>
      evaluation;                           ///< of the last fiscal year that is over; absent before the plan begins
  std::optional<strategy_outlook> outlook;  ///< of that year
  std::optional<pdca_cycle> cycle;          ///< of that year, seen from `as_of`
  std::vector<support_line> support;        ///< of the fiscal year of `as_of`
  schedule_review schedule;
  idea_review ideas;
  std::vector<reported_finding> findings;  ///< in the order of the document's members, by step
};

struct review_options {
  civil_day as_of;     ///< "today"; the library has no clock
  std::string scheme;  ///< id of the rating scheme; empty: the strategy's own, or the first of the rules
};

struct write_options {
  bool compact = false;  ///< no line breaks and indentation
};

/// Runs every step. `warnings` are those of reading the document.
/// No value when `options` name a scheme that `data` does not have.
outcome<review> make_review(const strategy_document& document, const std::vector<finding>& warnings, const rules& data,
                            const review_options& options);

// ---- JSON in and out, as the C interface and the bindings use it ---------------------------------------------------

outcome<read_options> read_options_from_json(std::string_view text);
/// `tables` (may be null): "headlines", "kpis" (the checks), "evaluations", "outlook", "support" and "findings".
outcome<std::string> review_json(const strategy_document& document, const std::vector<finding>& warnings,
                                 const rules& data, std::string_view options,
                                 std::vector<result_table>* tables = nullptr);
/// The vision of a strategy, and a projection by its figures alone: format "senryaku.population/1". `tables` (may be
/// null): "years", a row for each scenario and year; "cells", the persons by scenario, year, sex and five-year age
/// group (its first age); "needed"; and "bands".
outcome<std::string> population_json(const strategy_document& document, const rules& data, std::string_view options,
                                     std::vector<result_table>* tables = nullptr);
outcome<std::string> projection_json(const rules& data, std::string_view request,
                                     std::vector<result_table>* tables = nullptr);
outcome<std::string> write_json(const strategy_document& document, std::string_view options);
std::string findings_json(const std::vector<reported_finding>& findings);

}  // namespace v1
}  // namespace senryaku
