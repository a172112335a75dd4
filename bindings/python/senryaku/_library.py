"""Finds and loads the shared library."""
import ctypes
import os
import sys
from pathlib import Path

_NAMES = {"win32": ["senryaku.dll", "libsenryaku.dll"], "darwin": ["libsenryaku.1.dylib"]}.get(
    sys.platform, ["libsenryaku.so.1", "libsenryaku.so"])


def _candidates():
    given = os.environ.get("SENRYAKU_LIBRARY")
    if given:
        yield Path(given)
        return
    here = Path(__file__).resolve().parent
    for name in _NAMES:
        yield here / name  # in a wheel
    root = here.parents[2]
    if (root / "CMakePresets.json").is_file():  # a source tree: the newest build
        built = [path for name in _NAMES for path in root.glob("build/*/capi/" + name)]
        for path in sorted(built, key=lambda p: p.stat().st_mtime, reverse=True):
            if path.parts[-3] not in ("asan", "tsan"):  # these need their runtime loaded first
                yield path


def load():
    """The library: SENRYAKU_LIBRARY, the one beside this file, the newest build of the source tree, or the system's."""
    for path in _candidates():
        if path.is_file():
            return ctypes.CDLL(str(path))
    if not os.environ.get("SENRYAKU_LIBRARY"):
        for name in _NAMES:
            try:
                return ctypes.CDLL(name)
            except OSError:
                continue
    raise ImportError("libsenryaku が見つかりません。環境変数 SENRYAKU_LIBRARY にパスを指定してください / "
                      "libsenryaku was not found: set SENRYAKU_LIBRARY to its path")
