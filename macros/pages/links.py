"""Links to records: the text and the address by which any page speaks of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..collection import Cited, Collection, Review, addresses
from ..records import (
    COVER,
    SECTION,
    AddressedBy,
    Agency,
    Event,
    Finding,
    Involvement,
    Paragraph,
    Place,
    Recommendation,
    RecommendationPart,
    Slug,
    Tension,
    Term,
    Theme,
    shown_number,
)
from . import languages
from .shapes import Citation, Mention, Ref


def to_place(review: Review, place: Place) -> Ref:
    """A place in the document: '¶20', 'Part B, ¶3', 'cover', a section's heading or 'Health 2'."""
    if place in review.paragraphs:
        return to_paragraph(review, review.paragraphs[place])
    if place == COVER and review.head.cover:
        return Ref(COVER, addresses.of(review.slug, review.head.cover))
    section = review.sections.get(str(place).removeprefix(SECTION)) if str(place).startswith(SECTION) else None
    if section:
        return Ref(section.heading, addresses.of(review.slug, section), language=languages.of(review))
    if place in review.parts:
        return to_part(review, *review.parts[str(place)])
    return to_recommendation(review, review.recommendations[str(place)])


def to_part(review: Review, recommendation: Recommendation, part: RecommendationPart) -> Ref:
    """'Health 2 (a)'."""
    address = addresses.of_part(review.slug, recommendation, part)
    return Ref(f"{review.label(recommendation)} ({part.id})", address, part.text, languages.of(review))


def to_paragraph(review: Review, paragraph: Paragraph) -> Ref:
    """'¶20', 'page 12' or 'Part B, ¶3', with its gist for who points at it."""
    number, part = shown_number(paragraph.number), review.part_of(paragraph)
    return Ref(f"{part}, {number}" if part else number, addresses.of(review.slug, paragraph), paragraph.gist)


def to_places(review: Review, places: Iterable[Place]) -> tuple[Ref, ...]:
    """Places in the document, in the order given."""
    return tuple(to_place(review, place) for place in places)


def to_recommendation(review: Review, recommendation: Recommendation) -> Ref:
    """'Health 2', with its title for who points at it."""
    address = addresses.of(review.slug, recommendation)
    return Ref(review.label(recommendation), address, recommendation.title, languages.of(review))


def to_recommendation_in_full(review: Review, recommendation: Recommendation) -> Ref:
    """'Health 2: …' with its title."""
    short = to_recommendation(review, recommendation)
    text = f"{short.text}: {recommendation.title}" if recommendation.printed_number else short.text
    return replace(short, text=text, title="")


def to_event(review: Review, event: Event) -> Ref:
    """An event by its title."""
    return Ref(event.title, addresses.of(review.slug, event), event.when, languages.of(review))


def to_finding(review: Review, finding: Finding) -> Ref:
    """A finding by its title."""
    return Ref(finding.title, addresses.of(review.slug, finding), finding.kind.label, languages.of(review))


def in_brief(record: Event | Finding) -> str:
    """What an event or a finding is called where there is little room."""
    return record.short or record.title


def to_tension(review: Review, tension: Tension) -> Ref:
    """A source tension by its title."""
    return Ref(tension.title, addresses.of(review.slug, tension), tension.question, languages.of(review))


def citation(collection: Collection, review: Review) -> Citation:
    """What a citation of anything in a review says of the document."""
    head = review.head
    publisher = collection.agencies[head.publisher].name
    return Citation(publisher, head.published.words, head.published.text[:4], head.title)


def to_review(review: Review) -> Ref:
    """A review at a glance, by what the site calls it."""
    return Ref(review.head.short_title, addresses.review(review.slug))


def to_agency(collection: Collection, agency: Slug, review: Review | None = None) -> Ref:
    """An agency: its part in a review, or its entry for all reviews."""
    record: Agency = collection.agencies[agency]
    if review and agency in review.involvements:
        return Ref(record.label, addresses.of(review.slug, review.involvements[agency]), record.name)
    return Ref(record.label, addresses.of_shared(record), record.name)


def to_agencies(collection: Collection, agencies: Iterable[Slug], review: Review) -> tuple[Ref, ...]:
    """Agencies by their part in a review."""
    return tuple(to_agency(collection, agency, review) for agency in agencies)


def to_addressees(collection: Collection, review: Review, recommendation: Recommendation) -> tuple[Ref, ...]:
    """Whom a recommendation addresses; those whom only its list's heading names are marked so."""
    refs = []
    for agency, by in review.addressees(recommendation).items():
        ref = to_agency(collection, agency, review)
        refs.append(replace(ref, text=f"{ref.text} ({by.label})") if by is AddressedBy.HEADING else ref)
    return tuple(refs)


def to_theme(theme: Theme) -> Ref:
    """A theme's entry for all reviews."""
    return Ref(theme.title, addresses.of_shared(theme), theme.meaning)


def to_themes(collection: Collection, themes: Iterable[Slug]) -> tuple[Ref, ...]:
    """Themes' entries for all reviews."""
    return tuple(to_theme(collection.themes[theme]) for theme in themes)


def to_term(term: Term) -> Ref:
    """A glossary entry, by its abbreviation where it has one."""
    return Ref(term.short or term.term, addresses.of_shared(term), f"{term.term}: {term.meaning}")


def to_terms(collection: Collection, terms: Iterable[Slug]) -> tuple[Ref, ...]:
    """Glossary entries."""
    return tuple(to_term(collection.terms[term]) for term in terms)


def to_cited(collection: Collection, review: Review, record: Cited) -> Ref:
    """Whatever cites a place, by the words that suit its kind."""
    match record:
        case Event():
            return to_event(review, record)
        case Finding():
            return to_finding(review, record)
        case Involvement():
            return to_agency(collection, record.agency, review)
        case Tension():
            return to_tension(review, record)
        case Recommendation():
            return to_recommendation_in_full(review, record)


def event_mention(review: Review, event: Event, when: bool = False) -> Mention:
    """An event in a list; ``when`` asks for its date."""
    return Mention(to_event(review, event), to_places(review, event.cites), event.when if when else "")


def finding_mention(review: Review, finding: Finding, kind: bool = False) -> Mention:
    """A finding in a list; ``kind`` asks for what kind it is of."""
    note = finding.kind.label.lower() if kind else ""
    return Mention(to_finding(review, finding), to_places(review, finding.cites), note)


def recommendation_mention(review: Review, recommendation: Recommendation) -> Mention:
    """A recommendation in a list."""
    return Mention(to_recommendation_in_full(review, recommendation))


def asked_mention(review: Review, recommendation: Recommendation, agency: Slug, text: bool = False) -> Mention:
    """A recommendation as one that addresses an agency, marked where only its heading does; ``text`` asks for all."""
    by = review.addressees(recommendation)[agency]
    note = by.label if by is AddressedBy.HEADING else ""
    ref = to_recommendation_in_full(review, recommendation)
    return Mention(ref, note=note, text=recommendation.text if text else "")
