/// Support questions as JSON in and out, as the C interface and the bindings use them.
#pragma once

#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/support_batch.hpp>
#include <senryaku/table.hpp>

namespace senryaku {
inline namespace v1 {

/// Answers questions about stated facts. Request:
/// `{"questions": [{"id", "programme", "fiscal_year", "as_of", "kind", "facts", "absent"}], "explain"}`; a question
/// needs "programme" and "fiscal_year". Response: `{"format": "senryaku.support/1", "answers": [{"id", "verdict_ja",
/// "verdict_en", "answer", "findings"}]}`; an unknown programme has findings and no answer.
outcome<std::string> support_questions_json(const rules& data, std::string_view request);

/// What the projects of a strategy can get. Options: `{"fiscal_year", "as_of", "programmes", "projects", "kind",
/// "only_sought", "explain", "portfolio", "since"}`; "fiscal_year" is needed. "portfolio" adds what stands against each
/// other and when to apply; "since", another fiscal year, adds what changed from it and which rules caused it. `tables`
/// (may be null): "answers", a row for each project and programme, "steps", "changes" and "conflicts".
outcome<std::string> support_json(const strategy_document& document, const rules& data, std::string_view options,
                                  std::vector<result_table>* tables = nullptr);

/// The regional plan derived from a strategy, what has to be asked, and what does not agree. Options: `{"style",
/// "form", "name", "kpis", "donation_estimate_yen", "evaluation_month", "certified_on", "changes", "sums"}`; "changes"
/// and "sums" are figures of a running text to be checked (`stated_change`, `stated_sum`). Format "senryaku.plan/1".
outcome<std::string> plan_json(const strategy_document& document, const rules& data, std::string_view options);

/// What changed between two questions: `{"before": question, "after": question}`; Format "senryaku.support-change/1".
outcome<std::string> support_change_json(const rules& data, std::string_view request);

/// The linter's report on the catalogue of `data`: counts, findings, and with `{"witnesses": true}` the facts under
/// which each rule is met and fails. Format "senryaku.catalogue-report/1".
outcome<std::string> lint_catalogue_json(const rules& data, std::string_view request);

/// Columns of facts in the caller's memory: a pointer to `rows` values for each column that the request describes, and
/// to as many masks. `known` may be null, and so may each of its pointers: everything is known.
struct column_memory {
  std::int64_t rows = 0;
  const std::int64_t* const* values = nullptr;
  const std::uint8_t* const* known = nullptr;
  std::uint8_t* verdicts = nullptr;  ///< `rows` values of `support_verdict`; may be null when there are no rows
  std::uint8_t* results = nullptr;   ///< runs of `rows` values, one a test: 0 not met, 1 unknown, 2 met; or null
  std::int64_t results_length = 0;   ///< how many values `results` can take
};

/// Verdicts over columns, one row for each project: `{"programme", "fiscal_year", "kind", "columns": [{"fact", "scale",
/// "names"}], "explain"}`. Response, format "senryaku.support-columns/1": the verdicts by number, the tests in the
/// order of `results` with what they ask for, and with "explain" one object a row: `{"verdict", "tests": {"<id>": true,
/// …}}`, null for unknown. Without rows it only describes the tests.
outcome<std::string> support_columns_json(const rules& data, std::string_view request, const column_memory& memory);

/// The explanations of `rows` rows, appended to `out` with `separator` between them. `results` as
/// `support_matcher::results` gives it.
void append_explanations(const std::vector<std::string>& tests, const std::uint8_t* verdicts,
                         const std::uint8_t* results, std::int64_t rows, std::string_view separator, std::string& out);

}  // namespace v1
}  // namespace senryaku
