"""The shapes of the open data: each record as it is written, with its address and the links that lead to it."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from ..records import (
    Agency,
    Beyond,
    Event,
    EverydayWord,
    Finding,
    Head,
    Helpline,
    Involvement,
    Link,
    Paragraph,
    Place,
    Recommendation,
    Slug,
    Source,
    Tension,
    Term,
    Text,
    Theme,
    Unit,
)


class Shape(BaseModel):
    """A piece of the open data."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


LICENCE = "CC-BY-4.0"
"""The licence of our text and data, by its SPDX name."""


class Terms(Shape):
    """On what terms a file may be used."""

    licence: str
    """The licence of our text and data, by its SPDX name."""
    licence_url: str
    note: str
    """What the licence does not cover."""


TERMS = Terms(
    licence=LICENCE,
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    note="The reviewed documents belong to their publishers and are not included; what is here restates them.",
)


class RecommendationLink(Link):
    """From a finding to a recommendation that responds to it."""

    recommendation: Slug
    through: tuple[Slug, ...] | None
    """Those of the finding's events that bear on the recommendation; null where all of them do."""
    parts: tuple[Slug, ...]
    """Those of the recommendation's parts that respond; none where the whole does."""


class EventFindingLink(Link):
    """From an event to a finding behind which it stands."""

    finding: Slug


class Mentioned(Shape):
    """A record that cites a paragraph."""

    kind: str
    """'event', 'finding', 'agency', 'tension' or 'recommendation'."""
    id: Slug


class Counted(Shape):
    """How long a delay was, as far as the document's length or its dates tell."""

    fewest: int
    most: int | None
    """None where an end is open."""
    unit: Unit
    about: bool
    """Whether the document says that the length is approximate."""
    calculated: bool
    """Whether we calculate it from dates; where we do not, the document states it."""
    beyond: int | None
    """By how many of the standard's units even the shortest possible wait is beyond it."""


class EventData(Event):
    """An event, with the days that are possible for it and the findings on it."""

    address: str
    """Its address from the site's root."""
    date_words: str
    """The date for a reader."""
    first_day: date | None
    """The first day that its date and what it follows allow."""
    last_day: date | None
    """The last day that its date and what it follows allow."""
    findings: tuple[EventFindingLink, ...]
    """The findings behind which it stands."""
    recommendations: tuple[Slug, ...]
    """The recommendations in whose chain it stands."""
    counted: Counted | None
    """How long its delay was; null where nothing says."""
    beyond_standard: Beyond | None
    """Whether its delay was longer than the standard, by our calculation; null where none is named."""
    tensions: tuple[Slug, ...]
    """The source tensions that bear on it."""


class FindingData(Finding):
    """A finding, with the recommendations that respond to it."""

    address: str
    """Its address from the site's root."""
    recommendations: tuple[RecommendationLink, ...]
    """The recommendations that respond to it."""
    counted: Counted | None
    """How long its delay was; null where nothing says."""
    beyond_standard: Beyond | None
    """Whether its delay was longer than the standard, by our calculation; null where none is named."""
    tensions: tuple[Slug, ...]
    """The source tensions that bear on it."""


class RecommendationData(Recommendation):
    """A recommendation, with where it stands and whom it addresses."""

    address: str
    """Its address from the site's root."""
    label: Text
    """How readers see its id: 'Health 2'."""
    list: Slug
    """The list in which it stands."""
    position: int | str | None
    """Its number in that list, as printed; null where it has none."""
    addressees: tuple[Slug, ...]
    """Whom it addresses, by name or by heading."""
    addressed_by_heading: tuple[Slug, ...]
    """Those of them whom only the heading of its list names."""
    events: tuple[Slug, ...]
    """The events in its chain."""


class ParagraphData(Paragraph):
    """A paragraph's gist, with the records that cite it."""

    address: str
    """Its address from the site's root."""
    section: Slug
    cited_by: tuple[Mentioned, ...]


class InvolvementData(Involvement):
    """An agency's part in the review, with the records that concern it."""

    address: str
    """Its address from the site's root."""
    name: Text
    events: tuple[Slug, ...]
    """The events that concern it."""
    findings: tuple[Slug, ...]
    """The findings about it."""
    recommendations: tuple[Slug, ...]
    """The recommendations that address it, wherever they stand."""


class TensionData(Tension):
    """A source tension."""

    address: str
    """Its address from the site's root."""


class GapsData(Shape):
    """What the links leave open."""

    findings: tuple[Slug, ...]
    """Findings with no recommendation linked to them."""
    recommendations: tuple[Slug, ...]
    """Recommendations with no finding linked to them."""
    agencies: tuple[Slug, ...]
    """Agencies that an event concerns and that no recommendation addresses, by name or by heading."""
    paragraphs: tuple[Place, ...]
    """Paragraphs that no record cites."""


class ReviewData(Head):
    """All that the site knows of a review."""

    id: Slug
    address: str
    """Its address from the site's root."""
    terms: Terms
    counts: dict[str, int]
    """How many of each kind."""
    agencies: tuple[InvolvementData, ...]
    paragraphs: tuple[ParagraphData, ...]
    events: tuple[EventData, ...]
    """In the order of the timeline: the case, then the review."""
    findings: tuple[FindingData, ...]
    recommendations: tuple[RecommendationData, ...]
    tensions: tuple[TensionData, ...]
    gaps: GapsData


class ReviewEntry(Shape):
    """A review in the list of all."""

    id: Slug
    title: Text
    short_title: Text
    subject: Text
    publisher: Text
    published: str
    """In EDTF."""
    address: str
    """Its address from the site's root."""
    data: str
    """The address of all that the site knows of it, from the site's root."""
    counts: dict[str, int]
    """How many of each kind."""


class ReleaseData(Shape):
    """From what the site was built."""

    version: str
    """Of the project."""
    commit: str
    """In the project's repository; empty where that is not known."""


class Moved(Shape):
    """A record that had another address before."""

    old: str
    new: str


class TakenDownData(Shape):
    """What is left of a review that was taken down."""

    id: Slug
    short_title: Text
    on: str
    """When it was taken down, in EDTF."""
    reason: Text


class ReviewsData(Shape):
    """The reviews of the site."""

    terms: Terms
    reviews: tuple[ReviewEntry, ...]
    taken_down: tuple[TakenDownData, ...]
    """The reviews that were taken down."""
    release: ReleaseData
    moved: tuple[Moved, ...]
    """Addresses that lead to others now, from the site's root."""


class VocabulariesData(Shape):
    """What reviews share: the agencies, themes, terms and sources that their ids stand for."""

    terms: Terms
    agencies: tuple[Agency, ...]
    themes: tuple[Theme, ...]
    glossary: tuple[Term, ...]
    words: tuple[EverydayWord, ...]
    sources: tuple[Source, ...]
    helplines: tuple[Helpline, ...]
