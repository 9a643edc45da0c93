"""Dates are as imprecise as they are written."""

from __future__ import annotations

from datetime import date

import pytest

from macros.reading import read_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31), "2007"),
        ("2007-10", date(2007, 10, 1), date(2007, 10, 31), "October 2007"),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29), "February 2008"),
        ("2007-10-15", date(2007, 10, 15), date(2007, 10, 15), "15 October 2007"),
        ("2007-10~", date(2007, 10, 1), date(2007, 10, 31), "about October 2007"),
        ("2007-10?", date(2007, 10, 1), date(2007, 10, 31), "October 2007 (uncertain)"),
        ("2007-09/2007-10", date(2007, 9, 1), date(2007, 10, 31), "September to October 2007"),
        ("2007-11/2008-02", date(2007, 11, 1), date(2008, 2, 29), "November 2007 to February 2008"),
        ("../2007-03", None, date(2007, 3, 31), "until March 2007"),
        ("2007-11/..", date(2007, 11, 1), None, "from November 2007"),
    ],
)
def test_a_date_keeps_its_bounds_and_its_words(
    text: str, earliest: date | None, latest: date | None, words: str
) -> None:
    read = read_edtf(text)
    assert (read.earliest, read.latest, read.words) == (earliest, latest, words)


NO_DATES = [
    "2007-13",
    "2007-02-30",
    "2008-02/2007-10",
    "mid October 2007",
    "31/10/2007",
    "",
    "../..",
    "2007-21",
    "9999-12",
    "0000",
    "2007-XX",
    "[2007,2008]",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|ends before it begins"):
        read_edtf(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2007-10", date(2007, 10, 1)), ("../2007-08", date(2007, 8, 1)), ("2007-11/..", date(2007, 11, 1))],
)
def test_a_date_sorts_at_the_first_day_that_is_known(text: str, day: date) -> None:
    assert read_edtf(text).sorts_at == day
