"""YAML → records, with path and line for every complaint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..collection import Collection, Review, in_document_order, in_language, in_order, under_findings
from ..reading import BrokenData, Complaint, Reading, Where, is_left_behind, one_of, read_text, read_yaml, shared_out
from ..records import (
    ADDRESSES,
    HEAD,
    LISTS,
    OPTIONAL,
    SCHEMAS,
    SLUG,
    VOCABULARIES,
    Head,
    Record,
    TakenDownReview,
    WrittenRecord,
    said,
)
from . import anonymity, identities, left_over, page_calls, permanence, rules, taken_down
from .written_review import Ids, WrittenReview, keys

Select = Callable[[tuple[str, ...]], tuple[str, ...]]
"""Chooses among the reviews' folders."""


def load(root: Path, only: Select | None = None, promised: bool = True) -> Collection:
    """Read ``data/`` under ``root`` and hold it against itself and the pages in ``docs/``.

    ``only`` chooses among the reviews, so that one or some of many can be built; then what concerns all of them
    together, names and published addresses, is left to whoever reads all. ``promised`` says whether published
    addresses are held against what is there. Raises BrokenData with every complaint there is, and Refused where
    ``only`` asks for what is not there.
    """
    found: list[Complaint] = []
    there = tuple(_slugs(root, found))
    slugs = only(there) if only else there
    elsewhere = frozenset(there) - frozenset(slugs)
    readings = _read(root, slugs)
    shared = {file: _list(readings, f"data/{file}", model, found) for file, (_, model) in VOCABULARIES.items()}
    found += _strays(root / "data", "data", (*VOCABULARIES, "reviews", Path(SCHEMAS).name, Path(ADDRESSES).name))
    ids = {kind: keys(shared[file]) for file, (kind, _) in VOCABULARIES.items()}
    for entries in shared.values():
        found += rules.of_vocabulary(entries or (), ids)
    taken = _taken_down(root, readings, slugs, found)
    slugs = tuple(slug for slug in slugs if slug not in taken)
    written = [_review(readings, slug, ids, found) for slug in slugs]
    for review in written:
        found += rules.of_review(review)
    for slug in slugs:
        found += _strays(root / "data/reviews" / slug, f"data/reviews/{slug}", (*LISTS, HEAD[0]))
    drafts = {review.slug for review in written if review.shape and review.shape.draft}
    needs = {review.slug: review.kinds for review in written}
    of_reviews = {review.slug: review.ids for review in written}
    found += page_calls.complaints(root, ids, of_reviews, drafts, needs, elsewhere, frozenset(taken))
    found += left_over.complaints(root)
    everything = [entry for entries in shared.values() for entry in entries or ()]
    everything += [entry for review in written for entry in review.entries]
    everything += taken.values()
    if only is None:
        found += identities.complaints(root, everything, whole=not found)
    if found:
        raise BrokenData(found)
    collection = Collection(
        agencies=_by_id(shared["agencies.yml"]),
        themes=_by_id(shared["themes.yml"]),
        sources=_by_id(shared["sources.yml"]),
        terms=_by_id(shared["glossary.yml"]),
        words=tuple(entry.record for entry in shared["words.yml"] or ()),
        helplines=_by_id(shared["helplines.yml"]),
        reviews={review.slug: _bound(review) for review in written},
        taken_down={slug: entry.record for slug, entry in taken.items()},
        retired=tuple(entry.record for entry in shared["withdrawn.yml"] or ()),
        elsewhere=elsewhere,
    )
    gone = [] if only or not promised else list(permanence.complaints(collection, root))
    if gone:
        raise BrokenData(gone)
    return collection


def forget() -> None:
    """Let go of what is kept only so that the next reading is quick: a build that reads once has no use for it."""
    for cached in (read_text, page_calls.read_page, anonymity.traces):
        cached.cache_clear()


def _slugs(root: Path, found: list[Complaint]) -> Iterator[str]:
    """The review folders; the folder's name is the review's slug."""
    folder = root / "data" / "reviews"
    if not folder.is_dir():
        found.append(Complaint("data/reviews", 1, "reviews", "the folder is missing", "add it, with a folder a review"))
        return
    for each in sorted(folder.iterdir()):
        if is_left_behind(each.name):
            continue
        if each.is_dir() and re.fullmatch(SLUG, each.name):
            yield each.name
            continue
        what = "folder" if each.is_dir() else "file"
        wrong = f"the {what}'s name `{each.name}` cannot be a review's address"
        right = "there should be a folder a review, named with small letters, digits and hyphens"
        found.append(Complaint(f"data/reviews/{each.name}", 1, each.name, wrong, right))


