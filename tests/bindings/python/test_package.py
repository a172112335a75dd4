"""What the package promises about itself: types, documentation, old Pythons, failures, threads."""
import ast
import inspect
import io
import subprocess
import sys
import threading
import time
import unittest
from array import array
from contextlib import redirect_stdout
from pathlib import Path

import senryaku
from senryaku.commands import main

PACKAGE = Path(senryaku.__file__).resolve().parent
DOCUMENT = {
    "format": "senryaku.strategy/1",
    "municipality": {"code": "074471", "name": "会津美里町"},
    "name": "戦略",
    "period": {"start": "2025-04-01", "end": "2030-03-31"},
    "goals": [],
}


def public_functions():
    """Every function and method that a caller sees, by name."""
    for name in senryaku.__all__:
        item = getattr(senryaku, name)
        if inspect.isfunction(item):
            yield name, item
        elif inspect.isclass(item) and not issubclass(item, tuple):
            for own, member in inspect.getmembers(item):
                function = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
                if inspect.isfunction(function) and (own == "__init__" or not own.startswith("_")):
                    yield name + "." + own, function


class SurfaceTest(unittest.TestCase):
    def test_every_argument_and_result_is_typed(self):
        self.assertTrue((PACKAGE / "py.typed").is_file())
        for name, function in public_functions():
            signature = inspect.signature(function)
            untyped = [p.name for p in signature.parameters.values()
                       if p.annotation is p.empty and p.name not in ("self", "cls")]
            self.assertEqual(untyped, [], name)
            self.assertIsNot(signature.return_annotation, signature.empty, name)

    def test_everything_is_documented(self):
        for name in senryaku.__all__:
            self.assertTrue(inspect.getdoc(getattr(senryaku, name)), name)
        for name, function in public_functions():
            if not name.endswith("__init__"):
                self.assertTrue(function.__doc__, name)

    def test_sources_are_python_3_8(self):
        for path in sorted(PACKAGE.rglob("*.py")):
            ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 8))

    def test_core_needs_the_standard_library_only(self):
        program = ("import sys; before = set(sys.modules); import senryaku; "
                   "print([m for m in set(sys.modules) - before if 'site-packages' in (getattr(sys.modules[m], '__file__', None) or '')"
                   " and not m.startswith('senryaku')])")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.strip(), "[]")

    def test_versions_are_named(self):
        shown = io.StringIO()
        with redirect_stdout(shown), self.assertRaises(SystemExit) as ended:
            main(["--version"])
        self.assertEqual(ended.exception.code, 0)
        self.assertRegex(shown.getvalue(), r"^senryaku \d+\.\d+\.\d+ \(C ABI \d+\.\d+, data \d{4}\.\d+\)\n$")
        self.assertEqual(senryaku.__version__, senryaku.version())


class FailureTest(unittest.TestCase):
    def test_exception_carries_the_diagnostics(self):
        with self.assertRaises(senryaku.SenryakuError) as caught:
            senryaku.Strategy('{"format": "senryaku.strategy/1",\n "name": "𠮷", "period": {"start": "2025-02-30"}}')
        problem = next(p for p in caught.exception.problems if p.code == "format.value.day")
        self.assertEqual((problem.severity, problem.pointer, problem.line), ("error", "/period/start", 2))
        self.assertEqual(problem.column, 35)  # counted by hand; 𠮷 is one code point
        self.assertIn("2025-02-30", problem.ja)
        self.assertIn("2025-02-30", problem.en)

    def test_context_manager_frees_in_spite_of_an_exception(self):
        with self.assertRaises(KeyError):
            with senryaku.Strategy(DOCUMENT) as strategy, senryaku.Rules({}) as rules:
                raise KeyError
        for closed in (strategy, rules):
            with self.assertRaises(ValueError):
                closed.handle


class ThreadTest(unittest.TestCase):
    def test_other_threads_run_while_the_library_works(self):
        """With the interpreter's lock held, no other thread could call the library in the meantime, not even once."""
        areas, groups, steps = 20000, 18, 12  # takes some tenths of a second
        ratios = array("d", [0.9]) * (areas * steps * 2 * (groups - 1))
        base, share = array("d", [100.0]) * (areas * 2 * groups), array("d", [0.5]) * (areas * steps)
        out = array("d", bytes(8 * areas * steps * 2 * groups))
        entered, span, met = threading.Event(), [], []

        def long_call():
            entered.set()
            begin = time.monotonic()
            senryaku.project_areas(areas, groups, steps, base, ratios, ratios, share, share, out)
            span.extend((begin, time.monotonic()))

        worker = threading.Thread(target=long_call)
        worker.start()
        entered.wait()
        with senryaku.Strategy(DOCUMENT) as strategy:
            while worker.is_alive():
                begin = time.monotonic()
                strategy.to_json()
                met.append((begin, time.monotonic()))
        worker.join()
        during = [call for call in met if span[0] < call[0] and call[1] < span[1]]
        # The switch interval (5 ms) lets a few calls slip in before and after; a lock held throughout allows no more.
        self.assertGreater(len(during), 10, "{} of {} calls during {:.3f} s".format(len(during), len(met), span[1] - span[0]))


if __name__ == "__main__":
    unittest.main()
