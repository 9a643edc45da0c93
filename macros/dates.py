"""Dates as imprecise as the source: written in EDTF, kept as the days that they allow."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from time import struct_time
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # not the calendar module's, which follow the machine's language


@dataclass(frozen=True)
class EdtfDate:
    """A date in EDTF with the first and last day it allows; None where it is open."""

    text: str
    earliest: date | None
    latest: date | None

    @property
    def sorts_at(self) -> date:
        """The first day of what is known: of the start or, where that is open, of the end."""
        if self.earliest:
            return self.earliest
        end = self.text.rpartition("/")[2]
        return (read_edtf(end).earliest if end != self.text else None) or date.min

    @property
    def words(self) -> str:
        """The date for a reader, no more precise than it is written: 'September to October 2007'."""
        return edtf_words(self.text)


@functools.cache
def read_edtf(text: str) -> EdtfDate:
    """Read a date. Raises ValueError when EDTF does not know it or it ends before it begins."""
    try:
        parsed: Any = parse_edtf(text)
        earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError) as error:
        raise ValueError(f"`{text}` is not a date that EDTF knows") from error
    if earliest and latest and latest < earliest:
        raise ValueError(f"`{text}` ends before it begins")
    return EdtfDate(text, earliest, latest)


def edtf_words(text: str) -> str:
    """Plain words for the forms in common use; any other EDTF is shown as it is written."""
    first, slash, last = text.partition("/")
    if not slash:
        return _one(first)
    if first in ("", ".."):
        return f"until {_one(last)}"
    if last in ("", ".."):
        return f"from {_one(first)}"
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        return f"{MONTHS[int(first[5:7]) - 1]} to {_one(last)}"
    return f"{_one(first)} to {_one(last)}"


def _one(text: str) -> str:
    about = "about " if text.endswith(("~", "%")) else ""
    doubt = " (uncertain)" if text.endswith(("?", "%")) else ""
    parts = text.rstrip("~?%").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    named = [*parts[:1], *(MONTHS[int(part) - 1] for part in parts[1:2] if 1 <= int(part) <= 12)]
    if len(named) != min(len(parts), 2):
        return text
    day = [str(int(part)) for part in parts[2:]]
    return about + " ".join([*day, *reversed(named)]) + doubt


def _day(moment: struct_time | float | None) -> date | None:
    """The library gives a ``struct_time``, or an infinity for an open end."""
    if moment is None or isinstance(moment, float):
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
