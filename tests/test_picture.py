"""The timeline's picture draws each event as wide as the doubt, and never one bar over another."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from macros import picture
from macros.collection import Review
from macros.models import Track
from macros.shapes import Mark, Panel, Picture


def drawn(review: Review) -> Picture:
    shown = picture.timeline(review)
    assert shown is not None
    return shown


def marks(panel: Panel) -> list[Mark]:
    return [mark for lane in panel.lanes for mark in lane.marks]


def event_of(mark: Mark) -> str:
    return mark.ref.address.partition("#")[2]


def test_every_event_that_anything_places_has_one_bar(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        bars = [event_of(mark) for mark in marks(drawn(review).overview)]
        placed = [key for key, bounds in review.possible.items() if bounds != (date.min, date.max)]
        assert sorted(bars) == sorted(placed)


def test_a_bar_is_as_wide_as_the_days_that_are_possible(baby_z: Review) -> None:
    shown = drawn(baby_z).overview
    assert baby_z.span is not None
    first, last = baby_z.span
    per_day = (picture.WIDTH - shown.left) / ((last - first).days + 1)
    for mark in marks(shown):
        earliest, latest = baby_z.possible[event_of(mark)]
        assert mark.open == (earliest == date.min or latest == date.max)
        if not mark.open:
            assert abs(mark.x - shown.left - (earliest - first).days * per_day) < 0.2
            assert abs(mark.width - ((latest - earliest).days + 1) * per_day) < 0.2


def test_an_open_start_reaches_the_edge_of_the_picture(baby_z: Review) -> None:
    for panel in (drawn(baby_z).overview, drawn(baby_z).enlarged[0]):
        (mark,) = [mark for mark in marks(panel) if event_of(mark) == "fathers-request"]
        assert mark.x == panel.left


def test_an_event_known_only_to_follow_another_begins_no_earlier_than_it(baby_z: Review) -> None:
    for panel in (drawn(baby_z).overview, *drawn(baby_z).enlarged):
        at = {event_of(mark): mark.x for mark in marks(panel)}
        for key, x in at.items():
            event = baby_z.events[key]
            if event.date is None:
                assert all(at[before] <= x for before in event.after if before in at)


def test_no_bar_lies_over_another_or_beyond_the_picture(baby_z: Review, lighthouse: Review) -> None:
    for panel in (drawn(baby_z).overview, *drawn(baby_z).enlarged, drawn(lighthouse).overview):
        assert all(panel.left <= mark.x and mark.x + mark.width <= panel.width for mark in marks(panel))
        assert all(mark.y + panel.bar <= panel.axis for mark in marks(panel))
        for one, other in combinations(marks(panel), 2):
            assert one.y != other.y or one.x + one.width <= other.x or other.x + other.width <= one.x


def test_the_dense_months_hold_the_case_s_events_in_order(baby_z: Review) -> None:
    shown = [event_of(mark) for mark in marks(drawn(baby_z).enlarged[0])]
    assert shown == [event for event in baby_z.events if event in shown]
    assert {"birth", "second-placement", "skeletal-survey-results"} <= set(shown)
    assert not {"carers-approved", "submitted-to-ofsted"} & set(shown)


def test_every_event_of_the_review_track_has_a_row_of_its_own(baby_z: Review) -> None:
    shown = [event_of(mark) for mark in marks(drawn(baby_z).enlarged[1])]
    assert shown == [event.id for event in baby_z.track(Track.REVIEW)]


def test_without_a_span_to_enlarge_the_case_has_only_the_overview(lighthouse: Review) -> None:
    assert [panel.lanes[0].tone for panel in drawn(lighthouse).enlarged] == ["review"]
