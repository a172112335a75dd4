"""The same projection in NumPy, vectorised over areas: median milliseconds of one run on standard output."""
import statistics
import time

import numpy as np

AREAS, GROUPS, STEPS = 1741, 20, 6
random = np.random.default_rng(2015)
base = random.uniform(50, 5000, (AREAS, 2, GROUPS))
survival = random.uniform(0.5, 1, (AREAS, STEPS, 2, GROUPS - 1))
migration = random.uniform(-0.1, 0.1, (AREAS, STEPS, 2, GROUPS - 1))
ratio = random.uniform(0.15, 0.3, (AREAS, STEPS))
share = np.full((AREAS, STEPS), 0.51)


def project():
    out = np.empty((AREAS, STEPS, 2, GROUPS))
    before = base
    for step in range(STEPS):
        change = survival[:, step] + migration[:, step]
        after = out[:, step]
        after[:, :, 1:-1] = before[:, :, :-2] * change[:, :, :-1]
        after[:, :, -1] = (before[:, :, -2] + before[:, :, -1]) * change[:, :, -1]
        children = ratio[:, step] * after[:, 1, 3:10].sum(axis=1)
        after[:, 0, 0] = children * share[:, step]
        after[:, 1, 0] = children * (1 - share[:, step])
        before = after
    return out


project()
times = []
for _ in range(50):
    start = time.perf_counter()
    project()
    times.append((time.perf_counter() - start) * 1000)
print(statistics.median(times))
