/** @file
 * senryaku — regional strategies of Japanese municipalities (地方版総合戦略): the C interface.
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

/** Version of the interface that this header describes; see senryaku_abi_version(). */
#define SENRYAKU_ABI_VERSION_MAJOR 1
/** Second part of the version. */
#define SENRYAKU_ABI_VERSION_MINOR 0

/** @def SENRYAKU_CALL
 * The calling convention of every function: that of C. */
/** @def SENRYAKU_API
 * Before every function: exported by the library, imported by its users. */
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

/** @defgroup senryaku_status_group Status and versions
 * @code
 * int32_t found = senryaku_abi_version();
 * if (found / 1000 != SENRYAKU_ABI_VERSION_MAJOR || found % 1000 < SENRYAKU_ABI_VERSION_MINOR) {
 *   fprintf(stderr, "senryaku %s is older than this program\n", senryaku_version());
 *   return 1;
 * }
 * @endcode */

/** What became of a call. Values never change their meaning; new ones may be added. */
typedef int32_t senryaku_status;
#define SENRYAKU_OK 0         /**< the question was answered */
#define SENRYAKU_E_ARGUMENT 1 /**< a required pointer is NULL, or a length is negative */
#define SENRYAKU_E_HANDLE 2   /**< a handle of another type, or one that was freed */
#define SENRYAKU_E_DOCUMENT 3 /**< the document was refused; the error lists why, with positions */
#define SENRYAKU_E_OPTIONS 4  /**< the options were refused; the error lists why */
#define SENRYAKU_E_NOT_FOUND 5 /**< an id in the options names nothing */
#define SENRYAKU_E_MEMORY 6   /**< out of memory; *error may be NULL */
#define SENRYAKU_E_INTERNAL 7 /**< a fault of the library */

/** Version of the library, e.g. "1.0.0". Static; never NULL. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_version(void);

/** Version of this interface as major * 1000 + minor. A consumer built against version X runs with any library of the
 *  same major number and the same or a higher minor number. @since 1.0 */
SENRYAKU_API int32_t SENRYAKU_CALL senryaku_abi_version(void);

/* ---- Handles ----------------------------------------------------------------------------------------------------- */

/** @defgroup senryaku_handle_group Handles
 * Opaque; each begins with NULL, is made by one function and freed by one. Freeing NULL does nothing, so that one place
 * at the end may free them all.
 * @code
 * senryaku_strategy* strategy = NULL;
 * senryaku_result* result = NULL;
 * senryaku_error* error = NULL;
 * senryaku_status status = senryaku_review(strategy, NULL, NULL, 0, &result, &error);
 * int refused = status == SENRYAKU_E_ARGUMENT && result == NULL; // there is no strategy
 * senryaku_result_free(result);
 * senryaku_strategy_free(strategy);
 * senryaku_error_free(error);
 * if (!refused) return 1;
 * @endcode */

typedef struct senryaku_strategy senryaku_strategy; /**< a strategy document that was read */
typedef struct senryaku_rules senryaku_rules;       /**< programmes, schemes, texts …: built in, or extended by the caller */
typedef struct senryaku_result senryaku_result;     /**< what a verb found out; outlives its strategy */
typedef struct senryaku_error senryaku_error;       /**< why a call failed */

/* ---- Strategy ---------------------------------------------------------------------------------------------------- */

/** @defgroup senryaku_strategy_group Strategy
 * @code
 * const char* json =
 *     "{\"format\": \"senryaku.strategy/1\","
 *     " \"municipality\": {\"code\": \"074471\", \"name\": \"会津美里町\"}, \"name\": \"総合戦略\","
 *     " \"period\": {\"start\": \"2025-04-01\", \"end\": \"2030-03-31\"}, \"goals\": []}";
 * const char* limits = "{\"max_bytes\": 1000000, \"strict\": true}";
 * senryaku_strategy* strategy = NULL;
 * senryaku_error* error = NULL;
 * if (senryaku_strategy_parse(json, (int64_t)strlen(json), limits, (int64_t)strlen(limits), &strategy, &error) !=
 *     SENRYAKU_OK) {
 *   fprintf(stderr, "%s\n", senryaku_error_message(error, 0, "ja"));
 *   senryaku_error_free(error);
 *   return 1;
 * }
 * senryaku_strategy_free(strategy);
 * @endcode */

