"""Look-ups, order, backlinks, counts and gaps."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.collection import Collection, Review, circle, counts, in_order, possible_days
from macros.collection.waits import shorter
from macros.reading import Where
from macros.records import AddressedBy, Event, Took, Track, Unit


def event(key: str, date: str | None = None, after: tuple[str, ...] = ()) -> Event:
    values = {"id": key, "title": key, "track": "case", "text": key, "cites": [1], "after": list(after)}
    return Event.read(values | ({"date": date} if date else {}), Where("x"))


@pytest.mark.parametrize(
    ("events", "order"),
    [
        ([event("b", "2007-10"), event("a", "2007-09")], "a b"),
        ([event("wide", "2007-09/2007-12"), event("narrow", "2007-09")], "narrow wide"),
        ([event("first", "2007-09"), event("second", "2007-09")], "first second"),
        ([event("next", after=("a",)), event("a", "2007-09"), event("b", "2007-10")], "a next b"),
        ([event("late", "2007-09", after=("a",)), event("a", "2007-09")], "a late"),
        ([event("b", "2007-08"), event("until", "../2007-07"), event("a", "2007-06")], "a until b"),
        ([event("a", "2008-02"), event("open", "2008-02/.."), event("b", "2008-02/2008-03")], "a b open"),
        ([event("chain", after=("mid",)), event("mid", after=("a",)), event("a", "2007-01")], "a mid chain"),
    ],
)
def test_events_stand_in_the_order_that_dates_and_sequence_allow(events: list[Event], order: str) -> None:
    assert [each.id for each in in_order(events)] == order.split()


def test_what_an_event_follows_comes_first_however_it_is_written() -> None:
    events = [event("a", "2007-01"), event("b", after=("a",)), event("c", after=("b",)), event("d", "2007-01")]
    for written in permutations(events):
        ids = [each.id for each in in_order(written)]
        assert ids.index("a") < ids.index("b") < ids.index("c")


def later(key: str, since: str, number: int, unit: str, about: bool = False) -> Event:
    values = {"id": key, "title": key, "track": "case", "text": key, "cites": [1], "after": [since]}
    took = {"number": number, "unit": unit, "about": about}
    return Event.read(values | {"delay": {"what": key, "since": since, "took": took, "happened": key}}, Where("x"))


def next_day(key: str, since: str) -> Event:
    values = {"id": key, "title": key, "track": "case", "text": key, "cites": [1], "after": [since]}
    return Event.read(values | {"later": {"number": 1, "unit": "days"}}, Where("x"))


LENGTHS = st.builds(Took, number=st.integers(1, 40), unit=st.sampled_from(Unit), about=st.booleans())


@st.composite
def followers(draw: st.DrawFn) -> list[Event]:
    """An event and some that follow it, as they may be written: by `later`, by a wait's length or by neither."""
    written = [event("x", draw(st.sampled_from(["2008-02", "../2008-02", "2008-02/.."])))]
    for number in range(draw(st.integers(2, 6))):
        values = event(f"e{number}", after=("x",)).model_dump()
        took = draw(LENGTHS).model_dump()
        how = draw(st.sampled_from(["later", "wait", "sequence"]))
        if how == "later":
            values["later"] = took
        elif how == "wait":
            values["delay"] = {"what": "it", "since": "x", "took": took, "happened": "it"}
        written.append(Event.model_validate(values))
    return draw(st.permutations(written))


def said_after(each: Event) -> Took | None:
    return each.later or (each.delay.took if each.delay else None)


@given(followers())
def test_an_event_never_stands_behind_one_that_was_longer_after_the_same(written: list[Event]) -> None:
    order = [each for each in in_order(written) if said_after(each)]
    for number, each in enumerate(order):
        for behind in order[number + 1 :]:
            one, other = said_after(behind), said_after(each)
            assert one is not None
            assert other is not None
            assert not shorter(one, other)


@given(followers())
def test_events_that_only_a_sequence_places_keep_the_order_in_which_they_are_written(written: list[Event]) -> None:
    only = [each.id for each in written if each.after and not said_after(each)]
    assert [each.id for each in in_order(written) if each.id in only] == only


