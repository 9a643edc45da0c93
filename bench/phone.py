"""`python -m bench.phone`: how soon a phone has what it asks for, at several sizes; it adds to BENCHMARKS.md.

On a phone four times slower than this machine, at 10 Mbit/s and 40 ms away: the first result of a search, from the
moment at which it is opened, with the bytes that it took; and a choice among all recommendations, once they are there.
Of a large collection only the pages are built that its reviews share.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, expect, sync_playwright

from tests.browser import FLAGS, executable

from . import collections
from .measuring import ROOT
from .report import ON_A_PHONE, REPORT, with_phone
from .served import served

SIZES = (1, 100, 300)
ABOUT = """\
`make bench-browser` writes this part: a browser whose processor is slowed down four times, at 10 Mbit/s and 40 ms.
The first result is counted from the moment at which the search is opened; a choice, from its click to the frame that
shows what it leaves. The middle of {runs} looks each."""
SLOWER = 4
SPEED = 10_000_000 / 8
"""Bytes a second."""
LATENCY = 40
TYPED = "fractures"
FIRST = """words => new Promise((done) => {
  const began = performance.now();
  const results = document.querySelector(".search__results");
  new MutationObserver(() => results.querySelector("a") && done(performance.now() - began)).observe(
    results, { childList: true });
  document.querySelector("[data-search]").click();
  const typed = setInterval(() => {
    const box = document.querySelector("dialog[open] .search__words");
    if (!box) return;
    clearInterval(typed);
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, 5);
})"""
"""The milliseconds from opening the search to its first result, the words being typed as soon as they can be."""
CHOICE = """() => new Promise((done) => {
  const box = [...document.querySelectorAll(".way [type=checkbox]")].find((each) => !each.checked);
  const began = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))).observe(
    document.querySelector(".filters output"), { childList: true });
  box.click();
})"""
"""The milliseconds from a choice to the frame that shows what it leaves."""


@dataclass(frozen=True)
class Seen:
    """What was measured once."""

    first: float
    bytes: float
    choice: float


def site(folder: Path, reviews: int) -> Path:
    """The pages that reviews share, and the search, of a collection of this size."""
    project, built = folder / f"of-{reviews}", folder / f"site-{reviews}"
    collections.make(ROOT, project, reviews)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(built)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PART": "rest", "SITE_URL": "https://reviews.example/"}
    subprocess.run(command, cwd=project, env=environment, check=True)
    return built


def look(browser: Browser, address: str) -> Seen:
    """One look, with nothing kept from the one before."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    _slow(devtools)
    page.goto(f"{address}/glossary/", wait_until="networkidle")
    page.wait_for_load_state("load")
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    first = page.evaluate(FIRST, TYPED)
    sent = sum(sizes)
    choice = _choice(page, address)
    context.close()
    return Seen(first, sent, choice)


def _choice(page: Page, address: str) -> float:
    page.goto(f"{address}/recommendations/?sort=0", wait_until="networkidle")
    expect(page.locator(".filters output")).to_contain_text(" of ", timeout=60_000)
    page.evaluate(CHOICE)  # the first one is slower: what it runs is compiled
    page.wait_for_timeout(1000)  # nobody chooses again at once
    return float(page.evaluate(CHOICE))


def _slow(devtools: CDPSession) -> None:
    devtools.send("Network.enable")
    network = {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
    devtools.send("Network.emulateNetworkConditions", network)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def table(sites: dict[int, Path], runs: int) -> Iterator[str]:
    """A row for each size: the middle of several looks."""
    yield "| reviews | recommendations | first result, s | kB until then | a choice among all, ms |"
    yield "|---:|---:|---:|---:|---:|"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for reviews, folder in sites.items():
            with served(folder) as address:
                looks = [look(browser, address) for _ in range(runs)]
            first, sent, choice = (
                statistics.median(getattr(each, key) for each in looks) for key in ("first", "bytes", "choice")
            )
            yield f"| {reviews} | {30 * reviews} | {first / 1000:.2f} | {sent / 1000:.0f} | {choice:.0f} |"
        browser.close()


def main(arguments: list[str] | None = None) -> int:
    """Build the sites, look at each, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.phone", description=__doc__)
    parser.add_argument("--reviews", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sites", type=Path, help="a folder with sites that are built already, as site-1 and so on")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sites = {
            each: options.sites / f"site-{each}" if options.sites else site(Path(folder), each)
            for each in options.reviews
        }
        rows = "\n".join(table(sites, options.runs))
    print(rows)
    report = ROOT / REPORT
    part = f"{ON_A_PHONE}\n{ABOUT.format(runs=options.runs)}\n\n{rows}\n"
    report.write_text(with_phone(report.read_text(encoding="utf-8"), part), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
