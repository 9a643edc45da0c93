"""The timeline's picture draws each event as wide as the doubt, and never one bar over another."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

from lxml import html

from macros.collection import Collection, Review
from macros.pages import calls
from macros.pages.drawings import Bar, Mark, Overview, Picture, Stretch
from macros.pages.views import timeline_picture
from macros.records import Track


def drawn(review: Review) -> Picture:
    shown = timeline_picture.timeline(review)
    assert shown is not None
    return shown


def marks(overview: Overview) -> list[tuple[Mark, Bar]]:
    return [(mark, mark.bar) for lane in overview.lanes for mark in lane.marks if mark.bar]


def rows(review: Review) -> list[Mark]:
    return [mark for stretch in drawn(review).stretches for mark in stretch.marks]


def event_of(mark: Mark) -> str:
    return mark.ref.address.partition("#")[2]


def bars(stretch: Stretch) -> dict[str, Bar]:
    return {event_of(mark): mark.bar for mark in stretch.marks if mark.bar}


def test_every_event_that_anything_places_has_one_bar(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        placed = [key for key, bounds in review.possible.items() if bounds != (date.min, date.max)]
        assert sorted(event_of(mark) for mark, _ in marks(drawn(review).overview)) == sorted(placed)
        assert sorted(event_of(mark) for mark in rows(review) if mark.bar) == sorted(placed)


def test_every_event_has_a_row_in_the_order_of_its_track(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        in_order = [event.id for track in Track for event in review.track(track)]
        assert sorted(event_of(mark) for mark in rows(review)) == sorted(in_order)
        for stretch in drawn(review).stretches:
            shown = [event_of(mark) for mark in stretch.marks]
            assert shown == [key for key in in_order if key in shown]


def test_a_bar_is_as_wide_as_the_days_that_are_possible(baby_z: Review) -> None:
    shown = drawn(baby_z).overview
    assert baby_z.span is not None
    first, last = baby_z.span
    per_day = (timeline_picture.WIDTH - shown.left) / ((last - first).days + 1)
    for mark, bar in marks(shown):
        earliest, latest = baby_z.possible[event_of(mark)]
        assert bar.open == (earliest == date.min or latest == date.max)
        if not bar.open:
            assert abs(bar.x - shown.left - (earliest - first).days * per_day) < 0.2
            assert abs(bar.width - ((latest - earliest).days + 1) * per_day) < 0.2


def test_a_day_after_is_drawn_as_the_days_that_the_day_before_allows(baby_z: Review) -> None:
    at = bars(drawn(baby_z).stretches[1])
    before, after = at["second-examination"], at["discharged-to-original-carers"]
    assert not after.open
    day = before.width / 29  # February 2008
    assert abs(after.x - before.x - day) < 0.02
    assert abs(after.width - before.width) < 0.02


def test_an_open_start_reaches_the_edge_of_the_picture(baby_z: Review) -> None:
    shown = drawn(baby_z)
    (bar,) = [bar for mark, bar in marks(shown.overview) if event_of(mark) == "fathers-request"]
    assert bar.x == shown.overview.left
    assert bars(shown.stretches[1])["fathers-request"].x == 0


def test_an_event_known_only_to_follow_another_begins_no_earlier_than_it(baby_z: Review) -> None:
    for stretch in drawn(baby_z).stretches:
        at = bars(stretch)
        for key, bar in at.items():
            event = baby_z.events[key]
            if event.date is None:
                assert all(at[before].x <= bar.x for before in event.after if before in at)


def test_no_bar_lies_over_another_or_beyond_the_picture(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        shown = drawn(review)
        overview = shown.overview
        for mark, bar in marks(overview):
            assert overview.left <= bar.x
            assert bar.x + bar.width <= overview.width + 0.01
            assert mark.y + overview.bar <= overview.axis
        for (one, a), (other, b) in combinations(marks(overview), 2):
            assert one.y != other.y or a.x + a.width <= b.x or b.x + b.width <= a.x
        for stretch in shown.stretches:
            assert all(bar.x >= 0 and bar.x + bar.width <= 100.01 for bar in bars(stretch).values())


def test_the_dense_months_stand_between_what_was_before_and_the_review(baby_z: Review) -> None:
    before, dense, review = drawn(baby_z).stretches
    assert [each.heading for each in (before, dense, review)] == [
        "What happened: March to July 2007",
        "What happened: August 2007 to April 2008",
        "How it was reviewed: April 2008 to March 2010",
    ]
    assert set(bars(before)) == {"carers-assessed", "carers-approved", "first-child-placed", "abandoned-999-call"}
    assert {"birth", "second-placement", "skeletal-survey-results"} <= set(bars(dense))
    assert list(bars(review)) == [event.id for event in baby_z.track(Track.REVIEW)]


def test_without_a_span_to_enlarge_each_track_is_one_stretch(lighthouse: Review) -> None:
    assert [stretch.tone for stretch in drawn(lighthouse).stretches] == ["case", "review"]


def test_labels_leave_one_another_room(baby_z: Review) -> None:
    for stretch in drawn(baby_z).stretches:
        at = [tick.x for tick in stretch.ticks if tick.label]
        assert all(b - a >= 16.5 for a, b in pairwise(at))


def test_the_page_draws_what_the_picture_holds(collection: Collection, baby_z: Review) -> None:
    tree = html.fromstring(calls.call(collection, "timeline_picture", "reviews/baby-z/timeline/", "baby-z"))
    drawn_rows = tree.xpath("//section//li/a")
    assert [row.get("href") for row in drawn_rows] == [f"#{event_of(mark)}" for mark in rows(baby_z)]
    for row, mark in zip(drawn_rows, rows(baby_z), strict=True):
        words = " ".join(row.text_content().split())
        assert words == f"{mark.when} {mark.ref.text}"
        (rect,) = row.xpath(".//*[name()='rect']")
        assert mark.bar is not None
        assert rect.get("x") == f"{mark.bar.x}%"