/** Read a strategy document (format senryaku.strategy/1).
 *  Options: "max_bytes", "max_depth", "max_findings" (limits), "strict" (an unknown member is an error).
 *  On success *out owns the strategy; free it with senryaku_strategy_free(). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_strategy_parse(const char* json, int64_t json_length,
                                                                   const char* options, int64_t options_length,
                                                                   senryaku_strategy** out, senryaku_error** error);

/** Free a strategy; NULL is accepted. Results made from it stay valid. @since 1.0 */
SENRYAKU_API void SENRYAKU_CALL senryaku_strategy_free(senryaku_strategy* strategy);

/* ---- Rules ------------------------------------------------------------------------------------------------------- */

/** @defgroup senryaku_rules_group Rules
 * A town's own data beside the built-in ones, or instead of them.
 * @code
 * const char* own = "{\"frameworks\": [{\"id\": \"town\", \"name\": \"町の枠組\", \"goal_classes\": [],"
 *                   " \"sources\": [{\"title\": \"町議会 議案\"}]}]}";
 * senryaku_rules* rules = NULL;
 * if (senryaku_rules_extend(NULL, own, (int64_t)strlen(own), &rules, NULL) != SENRYAKU_OK) return 1;
 * senryaku_rules_free(rules);
 * @endcode */

/** Make rules from `base` (NULL: the built-in rules) with the entries of a rule document replaced by id or added.
 *  On success *out owns the rules; free them with senryaku_rules_free(). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_rules_extend(const senryaku_rules* base, const char* json,
                                                                 int64_t json_length, senryaku_rules** out,
                                                                 senryaku_error** error);

/** Free rules; NULL is accepted. Results made with them stay valid. @since 1.0 */
SENRYAKU_API void SENRYAKU_CALL senryaku_rules_free(senryaku_rules* rules);

/* ---- Verbs -------------------------------------------------------------------------------------------------------
 * All alike: a strategy, rules (NULL: built in), options, and a result that the caller frees. The shapes of options
 * and results are published under lib/schema. */

/** @defgroup senryaku_verb_group Verbs
 * @code
 * const char* json =
 *     "{\"format\": \"senryaku.strategy/1\","
 *     " \"municipality\": {\"code\": \"074471\", \"name\": \"会津美里町\"}, \"name\": \"総合戦略\","
 *     " \"period\": {\"start\": \"2025-04-01\", \"end\": \"2030-03-31\"}, \"goals\": []}";
 * const char* options = "{\"as_of\": \"2026-06-01\"}";
 * senryaku_strategy* strategy = NULL;
 * senryaku_result* review = NULL;
 * if (senryaku_strategy_parse(json, (int64_t)strlen(json), NULL, 0, &strategy, NULL) != SENRYAKU_OK) return 1;
 * if (senryaku_review(strategy, NULL, options, (int64_t)strlen(options), &review, NULL) != SENRYAKU_OK) return 1;
 * senryaku_strategy_free(strategy); // the result stays
 * puts(senryaku_result_json(review, NULL));
 * senryaku_result_free(review);
 * @endcode */

