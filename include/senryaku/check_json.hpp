/// Checks as JSON in and out, as the C interface and the bindings use them.
#pragma once

#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/table.hpp>

namespace senryaku {
inline namespace v1 {

/// All indicators of a strategy (format "senryaku.check/1"): `goals` by stage, `kpis` each with "check" and "findings",
/// and `findings` about more than one indicator. Options: "kpis" (ids; default all). An id that no indicator has is the
/// finding `check.kpi.unknown`. `tables` (may be null): "kpis" and "goals", a row each, and "findings" with the column
/// "kpi" (unknown: about more than one).
outcome<std::string> strategy_check_json(const strategy_document& document, const rules& data, std::string_view options,
                                         std::vector<result_table>* tables = nullptr);

/// The SMART letters of single indicators. Request: `{"items": [{"kpi", "period", "context", "projects"}]}`; without a
/// period the deadline is not compared with one; "projects" are those of its measure, with their money by year. Result: `{"format": "senryaku.checks/1", "answers": [{"check", "findings"}]}`.
outcome<std::string> indicator_checks_json(const rules& data, std::string_view request);

/// Input, output or outcome of single names. Request: `{"items": [{"id", "name", "unit", "context", "declared"}],
/// "sure_from"}` (thousandths). Result: `{"format": "senryaku.stages/1", "answers": [{"id", "verdict": {"label",
/// "stage", "confidence", "unsure", "contradicts_declared", "score", "cues"}}]}`.
outcome<std::string> stages_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
