/// Evaluation as JSON in and out, as the C interface and the bindings use it.
#pragma once

#include <senryaku/json.hpp>
#include <senryaku/rating_batch.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/table.hpp>

namespace senryaku {
inline namespace v1 {

/// A strategy by one or more schemes. Options: `{"fiscal_year", "schemes", "as_of"}`; the year is needed, the schemes
/// default to the strategy's own or the first of the rules, and without a day to look from no step is overdue. Result:
/// `{"format": "senryaku.evaluation/1", "evaluations": […], "outlook", "cycle", "findings"}`; the cycle is by the first
/// scheme. `tables` (may be null): the evaluations as the tables "kpis", "measures", "numeric_targets", "goals",
/// "plans" and "strategy", schemes one after the other in the column "scheme".
outcome<std::string> evaluation_json(const strategy_document& document, const rules& data, std::string_view options,
                                     std::vector<result_table>* tables = nullptr);

/// Single indicators. Request: `{"schemes": […], "questions": [{"id", "scheme", "year", "plan_start_year", "kpi"}]}`;
/// `schemes` stand beside those of the rules. Result: `{"format", "answers": [{"id", "evaluation"}]}`.
outcome<std::string> indicator_evaluation_json(const rules& data, std::string_view request);

/// Columns by a scheme of the rules. Options: `{"scheme", "actual_scale", "target_scale", "baseline_scale",
/// "previous_scale", "aim"}`; scales default to 0, the scheme to the first. Returns why nothing was written.
std::vector<finding> rate_columns(const rules& data, std::string_view options, rating_columns columns,
                                  std::int64_t rows, const rated_columns& out);

/// Two versions of a strategy, and two years of the newer one. Options: `{"year_before", "year_after", "scheme"}`;
/// years are compared where both are given, the scheme is as for an evaluation. Where `after` is `before`, only the
/// years are compared. Result: `{"format": "senryaku.comparison/1", "versions", "years", "findings",
/// "findings_before"}`. `tables` (may be null): "elements" and "counts" of the versions, "indicators" of the years,
/// "findings" and "findings_before".
outcome<std::string> comparison_json(const strategy_document& before, const strategy_document& after, const rules& data,
                                     std::string_view options, std::vector<result_table>* tables = nullptr);

}  // namespace v1
}  // namespace senryaku
