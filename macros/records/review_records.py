"""The other records of a review, and the links between them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, Strict, model_validator

from .event import Delay
from .fields import (
    AgenciesBecause,
    AgencyId,
    AgencyIds,
    Cites,
    EventId,
    Formerly,
    Id,
    IdOf,
    Number,
    Places,
    Slug,
    TermIds,
    Text,
    ThemeIds,
    Title,
)
from .record import Piece, Record
from .vocabularies import Act, Basis, FindingKind


class Involvement(Record):
    """An agency's part in one review (agencies.yml in the review's folder)."""

    NAMED_BY: ClassVar[str] = "agency"
    agency: AgencyId
    """Its id in data/agencies.yml."""
    named_as: tuple[Text, ...] = ()
    """What the document calls it, where that differs from its name."""
    role: Text
    """Its part in the case, restated in our words."""
    cites: Cites
    management_review: Places = ()
    """The places that say it was asked for a management review."""


class Paragraph(Record):
    """A paragraph of the document, restated."""

    NAMED_BY: ClassVar[str] = "number"
    number: Number
    """Its number in the document."""
    gist: Text
    """All of it, restated in our words."""
    terms: TermIds = ()


class Link(Piece):
    """A link to another record, with where it comes from."""

    LEADS_TO: ClassVar[str] = ""
    """The key that names that record."""

    basis: Basis
    """Whether the document makes the link or we do."""
    cites: Places = ()
    """For a stated link: the places that make it."""
    reason: Text | None = None
    """For an inferred link: why, in a sentence."""

    @model_validator(mode="after")
    def _has_grounds(self) -> Self:
        if self.basis is Basis.STATED and not self.cites:
            raise ValueError("a stated link has no `cites`", "give the paragraph that makes it")
        if self.basis is Basis.INFERRED and not self.reason:
            raise ValueError("an inferred link has no `reason`", "give it in a sentence")
        return self


class EventLink(Link):
    """From a finding to an event behind it."""

    LEADS_TO = "event"
    event: EventId
    """The event's id."""


class FindingLink(Link):
    """From a recommendation to a finding that it responds to."""

    LEADS_TO = "finding"
    finding: Annotated[Slug, IdOf("finding")]
    """The finding's id."""
    through: tuple[EventId, ...] | None = None
    """Which of the finding's events bear on the recommendation. Leave the key out if all do; write [] if none does."""


class Finding(Record):
    """A lesson, a criticism, a missed opportunity or a point of good practice."""

    id: Id
    formerly: Formerly = ()
    title: Title
    text: Text
    """What was found, restated in our words."""
    kind: FindingKind
    """What it says: one word."""
    cites: Cites
    agencies: AgencyIds = ()
    """The agencies that it concerns: their own work, or what did or did not reach them."""
    agencies_because: AgenciesBecause = None
    themes: ThemeIds = ()
    events: tuple[EventLink, ...] = ()
    """The events behind it."""
    delay: Delay | None = None
    """A wait that the document mentions and that no event brings to an end."""


class Recommendation(Record):
    """Something that the document recommends."""

    id: Id
    """Its list and its number in the document: health-2."""
    formerly: Formerly = ()
    title: Title
    text: Text
    """What it asks for, restated in our words."""
    addressed_to: AgencyIds = ()
    """The agencies that its own words name as those to act or to change. If they name none, leave it out."""
    heading_too: Annotated[bool, Strict()] = False
    """Whether it is addressed to the agency in its list's heading as well, although its own words name somebody."""
    asks_for: Annotated[tuple[Act, ...], Field(min_length=1)]
    """What kind of action it asks for: one or more words."""
    themes: ThemeIds = ()
    terms: TermIds = ()
    responds_to: tuple[FindingLink, ...] = ()
    """The findings behind it."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.heading_too and not self.addressed_to:
            right = "take it out: without `addressed_to`, the heading alone addresses it"
            raise ValueError("`heading_too` stands without `addressed_to`", right)
        return self

    @property
    def list_id(self) -> str:
        """The list in which it stands."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> int:
        """Its number in that list; 0 when the id has none."""
        last = self.id.rpartition("-")[2]
        return int(last) if last.isdigit() else 0
