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
  expect(senryaku_rules_extend(NULL, "{\"frameworks\": 3}", 17, &rules, NULL) == SENRYAKU_E_DOCUMENT, "wrong rules");
  senryaku_strategy_free(NULL);
  senryaku_rules_free(NULL);
  senryaku_result_free(NULL);
  senryaku_error_free(NULL);
  expect(senryaku_result_json(NULL, NULL) == NULL && senryaku_error_count(NULL) == 0, "NULL handles are harmless");
}

int main(void) {
  expect(strcmp(senryaku_version(), "") != 0, "there is a version");
  expect(senryaku_abi_version() / 1000 == SENRYAKU_ABI_VERSION_MAJOR &&
             senryaku_abi_version() % 1000 >= SENRYAKU_ABI_VERSION_MINOR, "the library is as new as the header");
  reviews_a_strategy();
  explains_refusals();
  does_no_harm();
  printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
