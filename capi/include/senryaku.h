/* senryaku — regional strategies of Japanese municipalities (地方版総合戦略): the C interface.
 *
 * Rules that hold for every function
 * - Text is UTF-8. Text goes in as pointer and length in bytes; text that comes out is NUL-terminated, and its length is
 *   given where a `length` argument is asked for (it may be NULL).
 * - What a function returns is a handle, or is borrowed from a handle and valid until that handle is freed.
 * - Handles are immutable. Any number of threads may use one; free it once, after all users.
 * - `options` is one JSON object, or NULL with length 0 for the defaults. An unknown member is an error.
 * - A status other than SENRYAKU_OK says that the question could not be answered; outputs are then NULL or 0, and
 *   `*error`, when `error` is not NULL, owns the reasons. Findings about a strategy are data in the result, not errors.
 * - No function reads a file, a clock, a locale or the environment, prints, or keeps state between calls.
 */
#ifndef SENRYAKU_H
#define SENRYAKU_H

#include <stdint.h>

#define SENRYAKU_ABI_VERSION_MAJOR 0
#define SENRYAKU_ABI_VERSION_MINOR 9

#if defined(_WIN32)
#define SENRYAKU_CALL __cdecl
#if defined(SENRYAKU_BUILDING)
#define SENRYAKU_API __declspec(dllexport)
#else
#define SENRYAKU_API __declspec(dllimport)
#endif
#else
#define SENRYAKU_CALL
#if defined(SENRYAKU_BUILDING)
#define SENRYAKU_API __attribute__((visibility("default")))
#else
#define SENRYAKU_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Status ------------------------------------------------------------------------------------------------------ */

/** What became of a call. Values never change their meaning; new ones may be added. */
typedef int32_t senryaku_status;
#define SENRYAKU_OK 0
#define SENRYAKU_E_ARGUMENT 1 /* a required pointer is NULL, or a length is negative */
#define SENRYAKU_E_HANDLE 2   /* a handle of another type, or one that was freed */
#define SENRYAKU_E_DOCUMENT 3 /* the document was refused; the error lists why, with positions */
#define SENRYAKU_E_OPTIONS 4  /* the options were refused; the error lists why */
#define SENRYAKU_E_NOT_FOUND 5 /* an id in the options names nothing */
#define SENRYAKU_E_MEMORY 6   /* out of memory; *error may be NULL */
#define SENRYAKU_E_INTERNAL 7 /* a fault of the library */

/** Version of the library, e.g. "0.9.0". Static; never NULL. @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_version(void);

/** Version of this interface as major * 1000 + minor. A consumer built against version X runs with any library of the
 *  same major number and the same or a higher minor number. @since 0.9 */
SENRYAKU_API int32_t SENRYAKU_CALL senryaku_abi_version(void);

/* ---- Handles ----------------------------------------------------------------------------------------------------- */

typedef struct senryaku_strategy senryaku_strategy; /* a strategy document that was read */
typedef struct senryaku_rules senryaku_rules;       /* programmes, schemes, texts …: built in, or extended by the caller */
typedef struct senryaku_result senryaku_result;     /* what a verb found out; outlives its strategy */
typedef struct senryaku_error senryaku_error;       /* why a call failed */

/* ---- Strategy ---------------------------------------------------------------------------------------------------- */

/** Read a strategy document (format senryaku.strategy/1).
 *  Options: "max_bytes", "max_depth", "max_findings" (limits), "strict" (an unknown member is an error).
 *  On success *out owns the strategy; free it with senryaku_strategy_free(). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_strategy_parse(const char* json, int64_t json_length,
                                                                   const char* options, int64_t options_length,
                                                                   senryaku_strategy** out, senryaku_error** error);

/** Free a strategy; NULL is accepted. Results made from it stay valid. @since 0.9 */
SENRYAKU_API void SENRYAKU_CALL senryaku_strategy_free(senryaku_strategy* strategy);

/* ---- Rules ------------------------------------------------------------------------------------------------------- */

/** Make rules from `base` (NULL: the built-in rules) with the entries of a rule document replaced by id or added.
 *  On success *out owns the rules; free them with senryaku_rules_free(). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_rules_extend(const senryaku_rules* base, const char* json,
                                                                 int64_t json_length, senryaku_rules** out,
                                                                 senryaku_error** error);

/** Free rules; NULL is accepted. Results made with them stay valid. @since 0.9 */
SENRYAKU_API void SENRYAKU_CALL senryaku_rules_free(senryaku_rules* rules);

