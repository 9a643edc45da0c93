"""What the cards of every kind of record have in common: the chain, the citation, what is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...collection import Collection, Review, addresses
from ...records import Piece, Place, Recommendation, RecordPage
from .. import links as to
from ..shapes import Card, Citation, Fact, Group, Item, Mention, Ref, Step

HAPPENED, FOUND, RECOMMENDED = "What happened", "What was found", "What was recommended"
ADDRESSED = "Who was asked"
"""The steps of a chain."""


def withdrawn(collection: Collection, review: Review, page: RecordPage) -> tuple[Group, ...]:
    """The records that a page no longer has: their addresses stay, and say so."""
    cards = tuple(
        Card(
            id=each.id,
            title=each.title,
            text=each.reason,
            label=f"Withdrawn · {each.on.words}",
            citation=cite(
                collection,
                review,
                each,
                f"{quoted(each.title)}, withdrawn {each.on.words}",
            ),
        )
        for each in review.head.withdrawn
        if each.page is page
    )
    return (Group(f"withdrawn--{page.value}", "Withdrawn", cards),) if cards else ()


def tensions_note(review: Review, record: str) -> Fact:
    """The source tensions that bear on an event or a finding."""
    found = tuple(to.to_tension(review, tension) for tension in review.touching.get(record, ()))
    return Fact("The document disagrees with itself, or leaves this open", found)


def cite(collection: Collection, review: Review, record: Piece, what: str, cites: Iterable[Place] = ()) -> Citation:
    """A record's own address, and a sentence that cites it: publisher, date, title, the record, and where it stands."""
    head = review.head
    places = ", ".join(ref.text for ref in to.to_places(review, cites))
    named = f"{what} ({places})" if places else what
    publisher = collection.agencies[head.publisher].name
    address = addresses.of(review.slug, record)
    where = addresses.absolute(address, collection.release.site)
    words = f"{publisher} ({head.published.words}), {head.title}: {named}. Restated by {addresses.SITE_NAME}, {where}"
    return Citation(Ref(address, address), address.partition("#")[2], words)


def quoted(title: str) -> str:
    """A title within a sentence."""
    return f"‘{title}’"


def addressed(collection: Collection, review: Review, recommendations: Iterable[Recommendation]) -> Step:
    """The last step of a chain: whom its recommendations address."""
    found = dict.fromkeys(ref for rec in recommendations for ref in to.to_addressees(collection, review, rec))
    return Step(ADDRESSED, tuple(Mention(ref) for ref in found))


def chain(*steps: Step) -> tuple[Step, ...]:
    """The steps that have something to say; none at all when the record stands alone."""
    shown = tuple(step for step in steps if step.mentions or step.empty)
    return shown if any(not step.here for step in shown) else ()


def once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with each record only once, and with every link that leads to it."""
    found: dict[Item, Mention] = {}
    for mention in mentions:
        before = found.get(mention.ref)
        links = (*before.links, *mention.links) if before else mention.links
        found[mention.ref] = replace(mention, links=tuple(dict.fromkeys(links)))
    return tuple(found.values())


def noted(*facts: Fact) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in facts if any(fact.items))
