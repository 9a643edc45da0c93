"""What the home page shows of the collection: one recommendation, followed; and the latest reviews."""

from __future__ import annotations

from ...collection import Collection, Review, counts
from ...records import Event, FindingLink, Recommendation, Track
from .. import links as to
from ..paging import LATEST
from ..shapes import Followed, Knot, Latest, Listed
from . import chains


def followed(collection: Collection) -> Followed | None:
    """The chain of the latest review that has one: from the last turning point of its case to what was recommended.

    None where no review has an event with a finding and a recommendation linked to it.
    """
    for review in collection.latest_first:
        turning = (event for event in reversed(review.track(Track.CASE)) if event.turning_point)
        for event in (*turning, *reversed(review.track(Track.CASE))):
            for rec, link in review.answers_on.get(event.id, ()):
                return Followed(
                    to.to_review(review), review.head.content_note or "", _knots(collection, review, event, rec, link)
                )
    return None


def _knots(
    collection: Collection, review: Review, event: Event, rec: Recommendation, answer: FindingLink
) -> tuple[Knot, ...]:
    finding = review.findings[answer.finding]
    behind = next(link for link in finding.events if link.event == event.id)
    says = chains.margins(review)
    whom = ", ".join(collection.agencies[each].label for each in review.addressees(rec))
    return (
        Knot(
            event.track.value,
            says[chains.EVENT],
            to.to_event(review, event),
            event.turning_point_because or "",
            to.to_place(review, event.cites[0]),
            chains.linked(review, behind),
        ),
        Knot(
            chains.FINDING,
            says[chains.FINDING],
            to.to_finding(review, finding),
            "",
            None,
            chains.linked(review, answer),
        ),
        Knot(
            chains.RECOMMENDATION,
            says[chains.RECOMMENDATION],
            to.to_recommendation_in_full(review, rec),
            f"Asked of: {whom}" if whom else "",
        ),
    )


def latest(collection: Collection) -> Latest:
    """The latest reviews, a line each."""
    return Latest(
        f"{len(collection.reviews)} in the collection",
        tuple(
            Listed(
                to.to_review(review),
                review.head.subject,
                review.head.published.words,
                counts.FORMS["counted"](review),
            )
            for review in collection.latest_first[:LATEST]
        ),
    )
