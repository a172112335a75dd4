/* A C99 consumer: parses a strategy, reviews it, reads the result and the errors, and does no harm with NULL. */
#include <senryaku.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void expect(int condition, const char* what) {
  if (condition) return;
  ++failures;
  printf("FAILED: %s\n", what);
}

static const char strategy_text[] =
    "{\"format\": \"senryaku.strategy/1\",\n"
    " \"municipality\": {\"code\": \"074471\", \"name\": \"\xE4\xBC\x9A\xE6\xB4\xA5\xE7\xBE\x8E\xE9\x87\x8C\xE7\x94\xBA\"},\n"
    " \"name\": \"\xE6\x88\xA6\xE7\x95\xA5 \xF0\xA0\xAE\xB7\",\n" /* 𠮷 U+20BB7 */
    " \"period\": {\"start\": \"2025-04-01\", \"end\": \"2030-03-31\"},\n"
    " \"goals\": []}";

static void reviews_a_strategy(void) {
  senryaku_strategy* strategy = NULL;
  senryaku_result* result = NULL;
  senryaku_error* error = NULL;
  int64_t length = 0;
  const char* options = "{\"as_of\": \"2026-06-01\"}";
  const char* json;

  expect(senryaku_strategy_parse(strategy_text, (int64_t)strlen(strategy_text), NULL, 0, &strategy, &error) ==
             SENRYAKU_OK && strategy != NULL && error == NULL, "the strategy is read");
  expect(senryaku_review(strategy, NULL, options, (int64_t)strlen(options), &result, &error) == SENRYAKU_OK,
         "the strategy is reviewed");
  senryaku_strategy_free(strategy); /* the result outlives it */
  json = senryaku_result_json(result, &length);
  expect(json != NULL && (int64_t)strlen(json) == length && strstr(json, "senryaku.review/1") != NULL,
         "the review is JSON text");
  expect(json != NULL && strstr(json, "\xF0\xA0\xAE\xB7") != NULL, "a name outside the BMP is kept");
  senryaku_result_free(result);
}

/* Each column is got by the function of its kind, and by no other. */
static void check_tables(const senryaku_result* result, const char* first_table) {
  const char *table, *column;
  int64_t i, j, rows = 0;
  int32_t kind = 0;
  expect(senryaku_result_table(result, 0) != NULL && strcmp(senryaku_result_table(result, 0), first_table) == 0,
         "the tables begin with the one that the header names");
  for (i = 0; (table = senryaku_result_table(result, i)) != NULL; ++i) {
    for (j = 0; (column = senryaku_result_column(result, table, j, &kind, &rows)) != NULL; ++j) {
      const uint8_t* known = NULL;
      const int64_t* offsets = NULL;
      int32_t scale = -1;
      const int64_t* integers = senryaku_result_integers(result, table, column, &scale, NULL);
      const double* doubles = senryaku_result_doubles(result, table, column, NULL);
      const char* texts = senryaku_result_texts(result, table, column, &offsets, &known);
      expect(rows == 0 || (integers != NULL) + (doubles != NULL) + (texts != NULL) == 1, "a column has one kind");
      expect(rows == 0 || (kind == 1 ? integers != NULL : kind == 2 ? doubles != NULL : texts != NULL), "its kind is told");
      expect(kind != 1 || (scale >= 0 && scale <= 9), "integers have a scale");
      expect(kind != 3 || (offsets != NULL && offsets[0] == 0 && offsets[rows] == (int64_t)strlen(texts)), "offsets of texts");
    }
    expect(j > 0, "a table has columns");
  }
}

static void gives_tables(void) {
  typedef senryaku_status(SENRYAKU_CALL * verb)(const senryaku_strategy*, const senryaku_rules*, const char*, int64_t,
                                                senryaku_result**, senryaku_error**);
  static const struct {
    verb ask;
    const char* options;
    const char* first_table;
  } asked[] = {{senryaku_review, "{\"as_of\": \"2026-06-01\"}", "headlines"},
               {senryaku_check, "{}", "kpis"},
               {senryaku_evaluate, "{\"fiscal_year\": 2025}", "kpis"},
               {senryaku_support, "{\"fiscal_year\": 2026}", "answers"},
               {senryaku_population, "{}", "years"}};
  senryaku_strategy* strategy = NULL;
  senryaku_result* result = NULL;
  const uint8_t* known = NULL;
  const double* persons;
  const char* request =
      "{\"input\": {\"base_year\": 2020, \"base\": {"
      "\"male\": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2.5], \"female\": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}, \"steps\": [{"
      "\"survival\": {\"male\": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1], \"female\": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}, "
      "\"births\": {\"child_woman_ratio\": 0.5, \"male_share\": 0.5}}]}, \"scenarios\": false}";
  size_t i;
  expect(senryaku_strategy_parse(strategy_text, (int64_t)strlen(strategy_text), NULL, 0, &strategy, NULL) == SENRYAKU_OK,
         "the strategy is read");
  for (i = 0; i < sizeof asked / sizeof *asked; ++i) {
    expect(asked[i].ask(strategy, NULL, asked[i].options, (int64_t)strlen(asked[i].options), &result, NULL) == SENRYAKU_OK,
           "the verb answers");
    check_tables(result, asked[i].first_table);
    senryaku_result_free(result);
  }
  expect(senryaku_compare(strategy, strategy, NULL, NULL, 0, &result, NULL) == SENRYAKU_OK, "versions are compared");
  check_tables(result, "elements");
  senryaku_result_free(result);
  senryaku_strategy_free(strategy);

  expect(senryaku_project(NULL, request, (int64_t)strlen(request), &result, NULL) == SENRYAKU_OK, "one step on");
  check_tables(result, "years");
  persons = senryaku_result_doubles(result, "cells", "persons", &known);
  expect(persons != NULL && persons[17] == 2.5 && known[17] == 1, "the men of 85 and over");
  expect(persons != NULL && persons[2 * 18 + 17] == 3.5, "nobody dies: those of 80 to 84 join them");
  persons = senryaku_result_doubles(result, "years", "natural_change", &known);
  /* 0.5 children for each of the seven women of 15 to 49 */
  expect(persons != NULL && known[0] == 0 && known[1] == 1 && persons[1] == 3.5, "unknown in the base year");
  senryaku_result_free(result);
}

