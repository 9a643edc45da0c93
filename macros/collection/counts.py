"""What is counted of a review: the one place from which every page takes its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Collection as Collection_
from dataclasses import dataclass

from ..reading import counted, noun
from ..records import Event, Finding, Holds, Involvement, Paragraph, Recommendation, Tension
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
    always: bool = True
    """Whether it is said of a review that has none."""


def _held(what: Holds) -> Count:
    """What the document's lists hold; only recommendations are missed where there are none."""

    def number(of: Review) -> int:
        return sum(of.holds(rec) is what for rec in of.recommendations.values())

    return Count(what.label, number, addresses.page_of(Recommendation), always=what is Holds.RECOMMENDATIONS)


COUNTS: Mapping[str, Count] = {
    "paragraphs": Count("paragraph", lambda of: len(of.paragraphs), addresses.page_of(Paragraph)),
    "events": Count("event", lambda of: len(of.events), addresses.page_of(Event)),
    "findings": Count("finding", lambda of: len(of.findings), addresses.page_of(Finding)),
    **{noun(2, each.label): _held(each) for each in Holds},
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
    found = {what: count.number(review) for what, count in COUNTS.items()}
    return {what: number for what, number in found.items() if number or COUNTS[what].always}


def kinds(review: Review) -> tuple[Holds, ...]:
    """All that a review's lists hold, in their order."""
    return tuple(dict.fromkeys(each.holds for each in review.head.lists)) or (Holds.RECOMMENDATIONS,)


def one(review: Review) -> str:
    """The noun for one of what a review's lists hold: 'question', 'recommendation or question'."""
    return " or ".join(each.label for each in kinds(review))


def several(review: Review) -> str:
    """The noun for several of it: 'recommendations', 'recommendations and questions'."""
    return " and ".join(noun(2, each.label) for each in kinds(review))


def said_of(review: Review, recommendations: Collection_[Recommendation]) -> str:
    """So many of each kind: '2 questions', or '1 recommendation and 2 learning points'."""
    found = Counter(review.holds(rec) for rec in recommendations)
    return " and ".join(counted(number, kind.label) for kind, number in found.items()) or counted(0, one(review))


FORMS: Mapping[str, Callable[[Review], str]] = {
    "one": one,
    "several": several,
    "title": lambda review: several(review).capitalize(),
    "counted": lambda review: said_of(review, review.recommendations.values()),
}
"""How a page may speak of what a review's lists hold, whatever that is: 'question', 'Questions', '2 questions'."""


def page_title(review: Review, page: str) -> str:
    """What a page of a review is called: that of what its lists hold, by what they hold."""
    if page != addresses.page_of(Recommendation):
        return addresses.REVIEW_PAGES[page].title
    return FORMS["title"](review)


def said_of_all(collection: Collection, what: str) -> str:
    """'30 recommendations', of all reviews together."""
    return counted(sum(COUNTS[what].number(review) for review in collection.reviews.values()), COUNTS[what].one)


def said(review: Review, what: str) -> str:
    """'30 recommendations'."""
    return counted(COUNTS[what].number(review), COUNTS[what].one)
