"""`python -m bench.pages`: what each kind of page asks of a reader, and what Lighthouse says of it.

Where the first record begins at two widths, how high a page is, how many words are shown, elements, stops of the Tab
key and printed sheets; then Lighthouse on a phone's settings, the middle of several runs, from a server that
compresses. The site is built for the purpose as one that search engines may list: that is what its score for them is
about.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.browser import FLAGS, KINDS, executable

from .served import built, served

LIGHTHOUSE = Path(__file__).parent / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WIDTHS = ((1280, 800), (390, 844))
FIRST = "(document.querySelector('.record')?.getBoundingClientRect().top ?? NaN) + window.scrollY"
HEIGHT = "document.documentElement.scrollHeight"
WORDS = "document.querySelector('main').innerText.split(/\\s+/).length"
ELEMENTS = "document.querySelectorAll('*').length"
STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]")]
  .filter((each) =>
  each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })).length"""


def main(arguments: list[str] | None = None) -> int:
    """Build the site, measure its pages, and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often Lighthouse looks at each page; 0 for not at all")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or built(Path(folder) / "site")
        with served(site) as address:
            print("\n".join(_reading(address)))
            if options.runs:
                print("\n".join(_lighthouse(address, options.runs)))
    return 0


def _reading(address: str) -> Iterator[str]:
    """A table of what each kind of page asks of a reader."""
    yield "| page | first record, px (1280 / 390) | height, px | words shown | elements | Tab stops | sheets |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for path in KINDS:
            wide, phone = (_page(browser.new_page, address + path, *size) for size in WIDTHS)
            first = f"{wide['first']} / {phone['first']}"
            height = f"{wide['height']} / {phone['height']}"
            cells = (path, first, height, *(wide[key] for key in ("words", "elements", "stops", "sheets")))
            yield f"| {' | '.join(map(str, cells))} |"
        browser.close()


def _page(new_page: Any, url: str, width: int, height: int) -> dict[str, Any]:
    page: Page = new_page(viewport={"width": width, "height": height})
    page.goto(url, wait_until="networkidle")
    first = page.evaluate(FIRST)
    found = {
        "first": round(first) if first == first else "–",  # a page without records has none
        "height": page.evaluate(HEIGHT),
        "words": page.evaluate(WORDS),
        "elements": page.evaluate(ELEMENTS),
        "stops": page.evaluate(STOPS),
        "sheets": len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True, format="A4"))),
    }
    page.close()
    return found


def _lighthouse(address: str, runs: int) -> Iterator[str]:
    """A table of Lighthouse's scores: the middle of several runs."""
    if shutil.which("npm") is None:
        raise SystemExit("Lighthouse needs Node.js: install it, or leave Lighthouse out with --runs 0")
    if not (LIGHTHOUSE / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent", "--no-fund", "--no-audit"], cwd=LIGHTHOUSE, check=True)
    yield ""
    yield f"| page | {' | '.join(CATEGORIES)} | layout shift | kB, compressed |"
    yield f"|---|{'---:|' * (len(CATEGORIES) + 2)}"
    for path in KINDS:
        if path.endswith("/"):  # Lighthouse refuses a page that is not found
            looks = [_look(address + path) for _ in range(runs)]
            middle = [statistics.median(look[number] for look in looks) for number in range(len(looks[0]))]
            *scores, shift, size = middle
            yield f"| {path} | {' | '.join(f'{score:.0f}' for score in scores)} | {shift:.3f} | {size / 1000:.0f} |"


def _look(url: str) -> tuple[float, ...]:
    """One look: the four scores, the layout shift, and the bytes that were sent."""
    command = ["npx", "lighthouse", url, "--quiet", "--output=json", f"--chrome-flags=--headless {' '.join(FLAGS)}"]
    environment = {**os.environ, **({"CHROME_PATH": path} if (path := executable()) else {})}
    made = subprocess.run(command, cwd=LIGHTHOUSE, env=environment, capture_output=True, text=True, check=True)
    said = json.loads(made.stdout)
    scores = [100 * (said["categories"][name]["score"] or 0) for name in CATEGORIES]
    audits = said["audits"]
    return (
        *scores,
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-byte-weight"]["numericValue"],
    )


if __name__ == "__main__":
    sys.exit(main())
