"""All reviews together: look-ups by id, the order of events, backlinks, counts and gaps."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import permutations
from typing import TypeVar

from .models import (
    AddressedBy,
    Agency,
    Event,
    EventLink,
    Finding,
    FindingLink,
    Head,
    Helpline,
    Involvement,
    Paragraph,
    Place,
    Recommendation,
    RecommendationList,
    Slug,
    Source,
    Tension,
    Term,
    Theme,
    Took,
    Track,
)
from .waits import Measure, measure, shorter, stated

K = TypeVar("K")
T = TypeVar("T")

Cited = Event | Finding | Involvement | Tension
"""What can be listed as citing a place in the document."""

Bounds = tuple[date, date]
"""A first and a last day; ``date.min`` and ``date.max`` where nothing says."""

COUNTED: Mapping[str, str] = {
    "paragraphs": "paragraph",
    "events": "event",
    "findings": "finding",
    "recommendations": "recommendation",
    "lists": "list",
    "agencies": "agency",
    "addressees": "addressee",
    "management reviews": "management review",
    "source tensions": "source tension",
}
"""What is counted of a review, each with the noun for one."""


@dataclass(frozen=True)
class Gaps:
    """What the links leave open in one review."""

    findings: tuple[Finding, ...]
    """Findings that no recommendation answers."""
    recommendations: tuple[Recommendation, ...]
    """Recommendations that no finding supports."""
    agencies: tuple[Slug, ...]
    """Agencies that an event concerns and that no recommendation addresses, by name or by heading."""
    paragraphs: tuple[int, ...]
    """Paragraphs that no event, finding, role or tension cites."""


@dataclass(frozen=True)
class Review:
    """One review's records, each kind by its id in reading order."""

    slug: Slug
    head: Head
    involvements: Mapping[Slug, Involvement]
    paragraphs: Mapping[int, Paragraph]
    events: Mapping[Slug, Event]
    findings: Mapping[Slug, Finding]
    recommendations: Mapping[Slug, Recommendation]

    @cached_property
    def lists(self) -> Mapping[Slug, RecommendationList]:
        """The recommendation lists by id."""
        return {each.id: each for each in self.head.lists}

    @cached_property
    def tensions(self) -> Mapping[Slug, Tension]:
        """The source tensions by id."""
        return {each.id: each for each in self.head.tensions}

    def label(self, recommendation: Recommendation) -> str:
        """How readers see a recommendation's id: 'Health 2'."""
        return f"{self.lists[recommendation.list_id].label} {recommendation.number}"

    def addressees(self, recommendation: Recommendation) -> Mapping[Slug, AddressedBy]:
        """Whom it addresses, each with what says so: its own words or, where they leave it open, its list's heading."""
        named = dict.fromkeys(recommendation.addressed_to, AddressedBy.WORDS)
        if named and not recommendation.heading_too:
            return named
        return {self.lists[recommendation.list_id].agency: AddressedBy.HEADING} | named

    def addressed_by_heading(self, recommendation: Recommendation) -> tuple[Slug, ...]:
        """Those whom only the heading of its list names."""
        return tuple(key for key, by in self.addressees(recommendation).items() if by is AddressedBy.HEADING)

    def track(self, track: Track) -> tuple[Event, ...]:
        """The events of one track, in order."""
        return tuple(event for event in self.events.values() if event.track is track)

    @cached_property
    def possible(self) -> Mapping[Slug, Bounds]:
        """The first and the last day that are possible for each event."""
        return possible_days(self.events.values())

    @cached_property
    def measures(self) -> Mapping[Slug, Measure]:
        """How long each delay was, by the id of the event or the finding under which it stands."""
        dates = {event.id: event.date for event in self.events.values()}
        held: list[Event | Finding] = [*self.events.values(), *self.findings.values()]
        return {
            each.id: measure(each.delay, dates.get(each.delay.since or ""), dates.get(each.id))
            for each in held
            if each.delay
        }

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that the dated events allow, open ends left aside; None where none is dated."""
        dates = [event.date for event in self.events.values() if event.date]
        days = [day for each in dates for day in (each.earliest, each.latest) if day]
        return (min(days), max(days)) if days else None

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many of each kind: the one place from which every page takes its figures."""
        addressed = {agency for rec in self.recommendations.values() for agency in self.addressees(rec)}
        asked = [part for part in self.involvements.values() if part.management_review]
        numbers: tuple[int, ...] = (
            len(self.paragraphs),
            len(self.events),
            len(self.findings),
            len(self.recommendations),
            len(self.head.lists),
            len(self.involvements),
            len(addressed),
            len(asked),
            len(self.head.tensions),
        )
        return dict(zip(COUNTED, numbers, strict=True))

    # ---- Backlinks: each is the other direction of something that is written once ----------------

    @cached_property
    def citing(self) -> Mapping[Place, tuple[Cited, ...]]:
        """The records that cite a place in the document."""
        found: dict[Place, list[Cited]] = defaultdict(list)
        for record in self._records():
            for where in dict.fromkeys(_cites(record)):
                found[where].append(record)
        return _frozen(found)

    @cached_property
    def events_of(self) -> Mapping[Slug, tuple[Event, ...]]:
        """The events that concern an agency."""
        return _index(self.events.values(), lambda event: event.agencies)

    @cached_property
    def findings_of(self) -> Mapping[Slug, tuple[Finding, ...]]:
        """The findings about an agency."""
        return _index(self.findings.values(), lambda finding: finding.agencies)

    @cached_property
    def recommendations_to(self) -> Mapping[Slug, tuple[Recommendation, ...]]:
        """The recommendations that address an agency, wherever in the document they stand."""
        return _index(self.recommendations.values(), self.addressees)

    @cached_property
    def findings_on(self) -> Mapping[Slug, tuple[tuple[Finding, EventLink], ...]]:
        """The findings behind which an event stands, each with its link."""
        return _index(
            ((finding, link) for finding in self.findings.values() for link in finding.events),
            lambda pair: (pair[1].event,),
        )

    @cached_property
    def answers_to(self) -> Mapping[Slug, tuple[tuple[Recommendation, FindingLink], ...]]:
        """The recommendations that respond to a finding, each with its link."""
        return _index(
            ((rec, link) for rec in self.recommendations.values() for link in rec.responds_to),
            lambda pair: (pair[1].finding,),
        )

    @cached_property
    def _position(self) -> Mapping[Slug, int]:
        return {key: number for number, key in enumerate(self.events)}

    def events_of_finding(self, finding: Finding) -> tuple[EventLink, ...]:
        """The links to the events behind a finding, in the order of the timeline."""
        return tuple(sorted(finding.events, key=lambda link: self._position[link.event]))

    def chain(self, recommendation: Recommendation) -> tuple[tuple[EventLink, FindingLink], ...]:
        """The links through which a recommendation responds to events, in the order of the timeline.

        Each leads from an event to a finding, and stands with the one that leads on to the recommendation.
        """
        links = [(link, answer) for answer in recommendation.responds_to for link in self._behind(answer)]
        return tuple(sorted(links, key=lambda pair: self._position[pair[0].event]))

    def _behind(self, answer: FindingLink) -> Iterator[EventLink]:
        for link in self.findings[answer.finding].events:
            if answer.through is None or link.event in answer.through:
                yield link

    def events_behind(self, recommendation: Recommendation) -> tuple[Slug, ...]:
        """The events in a recommendation's chain, in the order of the timeline."""
        return tuple(dict.fromkeys(link.event for link, _ in self.chain(recommendation)))

    @cached_property
    def answers_on(self) -> Mapping[Slug, tuple[tuple[Recommendation, FindingLink], ...]]:
        """The recommendations in whose chain an event stands, each with its link to the finding between them."""
        return _index(
            ((rec, link) for rec in self.recommendations.values() for link in rec.responds_to),
            lambda pair: (each.event for each in self._behind(pair[1])),
        )

    @cached_property
    def touching(self) -> Mapping[Slug, tuple[Tension, ...]]:
        """The source tensions that bear on an event or a finding."""
        return _index(self.head.tensions, lambda tension: tension.touches)

    @cached_property
    def using(self) -> Mapping[Slug, tuple[Place, ...]]:
        """The places in the document that use a term of the glossary."""
        found: dict[Slug, list[Place]] = defaultdict(list)
        for term in self.head.cover.terms:
            found[term].append("cover")
        for paragraph in self.paragraphs.values():
            for term in paragraph.terms:
                found[term].append(paragraph.number)
        for recommendation in self.recommendations.values():
            for term in recommendation.terms:
                found[term].append(recommendation.id)
        return _frozen(found)

    @cached_property
    def gaps(self) -> Gaps:
        """What no link reaches."""
        concerned = [a for event in self.events.values() for a in event.agencies]
        return Gaps(
            findings=tuple(f for f in self.findings.values() if f.id not in self.answers_to),
            recommendations=tuple(r for r in self.recommendations.values() if not r.responds_to),
            agencies=tuple(a for a in dict.fromkeys(concerned) if a not in self.recommendations_to),
            paragraphs=tuple(number for number in self.paragraphs if number not in self.citing),
        )

    def _records(self) -> Iterable[Cited]:
        yield from self.events.values()
        yield from self.findings.values()
        yield from self.involvements.values()
        yield from self.head.tensions


