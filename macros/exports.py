"""The open data as files: their paths and what stands in each, from the same records as the pages."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from . import addresses, permanent, sheets
from .collection import Cited, Collection, Review
from .models import Beyond, Event, Finding, Involvement, Link, Paragraph, Recommendation, Tension, Track
from .published import (
    Counted,
    EventData,
    EventFindingLink,
    FindingData,
    GapsData,
    Mentioned,
    Moved,
    ParagraphData,
    PartData,
    RecommendationData,
    RecommendationLink,
    ReleaseData,
    ReviewData,
    ReviewEntry,
    ReviewsData,
    TensionData,
    Terms,
    VocabulariesData,
)
from .render import render
from .shapes import Entry
from .sheets import Sheet

TERMS = Terms(
    licence=sheets.LICENCE,
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    note="The reviewed documents belong to their publishers and are not included; what is here restates them.",
)

Shaped = TypeVar("Shaped", bound=BaseModel)


@dataclass(frozen=True)
class File:
    """A file of the open data."""

    path: str
    """Below the site's root."""
    what: str
    """What it holds, in a sentence."""
    text: str
    shape: type[BaseModel] | None = None
    """The shape of what it holds; None for a table and for what describes the others."""
    table: Sheet | None = None
    """What it holds, where it is a table."""


def files(collection: Collection) -> Iterator[File]:
    """Every file of the open data, and those that describe it."""
    data = list(_data(collection))
    yield from data
    for shape in dict.fromkeys(file.shape for file in data if file.shape):
        what = f"JSON Schema: {(shape.__doc__ or '').lower()}"
        yield File(addresses.data(f"schemas/{_kind(shape)}.json"), what, _dumped(schema(shape)))
    what = "All of the data described as OpenAPI 3.1: each address, and the schema of what it returns."
    yield File(addresses.data("openapi.json"), what, _dumped(openapi(collection, data)))
    what = "The tables described as a Frictionless data package: each column, its type and what it holds."
    yield File(addresses.data("datapackage.json"), what, _dumped(datapackage(collection, data)))


def _data(collection: Collection) -> Iterator[File]:
    what = "The reviews, each with the address of its data; and which addresses have moved."
    yield _json("reviews", what, reviews(collection))
    what = "What the reviews share: agencies, themes, the glossary, sources and helplines."
    yield _json("vocabularies", what, vocabularies(collection))
    for each in collection.reviews.values():
        what = f"Everything on {each.head.short_title}: each record with its address, and each link with its basis."
        yield _json(f"reviews/{each.slug}", what, review(collection, each))
    for sheet in sheets.SHEETS:
        rows = [sheet.rows(collection, each) for each in collection.reviews.values()]
        yield _csv(sheet.name, f"{sheet.what} of every review.", sheet, [row for part in rows for row in part])
        for each, part in zip(collection.reviews.values(), rows, strict=True):
            yield _csv(
                f"reviews/{each.slug}/{sheet.name}",
                f"{sheet.what} of one review: {each.head.short_title}.",
                sheet,
                part,
            )


def _json(name: str, what: str, value: BaseModel) -> File:
    return File(addresses.data(f"{name}.json"), what, value.model_dump_json(indent=2) + "\n", type(value))


def _csv(name: str, what: str, sheet: Sheet, rows: Sequence[Sequence[str]]) -> File:
    return File(addresses.data(f"{name}.csv"), what, sheets.written(sheet, rows), table=sheet)


