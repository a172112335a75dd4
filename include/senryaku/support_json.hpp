/// Support questions as JSON in and out, as the C interface and the bindings use them.
#pragma once

#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>

namespace senryaku {
inline namespace v1 {

/// Answers questions about stated facts. Request:
/// `{"questions": [{"id", "programme", "fiscal_year", "as_of", "kind", "facts", "absent"}], "explain"}`; a question
/// needs "programme" and "fiscal_year". Response: `{"format": "senryaku.support/1", "answers": [{"id", "verdict_ja",
/// "verdict_en", "answer", "findings"}]}`; an unknown programme has findings and no answer.
outcome<std::string> support_questions_json(const rules& data, std::string_view request);

/// What the projects of a strategy can get. Options: `{"fiscal_year", "as_of", "programmes", "projects", "kind",
/// "only_sought", "explain"}`; "fiscal_year" is needed.
outcome<std::string> support_json(const strategy_document& document, const rules& data, std::string_view options);

}  // namespace v1
}  // namespace senryaku