def test_the_day_after_stands_before_what_is_told_later_without_a_date() -> None:
    day = next_day("day", "x")
    events = [event("x", "2008-02"), event("before", after=("x",)), day, event("behind", after=("x",))]
    assert [each.id for each in in_order(events)] == ["x", "before", "day", "behind"]


def test_an_event_stands_behind_what_we_place_it_after_and_may_have_been_earlier_all_the_same() -> None:
    placed = event("placed", after=("x",)).model_copy(update={"placed_after": ("y",)})
    events = [event("x", "2007-10"), placed, event("y", "2008-02"), event("z", "2008-03")]
    assert [each.id for each in in_order(events)] == ["x", "y", "placed", "z"]
    assert possible_days(events)["placed"] == (date(2007, 10, 1), date.max)


@pytest.mark.parametrize(
    ("events", "first", "last"),
    [
        ([event("a", "2008-02")], date(2008, 2, 1), date(2008, 2, 29)),
        ([event("x", "2008-02"), event("a", after=("x",))], date(2008, 2, 1), date.max),
        ([event("a", "../2008-02")], date.min, date(2008, 2, 29)),
        ([event("x", "2008-02"), later("a", "x", 3, "weeks")], date(2008, 2, 22), date(2008, 3, 21)),
        ([event("x", "2007-10"), later("a", "x", 1, "months")], date(2007, 11, 1), date(2007, 11, 30)),
        ([event("x", "2007-10"), later("a", "x", 12, "months")], date(2008, 10, 1), date(2008, 10, 31)),
        ([event("x", "2007-10~"), later("a", "x", 3, "weeks")], date.min, date.max),
        ([event("x", "2007-10~"), event("a", "2007-09", after=("x",))], date(2007, 9, 1), date(2007, 9, 30)),
        ([event("x", "2008-02"), next_day("a", "x")], date(2008, 2, 2), date(2008, 3, 1)),
        ([event("x", "2008-02-28"), next_day("w", "x"), next_day("a", "w")], date(2008, 3, 1), date(2008, 3, 1)),
        ([event("x", "2008-02"), later("a", "x", 6, "weeks", about=True)], date(2008, 2, 1), date.max),
        (
            [event("w", "2008-02"), event("x", after=("w",)), later("a", "x", 3, "weeks")],
            date(2008, 2, 22),
            date.max,
        ),
    ],
)
def test_an_event_can_be_on_the_days_that_date_sequence_and_length_allow(
    events: list[Event], first: date, last: date
) -> None:
    assert possible_days(events)["a"] == (first, last)


def test_a_circle_is_found_and_named() -> None:
    ring = circle([event("a", after=("c",)), event("b", after=("a",)), event("c", after=("b",))])
    assert set(ring) == {"a", "b", "c"}
    assert circle([event("a", "2007-01"), event("b", after=("a",))]) == ()


def test_the_case_is_told_in_the_document_s_sequence(baby_z: Review) -> None:
    order = [each.id for each in baby_z.track(Track.CASE)]
    told = [
        ("early-contact", "father-tells-family", "family-assessed", "guardian-directed", "interim-care-order"),
        ("interim-care-order", "fathers-request", "carers-changed", "contact-sessions"),
        ("first-examination", "abrasions-noted", "second-examination", "x-rays-taken"),
        ("second-examination", "discharged-to-original-carers", "first-strategy-meeting"),
        ("first-strategy-meeting", "skin-test-results", "skeletal-survey-results"),
    ]
    for sequence in told:
        assert [key for key in order if key in sequence] == list(sequence)


def test_the_document_s_paragraphs_and_recommendations_are_all_there(baby_z: Review) -> None:
    assert list(baby_z.paragraphs) == list(range(1, 39))
    assert [(each.id, each.size) for each in baby_z.head.lists] == [
        ("social-care", 8),
        ("placement", 4),
        ("early-years", 2),
        ("health", 6),
        ("legal", 2),
        ("cafcass", 3),
        ("lscb", 5),
    ]
    assert len(baby_z.recommendations) == 30


