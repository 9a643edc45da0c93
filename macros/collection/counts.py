"""What is counted of a review: the one place from which every page takes its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..reading import counted
from ..records import Event, Finding, Involvement, Paragraph, Recommendation, Tension
from . import addresses
from .collection import Collection
from .review import Review


@dataclass(frozen=True)
class Count:
    """Something that is counted."""

    one: str
    """The noun for one of it."""
    number: Callable[[Review], int]
    page: str
    """The page of the review that shows what is counted."""
    in_figures: bool = True
    """Whether it stands among the review's figures."""


COUNTS: Mapping[str, Count] = {
    "paragraphs": Count("paragraph", lambda of: len(of.paragraphs), addresses.page_of(Paragraph)),
    "events": Count("event", lambda of: len(of.events), addresses.page_of(Event)),
    "findings": Count("finding", lambda of: len(of.findings), addresses.page_of(Finding)),
    "recommendations": Count("recommendation", lambda of: len(of.recommendations), addresses.page_of(Recommendation)),
    "lists": Count("list", lambda of: len(of.head.lists), addresses.page_of(Recommendation), in_figures=False),
    "agencies": Count("agency", lambda of: len(of.involvements), addresses.page_of(Involvement)),
    "addressees": Count(
        "addressee", lambda of: len(of.recommendations_to), addresses.page_of(Involvement), in_figures=False
    ),
    "management reviews": Count(
        "management review",
        lambda of: sum(bool(part.management_review) for part in of.involvements.values()),
        addresses.page_of(Tension),
    ),
    "source tensions": Count(
        "source tension", lambda of: len(of.head.tensions), addresses.page_of(Tension), in_figures=False
    ),
}

"""By the word for several of it."""


def of(review: Review) -> dict[str, int]:
    """How many of each there are."""
    return {what: count.number(review) for what, count in COUNTS.items()}


def said_of_all(collection: Collection, what: str) -> str:
    """'30 recommendations', of all reviews together."""
    return counted(sum(COUNTS[what].number(review) for review in collection.reviews.values()), COUNTS[what].one)


def said(review: Review, what: str) -> str:
    """'30 recommendations'."""
    return counted(COUNTS[what].number(review), COUNTS[what].one)
