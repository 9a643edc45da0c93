"""The rules for days: in figures, in words and by name, with their year or without, and a date of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading import MONTHS, WELSH_MONTHS
from .trace import Trace

DAY = "a full date"
BIRTH = "a date of birth"

_SHORT = "|".join(rf"{month[:3]}(?:{month[3:]}|t?\b\.?)" for month in MONTHS if month != "May")
_MONTH = rf"(?:{_SHORT}|(?-i:May|MAY)|{'|'.join(WELSH_MONTHS)})(?![^\W\d_])"
"""'May' in small letters is a word: 'paragraph 4 may say so'."""
_YEAR = r"(?:19|20)\d\d"
_FIGURE = r"(?:0?[1-9]|[12]\d|3[01])"
_BETWEEN = r"(?: ?[-/.,] ?| )?"
_BEHIND = rf"(?:{_BETWEEN}{_YEAR}\b|{_BETWEEN}[’']?\d\d\b(?!:))?"
"""A year behind a month, if there is one."""

# A pattern that begins with a digit is found fast; what stands before it, and what it is, is then looked up behind it.
_FIRST = r"\d(?<=(?<![\w.])\d)"
_NUMBER = rf"{_FIRST}(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01]|(?<=[1-9]))(?:st|nd|rd|th)?(?!\d)"

_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    " thirtieth"
)
_ORDINALS = "|".join(
    [
        *(f"{ten}[ -]{unit}" for ten, units in (("twenty", _UNITS), ("thirty", "first")) for unit in units.split()),
        *_UNITS.split(),
        *_TEENS.split(),
    ]
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAMED = (
    "Christmas (?:Eve|Day)|Boxing Day|New Year[’']?s (?:Eve|Day)|Valentine[’']?s Day|Hallowe[’']?en|Bonfire Night"
    "|Good Friday|Easter (?:Sunday|Monday)|St\\.? (?:David|Patrick|George|Andrew)[’']?s Day"
)

_BEGINS_WITH_A_FIGURE = "|".join(
    [
        rf"{_NUMBER}{_BETWEEN}(?:(?:day )?of )?{_MONTH}{_BEHIND}",
        rf"{_NUMBER} (?:(?:of )?may{_BETWEEN}{_YEAR}|of may)\b",
        rf"{_FIRST}\d?[-/.][01]?\d[-/.](?:{_YEAR}|\d\d)\b",
        rf"{_FIRST}\d?(?P<d> ?[-/.] ?)[01]?\d(?P=d)(?:{_YEAR}|\d\d)\b",
        rf"{_FIRST}\d\d\d(?<={_YEAR})(?P<y>[-/.])(?:0?[1-9]|1[0-2])(?P=y){_FIGURE}(?![\w/])",
        rf"{_FIRST}\d{{7}}\b(?:(?<={_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
        rf"|(?<=(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}))",
    ]
)
_BEGINS_WITH_A_MONTH = "|".join(
    [
        rf"\b{_MONTH} (?:the )?{_FIGURE}(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b{_MONTH} (?:the )?{_FIGURE}(?:(?:st|nd|rd|th)\b|(?=[.,;:)”]|$"
        r"| (?:and|at|to|until|in|on|he|she|they|the)\b))",
        rf"\b{_MONTH}(?P<m>[-/.]){_FIGURE}(?P=m)(?:{_YEAR}|\d\d)\b",
    ]
)
_IN_WORDS = "|".join(
    [
        rf"\b(?:the )?(?:{_ORDINALS}) (?:day )?(?:of (?:{_MONTH}|may\b){_BEHIND}|{_MONTH} {_YEAR}\b)",
        rf"\b{_MONTH} the (?:{_ORDINALS})\b",
        rf"\b{_WEEKDAY},? (?:the )?{_FIGURE}(?:st|nd|rd|th)\b",
        rf"\b(?:{_NAMED})\b(?:,? {_YEAR}\b)?",
    ]
)

_FIGURES = re.compile(_BEGINS_WITH_A_FIGURE, re.IGNORECASE)
_AROUND = (
    (re.compile(_BEGINS_WITH_A_MONTH, re.IGNORECASE), re.compile(r"\d(?<=[a-zA-Z.][ ./-]\d)")),
    (
        re.compile(_IN_WORDS, re.IGNORECASE),
        re.compile(
            r"(?:st|nd|rd|th|ST|ND|RD|TH) (?:day |DAY )?(?:of |OF )?[A-Z]|(?:st|nd|rd|th) (?:day )?of [jfmasondceghirt]"
            r"|[a-z] the [a-z]+(?:st|nd|rd|th)\b|(?:day|DAY),? (?:the )?\d"
            r"|[a-zA-Z] (?:Eve|Day|Night|Sunday|Monday|Friday|EVE|DAY|NIGHT)\b|[Hh]allowe",
        ),
    ),
)
"""Patterns that are not found fast, each with what stands in all that they find, and is."""
_WINDOW = 40
"""So many characters before and behind that they reach."""


def days(text: str) -> Iterator[Trace]:
    """Days, with their year or without. For reviews only: a day can tell who somebody is."""
    found = [*_FIGURES.finditer(text), *(each for written, near in _AROUND for each in _near(text, written, near))]
    for start, said in sorted({(each.start(), each[0]) for each in found}):
        yield Trace(start, said, DAY, "give the month: a day can tell who somebody is")


def _near(text: str, written: re.Pattern[str], near: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for spot in near.finditer(text):
        end = spot.end() + 2 * _WINDOW
        for found in written.finditer(text, max(0, spot.start() - _WINDOW), end):
            if found.end() < min(end, len(text) + 1):  # what is cut off there may go on
                yield found


_BORN = re.compile(r"[bBdD](?<=\b[bBdD])(?i:orn|irth(?:day|date)?|\.? ?o\.? ?b|/o/b|\.(?= ?\d))(?!\w)")
_SENTENCE_ENDS = re.compile(r"\.(?= [A-Z])")


def births(text: str) -> Iterator[Trace]:
    """A day that is said to be somebody's birthday, in any text."""
    for spot in _BORN.finditer(text):
        first = max(0, spot.start() - 2 * _WINDOW)
        for day in days(text[first : spot.end() + 2 * _WINDOW]):
            start, end = first + day.start, first + day.start + len(day.text)
            if 0 <= start - spot.end() <= _WINDOW and not _SENTENCE_ENDS.search(text[spot.end() : start + 1]):
                yield Trace(spot.start(), text[spot.start() : end], BIRTH, "give the age, or the month")
            elif 0 <= spot.start() - end <= _WINDOW / 2 and "." not in text[end : spot.start()]:
                yield Trace(start, text[start : spot.end()], BIRTH, "give the age, or the month")
