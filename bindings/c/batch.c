/* A batch over columns: projects two towns at once and prints the persons of each after each step of five years. */
#include <senryaku.h>
#include <stdio.h>
#include <stdlib.h>

enum { AREAS = 2, GROUPS = 18, STEPS = 3 };

static double base[AREAS * 2 * GROUPS];
static double survival[AREAS * STEPS * 2 * (GROUPS - 1)];
static double migration[AREAS * STEPS * 2 * (GROUPS - 1)];
static double child_woman_ratio[AREAS * STEPS];
static double male_share[AREAS * STEPS];
static double out[AREAS * STEPS * 2 * GROUPS];

static void fill(double* column, int count, double value) {
  int i;
  for (i = 0; i < count; ++i) column[i] = value;
}

int main(void) {
  int area, step, i;
  senryaku_error* error = NULL;
  fill(base, AREAS * GROUPS, 100.0);                         /* the first town: 100 persons in each group */
  for (i = 0; i < 2 * GROUPS; ++i) base[2 * GROUPS + i] = 40.0 + i % GROUPS; /* the second: older than that */
  fill(survival, AREAS * STEPS * 2 * (GROUPS - 1), 0.9375);
  fill(migration, AREAS * STEPS * 2 * (GROUPS - 1), -0.03125);
  fill(child_woman_ratio, AREAS * STEPS, 0.1875);
  fill(male_share, AREAS * STEPS, 0.5);
  if (senryaku_project_areas(AREAS, GROUPS, STEPS, base, survival, migration, child_woman_ratio, male_share, out, &error) !=
      SENRYAKU_OK) {
    fprintf(stderr, "%s\n", senryaku_error_message(error, 0, "ja"));
    senryaku_error_free(error);
    return 1;
  }
  for (area = 0; area < AREAS; ++area) {
    for (step = 0; step < STEPS; ++step) {
      double persons = 0;
      for (i = 0; i < 2 * GROUPS; ++i) persons += out[(area * STEPS + step) * 2 * GROUPS + i];
      printf("%d %d %ld\n", area, step, (long)(persons + 0.5));
    }
  }
  return 0;
}
