"""Figures → the tables of the report → Markdown, and the picture of growth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import chart
from .figures import BUILD, CHECK, PLAIN, WITHOUT_SEARCH, Figures, Measured, steps
from .measuring import ratios, spread

REPORT, PICTURE = Path("BENCHMARKS.md"), Path("bench/growth.svg")
"""Where they are written, below the project's root."""

ON_A_PHONE = "## On a slow phone\n"
"""How the report's last part begins, which another command writes."""

Key = tuple[str, ...]
Cells = Mapping[Key, tuple[str, ...]]
"""The rows of a table by what they are about: 'Build, s' and '10'."""

Row = tuple[str, tuple[float, ...], str]
"""What was measured, its figures, and how each is written."""


@dataclass(frozen=True)
class Table:
    """A finished table."""

    about: tuple[str, ...]
    """The headings of the columns that say what a row is about."""
    headings: tuple[str, ...]
    """The headings of the figures."""
    rows: tuple[tuple[str, ...], ...]


def table(about: Key, headings: Key, cells: Callable[[Figures], Cells], now: Figures, before: Figures | None) -> Table:
    """A table of figures; those to compare with stand to their right, the middle one where there is a spread."""
    own, earlier = cells(now), cells(before) if before else {}
    none = ("–",) * len(headings)
    shown = [number for number, each in enumerate(headings) if before and each not in ("least", "most")]
    rows = tuple(
        (*key, *own.get(key, none), *(earlier.get(key, none)[number] for number in shown))
        for key in dict.fromkeys([*own, *earlier])
    )
    return Table(about, (*headings, *(f"{headings[number]} before" for number in shown)), rows)


def timed(figures: Figures) -> Cells:
    """Time and memory of the check and the build."""
    return _spreads(figures, _timed)


def compared(figures: Figures) -> Cells:
    """Our build against that of plain pages, where both were built."""
    return _spreads(figures, _compared)


def _spreads(figures: Figures, rows: Callable[[Measured], Iterable[Row]]) -> Cells:
    found = [(row, str(size.reviews)) for size in figures.sizes for row in rows(size)]
    return {(what, reviews): _spread(values, form) for (what, values, form), reviews in sorted(found, key=_by_what)}


def _by_what(each: tuple[Row, str]) -> int:
    """Rows of one kind together, sizes in order within them."""
    return _ORDER.index(each[0][0])


_BUILD, _PAGE, _MEMORY, _CHECK = "Build, s", "Build, ms for each page", "Peak memory of a build, MB", "Check, s"
_BARE, _PLAIN = "Our build without search, s", "Plain pages, s"
_RATIO, _BARE_RATIO = "Our build ÷ plain pages", "Our build without search ÷ plain pages"
_ORDER = (_BUILD, _PAGE, _MEMORY, _CHECK, _BARE, _PLAIN, _RATIO, _BARE_RATIO)


def _timed(size: Measured) -> Iterable[Row]:
    build = size.taken[BUILD]
    yield _BUILD, tuple(usage.seconds for usage in build), ".2f"
    yield _PAGE, tuple(1e3 * seconds for seconds in size.page_seconds), ".1f"
    yield _MEMORY, tuple(memory / 1e6 for memory in size.memory), ".0f"
    yield _CHECK, tuple(usage.seconds for usage in size.taken[CHECK]), ".2f"


def _compared(size: Measured) -> Iterable[Row]:
    if PLAIN not in size.taken:
        return
    theirs = size.taken[PLAIN]
    yield _BUILD, tuple(usage.seconds for usage in size.taken[BUILD]), ".2f"
    yield _PLAIN, tuple(usage.seconds for usage in theirs), ".2f"
    yield _RATIO, ratios(size.taken[BUILD], theirs), ".2f"
    if WITHOUT_SEARCH in size.taken:
        bare = size.taken[WITHOUT_SEARCH]
        yield _BARE, tuple(usage.seconds for usage in bare), ".2f"
        yield _BARE_RATIO, ratios(bare, theirs), ".2f"