/* ---- Verbs -------------------------------------------------------------------------------------------------------
 * All alike: a strategy, rules (NULL: built in), options, and a result that the caller frees. The shapes of options
 * and results are published under lib/schema. */

/** Everything at once: format warnings, structure, KPI checks, evaluation, support, coverage, procedure.
 *  Options: "as_of" (required, YYYY-MM-DD), "scheme" (id of the rating scheme). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_review(const senryaku_strategy* strategy,
                                                           const senryaku_rules* rules, const char* options,
                                                           int64_t options_length, senryaku_result** out,
                                                           senryaku_error** error);

/** All KPIs and numeric targets: SMART letters, the three viewpoints, findings, what the history supports, outcome
 *  indicators of other bodies for outputs; stages by goal, and findings about more than one indicator (format
 *  senryaku.check/1). Options: "kpis" (ids; default all). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_check(const senryaku_strategy* strategy, const senryaku_rules* rules,
                                                          const char* options, int64_t options_length,
                                                          senryaku_result** out, senryaku_error** error);

/** The yearly verification: rates, ratings and counts by one or more schemes (format senryaku.evaluation/1).
 *  Options: "fiscal_year" (required), "schemes" (ids; default the strategy's own, or the first). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_evaluate(const senryaku_strategy* strategy,
                                                             const senryaku_rules* rules, const char* options,
                                                             int64_t options_length, senryaku_result** out,
                                                             senryaku_error** error);

/** What the projects of the strategy can get in a fiscal year, and why (format senryaku.support/1).
 *  Options: "fiscal_year" (required), "as_of", "programmes" and "projects" (lists of ids; default all), "kind"
 *  (eligibility, expense, amount, procedure), "only_sought", "explain" (the whole tree of reasons). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_support(const senryaku_strategy* strategy,
                                                            const senryaku_rules* rules, const char* options,
                                                            int64_t options_length, senryaku_result** out,
                                                            senryaku_error** error);

/** The regional revitalisation plan (地域再生計画) derived from the strategy, in the order of its form, with what has to
 *  be asked and what does not agree (format senryaku.plan/1).
 *  Options: "style" (grant, donation), "form", "name", "kpis", "donation_estimate_yen", "evaluation_month",
 *  "certified_on", "changes", "sums". @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_plan(const senryaku_strategy* strategy, const senryaku_rules* rules,
                                                         const char* options, int64_t options_length,
                                                         senryaku_result** out, senryaku_error** error);

/** The population vision: scenarios from the change between its last two censuses, ratings of influence, what its target
 *  populations need, and how well the method did on its own past censuses.
 *  Options: "horizon_year" (default 2050, a year ending in 0 or 5). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_population(const senryaku_strategy* strategy,
                                                               const senryaku_rules* rules, const char* options,
                                                               int64_t options_length, senryaku_result** out,
                                                               senryaku_error** error);

/** The strategy as a document again, in canonical form. Options: "compact" (no line breaks). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_write(const senryaku_strategy* strategy,
                                                          const senryaku_rules* rules, const char* options,
                                                          int64_t options_length, senryaku_result** out,
                                                          senryaku_error** error);

/* ---- Requests ----------------------------------------------------------------------------------------------------
 * Questions that bring their own data: rules (NULL: built in), a request, and a result that the caller frees. */

