"""The timeline's picture draws every event as wide as the doubt, and names the turning points clear of one another."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from lxml import html

from macros.collection import Collection, Review
from macros.pages import calls
from macros.pages.drawings import Name, Picture
from macros.pages.views import timeline_picture
from macros.records import Track


def drawn(review: Review) -> Picture:
    shown = timeline_picture.timeline(review)
    assert shown is not None
    return shown


def test_every_event_that_anything_places_has_one_bar(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        placed = [bounds for bounds in review.possible.values() if bounds != (date.min, date.max)]
        assert sum(len(lane.bars) for lane in drawn(review).overview.lanes) == len(placed)


def test_no_bar_lies_beyond_the_picture(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        shown = drawn(review).overview
        for lane in shown.lanes:
            assert all(shown.left <= bar.x and bar.x + bar.width <= shown.width for bar in lane.bars)


def test_the_case_stands_above_the_axis_and_its_review_below(baby_z: Review) -> None:
    shown = drawn(baby_z).overview
    case, review = shown.lanes
    assert (case.tone, review.tone) == ("case", "review")
    assert case.y + shown.lane < shown.axis < review.y
    assert all((name.y < shown.axis) == (name.tone == "case") for name in shown.names)


def test_every_turning_point_is_named_once_with_its_place(baby_z: Review) -> None:
    turning = [event.id for event in baby_z.events.values() if event.turning_point]
    assert 8 <= len(turning) <= 12
    names = drawn(baby_z).overview.names
    assert sorted(name.ref.address.partition("#")[2] for name in names) == sorted(turning)
    assert all(name.place for name in names)


def clear(one: Name, other: Name) -> bool:
    """Whether neither name covers the other, and neither's line crosses the other."""
    apart = one.span[1] <= other.span[0] or other.span[1] <= one.span[0]
    deep, shallow = (one, other) if one.row > other.row else (other, one)
    return apart if one.row == other.row else not shallow.span[0] < deep.x < shallow.span[1]


def test_no_name_covers_another_and_no_line_crosses_a_name(baby_z: Review) -> None:
    shown = drawn(baby_z).overview
    for track in Track:
        names = [name for name in shown.names if name.tone == track.value]
        assert all(clear(one, other) for one, other in combinations(names, 2))
    assert all(name.span[0] >= 0 and name.span[1] <= shown.width for name in shown.names)


def test_the_band_leads_from_the_enlarged_months_to_the_rows(baby_z: Review, lighthouse: Review) -> None:
    band = drawn(baby_z).overview.band
    assert band is not None
    july, october = [tick.x for tick in drawn(baby_z).overview.ticks][2:4]
    assert july < band.first < october < band.last
    assert (band.left, band.right) == (1120 * 0.15, 1120 * 0.40)
    assert drawn(lighthouse).overview.band is None


def test_a_review_without_turning_points_is_drawn_without_names(lighthouse: Review) -> None:
    assert drawn(lighthouse).overview.names == ()
    assert drawn(lighthouse).overview.lanes


def test_the_page_draws_what_the_picture_holds_and_stops_at_none_of_it(collection: Collection, baby_z: Review) -> None:
    tree = html.fromstring(calls.call(collection, "timeline_picture", "reviews/baby-z/timeline/", "baby-z"))
    links = tree.xpath("//*[name()='a']")
    assert [link.get("href") for link in links] == [
        f"#{name.ref.address.partition('#')[2]}" for name in drawn(baby_z).overview.names
    ]
    assert {link.get("tabindex") for link in links} == {"-1"}
