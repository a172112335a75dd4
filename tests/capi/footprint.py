"""What the shared library costs: its size when stripped, the time to load it and until the first answer, the number of
functions. Fails beyond limits that a growth by mistake would pass (a second copy of Boost, debug information).

usage: footprint.py LIBRARY HEADER; exit status 77: strip is not installed
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LIBRARY, HEADER = sys.argv[1:3]
MOST_BYTES = 12 << 20
MOST_FUNCTIONS = 40  # besides those that work on columns
PROGRAM = """
import ctypes, sys, time
begin = time.perf_counter()
library = ctypes.CDLL(sys.argv[1])
loaded = time.perf_counter()
out = ctypes.c_void_p()
request = b'{"codes":["kpi.target.wrong-side"]}'
status = library.senryaku_explain(None, request, ctypes.c_int64(len(request)), ctypes.byref(out), None)
print(loaded - begin, time.perf_counter() - loaded, status)
"""


def main():
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "capi/abi"))
    import header
    if not shutil.which("strip"):
        print("strip (binutils) is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        stripped = str(Path(folder) / "libsenryaku.so.1")
        subprocess.run(["strip", "--strip-unneeded", "-o", stripped, LIBRARY], check=True)
        size = Path(stripped).stat().st_size
        runs = [subprocess.run([sys.executable, "-c", PROGRAM, stripped], check=True, capture_output=True, text=True).stdout.split()
                for _ in range(5)]
    declared = header.functions(HEADER)
    batch = [function for function in declared if any(parameter.type in ("const double*", "const int64_t*") for parameter in function.parameters)]
    print("{} bytes stripped; loaded in {:.1f} ms, first answer (rule data are built) after {:.1f} ms, best of {}".format(
        size, 1000 * min(float(run[0]) for run in runs), 1000 * min(float(run[1]) for run in runs), len(runs)))
    print("{} functions exported, {} of them over columns".format(len(declared), len(batch)))
    return 0 if size <= MOST_BYTES and len(declared) - len(batch) <= MOST_FUNCTIONS and all(run[2] == "0" for run in runs) else 1


sys.exit(main())