/** Everything at once: format warnings, structure, KPI checks, evaluation, support, coverage, procedure.
 *  Options: "as_of" (required, YYYY-MM-DD), "scheme" (id of the rating scheme). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_review(const senryaku_strategy* strategy,
                                                           const senryaku_rules* rules, const char* options,
                                                           int64_t options_length, senryaku_result** out,
                                                           senryaku_error** error);

/** All KPIs and numeric targets: SMART letters, the three viewpoints, findings, what the history supports, outcome
 *  indicators of other bodies for outputs; stages by goal, and findings about more than one indicator (format
 *  senryaku.check/1). Options: "kpis" (ids; default all). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_check(const senryaku_strategy* strategy, const senryaku_rules* rules,
                                                          const char* options, int64_t options_length,
                                                          senryaku_result** out, senryaku_error** error);

/** The yearly verification: rates, ratings and roll-up by one or more schemes, the outlook of every indicator, and the
 *  PDCA cycle with what is still open (format senryaku.evaluation/1).
 *  Options: "fiscal_year" (required), "schemes" (ids; default the strategy's own, or the first), "as_of" (the day to look
 *  from at the yearly calendar; without it nothing is overdue). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_evaluate(const senryaku_strategy* strategy,
                                                             const senryaku_rules* rules, const char* options,
                                                             int64_t options_length, senryaku_result** out,
                                                             senryaku_error** error);

/** What changed from one version of a strategy to another, and whether their figures may be compared (format
 *  senryaku.comparison/1); with years, also what changed between two years of `after`. Both handles may be the same: then
 *  only the years are compared. Options: "year_before" and "year_after" (both or none), "scheme". @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_compare(const senryaku_strategy* before,
                                                            const senryaku_strategy* after, const senryaku_rules* rules,
                                                            const char* options, int64_t options_length,
                                                            senryaku_result** out, senryaku_error** error);

/** What the projects of the strategy can get in a fiscal year, and why (format senryaku.support/1).
 *  Options: "fiscal_year" (required), "as_of", "programmes" and "projects" (lists of ids; default all), "kind"
 *  (eligibility, expense, amount, procedure), "only_sought", "explain" (the whole tree of reasons), "portfolio" (also
 *  what stands against each other, and a plan of applications), "together" (equal answers of several projects once, the
 *  later projects in "also": far shorter for a whole strategy), "since" (a fiscal year: also what changed from it).
 *  @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_support(const senryaku_strategy* strategy,
                                                            const senryaku_rules* rules, const char* options,
                                                            int64_t options_length, senryaku_result** out,
                                                            senryaku_error** error);

/** The regional revitalisation plan (地域再生計画) derived from the strategy, in the order of its form, with what has to
 *  be asked and what does not agree (format senryaku.plan/1).
 *  Options: "style" (grant, donation), "form", "name", "kpis", "donation_estimate_yen", "evaluation_month",
 *  "certified_on", "changes", "sums". @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_plan(const senryaku_strategy* strategy, const senryaku_rules* rules,
                                                         const char* options, int64_t options_length,
                                                         senryaku_result** out, senryaku_error** error);

/** The population vision: scenarios from the change between its last two censuses, ratings of influence, what its target
 *  populations need, and how well the method did on its own past censuses.
 *  Options: "horizon_year" (default 2050, a year ending in 0 or 5). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_population(const senryaku_strategy* strategy,
                                                               const senryaku_rules* rules, const char* options,
                                                               int64_t options_length, senryaku_result** out,
                                                               senryaku_error** error);

/** The strategy as a document again, in canonical form. Options: "compact" (no line breaks). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_write(const senryaku_strategy* strategy,
                                                          const senryaku_rules* rules, const char* options,
                                                          int64_t options_length, senryaku_result** out,
                                                          senryaku_error** error);

/* ---- Requests ----------------------------------------------------------------------------------------------------
 * Questions that bring their own data: rules (NULL: built in), a request, and a result that the caller frees. */

/** @defgroup senryaku_request_group Requests
 * @code
 * const char* request = "{\"items\": [{\"name\": \"観光入込客数\", \"unit\": \"人\"}]}";
 * senryaku_result* stages = NULL;
 * if (senryaku_classify(NULL, request, (int64_t)strlen(request), &stages, NULL) != SENRYAKU_OK) return 1;
 * if (strstr(senryaku_result_json(stages, NULL), "\"outcome\"") == NULL) return 1; // visitors are an outcome
 * senryaku_result_free(stages);
 * @endcode */