def test_a_recommendation_s_title_begins_with_what_is_to_be_done(baby_z: Review) -> None:
    verbs = {"Train", "Set", "Review", "Plan", "Remind", "Develop", "Take", "Use", "Share", "Have", "Liaise", "Report"}
    verbs |= {"Second", "Clarify", "Make", "Do", "Check", "Put", "Consider", "Work"}
    first = {rec.id: rec.title.partition(" ")[0] for rec in baby_z.recommendations.values()}
    assert {key: word for key, word in first.items() if word not in verbs} == {}


def test_a_list_s_heading_is_not_its_addressee(baby_z: Review) -> None:
    assert baby_z.addressees(baby_z.recommendations["health-6"]) == {"lscb": AddressedBy.WORDS}
    assert baby_z.recommendations["health-6"].list_id == "health"


@pytest.mark.parametrize(
    ("key", "addressees"),
    [
        ("placement-2", {"placement-services": AddressedBy.HEADING}),
        ("social-care-6", {"childrens-services": AddressedBy.HEADING}),
        ("social-care-8", {"childrens-services": AddressedBy.HEADING, "paediatricians": AddressedBy.WORDS}),
        ("early-years-2", {"early-years": AddressedBy.HEADING, "childrens-services": AddressedBy.WORDS}),
        ("legal-1", {"legal-services": AddressedBy.HEADING}),
        ("legal-2", {"legal-services": AddressedBy.WORDS, "scr-panel": AddressedBy.WORDS}),
        ("cafcass-3", {"cafcass": AddressedBy.HEADING}),
    ],
)
def test_what_the_words_name_is_told_from_what_the_heading_names(
    baby_z: Review, key: str, addressees: dict[str, AddressedBy]
) -> None:
    assert baby_z.addressees(baby_z.recommendations[key]) == addressees


def test_every_link_is_there_from_the_other_side(collection: Collection, invented: Collection) -> None:
    for review in (*collection.reviews.values(), *invented.reviews.values()):
        for finding in review.findings.values():
            for link in finding.events:
                assert (finding, link) in review.findings_on[link.event]
            assert all(finding in review.findings_of[agency] for agency in finding.agencies)
            assert all(finding in review.citing[place] for place in finding.cites)
        for rec in review.recommendations.values():
            for answer in rec.responds_to:
                assert (rec, answer) in review.answers_to[answer.finding]
            assert all(rec in review.recommendations_to[agency] for agency in review.addressees(rec))
            assert all(rec.id in review.using[term] for term in rec.terms)
        for event_ in review.events.values():
            assert all(event_ in review.events_of[agency] for agency in event_.agencies)
            assert all(event_ in review.citing[place] for place in event_.cites)


def test_gaps_are_what_no_link_reaches(lighthouse: Review) -> None:
    gaps = lighthouse.gaps
    assert [finding.id for finding in gaps.findings] == ["foghorn-worked"]
    assert [rec.id for rec in gaps.recommendations] == ["tower-3", "shore-1"]
    assert gaps.agencies == ("lantern-team", "moonbase-board")
    assert gaps.paragraphs == (3,)


def test_the_police_gave_a_management_review_and_were_asked_for_nothing(baby_z: Review) -> None:
    assert baby_z.involvements["police"].management_review == (4,)
    assert "police" in baby_z.gaps.agencies


def test_counts_are_of_what_is_there(lighthouse: Review) -> None:
    assert counts.of(lighthouse) == {
        "paragraphs": 5,
        "events": 5,
        "findings": 2,
        "recommendations": 4,
        "lists": 2,
        "agencies": 4,
        "addressees": 2,
        "management reviews": 1,
        "source tensions": 1,
    }


def test_the_tracks_share_out_the_events(baby_z: Review) -> None:
    case, review = baby_z.track(Track.CASE), baby_z.track(Track.REVIEW)
    assert len(case) + len(review) == counts.of(baby_z)["events"]
    assert case[0].id == "carers-assessed"
    assert review[0].id == "review-commissioned"
    assert review[-1].id == "final-publication"
