"""The timeline's picture draws each dated event as wide as the doubt, and never over another."""

from __future__ import annotations

from itertools import combinations

from macros import picture
from macros.collection import Review
from macros.shapes import Picture


def drawn(review: Review) -> Picture:
    shown = picture.timeline(review)
    assert shown is not None
    return shown


def test_every_dated_event_has_one_bar(baby_z: Review) -> None:
    bars = [mark.ref.address for lane in drawn(baby_z).lanes for mark in lane.marks]
    dated = [f"/reviews/baby-z/timeline/#{event.id}" for event in baby_z.events.values() if event.date]
    assert sorted(bars) == sorted(dated)


def test_a_bar_is_as_wide_as_the_days_that_its_date_allows(baby_z: Review) -> None:
    shown = drawn(baby_z)
    assert baby_z.span is not None
    first, last = baby_z.span
    per_day = picture.WIDTH / ((last - first).days + 1)
    for lane in shown.lanes:
        for mark in lane.marks:
            date = baby_z.events[mark.ref.address.partition("#")[2]].date
            assert date is not None
            if date.earliest and date.latest:
                assert abs(mark.width - ((date.latest - date.earliest).days + 1) * per_day) < 0.2
            assert mark.open == (date.earliest is None or date.latest is None)


def test_no_bar_lies_over_another_or_beyond_the_axis(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        shown = drawn(review)
        marks = [mark for lane in shown.lanes for mark in lane.marks]
        assert all(shown.left <= mark.x and mark.x + mark.width <= shown.right + picture.LEAST for mark in marks)
        for one, other in combinations(marks, 2):
            assert one.y != other.y or one.x + one.width <= other.x or other.x + other.width <= one.x