/** Input, output or outcome of single indicator names (format senryaku.stages/1), with confidence and the words that
 *  decided. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_classify(const senryaku_rules* rules, const char* request,
                                                             int64_t request_length, senryaku_result** out,
                                                             senryaku_error** error);

/** SMART letters and viewpoints of single indicators, with findings (format senryaku.checks/1). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_check_indicators(const senryaku_rules* rules, const char* request,
                                                                     int64_t request_length, senryaku_result** out,
                                                                     senryaku_error** error);

/** Single indicators by schemes of the request or of the rules (format senryaku.evaluation/1). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_evaluate_indicators(const senryaku_rules* rules, const char* request,
                                                                        int64_t request_length, senryaku_result** out,
                                                                        senryaku_error** error);

/** Questions of support about stated facts (format senryaku.support/1): a list of programme, fiscal year, kind and facts
 *  in the catalogue's vocabulary. A fact that is not given is unknown. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_match(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** What changed between two questions of support (format senryaku.support-change/1): "before" and "after". @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_support_change(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** The linter's report on the programme catalogue (format senryaku.catalogue-report/1). Request: "witnesses". @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_lint_catalogue(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** Figures, days and years as Japanese papers print them (format senryaku.printed/1): "items" with "number" (2億7,500万円,
 *  ▲172人, 約1,000件) and the "unit" it is wanted in, or "period" (R8, 令和7年4月1日, H27～31年度). What cannot be read is
 *  answered with findings. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_read_printed(const senryaku_rules* rules, const char* request,
                                                                 int64_t request_length, senryaku_result** out,
                                                                 senryaku_error** error);

/** Finding codes explained: texts, severity, basis and example; and rule data. Request: "codes" (empty: all), "schemes"
 *  (ids of rating schemes; empty: all), "rules" (frameworks, idea-form, eras). @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_explain(const senryaku_rules* rules, const char* request,
                                                          int64_t request_length, senryaku_result** out,
                                                          senryaku_error** error);

/** A population projection by its figures alone (format senryaku.population/1): base population, ratios by step, and
 *  optionally the standard scenarios, outlooks of the town's own, and what a target population needs. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_project(const senryaku_rules* rules, const char* request,
                                                            int64_t request_length, senryaku_result** out,
                                                            senryaku_error** error);

/* ---- Columns -----------------------------------------------------------------------------------------------------
 * Batch functions over the caller's memory. Nothing is allocated for a row; inputs are not changed. */

/** @defgroup senryaku_column_group Columns
 * @code
 * enum { groups = 18 };
 * double base[2 * groups], survival[2 * (groups - 1)], migration[2 * (groups - 1)], out[2 * groups];
 * double child_woman_ratio[1] = {0.25}, male_share[1] = {0.5};
 * int i;
 * for (i = 0; i < 2 * groups; ++i) base[i] = 100;
 * for (i = 0; i < 2 * (groups - 1); ++i) survival[i] = 1, migration[i] = 0;
 * if (senryaku_project_areas(1, groups, 1, base, survival, migration, child_woman_ratio, male_share, out, NULL) !=
 *     SENRYAKU_OK)
 *   return 1;
 * if (out[groups - 1] != 200) return 1; // nobody dies: the men of 80–84 join those of 85 and over
 * @endcode */

