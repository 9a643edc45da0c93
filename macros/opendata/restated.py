"""Records in the shapes of the open data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from ..collection import Cited, Collection, Review, addresses, counts, permanent
from ..records import Beyond, Event, Finding, Involvement, Link, Paragraph, Recommendation, Tension, Track
from .shapes import (
    TERMS,
    Counted,
    EventData,
    EventFindingLink,
    FindingData,
    GapsData,
    InvolvementData,
    Mentioned,
    Moved,
    ParagraphData,
    RecommendationData,
    RecommendationLink,
    ReleaseData,
    ReviewData,
    ReviewEntry,
    ReviewsData,
    TakenDownData,
    TensionData,
    VocabulariesData,
)

Shaped = TypeVar("Shaped", bound=BaseModel)


def reviews(collection: Collection) -> ReviewsData:
    """The list of all reviews, by the name of their folders."""
    return ReviewsData(
        terms=TERMS,
        reviews=tuple(
            ReviewEntry(
                id=each.slug,
                title=each.head.title,
                short_title=each.head.short_title,
                subject=each.head.subject,
                publisher=collection.agencies[each.head.publisher].name,
                published=each.head.published.text,
                address=addresses.review(each.slug),
                data=f"/{addresses.data(f'reviews/{each.slug}.json')}",
                counts=counts.of(each),
            )
            for each in collection.reviews.values()
        ),
        taken_down=tuple(taken_down(collection, slug) for slug in collection.taken_down),
        release=ReleaseData(version=collection.release.version, commit=collection.release.commit),
        moved=tuple(Moved(old=old, new=new) for old, new in sorted(permanent.moved(collection).items())),
    )


def taken_down(collection: Collection, slug: str) -> TakenDownData:
    """What is left of a review that was taken down."""
    gone = collection.taken_down[slug]
    said = gone.taken_down
    return TakenDownData(id=slug, short_title=gone.short_title, on=said.on.text, reason=said.reason)


def vocabularies(collection: Collection) -> VocabulariesData:
    """What reviews share."""
    return VocabulariesData.model_construct(
        terms=TERMS,
        agencies=tuple(collection.agencies.values()),
        themes=tuple(collection.themes.values()),
        glossary=tuple(collection.terms.values()),
        words=collection.words,
        sources=tuple(collection.sources.values()),
        helplines=tuple(collection.helplines.values()),
    )


def review(collection: Collection, of: Review) -> ReviewData:
    """All that the site knows of a review."""
    gaps = of.gaps
    tensions = tuple(_in_shape(TensionData, each, address=addresses.of(of.slug, each)) for each in of.head.tensions)
    return _in_shape(
        ReviewData,
        of.head,
        id=of.slug,
        address=addresses.review(of.slug),
        terms=TERMS,
        counts=counts.of(of),
        agencies=tuple(_part(collection, of, each) for each in of.involvements.values()),
        paragraphs=tuple(_paragraph(of, each) for each in of.paragraphs.values()),
        events=tuple(_event(of, each) for track in Track for each in of.track(track)),
        findings=tuple(_finding(of, each) for each in of.findings.values()),
        recommendations=tuple(_recommendation(of, each) for each in of.recommendations.values()),
        tensions=tensions,
        gaps=GapsData(
            findings=tuple(each.id for each in gaps.findings),
            recommendations=tuple(each.id for each in gaps.recommendations),
            agencies=gaps.agencies,
            paragraphs=gaps.paragraphs,
        ),
    )


def _in_shape(shape: type[Shaped], record: BaseModel, **more: object) -> Shaped:
    """A record in a shape that adds to its own; both are checked already."""
    return shape.model_construct(**{**dict(record), **more})


def _event(of: Review, event: Event) -> EventData:
    first, last = of.possible[event.id]
    return _in_shape(
        EventData,
        event,
        address=addresses.of(of.slug, event),
        date_words=event.when,
        first_day=first if first > date.min else None,
        last_day=last if last < date.max else None,
        findings=tuple(
            EventFindingLink(finding=finding.id, **_grounds(link)) for finding, link in of.findings_on.get(event.id, ())
        ),
        recommendations=tuple(dict.fromkeys(rec.id for rec, _ in of.answers_on.get(event.id, ()))),
        counted=_counted(of, event),
        beyond_standard=_beyond(of, event),
        tensions=_tensions(of, event),
    )


def _finding(of: Review, finding: Finding) -> FindingData:
    return _in_shape(
        FindingData,
        finding,
        address=addresses.of(of.slug, finding),
        recommendations=tuple(
            RecommendationLink(recommendation=rec.id, through=link.through, parts=link.parts, **_grounds(link))
            for rec, link in of.answers_to.get(finding.id, ())
        ),
        counted=_counted(of, finding),
        beyond_standard=_beyond(of, finding),
        tensions=_tensions(of, finding),
    )


def _grounds(link: Link) -> dict[str, object]:
    """Where a link comes from, whichever end it is seen from."""
    return {key: getattr(link, key) for key in Link.model_fields}


def _counted(of: Review, record: Event | Finding) -> Counted | None:
    measure = of.measures.get(record.id)
    if not measure or not measure.wait:
        return None
    wait = measure.wait
    return Counted(
        fewest=wait.fewest,
        most=wait.most,
        unit=measure.unit,
        about=measure.about,
        calculated=measure.calculated,
        beyond=measure.by,
    )


def _beyond(of: Review, record: Event | Finding) -> Beyond | None:
    measure = of.measures.get(record.id)
    return measure.beyond if measure else None


def _tensions(of: Review, record: Event | Finding) -> tuple[str, ...]:
    return tuple(each.id for each in of.touching.get(record.id, ()))


def _recommendation(of: Review, rec: Recommendation) -> RecommendationData:
    return _in_shape(
        RecommendationData,
        rec,
        address=addresses.of(of.slug, rec),
        label=of.label(rec),
        list=rec.list_id,
        position=rec.printed_number,
        addressees=tuple(of.addressees(rec)),
        addressed_by_heading=of.addressed_by_heading(rec),
        events=of.events_behind(rec),
    )


def _paragraph(of: Review, paragraph: Paragraph) -> ParagraphData:
    return _in_shape(
        ParagraphData,
        paragraph,
        address=addresses.of(of.slug, paragraph),
        section=of.section_of[paragraph.place],
        cited_by=tuple(_mentioned(each) for each in of.citing.get(paragraph.place, ())),
    )


KINDS: Mapping[type, str] = {
    Event: "event",
    Finding: "finding",
    Involvement: "agency",
    Tension: "tension",
    Recommendation: "recommendation",
}
"""What a record that cites a paragraph is called."""


def _mentioned(record: Cited) -> Mentioned:
    id_ = record.agency if isinstance(record, Involvement) else record.id
    return Mentioned(kind=KINDS[type(record)], id=id_)


def _part(collection: Collection, of: Review, part: Involvement) -> InvolvementData:
    agency = part.agency
    return _in_shape(
        InvolvementData,
        part,
        address=addresses.of(of.slug, part),
        name=collection.agencies[agency].name,
        events=tuple(each.id for each in of.events_of.get(agency, ())),
        findings=tuple(each.id for each in of.findings_of.get(agency, ())),
        recommendations=tuple(each.id for each in of.recommendations_to.get(agency, ())),
    )
