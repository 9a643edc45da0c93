"""What the cards of every kind of record have in common: the chain, the citation, what is withdrawn."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from ...collection import Collection, Review, counts
from ...records import Holds, Place, Recommendation, RecordPage
from .. import links as to
from ..shapes import Card, Fact, Group, Mention, Step

drawn_once = functools.lru_cache(maxsize=1)
"""For cards that a page asks for twice in turn: for its contents, and for its records."""

HAPPENED, FOUND, ADDRESSED = "What happened", "What was found", "Who was asked"
"""The steps of a chain, but for the one whose name the document's lists decide."""

_ASKED_FOR = {
    Holds.RECOMMENDATIONS: "What was recommended",
    Holds.QUESTIONS: "What was asked",
    Holds.CONCERNS: "What gives concern",
    Holds.LEARNING_POINTS: "What is to be learned",
    Holds.ACTIONS: "What is to be done",
}


def asked_for(review: Review) -> str:
    """The step of a chain that follows what was found: what was recommended, or whatever else the lists hold."""
    kinds = counts.kinds(review)
    return _ASKED_FOR[kinds[0]] if len(kinds) == 1 else "What it asks for"


def called(review: Review, recommendation: Recommendation) -> str:
    """What a citation calls it: 'recommendation Health 2', and 'question 3' where its label says that already."""
    label, what = review.label(recommendation), review.holds(recommendation).label
    return f"{label[:1].lower()}{label[1:]}" if label.lower().startswith(what) else f"{what} {label}"


def nothing_linked(review: Review) -> str:
    """What to say where nothing responds to a finding; nothing where the document recommends nothing."""
    return f"No {counts.one(review)} is linked to it." if review.recommendations else ""


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


def addressed(collection: Collection, review: Review, recommendations: Iterable[Recommendation]) -> Step:
    """The last step of a chain: whom its recommendations address."""
    found = dict.fromkeys(ref for rec in recommendations for ref in to.to_addressees(collection, review, rec))
    return Step(ADDRESSED, tuple(Mention(ref) for ref in found))


def chain(*steps: Step) -> tuple[Step, ...]:
    """The steps that have something to say."""
    return tuple(step for step in steps if step.mentions or step.empty)


def noted(*facts: Fact) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in facts if any(fact.items))