static void explains_refusals(void) {
  senryaku_strategy* strategy = NULL;
  senryaku_error* error = NULL;
  char text[sizeof strategy_text];
  memcpy(text, strategy_text, sizeof text);
  memcpy(strstr(text, "2025-04-01"), "2025-04-31", 10);
  expect(senryaku_strategy_parse(text, (int64_t)strlen(text), NULL, 0, &strategy, &error) == SENRYAKU_E_DOCUMENT,
         "an impossible day is refused");
  expect(strategy == NULL && senryaku_error_count(error) == 1, "one problem is reported");
  expect(strcmp(senryaku_error_code(error, 0), "format.value.day") == 0, "the code is stable");
  expect(strcmp(senryaku_error_pointer(error, 0), "/period/start") == 0, "the place is a JSON Pointer");
  expect(senryaku_error_line(error, 0) == 4 && senryaku_error_column(error, 0) == 22, "line and column are given");
  expect(strstr(senryaku_error_message(error, 0, "en"), "2025-04-31") != NULL, "English text names what was found");
  expect(strstr(senryaku_error_message(error, 0, NULL), "2025-04-31") != NULL, "Japanese text names what was found");
  expect(senryaku_error_code(error, 1) == NULL && senryaku_error_line(error, -1) == 0, "out of range is harmless");
  senryaku_error_free(error);
}

/* 63 of 70 is exactly 90 %: class B (index 1) of the scheme of Hyogo. The second row is not known. */
static void rates_columns(void) {
  const char* options = "{\"scheme\": \"hyogo-strategy-2023\", \"aim\": \"increase\", \"target_scale\": 1}";
  const int64_t actual[] = {63, 5}, target[] = {700, 700};
  const uint8_t known[] = {1, 0};
  int64_t numerator[2], denominator[2], rate[2], out[2], refused_count = 0;
  int32_t rating[2];
  uint8_t state[2], out_known[2], refused[2];
  const double figures[] = {0.5, 1.0 / 3};
  expect(senryaku_rate_columns(NULL, options, (int64_t)strlen(options), 2, actual, known, target, NULL, NULL, NULL, NULL,
                               NULL, NULL, numerator, denominator, rate, rating, state, NULL) == SENRYAKU_OK,
         "columns are rated");
  expect(numerator[0] * 10 == denominator[0] * 9 && rate[0] == 900 && rating[0] == 1 && state[0] == 0, "90 % is a B");
  expect(denominator[1] == 0 && rating[1] == 4 && state[1] != 0, "unknown stays unknown");
  expect(senryaku_rate_columns(NULL, NULL, 0, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                               NULL, NULL, NULL) == SENRYAKU_OK, "all columns may be NULL");
  expect(senryaku_rate_columns(NULL, NULL, 0, -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                               NULL, NULL, NULL) == SENRYAKU_E_ARGUMENT, "rows below zero");
  expect(senryaku_decimal_column(2, figures, 1, out, out_known, refused, &refused_count, NULL) == SENRYAKU_OK &&
             out[0] == 5 && out_known[1] == 0 && refused[1] == 1 && refused_count == 1, "doubles become decimals");
  expect(senryaku_decimal_column(2, NULL, 1, out, out_known, NULL, NULL, NULL) == SENRYAKU_E_ARGUMENT, "NULL doubles");
  expect(senryaku_decimal_column(2, figures, 10, out, out_known, NULL, NULL, NULL) == SENRYAKU_E_ARGUMENT, "scale 10");
}

