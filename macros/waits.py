"""How long a wait may have been, when its dates are imprecise: the fewest and the most days that they allow."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from .dates import EdtfDate
from .models import Took, Unit


@dataclass(frozen=True)
class Wait:
    """A number of days, as sharp as the dates allow; ``most`` is None where an end is open."""

    fewest: int
    most: int | None


def between(start: EdtfDate, end: EdtfDate, unit: Unit) -> Wait:
    """The days after ``start`` up to and with ``end``, working days where the unit is those.

    The day on which a wait begins is not counted.
    """
    fewest = _count(start.latest, end.earliest, unit) if start.latest and end.earliest else 0
    most = _count(start.earliest, end.latest, unit) if start.earliest and end.latest else None
    return Wait(fewest, most)


_LENGTHS = {Unit.DAYS: (1, 1), Unit.WEEKS: (7, 7), Unit.MONTHS: (28, 31)}
"""The fewest and the most days of the calendar in one of each unit."""


def stated(took: Took) -> Wait | None:
    """The days of the calendar in a length that the document states; None for working days, which depend on the day."""
    if took.unit not in _LENGTHS:
        return None
    fewest, most = _LENGTHS[took.unit]
    return Wait(took.number * fewest, took.number * most)


def _count(start: date, end: date, unit: Unit) -> int:
    days = max(0, (end - start).days)
    if unit is not Unit.WORKING_DAYS:
        return days
    return sum(is_working_day(start + timedelta(days=number)) for number in range(1, days + 1))


def is_working_day(day: date) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays()


@functools.cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")
