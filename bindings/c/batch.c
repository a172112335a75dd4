/* A batch over columns: rates six indicators at once by a scheme; prints of each the exact rate, the percentage as the
 * scheme rounds it, the index of its class (-1: none) and why there is no rate (0: there is one). */
#include <senryaku.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 6 };

int main(void) {
  const char* options = "{\"scheme\": \"hyogo-strategy-2023\", \"aim\": \"increase\", \"actual_scale\": 1}";
  const int64_t actual[ROWS] = {125, 100, 99, 0, 35, 12}; /* 12.5, 10.0, 9.9 … */
  const uint8_t known[ROWS] = {1, 1, 1, 0, 1, 1};         /* the fourth was not surveyed: unknown, not zero */
  const int64_t target[ROWS] = {10, 10, 10, 10, 5, 0};
  int64_t numerator[ROWS], denominator[ROWS], rate[ROWS];
  int32_t rating[ROWS];
  uint8_t state[ROWS];
  senryaku_error* error = NULL;
  int i;
  if (senryaku_rate_columns(NULL, options, (int64_t)strlen(options), ROWS, actual, known, target, NULL, NULL, NULL, NULL, NULL,
                            NULL, numerator, denominator, rate, rating, state, &error) != SENRYAKU_OK) {
    fprintf(stderr, "%s\n", senryaku_error_message(error, 0, "ja"));
    senryaku_error_free(error);
    return 1;
  }
  for (i = 0; i < ROWS; ++i) {
    printf("%ld/%ld %ld %d %d\n", (long)numerator[i], (long)denominator[i], (long)rate[i], (int)rating[i], (int)state[i]);
  }
  return 0;
}
