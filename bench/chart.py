"""How a project grows with its reviews: figures → finished places for the template of the picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .figures import Figures, Measured, Step

WIDTH, HEIGHT, LEFT, TOP = 220, 170, 56, 56
"""The drawing area of a panel, and how far it stands from the panel's left and top; in the picture's own units."""
PITCH, MARGIN = WIDTH + LEFT + 24, 48
"""From one panel's left to the next one's, and what stands below the drawing area."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Tick:
    """A mark on an axis."""

    at: float
    label: str


@dataclass(frozen=True)
class Line:
    """One project's figures."""

    points: tuple[Point, ...]
    before: bool
    """Whether it is the one to compare with."""

    @property
    def path(self) -> str:
        """The points as SVG's polyline takes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


@dataclass(frozen=True)
class Panel:
    """One measure against the number of reviews: that on a logarithmic axis, the measure on a linear one from 0."""

    title: str
    left: float
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Picture:
    """All panels."""

    width: float
    height: float
    panel: Point
    """The width and the height of a panel's drawing area."""
    top: float
    panels: tuple[Panel, ...]
    compares: bool


def _page(size: Measured) -> float:
    return median(size.page_seconds) * 1e3


def _memory(size: Measured) -> float:
    return median(size.memory) / 1e6


MEASURES: tuple[tuple[str, Callable[[Figures], list[Point]]], ...] = (
    ("Build, ms for each page", lambda given: [(each.reviews, _page(each)) for each in given.sizes]),
    ("Peak memory of a build, MB", lambda given: [(each.reviews, _memory(each)) for each in given.sizes]),
    (
        "Site, kB for one more review",
        lambda given: [(end.reviews, Step(start, end).site_bytes / 1e3) for start, end in pairwise(given.sizes)],
    ),
)
"""A title, and the figures: a number of reviews and the measure at it."""


def picture(now: Figures, before: Figures | None) -> Picture:
    """The picture of a project, beside the one to compare with if there is one."""
    shown = [each for each in (before, now) if each]
    sizes = sorted({size.reviews for figures in shown for size in figures.sizes})
    panels = tuple(
        _panel(title, number, sizes, [(values(each), each is before) for each in shown])
        for number, (title, values) in enumerate(MEASURES)
    )
    return Picture(PITCH * len(panels), TOP + HEIGHT + MARGIN, (WIDTH, HEIGHT), TOP, panels, before is not None)


def _panel(title: str, number: int, sizes: Sequence[int], series: Sequence[tuple[list[Point], bool]]) -> Panel:
    marks = marks_to(max((y for points, _ in series for _, y in points), default=1))
    highest = marks[-1]
    return Panel(
        title=title,
        left=LEFT + number * PITCH,
        across=tuple(Tick(_across(size, sizes), str(size)) for size in sizes),
        up=tuple(Tick(round(HEIGHT - mark / highest * HEIGHT, 1), f"{mark:,g}") for mark in marks),
        lines=tuple(
            Line(tuple((_across(x, sizes), round(HEIGHT - y / highest * HEIGHT, 1)) for x, y in points), before)
            for points, before in series
        ),
    )


def _across(reviews: float, sizes: Sequence[int]) -> float:
    first, last = math.log(sizes[0]), math.log(sizes[-1])
    return round((math.log(reviews) - first) / (last - first) * WIDTH, 1) if last > first else WIDTH / 2


def marks_to(most: float) -> tuple[float, ...]:
    """Round numbers from 0 to one above 0 and no less than ``most``: two of them at least, six at most."""
    step = next(each for each in _round_numbers(most / 5) if each * 5 >= most)
    return tuple(round(step * number, 10) for number in range(max(1, math.ceil(most / step)) + 1))


def _round_numbers(least: float) -> Iterator[float]:
    """1, 2, 5, 10, 20 and so on, from below ``least``."""
    power = math.floor(math.log10(least)) if least > 0 else 0
    while True:
        yield from (digit * 10.0**power for digit in (1, 2, 5))
        power += 1
