"""The timeline's picture: where each event's bar begins, how wide it is, and in which row it lies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from . import references as to
from .collection import Review
from .dates import MONTHS
from .models import Event, Track
from .shapes import Lane, Mark, Picture, Tick

LEFT, WIDTH = 70.0, 1000.0
"""Where the axis begins and how long it is, in the picture's own units."""
ROW, BAR, BETWEEN, TOP = 20, 14, 22, 14
"""The height of a row and of its bar, the space between the tracks and above them."""
LEAST = 9.0
"""The narrowest bar that a finger can find."""


def timeline(review: Review) -> Picture | None:
    """Both tracks over one axis; a bar covers the days that the date allows. None where no event is dated."""
    if review.span is None:
        return None
    first, last = review.span
    start, end = first.replace(day=1), _next_month(last)
    lanes: list[Lane] = []
    y = TOP
    for track in Track:
        lanes.append(_lane(review, track, start, end, y))
        y = lanes[-1].bottom + BETWEEN
    drawn = sum(len(lane.marks) for lane in lanes)
    undated = len(review.events) - drawn
    return Picture(
        title=f"Timeline of {review.head.short_title}",
        description=f"{drawn} events with a date, from {_month(first)} to {_month(last)}."
        + (f" {undated} events without a date of their own stand in the list only." if undated else ""),
        lanes=tuple(lanes),
        ticks=tuple(_ticks(start, end)),
        axis=y,
        width=int(LEFT + WIDTH) + 10,
        height=y + 24,
        left=LEFT,
        right=LEFT + WIDTH,
        bar=BAR,
    )


def _lane(review: Review, track: Track, start: date, end: date, y: int) -> Lane:
    marks: list[Mark] = []
    free: list[float] = []
    for event in review.track(track):
        if not event.date:
            continue
        left, width, opens, closes = _bar(event, start, end)
        row = next((number for number, edge in enumerate(free) if edge <= left), len(free))
        free[row : row + 1] = [left + width + 2]
        marks.append(Mark(to.to_event(review, event), event.when, left, width, y + row * ROW, opens or closes))
    return Lane(track.value, track.label, tuple(marks), y + BAR - 2, y + len(free) * ROW)


def _bar(event: Event, start: date, end: date) -> tuple[float, float, bool, bool]:
    assert event.date
    earliest, latest = event.date.earliest, event.date.latest
    left = _at(earliest or event.date.sorts_at, start, end)
    right = _at((latest or earliest or start) + timedelta(days=1), start, end)
    if latest is None:
        right = min(LEFT + WIDTH, left + _at(_next_month(start), start, end) - LEFT)
    return round(left, 1), round(max(right - left, LEAST), 1), earliest is None, latest is None


def _at(day: date, start: date, end: date) -> float:
    return LEFT + WIDTH * (max(start, min(day, end)) - start).days / (end - start).days


def _ticks(start: date, end: date) -> Iterable[Tick]:
    month = start
    while month < end:
        label = _month(month) if month == start else str(month.year) if month.month == 1 else ""
        yield Tick(round(_at(month, start, end), 1), label)
        month = _next_month(month)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
