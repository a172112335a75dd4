"""Reviews a strategy: review.py FILE AS_OF prints the review as JSON."""
import sys

import senryaku

with senryaku.Strategy.from_file(sys.argv[1]) as strategy:
    sys.stdout.buffer.write(strategy.review_json(sys.argv[2]).encode("utf-8"))
