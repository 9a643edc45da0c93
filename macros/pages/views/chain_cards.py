"""Events, findings and recommendations as cards, each with its chain."""

from __future__ import annotations

from collections.abc import Iterable

from ...collection import Collection, Review, addresses
from ...records import Event, EventLink, Finding, FindingLink, Recommendation, RecordPage, Track
from .. import links as to
from ..shapes import Card, Fact, Group, Mention, Part, Step
from .cards import (
    FOUND,
    HAPPENED,
    addressed,
    asked_for,
    called,
    chain,
    cited,
    drawn_once,
    noted,
    nothing_linked,
    quoted,
    tensions_note,
    withdrawn,
)
from .recommendation_fields import FIELDS, Asked

TRACKS = {Track.CASE: "What happened", Track.REVIEW: "How it was reviewed"}
"""What readers see above the events of a track."""


def events(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The timeline's records: the case track, then the review track."""
    groups = (
        Group(
            f"track--{track.value}",
            TRACKS[track],
            tuple(_event(collection, review, event) for event in review.track(track)),
        )
        for track in Track
        if review.track(track)
    )
    return (*groups, *withdrawn(review, RecordPage.TIMELINE))


def _event(collection: Collection, review: Review, event: Event) -> Card:
    behind = review.findings_on.get(event.id, ())
    answers = review.answers_on.get(event.id, ())
    return Card(
        id=event.id,
        formerly=event.formerly,
        label=f"{event.track.label} · {event.when}",
        tone=event.track.value,
        title=event.title,
        text=event.text,
        chain=chain(
            Step(FOUND, tuple(_found(review, finding, link, answers) for finding, link in behind)),
            addressed(collection, review, [rec for rec, _ in answers]),
        ),
        notes=noted(
            Fact("Why we put this event here", (event.placed_because or "",)),
            Fact("Agencies chosen by us", (event.agencies_because or "",)),
            tensions_note(review, event.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, event.cites)),
            Fact("Comes after", tuple(to.to_event(review, review.events[e]) for e in event.after)),
            Fact("About", tuple(each.name for each in review.about(event))),
            Fact("Agencies", to.to_agencies(collection, event.agencies, review)),
            Fact("Themes", to.to_themes(collection, event.themes)),
        ),
        cited=cited(
            review,
            quoted(event.title),
            event.cites,
        ),
    )


def _found(
    review: Review, finding: Finding, link: EventLink, answers: Iterable[tuple[Recommendation, FindingLink]]
) -> Mention:
    """A finding behind which an event stands, and the recommendations that respond to it.

    Why they do stands with the finding itself.
    """
    responding = ((rec, each) for rec, each in answers if each.finding == finding.id)
    recs = tuple(to.recommendation_mention(review, rec, each, why=False) for rec, each in responding)
    return to.finding_mention(review, finding, link, under=Step(asked_for(review), recs) if recs else None)


def _behind(review: Review, answer: FindingLink) -> Mention:
    """A finding to which a recommendation responds, and the events through which it does."""
    links = review.events_through(answer)
    events = tuple(to.event_mention(review, review.events[link.event], link) for link in links)
    under = Step(HAPPENED, events, "No event is linked to it.") if review.events else None
    return to.finding_mention(review, review.findings[answer.finding], answer, under=under)


@drawn_once
def findings(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The findings, each under the first of its themes."""
    groups: dict[str, list[Card]] = {theme: [] for theme in collection.themes}
    for finding in review.findings.values():
        if finding.themes:
            groups[finding.themes[0]].append(_finding(collection, review, finding))
    found = [
        Group(f"theme--{theme}", collection.themes[theme].title, tuple(cards), collection.themes[theme].meaning)
        for theme, cards in groups.items()
        if cards
    ]
    without = [_finding(collection, review, f) for f in review.findings.values() if not f.themes]
    if without:
        found.append(Group("theme--none", "Under no theme", tuple(without)))
    return (*found, *withdrawn(review, RecordPage.FINDINGS))


def _finding(collection: Collection, review: Review, finding: Finding) -> Card:
    answers = review.answers_to.get(finding.id, ())
    return Card(
        id=finding.id,
        formerly=finding.formerly,
        label=f"Finding {finding.number} · {finding.kind.label}" if finding.number else finding.kind.label,
        title=finding.title,
        text=finding.text,
        chain=chain(
            Step(
                HAPPENED,
                tuple(
                    to.event_mention(review, review.events[link.event], link)
                    for link in review.events_of_finding(finding)
                ),
                "No event is linked to it." if review.events else "",
            ),
            Step(
                asked_for(review),
                tuple(to.recommendation_mention(review, rec, link) for rec, link in answers),
                nothing_linked(review),
            ),
            addressed(collection, review, [rec for rec, _ in answers]),
        ),
        notes=noted(
            Fact("Agencies chosen by us", (finding.agencies_because or "",)),
            tensions_note(review, finding.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, finding.cites)),
            Fact("About", tuple(each.name for each in review.about(finding))),
            Fact(
                "Agencies",
                to.to_agencies(collection, finding.agencies, review) or ("no agency is named",),
            ),
            Fact("Themes", to.to_themes(collection, finding.themes)),
        ),
        cited=cited(
            review,
            quoted(finding.title),
            finding.cites,
        ),
    )


def recommendations(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The recommendations in the document's lists."""
    groups = (
        Group(
            f"list--{each.id}",
            each.heading,
            tuple(_recommendation(collection, review, rec) for rec in review.in_list(each.id)),
        )
        for each in review.head.lists
    )
    return (*groups, *withdrawn(review, RecordPage.RECOMMENDATIONS))


def _recommendation(collection: Collection, review: Review, rec: Recommendation) -> Card:
    behind = tuple(_behind(review, link) for link in rec.responds_to)
    return Card(
        id=rec.id,
        formerly=rec.formerly,
        label=review.label(rec),
        title=rec.title,
        text=rec.text,
        parts=tuple(
            Part(
                addresses.of_part(review.slug, rec, part).partition("#")[2],
                part.id,
                part.text,
                to.to_agencies(collection, part.addressed_to, review),
            )
            for part in rec.parts
        ),
        chain=chain(Step(FOUND, behind, "No finding is linked to it." if review.findings else "")),
        facts=noted(*(Fact(field.label, field.items(Asked(collection, review, rec))) for field in FIELDS)),
        cited=called(review, rec),
    )
