"""Pictures of the papers for the README: screenshots.py [FOLDER], default bindings/python/docs.

Needs the packages python3-jinja2, python3-openpyxl, python3-pil, chromium, chromium-driver, libreoffice-calc, poppler-utils and a
Japanese font; the day is fixed, so that the pictures change only with the papers.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import browser
from PIL import Image
from senryaku import Strategy, report

_ROOT = Path(__file__).resolve().parents[3]
_AS_OF = "2026-06-01"


def _report(name, folder, formats):
    with Strategy.from_file(str(_ROOT / "tests" / "data" / "strategies" / (name + ".json"))) as strategy:
        report.write(report.gather(strategy, _AS_OF), folder, formats)


def _page(pdf, page, width, target):
    """One page of a PDF as PNG of ``width`` pixels."""
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-f", str(page), "-l", str(page), "-scale-to-x", str(width), "-scale-to-y",
                    "-1", str(pdf), str(target.with_suffix(""))], check=True)


def main(target):
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _report("kakogawa-2015", folder, ("html", "xlsx"))
        _report("aizumisato-2025", folder / "aizumisato", ("html",))
        with browser.Browser((1120, 930, 1)) as opened:
            opened.open(folder / "report.html")
            (target / "report-desktop.png").write_bytes(opened.picture())
            (folder / "report.pdf").write_bytes(opened.pdf())
            opened.open(folder / "aizumisato" / "report.html")
            opened.run("document.getElementById('population').scrollIntoView({behavior: 'instant'})")
            (target / "report-population.png").write_bytes(opened.picture())
        with browser.Browser((390, 844, 1.5)) as opened:
            opened.open(folder / "report.html")
            (target / "report-phone.png").write_bytes(opened.picture())
        _page(folder / "report.pdf", 1, 900, target / "report-print.png")
        subprocess.run(["soffice", "-env:UserInstallation=file://" + str(folder / "profile"), "--headless", "--convert-to", "pdf",
                        "--outdir", str(folder), str(folder / "evaluation.xlsx")], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        charts = next(page for page in range(1, 99) if "グラフ" in subprocess.run(
            ["pdftotext", "-f", str(page), "-l", str(page), str(folder / "evaluation.pdf"), "-"], stdout=subprocess.PIPE, check=True,
            encoding="utf-8").stdout[:20])
        _page(folder / "evaluation.pdf", charts, 1100, target / "workbook.png")
    for path in sorted(target.glob("*.png")):
        with Image.open(str(path)) as picture:  # flat papers need no more colours
            picture.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(str(path), optimize=True)
        print("{} {} KB".format(path.name, -(-path.stat().st_size // 1024)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "bindings" / "python" / "docs")
