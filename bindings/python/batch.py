"""A batch over columns: rates six indicators at once by a scheme; prints of each the exact rate, the percentage as the
scheme rounds it, the index of its class (-1: none) and why there is no rate (0: there is one)."""
from array import array

import senryaku

actual = senryaku.Column(array("q", [125, 100, 99, 0, 35, 12]),  # 12.5, 10.0, 9.9 …
                         array("B", [1, 1, 1, 0, 1, 1]),  # the fourth was not surveyed: unknown, not zero
                         scale=1)
target = array("q", [10, 10, 10, 10, 5, 0])
rated = senryaku.rate_columns(actual, target, scheme="hyogo-strategy-2023")
for numerator, denominator, rate, rating, state in zip(*rated):
    print("{}/{} {} {} {}".format(numerator, denominator, rate, rating, state))