/* TYPE1 of the digital type in FY2024 takes over a proven model: met, not met, unknown. */
static void columns(void) {
  static const char request[] =
      "{\"programme\": \"digiden-jisso-type\", \"fiscal_year\": 2024, \"columns\": "
      "[{\"fact\": \"project.type\", \"names\": [\"type1\"]}, {\"fact\": \"project.proven_elsewhere\"}]}";
  const int64_t length = (int64_t)strlen(request);
  const int64_t types[] = {0, 0, 0};
  const int64_t proven[] = {1, 0, 1};
  const uint8_t is_known[] = {1, 1, 0};
  const int64_t* const values[] = {types, proven};
  const uint8_t* const known[] = {NULL, is_known};
  uint8_t verdicts[] = {9, 9, 9};
  uint8_t results[1] = {0};
  senryaku_result* result = NULL;
  senryaku_error* error = NULL;
  expect(senryaku_match_columns(NULL, request, length, 3, values, known, verdicts, NULL, 0, &result, &error) ==
             SENRYAKU_OK, "columns are matched");
  expect(verdicts[0] == 2 && verdicts[1] == 1 && verdicts[2] == 2, "only what is decided is decided");
  expect(strstr(senryaku_result_json(result, NULL), "\"jisso.type1\"") != NULL, "the tests are described");
  senryaku_result_free(result);
  expect(senryaku_match_columns(NULL, request, length, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL) == SENRYAKU_OK,
         "no rows need no memory");
  expect(senryaku_match_columns(NULL, request, length, 3, NULL, NULL, verdicts, NULL, 0, NULL, NULL) ==
             SENRYAKU_E_OPTIONS, "columns without values");
  expect(senryaku_match_columns(NULL, request, length, 3, values, NULL, NULL, NULL, 0, &result, NULL) ==
             SENRYAKU_E_ARGUMENT && result == NULL, "NULL verdicts");
  expect(senryaku_match_columns(NULL, request, length, 3, values, known, verdicts, results, 1, NULL, NULL) ==
             SENRYAKU_E_OPTIONS, "too little room for the results");
  expect(senryaku_match_columns(NULL, NULL, 0, 3, values, known, verdicts, NULL, 0, NULL, NULL) == SENRYAKU_E_ARGUMENT,
         "NULL request");
}

static void does_no_harm(void) {
  senryaku_strategy* strategy = NULL;
  senryaku_result* result = NULL;
  senryaku_error* error = NULL;
  senryaku_rules* rules = NULL;
  expect(senryaku_strategy_parse(NULL, 5, NULL, 0, &strategy, &error) == SENRYAKU_E_ARGUMENT, "NULL text");
  senryaku_error_free(error);
  expect(senryaku_strategy_parse("{}", -1, NULL, 0, &strategy, NULL) == SENRYAKU_E_ARGUMENT, "negative length");
  expect(senryaku_strategy_parse("{}", 2, NULL, 0, NULL, NULL) == SENRYAKU_E_ARGUMENT, "NULL output");
  expect(senryaku_strategy_parse("{}", 2, "{\"no\":1}", 8, &strategy, NULL) == SENRYAKU_E_OPTIONS, "unknown option");
  expect(senryaku_review(NULL, NULL, NULL, 0, &result, &error) == SENRYAKU_E_ARGUMENT, "NULL strategy");
  expect(strcmp(senryaku_error_code(error, 0), "capi.argument.null") == 0, "the argument is named");
  expect(senryaku_review((const senryaku_strategy*)(const void*)error, NULL, NULL, 0, &result, NULL) ==
             SENRYAKU_E_HANDLE, "a handle of another type");
  senryaku_error_free(error);
  expect(senryaku_compare(NULL, NULL, NULL, NULL, 0, &result, NULL) == SENRYAKU_E_ARGUMENT, "NULL strategies");
  expect(senryaku_rules_extend(NULL, "{\"frameworks\": 3}", 17, &rules, NULL) == SENRYAKU_E_DOCUMENT, "wrong rules");
  columns();
  senryaku_strategy_free(NULL);
  senryaku_rules_free(NULL);
  senryaku_result_free(NULL);
  senryaku_error_free(NULL);
  expect(senryaku_result_table(NULL, 0) == NULL && senryaku_result_column(NULL, "kpis", 0, NULL, NULL) == NULL &&
             senryaku_result_integers(NULL, "kpis", "good", NULL, NULL) == NULL &&
             senryaku_result_doubles(NULL, NULL, NULL, NULL) == NULL &&
             senryaku_result_texts(NULL, NULL, NULL, NULL, NULL) == NULL, "tables of NULL are harmless");
  expect(senryaku_result_json(NULL, NULL) == NULL && senryaku_error_count(NULL) == 0, "NULL handles are harmless");
}

int main(void) {
  expect(strcmp(senryaku_version(), "") != 0, "there is a version");
  expect(senryaku_abi_version() / 1000 == SENRYAKU_ABI_VERSION_MAJOR &&
             senryaku_abi_version() % 1000 >= SENRYAKU_ABI_VERSION_MINOR, "the library is as new as the header");
  reviews_a_strategy();
  gives_tables();
  explains_refusals();
  columns();
  rates_columns();
  does_no_harm();
  printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
