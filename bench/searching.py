"""`python -m bench.searching`: how well the search answers what readers type.

Each query of tests/data/search_queries.yml and search_held.yml is put to the search's own page in a browser. Printed
are the mean reciprocal rank within the first ten, the share answered first and the share answered at all, for the half
on which the search was tuned and for the half that was held back; then each query that was not answered first.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import yaml
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import FLAGS, executable

from .measuring import ROOT
from .served import built, served

QUERIES = tuple(ROOT / "tests" / "data" / name for name in ("search_queries.yml", "search_held.yml"))
SEEN = 10
"""So many results a reader looks through."""


@dataclass(frozen=True)
class Query:
    """What a reader types, and the records that answer it."""

    query: str
    kind: str
    answers: tuple[str, ...]
    held: bool
    """Whether the search was not tuned on it."""


@dataclass(frozen=True)
class Asked:
    """A query, and the place of the first record that answers it among those found; 0 where none does."""

    query: Query
    rank: int
    found: tuple[str, ...]


def queries() -> list[Query]:
    """All of them, as they are written."""
    entries = [each for file in QUERIES if file.exists() for each in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [Query(**{**each, "answers": tuple(each["answers"])}) for each in entries]


def ask(page: Page, address: str, query: Query) -> Asked:
    """Put a query to the search."""
    page.goto(f"{address}/search/?q={quote(query.query)}")
    expect(page.locator(".search__status")).not_to_be_empty()
    expect(page.locator(".search__results:not([aria-busy])")).to_be_attached()
    links = page.locator(".search__results a").evaluate_all("all => all.map((each) => each.href)")
    found = tuple("/" + link.removeprefix(address).lstrip("/") for link in links[:SEEN])
    rank = next((number for number, link in enumerate(found, 1) if link in query.answers), 0)
    return Asked(query, rank, found)


def told(asked: Sequence[Asked], whole: bool) -> Iterator[str]:
    """The figures as a table; then what was not answered first, of the held half only if ``whole``."""
    yield "| queries | number | reciprocal rank | first | answered |"
    yield "|---|---:|---:|---:|---:|"
    for name, held in (("tuned on", False), ("held back", True)):
        yield _row(name, [each for each in asked if each.query.held == held])
    for kind in dict.fromkeys(each.query.kind for each in asked):
        yield _row(kind, [each for each in asked if each.query.kind == kind])
    for each in asked:
        if each.rank != 1 and (whole or not each.query.held):
            yield f"\n{each.rank or 'not'} : {each.query.query!r} ({each.query.kind})"
            yield f"  should be {', '.join(each.query.answers)}"
            yield f"  was       {', '.join(each.found[:3])}"


def _row(name: str, asked: Sequence[Asked]) -> str:
    if not asked:
        return f"| {name} | 0 | – | – | – |"
    mean = _mean(1 / each.rank if each.rank else 0 for each in asked)
    first, answered = _mean(each.rank == 1 for each in asked), _mean(each.rank > 0 for each in asked)
    return f"| {name} | {len(asked)} | {mean:.3f} | {first:.3f} | {answered:.3f} |"


def _mean(values: Iterable[float]) -> float:
    given = list(values)
    return sum(given) / len(given)


def main(arguments: list[str] | None = None) -> int:
    """Build the site, ask it every query, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description=__doc__)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--tuned", action="store_true", help="leave the half out that was held back")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        with served(options.site or built(Path(folder) / "site")) as address:
            page = browser.new_page()
            asked = [ask(page, address, each) for each in queries() if not (options.tuned and each.held)]
        print("\n".join(told(asked, whole=not options.tuned)))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
