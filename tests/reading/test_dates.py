"""Dates are as imprecise as they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.reading import read_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31), "2007"),
        ("2007-10", date(2007, 10, 1), date(2007, 10, 31), "October 2007"),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29), "February 2008"),
        ("2007-10-15", date(2007, 10, 15), date(2007, 10, 15), "15 October 2007"),
        ("2007-10~", None, None, "about October 2007"),
        ("2007-10%", None, None, "about October 2007 (uncertain)"),
        ("2007-10~/2008-01", None, date(2008, 1, 31), "about October 2007 to January 2008"),
        ("2007-10?/..", None, None, "from October 2007 (uncertain)"),
        ("../2007-10~", None, None, "until about October 2007"),
        ("2007-10?", None, None, "October 2007 (uncertain)"),
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
    [
        ("2007-10", date(2007, 10, 1)),
        ("../2007-08", date(2007, 8, 1)),
        ("2007-11/..", date(2007, 11, 1)),
        ("2007-11~", date(2007, 11, 1)),
        ("../2007-08~", date(2007, 8, 1)),
    ],
)
def test_a_date_sorts_at_the_first_day_that_is_known(text: str, day: date) -> None:
    assert read_edtf(text).sorts_at == day


points = st.one_of(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(1000, 2999).map(str),
)
marked = st.tuples(points, st.sampled_from(["", "~", "?", "%"])).map("".join)
spans = st.one_of(
    marked,
    st.tuples(points, points).map(lambda both: "/".join(sorted(both))),
    marked.map(lambda point: f"{point}/.."),
    marked.map(lambda point: f"../{point}"),
)


@settings(max_examples=60, deadline=None)
@given(spans)
def test_a_date_allows_the_days_that_the_edtf_library_reads_in_it(text: str) -> None:
    read, parsed = read_edtf(text).as_written, parse_edtf(text)
    assert (read.earliest, read.latest) == (_day(parsed.lower_strict()), _day(parsed.upper_strict()))


def _day(moment: struct_time | float) -> date | None:
    """The library's day; by an infinite number it says that an end is open."""
    return None if isinstance(moment, float) else date(moment.tm_year, moment.tm_mon, moment.tm_mday)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2007", "2007"),
        ("2007-10", "Hydref 2007"),
        ("2007-10-15", "15 Hydref 2007"),
        ("2007-10~", "tua Hydref 2007"),
        ("2007-10?", "Hydref 2007 (ansicr)"),
        ("2007-09/2007-10", "Medi i fis Hydref 2007"),
        ("../2007-03", "hyd at fis Mawrth 2007"),
        ("2007-11/..", "o fis Tachwedd 2007"),
    ],
)
def test_a_date_is_said_in_welsh_where_its_review_is(text: str, words: str) -> None:
    assert replace(read_edtf(text), language="cy").words == words
