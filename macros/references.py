"""Links to records: the text and the address by which any page speaks of them."""

from __future__ import annotations

from collections.abc import Iterable

from . import addresses
from .collection import Cited, Collection, Review
from .models import (
    Agency,
    Event,
    EventLink,
    Finding,
    FindingLink,
    Involvement,
    Place,
    Recommendation,
    Slug,
    Tension,
    Term,
    Theme,
)
from .shapes import Mention, Ref


def to_place(review: Review, place: Place) -> Ref:
    """A place in the document: '¶20', 'cover' or 'Health 2'."""
    address = addresses.place(review.slug, place)
    if isinstance(place, int):
        return Ref(f"¶{place}", address, review.paragraphs[place].gist)
    if place == "cover":
        return Ref("cover", address)
    return to_recommendation(review, review.recommendations[place])


def to_places(review: Review, places: Iterable[Place]) -> tuple[Ref, ...]:
    """Places in the document, in the order given."""
    return tuple(to_place(review, place) for place in places)


def to_recommendation(review: Review, recommendation: Recommendation) -> Ref:
    """'Health 2', with its title for who points at it."""
    address = addresses.review(review.slug, "recommendations", recommendation.id)
    return Ref(review.label(recommendation), address, recommendation.title)


def to_recommendation_in_full(review: Review, recommendation: Recommendation) -> Ref:
    """'Health 2: …' with its title."""
    short = to_recommendation(review, recommendation)
    return Ref(f"{short.text}: {recommendation.title}", short.address)


def to_event(review: Review, event: Event) -> Ref:
    """An event by its title."""
    return Ref(event.title, addresses.review(review.slug, "timeline", event.id), event.when)


def to_finding(review: Review, finding: Finding) -> Ref:
    """A finding by its title."""
    return Ref(finding.title, addresses.review(review.slug, "findings", finding.id), finding.kind.label)


def to_tension(review: Review, tension: Tension) -> Ref:
    """A source tension by its title."""
    return Ref(tension.title, addresses.review(review.slug, "process", tension.id), tension.question)


def to_review(review: Review, page: str = "", text: str = "") -> Ref:
    """A review's page."""
    return Ref(text or review.head.short_title, addresses.review(review.slug, page))


def to_agency(collection: Collection, agency: Slug, review: Review | None = None) -> Ref:
    """An agency: its part in a review, or its entry for all reviews."""
    record: Agency = collection.agencies[agency]
    if review and agency in review.involvements:
        return Ref(record.label, addresses.review(review.slug, "agencies", agency), record.name)
    return Ref(record.label, addresses.shared("agencies", agency), record.name)


def to_agencies(collection: Collection, agencies: Iterable[Slug], review: Review) -> tuple[Ref, ...]:
    """Agencies by their part in a review."""
    return tuple(to_agency(collection, agency, review) for agency in agencies)


def to_theme(theme: Theme) -> Ref:
    """A theme's entry for all reviews."""
    return Ref(theme.title, addresses.shared("themes", theme.id), theme.meaning)


def to_themes(collection: Collection, themes: Iterable[Slug]) -> tuple[Ref, ...]:
    """Themes' entries for all reviews."""
    return tuple(to_theme(collection.themes[theme]) for theme in themes)


def to_term(term: Term) -> Ref:
    """A glossary entry, by its abbreviation where it has one."""
    return Ref(term.short or term.term, addresses.shared("glossary", term.id), f"{term.term}: {term.meaning}")


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


def event_mention(review: Review, event: Event, link: EventLink | None = None) -> Mention:
    """An event in a chain."""
    return _mention(review, to_event(review, event), event.cites, link)


def finding_mention(review: Review, finding: Finding, link: EventLink | FindingLink | None = None) -> Mention:
    """A finding in a chain."""
    return _mention(review, to_finding(review, finding), finding.cites, link)


def recommendation_mention(review: Review, recommendation: Recommendation, link: FindingLink | None = None) -> Mention:
    """A recommendation in a chain."""
    return _mention(review, to_recommendation_in_full(review, recommendation), (), link)


def _mention(review: Review, ref: Ref, cites: Iterable[Place], link: EventLink | FindingLink | None) -> Mention:
    if link is None:
        return Mention(ref, to_places(review, cites))
    return Mention(ref, to_places(review, cites), link.basis, to_places(review, link.cites), link.reason or "")