def _read(root: Path, slugs: Iterable[str]) -> Mapping[str, Reading]:
    """What stands in each file of records, by its path."""
    paths = [f"data/{file}" for file in VOCABULARIES]
    paths += [f"data/reviews/{slug}/{file}" for slug in slugs for file in (*LISTS, HEAD[0])]
    size = sum((root / path).stat().st_size for path in paths if (root / path).is_file())
    return dict(zip(paths, shared_out(partial(_read_one, root), paths, size), strict=True))


def _read_one(root: Path, path: str) -> Reading:
    if Path(path).name in OPTIONAL and not (root / path).exists():
        return Reading([], Where(path))
    return read_yaml(root / path, path)


def _review(readings: Mapping[str, Reading], slug: str, shared_ids: Ids, found: list[Complaint]) -> WrittenReview:
    folder = f"data/reviews/{slug}"
    lists = {file: _list(readings, f"{folder}/{file}", model, found) for file, (_, model) in LISTS.items()}
    file, model = HEAD
    reading = readings[f"{folder}/{file}"]
    found += reading.complaints
    head = _entry(model, reading.value, reading.where, found) if reading.read else None
    ids = {**shared_ids, **{kind: keys(lists[file]) for file, (kind, _) in LISTS.items()}}
    return WrittenReview(slug, folder, head, {file: entries or [] for file, entries in lists.items()}, ids)


def _taken_down(
    root: Path, readings: Mapping[str, Reading], slugs: Iterable[str], found: list[Complaint]
) -> dict[str, WrittenRecord]:
    """What is left of the reviews that were taken down."""
    gone = {}
    for slug in slugs:
        head = readings[f"data/reviews/{slug}/{HEAD[0]}"]
        if taken_down.is_taken_down(head):
            found += head.complaints
            gone[slug] = _entry(TakenDownReview, head.value, head.where, found)
            found += taken_down.content_left(root, slug, gone[slug])
    return gone


def _strays(folder: Path, shown: str, expected: Iterable[str]) -> Iterator[Complaint]:
    """Files that nobody reads: a slip in a name would otherwise pass unseen."""
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.name not in expected and not is_left_behind(each.name):
            yield Complaint(f"{shown}/{each.name}", 1, each.name, "nothing reads this", one_of(expected, each.name))


def _list(
    readings: Mapping[str, Reading], path: str, model: type[Record], found: list[Complaint]
) -> list[WrittenRecord] | None:
    """The records of one file as they are written; None when the file cannot be read."""
    reading = readings[path]
    found += reading.complaints
    if not reading.read:
        return None
    if not isinstance(reading.value, list):
        wrong = "the file does not hold a list"
        found.append(Complaint(path, 1, Path(path).name, wrong, f"begin each record with `- {model.NAMED_BY}:`"))
        return None
    return [_entry(model, value, reading.where.within(n), found) for n, value in enumerate(reading.value)]


def _entry(model: type[Record], value: object, where: Where, found: list[Complaint]) -> WrittenRecord:
    try:
        return WrittenRecord(model, value, where, model.read(value, where))
    except ValidationError as error:
        entry = WrittenRecord(model, value, where, None)
        found += [where.complain(entry.name, wrong, right, *keys) for keys, wrong, right in said(model, error)]
        return entry


def _bound(review: WrittenReview) -> Review:
    """A review that has passed every check, its records under their ids and its events in order."""
    assert review.head is not None
    records = {file: [entry.record for entry in entries] for file, entries in review.lists.items()}
    head: Head = review.head.record
    lists = {each.id: each for each in head.lists}
    findings = {each.id: each for each in records["findings.yml"]}
    return Review(
        slug=review.slug,
        head=head,
        involvements={each.agency: each for each in records["agencies.yml"]},
        paragraphs={each.place: each for each in in_document_order(records["paragraphs.yml"])},
        events={each.id: in_language(each, head.language) for each in in_order(records["timeline.yml"])},
        findings=findings,
        recommendations={each.id: each for each in under_findings(records["recommendations.yml"], lists, findings)},
    )


def _by_id(entries: list[WrittenRecord] | None) -> dict[str, Any]:
    return {entry.record.id: entry.record for entry in entries or ()}
