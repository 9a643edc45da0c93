"""Where records stand now, where they stood before, and which are withdrawn: addresses are promises."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import (
    Agency,
    Event,
    Finding,
    Helpline,
    Involvement,
    Paragraph,
    Recommendation,
    Section,
    Slug,
    Tension,
    Term,
    Theme,
    in_full,
)
from . import addresses
from .collection import Collection
from .review import Review

Shared = Agency | Theme | Term | Helpline

"""What reviews share, and what has an address."""

Addressed = Event | Finding | Recommendation | Tension | Involvement | Paragraph | Section

"""What has an address in a review."""


def now(collection: Collection) -> dict[str, str]:
    """Every record's address, with its title."""
    found = {addresses.of_shared(record): _title(collection, record) for record in shared_records(collection)}
    for slug, review in collection.reviews.items():
        found |= {addresses.of(slug, record): _title(collection, record) for record in records_of(review)}
        found |= {addresses.of_part(slug, rec, part): rec.title for rec, part in review.parts.values()}
    return found


def moved(collection: Collection) -> dict[str, str]:
    """Addresses that records had before, each with the one that it leads to."""
    found = dict(moved_records(collection))
    for review in collection.reviews.values():
        for old in review.head.formerly:
            here, there = addresses.review(old), addresses.review(review.slug)
            known = [each for each in (*now(collection), *found, *withdrawn(review)) if each.startswith(there)]
            found |= {each.replace(there, here, 1): found.get(each, each) for each in known}
    return found


def moved_records(collection: Collection) -> Iterator[tuple[str, str]]:
    """For each id that a record had before, its address of then and that of now."""
    for shared in shared_records(collection):
        for old in shared.formerly:
            yield addresses.of_shared(shared, old), addresses.of_shared(shared)
    for slug, review in collection.reviews.items():
        for record in records_of(review):
            for old in _formerly(collection, record):
                yield addresses.of(slug, record, old), addresses.of(slug, record)


def shared_records(collection: Collection) -> Iterator[Shared]:
    """The records that reviews share, and that have an address."""
    yield from collection.agencies.values()
    yield from collection.themes.values()
    yield from collection.terms.values()
    yield from collection.helplines.values()


def records_of(review: Review) -> Iterator[Addressed]:
    """The records of a review that have an address."""
    yield from review.events.values()
    yield from review.findings.values()
    yield from review.recommendations.values()
    yield from review.tensions.values()
    yield from review.involvements.values()
    yield from review.paragraphs.values()
    yield from review.head.sections


def withdrawn(review: Review) -> dict[str, str]:
    """The addresses of a review's withdrawn records, with their titles."""
    return {addresses.of(review.slug, each): each.title for each in review.head.withdrawn}


def withdrawn_everywhere(collection: Collection) -> dict[str, str]:
    """The addresses of all withdrawn records, with their titles."""
    found = {addresses.of_retired(each): each.title for each in collection.retired}
    for each in collection.retired:
        found |= {addresses.of_retired(each, old): each.title for old in each.formerly}
    for review in collection.reviews.values():
        found |= withdrawn(review)
    return found


GONE = "taken down"
"""The title that is left of an address of a review that was taken down."""


def is_taken_down(collection: Collection, address: str) -> bool:
    """Whether an address is of a review that was taken down."""
    slugs = (slug for key, review in collection.taken_down.items() for slug in (key, *review.formerly))
    return any(address.startswith(addresses.review(slug)) for slug in slugs)


def pages_moved(collection: Collection) -> dict[str, str]:
    """The pages of reviews whose folder had another name, each with the page to which it leads."""
    return {
        addresses.review(old, page): addresses.review(review.slug, page)
        for review in collection.reviews.values()
        for old in review.head.formerly
        for page in addresses.pages_of(review.kinds)
    }


def _title(collection: Collection, record: Shared | Addressed) -> str:
    match record:
        case Agency() | Helpline():
            return record.name
        case Term():
            return record.term
        case Involvement():
            return collection.agencies[record.agency].name
        case Paragraph():
            return in_full(record.place)
        case Section():
            return record.heading
    return record.title


def _formerly(collection: Collection, record: Addressed) -> tuple[Slug, ...]:
    """The ids that a record had before; a part in a review is known by its agency's."""
    match record:
        case Paragraph():
            return ()
        case Involvement():
            return collection.agencies[record.agency].formerly
    return record.formerly
