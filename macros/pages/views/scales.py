"""Days laid out from left to right: where a bar begins, how wide it is, and which ticks have a label.

A bar covers all the days that are possible. One with an open end fades out there after a set length: how far it
reaches, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...collection import Bounds, Drawn
from ...reading import MONTHS
from ..drawings import Tick
from ..shapes import Bar

OPEN = timedelta(days=45)
"""How far a bar with an open end is drawn."""
BY_MONTH, BY_QUARTER = 14, 60
"""Up to how many months an axis is divided by months, and by quarters; a longer one is divided by years."""


@dataclass(frozen=True)
class Scale:
    """Whole months between two edges, with room beyond them for what is earlier and later."""

    start: date
    end: date
    left: float
    right: float
    least: float
    """The narrowest bar that can be seen."""
    letter: float
    """How wide a letter of a label is."""
    margin: float = 0
    """How much room there is beyond either edge."""

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        months = [self.start]
        while (after := next_month(months[-1])) < self.end:
            months.append(after)
        return tuple(months)

    def at(self, day: date) -> float:
        """Where a day begins; all days beyond the edges lie at the end of the room there."""
        if day < self.start:
            return self.left - self.margin
        if day > self.end:
            return self.right + self.margin
        return self.left + (self.right - self.left) * (day - self.start).days / (self.end - self.start).days

    def bar(self, days: Drawn) -> Bar:
        """The bar of some days, which fades out where earlier or later ones are possible."""
        fades = {(True, True): "both", (True, False): "start", (False, True): "end", (False, False): ""}
        begin = days.first or max((days.last or date.max) - OPEN, date.min)
        over = days.last or begin + OPEN
        x, end = self.at(begin), self.at(over + timedelta(days=1))
        if over < self.start:
            end = self.left
        if begin > self.end:
            x = self.right
        x = min(x, self.right + self.margin - self.least)
        width = max(end - x, self.least)
        return Bar(round(x, 2), round(width, 2), fades[days.earlier, days.later])

    def ticks(self) -> tuple[Tick, ...]:
        """A tick a month, a quarter or a year; the years' labels first, then the others that fit whole."""
        starts = list(self._starts())
        labels = {day: self._label(day, day == starts[0]) for day in starts}
        kept: list[tuple[float, float]] = []
        shown = set()
        for day in sorted(starts, key=lambda day: (day != starts[0] and day.month != 1, day)):
            x = self.at(day)
            end = x + self.letter * (len(labels[day]) + 1)
            if all(end <= other or x >= stop for other, stop in kept) and end <= self.right + self.margin + 2:
                kept.append((x, end))
                shown.add(day)
        return tuple(
            Tick(round(self.at(day), 2), labels[day] if day in shown else "", year=day.month == 1) for day in starts
        )

    def _starts(self) -> Iterator[date]:
        """The first day of the axis, and of each month, quarter or year after it."""
        months = self.months
        every = 1 if len(months) <= BY_MONTH else 3 if len(months) <= BY_QUARTER else 12
        yield from (month for month in months if month == self.start or (month.month - 1) % every == 0)

    def _label(self, day: date, is_first: bool) -> str:
        if day.month == 1:
            return str(day.year)
        short = MONTHS[day.month - 1][:3]
        return f"{short} {day.year}" if is_first and not self.margin else short


def whole(first: date, last: date) -> Bounds:
    """The first day of the one's month, and the first after the other's."""
    return first.replace(day=1), next_month(last)


def next_month(day: date) -> date:
    """The first day of the month after a day's own."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def known(days: Iterable[Drawn]) -> Iterator[date]:
    """The first and last days that something says."""
    for each in days:
        yield from (day for day in (each.first, each.last) if day)
