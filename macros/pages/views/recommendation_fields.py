"""What is said of a recommendation beside its text: the one list for its card and its row in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...reading import noun
from ...records import Act
from .. import links as to
from ..shapes import Item
from .narrowing import Asked


@dataclass(frozen=True)
class Field:
    """Something that is said of a recommendation."""

    label: str
    items: Callable[[Asked], tuple[Item, ...]]
    in_table: bool = True


def asks_for(acts: Iterable[Act]) -> tuple[str, ...]:
    """What a recommendation asks for, a few words each."""
    return tuple(act.label if number == 0 else act.label.lower() for number, act in enumerate(acts))


def _scope(asked: Asked) -> tuple[Item, ...]:
    scope = asked.review.lists[asked.record.list_id].scope
    return (scope.label,) if scope else ()


def _places(asked: Asked) -> tuple[Item, ...]:
    """Where the document says it: its own place in its list, or the paragraphs in which it stands."""
    rec, review = asked.record, asked.review
    if rec.cites:
        return to.to_places(review, rec.cites)
    where = noun(2, review.holds(rec).label).capitalize()
    return (f"{where}, {review.label(rec)}" if rec.printed_number else f"{where}, {review.lists[rec.list_id].label}",)


FIELDS: tuple[Field, ...] = (
    Field("Addressed to", lambda asked: to.to_addressees(asked.collection, asked.review, asked.record)),
    Field("Asks for", lambda asked: asks_for(asked.record.asks_for)),
    Field("Themes", lambda asked: to.to_themes(asked.collection, asked.record.themes)),
    Field("Glossary terms", lambda asked: to.to_terms(asked.collection, asked.record.terms), in_table=False),
    Field("Reaches", lambda asked: _scope(asked), in_table=False),
    Field("Document", lambda asked: _places(asked), in_table=False),
    Field("Was it done?", lambda asked: ("no account is published here",), in_table=False),
)
"""In the order in which readers see them."""