def _spread(values: tuple[float, ...], form: str) -> tuple[str, ...]:
    found = spread(values)
    return tuple(format(value, form) for value in (found.least, found.middle, found.most))


def weighed(figures: Figures) -> Cells:
    """The pages and the bytes of the site."""
    return {
        (str(size.reviews),): (str(size.site.pages), f"{size.site.whole / 1e6:.2f}", _kilo(size.site.search))
        for size in figures.sizes
    }


def shared(figures: Figures) -> Cells:
    """The bytes of the pages that draw from every review."""
    found = [(page, size, weight) for size in figures.sizes for page, weight in size.site.shared.items()]
    pages = list(dict.fromkeys(page for page, _, _ in found))
    return {
        (page, str(size.reviews)): (_kilo(weight.html), _kilo(weight.gzip))
        for page, size, weight in sorted(found, key=lambda each: pages.index(each[0]))
    }


def grown(figures: Figures) -> Cells:
    """What one more review adds, from one size to another."""
    return {
        (str(step.start.reviews), str(step.end.reviews)): (
            _kilo(step.site_bytes),
            _kilo(step.search_bytes),
            f"{median(step.end.page_seconds) / median(step.start.page_seconds):.2f}",
            f"{(median(step.end.memory) - median(step.start.memory)) / step.more / 1e6:.2f}",
        )
        for step in steps(figures.sizes)
    }


def parts(figures: Figures) -> Cells:
    """Where the time of a profiled build goes."""
    whole = sum(figures.profile.seconds.values())
    return {(name,): (f"{seconds:.2f}", f"{seconds / whole:.0%}") for name, seconds in figures.profile.seconds.items()}


def words(figures: Figures) -> Cells:
    """The words of our pages and of the plain ones."""
    return {
        (str(size.reviews),): (f"{size.words.ours:,}", f"{size.words.plain:,}") for size in figures.sizes if size.words
    }


def _kilo(size: float) -> str:
    return f"{size / 1e3:,.1f}"


_SPREAD = ("least", "middle", "most")
TABLES: Mapping[str, tuple[Key, Key, Callable[[Figures], Cells]]] = {
    "timed": (("", "reviews"), _SPREAD, timed),
    "compared": (("", "reviews"), _SPREAD, compared),
    "words": (("reviews",), ("words of ours", "words of the plain pages"), words),
    "weighed": (("reviews",), ("pages", "site, MB", "search index, kB"), weighed),
    "shared": (("page", "reviews"), ("HTML, kB", "gzip, kB"), shared),
    "grown": (("from", "to"), ("site, kB", "search index, kB", "time per page, ratio", "memory, MB"), grown),
    "parts": (("part",), ("seconds", "share"), parts),
}
"""The tables of the report: what their rows are about, what their figures are, and where these come from."""


def written(now: Figures, before: Figures | None = None) -> dict[Path, str]:
    """The files of the report, by their paths below the project's root."""
    tables = {name: table(about, headings, cells, now, before) for name, (about, headings, cells) in TABLES.items()}
    text = _ENVIRONMENT.get_template("benchmarks.md.jinja").render(
        now=now, before=before, sizes=[str(size.reviews) for size in now.sizes], picture=PICTURE.as_posix(), **tables
    )
    svg = _ENVIRONMENT.get_template("growth.svg.jinja").render(picture=chart.picture(now, before))
    return {REPORT: text, PICTURE: svg}


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=lambda name: bool(name and name.endswith(".svg.jinja")),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def on_a_phone(report: str) -> str:
    """The last part of a report, from its heading on; nothing where there is none yet."""
    _, heading, part = report.partition(ON_A_PHONE)
    return heading + part


def with_phone(report: str, part: str) -> str:
    """A report with its last part put in, or in place of the one that it had."""
    before, _, _ = report.partition(ON_A_PHONE)
    return f"{before.rstrip()}\n\n{part.strip()}\n" if part else report
