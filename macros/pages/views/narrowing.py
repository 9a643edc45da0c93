"""The ways to narrow records down: what may be chosen, and which choices fit a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ...collection import Collection, Review
from ...records import (
    Act,
    Basis,
    DocumentKind,
    Event,
    Finding,
    FindingKind,
    Involvement,
    Recommendation,
    Scope,
    Slug,
    Track,
)
from ..tables import Filter, Filters

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
R_contra = TypeVar("R_contra", contravariant=True)

NONE = "none"
"""The word for a record of which a thing is not said."""


@dataclass(frozen=True)
class Choice:
    """A word by which records may be chosen."""

    word: str
    label: str
    group: str = ""
    """The heading under which it is offered among many."""


@dataclass(frozen=True)
class Of(Generic[R_co]):
    """A record where it stands: in its review."""

    collection: Collection
    review: Review
    record: R_co


Asked = Of[Recommendation]


@dataclass(frozen=True)
class Narrowing(Generic[R_contra]):
    """A way to narrow records of a kind down."""

    name: str
    label: str
    unset: str
    """What it says while nothing is chosen."""
    choices: Callable[[Collection], Iterable[Choice]]
    """What may be chosen, in the order in which it is offered."""
    of: Callable[[Of[R_contra]], Iterable[str]]
    """The words that fit a record."""
    offers: Callable[[Review], Iterable[str]] = lambda review: ()
    """The words of a review that are offered even if they fit none of its records."""


def words(narrowings: Iterable[Narrowing[R]], record: Of[R]) -> Mapping[str, tuple[str, ...]]:
    """What a record can be chosen by: each way's name, with the words that fit."""
    return {each.name: tuple(each.of(record)) for each in narrowings}


def filters(
    of: str, collection: Collection, records: Sequence[Of[R]], narrowings: Iterable[Narrowing[R]], opens: bool = False
) -> Filters:
    """The ways to narrow down what ``of`` selects: those by which some records can be told from others."""
    return Filters(of, tuple(_filters(collection, records, narrowings)), opens)


def _filters(collection: Collection, records: Sequence[Of[R]], narrowings: Iterable[Narrowing[R]]) -> Iterator[Filter]:
    reviews = {each.review.slug: each.review for each in records}.values()
    for narrowing in narrowings:
        fitting = [tuple(narrowing.of(each)) for each in records]
        used = {word for those in fitting for word in those}
        offered = used | {word for review in reviews for word in narrowing.offers(review)}
        choices = [each for each in narrowing.choices(collection) if each.word in offered]
        if len(choices) < 2 and all(fitting):
            continue  # it would leave everything as it is
        groups = tuple(
            (heading, tuple((each.word, each.label) for each in members))
            for heading, members in groupby(choices, lambda each: each.group)
        )
        if choices:
            yield Filter(narrowing.name, narrowing.label, narrowing.unset, groups)


def of_events(collection: Collection, review: Review) -> Filters:
    """The ways to narrow the timeline's rows down."""
    return _listed(".stretch .record", collection, review, review.events, EVENTS)


def of_findings(collection: Collection, review: Review) -> Filters:
    """The ways to narrow the findings down."""
    return _listed(".record--finding", collection, review, review.findings, FINDINGS)


def of_agencies(collection: Collection, review: Review) -> Filters:
    """The ways to narrow the agencies down."""
    return _listed(".record--agency", collection, review, review.involvements, INVOLVEMENTS)


def of_recommendations(collection: Collection, review: Review) -> Filters:
    """The ways to narrow a review's recommendations down."""
    return _listed(".record--recommendation", collection, review, review.recommendations, RECOMMENDATIONS)


def _listed(
    of: str, collection: Collection, review: Review, records: Mapping[Slug, R], narrowings: Iterable[Narrowing[R]]
) -> Filters:
    return filters(of, collection, [Of(collection, review, each) for each in records.values()], narrowings, opens=True)


# ---- What may be chosen ------------------------------------------------------------------------


def _agencies(collection: Collection) -> Iterable[Choice]:
    """Agencies by kind, and from A to Z by the name that people use first."""
    kinds = list(dict.fromkeys(each.kind for each in collection.agencies.values()))
    found = sorted(collection.agencies.values(), key=lambda each: (kinds.index(each.kind), each.label.casefold()))
    return (Choice(each.id, each.label, f"{each.kind.label}s") for each in found)


def _themes(collection: Collection) -> Iterable[Choice]:
    return (Choice(each.id, each.title) for each in collection.themes.values())


def _years(collection: Collection) -> Iterable[Choice]:
    found = {review.head.published.text[:4] for review in collection.reviews.values()}
    return (Choice(year, year) for year in sorted(found, reverse=True))


