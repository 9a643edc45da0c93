"""The timeline's picture: both tracks over one axis, and below it the dense months and the review, an event a row.

A bar covers the days that are possible for an event: by its date, by what it follows and by how long after that it was.
One that has an open end is drawn dashed, to or from the edge of the picture or for a set length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from . import references as to
from .collection import Bounds, Review
from .dates import MONTHS
from .models import Event, Track
from .shapes import Lane, Mark, Panel, Picture, Tick

WIDTH = 1080
"""The picture's width, in its own units."""
OPEN = 45
"""How many days a bar with an open end is drawn for."""
LEAST = 9.0
"""The narrowest bar that a finger can find."""
ROOM = 55.0
"""How wide a month has to be for a label of its own."""
TOP, BELOW, BETWEEN = 6, 26, 14
"""Space above the first row, below the axis for its labels, and between two tracks."""


@dataclass(frozen=True)
class Scale:
    """A stretch of time laid out from left to right, with the height of its rows and bars."""

    start: date
    end: date
    left: float
    row: int
    bar: int

    def at(self, day: date) -> float:
        """Where a day begins."""
        part = (max(self.start, min(day, self.end)) - self.start).days / (self.end - self.start).days
        return self.left + (WIDTH - self.left) * part

    def bar_of(self, first: date, last: date) -> tuple[float, float]:
        """Where the bar of some days begins, and how wide it is."""
        x = min(self.at(first), WIDTH - LEAST)
        end = self.at((last if last < date.max else max(first, self.start) + timedelta(days=OPEN)) + timedelta(days=1))
        return round(x, 1), round(max(min(end, WIDTH) - x, LEAST), 1)


def timeline(review: Review) -> Picture | None:
    """The picture of a review's events; None where no event is dated."""
    if review.span is None:
        return None
    first, last = review.span
    start, end = first.replace(day=1), _next_month(last)
    drawn = sum(1 for event in review.events.values() if _days(review, event))
    hidden = len(review.events) - drawn
    return Picture(
        title=f"Timeline of {review.head.short_title}",
        description=f"{drawn} events, from {_month(first)} to {_month(last)}."
        + (f" {hidden} that nothing places stand in the list only." if hidden else ""),
        overview=_overview(review, Scale(start, end, 70.0, 12, 9)),
        enlarged=tuple(_enlarged(review)),
    )


def _overview(review: Review, scale: Scale) -> Panel:
    """Both tracks, the bars as close together as they fit."""
    lanes: list[Lane] = []
    y = TOP
    for track in Track:
        marks, rows = _packed(review, track, scale, y)
        lanes.append(Lane(track.value, track.label, marks, y + scale.bar))
        y += rows * scale.row + BETWEEN
    return Panel(tuple(lanes), tuple(_ticks(scale)), y, WIDTH, y + BELOW, scale.left, scale.bar)


def _packed(review: Review, track: Track, scale: Scale, y: int) -> tuple[tuple[Mark, ...], int]:
    """A track's bars, each in the first row in which it covers no other; and how many rows that takes."""
    marks: list[Mark] = []
    edges: list[float] = []
    for event in review.track(track):
        days = _days(review, event)
        if not days:
            continue
        x, width = scale.bar_of(*days)
        row = next((number for number, edge in enumerate(edges) if edge <= x), len(edges))
        edges[row : row + 1] = [x + width + 2]
        marks.append(_mark(review, event, x, width, y + row * scale.row))
    return tuple(marks), len(edges)


def _enlarged(review: Review) -> Iterator[Panel]:
    """The dense months of the case, then the whole of the review track: an event a row, with its title."""
    months = review.head.enlarge
    if months and months.earliest and months.latest:
        yield _titled(review, Track.CASE, months.earliest, months.latest)
    days = [day for event in review.track(Track.REVIEW) for day in review.possible[event.id]]
    known = [day for day in days if date.min < day < date.max]
    if known:
        yield _titled(review, Track.REVIEW, min(known), max(known))


def _titled(review: Review, track: Track, first: date, last: date) -> Panel:
    scale = Scale(first.replace(day=1), _next_month(last), 440.0, 20, 13)
    marks: list[Mark] = []
    for event in review.track(track):
        days = _days(review, event)
        if days and days[0] < scale.end and scale.start <= (days[1] if days[1] < date.max else days[0]):
            x, width = scale.bar_of(*days)
            marks.append(_mark(review, event, x, width, TOP + len(marks) * scale.row))
    axis = TOP + len(marks) * scale.row + BETWEEN // 2
    lane = Lane(track.value, track.label, tuple(marks), scale.bar - 2)
    return Panel((lane,), tuple(_ticks(scale)), axis, WIDTH, axis + BELOW, scale.left, scale.bar)


def _days(review: Review, event: Event) -> Bounds | None:
    """The first and the last day that are possible; None where nothing says either."""
    first, last = review.possible[event.id]
    return (first, last) if first > date.min or last < date.max else None


def _mark(review: Review, event: Event, x: float, width: float, y: int) -> Mark:
    first, last = review.possible[event.id]
    return Mark(to.to_event(review, event), event.when, x, width, y, first == date.min or last == date.max)


def _ticks(scale: Scale) -> Iterator[Tick]:
    """A tick a month: each labelled where there is room, else the first and every January."""
    month = scale.start.replace(day=1)
    roomy = (WIDTH - scale.left) / ((scale.end - scale.start).days / 30) > ROOM
    while month < scale.end:
        first = month == scale.start
        if roomy:
            year = f" {month.year}" if first or month.month == 1 else ""
            label = MONTHS[month.month - 1][:3] + year
        else:
            label = _month(month) if first else str(month.year) if month.month == 1 else ""
        yield Tick(round(scale.at(month), 1), label)
        month = _next_month(month)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
