"""How long a wait may have been, when its dates are imprecise: the fewest and the most days that they allow."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from .dates import EdtfDate
from .models import Unit


@dataclass(frozen=True)
class Wait:
    """A number of days, as sharp as the dates allow; ``most`` is None where an end is open."""

    fewest: int
    most: int | None


def between(start: EdtfDate, end: EdtfDate, unit: Unit) -> Wait:
    """The days after ``start`` up to and with ``end``: the day on which a wait begins is not counted."""
    fewest = _count(start.latest, end.earliest, unit) if start.latest and end.earliest else 0
    most = _count(start.earliest, end.latest, unit) if start.earliest and end.latest else None
    return Wait(fewest, most)


def _count(start: date, end: date, unit: Unit) -> int:
    days = max(0, (end - start).days)
    if unit is Unit.DAYS:
        return days
    return sum(is_working_day(start + timedelta(days=number)) for number in range(1, days + 1))


def is_working_day(day: date) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays()


@functools.cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")
