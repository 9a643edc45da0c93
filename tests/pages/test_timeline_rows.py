"""The timeline's rows hold every event in its order, each with its bar, under the month in which it may begin."""

from __future__ import annotations

from datetime import date

from macros.collection import Collection, Review
from macros.pages.drawings import Stretch
from macros.pages.shapes import Card, Closed
from macros.pages.views import timeline_rows
from macros.records import Track


def stretches(collection: Collection, review: Review) -> dict[str, Stretch]:
    return {each.tone: each for each in timeline_rows.events(collection, review).stretches}


def cards(stretch: Stretch) -> dict[str, Card]:
    return {card.id: card for span in stretch.spans for card in span.cards}


def closed(card: Card) -> Closed:
    assert card.closed is not None
    return card.closed


def test_every_event_has_a_row_in_the_order_of_its_track(
    collection: Collection, invented: Collection, baby_z: Review, lighthouse: Review
) -> None:
    for whole, review in ((collection, baby_z), (invented, lighthouse)):
        shown = stretches(whole, review)
        for track in Track:
            assert list(cards(shown[track.value])) == [event.id for event in review.track(track)]


def test_every_event_that_anything_places_has_a_bar_within_its_column(collection: Collection, baby_z: Review) -> None:
    for stretch in stretches(collection, baby_z).values():
        for key, card in cards(stretch).items():
            bar = closed(card).bar
            assert (bar is not None) == (baby_z.possible[key] != (date.min, date.max))
            assert bar is None or (bar.x >= 0 and bar.x + bar.width <= 100.01)


def test_a_day_after_is_drawn_as_the_days_that_the_day_before_allows(collection: Collection, baby_z: Review) -> None:
    shown = cards(stretches(collection, baby_z)["case"])
    before, after = (closed(shown[key]).bar for key in ("second-examination", "discharged-to-original-carers"))
    assert before is not None
    assert after is not None
    day = before.width / 29  # February 2008
    assert abs(after.x - before.x - day) < 0.02
    assert abs(after.width - before.width) < 0.02


def test_headings_run_forward_by_month_and_on_a_long_track_by_year(collection: Collection, baby_z: Review) -> None:
    shown = stretches(collection, baby_z)
    assert [span.heading for span in shown["case"].spans] == [
        "March 2007",
        "April 2007",
        "July 2007",
        "August 2007",
        "September 2007",
        "October 2007",
        "November 2007",
        "January 2008",
        "February 2008",
    ]
    assert [span.heading for span in shown["review"].spans] == ["2008", "2009", "2010"]


def test_an_event_whose_beginning_is_open_stands_under_its_last_month(collection: Collection, baby_z: Review) -> None:
    under = {card.id: span.heading for span in stretches(collection, baby_z)["case"].spans for card in span.cards}
    assert under["information-before-birth"] == "August 2007"
    assert under["fathers-request"] == "February 2008"


def test_amber_speaks_only_of_waits_that_the_document_measures(collection: Collection, baby_z: Review) -> None:
    shown = cards(stretches(collection, baby_z)["case"])
    late = {key: closed(card).late for key, card in shown.items() if closed(card).late}
    assert late == {
        "cafcass-told": "wait: 1 month",
        "core-assessment-complete": "wait: longer than 35 working days",
        "first-examination-report": "wait: 3 weeks",
        "skeletal-survey-results": "wait: 3 weeks",
    }


def test_a_turning_point_says_what_made_it_one(collection: Collection, baby_z: Review) -> None:
    for stretch in stretches(collection, baby_z).values():
        for key, card in cards(stretch).items():
            assert bool(closed(card).told) == baby_z.events[key].turning_point


def test_only_what_a_review_enlarges_is_marked_so(
    collection: Collection, invented: Collection, baby_z: Review, lighthouse: Review
) -> None:
    assert {tone: each.enlarged for tone, each in stretches(collection, baby_z).items()} == {
        "case": True,
        "review": False,
    }
    assert not any(each.enlarged for each in stretches(invented, lighthouse).values())
