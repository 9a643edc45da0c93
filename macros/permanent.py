"""Addresses are promises: what was published is still there, is at its new place, or says that it was withdrawn."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from . import addresses
from .collection import Collection, Review
from .complaints import Complaint, one_of
from .files import PUBLISHED
from .models import Slug, WithdrawnFrom
from .reading import Where, read_yaml

_PAGES = {"events": "timeline", "findings": "findings", "recommendations": "recommendations", "tensions": "process"}
"""The page of a review on which each kind of record stands."""


def now(collection: Collection) -> dict[str, str]:
    """Every record's address, with its title."""
    found: dict[str, str] = {}
    for page, shared in (("agencies", collection.agencies), ("themes", collection.themes)):
        for key, record in shared.items():
            found[addresses.shared(page, key)] = getattr(record, "name", "") or getattr(record, "title", "")
    found |= {addresses.shared("glossary", key): term.term for key, term in collection.terms.items()}
    found |= {addresses.shared("about/help", key): line.name for key, line in collection.helplines.items()}
    for slug, review in collection.reviews.items():
        for kind, page in _PAGES.items():
            found |= {addresses.review(slug, page, key): each.title for key, each in getattr(review, kind).items()}
        for agency in review.involvements:
            found[addresses.review(slug, "agencies", agency)] = collection.agencies[agency].name
        for number in review.paragraphs:
            found[addresses.place(slug, number)] = f"Paragraph {number}"
        for section in review.head.sections:
            found[addresses.review(slug, "paragraphs", f"section--{section.id}")] = section.heading
    return found


def moved(collection: Collection) -> dict[str, str]:
    """Addresses that records had before, each with the one that it leads to."""
    found: dict[str, str] = {}
    for page, shared in _shared(collection):
        for key, record in shared.items():
            for old in getattr(record, "formerly", ()):
                found[addresses.shared(page, old)] = addresses.shared(page, key)
    for review in collection.reviews.values():
        found |= dict(_moved_within(collection, review))
    for review in collection.reviews.values():
        for old in review.head.formerly:
            here, there = addresses.review(old), addresses.review(review.slug)
            known = [each for each in (*now(collection), *found, *withdrawn(review)) if each.startswith(there)]
            found |= {each.replace(there, here, 1): found.get(each, each) for each in known}
    return found


def _shared(collection: Collection) -> tuple[tuple[str, Mapping[Slug, object]], ...]:
    """What reviews share, with the page on which it stands."""
    return (
        ("agencies", collection.agencies),
        ("themes", collection.themes),
        ("glossary", collection.terms),
        ("about/help", collection.helplines),
    )


def _moved_within(collection: Collection, review: Review) -> Iterator[tuple[str, str]]:
    for kind, page in _PAGES.items():
        for key, record in getattr(review, kind).items():
            for old in record.formerly:
                yield addresses.review(review.slug, page, old), addresses.review(review.slug, page, key)
    for section in review.head.sections:
        here = addresses.review(review.slug, "paragraphs", f"section--{section.id}")
        for old in section.formerly:
            yield addresses.review(review.slug, "paragraphs", f"section--{old}"), here
    for agency in review.involvements:
        for old in collection.agencies[agency].formerly:
            yield addresses.review(review.slug, "agencies", old), addresses.review(review.slug, "agencies", agency)


def withdrawn(review: Review) -> dict[str, str]:
    """The addresses of a review's withdrawn records, with their titles."""
    return {addresses.review(review.slug, each.page.value, each.id): each.title for each in review.head.withdrawn}


def pages_moved(collection: Collection) -> dict[str, str]:
    """The pages of reviews whose folder had another name, each with the page to which it leads."""
    return {
        addresses.review(old, page): addresses.review(review.slug, page)
        for review in collection.reviews.values()
        for old in review.head.formerly
        for page in addresses.REVIEW_PAGES
    }


