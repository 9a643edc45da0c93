"""The rules on ids: each names a record that is there, and none stands twice. Each rule's docstring states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..reading import Complaint, Key, one_of
from ..records import COVER, SECTION, Link, WrittenRecord
from .document_rules import runs
from .written_review import Ids, WrittenReview


def unknown_ids(entries: Iterable[WrittenRecord], ids: Ids) -> Iterator[Complaint]:
    """Every id that a record names is the id of a record."""
    for entry in entries:
        for named in entry.named_records:
            known = known_ids(named.kind, ids)
            if str(named.id).startswith(SECTION) and ids.get("section") is None:
                continue  # review.yml cannot be read
            if known is not None and named.id not in known:
                yield entry.where.complain(entry.name, *not_there(named.kind, named.id, known), *named.at)


def not_there(kind: str, value: Key, known: Iterable[Key]) -> tuple[str, str]:
    """What is wrong and what would be right when an id is not among those that are known."""
    numbers = [each for each in known if isinstance(each, int)]
    if isinstance(value, int) and numbers:
        return f"there is no paragraph {value}", f"the document's paragraphs are {runs(numbers)}"
    if str(value).isdecimal() and int(value) in known:
        return f"there is no {kind} `{value}`", "write the number without quotes"
    right = one_of((str(each) for each in known), value)
    if value == COVER:
        return "the document has no cover", "say in review.yml what its `cover` says, or cite another place"
    ends = str(value).split("-")
    if kind == "place" and len(ends) == 2 and {*ends} <= {*map(str, known)}:
        return f"`{value}` is a range", "name each of the paragraphs"
    if isinstance(value, int):
        printed = sorted((each for each in map(str, known) if each[:1].isdecimal()), key=_as_numbers)
        right = f"write its number as it is printed: {', '.join(printed[:3])} and so on" if printed else right
        return f"there is no paragraph {value}", right
    if kind == "place" and not right.startswith("did you mean"):
        right = "it can be a paragraph's number, `cover`, `section:` with a section's id, or a recommendation's id"
    return f"there is no {kind} `{value}`", right


def _as_numbers(printed: str) -> list[int]:
    """By what printed numbers are sorted: 4.2 stands before 4.10."""
    return [int(each) for each in re.findall("[0-9]+", printed)]


def known_ids(kind: str, ids: Ids) -> frozenset[Key] | None:
    """The ids by which a value may name a record of this kind; None when the file that says so cannot be read."""
    if kind == "place":
        sections = ids.get("section")
        named = None if sections is None else frozenset(f"{SECTION}{each}" for each in sections)
        parts = [ids["paragraph"], ids["recommendation"], named or frozenset(), ids.get("cover", frozenset({COVER}))]
    elif kind == "event or finding":
        parts = [ids["event"], ids["finding"]]
    else:
        return ids[kind]
    return frozenset().union(*(part or () for part in parts)) if None not in parts else None


def repeated_ids(entries: Iterable[WrittenRecord]) -> Iterator[Complaint]:
    """No two records of a file have the same id."""
    first: dict[tuple[object, ...], WrittenRecord] = {}
    for entry in entries:
        if entry.key is None:
            continue
        mark = (entry.key, *(str(entry.value.get(key)) for key in entry.model.TOLD_APART_BY))
        if mark in first:
            line = first[mark].where.line(entry.model.NAMED_BY)
            wrong = f"the {entry.model.NAMED_BY} `{entry.key}` stands twice, first in line {line}"
            yield entry.where.complain(entry.name, wrong, "give each its own", entry.model.NAMED_BY)
        else:
            first[mark] = entry


def repeated_values(entries: Iterable[WrittenRecord]) -> Iterator[Complaint]:
    """No list names the same record twice, and no two links of a record lead to the same one."""
    for entry in entries:
        seen: set[tuple[Any, ...]] = set()
        for named in entry.named_records:
            leads = issubclass(named.by, Link) and named.at[-1] == named.by.LEADS_TO
            if not leads and not isinstance(named.at[-1], int):
                continue
            mark = (named.kind, named.id, named.at[:-2] if leads else named.at[:-1])
            if mark in seen:
                yield entry.where.complain(entry.name, f"`{named.id}` stands twice here", "name it once", *named.at)
            seen.add(mark)


def repeated_parts(review: WrittenReview) -> Iterator[Complaint]:
    """No two sections, lists or tensions of a review have the same id."""
    for key in ("sections", "lists", "tensions", "subjects"):
        seen: set[str] = set()
        for number, part in enumerate(getattr(review.shape, key, ())):
            if review.head and part.id in seen:
                wrong = f"the id `{part.id}` stands twice in `{key}`"
                yield review.head.where.complain(part.id, wrong, "give each its own", key, number, "id")
            seen.add(part.id)


def repeated_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """No two findings have the same number of the document's."""
    first: dict[Key, str] = {}
    for entry in review.lists["findings.yml"]:
        number = entry.record.number if entry.record else None
        if number in first:
            wrong = f"the number {number} is that of `{first[number]}` too"
            yield entry.where.complain(entry.name, wrong, "give each its own, as it is printed", "number")
        elif number is not None:
            first[number] = entry.name


def ids_of_two_kinds(review: WrittenReview) -> Iterator[Complaint]:
    """An event and a finding do not share an id, since a tension may bear on either."""
    events = review.declared["event"] or frozenset()
    for entry in review.lists["findings.yml"]:
        if entry.key in events:
            wrong = f"an event has the id `{entry.key}` too"
            yield entry.where.complain(entry.name, wrong, "give one of them another", "id")