/** Input, output or outcome of single indicator names (format senryaku.stages/1), with confidence and the words that
 *  decided. @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_classify(const senryaku_rules* rules, const char* request,
                                                             int64_t request_length, senryaku_result** out,
                                                             senryaku_error** error);

/** SMART letters and viewpoints of single indicators, with findings (format senryaku.checks/1). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_check_indicators(const senryaku_rules* rules, const char* request,
                                                                     int64_t request_length, senryaku_result** out,
                                                                     senryaku_error** error);

/** Single indicators by schemes of the request or of the rules (format senryaku.evaluation/1). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_evaluate_indicators(const senryaku_rules* rules, const char* request,
                                                                        int64_t request_length, senryaku_result** out,
                                                                        senryaku_error** error);

/** Questions of support about stated facts (format senryaku.support/1): a list of programme, fiscal year, kind and facts
 *  in the catalogue's vocabulary. A fact that is not given is unknown. @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_match(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** What changed between two questions of support (format senryaku.support-change/1): "before" and "after". @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_support_change(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** The linter's report on the programme catalogue (format senryaku.catalogue-report/1). Request: "witnesses". @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_lint_catalogue(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** Finding codes explained: texts, severity, basis and example. Request: "codes" (empty: all). @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_explain(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** A population projection by its figures alone (format senryaku.population/1): base population, ratios by step, and
 *  optionally the standard scenarios, outlooks of the town's own, and what a target population needs. @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_project(const senryaku_rules* rules, const char* request,
                                                            int64_t request_length, senryaku_result** out,
                                                            senryaku_error** error);

/* ---- Columns -----------------------------------------------------------------------------------------------------
 * Batch functions over the caller's memory. Nothing is allocated for a row; inputs are not changed. */

/** Pattern-1 projections of many areas. Row-major arrays of doubles: base [areas][2][groups], survival and migration
 *  [areas][steps][2][groups-1], child_woman_ratio and male_share [areas][steps], out [areas][steps][2][groups]; sex 0 is
 *  male; groups is 18 (open group 85+) to 21 (100+). No pointer may be NULL. @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_project_areas(int64_t areas, int64_t groups, int64_t steps,
                                                                  const double* base, const double* survival,
                                                                  const double* migration,
                                                                  const double* child_woman_ratio,
                                                                  const double* male_share, double* out,
                                                                  senryaku_error** error);

/** Input, output or outcome of `count` indicator names. Text i of a column is bytes[offsets[i], offsets[i + 1]) in UTF-8;
 *  offsets have count + 1 entries and do not fall. `unit_offsets` and `context_offsets` (measure or project) may be NULL:
 *  not stated. `sure_from`: confidence in thousandths from which an answer is sure; negative: the rules' own.
 *  Writes `count` entries each: labels (0 input, 1 output, 2 outcome; also when unsure), confidences (thousandths; may be
 *  NULL), unsure (0 or 1; may be NULL). Allocates a little once a call, nothing for a name. @since 0.9 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_classify_names(
    const senryaku_rules* rules, int64_t count, const char* names, const int64_t* name_offsets, const char* units,
    const int64_t* unit_offsets, const char* contexts, const int64_t* context_offsets, int32_t sure_from, uint8_t* labels,
    int32_t* confidences, uint8_t* unsure, senryaku_error** error);

/* ---- Result ------------------------------------------------------------------------------------------------------ */

/** The result as JSON text, borrowed from `result`. NULL when `result` is not a result. @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_result_json(const senryaku_result* result, int64_t* length);

/** Free a result; NULL is accepted. @since 0.9 */
SENRYAKU_API void SENRYAKU_CALL senryaku_result_free(senryaku_result* result);

/* ---- Error -------------------------------------------------------------------------------------------------------
 * One or more problems, in document order. `index` runs from 0; text out of range is NULL and numbers are 0. */

/** Number of problems, at least 1; 0 when `error` is not an error. @since 0.9 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_count(const senryaku_error* error);

/** Stable code of a problem, e.g. "format.value.day". @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_code(const senryaku_error* error, int64_t index);

/** The problem in a sentence. `language`: "ja" or "en"; anything else, and NULL, is Japanese. @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_message(const senryaku_error* error, int64_t index,
                                                              const char* language);

/** JSON Pointer (RFC 6901) to the place in the document or options; "" is the whole of it. @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_pointer(const senryaku_error* error, int64_t index);

/** Line, from 1; 0 when the problem has no place in a text. @since 0.9 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_line(const senryaku_error* error, int64_t index);

/** Column in code points, from 1; 0 when the problem has no place in a text. @since 0.9 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_column(const senryaku_error* error, int64_t index);

/** All problems as a JSON array of findings, borrowed from `error`. @since 0.9 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_json(const senryaku_error* error, int64_t* length);

/** Free an error; NULL is accepted. @since 0.9 */
SENRYAKU_API void SENRYAKU_CALL senryaku_error_free(senryaku_error* error);

#ifdef __cplusplus
}
#endif

#endif
