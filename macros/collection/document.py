"""A document's shape: which paragraphs stand in which of its sections, and what the heading of a list says of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..records import (
    Basis,
    Event,
    Finding,
    FindingLink,
    Language,
    Paragraph,
    Place,
    Recommendation,
    RecommendationList,
    Section,
    Slug,
)


def place_in(section: Section, number: int | str, sections: Mapping[Slug, Section], known: Container[Place]) -> Place:
    """The place of a paragraph that a section names by its number, which may begin again in it or in one above it."""
    part: Slug | None = section.id
    seen: set[Slug] = set()
    while part and part not in seen:
        if f"{part}.{number}" in known:
            return f"{part}.{number}"
        seen.add(part)
        part = sections[part].under if part in sections else None
    return number


def ends(section: Section, sections: Mapping[Slug, Section], known: Container[Place]) -> tuple[Place, Place]:
    """The places of a section's first and last paragraph."""
    first, last = section.paragraphs
    return place_in(section, first, sections, known), place_in(section, last, sections, known)


def in_sections(sections: Sequence[Section], places: Sequence[Place]) -> Mapping[Slug, tuple[Place, ...]]:
    """The paragraphs of each section, of a document whose paragraphs stand in this order."""
    by_id = {section.id: section for section in sections}
    at = {place: number for number, place in enumerate(places)}
    found = {}
    for section in sections:
        first, last = ends(section, by_id, at)
        found[section.id] = tuple(places[at[first] : at[last] + 1])
    return found


def in_document_order(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs by their numbers, where these are whole numbers that run through; otherwise as they are written."""
    written = tuple(paragraphs)
    if all(isinstance(each.place, int) for each in written):
        return tuple(sorted(written, key=lambda each: int(each.place)))
    return written


def under_findings(
    recommendations: Iterable[Recommendation],
    lists: Mapping[Slug, RecommendationList],
    findings: Mapping[Slug, Finding],
) -> Iterator[Recommendation]:
    """Recommendations with the link that the document makes by printing their list under a finding."""
    for rec in recommendations:
        key = lists[rec.list_id].finding
        if key and all(link.finding != key for link in rec.responds_to):
            link = FindingLink(finding=key, basis=Basis.STATED, cites=findings[key].cites)
            yield rec.model_copy(update={"responds_to": (link, *rec.responds_to)})
        else:
            yield rec


def in_language(event: Event, language: Language) -> Event:
    """An event whose date is said in the language of its review."""
    if language is Language.ENGLISH or event.date is None:
        return event
    return event.model_copy(update={"date": replace(event.date, language=language.value)})