/** Pattern-1 projections of many areas. Row-major arrays of doubles: base [areas][2][groups], survival and migration
 *  [areas][steps][2][groups-1], child_woman_ratio and male_share [areas][steps], out [areas][steps][2][groups]; sex 0 is
 *  male; groups is 18 (open group 85+) to 21 (100+). No pointer may be NULL. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_project_areas(int64_t areas, int64_t groups, int64_t steps,
                                                                  const double* base, const double* survival,
                                                                  const double* migration,
                                                                  const double* child_woman_ratio,
                                                                  const double* male_share, double* out,
                                                                  senryaku_error** error);

/** Input, output or outcome of `count` indicator names. Text i of a column is bytes[offsets[i], offsets[i + 1]) in UTF-8;
 *  offsets have count + 1 entries and do not fall. `unit_offsets` and `context_offsets` (measure or project) may be NULL:
 *  not stated. `sure_from`: confidence in thousandths from which an answer is sure; negative: the rules' own.
 *  Writes `count` entries each: `labels` (0 input, 1 output, 2 outcome, also when unsure), `confidences` (thousandths, may
 *  be NULL) and `unsure` (0 or 1, may be NULL). Allocates a little once a call, nothing for a name. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_classify_names(
    const senryaku_rules* rules, int64_t count, const char* names, const int64_t* name_offsets, const char* units,
    const int64_t* unit_offsets, const char* contexts, const int64_t* context_offsets, int32_t sure_from, uint8_t* labels,
    int32_t* confidences, uint8_t* unsure, senryaku_error** error);

/** Verdicts of support over columns of facts: one programme, one fiscal year, one row for each project. The request
 *  describes the columns: "programme", "fiscal_year", "kind", "columns" (a list of "fact" of the vocabulary, "scale" and
 *  "names"), "explain". `values` holds a pointer to `rows` values for each column, in that order: numbers shifted by the
 *  column's scale, days from 1970-01-01, 0 and 1, or indices into "names". `known` holds pointers to as many masks (0:
 *  unknown); it may be NULL, and so may each pointer. A fact without a column is unknown.
 *  Writes into `verdicts` `rows` values: 0 eligible, 1 ineligible, 2 conditional, 3 not in force; and into `results`, if
 *  not NULL, one run of `rows` values for each test: 0 not met, 1 unknown, 2 met; `results_length` is its room.
 *  *out, if `out` is not NULL, owns the description (format senryaku.support-columns/1): the tests in the order of
 *  `results`, and with "explain" one object a row. With rows 0 it only describes. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_match_columns(const senryaku_rules* rules, const char* request,
                                                                  int64_t request_length, int64_t rows,
                                                                  const int64_t* const* values,
                                                                  const uint8_t* const* known, uint8_t* verdicts,
                                                                  uint8_t* results, int64_t results_length,
                                                                  senryaku_result** out, senryaku_error** error);

/** Rates and ratings of many indicators by one scheme, exact. Inputs are columns of `rows` integers, value = integer ×
 *  10^-scale, with a mask beside each (0: unknown; a NULL mask: all known; a NULL column: unknown throughout): actual,
 *  target (the level that is compared with), baseline, and previous (the value of the year before). aim: 0 increase,
 *  1 decrease, 2 maintain, 3 at least, 4 at most; NULL: the option "aim" for all rows.
 *  Outputs, each NULL or of `rows` entries: the exact rate as numerator and denominator (not in lowest terms; denominator
 *  0: no rate, or one beyond 64 bits), the rounded percentage as integer × 10^-decimals of the scheme, the index of its
 *  class (-1: none), and why there is no rate (0: there is one; 255: `rate` is the excess over a ceiling).
 *  Options: "scheme" (id; default the first), "actual_scale", "target_scale", "baseline_scale", "previous_scale" (0 to 9),
 *  "aim". @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_rate_columns(
    const senryaku_rules* rules, const char* options, int64_t options_length, int64_t rows, const int64_t* actual,
    const uint8_t* actual_known, const int64_t* target, const uint8_t* target_known, const int64_t* baseline,
    const uint8_t* baseline_known, const int64_t* previous, const uint8_t* previous_known, const int64_t* aim,
    int64_t* numerator, int64_t* denominator, int64_t* rate, int32_t* rating, uint8_t* state, senryaku_error** error);

/** Doubles as such a column: out[i] is the decimal of `scale` digits (0 to 9) that prints like values[i]; NaN is unknown.
 *  Figures that are no such decimal become unknown and are marked in `refused` (may be NULL); `*refused_count` (may be
 *  NULL) counts them. @since 1.0 */
SENRYAKU_API senryaku_status SENRYAKU_CALL senryaku_decimal_column(int64_t rows, const double* values, int32_t scale,
                                                                   int64_t* out, uint8_t* known, uint8_t* refused,
                                                                   int64_t* refused_count, senryaku_error** error);

/* ---- Result ------------------------------------------------------------------------------------------------------ */

/** @defgroup senryaku_result_group Result
 * @code
 * const char* request = "{\"codes\": [\"kpi.target.wrong-side\"]}";
 * senryaku_result* result = NULL;
 * int64_t length = 0;
 * const char* json;
 * if (senryaku_explain(NULL, request, (int64_t)strlen(request), &result, NULL) != SENRYAKU_OK) return 1;
 * json = senryaku_result_json(result, &length); // ours until the result is freed
 * fwrite(json, 1, (size_t)length, stdout);
 * senryaku_result_free(result);
 * @endcode */

