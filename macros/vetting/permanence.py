"""Addresses are promises: what was published is still there, is at its new place, or says that it was withdrawn."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..collection import Collection, addresses, permanent
from ..reading import Complaint, Where, one_of, read_yaml
from ..records import ADDRESSES, WITHDRAWN, RecordPage


def complaints(whole: Collection, root: Path) -> Iterator[Complaint]:
    """No published address leads nowhere, none is another record's now, and none is claimed twice."""
    collection = whole.without_drafts()
    drafts = {slug for slug, review in whole.reviews.items() if review.head.draft}
    current, old = permanent.now(collection), permanent.moved(collection)
    gone = permanent.withdrawn_everywhere(collection)
    yield from _claimed_twice(collection, [*current, *_claims(collection)])
    if not (root / ADDRESSES).exists():
        return
    reading = read_yaml(root / ADDRESSES, ADDRESSES)
    yield from reading.complaints
    if not reading.read:
        return
    if not isinstance(reading.value, dict):
        wrong = "the file does not hold addresses with their titles"
        yield Complaint(
            ADDRESSES, 1, Path(ADDRESSES).name, wrong, "take it back as it was; `make addresses` adds to it"
        )
        return
    published = {key: title for key, title in reading.value.items() if isinstance(title, str) and "#" in key}
    for key in reading.value.keys() - published.keys():
        wrong = f"`{key}` is not an address with its title"
        yield reading.where.complain(key, wrong, "take it back as it was; `make addresses` writes this file", key)
    for slug in sorted(each for each in drafts if any(key.startswith(addresses.review(each)) for key in published)):
        wrong = "its addresses are published, and it is a draft again"
        right = "take `draft: true` out, or take the review down as CONTRIBUTING says"
        yield Complaint(f"data/reviews/{slug}/review.yml", 1, slug, wrong, right)
    hidden = tuple(addresses.review(slug) for slug in drafts)
    published = {address: title for address, title in published.items() if not address.startswith(hidden)}
    titles = {title: address for address, title in published.items()}
    for address, title in published.items():
        if permanent.is_taken_down(collection, address):
            if title != permanent.GONE:
                wrong = "its review is taken down, and the title of this record is still here"
                yield reading.where.complain(_id(address), wrong, "run `make addresses`, which takes it out", address)
        elif address not in current and address not in old and address not in gone:
            yield _lost(address, reading.where, current, published)
        elif address in current and current[address] != title:
            other = titles.get(current[address])
            if other and other.partition("#")[0] == address.partition("#")[0]:
                wrong = f"it has the title under which `{_id(other)}` was published"
                right = "an id stays with its record: give each its own again"
                yield reading.where.complain(_id(address), wrong, right, address)


def _claims(collection: Collection) -> Iterator[str]:
    """Every address that a record claims as an old one or that was withdrawn, as often as it is claimed."""
    yield from (old for old, _ in permanent.moved_records(collection))
    yield from (addresses.of_retired(each) for each in collection.retired)
    for review in collection.reviews.values():
        yield from (addresses.of(review.slug, each) for each in review.head.withdrawn)
        yield from (addresses.review(old) for old in review.head.formerly)
        yield addresses.review(review.slug)


def _claimed_twice(collection: Collection, claims: Iterable[str]) -> Iterator[Complaint]:
    for address, times in Counter(claims).items():
        if times > 1:
            what = _id(address) or address
            wrong = f"`{what}` stands for more than one record, now or formerly, at {address}"
            right = "take it out of `formerly` or `withdrawn`, or give a record another id"
            slug = next((each for each in collection.reviews if address.startswith(addresses.review(each))), "")
            path = f"data/reviews/{slug}/review.yml" if slug else f"data/{WITHDRAWN}"
            yield Complaint(path, 1, what, wrong, right)


def _lost(address: str, where: Where, current: Mapping[str, str], published: Mapping[str, str]) -> Complaint:
    page, _, anchor = address.partition("#")
    old = anchor.removeprefix("section--")
    new = [_id(each) for each in current if each.startswith(f"{page}#") and each not in published]
    wrong = f"`{old}` was published at {page} and leads nowhere now"
    right = f"write `formerly: [{old}]` in the record that took its place"
    if page.rstrip("/").rpartition("/")[2] in [each.value for each in RecordPage] and page.startswith("/reviews/"):
        right += ", or withdraw it in review.yml"
    near = f"; as for the new id, {one_of((each.removeprefix('section--') for each in new), old)}" if new else ""
    return where.complain(old, wrong, right + near, address)


def written(collection: Collection, root: Path) -> str:
    """The list of published addresses: those of before, and those of now."""
    file = root / ADDRESSES
    before = read_yaml(file, ADDRESSES).value if file.exists() else {}
    gone = permanent.withdrawn_everywhere(collection)
    known = {**(before if isinstance(before, dict) else {}), **permanent.now(collection), **gone}
    known |= {address: permanent.GONE for address in known if permanent.is_taken_down(collection, address)}
    lines = [f"{json.dumps(key)}: {json.dumps(title, ensure_ascii=False)}" for key, title in sorted(known.items())]
    return "\n".join(
        ["# Written by `make addresses`. An address that stands here leads somewhere for ever.", *lines, ""]
    )


def _id(address: str) -> str:
    return address.partition("#")[2]
