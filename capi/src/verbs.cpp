#include <senryaku/check_json.hpp>
#include <senryaku/evaluate_json.hpp>
#include <senryaku/printed_json.hpp>
#include <senryaku/support_json.hpp>
#include <senryaku/version.hpp>

#include <memory>
#include <type_traits>

#include "guard.hpp"

using namespace senryaku;
using namespace senryaku::capi;

namespace {

/// The value, or a failure with the status and the findings.
template <class T>
T value_or_fail(outcome<T>&& given, senryaku_status status) {
  if (!given) throw failure{status, std::move(given.findings)};
  return std::move(*given);
}

/// One verb over a strategy: `work(strategy handle, rules, options text, tables)` gives the result's JSON and its
/// tables.
template <class Work>
senryaku_status verb(const senryaku_strategy* strategy, const senryaku_rules* given_rules, const char* options,
                     std::int64_t options_length, senryaku_result** out, senryaku_error** error, Work&& work) noexcept {
  return guard(error, [&] {
    prepare_output(out);
    const senryaku_strategy& subject = checked(strategy, "strategy");
    const rules& data = rules_or_built_in(given_rules);
    auto result = std::make_unique<senryaku_result>();
    result->json =
        value_or_fail(work(subject, data, options_text(options, options_length), &result->tables), SENRYAKU_E_OPTIONS);
    *out = result.release();
  });
}

/// One request that brings its own data: `work(rules, request text)` gives the result's JSON, or with `&tables` as a
/// third argument also its tables.
template <class Work>
senryaku_status answer_request(const senryaku_rules* given_rules, const char* request, std::int64_t request_length,
                               senryaku_result** out, senryaku_error** error, Work&& work) noexcept {
  return guard(error, [&] {
    prepare_output(out);
    if (request == nullptr) fail_argument("capi.argument.null", "request");
    const std::string_view text = given_text(request, request_length, "request");
    auto result = std::make_unique<senryaku_result>();
    const rules& data = rules_or_built_in(given_rules);
    if constexpr (std::is_invocable_v<Work, const rules&, std::string_view, std::vector<result_table>*>) {
      result->json = value_or_fail(work(data, text, &result->tables), SENRYAKU_E_OPTIONS);
    } else {
      result->json = value_or_fail(work(data, text), SENRYAKU_E_OPTIONS);
    }
    *out = result.release();
  });
}

}  // namespace

const char* senryaku_version(void) {
  return SENRYAKU_VERSION;
}

int32_t senryaku_abi_version(void) {
  return SENRYAKU_ABI_VERSION_MAJOR * 1000 + SENRYAKU_ABI_VERSION_MINOR;
}

senryaku_status senryaku_strategy_parse(const char* json, int64_t json_length, const char* options,
                                        int64_t options_length, senryaku_strategy** out, senryaku_error** error) {
  return guard(error, [&] {
    prepare_output(out);
    if (json == nullptr) fail_argument("capi.argument.null", "json");
    const std::string_view text = given_text(json, json_length, "json");
    const read_options limits =
        value_or_fail(read_options_from_json(options_text(options, options_length)), SENRYAKU_E_OPTIONS);
    auto owned = std::make_unique<senryaku_strategy>();
    auto document = read_strategy(text, limits);
    owned->warnings = document.findings;
    owned->document = value_or_fail(std::move(document), SENRYAKU_E_DOCUMENT);
    *out = owned.release();
  });
}

void senryaku_strategy_free(senryaku_strategy* strategy) {
  release(strategy);
}

senryaku_status senryaku_rules_extend(const senryaku_rules* base, const char* json, int64_t json_length,
                                      senryaku_rules** out, senryaku_error** error) {
  return guard(error, [&] {
    prepare_output(out);
    if (json == nullptr) fail_argument("capi.argument.null", "json");
    const std::string_view text = given_text(json, json_length, "json");
    auto owned = std::make_unique<senryaku_rules>();
    owned->value = value_or_fail(extend_rules(rules_or_built_in(base), text), SENRYAKU_E_DOCUMENT);
    *out = owned.release();
  });
}

void senryaku_rules_free(senryaku_rules* rules) {
  release(rules);
}

senryaku_status senryaku_review(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                                int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(strategy, rules, options, options_length, out, error,
              [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
                 std::vector<result_table>* tables) {
                return review_json(subject.document, subject.warnings, data, options_json, tables);
              });
}

senryaku_status senryaku_check(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                               int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(strategy, rules, options, options_length, out, error,
              [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
                 std::vector<result_table>* tables) {
                return strategy_check_json(subject.document, data, options_json, tables);
              });
}

senryaku_status senryaku_evaluate(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                                  int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(
      strategy, rules, options, options_length, out, error,
      [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
         std::vector<result_table>* tables) { return evaluation_json(subject.document, data, options_json, tables); });
}

