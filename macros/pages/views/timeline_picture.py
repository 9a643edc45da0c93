"""The timeline's picture: both tracks over one axis, and below it each event in a row of its own, stretch by stretch.

A bar covers the days that are possible for an event: by its date, by what it follows and by how long after that it was.
One that has an open end is drawn dashed, to or from the edge of the picture or for a set length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from ...collection import Bounds, Review
from ...reading import MONTHS, counted, edtf_words
from ...records import Event, Track
from .. import links as to
from ..drawings import Bar, Lane, Mark, Overview, Picture, Stretch, Tick
from .chain_cards import TRACKS

WIDTH = 1080
"""The overview's width, in its own units."""
LEFT, ROW, HIGH = 70, 12, 9
"""In the overview: room for the tracks' names, and the height of a row and of a bar."""
OPEN = 45
"""How many days a bar with an open end is drawn for."""
LONG = 36
"""From how many months on an axis is divided by years."""
TOP, BELOW, BETWEEN = 6, 26, 14
"""Space above the first row, below the axis for its labels, and between two tracks."""


@dataclass(frozen=True)
class Scale:
    """Whole months laid out from left to right between two edges."""

    start: date
    end: date
    left: int
    right: int
    label: int
    """How much room a label takes."""
    least: float
    """The narrowest bar that can be seen and pointed at."""

    def at(self, day: date) -> float:
        """Where a day begins."""
        part = (max(self.start, min(day, self.end)) - self.start).days / (self.end - self.start).days
        return self.left + (self.right - self.left) * part

    def bar(self, first: date, last: date) -> Bar:
        """The bar of some days."""
        x = min(self.at(first), self.right - self.least)
        end = self.at((last if last < date.max else max(first, self.start) + timedelta(days=OPEN)) + timedelta(days=1))
        width = max(min(end, self.right) - x, self.least)
        return Bar(round(x, 2), round(width, 2), first == date.min or last == date.max)


def timeline(review: Review) -> Picture | None:
    """The picture of a review's events; None where no event is dated."""
    if review.span is None:
        return None
    drawn = sum(1 for event in review.events.values() if _days(review, event))
    hidden = len(review.events) - drawn
    return Picture(
        title=f"Timeline of {review.head.short_title}",
        description=f"{counted(drawn, 'event')}, {_months(*review.span)}."
        + (f" No bar is drawn for {counted(hidden, 'other')}, which nothing dates." if hidden else ""),
        overview=_overview(review, Scale(*_whole(*review.span), LEFT, WIDTH, 62, 9)),
        stretches=tuple(_stretches(review)),
    )


def _overview(review: Review, scale: Scale) -> Overview:
    """Both tracks, the bars as close together as they fit."""
    lanes: list[Lane] = []
    y = TOP
    for track in Track:
        marks, rows = _packed(review, track, scale, y)
        if not marks:
            continue
        lanes.append(Lane(track.value, track.label, marks, y + HIGH))
        y += rows * ROW + BETWEEN
    return Overview(tuple(lanes), tuple(_ticks(scale)), y, WIDTH, y + BELOW, LEFT, HIGH)


def _packed(review: Review, track: Track, scale: Scale, y: int) -> tuple[tuple[Mark, ...], int]:
    """A track's bars, each in the first row in which it covers no other; and how many rows that takes."""
    marks: list[Mark] = []
    edges: dict[int, float] = {}
    for event in review.track(track):
        days = _days(review, event)
        if not days:
            continue
        bar = scale.bar(*days)
        row = next((number for number, edge in edges.items() if edge <= bar.x), len(edges))
        edges[row] = bar.x + bar.width + 2
        marks.append(Mark(to.to_event(review, event), event.when, bar, y + row * ROW))
    return tuple(marks), len(edges)


def _stretches(review: Review) -> Iterator[Stretch]:
    """Each track's events in their order, an event a row: the months to enlarge, and before and after those."""
    for track in Track:
        known = list(_known(review, review.track(track)))
        if not known:
            continue
        months = review.head.enlarge if track is Track.CASE else None
        dense = ((months and months.earliest) or min(known), (months and months.latest) or max(known))
        for number, events in enumerate(_parts(review, track, dense)):
            if events:
                days = list(_known(review, events))
                yield _stretch(review, track, events, dense if number == 1 else (min(days), max(days)))


def _parts(review: Review, track: Track, dense: Bounds) -> tuple[list[Event], list[Event], list[Event]]:
    """A track's events before, in and after some months; one that nothing places stays with the one before it."""
    parts: tuple[list[Event], list[Event], list[Event]] = ([], [], [])
    part = 1
    for event in review.track(track):
        days = _days(review, event)
        if days:
            part = 0 if days[1] < dense[0] else 2 if days[0] > dense[1] else 1
        parts[part].append(event)
    return parts


def _stretch(review: Review, track: Track, events: Iterable[Event], days: Bounds) -> Stretch:
    scale = Scale(*_whole(*days), 0, 100, 17, 1.5)
    marks = []
    for event in events:
        possible = _days(review, event)
        marks.append(Mark(to.to_event(review, event), event.when, scale.bar(*possible) if possible else None))
    return Stretch(track.value, f"{TRACKS[track]}: {_months(*days)}", tuple(marks), tuple(_ticks(scale)))


def _known(review: Review, events: Iterable[Event]) -> Iterator[date]:
    """The first and last days that something says."""
    for event in events:
        yield from (day for day in review.possible[event.id] if date.min < day < date.max)


def _days(review: Review, event: Event) -> Bounds | None:
    """The first and the last day that are possible; None where nothing says either."""
    first, last = review.possible[event.id]
    return (first, last) if first > date.min or last < date.max else None


def _whole(first: date, last: date) -> Bounds:
    """The first day of the one's month, and the first after the other's."""
    return first.replace(day=1), _next_month(last)


def _ticks(scale: Scale) -> Iterator[Tick]:
    """A tick a month or, on a long span, a year; as many labelled as there is room for, the year where it changes."""
    months = [scale.start]
    while (after := _next_month(months[-1])) < scale.end:
        months.append(after)
    by_year = len(months) > LONG
    starts = [month for month in months if month.month == 1] if by_year else months
    step = ceil(scale.label * len(starts) / (scale.right - scale.left))
    year = 0
    for number, start in enumerate(starts):
        words = [] if by_year else [MONTHS[start.month - 1][:3]]
        label = " ".join([*words, *([str(start.year)] if start.year != year else [])]) if number % step == 0 else ""
        year = start.year if label else year
        yield Tick(round(scale.at(start), 2), label)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _months(first: date, last: date) -> str:
    """'August 2007 to April 2008', or the one month that both days are in."""
    one, other = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return edtf_words(one if one == other else f"{one}/{other}")
