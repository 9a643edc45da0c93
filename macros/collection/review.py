"""One review: look-ups by id, backlinks and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..records import (
    COVER,
    AddressedBy,
    Event,
    EventLink,
    Finding,
    FindingLink,
    Head,
    Holds,
    Involvement,
    Paragraph,
    Place,
    Recommendation,
    RecommendationList,
    RecommendationPart,
    Section,
    Slug,
    Subject,
    Tension,
    Track,
)
from .backlinks import Cited, Gaps, cites, frozen, index
from .document import in_sections
from .order import Bounds, Drawn, drawn, possible_days
from .waits import Measure, measure


@dataclass(frozen=True, eq=False)
class Review:
    """One review's records, each kind by its id in reading order. Like a collection, each is itself alone."""

    slug: Slug
    head: Head
    involvements: Mapping[Slug, Involvement]
    paragraphs: Mapping[Place, Paragraph]
    """By their places, in the order of the document."""
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

    @cached_property
    def parts(self) -> Mapping[Slug, tuple[Recommendation, RecommendationPart]]:
        """The lettered parts of recommendations, each by the place that it is, with the whole: 'health-2-a'."""
        recs = self.recommendations.values()
        return {f"{rec.id}-{part.id}": (rec, part) for rec in recs for part in rec.parts}

    def label(self, recommendation: Recommendation) -> str:
        """How readers see a recommendation's id: 'Health 2', or 'Health: …' with its title where it has no number."""
        label, number = self.lists[recommendation.list_id].label, recommendation.printed_number
        return f"{label} {number}" if number else f"{label}: {recommendation.title}"

    def holds(self, recommendation: Recommendation) -> Holds:
        """What it is: a recommendation, or whatever else its list holds."""
        return self.lists[recommendation.list_id].holds

    def in_list(self, key: Slug) -> tuple[Recommendation, ...]:
        """What a list holds, by its numbers where these are whole ones, otherwise as it is written."""
        found = [rec for rec in self.recommendations.values() if rec.list_id == key]
        if all(isinstance(rec.printed_number, int) for rec in found):
            found.sort(key=lambda rec: int(rec.printed_number or 0))
        return tuple(found)

    @cached_property
    def sections(self) -> Mapping[Slug, Section]:
        """The document's sections by id."""
        return {each.id: each for each in self.head.sections}

    @cached_property
    def paragraphs_in(self) -> Mapping[Slug, tuple[Paragraph, ...]]:
        """The paragraphs of each section."""
        found = in_sections(self.head.sections, tuple(self.paragraphs))
        return {key: tuple(self.paragraphs[place] for place in places) for key, places in found.items()}

    @cached_property
    def section_of(self) -> Mapping[Place, Slug]:
        """The section in which each paragraph stands."""
        return {each.place: key for key, paragraphs in self.paragraphs_in.items() for each in paragraphs}

    def about(self, record: Event | Finding) -> tuple[Subject, ...]:
        """Whom an event or a finding is about, where it is not about all; none where it is."""
        return tuple(each for each in self.head.subjects if each.id in record.about)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that it has, on which depend the pages that it needs."""
        there: Mapping[str, object] = {
            "event": self.events,
            "finding": self.findings,
            "recommendation": self.recommendations,
            "involvement": self.involvements,
            "tension": self.head.tensions,
            "review event": self.track(Track.REVIEW),
            "management review": [each for each in self.involvements.values() if each.management_review],
        }
        return frozenset(kind for kind, records in there.items() if records)

    def part_of(self, paragraph: Paragraph) -> str:
        """What readers see before a paragraph's number because the numbers start again in its part; or nothing."""
        part = self.sections[paragraph.part] if paragraph.part else None
        return (part.label or part.heading) if part else ""

    def addressees(self, recommendation: Recommendation) -> Mapping[Slug, AddressedBy]:
        """Whom it addresses, each with what says so: its own words or, where they leave it open, its list's heading."""
        parts = (agency for part in recommendation.parts for agency in part.addressed_to)
        named = dict.fromkeys((*recommendation.addressed_to, *parts), AddressedBy.WORDS)
        heading = self.lists[recommendation.list_id].agency
        if heading is None or (named and not recommendation.heading_too):
            return named
        return {heading: AddressedBy.HEADING} | named

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
    def drawn(self) -> Mapping[Slug, Drawn]:
        """Where each event is drawn and listed; those of which nothing is known are not in it."""
        found = {key: drawn(event, self.possible[key]) for key, event in self.events.items()}
        return {key: days for key, days in found.items() if days}

    @cached_property
    def measures(self) -> Mapping[Slug, Measure]:
        """How long each delay was, by the id of the event or the finding under which it stands."""
        dates = {event.id: event.date for event in self.events.values()}
        held: list[Event | Finding] = [*self.events.values(), *self.findings.values()]
        return {
            each.id: measure(each.delay, dates.get(each.delay.since or ""), dates.get(each.id), self.head.nation)
            for each in held
            if each.delay
        }

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that the events' dates name, open ends left aside; None where none is dated."""
        dates = [event.date.as_written for event in self.events.values() if event.date]
        days = [day for each in dates for day in (each.earliest, each.latest) if day]
        return (min(days), max(days)) if days else None

    # ---- Backlinks: each is the other direction of something that is written once ----------------

    @cached_property
    def citing(self) -> Mapping[Place, tuple[Cited, ...]]:
        """The records that cite a place in the document."""
        found: dict[Place, list[Cited]] = defaultdict(list)
        for record in self._records():
            for where in dict.fromkeys(cites(record)):
                found[where].append(record)
        return frozen(found)

    @cached_property
    def events_of(self) -> Mapping[Slug, tuple[Event, ...]]:
        """The events that concern an agency."""
        return index(self.events.values(), lambda event: event.agencies)

    @cached_property
    def findings_of(self) -> Mapping[Slug, tuple[Finding, ...]]:
        """The findings about an agency."""
        return index(self.findings.values(), lambda finding: finding.agencies)

    @cached_property
    def recommendations_to(self) -> Mapping[Slug, tuple[Recommendation, ...]]:
        """The recommendations that address an agency, wherever in the document they stand."""
        return index(self.recommendations.values(), self.addressees)

    @cached_property
    def findings_under(self) -> Mapping[Slug, tuple[Finding, ...]]:
        """The findings under a theme."""
        return index(self.findings.values(), lambda finding: finding.themes)

    @cached_property
    def recommendations_under(self) -> Mapping[Slug, tuple[Recommendation, ...]]:
        """The recommendations under a theme."""
        return index(self.recommendations.values(), lambda rec: rec.themes)

    @cached_property
    def findings_on(self) -> Mapping[Slug, tuple[tuple[Finding, EventLink], ...]]:
        """The findings behind which an event stands, each with its link."""
        return index(
            ((finding, link) for finding in self.findings.values() for link in finding.events),
            lambda pair: (pair[1].event,),
        )

    @cached_property
    def answers_to(self) -> Mapping[Slug, tuple[tuple[Recommendation, FindingLink], ...]]:
        """The recommendations that respond to a finding, each with its link."""
        return index(
            ((rec, link) for rec in self.recommendations.values() for link in rec.responds_to),
            lambda pair: (pair[1].finding,),
        )

    @cached_property
    def _position(self) -> Mapping[Slug, int]:
        return {key: number for number, key in enumerate(self.events)}

    def events_of_finding(self, finding: Finding) -> tuple[EventLink, ...]:
        """The links to the events behind a finding, in the order of the timeline."""
        return tuple(sorted(finding.events, key=lambda link: self._position[link.event]))

    def events_through(self, answer: FindingLink) -> tuple[EventLink, ...]:
        """The links from a finding to the events through which a recommendation responds to it, in their order."""
        links = self.events_of_finding(self.findings[answer.finding])
        return tuple(link for link in links if answer.through is None or link.event in answer.through)

    def events_behind(self, recommendation: Recommendation) -> tuple[Slug, ...]:
        """The events in a recommendation's chain, in the order of the timeline."""
        found = {link.event for answer in recommendation.responds_to for link in self.events_through(answer)}
        return tuple(sorted(found, key=self._position.__getitem__))

    @cached_property
    def answers_on(self) -> Mapping[Slug, tuple[tuple[Recommendation, FindingLink], ...]]:
        """The recommendations in whose chain an event stands, each with its link to the finding between them."""
        return index(
            ((rec, link) for rec in self.recommendations.values() for link in rec.responds_to),
            lambda pair: (each.event for each in self.events_through(pair[1])),
        )

    @cached_property
    def touching(self) -> Mapping[Slug, tuple[Tension, ...]]:
        """The source tensions that bear on an event or a finding."""
        return index(self.head.tensions, lambda tension: tension.touches)

    @cached_property
    def using(self) -> Mapping[Slug, tuple[Place, ...]]:
        """The places in the document that use a term of the glossary."""
        found: dict[Slug, list[Place]] = defaultdict(list)
        for term in self.head.cover.terms if self.head.cover else ():
            found[term].append(COVER)
        for paragraph in self.paragraphs.values():
            for term in paragraph.terms:
                found[term].append(paragraph.place)
        for recommendation in self.recommendations.values():
            for term in recommendation.terms:
                found[term].append(recommendation.id)
        return frozen(found)

    @cached_property
    def gaps(self) -> Gaps:
        """What no link reaches."""
        concerned = [a for event in self.events.values() for a in event.agencies]
        return Gaps(
            findings=tuple(f for f in self.findings.values() if f.id not in self.answers_to),
            recommendations=tuple(r for r in self.recommendations.values() if not r.responds_to),
            agencies=tuple(a for a in dict.fromkeys(concerned) if a not in self.recommendations_to),
            paragraphs=tuple(place for place in self.paragraphs if place not in self.citing),
        )

    def _records(self) -> Iterable[Cited]:
        yield from self.events.values()
        yield from self.findings.values()
        yield from self.involvements.values()
        yield from self.head.tensions
        yield from self.recommendations.values()