CONCERNS = Narrowing[Event | Finding]("agency", "Concerns", "anyone", _agencies, lambda of: of.record.agencies)
THEME = Narrowing[Event | Finding | Recommendation]("theme", "Theme", "any", _themes, lambda of: of.record.themes)

RECOMMENDATIONS: tuple[Narrowing[Recommendation], ...] = (
    Narrowing[Recommendation](
        "agency",
        "Asked of",
        "anyone",
        _agencies,
        lambda asked: asked.collection.reached(asked.review.addressees(asked.record), asked.review.involvements),
        lambda review: review.involvements,
    ),
    Narrowing[Recommendation](
        "asks-for",
        "Asks for",
        "anything",
        lambda collection: (Choice(act.value, act.label) for act in Act),
        lambda asked: (act.value for act in asked.record.asks_for),
    ),
    THEME,
    Narrowing[Recommendation](
        "basis",
        "Link to a finding",
        "any",
        lambda collection: (*(Choice(each.value, each.label) for each in Basis), Choice(NONE, "No finding linked")),
        lambda asked: tuple(dict.fromkeys(link.basis.value for link in asked.record.responds_to)) or (NONE,),
    ),
    Narrowing[Recommendation](
        "scope",
        "Reaches",
        "any",
        lambda collection: (Choice(each.value, each.label) for each in Scope),
        lambda asked: [scope.value for scope in (asked.review.lists[asked.record.list_id].scope,) if scope],
    ),
    Narrowing[Recommendation](
        "status",
        "Was it done?",
        "any",
        lambda collection: (Choice(NONE, "No account is published here"),),
        lambda asked: (NONE,),
    ),
)

OF_REVIEWS = (
    Narrowing[Recommendation](
        "review",
        "Review",
        "any",
        lambda collection: (Choice(review.slug, review.head.short_title) for review in collection.reviews.values()),
        lambda asked: (asked.review.slug,),
    ),
    Narrowing[Recommendation](
        "kind",
        "Kind of review",
        "any",
        lambda collection: (Choice(kind.value, kind.label) for kind in DocumentKind),
        lambda asked: (asked.review.head.kind.value,),
    ),
    Narrowing[Recommendation](
        "year", "Published", "any year", _years, lambda asked: (asked.review.head.published.text[:4],)
    ),
)
"""What tells the recommendations of one review from those of another."""

EVENTS: tuple[Narrowing[Event], ...] = (
    Narrowing[Event](
        "track",
        "Story",
        "both",
        lambda collection: (Choice(each.value, each.label) for each in Track),
        lambda of: (of.record.track.value,),
    ),
    CONCERNS,
    THEME,
    Narrowing[Event](
        "turning",
        "Turning points",
        "all events",
        lambda collection: (Choice("yes", "Turning points only"),),
        lambda of: ("yes",) if of.record.turning_point else (),
    ),
)
FINDINGS: tuple[Narrowing[Finding], ...] = (
    Narrowing[Finding](
        "kind",
        "Kind",
        "any",
        lambda collection: (Choice(each.value, each.label) for each in FindingKind),
        lambda of: (of.record.kind.value,),
    ),
    CONCERNS,
    THEME,
    Narrowing[Finding](
        "answered",
        "Recommendation",
        "any",
        lambda collection: (Choice("yes", "Linked"), Choice(NONE, "None linked")),
        lambda of: ("yes" if of.record.id in of.review.answers_to else NONE,),
    ),
)
INVOLVEMENTS = (
    Narrowing[Involvement](
        "kind",
        "Kind",
        "any",
        lambda collection: (
            Choice(kind.value, kind.label) for kind in dict.fromkeys(each.kind for each in collection.agencies.values())
        ),
        lambda of: (of.collection.agencies[of.record.agency].kind.value,),
    ),
    Narrowing[Involvement](
        "asked",
        "Asked",
        "any",
        lambda collection: (Choice("yes", "By name or by a heading"), Choice(NONE, "Not by name")),
        lambda of: ("yes" if of.record.agency in of.review.recommendations_to else NONE,),
    ),
    Narrowing[Involvement](
        "part",
        "In the case",
        "any part",
        lambda collection: (
            Choice("event", "Part in an event"),
            Choice("finding", "Concerned by a finding"),
            Choice("management-review", "Asked for a management review"),
        ),
        lambda of: [
            word
            for word, there in (
                ("event", of.record.agency in of.review.events_of),
                ("finding", of.record.agency in of.review.findings_of),
                ("management-review", of.record.management_review),
            )
            if there
        ],
    ),
)
