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
/// "only_sought", "explain", "portfolio"}`; "fiscal_year" is needed. "portfolio" adds what stands against each other
/// and when to apply.
outcome<std::string> support_json(const strategy_document& document, const rules& data, std::string_view options);

/// The regional plan derived from a strategy, what has to be asked, and what does not agree. Options: `{"style",
/// "form", "name", "kpis", "donation_estimate_yen", "evaluation_month", "certified_on", "changes", "sums"}`; "changes"
/// and "sums" are figures of a running text to be checked (`stated_change`, `stated_sum`). Format "senryaku.plan/1".
outcome<std::string> plan_json(const strategy_document& document, const rules& data, std::string_view options);

/// What changed between two questions: `{"before": question, "after": question}`; Format "senryaku.support-change/1".
outcome<std::string> support_change_json(const rules& data, std::string_view request);

/// The linter's report on the catalogue of `data`: counts, findings, and with `{"witnesses": true}` the facts under
/// which each rule is met and fails. Format "senryaku.catalogue-report/1".
outcome<std::string> lint_catalogue_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
