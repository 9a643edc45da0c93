"""The rules for days: in figures, in words and by name, with their year or without, and a date of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading import MONTHS, WELSH_MONTHS
from .trace import Rule, Trace, pattern

DAY = "a full date"
BIRTH = "a date of birth"

_SHORT = "|".join(rf"{month[:3]}(?:{month[3:]}|t?\b\.?)" for month in MONTHS if month != "May")
_MONTH = rf"(?:{_SHORT}|(?-i:May|MAY)|{'|'.join(WELSH_MONTHS)})(?![^\W\d_])"
"""'May' in small letters is a word: 'paragraph 4 may say so'."""
_YEAR = r"(?:19|20)\d\d"
_FIGURE = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = rf"(?<![\d.]){_FIGURE}(?:st|nd|rd|th)?(?!\d)"
_BETWEEN = r"(?: ?[-/.,] ?| )?"
_BEHIND = rf"(?:{_BETWEEN}{_YEAR}\b|{_BETWEEN}[’']?\d\d\b(?!:))?"
"""A year behind a month, if there is one."""

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

_DAY = "|".join(
    [
        rf"{_NUMBER}{_BETWEEN}(?:(?:day )?of )?{_MONTH}{_BEHIND}",
        rf"{_NUMBER} (?:of )?may{_BETWEEN}{_YEAR}\b",
        rf"\b{_MONTH} (?:the )?{_NUMBER},? {_YEAR}\b",
        rf"\b{_MONTH} (?:the )?{_FIGURE}(?:(?:st|nd|rd|th)\b|(?=[.,;:)”]|$"
        r"| (?:and|at|to|until|in|on|he|she|they|the)\b))",
        rf"\b{_MONTH}(?P<m>[-/.]){_FIGURE}(?P=m)(?:{_YEAR}|\d\d)\b",
        rf"\b(?:the )?(?:{_ORDINALS}) (?:day )?(?:of {_MONTH}{_BEHIND}|{_MONTH} {_YEAR}\b)",
        rf"\b{_MONTH} the (?:{_ORDINALS})\b",
        rf"(?<![\w.]){_YEAR}(?P<y>[-/.])(?:0?[1-9]|1[0-2])(?P=y){_FIGURE}(?![\w/])",
        rf"\b[0-3]?\d[-/.][01]?\d[-/.](?:{_YEAR}|\d\d)\b",
        rf"(?<![\w.])[0-3]?\d(?P<d> ?[-/.] ?)[01]?\d(?P=d)(?:{_YEAR}|\d\d)\b",
        rf"\b{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b|\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}\b",
        rf"\b{_WEEKDAY},? (?:the )?{_FIGURE}(?:st|nd|rd|th)\b",
        rf"\b(?:{_NAMED})\b(?:,? {_YEAR}\b)?",
    ]
)

_NEAR = re.compile(
    rf"{'|'.join(month[:3] for month in MONTHS)}|{'|'.join(WELSH_MONTHS)}|\d ?[-/.] ?\d|\d{{8}}|day\b|{_NAMED}",
    re.IGNORECASE,
)
"""What stands in every text that holds a day, found quickly."""

DAYS: Rule = pattern(
    _DAY,
    DAY,
    "give the month: a day can tell who somebody is",
    re.IGNORECASE,
    near=_NEAR.search,
)
"""For reviews only: a day can tell who somebody is."""

_BIRTH = r"\b(?:born|birth(?:day|date)?|d\.? ?o\.? ?b|d/o/b|b\.(?= ?\d))"
_BORN_BEFORE = re.compile(rf"{_BIRTH}(?!\w)(?:[^.]|\.(?! [A-Z])){{0,40}}?$", re.IGNORECASE)
_BORN_BEHIND = re.compile(rf"[^.]{{0,20}}?{_BIRTH}(?!\w)", re.IGNORECASE)


def births(text: str) -> Iterator[Trace]:
    """A day that is said to be somebody's birthday, in any text."""
    for day in DAYS(text):
        before = _BORN_BEFORE.search(text[max(0, day.start - 60) : day.start])
        end = day.start + len(day.text)
        behind = _BORN_BEHIND.match(text[end : end + 30])
        if before or behind:
            start = day.start - len(before[0]) if before else day.start
            said = text[start : end + (behind.end() if behind else 0)]
            yield Trace(start, said, BIRTH, "give the age, or the month")
