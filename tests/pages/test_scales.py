"""A bar covers the days that are possible, and fades where nobody knows how far it reaches."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from macros.collection import Drawn
from macros.pages.views.scales import OPEN, Scale, whole

YEAR = Scale(date(2007, 1, 1), date(2008, 1, 1), 0, 365, 1, 7)
DENSE = Scale(date(2007, 8, 1), date(2008, 5, 1), 9, 91, 1.5, 2.5, 9)


def days(first: date, last: date) -> Drawn:
    """The days that are possible, open where nothing says how far they reach."""
    earlier, later = first == date.min, last == date.max
    return Drawn(None if earlier else first, None if later else last, earlier, later)


def test_a_bar_is_as_wide_as_the_days_that_are_possible() -> None:
    bar = YEAR.bar(days(date(2007, 2, 1), date(2007, 2, 28)))
    assert (bar.x, bar.width, bar.fades) == (31, 28, "")


@pytest.mark.parametrize(
    ("first", "last", "fades", "x"),
    [
        (date.min, date(2007, 6, 30), "start", 181 - OPEN.days - 1),
        (date(2007, 6, 1), date.max, "end", 151),
    ],
)
def test_an_open_end_fades(first: date, last: date, fades: str, x: float) -> None:
    bar = YEAR.bar(days(first, last))
    assert (bar.fades, bar.x) == (fades, x)
    assert bar.width == OPEN.days + 1


def test_a_bar_of_days_that_are_only_about_right_fades_at_their_ends() -> None:
    about = YEAR.bar(Drawn(date(2007, 2, 1), date(2007, 2, 28), earlier=True, later=True))
    exact = YEAR.bar(Drawn(date(2007, 2, 1), date(2007, 2, 28), earlier=False, later=False))
    assert (about.x, about.width, about.fades) == (exact.x, exact.width, "both")


def test_a_day_too_short_to_see_is_drawn_as_wide_as_can_be_seen() -> None:
    scale = Scale(date(2007, 1, 1), date(2017, 1, 1), 0, 100, 2, 7)
    assert scale.bar(days(date(2016, 12, 31), date(2016, 12, 31))).width == 2
    assert scale.bar(days(date(2016, 12, 31), date(2016, 12, 31))).x == 98


@pytest.mark.parametrize(
    ("first", "last", "x", "end"),
    [
        (date(2007, 3, 1), date(2007, 3, 31), 0, 9),
        (date(2008, 9, 1), date(2008, 9, 30), 91, 100),
    ],
)
def test_what_is_earlier_or_later_than_the_enlarged_months_stands_beyond_them(
    first: date, last: date, x: float, end: float
) -> None:
    bar = DENSE.bar(days(first, last))
    assert (bar.x, bar.x + bar.width) == (x, end)


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (date(2007, 8, 1), date(2008, 4, 30), 9),  # months
        (date(2007, 3, 1), date(2010, 3, 31), 13),  # quarters, from the first month
        (date(1999, 5, 1), date(2012, 5, 31), 14),  # years
    ],
)
def test_the_ticks_suit_the_length(first: date, last: date, ticks: int) -> None:
    scale = Scale(*whole(first, last), 0, 1000, 1, 7)
    assert len(scale.ticks()) == ticks


@pytest.mark.parametrize("width", [120, 300, 1100])
def test_labels_stand_whole_and_clear_of_one_another(width: int) -> None:
    scale = Scale(*whole(date(2007, 3, 1), date(2010, 3, 31)), 0, width, 1, 7)
    shown = [tick for tick in scale.ticks() if tick.label]
    assert all(one.x + 7 * len(one.label) <= other.x for one, other in pairwise(shown))
    assert shown[-1].x + 7 * len(shown[-1].label) <= width + 2
    assert shown[0].label == "Mar 2007"
    assert all(
        tick.label == tick.label.strip() and tick.year == (tick.label in ("2008", "2009", "2010")) for tick in shown
    )
