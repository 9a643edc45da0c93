"""A wait is as sharp as its dates: its bounds never cross, and a sharper date never widens it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.collection.waits import Wait, between, is_working_day, measure, shorter, stated
from macros.reading import EdtfDate, read_edtf
from macros.records import Beyond, Delay, Standard, Took, Unit

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


def delay(number: int, unit: Unit = Unit.DAYS, took: Took | None = None) -> Delay:
    return Delay(what="it", happened="it", took=took, standard=Standard(number=number, unit=unit, name="a rule"))


@pytest.mark.parametrize(
    ("start", "end", "number", "beyond", "by"),
    [
        ("2007-11", "2008-02", 35, Beyond.YES, 28),
        ("2008-02", "2008-02", 10, Beyond.PERHAPS, None),
        ("2008-02", "2008-02", 28, Beyond.NO, None),
        ("2007-11", "2008-02/..", 70, Beyond.PERHAPS, None),
        ("2007-11", "2008-02/..", 60, Beyond.YES, 3),
        ("../2007-11", "2008-02/..", 60, Beyond.YES, 3),
        ("2007-11/..", "2008-02", 60, Beyond.PERHAPS, None),
        ("2007-11/..", "2008-02/..", 60, Beyond.NOT_KNOWN, None),
        (None, "2008-02", 60, Beyond.NOT_KNOWN, None),
        (None, None, 60, Beyond.NOT_KNOWN, None),
    ],
)
def test_a_wait_is_held_against_its_standard_by_all_that_its_dates_allow(
    start: str | None, end: str | None, number: int, beyond: Beyond, by: int | None
) -> None:
    found = measure(delay(number), (start and read_edtf(start)) or None, (end and read_edtf(end)) or None)
    assert (found.beyond, found.by) == (beyond, by)


@pytest.mark.parametrize(
    ("took", "unit", "beyond"),
    [
        (Took(number=3, unit=Unit.WEEKS), Unit.DAYS, Beyond.YES),
        (Took(number=2, unit=Unit.WEEKS), Unit.DAYS, Beyond.NO),
        (Took(number=3, unit=Unit.WEEKS, about=True), Unit.DAYS, Beyond.NOT_KNOWN),
        (Took(number=3, unit=Unit.WEEKS), Unit.WORKING_DAYS, Beyond.NOT_KNOWN),
    ],
)
def test_a_stated_length_keeps_its_unit_and_is_held_against_a_standard_where_it_can_be(
    took: Took, unit: Unit, beyond: Beyond
) -> None:
    found = measure(delay(14, unit, took), None, None)
    assert found.wait is not None
    assert (found.wait.fewest, found.wait.most, found.unit) == (took.number, took.number, Unit.WEEKS)
    assert (found.beyond, found.calculated) == (beyond, False)


@pytest.mark.parametrize(
    ("start", "end", "wait", "beyond"),
    [
        ("2007-11~", "2008-02-20", None, Beyond.NOT_KNOWN),
        ("2007-11-05", "2008-02?", None, Beyond.NOT_KNOWN),
        ("2007-11%", "2008-02~", None, Beyond.NOT_KNOWN),
        ("2007-10~/2007-11-05", "2008-02-20", Wait(107, None), Beyond.YES),
    ],
)
def test_a_date_that_is_only_about_right_bounds_no_wait(
    start: str, end: str, wait: Wait | None, beyond: Beyond
) -> None:
    found = measure(delay(60), read_edtf(start), read_edtf(end))
    assert (found.wait, found.beyond, found.shortest is None) == (wait, beyond, wait is None)


@pytest.mark.parametrize(
    ("number", "start", "fewest", "most"),
    [
        (12, None, 365, 366),
        (12, "2007-03", 366, 366),
        (1, "2007-02", 28, 28),
        (1, "2007-10", 30, 31),
        (6, None, 181, 184),
        (24, "2005-01~", 730, 731),
    ],
)
def test_months_are_as_long_as_on_the_calendar(number: int, start: str | None, fewest: int, most: int) -> None:
    took = Took(number=number, unit=Unit.MONTHS)
    assert stated(took, read_edtf(start) if start else None) == Wait(fewest, most)


@given(spans(), spans(), st.integers(1, 200))
def test_no_reading_of_a_wait_contradicts_what_is_said_of_it(start: EdtfDate, end: EdtfDate, number: int) -> None:
    wait, found = between(start, end, Unit.DAYS), measure(delay(number), start, end)
    assert wait.most is not None
    shortest, longest = wait.fewest > number, wait.most > number
    assert (found.beyond is Beyond.YES) == shortest
    assert (found.beyond is Beyond.PERHAPS) == (longest and not shortest)
    assert (found.beyond is Beyond.NO) == (not longest)
    assert (found.by is None) == (found.beyond is not Beyond.YES)


@pytest.mark.parametrize(
    ("one", "other", "is_shorter"),
    [
        (Took(number=1, unit=Unit.DAYS), Took(number=1, unit=Unit.WEEKS), True),
        (Took(number=4, unit=Unit.WEEKS), Took(number=1, unit=Unit.MONTHS), False),
        (Took(number=1, unit=Unit.MONTHS), Took(number=4, unit=Unit.WEEKS), False),
        (Took(number=27, unit=Unit.DAYS), Took(number=1, unit=Unit.MONTHS), True),
        (Took(number=2, unit=Unit.WORKING_DAYS), Took(number=3, unit=Unit.WORKING_DAYS), True),
        (Took(number=2, unit=Unit.WORKING_DAYS), Took(number=9, unit=Unit.WEEKS), False),
    ],
)
def test_lengths_are_told_apart_only_where_their_units_allow(one: Took, other: Took, is_shorter: bool) -> None:
    assert shorter(one, other) is is_shorter
    assert not (shorter(one, other) and shorter(other, one))