/** The result as JSON text, borrowed from `result`. NULL when `result` is not a result. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_result_json(const senryaku_result* result, int64_t* length);

/** Results of these verbs are also tables:
 *  senryaku_review(): headlines, kpis (checks), evaluations, outlook, support, findings;
 *  senryaku_check(): kpis, goals, findings (column kpi: whose);
 *  senryaku_evaluate(): kpis, measures, numeric_targets, goals, plans, strategy;
 *  senryaku_support(): answers (by project and programme), also (with "together": the later projects, and the row of their
 *  answer), steps, changes, conflicts;
 *  senryaku_population() and senryaku_project(): years (by scenario), cells (persons by scenario, year, sex and age group),
 *  needed, bands;
 *  senryaku_compare(): elements, counts, indicators, findings, findings_before.
 *  lib/schema/TABLES.md lists their columns with type and unit. Name of the table at `index` from 0; NULL after the last
 *  one. Names and columns below are borrowed from `result`. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_result_table(const senryaku_result* result, int64_t index);

/** Name of a table's column at `index` from 0, NULL after the last one; `*kind` (may be NULL): 1 integers, 2 doubles,
 *  3 texts; `*rows` (may be NULL): entries of each column. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_result_column(const senryaku_result* result, const char* table,
                                                              int64_t index, int32_t* kind, int64_t* rows);

/** A column of integers; value = integer × 10^-scale. `*known` is its mask. NULL: no such column of integers, or no
 *  rows. @since 1.0 */
SENRYAKU_API const int64_t* SENRYAKU_CALL senryaku_result_integers(const senryaku_result* result, const char* table,
                                                                   const char* column, int32_t* scale,
                                                                   const uint8_t** known);

/** A column of doubles, as above. @since 1.0 */
SENRYAKU_API const double* SENRYAKU_CALL senryaku_result_doubles(const senryaku_result* result, const char* table,
                                                                 const char* column, const uint8_t** known);

/** A column of texts: entry i is the bytes from (*offsets)[i] to (*offsets)[i + 1]; there is one offset more than rows.
 *  @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_result_texts(const senryaku_result* result, const char* table,
                                                             const char* column, const int64_t** offsets,
                                                             const uint8_t** known);

/** Free a result; NULL is accepted. @since 1.0 */
SENRYAKU_API void SENRYAKU_CALL senryaku_result_free(senryaku_result* result);

/* ---- Error -------------------------------------------------------------------------------------------------------
 * One or more problems, in document order. `index` runs from 0; text out of range is NULL and numbers are 0. */

/** @defgroup senryaku_error_group Error
 * @code
 * const char* json = "{\"name\": 1}";
 * senryaku_strategy* strategy = NULL;
 * senryaku_error* error = NULL;
 * int64_t i;
 * if (senryaku_strategy_parse(json, (int64_t)strlen(json), NULL, 0, &strategy, &error) != SENRYAKU_E_DOCUMENT) return 1;
 * for (i = 0; i < senryaku_error_count(error); ++i) {
 *   printf("%d:%d %s %s: %s\n", (int)senryaku_error_line(error, i), (int)senryaku_error_column(error, i),
 *          senryaku_error_code(error, i), senryaku_error_pointer(error, i), senryaku_error_message(error, i, "en"));
 * }
 * senryaku_error_free(error);
 * @endcode */

/** Number of problems, at least 1; 0 when `error` is not an error. @since 1.0 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_count(const senryaku_error* error);

/** Stable code of a problem, e.g. "format.value.day". @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_code(const senryaku_error* error, int64_t index);

/** The problem in a sentence. `language`: "ja" or "en"; anything else, and NULL, is Japanese. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_message(const senryaku_error* error, int64_t index,
                                                              const char* language);

/** JSON Pointer (RFC 6901) to the place in the document or options; "" is the whole of it. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_pointer(const senryaku_error* error, int64_t index);

/** Line, from 1; 0 when the problem has no place in a text. @since 1.0 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_line(const senryaku_error* error, int64_t index);

/** Column in code points, from 1; 0 when the problem has no place in a text. @since 1.0 */
SENRYAKU_API int64_t SENRYAKU_CALL senryaku_error_column(const senryaku_error* error, int64_t index);

/** All problems as a JSON array of findings, borrowed from `error`. @since 1.0 */
SENRYAKU_API const char* SENRYAKU_CALL senryaku_error_json(const senryaku_error* error, int64_t* length);

/** Free an error; NULL is accepted. @since 1.0 */
SENRYAKU_API void SENRYAKU_CALL senryaku_error_free(senryaku_error* error);

#ifdef __cplusplus
}
#endif

#endif