@dataclass(frozen=True)
class Release:
    """From what a site is built."""

    version: str = ""
    """Of the project."""
    commit: str = ""
    """In its repository; empty where that is not known."""
    site: str = ""
    """The address at which the site will stand; empty where that is not known."""


@dataclass(frozen=True)
class Collection:
    """Every review, and the vocabularies that they share."""

    agencies: Mapping[Slug, Agency]
    themes: Mapping[Slug, Theme]
    sources: Mapping[Slug, Source]
    terms: Mapping[Slug, Term]
    helplines: Mapping[Slug, Helpline]
    reviews: Mapping[Slug, Review]
    release: Release = Release()

    def published(self) -> Collection:
        """The collection without its drafts."""
        return replace(self, reviews={slug: each for slug, each in self.reviews.items() if not each.head.draft})

    def above(self, agency: Slug) -> tuple[Slug, ...]:
        """An agency, the agency to which it belongs, and so on upwards."""
        chain: list[Slug] = []
        step: Slug | None = agency
        while step and step not in chain:
            chain.append(step)
            step = self.agencies[step].part_of
        return tuple(chain)

    def reached(self, agencies: Iterable[Slug], among: Iterable[Slug]) -> tuple[Slug, ...]:
        """Which agencies of ``among`` have to know when these are addressed: they, and those to which they belong."""
        addressed = tuple(agencies)
        if any(self.agencies[agency].covers_all for agency in addressed):
            return tuple(among)
        known = {step for agency in addressed for step in self.above(agency)}
        return tuple(agency for agency in among if agency in known)


