"""The open data as files: their paths and what stands in each, from the same records as the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from . import addresses, permanent
from .collection import Cited, Collection, Review
from .models import Event, Finding, FindingLink, Involvement, Link, Paragraph, Recommendation, Tension, Track
from .published import (
    Counted,
    EventData,
    FindingData,
    GapsData,
    Mentioned,
    Moved,
    ParagraphData,
    PartData,
    RecommendationData,
    RecommendationLink,
    ReviewData,
    ReviewEntry,
    ReviewsData,
    TensionData,
    Terms,
    VocabulariesData,
)
from .render import render

TERMS = Terms(
    licence="CC-BY-4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    note="The reviewed documents are their publishers' and are not included; what is here restates them.",
)

Shaped = TypeVar("Shaped", bound=BaseModel)


@dataclass(frozen=True)
class File:
    """A file of the open data."""

    path: str
    """Below the site's root."""
    what: str
    """What it holds, in a sentence."""
    value: BaseModel

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.value.model_dump_json(indent=2) + "\n"


def files(collection: Collection) -> Iterator[File]:
    """Every file of the open data."""
    yield File(addresses.data("reviews"), "The reviews, each with the address of its data.", reviews(collection))
    what = "What the reviews share: agencies, themes, the glossary, sources and helplines."
    yield File(addresses.data("vocabularies"), what, vocabularies(collection))
    for each in collection.reviews.values():
        what = f"All of {each.head.short_title}: every record with its address, and every link with its basis."
        yield File(addresses.data(f"reviews/{each.slug}"), what, review(collection, each))


def pages(collection: Collection) -> Iterator[tuple[str, str]]:
    """Pages at old addresses, which lead to the new: their paths below the site's root, and their text."""
    for old, new in permanent.pages_moved(collection).items():
        path = f"{old.lstrip('/')}index.html"
        yield path, render("moved.html.jinja", path, {"to": new})


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
                data=f"/{addresses.data(f'reviews/{each.slug}')}",
                counts=dict(each.counts),
            )
            for each in collection.reviews.values()
        ),
        moved=tuple(Moved(old=old, new=new) for old, new in sorted(permanent.moved(collection).items())),
    )


def vocabularies(collection: Collection) -> VocabulariesData:
    """What reviews share."""
    return VocabulariesData.model_construct(
        terms=TERMS,
        agencies=tuple(collection.agencies.values()),
        themes=tuple(collection.themes.values()),
        glossary=tuple(collection.terms.values()),
        sources=tuple(collection.sources.values()),
        helplines=tuple(collection.helplines.values()),
    )


def review(collection: Collection, of: Review) -> ReviewData:
    """All that the site knows of a review."""
    gaps = of.gaps
    tensions = tuple(
        _with(TensionData, each, address=addresses.review(of.slug, "process", each.id)) for each in of.head.tensions
    )
    return _with(
        ReviewData,
        of.head,
        id=of.slug,
        address=addresses.review(of.slug),
        terms=TERMS,
        counts=dict(of.counts),
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


def _with(shape: type[Shaped], record: BaseModel, **more: object) -> Shaped:
    """A record in a shape that adds to its own; both are checked already."""
    return shape.model_construct(**{**dict(record), **more})


def _event(of: Review, event: Event) -> EventData:
    first, last = of.possible[event.id]
    return _with(
        EventData,
        event,
        address=addresses.review(of.slug, "timeline", event.id),
        date_words=event.when,
        first_day=first if first > date.min else None,
        last_day=last if last < date.max else None,
        findings=tuple(
            FindingLink(finding=finding.id, **_grounds(link)) for finding, link in of.findings_on.get(event.id, ())
        ),
        counted=_counted(of, event),
        tensions=_tensions(of, event),
    )


def _finding(of: Review, finding: Finding) -> FindingData:
    return _with(
        FindingData,
        finding,
        address=addresses.review(of.slug, "findings", finding.id),
        recommendations=tuple(
            RecommendationLink(recommendation=rec.id, **_grounds(link))
            for rec, link in of.answers_to.get(finding.id, ())
        ),
        counted=_counted(of, finding),
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
    return Counted(fewest=wait.fewest, most=wait.most, unit=measure.unit, about=measure.about, beyond=measure.beyond)


def _tensions(of: Review, record: Event | Finding) -> tuple[str, ...]:
    return tuple(each.id for each in of.touching.get(record.id, ()))


def _recommendation(of: Review, rec: Recommendation) -> RecommendationData:
    return _with(
        RecommendationData,
        rec,
        address=addresses.place(of.slug, rec.id),
        label=of.label(rec),
        list=rec.list_id,
        position=rec.number,
        addressees=of.addressees(rec),
    )


def _paragraph(of: Review, paragraph: Paragraph) -> ParagraphData:
    number = paragraph.number
    (section,) = (each for each in of.head.sections if each.paragraphs[0] <= number <= each.paragraphs[1])
    return _with(
        ParagraphData,
        paragraph,
        address=addresses.place(of.slug, number),
        section=section.id,
        cited_by=tuple(_mentioned(each) for each in of.citing.get(number, ())),
    )


KINDS: Mapping[type, str] = {Event: "event", Finding: "finding", Involvement: "agency", Tension: "tension"}
"""What a record that cites a paragraph is called."""


def _mentioned(record: Cited) -> Mentioned:
    id_ = record.agency if isinstance(record, Involvement) else record.id
    return Mentioned(kind=KINDS[type(record)], id=id_)


def _part(collection: Collection, of: Review, part: Involvement) -> PartData:
    agency = part.agency
    return _with(
        PartData,
        part,
        address=addresses.review(of.slug, "agencies", agency),
        name=collection.agencies[agency].name,
        events=tuple(each.id for each in of.events_of.get(agency, ())),
        findings=tuple(each.id for each in of.findings_of.get(agency, ())),
        recommendations=tuple(each.id for each in of.recommendations_to.get(agency, ())),
    )
