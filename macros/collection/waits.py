"""How long a wait may have been, when its dates are imprecise: the fewest and the most days that they allow."""

from __future__ import annotations

import functools
from calendar import monthrange
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..reading import EdtfDate
from ..records import Beyond, Delay, Nation, Standard, Took, Unit


@dataclass(frozen=True)
class Wait:
    """A number of days, as sharp as the dates allow; ``most`` is None where an end is open."""

    fewest: int
    most: int | None


NOTHING_KNOWN = Wait(0, None)
"""A wait of which the dates say nothing."""


def between(start: EdtfDate, end: EdtfDate, unit: Unit, nation: Nation = Nation.ENGLAND) -> Wait:
    """The days after ``start`` up to and with ``end``, the nation's working days where the unit is those.

    The day on which a wait begins is not counted.
    """
    fewest = _count(start.latest, end.earliest, unit, nation) if start.latest and end.earliest else 0
    most = _count(start.earliest, end.latest, unit, nation) if start.earliest and end.latest else None
    return Wait(fewest, most)


def after_a(took: Took, day: date) -> date:
    """The day that comes a stated length after another; months are counted on the calendar."""
    if took.unit is not Unit.MONTHS:
        return day + timedelta(took.number * (7 if took.unit is Unit.WEEKS else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + took.number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_FOUR_YEARS = tuple(date(2023, 3, 1) + timedelta(days) for days in range(4 * 365 + 1))
"""Every day on which a length may begin, a leap day among them."""


@functools.cache
def stated(took: Took, start: EdtfDate | None = None) -> Wait | None:
    """The days of the calendar in a length that the document states; None for working days, which depend on the day.

    Months are as long as they are on the calendar from the days on which they may begin.
    """
    if took.unit is Unit.WORKING_DAYS:
        return None
    if took.unit is not Unit.MONTHS:
        days = (after_a(took, _FOUR_YEARS[0]) - _FOUR_YEARS[0]).days
        return Wait(days, days)
    lengths = [(after_a(took, day) - day).days for day in _beginnings(start)]
    return Wait(min(lengths), max(lengths))


def _beginnings(start: EdtfDate | None) -> Iterable[date]:
    """The days on which a length may begin; where they are not known, or too many to matter, those of four years."""
    if not (start and start.earliest and start.latest):
        return _FOUR_YEARS
    days = (start.latest - start.earliest).days + 1
    return _FOUR_YEARS if days > len(_FOUR_YEARS) else [start.earliest + timedelta(day) for day in range(days)]


def shorter(one: Took, other: Took) -> bool:
    """Whether one length is said to be shorter than another, as far as their units can be held against each other."""
    if one.unit is other.unit:
        return one.number < other.number
    days, more = stated(one), stated(other)
    return bool(days and more and days.most is not None and days.most < more.fewest)


@dataclass(frozen=True)
class Measure:
    """What can be said of a delay's length."""

    wait: Wait | None
    """How long it was: the length that the document states, or else what its dates allow; None where neither says."""
    unit: Unit
    """What the wait is counted in: a stated length keeps the document's unit."""
    about: bool
    """Whether the document says that the length is approximate."""
    calculated: bool
    """Whether we calculate it from dates."""
    beyond: Beyond | None
    """Whether it was longer than its standard; None where it has none."""
    by: int | None
    """By how many of the standard's units even the shortest possible wait is beyond it; None where it is not."""
    shortest: tuple[date, date] | None
    """The two days of the shortest possible wait, where it is by dates."""


def measure(delay: Delay, start: EdtfDate | None, end: EdtfDate | None, nation: Nation = Nation.ENGLAND) -> Measure:
    """How long a delay was, and how far beyond its standard; ``start`` and ``end`` are the dates of its two events."""
    standard, took = delay.standard, delay.took
    unit = standard.unit if standard else Unit.DAYS
    dated = between(start, end, unit, nation) if start and end else None
    dated = None if dated == NOTHING_KNOWN else dated
    exact = stated(took, start) if took and not took.about and unit is Unit.DAYS else None
    held = exact or dated
    beyond = _beyond(held, standard) if standard else None
    days = (start.latest, end.earliest) if start and end and start.latest and end.earliest else None
    return Measure(
        wait=Wait(took.number, took.number) if took else dated,
        unit=took.unit if took else unit,
        about=bool(took and took.about),
        calculated=bool(dated and not took),
        beyond=beyond,
        by=held.fewest - standard.number if held and standard and beyond is Beyond.YES else None,
        shortest=days if dated and not exact else None,
    )


def _beyond(held: Wait | None, standard: Standard) -> Beyond:
    if held is None:
        return Beyond.NOT_KNOWN
    if held.fewest > standard.number:
        return Beyond.YES
    return Beyond.NO if held.most is not None and held.most <= standard.number else Beyond.PERHAPS


def _count(start: date, end: date, unit: Unit, nation: Nation) -> int:
    days = max(0, (end - start).days)
    if unit is not Unit.WORKING_DAYS:
        return days
    return sum(is_working_day(start + timedelta(days=number), nation) for number in range(1, days + 1))


def is_working_day(day: date, nation: Nation = Nation.ENGLAND) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday in the nation."""
    return day.weekday() < 5 and day not in _bank_holidays(nation)


_SUBDIVISIONS = {Nation.ENGLAND: "ENG", Nation.WALES: "WLS", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
"""The nations by their codes in ISO 3166-2:GB."""


@functools.cache
def _bank_holidays(nation: Nation) -> Container[date]:
    import holidays  # here, since few documents measure a wait in working days

    return holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation])
