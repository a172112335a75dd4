"""A batch over columns: projects two towns at once and prints the persons of each after each step of five years."""
from array import array

import senryaku

AREAS, GROUPS, STEPS = 2, 18, 3
TOWN = 2 * GROUPS
base = array("d", [100.0] * TOWN)  # the first town: 100 persons in each group
base.extend(40.0 + i % GROUPS for i in range(TOWN))  # the second: older than that
survival = array("d", [0.9375]) * (AREAS * STEPS * 2 * (GROUPS - 1))
migration = array("d", [-0.03125]) * len(survival)
child_woman_ratio = array("d", [0.1875]) * (AREAS * STEPS)
male_share = array("d", [0.5]) * (AREAS * STEPS)
out = senryaku.project_areas(AREAS, GROUPS, STEPS, base, survival, migration, child_woman_ratio, male_share)
for area in range(AREAS):
    for step in range(STEPS):
        first = (area * STEPS + step) * TOWN
        print(area, step, int(sum(out[first:first + TOWN]) + 0.5))
