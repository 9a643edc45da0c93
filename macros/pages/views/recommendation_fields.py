"""What is said of a recommendation beside its text: the one list for its card, its row in tables and the filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...collection import Collection, Review
from ...reading import noun
from ...records import Act, Recommendation
from .. import links as to
from ..shapes import Item


@dataclass(frozen=True)
class Asked:
    """A recommendation where it stands: in its review."""

    collection: Collection
    review: Review
    rec: Recommendation


@dataclass(frozen=True)
class Choice:
    """A word by which recommendations may be chosen."""

    word: str
    label: str
    group: str = ""
    """The heading under which it is offered among many."""


@dataclass(frozen=True)
class Narrowing:
    """A way to narrow recommendations down."""

    name: str
    label: str
    unset: str
    """What it says while nothing is chosen."""
    choices: Callable[[Collection], Iterable[Choice]]
    """What may be chosen, in the order in which it is offered."""
    of: Callable[[Asked], Iterable[str]]
    """The words that fit a recommendation."""
    offers: Callable[[Review], Iterable[str]] = lambda review: ()
    """The words of a review that are offered even if they fit none of its recommendations."""


@dataclass(frozen=True)
class Field:
    """Something that is said of a recommendation."""

    label: str
    items: Callable[[Asked], tuple[Item, ...]]
    in_table: bool = True
    narrowing: Narrowing | None = None


def asks_for(acts: Iterable[Act]) -> tuple[str, ...]:
    """What a recommendation asks for, a few words each."""
    return tuple(act.label if number == 0 else act.label.lower() for number, act in enumerate(acts))


def _scope(asked: Asked) -> tuple[Item, ...]:
    scope = asked.review.lists[asked.rec.list_id].scope
    return (scope.label,) if scope else ()


def _places(asked: Asked) -> tuple[Item, ...]:
    """Where the document says it: its own place in its list, or the paragraphs in which it stands."""
    rec, review = asked.rec, asked.review
    if rec.cites:
        return to.to_places(review, rec.cites)
    where = noun(2, review.holds(rec).label).capitalize()
    return (f"{where}, {review.label(rec)}" if rec.printed_number else f"{where}, {review.lists[rec.list_id].label}",)


def _agencies(collection: Collection) -> Iterable[Choice]:
    """Agencies by kind, and from A to Z by the name that people use first."""
    kinds = list(dict.fromkeys(each.kind for each in collection.agencies.values()))
    found = sorted(collection.agencies.values(), key=lambda each: (kinds.index(each.kind), each.label.casefold()))
    return (Choice(each.id, each.label, f"{each.kind.label}s") for each in found)


FIELDS: tuple[Field, ...] = (
    Field(
        "Addressed to",
        lambda asked: to.to_addressees(asked.collection, asked.review, asked.rec),
        narrowing=Narrowing(
            "agency",
            "Asked of",
            "anyone",
            _agencies,
            lambda asked: asked.collection.reached(asked.review.addressees(asked.rec), asked.review.involvements),
            lambda review: review.involvements,
        ),
    ),
    Field(
        "Asks for",
        lambda asked: asks_for(asked.rec.asks_for),
        narrowing=Narrowing(
            "asks-for",
            "Asks for",
            "anything",
            lambda collection: (Choice(act.value, act.label) for act in Act),
            lambda asked: (act.value for act in asked.rec.asks_for),
        ),
    ),
    Field(
        "Themes",
        lambda asked: to.to_themes(asked.collection, asked.rec.themes),
        narrowing=Narrowing(
            "theme",
            "Theme",
            "any",
            lambda collection: (Choice(each.id, each.title) for each in collection.themes.values()),
            lambda asked: asked.rec.themes,
        ),
    ),
    Field("Glossary terms", lambda asked: to.to_terms(asked.collection, asked.rec.terms), in_table=False),
    Field("Reaches", lambda asked: _scope(asked), in_table=False),
    Field("Document", lambda asked: _places(asked), in_table=False),
    Field("Was it done?", lambda asked: ("no account is published here",), in_table=False),
)
"""In the order in which readers see them."""

NARROWINGS = tuple(field.narrowing for field in FIELDS if field.narrowing)
"""The ways to narrow the recommendations of a review down."""