def _dumped(value: Mapping[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _kind(shape: type[BaseModel]) -> str:
    return shape.__name__.removesuffix("Data").lower()


def schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a published file."""
    found = shape.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def openapi(collection: Collection, data: Iterable[File]) -> dict[str, Any]:
    """Every address of the data, and what it answers."""

    def content(file: File) -> dict[str, Any]:
        if file.shape:
            return {"application/json": {"schema": {"$ref": f"schemas/{_kind(file.shape)}.json"}}}
        return {"text/csv": {"schema": {"type": "string"}}}

    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{addresses.SITE_NAME}: open data",
            "version": collection.release.version or "0",
            "description": TERMS.note,
            "license": {"name": TERMS.licence, "identifier": TERMS.licence},
        },
        "servers": [{"url": "../.."}],
        "paths": {
            f"/{file.path}": {
                "get": {
                    "summary": file.what,
                    "responses": {"200": {"description": file.what, "content": content(file)}},
                }
            }
            for file in data
        },
    }


def datapackage(collection: Collection, data: Iterable[File]) -> dict[str, Any]:
    """The tables as Frictionless describes them."""
    return {
        "name": "safeguarding-reviews",
        "title": addresses.SITE_NAME,
        "description": TERMS.note,
        "version": collection.release.version or "0",
        "licenses": [{"name": TERMS.licence, "path": TERMS.licence_url}],
        "sources": [{"title": each.head.title} for each in collection.reviews.values()],
        "resources": [
            {
                "name": file.path.removeprefix(addresses.data("")).removesuffix(".csv").replace("/", "-"),
                "path": file.path.removeprefix(addresses.data("")),
                "title": file.what,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": column.name, "type": column.type, "description": column.what}
                        for column in file.table.columns
                    ]
                },
            }
            for file in data
            if file.table
        ],
    }


def pages(collection: Collection) -> Iterator[tuple[str, str]]:
    """What stands at old addresses: the data, and pages that lead to the new; their paths, and their text."""
    data = [file for file in _data(collection) if "/reviews/" in file.path]
    for each in collection.reviews.values():
        for old_slug in each.head.formerly:  # the data stays at its old address as well
            for file in data:
                there = file.path.replace(f"/reviews/{each.slug}", f"/reviews/{old_slug}", 1)
                if there != file.path:
                    yield there, file.text
    for old, new in permanent.pages_moved(collection).items():
        path = f"{old.lstrip('/')}index.html"
        yield path, render("moved.html.jinja", path, {"to": new})


def feed(collection: Collection) -> str:
    """The reviews and their recommendations as an Atom feed."""
    entries: list[Entry] = []
    for each in collection.reviews.values():
        changed = (each.head.changed or each.head.on_site).text
        by = collection.agencies[each.head.publisher].name
        about = each.head.summary.text
        oldest = each.head.formerly[0] if each.head.formerly else each.slug
        here, first = addresses.review(each.slug), addresses.review(oldest)
        entries.append(_entry(each.head.title, here, changed, by, about, first))
        for rec in each.recommendations.values():
            address = addresses.place(each.slug, rec.id)
            first = addresses.place(oldest, rec.formerly[0] if rec.formerly else rec.id)
            title = f"{each.head.short_title}, {each.label(rec)}: {rec.title}"
            entries.append(_entry(title, address, changed, by, rec.text, first))
    last = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    view = {
        "name": addresses.SITE_NAME,
        "id": _urn("/"),
        "address": f"/{addresses.FEED}",
        "site": collection.release.site,
        "updated": last,
        "entries": entries,
    }
    return render("feed.xml.jinja", "", {"view": view})


def linked(collection: Collection, of: Review) -> str:
    """What a review is, for machines that read schema.org: a report, and the dataset that restates it."""
    site, head = collection.release.site, of.head
    publisher = {"@type": "Organization", "name": collection.agencies[head.publisher].name}
    report = {"@type": "Report", "name": head.title, "publisher": publisher}
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", head.published.text):  # schema.org's dates are not EDTF's
        report["datePublished"] = head.published.text
    data = f"/{addresses.data(f'reviews/{of.slug}.json')}"
    found = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{head.title}, restated",
        "description": head.summary.text,
        "url": addresses.absolute(addresses.review(of.slug), site),
        "license": TERMS.licence_url,
        "creator": {"@type": "Organization", "name": addresses.SITE_NAME},
        "datePublished": head.on_site.text,
        "dateModified": (head.changed or head.on_site).text,
        "isBasedOn": report,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": addresses.absolute(data, site),
            }
        ],
    }
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")  # no value can end the script


def _entry(title: str, address: str, day: str, by: str, summary: str, first: str) -> Entry:
    """``first`` is the address that it had first, from which its id is drawn for ever."""
    return Entry(_urn(first), title, address, f"{day}T00:00:00Z", by, summary)


def _urn(address: str) -> str:
    """An id that is an address's for ever, wherever the site stands."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"safeguarding-reviews:{address}").urn


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
                counts=dict(each.counts),
            )
            for each in collection.reviews.values()
        ),
        release=ReleaseData(version=collection.release.version, commit=collection.release.commit),
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
            EventFindingLink(finding=finding.id, **_grounds(link)) for finding, link in of.findings_on.get(event.id, ())
        ),
        recommendations=tuple(dict.fromkeys(rec.id for rec, _ in of.answers_on.get(event.id, ()))),
        counted=_counted(of, event),
        beyond_standard=_beyond(of, event),
        tensions=_tensions(of, event),
    )


def _finding(of: Review, finding: Finding) -> FindingData:
    return _with(
        FindingData,
        finding,
        address=addresses.review(of.slug, "findings", finding.id),
        recommendations=tuple(
            RecommendationLink(recommendation=rec.id, through=link.through, **_grounds(link))
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
    return _with(
        RecommendationData,
        rec,
        address=addresses.place(of.slug, rec.id),
        label=of.label(rec),
        list=rec.list_id,
        position=rec.number,
        addressees=tuple(of.addressees(rec)),
        addressed_by_heading=of.addressed_by_heading(rec),
        events=of.events_behind(rec),
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
