"""What is said about a review as a whole, and the pieces of which that is made."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, Strict, model_validator

from .fields import AgencyId, AgencyIds, Cites, Date, Day, Formerly, Id, IdOf, Number, Slug, TermIds, Text, Title
from .places import Range
from .record import Piece, Record
from .taken_down import TakenDown
from .vocabularies import CompanionKind, DocumentKind, Holds, Language, Nation, RecordPage, Scope


class Statement(Piece):
    """Something said, with the places that say it."""

    text: Text
    """What is said, restated in our words."""
    cites: Cites


class Cover(Piece):
    """What the document's cover says."""

    gist: Text
    """All of it, restated in our words."""
    terms: TermIds = ()


class Section(Piece):
    """A headed run of paragraphs."""

    id: Id
    formerly: Formerly = ()
    heading: Text
    """As printed."""
    under: Annotated[Slug, IdOf("section")] | None = None
    """The section that this one is part of."""
    paragraphs: Range
    """The first and the last paragraph, as printed: 4-8, or 4.1 to 4.18."""
    label: Text | None = None
    """What readers see before a paragraph's number, if the numbers start again in this section: 'Part B'."""


Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
"""An address on the web."""


class RecommendationList(Piece):
    """A headed list of recommendations, or of whatever the document has in their place."""

    id: Id
    label: Text
    """Shown before the number: 'Health' 2."""
    heading: Text
    """As printed."""
    agency: AgencyId | None = None
    """The agency that the heading names, if it names one: what names nobody is addressed to it."""
    finding: Annotated[Slug, IdOf("finding")] | None = None
    """The finding under which the list is printed: the document then links all of the list to it."""
    holds: Holds = Holds.RECOMMENDATIONS
    """What it holds: one word."""
    scope: Scope | None = None
    """How far it reaches, where the document says so."""
    size: Number
    """How many of them it holds."""
    first: Number = 1
    """The number of the first, where numbers run on from the list before."""

    @model_validator(mode="after")
    def _is_under_one_heading(self) -> Self:
        if self.agency and self.finding:
            right = "keep `finding`, and name the agency in each record's `addressed_to`"
            raise ValueError("its heading cannot be both an agency's and a finding's", right)
        return self


class Tension(Piece):
    """A place where the document disagrees with itself or leaves a question open."""

    id: Id
    formerly: Formerly = ()
    title: Title
    question: Text
    """What disagrees or is left open, in a sentence and without taking sides."""
    says: Annotated[tuple[Statement, ...], Field(min_length=2)]
    """What each place in the document says: two or more."""
    touches: tuple[Annotated[Slug, IdOf("event or finding")], ...] = ()
    """The ids of events and findings that it bears on."""


class Withdrawn(Piece):
    """A record that was published but no longer is: its address stays, and says so."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]
    """Its id, the last part of its address."""
    page: RecordPage
    """The page of the review on which it stood."""
    title: Text
    """What it was, in a line."""
    on: Date
    """When it was withdrawn."""
    reason: Text
    """Why, in a sentence."""


class Subject(Piece):
    """Somebody whom the document is about."""

    id: Id
    name: Text
    """A role, or what the document calls the person instead of a name."""
    pseudonym: Annotated[bool, Strict()] = False
    """Whether that is a pseudonym that looks like a name: it may then stand in this review, and in no other."""


class Companion(Piece):
    """A document that was published beside this one."""

    kind: CompanionKind
    """What kind of document it is."""
    title: Text
    """As printed."""
    publisher: AgencyId | None = None
    """The agency that publishes it, where that is another."""
    published: Date | None = None
    """When it was published."""
    url: Url | None = None
    """Where it is to be had."""


class Head(Record):
    """What is said about a review as a whole (review.yml)."""

    NAMED_BY: ClassVar[str] = "short_title"
    title: Text
    """As printed."""
    short_title: Text
    """What the site calls it."""
    kind: DocumentKind = DocumentKind.SERIOUS_CASE_REVIEW
    """What kind of document it is: one word."""
    nation: Nation = Nation.ENGLAND
    """Where it was made: working days are counted by that nation's bank holidays."""
    language: Language = Language.ENGLISH
    """In what language it is restated here."""
    subject: Text
    """A role, never a name."""
    subjects: tuple[Subject, ...] = ()
    """Those whom it is about, where events and findings are to say which of them."""
    publisher: AgencyId
    """The agency that publishes the document."""
    published_with: AgencyIds = ()
    """The other agencies that publish it."""
    author: Text
    """As printed; the publisher if no author is printed."""
    published: Date
    """When the version that the data is drawn from was published."""
    url: Url | None = None
    """Where the document itself is to be had, at an address that lasts."""
    on_site: Day
    """The day on which this site first published it."""
    changed: Day | None = None
    """The last day on which this site changed what it says about the review."""
    index: Annotated[bool, Strict()] = True
    """Whether search engines may list its pages; the site's own search always does."""
    enlarge: Date | None = None
    """The months that the timeline's picture enlarges, as a span of two months."""
    content_note: Text | None = None
    """A note shown before pages that describe injuries."""
    draft: Annotated[bool, Strict()] = False
    """Whether it is still a draft: seen under `make serve`, and never published."""
    summary: Statement
    """What happened, in a paragraph."""
    cover: Cover | None = None
    """What the document's cover says, if it has one."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Its sections, each with its paragraphs, in order and with none missing."""
    lists: tuple[RecommendationList, ...] = ()
    """Its lists of recommendations."""
    taken_down: TakenDown | None = None
    """That the review had to be taken down. Then nothing stands beside it but `short_title` and `formerly`."""
    formerly: Annotated[
        tuple[Slug, ...], Field(description="Folder names that it had before: its old addresses lead to it for ever.")
    ] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    """Records that were published but no longer are."""
    documents: tuple[Companion, ...] = ()
    """The documents that were published beside it."""
    tensions: tuple[Tension, ...] = ()
    """Where it disagrees with itself or leaves a question open."""
