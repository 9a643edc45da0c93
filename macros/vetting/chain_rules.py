"""The rules on links, on the sequence of events and on agencies. Each rule's docstring states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..collection import Bounds, circle, possible_days
from ..reading import Complaint, Key, in_words
from ..records import TURNING_POINTS, Basis, Companion, Event, Head, WrittenRecord, shown_place
from .written_review import WrittenReview


def links_stated_elsewhere(review: WrittenReview) -> Iterator[Complaint]:
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


def events_of_another_finding(review: WrittenReview) -> Iterator[Complaint]:
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


def turning_points(review: WrittenReview) -> Iterator[Complaint]:
    """No more events are turning points than the timeline's picture can name."""
    turning = [entry for entry in review.lists["timeline.yml"] if entry.record and entry.record.turning_point]
    if len(turning) > TURNING_POINTS:
        first = turning[TURNING_POINTS]
        wrong = f"it is one of {len(turning)} turning points"
        right = f"keep the {TURNING_POINTS} that matter most: the timeline's picture names no more"
        yield first.where.complain(first.name, wrong, right, "turning_point")


def circles_of_events(review: WrittenReview) -> Iterator[Complaint]:
    """No event comes after itself, by however many steps."""
    events = {entry.key: entry for entry in review.lists["timeline.yml"] if entry.record}
    while ring := circle(entry.record for entry in events.values()):
        way = " after ".join(ring)
        wrong = f"it comes after itself: {way}"
        right = "take out one `after`, `placed_after` or length that says so"
        yield events[ring[0]].where.complain(ring[0], wrong, right, "after")
        del events[ring[0]]


def events_without_a_day(review: WrittenReview) -> Iterator[Complaint]:
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


def _before(entry: WrittenRecord, possible: Mapping[str, Bounds]) -> Iterator[Complaint]:
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


def agencies_without_a_part(review: WrittenReview) -> Iterator[Complaint]:
    """Every agency that a review's records name has its part in the case written in the review's agencies.yml.

    Who publishes the document, or another beside it, may have none.
    """
    parts, agencies = review.declared["involvement"], review.declared["agency"]
    if parts is None or agencies is None:
        return
    told: set[Key] = set()
    for entry in review.entries:
        for named in entry.named_records:
            publishes = named.by in (Head, Companion)
            if named.kind == "agency" and not publishes and named.id in agencies - parts - told:
                told.add(named.id)
                wrong = f"the agency `{named.id}` has no part in {review.folder}/agencies.yml"
                yield entry.where.complain(entry.name, wrong, "add its `role` and `cites` there", *named.at)


def agencies_within_themselves(entries: Iterable[WrittenRecord]) -> Iterator[Complaint]:
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
