"""Dates as imprecise as the source: written in EDTF, kept as the days that they allow."""

from __future__ import annotations

import functools
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
WELSH_MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)


@dataclass(frozen=True)
class DateWords:
    """How a language writes dates. ``month`` is put before the name of a month that follows a preposition."""

    months: tuple[str, ...]
    to: str
    until: str
    since: str
    about: str
    uncertain: str
    month: str = ""


WORDS: Mapping[str, DateWords] = {
    "en": DateWords(MONTHS, "to", "until", "from", "about", "(uncertain)"),
    "cy": DateWords(
        WELSH_MONTHS,
        "i",
        "hyd at",
        "o",
        "tua",
        "(ansicr)",
        month="fis ",
    ),
}
"""By the code of the language. In Welsh a month behind a preposition is 'fis Hydref', so that it need not mutate."""


@dataclass(frozen=True)
class EdtfDate:
    """A date in EDTF with the first and last day it allows; None where it is open, or only about right or uncertain."""

    text: str
    earliest: date | None
    latest: date | None
    language: str = "en"
    """In which its words are."""

    def __str__(self) -> str:
        return self.text

    @property
    def as_written(self) -> EdtfDate:
        """The same date without its marks of doubt, by which it is drawn and sorted."""
        return read_edtf(re.sub("[~?%]", "", self.text))

    @property
    def sorts_at(self) -> date:
        """The first day that is written: of the start or, where that is open, of the end."""
        written = self.as_written
        return written.earliest or read_edtf(written.text.removeprefix("../")).earliest or date.min

    @property
    def words(self) -> str:
        """The date for a reader, no more precise than it is written: 'September to October 2007'."""
        return edtf_words(self.text, self.language)


_POINT = r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?[~?%]?"
EDTF = rf"{_POINT}(/{_POINT}|/\.\.)?|\.\./{_POINT}"
"""The forms of EDTF that are in use here: a year, a month or a day, and a span whose one end may be open."""


_DOUBT = ("~", "?", "%")
"""Marks behind a date that is about right, uncertain, or both."""


@functools.cache
def read_edtf(text: str) -> EdtfDate:
    """Read a date in one of the forms in use. Raises ValueError when it is none or it ends before it begins."""
    if not re.fullmatch(EDTF, text):
        raise ValueError(f"`{text}` is not a date in a form that is used here")
    first, _, last = text.partition("/")
    try:
        earliest = None if first == ".." else _days(first)[0]
        latest = None if last == ".." else _days(last or first)[1]
    except ValueError as error:
        raise ValueError(f"`{text}` is not a date that the calendar knows") from error
    if earliest and latest and latest < earliest:
        raise ValueError(f"`{text}` ends before it begins")
    bounded = [not point.endswith(_DOUBT) for point in (first, last or first)]
    return EdtfDate(text, earliest if bounded[0] else None, latest if bounded[1] else None)


def _days(point: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day as it is written. Raises ValueError."""
    year, month, day = (*map(int, point.rstrip("~?%").split("-")), 0, 0)[:3]
    if day:
        return (date(year, month, day),) * 2
    return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


def edtf_words(text: str, language: str = "en") -> str:
    """A date in plain words."""
    words = WORDS[language]
    first, slash, last = text.partition("/")
    if not slash:
        return _one(first, words)
    if first == "..":
        return f"{words.until} {_one(last, words, words.month)}"
    if last == "..":
        return f"{words.since} {_one(first, words, words.month)}"
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        return f"{words.months[int(first[5:7]) - 1]} {words.to} {_one(last, words, words.month)}"
    return f"{_one(first, words)} {words.to} {_one(last, words, words.month)}"


def _one(text: str, words: DateWords, before: str = "") -> str:
    about = f"{words.about} " if text.endswith(("~", "%")) else ""
    doubt = f" {words.uncertain}" if text.endswith(("?", "%")) else ""
    year, *rest = text.rstrip("~?%").split("-")
    month = [words.months[int(each) - 1] for each in rest[:1]]
    day = [str(int(each)) for each in rest[1:]]
    return about + (before if month and not day else "") + " ".join([*day, *month, year]) + doubt


def in_words(day: date) -> str:
    """'30 November 2007'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
