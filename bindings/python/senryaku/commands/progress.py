"""A progress bar on the terminal when tqdm is installed; silence otherwise."""
import sys

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