senryaku_status senryaku_compare(const senryaku_strategy* before, const senryaku_strategy* after,
                                 const senryaku_rules* rules, const char* options, int64_t options_length,
                                 senryaku_result** out, senryaku_error** error) {
  return verb(after, rules, options, options_length, out, error,
              [&](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
                  std::vector<result_table>* tables) {
                const senryaku_strategy& older = checked(before, "before");
                return comparison_json(older.document, subject.document, data, options_json, tables);
              });
}

senryaku_status senryaku_classify(const senryaku_rules* rules, const char* request, int64_t request_length,
                                  senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, stages_json);
}

senryaku_status senryaku_check_indicators(const senryaku_rules* rules, const char* request, int64_t request_length,
                                          senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, indicator_checks_json);
}

senryaku_status senryaku_evaluate_indicators(const senryaku_rules* rules, const char* request, int64_t request_length,
                                             senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, indicator_evaluation_json);
}

senryaku_status senryaku_support(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                                 int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(
      strategy, rules, options, options_length, out, error,
      [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
         std::vector<result_table>* tables) { return support_json(subject.document, data, options_json, tables); });
}

senryaku_status senryaku_match(const senryaku_rules* rules, const char* request, int64_t request_length,
                               senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, support_questions_json);
}

senryaku_status senryaku_plan(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                              int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(strategy, rules, options, options_length, out, error,
              [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
                 std::vector<result_table>*) { return plan_json(subject.document, data, options_json); });
}

senryaku_status senryaku_population(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                                    int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(
      strategy, rules, options, options_length, out, error,
      [](const senryaku_strategy& subject, const senryaku::rules& data, std::string_view options_json,
         std::vector<result_table>* tables) { return population_json(subject.document, data, options_json, tables); });
}

senryaku_status senryaku_support_change(const senryaku_rules* rules, const char* request, int64_t request_length,
                                        senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, support_change_json);
}

senryaku_status senryaku_lint_catalogue(const senryaku_rules* rules, const char* request, int64_t request_length,
                                        senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, lint_catalogue_json);
}

senryaku_status senryaku_read_printed(const senryaku_rules* rules, const char* request, int64_t request_length,
                                      senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, printed_json);
}

senryaku_status senryaku_explain(const senryaku_rules* rules, const char* request, int64_t request_length,
                                 senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, explain_json);
}

senryaku_status senryaku_project(const senryaku_rules* rules, const char* request, int64_t request_length,
                                 senryaku_result** out, senryaku_error** error) {
  return answer_request(rules, request, request_length, out, error, projection_json);
}

senryaku_status senryaku_project_areas(int64_t areas, int64_t groups, int64_t steps, const double* base,
                                       const double* survival, const double* migration, const double* child_woman_ratio,
                                       const double* male_share, double* out, senryaku_error** error) {
  return guard(error, [&] {
    for (const double* array :
         {base, survival, migration, child_woman_ratio, male_share, static_cast<const double*>(out)}) {
      if (array == nullptr) fail_argument("capi.argument.null", "array");
    }
    if (groups < 18 || groups > 21) fail_argument("capi.argument.length", "groups");
    check_extents({areas, steps, 2 * groups}, "areas");
    project_areas(areas, groups, steps, base, survival, migration, child_woman_ratio, male_share, out);
  });
}

senryaku_status senryaku_match_columns(const senryaku_rules* rules, const char* request, int64_t request_length,
                                       int64_t rows, const int64_t* const* values, const uint8_t* const* known,
                                       uint8_t* verdicts, uint8_t* results, int64_t results_length,
                                       senryaku_result** out, senryaku_error** error) {
  return guard(error, [&] {
    if (out != nullptr) *out = nullptr;
    if (request == nullptr) fail_argument("capi.argument.null", "request");
    const std::string_view text = given_text(request, request_length, "request");
    check_extents({rows}, "rows");
    check_extents({results_length}, "results_length");
    if (rows > 0 && verdicts == nullptr) fail_argument("capi.argument.null", "verdicts");
    const column_memory memory{rows, values, known, verdicts, results, results_length};
    auto described = std::make_unique<senryaku_result>();
    described->json = value_or_fail(support_columns_json(rules_or_built_in(rules), text, memory), SENRYAKU_E_OPTIONS);
    if (out != nullptr) *out = described.release();
  });
}

senryaku_status senryaku_write(const senryaku_strategy* strategy, const senryaku_rules* rules, const char* options,
                               int64_t options_length, senryaku_result** out, senryaku_error** error) {
  return verb(strategy, rules, options, options_length, out, error,
              [](const senryaku_strategy& subject, const senryaku::rules&, std::string_view options_json,
                 std::vector<result_table>*) { return write_json(subject.document, options_json); });
}

const char* senryaku_result_json(const senryaku_result* result, int64_t* length) {
  if (length != nullptr) *length = 0;
  if (!is_handle(result)) return nullptr;
  if (length != nullptr) *length = static_cast<int64_t>(result->json.size());
  return result->json.c_str();
}

void senryaku_result_free(senryaku_result* result) {
  release(result);
}
