"""The home page follows one recommendation, and says of it what the document says."""

from __future__ import annotations

from dataclasses import replace

from macros.collection import Collection, Review
from macros.pages.views import home
from macros.records import Basis, Holds


def test_it_is_followed_from_the_last_turning_point_of_the_latest_review(collection: Collection) -> None:
    shown = home.followed(collection)
    assert shown is not None
    assert [(knot.says, knot.ref.address.partition("#")[2]) for knot in shown.knots] == [
        ("Happened", "skeletal-survey-results"),
        ("Found", "test-results-delayed"),
        ("Recommended", "social-care-8"),
    ]
    first, second, last = (knot.link for knot in shown.knots)
    assert first is not None
    assert second is not None
    assert (first.basis, second.basis, last) == (Basis.STATED, Basis.INFERRED, None)
    assert second.reason


def test_what_a_review_asks_is_called_what_its_document_calls_it(collection: Collection, baby_z: Review) -> None:
    lists = tuple(each.model_copy(update={"holds": Holds.QUESTIONS}) for each in baby_z.head.lists)
    asking = replace(baby_z, head=baby_z.head.model_copy(update={"lists": lists}))
    shown = home.followed(replace(collection, reviews={asking.slug: asking}))
    assert shown is not None
    assert shown.knots[-1].says == "Asked"


def test_a_collection_without_a_whole_chain_follows_none(collection: Collection, baby_z: Review) -> None:
    bare = {key: rec.model_copy(update={"responds_to": ()}) for key, rec in baby_z.recommendations.items()}
    alone = replace(baby_z, recommendations=bare)
    assert home.followed(replace(collection, reviews={alone.slug: alone})) is None


def test_the_latest_reviews_are_listed_and_counted(collection: Collection) -> None:
    shown = home.latest(collection)
    assert shown.total == "1 in the collection"
    assert [(each.ref.text, each.published, each.asked) for each in shown.reviews] == [
        ("Baby Z", "March 2010", "30 recommendations")
    ]
