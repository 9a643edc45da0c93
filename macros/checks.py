"""The rules that no single record can keep: each a generator of complaints whose docstring states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from .collection import Bounds, circle, possible_days
from .complaints import Complaint, one_of
from .dates import in_words
from .entries import Entry
from .models import Basis, Event, Head, shown_place
from .numbers import counted
from .reading import Key

Ids = Mapping[str, frozenset[Key] | None]
"""The ids of each kind that are written, well or badly; None for a kind whose file cannot be read."""


@dataclass(frozen=True)
class Written:
    """A review as it is written, before anyone knows whether it holds together."""

    slug: str
    folder: str
    head: Entry | None
    lists: Mapping[str, Sequence[Entry]]
    declared: Ids
    """The ids that stand in the files."""

    @property
    def shape(self) -> Head | None:
        """What review.yml says, where it says it rightly."""
        return self.head.record if self.head else None

    @property
    def entries(self) -> Iterator[Entry]:
        """Every record of the review, review.yml among them."""
        if self.head:
            yield self.head
        for entries in self.lists.values():
            yield from entries

    @property
    def ids(self) -> Ids:
        """The ids that may be named: paragraphs as the sections count them, the others as they stand in the files."""
        sections = self.shape.sections if self.shape else ()
        size = max((section.paragraphs[1] for section in sections), default=0)
        numbers = frozenset(range(1, size + 1)) if size else self.declared["paragraph"]
        known = frozenset(section.id for section in sections) if sections else None
        return {**self.declared, "paragraph": numbers, "section": known}

    def missing(self, file: str, record: str, wrong: str, right: str) -> Complaint:
        """A complaint about something that should stand in one of the files and does not."""
        return Complaint(f"{self.folder}/{file}", 1, record, wrong, right)


def keys(entries: Sequence[Entry] | None) -> frozenset[Key] | None:
    """The ids of what is written in a file."""
    return None if entries is None else frozenset(entry.key for entry in entries if entry.key is not None)


def unknown_ids(entries: Iterable[Entry], ids: Ids) -> Iterator[Complaint]:
    """Every id that a record names is the id of a record."""
    for entry in entries:
        for kind, value, place in entry.references():
            known = known_ids(kind, ids)
            if known is not None and value not in known:
                yield entry.where.complain(entry.name, *not_there(kind, value, known), *place)


def not_there(kind: str, value: Key, known: Iterable[Key]) -> tuple[str, str]:
    """What is wrong and what would be right when an id is not among those that are known."""
    if isinstance(value, int):
        return (
            f"there is no paragraph {value}",
            f"the document's paragraphs are {runs(n for n in known if isinstance(n, int))}",
        )
    if value.isdecimal() and int(value) in known:
        return f"there is no {kind} `{value}`", "write the number without quotes"
    return f"there is no {kind} `{value}`", one_of((str(each) for each in known), value)


def known_ids(kind: str, ids: Ids) -> frozenset[Key] | None:
    """The ids by which a value may name a record of this kind; None when the file that says so cannot be read."""
    if kind == "place":
        parts = [ids["paragraph"], ids["recommendation"], frozenset({"cover"})]
    elif kind == "event or finding":
        parts = [ids["event"], ids["finding"]]
    else:
        return ids[kind]
    return frozenset().union(*(part or () for part in parts)) if None not in parts else None


def repeated_ids(entries: Iterable[Entry]) -> Iterator[Complaint]:
    """No two records of a file have the same id."""
    first: dict[Key, int] = {}
    for entry in entries:
        line = entry.where.line(entry.model.NAMED_BY)
        if entry.key is not None and entry.key in first:
            wrong = f"the {entry.model.NAMED_BY} `{entry.key}` stands twice, first in line {first[entry.key]}"
            yield entry.where.complain(entry.name, wrong, "give each its own", entry.model.NAMED_BY)
        elif entry.key is not None:
            first[entry.key] = line


def repeated_values(entries: Iterable[Entry]) -> Iterator[Complaint]:
    """No list names the same record twice, and no two links of a record lead to the same one."""
    for entry in entries:
        seen: set[tuple[Any, ...]] = set()
        for kind, value, place in entry.references():
            is_link = place[-1] in ("event", "finding")
            if not is_link and not isinstance(place[-1], int):
                continue
            mark = (kind, value, place[:-2] if is_link else place[:-1])
            if mark in seen:
                yield entry.where.complain(entry.name, f"`{value}` stands twice here", "name it once", *place)
            seen.add(mark)


def repeated_parts(review: Written) -> Iterator[Complaint]:
    """No two sections, lists or tensions of a review have the same id."""
    for key in ("sections", "lists", "tensions"):
        seen: set[str] = set()
        for number, part in enumerate(getattr(review.shape, key, ())):
            if review.head and part.id in seen:
                wrong = f"the id `{part.id}` stands twice in `{key}`"
                yield review.head.where.complain(part.id, wrong, "give each its own", key, number, "id")
            seen.add(part.id)


def ids_of_two_kinds(review: Written) -> Iterator[Complaint]:
    """An event and a finding do not share an id, since a tension may bear on either."""
    events = review.declared["event"] or frozenset()
    for entry in review.lists["findings.yml"]:
        if entry.key in events:
            wrong = f"an event has the id `{entry.key}` too"
            yield entry.where.complain(entry.name, wrong, "give one of them another", "id")


def section_ranges(review: Written) -> Iterator[Complaint]:
    """The sections follow one another from paragraph 1 without gap or overlap, and none is part of itself."""
    if not review.head or not review.shape:
        return
    where = review.head.where
    expected = 1
    for number, section in enumerate(review.shape.sections):
        place = ("sections", number, "paragraphs")
        first, last = section.paragraphs
        if first != expected:
            yield where.complain(
                section.id, f"the section begins with paragraph {first}", f"it should begin with {expected}", *place
            )
        if last < first:
            yield where.complain(section.id, "the section ends before it begins", f"write it as {last}-{first}", *place)
        if section.under == section.id:
            yield where.complain(section.id, "the section is part of itself", "take `under` out", *place[:2], "under")
        expected = max(first, last) + 1


def paragraph_numbers(review: Written) -> Iterator[Complaint]:
    """There is one gist for each paragraph that the sections hold, and none outside them."""
    written, known = review.declared["paragraph"], review.ids["paragraph"]
    if not review.shape or written is None or known is None:
        return
    for entry in review.lists["paragraphs.yml"]:
        if isinstance(entry.key, int) and entry.key not in known:
            wrong = f"there is no paragraph {entry.key} in the document"
            right = f"the sections of review.yml hold {runs(n for n in known if isinstance(n, int))}"
            yield entry.where.complain(entry.name, wrong, right, "number")
    lacking = runs(number for number in known - written if isinstance(number, int))
    if lacking:
        wrong = f"no gist is written for {lacking}"
        yield review.missing("paragraphs.yml", "paragraphs", wrong, "add a record with `number` and `gist` for each")


def recommendation_numbers(review: Written) -> Iterator[Complaint]:
    """Each recommendation stands in a list with a number that the list has, and no number is missing."""
    written = review.declared["recommendation"]
    if not review.shape or written is None:
        return
    sizes = {each.id: each.size for each in review.shape.lists}
    for entry in review.lists["recommendations.yml"]:
        list_, _, number = str(entry.key).rpartition("-")
        if entry.key is None:
            continue
        if list_ not in sizes:
            right = f"an id is a list and a number, and as for the list, {one_of(sizes, list_)}"
            yield entry.where.complain(entry.name, f"there is no list `{list_ or entry.key}`", right, "id")
        elif number not in map(str, range(1, sizes[list_] + 1)):
            right = f"it has {runs(range(1, sizes[list_] + 1))}"
            yield entry.where.complain(entry.name, f"the list `{list_}` has no number {number}", right, "id")
    for list_, size in sizes.items():
        lacking = runs(number for number in range(1, size + 1) if f"{list_}-{number}" not in written)
        if lacking:
            wrong = f"the list has {counted(size, 'recommendation')}, and this is not written: {lacking}"
            yield review.missing(
                "recommendations.yml", list_, wrong, "add what is missing, or mend the list's `size` in review.yml"
            )


def links_stated_elsewhere(review: Written) -> Iterator[Complaint]:
    """What states that an event is behind a finding is among the places that the finding cites."""
    for entry in review.lists["findings.yml"]:
        for number, link in enumerate(entry.record.events if entry.record else ()):
            if link.basis is not Basis.STATED:
                continue
            for place, cited in enumerate(link.cites):
                if cited not in entry.record.cites:
                    here = shown_place(cited)
                    wrong = f"the link to `{link.event}` is stated in {here}, which the finding does not cite"
                    right = "cite it there too, or mark the link `inferred` with its reason"
                    yield entry.where.complain(entry.name, wrong, right, "events", number, "cites", place)


def events_of_another_finding(review: Written) -> Iterator[Complaint]:
    """A recommendation responds to a finding only through events that the finding has."""
    behind = {
        entry.key: {link.event for link in entry.record.events}
        for entry in review.lists["findings.yml"]
        if entry.record
    }
    events = review.declared["event"] or frozenset()
    for entry in review.lists["recommendations.yml"]:
        for number, link in enumerate(entry.record.responds_to if entry.record else ()):
            for place, event in enumerate(link.through or ()):
                if event in events and event not in behind.get(link.finding, events):
                    wrong = f"the finding `{link.finding}` has no event `{event}`"
                    right = "take it out, or add it to the `events` of the finding"
                    yield entry.where.complain(entry.name, wrong, right, "responds_to", number, "through", place)


def circles_of_events(review: Written) -> Iterator[Complaint]:
    """No event comes after itself, by however many steps."""
    events = {entry.key: entry for entry in review.lists["timeline.yml"] if entry.record}
    while ring := circle(entry.record for entry in events.values()):
        way = " after ".join(ring)
        wrong = f"it comes after itself: {way}"
        right = "take out one `after`, `placed_after` or length that says so"
        yield events[ring[0]].where.complain(ring[0], wrong, right, "after")
        del events[ring[0]]


def events_without_a_day(review: Written) -> Iterator[Complaint]:
    """No date lies wholly before what the event follows, nor before the wait that it ends; and a length fits it too."""
    events = {entry.key: entry for entry in review.lists["timeline.yml"] if entry.record}
    if circle(entry.record for entry in events.values()):
        return
    possible = possible_days(entry.record for entry in events.values())
    for entry in events.values():
        before = list(_before(entry, possible))
        yield from before
        first, last = possible[entry.record.id]
        if first > last and not before:
            wrong = f"its date and length leave no day: not before {in_words(first)}, and not after {in_words(last)}"
            yield entry.where.complain(entry.name, wrong, "mend one of the two", "date")


def _before(entry: Entry, possible: Mapping[str, Bounds]) -> Iterator[Complaint]:
    """Each event that this one follows, and that cannot have been by the last day of its date."""
    event: Event = entry.record
    earlier: list[tuple[str, tuple[Key, ...]]] = [(key, ("after", n)) for n, key in enumerate(event.after)]
    if event.delay and event.delay.since:
        earlier.append((event.delay.since, ("delay", "since")))
    for key, place in earlier:
        first = possible[key][0] if key in possible else date.min
        if event.date and event.date.latest and event.date.latest < first:
            wrong = f"its date, {event.date}, is before `{key}`, which cannot be before {in_words(first)}"
            right = "mend one of the dates, or take out what says that it follows"
            yield entry.where.complain(entry.name, wrong, right, *place)


def agencies_without_a_part(review: Written) -> Iterator[Complaint]:
    """Every agency that a review's records name has its part in the case written in the review's agencies.yml."""
    parts, agencies = review.declared["involvement"], review.declared["agency"]
    if parts is None or agencies is None:
        return
    told: set[Key] = set()
    for entry in review.entries:
        for kind, value, place in entry.references():
            if kind == "agency" and value in agencies - parts - told:
                told.add(value)
                wrong = f"the agency `{value}` has no part in {review.folder}/agencies.yml"
                yield entry.where.complain(entry.name, wrong, "add its `role` and `cites` there", *place)


def agencies_within_themselves(entries: Iterable[Entry]) -> Iterator[Complaint]:
    """No agency is part of itself, by however many steps."""
    written = [(entry, entry.value.get("part_of")) for entry in entries]
    above = {entry.key: step for entry, step in written if isinstance(step, str)}
    for entry, _ in written:
        seen = {entry.key}
        step = above.get(entry.key)
        while step is not None and step not in seen:
            seen.add(step)
            step = above.get(step)
        if step is not None and step == entry.key:
            yield entry.where.complain(entry.name, "the agency is part of itself", "take one `part_of` out", "part_of")


def runs(numbers: Iterable[int]) -> str:
    """Numbers in words, runs of them drawn together: '1 to 3, 7'."""
    ordered = sorted(numbers)
    breaks = [after for before, after in pairwise(ordered) if after != before + 1]
    starts = [*ordered[:1], *breaks]
    ends = [*(ordered[ordered.index(each) - 1] for each in breaks), *ordered[-1:]]
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in zip(starts, ends, strict=True))


REVIEW_RULES = (
    repeated_parts,
    ids_of_two_kinds,
    section_ranges,
    paragraph_numbers,
    recommendation_numbers,
    links_stated_elsewhere,
    events_of_another_finding,
    circles_of_events,
    events_without_a_day,
    agencies_without_a_part,
)


def of_review(review: Written) -> Iterator[Complaint]:
    """All that the rules find in one review."""
    for entries in review.lists.values():
        yield from repeated_ids(entries)
    yield from repeated_values(review.entries)
    yield from unknown_ids(review.entries, review.ids)
    for rule in REVIEW_RULES:
        yield from rule(review)


def of_vocabulary(entries: Sequence[Entry], ids: Ids) -> Iterator[Complaint]:
    """All that the rules find in a vocabulary that reviews share."""
    yield from repeated_ids(entries)
    yield from repeated_values(entries)
    yield from unknown_ids(entries, ids)
    yield from agencies_within_themselves([entry for entry in entries if isinstance(entry.value, dict)])
