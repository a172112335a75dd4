"""Many documents: in several processes, with a progress bar on the terminal when tqdm is installed."""
import sys
from concurrent.futures import ProcessPoolExecutor

from ..office import MissingExtra, extra


def progress(items, total=None):
    """``items`` with a bar on the error output, where a person looks at one."""
    items = items if hasattr(items, "__len__") or total else list(items)
    if not (hasattr(sys.stderr, "isatty") and sys.stderr.isatty()):
        return iter(items)
    try:
        return iter(extra("tqdm").tqdm(items, total=total, file=sys.stderr, leave=False))
    except MissingExtra:
        return iter(items)


def spread(function, items, jobs=1):
    """[function(item), …] in the order of the items, worked on in ``jobs`` processes."""
    if jobs <= 1 or len(items) < 2:
        return [function(item) for item in progress(items)]
    with ProcessPoolExecutor(max_workers=min(jobs, len(items))) as pool:
        return list(progress(pool.map(function, items, chunksize=max(1, len(items) // (8 * jobs))), len(items)))
