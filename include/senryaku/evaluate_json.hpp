/// Evaluation as JSON in and out, as the C interface and the bindings use it.
#pragma once

#include <senryaku/json.hpp>
#include <senryaku/rules.hpp>

namespace senryaku {
inline namespace v1 {

/// A strategy by one or more schemes. Options: `{"fiscal_year", "schemes"}`; the year is needed, the schemes default to
/// the strategy's own or the first of the rules. Result: `{"format": "senryaku.evaluation/1", "evaluations": […]}`.
outcome<std::string> evaluation_json(const strategy_document& document, const rules& data, std::string_view options);

/// Single indicators. Request: `{"schemes": […], "questions": [{"id", "scheme", "year", "plan_start_year", "kpi"}]}`;
/// `schemes` stand beside those of the rules. Result: `{"format", "answers": [{"id", "evaluation"}]}`.
outcome<std::string> indicator_evaluation_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
