"""Says which optional packages are missing, for whose lack tests of the Python package skip themselves (status 77)."""
import importlib
import sys

# What is imported, and Debian's package.
NEEDED = {"openpyxl": "python3-openpyxl", "lxml.etree": "python3-lxml", "tqdm": "python3-tqdm", "jinja2": "python3-jinja2",
          "docx": "python3-docx"}

missing = []
for module, package in NEEDED.items():
    try:
        importlib.import_module(module)
    except ImportError:
        missing.append(package)
print("missing, and tests skipped without them: " + ", ".join(missing) if missing else "all there")
sys.exit(77 if missing else 0)
