"""A wait is as sharp as its dates: its bounds never cross, and a sharper date never widens it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.dates import EdtfDate, read_edtf
from macros.models import Unit
from macros.waits import between, is_working_day

DAYS = st.dates(date(2006, 1, 1), date(2010, 12, 31))
UNITS = st.sampled_from(list(Unit))


@st.composite
def spans(draw: st.DrawFn) -> EdtfDate:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 120)))
    return EdtfDate(f"{first}/{last}", first, last)


@pytest.mark.parametrize(
    ("start", "end", "unit", "fewest", "most"),
    [
        ("2007-11", "2008-02", Unit.WORKING_DAYS, 42, 83),
        ("2007-11", "2008-02", Unit.DAYS, 63, 120),
        ("2007-12-24", "2007-12-27", Unit.WORKING_DAYS, 1, 1),
        ("2007-12-24", "2007-12-27", Unit.DAYS, 3, 3),
        ("2008-02", "2008-02", Unit.DAYS, 0, 28),
        ("2007-11", "2008-02/..", Unit.DAYS, 63, None),
        ("../2007-11", "2008-02", Unit.DAYS, 63, None),
    ],
)
def test_a_wait_is_counted_between_imprecise_dates(
    start: str, end: str, unit: Unit, fewest: int, most: int | None
) -> None:
    wait = between(read_edtf(start), read_edtf(end), unit)
    assert (wait.fewest, wait.most) == (fewest, most)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2007, 12, 25), False),
        (date(2008, 1, 1), False),
        (date(2008, 3, 21), False),  # Good Friday
        (date(2008, 8, 25), False),  # the summer bank holiday
        (date(2008, 2, 29), True),
        (date(2008, 3, 1), False),  # a Saturday
        (date(2008, 3, 17), True),  # a holiday in Northern Ireland, not in England
    ],
)
def test_working_days_leave_out_weekends_and_england_s_bank_holidays(day: date, working: bool) -> None:
    assert is_working_day(day) is working


@given(spans(), spans(), UNITS)
def test_the_bounds_of_a_wait_never_cross(start: EdtfDate, end: EdtfDate, unit: Unit) -> None:
    wait = between(start, end, unit)
    assert wait.most is not None
    assert 0 <= wait.fewest <= wait.most


@given(spans(), spans(), UNITS, st.data())
def test_a_sharper_date_never_widens_a_wait(start: EdtfDate, end: EdtfDate, unit: Unit, data: st.DataObject) -> None:
    assert start.earliest is not None
    assert start.latest is not None
    first = data.draw(st.dates(start.earliest, start.latest))
    last = data.draw(st.dates(first, start.latest))
    rough, sharp = between(start, end, unit), between(EdtfDate("sharper", first, last), end, unit)
    assert rough.most is not None
    assert sharp.most is not None
    assert rough.fewest <= sharp.fewest
    assert sharp.most <= rough.most


@given(spans(), spans())
def test_there_are_never_more_working_days_than_days(start: EdtfDate, end: EdtfDate) -> None:
    working, days = between(start, end, Unit.WORKING_DAYS), between(start, end, Unit.DAYS)
    assert working.fewest <= days.fewest
    assert (working.most or 0) <= (days.most or 0)