def complaints(collection: Collection, root: Path) -> Iterator[Complaint]:
    """No published address leads nowhere, none is another record's now, and none is claimed twice."""
    current, old = now(collection), moved(collection)
    gone = {address for review in collection.reviews.values() for address in withdrawn(review)}
    yield from _claimed_twice(collection, [*current, *_claims(collection)])
    if not (root / PUBLISHED).exists():
        return
    reading = read_yaml(root / PUBLISHED, PUBLISHED)
    yield from reading.complaints
    if not reading.read:
        return
    if not isinstance(reading.value, dict):
        wrong = "the file does not hold addresses with their titles"
        yield Complaint(
            PUBLISHED, 1, Path(PUBLISHED).name, wrong, "take it back as it was; `make published` adds to it"
        )
        return
    published = {key: title for key, title in reading.value.items() if isinstance(title, str) and "#" in key}
    for key in reading.value.keys() - published.keys():
        wrong = f"`{key}` is not an address with its title"
        yield reading.where.complain(key, wrong, "take it back as it was; `make published` writes this file", key)
    titles = {title: address for address, title in published.items()}
    for address, title in published.items():
        if address not in current and address not in old and address not in gone:
            yield _lost(address, reading.where, current, published)
        elif address in current and current[address] != title:
            other = titles.get(current[address])
            if other and other.partition("#")[0] == address.partition("#")[0]:
                wrong = f"it has the title under which `{_id(other)}` was published"
                right = "an id stays with its record: give each its own again"
                yield reading.where.complain(_id(address), wrong, right, address)


def _claims(collection: Collection) -> Iterator[str]:
    """Every address that a record claims as an old one or that was withdrawn, as often as it is claimed."""
    for page, shared in _shared(collection):
        for record in shared.values():
            yield from (addresses.shared(page, old) for old in getattr(record, "formerly", ()))
    for review in collection.reviews.values():
        yield from (old for old, _ in _moved_within(collection, review))
        for each in review.head.withdrawn:
            yield addresses.review(review.slug, each.page.value, each.id)
        yield from (addresses.review(old) for old in review.head.formerly)
        yield addresses.review(review.slug)


def _claimed_twice(collection: Collection, claims: Iterable[str]) -> Iterator[Complaint]:
    for address, times in Counter(claims).items():
        if times > 1:
            what = _id(address) or address
            wrong = f"`{what}` stands for more than one record, now or formerly, at {address}"
            right = "take it out of `formerly` or `withdrawn`, or give a record another id"
            slug = next((each for each in collection.reviews if address.startswith(addresses.review(each))), "")
            path = f"data/reviews/{slug}/review.yml" if slug else "data"
            yield Complaint(path, 1, what, wrong, right)


def _lost(address: str, where: Where, current: Mapping[str, str], published: Mapping[str, str]) -> Complaint:
    page, _, anchor = address.partition("#")
    old = anchor.removeprefix("section--")
    new = [_id(each) for each in current if each.startswith(f"{page}#") and each not in published]
    wrong = f"`{old}` was published at {page} and leads nowhere now"
    right = f"write `formerly: [{old}]` in the record that took its place"
    if page.rstrip("/").rpartition("/")[2] in [each.value for each in WithdrawnFrom] and page.startswith("/reviews/"):
        right += ", or withdraw it in review.yml"
    near = f"; as for the new id, {one_of((each.removeprefix('section--') for each in new), old)}" if new else ""
    return where.complain(old, wrong, right + near, address)


def written(collection: Collection, root: Path) -> str:
    """The list of published addresses: those of before, and those of now."""
    file = root / PUBLISHED
    before = read_yaml(file, PUBLISHED).value if file.exists() else {}
    gone = {key: title for review in collection.reviews.values() for key, title in withdrawn(review).items()}
    known = {**(before if isinstance(before, dict) else {}), **now(collection), **gone}
    lines = [f"{json.dumps(key)}: {json.dumps(title, ensure_ascii=False)}" for key, title in sorted(known.items())]
    return "\n".join(
        ["# Written by `make published`. An address that stands here leads somewhere for ever.", *lines, ""]
    )


def _id(address: str) -> str:
    return address.partition("#")[2]
