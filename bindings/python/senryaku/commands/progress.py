"""Many documents: in several processes, with a progress bar on the terminal when tqdm is installed."""
import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from ..office import MissingExtra, extra

_BAR = "{percentage:3.0f}% |{bar:30}| {n_fmt}/{total_fmt} [{elapsed}<{remaining}]"
_MOST_AT_ONCE = 4  # documents that a process is handed together: the bar moves on with each such lot


def jobs(text):
    """The value of --jobs: 1 or more."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("1以上の数がいります / a number of 1 or more is needed")
    return int(text)


def progress(items, total=None):
    """``items`` with a bar on the error output, where a person looks at one."""
    items = items if hasattr(items, "__len__") or total else list(items)
    if not (hasattr(sys.stderr, "isatty") and sys.stderr.isatty()) or os.environ.get("TERM") == "dumb":
        return iter(items)
    try:
        return iter(extra("tqdm").tqdm(items, total=total, file=sys.stderr, leave=False, bar_format=_BAR))
    except MissingExtra:
        return iter(items)


def spread(function, items, jobs=1):
    """[function(item), …] in the order of the items, worked on in ``jobs`` processes."""
    if jobs <= 1 or len(items) < 2:
        return [function(item) for item in progress(items)]
    with ProcessPoolExecutor(max_workers=min(jobs, len(items))) as pool:
        return list(progress(pool.map(function, items, chunksize=max(1, min(_MOST_AT_ONCE, len(items) // (8 * jobs)))), len(items)))
