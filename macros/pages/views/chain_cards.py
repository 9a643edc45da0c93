"""Events, findings and recommendations as cards: closed until they are opened, each with its chain."""

from __future__ import annotations

from ...collection import Collection, Review, addresses, counts
from ...records import Event, Finding, Recommendation, RecordPage
from .. import languages
from .. import links as to
from ..shapes import Card, Closed, Fact, Group, Part
from . import chains, narrowing
from .cards import by_first_theme, called, cited, first_of, noted, quoted, tensions_note, withdrawn
from .narrowing import Asked, Of
from .recommendation_fields import FIELDS


def event(collection: Collection, review: Review, shown: Event, closed: Closed) -> Card:
    """An event of the timeline, with what its closed line says."""
    return Card(
        id=shown.id,
        formerly=shown.formerly,
        label=shown.when,
        tone=shown.track.value,
        title=shown.title,
        text=shown.text,
        closed=closed,
        narrowed=narrowing.words(narrowing.EVENTS, Of(collection, review, shown)),
        chain=chains.after_event(review, shown),
        notes=noted(
            Fact("Why we put this event here", (shown.placed_because or "",)),
            Fact("Agencies chosen by us", (shown.agencies_because or "",)),
            tensions_note(review, shown.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, shown.cites)),
            Fact("Comes after", tuple(to.to_event(review, review.events[e]) for e in shown.after)),
            Fact("About", tuple(each.name for each in review.about(shown))),
            Fact("Agencies", to.to_agencies(collection, shown.agencies, review)),
            Fact("Themes", to.to_themes(collection, shown.themes)),
        ),
        cited=cited(review, quoted(shown.title), shown.cites),
    )


def findings(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The findings, each under the first of its themes."""
    groups = (
        _group(key, heading, tuple(_finding(collection, review, each) for each in under), _finding_columns(review))
        for key, heading, under in by_first_theme(collection, review)
    )
    return (*groups, *withdrawn(review, RecordPage.FINDINGS))


def _group(key: str, heading: str, cards: tuple[Card, ...], columns: tuple[str, ...]) -> Group:
    """Closed records under a heading; a column in which nothing stands has none."""
    beside = [card.closed.beside for card in cards if card.closed]
    filled = (words if any(each[number] for each in beside) else "" for number, words in enumerate(columns[2:]))
    return Group(key, heading, cards, columns=(*columns[:2], *filled))


def _finding_columns(review: Review) -> tuple[str, ...]:
    return ("Kind", "Finding", "Concerns", counts.FORMS["title"](review) if review.recommendations else "")


def _finding(collection: Collection, review: Review, finding: Finding) -> Card:
    agencies = to.to_agencies(collection, finding.agencies, review)
    answers = [review.label(rec) for rec, _ in review.answers_to.get(finding.id, ())]
    language = languages.of(review)
    none = languages.said("none linked", language) if review.recommendations else ""
    nobody = languages.said("no agency is named", language)
    return Card(
        id=finding.id,
        formerly=finding.formerly,
        label=f"Finding {finding.number} · {finding.kind.label}" if finding.number else finding.kind.label,
        tone=chains.FINDING,
        title=finding.title,
        text=finding.text,
        closed=Closed((first_of(ref.text for ref in agencies) or nobody, first_of(answers) or none)),
        narrowed=narrowing.words(narrowing.FINDINGS, Of(collection, review, finding)),
        chain=chains.around_finding(review, finding),
        notes=noted(
            Fact("Agencies chosen by us", (finding.agencies_because or "",)),
            tensions_note(review, finding.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, finding.cites)),
            Fact("About", tuple(each.name for each in review.about(finding))),
            Fact("Agencies", agencies or ("no agency is named",)),
            Fact("Themes", to.to_themes(collection, finding.themes)),
        ),
        cited=cited(review, quoted(finding.title), finding.cites),
    )


def recommendations(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The recommendations in the document's lists."""
    columns = ("Label", counts.one(review).capitalize(), "Addressed to", "Why, in brief" if review.findings else "")
    groups = (
        _group(
            f"list--{each.id}",
            each.heading,
            tuple(_recommendation(collection, review, rec) for rec in review.in_list(each.id)),
            columns,
        )
        for each in review.head.lists
    )
    return (*groups, *withdrawn(review, RecordPage.RECOMMENDATIONS))


def _recommendation(collection: Collection, review: Review, rec: Recommendation) -> Card:
    asked = Asked(collection, review, rec)
    whom = (collection.agencies[each].label for each in review.addressees(rec))
    why = (to.in_brief(review.findings[each.finding]) for each in rec.responds_to)
    none = languages.said("none linked", languages.of(review)) if review.findings else ""
    return Card(
        id=rec.id,
        formerly=rec.formerly,
        label=review.label(rec),
        tone=chains.RECOMMENDATION,
        title=rec.title,
        text=rec.text,
        closed=Closed((first_of(whom), first_of(why) or none)),
        narrowed=narrowing.words(narrowing.RECOMMENDATIONS, asked),
        parts=tuple(
            Part(
                addresses.of_part(review.slug, rec, part).partition("#")[2],
                part.id,
                part.text,
                to.to_agencies(collection, part.addressed_to, review),
            )
            for part in rec.parts
        ),
        chain=chains.behind_recommendation(review, rec),
        facts=noted(*(Fact(field.label, field.items(asked)) for field in FIELDS)),
        cited=called(review, rec),
    )
