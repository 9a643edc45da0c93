"""What the cards of every kind of record have in common: the citation, what is withdrawn, words in brief."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from ...collection import Collection, Review
from ...records import Finding, Place, Recommendation, RecordPage
from .. import links as to
from ..shapes import Card, Fact, Group

drawn_once = functools.lru_cache(maxsize=1)
"""For cards that a page asks for twice in turn: for its contents, and for its records."""


def called(review: Review, recommendation: Recommendation) -> str:
    """What a citation calls it: 'recommendation Health 2', and 'question 3' where its label says that already."""
    label, what = review.label(recommendation), review.holds(recommendation).label
    return f"{label[:1].lower()}{label[1:]}" if label.lower().startswith(what) else f"{what} {label}"


def withdrawn(review: Review, page: RecordPage) -> tuple[Group, ...]:
    """The records that a page no longer has: their addresses stay, and say so."""
    cards = tuple(
        Card(
            id=each.id,
            title=each.title,
            text=each.reason,
            label=f"Withdrawn · {each.on.words}",
            cited=f"{quoted(each.title)}, withdrawn {each.on.words}",
        )
        for each in review.head.withdrawn
        if each.page is page
    )
    return (Group(f"withdrawn--{page.value}", "Withdrawn", cards),) if cards else ()


def tensions_note(review: Review, record: str) -> Fact:
    """The source tensions that bear on an event or a finding."""
    found = tuple(to.to_tension(review, tension) for tension in review.touching.get(record, ()))
    return Fact("The document disagrees with itself, or leaves this open", found)


def cited(review: Review, what: str, cites: Iterable[Place] = ()) -> str:
    """What a citation of a record calls it: the record, and where it stands."""
    places = ", ".join(ref.text for ref in to.to_places(review, cites))
    return f"{what} ({places})" if places else what


def quoted(title: str) -> str:
    """A title within a sentence."""
    return f"‘{title}’"


def by_first_theme(collection: Collection, review: Review) -> list[tuple[str, str, tuple[Finding, ...]]]:
    """A review's findings under the first theme of each: the group's id, its heading, the findings."""
    found: dict[str, list[Finding]] = {theme: [] for theme in (*collection.themes, "none")}
    for finding in review.findings.values():
        found[finding.themes[0] if finding.themes else "none"].append(finding)
    titles = {each.id: each.title for each in collection.themes.values()} | {"none": "Under no theme"}
    return [(f"theme--{theme}", titles[theme], tuple(under)) for theme, under in found.items() if under]


def first_of(words: Iterable[str]) -> str:
    """The first of some words, and how many more there are: 'Paediatricians, +1'."""
    first, *others = [*words, ""]
    return f"{first}, +{len(others) - 1}" if len(others) > 1 else first


def noted(*facts: Fact) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in facts if any(fact.items))
