"""The rules that no single record can keep: each a generator of complaints whose docstring states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .collection import circle
from .complaints import Complaint, one_of
from .models import Event, Head, Paragraph, Part, Recommendation, Record
from .reading import Key, Where

Ids = Mapping[str, frozenset[Key] | None]
"""The ids of each kind that are written, well or badly; None for a kind whose file cannot be read."""


@dataclass(frozen=True)
class Written:
    """A review as it was read, before anyone knows whether it holds together."""

    slug: str
    folder: Where
    head: Head | None
    records: Mapping[str, Sequence[Any]]
    ids: Ids

    def where_of(self, file: str) -> Where:
        """The first line of one of its files."""
        return Where(f"{self.folder.path}/{file}")


def references(part: Part, at: tuple[Key, ...] = ()) -> Iterator[tuple[str, Key, tuple[Key, ...]]]:
    """Every (kind, id, keys) by which a record names another, however deep it stands."""
    kinds = type(part).names()
    for key in type(part).model_fields:
        value = getattr(part, key)
        if isinstance(value, tuple):
            items = [(item, (*at, key, number)) for number, item in enumerate(value)]
        else:
            items = [(value, (*at, key))]
        for item, place in items:
            if isinstance(item, Part):
                yield from references(item, place)
            elif key in kinds and item is not None:
                yield kinds[key], item, place


def unknown_ids(records: Iterable[Record], ids: Ids) -> Iterator[Complaint]:
    """Every id that a record names is the id of a record."""
    for record in records:
        for kind, value, keys in references(record):
            known = known_ids(kind, ids)
            if known is None or value in known:
                continue
            yield record.where.complain(record.known_as, *not_there(kind, value, known), *keys)


def not_there(kind: str, value: Key, known: Iterable[Key]) -> tuple[str, str]:
    """What is wrong and what would be right when an id is not among those that are known."""
    if isinstance(value, int):
        numbers = sorted(number for number in known if isinstance(number, int))
        right = f"the document's paragraphs are {numbers[0]} to {numbers[-1]}" if numbers else "there are none yet"
        return f"there is no paragraph {value}", right
    return f"there is no {kind} `{value}`", one_of(map(str, known), value)


def known_ids(kind: str, ids: Ids) -> frozenset[Key] | None:
    """The ids by which a value may name a record of this kind; None when the file that says so cannot be read."""
    if kind == "place":
        parts = [ids["paragraph"], ids["recommendation"], frozenset({"cover"})]
    elif kind == "event or finding":
        parts = [ids["event"], ids["finding"]]
    else:
        return ids[kind]
    return frozenset().union(*(p or () for p in parts)) if None not in parts else None


def repeated_ids(records: Iterable[Record]) -> Iterator[Complaint]:
    """No two records of a file have the same id."""
    first: dict[str, int] = {}
    for record in records:
        line = record.where.line(record.NAMED_BY)
        if record.known_as in first:
            wrong = f"the {record.NAMED_BY} `{record.known_as}` stands twice, first in line {first[record.known_as]}"
            yield record.where.complain(record.known_as, wrong, "give each its own", record.NAMED_BY)
        first.setdefault(record.known_as, line)


def repeated_values(records: Iterable[Record]) -> Iterator[Complaint]:
    """No list of ids names the same one twice."""
    for record in records:
        seen: set[tuple[Any, ...]] = set()
        for kind, value, keys in references(record):
            mark = (kind, value, keys[:-1])
            if mark in seen and isinstance(keys[-1], int):
                yield record.where.complain(record.known_as, f"`{value}` stands twice here", "name it once", *keys)
            seen.add(mark)


def section_ranges(review: Written) -> Iterator[Complaint]:
    """The sections follow one another from paragraph 1 without gap or overlap."""
    if not review.head:
        return
    expected = 1
    for number, section in enumerate(review.head.sections):
        first, last = section.paragraphs
        keys = ("sections", number, "paragraphs")
        if first != expected:
            wrong = f"the section `{section.id}` begins with paragraph {first}"
            yield review.head.where.complain(section.id, wrong, f"it should begin with {expected}", *keys)
        if last < first:
            wrong = f"the section `{section.id}` ends before it begins"
            yield review.head.where.complain(section.id, wrong, f"write it as {last}-{first}", *keys)
        expected = max(first, last) + 1


def paragraph_numbers(review: Written) -> Iterator[Complaint]:
    """There is one gist for each paragraph that the sections hold, and none outside them."""
    written = review.ids["paragraph"]
    if not review.head or written is None:
        return
    size = max(section.paragraphs[1] for section in review.head.sections)
    for record in review.records["paragraphs.yml"]:
        if isinstance(record, Paragraph) and record.number > size:
            wrong = f"there is no paragraph {record.number} in the document"
            yield record.where.complain(record.known_as, wrong, f"the sections of review.yml end with {size}", "number")
    for number in range(1, size + 1):
        if number not in written:
            where = review.where_of("paragraphs.yml")
            yield where.complain(str(number), f"paragraph {number} has no gist", "add `number` and `gist` for it")


def recommendation_numbers(review: Written) -> Iterator[Complaint]:
    """Each recommendation stands in a list with a number that the list has, and no number is missing."""
    written = review.ids["recommendation"]
    if not review.head or written is None:
        return
    lists = {each.id: each for each in review.head.lists}
    for record in review.records["recommendations.yml"]:
        if not isinstance(record, Recommendation):
            continue
        if record.list_id not in lists:
            wrong = f"there is no list `{record.list_id or record.id}`"
            right = f"an id is a list and a number, and as for the list, {one_of(lists, record.list_id)}"
            yield record.where.complain(record.id, wrong, right, "id")
        elif not 1 <= record.number <= lists[record.list_id].size or str(record.number) != record.id.rpartition("-")[2]:
            size = lists[record.list_id].size
            wrong = f"the list `{record.list_id}` has no number {record.id.rpartition('-')[2]}"
            yield record.where.complain(record.id, wrong, f"its numbers are 1 to {size}", "id")
    for each in lists.values():
        for number in range(1, each.size + 1):
            if f"{each.id}-{number}" not in written:
                where = review.where_of("recommendations.yml")
                wrong = f"the list `{each.id}` has {each.size} recommendations, and this one is missing"
                right = "add it, or mend the list's `size` in review.yml"
                yield where.complain(f"{each.id}-{number}", wrong, right)


def circles_of_events(review: Written) -> Iterator[Complaint]:
    """No event comes after itself, by however many steps."""
    events = [event for event in review.records["timeline.yml"] if isinstance(event, Event)]
    ring = circle(events)
    for event in events:
        if ring and event.id == ring[0]:
            way = " after ".join(ring)
            yield event.where.complain(event.id, f"it comes after itself: {way}", "take one `after` out", "after")


def agencies_without_a_part(review: Written) -> Iterator[Complaint]:
    """Every agency that a review's records name has its part in the case written in the review's agencies.yml."""
    parts = review.ids["involvement"]
    if parts is None:
        return
    told: set[Key] = set()
    for record in [*([review.head] if review.head else []), *(r for file in review.records.values() for r in file)]:
        for kind, value, keys in references(record):
            if kind == "agency" and value not in parts and value not in told and value in (review.ids["agency"] or ()):
                told.add(value)
                wrong = f"the agency `{value}` has no part in {review.folder.path}/agencies.yml"
                yield record.where.complain(record.known_as, wrong, "add its `role` and `cites` there", *keys)


def of_review(review: Written) -> Iterator[Complaint]:
    """All that the rules find in one review."""
    for records in review.records.values():
        yield from repeated_ids(records)
        yield from repeated_values(records)
        yield from unknown_ids(records, review.ids)
    if review.head:
        yield from unknown_ids([review.head], review.ids)
        yield from repeated_values([review.head])
    for rule in (section_ranges, paragraph_numbers, recommendation_numbers, circles_of_events, agencies_without_a_part):
        yield from rule(review)


def of_vocabulary(records: Sequence[Record], ids: Ids) -> Iterator[Complaint]:
    """All that the rules find in a vocabulary that reviews share."""
    yield from repeated_ids(records)
    yield from unknown_ids(records, ids)