def possible_days(events: Iterable[Event]) -> dict[Slug, Bounds]:
    """The first and the last day that an event's own date, what it follows and how long after it came allow.

    ``date.min`` and ``date.max`` stand where nothing says. Raises CycleError where events run in a circle.
    """
    written = {event.id: event for event in events}
    follows = _follows(written)
    bounds: dict[Slug, Bounds] = {}
    for key in TopologicalSorter(follows).static_order():
        event = written[key]
        first = (event.date.earliest if event.date else None) or date.min
        last = (event.date.latest if event.date else None) or date.max
        first = max([first, *(bounds[before][0] for before in follows[key])])
        for before, took in _lengths(event):
            wait, (since, until) = stated(took), bounds.get(before, (date.min, date.max))
            if wait and wait.most is not None and not took.about:
                first = max(first, since + timedelta(wait.fewest)) if since > date.min else first
                last = min(last, until + timedelta(wait.most)) if until < date.max else last
        bounds[key] = (first, last)
    return bounds


def _lengths(event: Event) -> Iterator[tuple[Slug, Took]]:
    """How long after which other events it was, where the document says so."""
    if event.later:
        yield event.after[0], event.later
    if event.delay and event.delay.took and event.delay.since:
        yield event.delay.since, event.delay.took


def _follows(events: Mapping[Slug, Event]) -> dict[Slug, set[Slug]]:
    """For each event, those of the others that it follows: by ``after``, or as the end of a wait that they begin."""
    return {
        key: {*event.after, *((event.delay.since,) if event.delay and event.delay.since else ())} & set(events)
        for key, event in events.items()
    }


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order that their dates and sequence allow.

    Whatever an event follows comes before it, and so does whatever was sooner after the same. Among those free to come
    next, the one whose first known day is earliest comes next, then the one whose last possible day is, then the one
    written first. Raises CycleError where events run in a circle.
    """
    written = {event.id: event for event in events}
    keys = _sort_keys(written)
    sorter = TopologicalSorter(_stands_behind(written))
    sorter.prepare()
    free: list[tuple[date, date, int, str]] = []
    order: list[Event] = []
    while sorter.is_active():
        for key in sorter.get_ready():
            heapq.heappush(free, (*keys[key], key))
        key = heapq.heappop(free)[-1]
        order.append(written[key])
        sorter.done(key)
    return tuple(order)


def _stands_behind(events: Mapping[Slug, Event]) -> dict[Slug, set[Slug]]:
    """For each event, those behind which it stands: what it follows, what we place it after, and what was sooner."""
    lengths: dict[Slug, list[tuple[Slug, Took]]] = defaultdict(list)
    for key, event in events.items():
        for since, took in _lengths(event):
            lengths[since].append((key, took))
    behind = {key: before | ({*events[key].placed_after} & set(events)) for key, before in _follows(events).items()}
    for (key, took), (other, longer) in (pair for each in lengths.values() for pair in permutations(each, 2)):
        if key != other and shorter(took, longer):
            behind[other].add(key)
    return behind


def _sort_keys(events: Mapping[Slug, Event]) -> dict[Slug, tuple[date, date, int]]:
    """For each event the first day that counts for its place, its last possible day, and its number as written.

    The document's sequence places an event that has neither a date nor a length: it counts from no earlier a day than
    what is written before it and follows the same.
    """
    bounds, follows = possible_days(events.values()), _follows(events)
    keys: dict[Slug, tuple[date, date, int]] = {}
    latest: dict[Slug, date] = {}
    for number, (key, event) in enumerate(events.items()):
        first, last = bounds[key]
        if event.date:
            first = max(first, event.date.sorts_at)
        elif not any(_lengths(event)):
            first = max([first, *(latest.get(before, date.min) for before in follows[key])])
        for before in follows[key]:
            latest[before] = max(first, latest.get(before, date.min))
        keys[key] = (first, last, number)
    return keys


def circle(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of a circle in which events follow one another, or nothing."""
    try:
        in_order(events)
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _cites(record: Cited) -> Iterable[Place]:
    if isinstance(record, Tension):
        return (where for statement in record.says for where in statement.cites)
    if isinstance(record, Involvement):
        return (*record.cites, *record.management_review)
    return record.cites


def _index(items: Iterable[T], keys: Callable[[T], Iterable[Slug]]) -> Mapping[Slug, tuple[T, ...]]:
    """The items under each of their keys, in the items' order."""
    found: dict[Slug, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return _frozen(found)


def _frozen(found: Mapping[K, list[T]]) -> Mapping[K, tuple[T, ...]]:
    return {key: tuple(values) for key, values in found.items()}
