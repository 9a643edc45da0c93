"""The other records of a review, and the links between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import Strict, model_validator

from .event import Delay
from .fields import (
    AgenciesBecause,
    AgencyId,
    AgencyIds,
    Brief,
    Cites,
    EventId,
    Formerly,
    Id,
    IdOf,
    Places,
    Slug,
    SubjectIds,
    TermIds,
    Text,
    ThemeIds,
    Title,
)
from .places import Place, Printed
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
    number: Printed
    """Its number as the document prints it: 20, 4.12, iv, 'box 5', or 'p.12' for a page without numbers."""
    part: Annotated[Slug, IdOf("section")] | None = None
    """The section in which the numbers start again, where they do."""
    gist: Text
    """All of it, restated in our words."""
    terms: TermIds = ()

    @classmethod
    def key_of(cls, value: Mapping[str, Any]) -> Any:
        """Its number or, where the numbers start again in its part, both: 'part-b.3'."""
        number, part = value.get("number"), value.get("part")
        return f"{part}.{number}" if part and number is not None else number

    @property
    def place(self) -> Place:
        """By what other records cite it."""
        return f"{self.part}.{self.number}" if self.part else self.number

    @property
    def known_as(self) -> str:
        """The same, for complaints."""
        return str(self.place)


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


class RecommendationPart(Piece):
    """A lettered part of a recommendation."""

    id: Slug
    """Its letter or number as printed, in small letters: a."""
    text: Text
    """What it asks for, restated in our words."""
    addressed_to: AgencyIds = ()
    """The agencies that this part names as those to act or to change."""


class FindingLink(Link):
    """From a recommendation to a finding that it responds to."""

    LEADS_TO = "finding"
    finding: Annotated[Slug, IdOf("finding")]
    """The finding's id."""
    through: tuple[EventId, ...] | None = None
    """Which of the finding's events bear on the recommendation. Leave the key out if all do; write [] if none does."""
    parts: tuple[Slug, ...] = ()
    """Which parts of the recommendation respond to it, where not all do."""


class Finding(Record):
    """A lesson, a criticism, a missed opportunity or a point of good practice."""

    id: Id
    formerly: Formerly = ()
    title: Title
    short: Brief | None = None
    """What it is called where there is little room, in 34 characters at most."""
    number: Printed | None = None
    """The number that the document gives it, where it does."""
    text: Text
    """What was found, restated in our words."""
    kind: FindingKind
    """What it says: one word."""
    cites: Cites
    agencies: AgencyIds = ()
    """The agencies that it concerns: their own work, or what did or did not reach them."""
    about: SubjectIds = ()
    """Whom it is about, where it is not about all of the review's `subjects`."""
    agencies_because: AgenciesBecause = None
    themes: ThemeIds = ()
    events: tuple[EventLink, ...] = ()
    """The events behind it."""
    delay: Delay | None = None
    """A wait that the document mentions and that no event brings to an end."""


class Recommendation(Record):
    """Something that the document recommends, or asks: what, its list says."""

    id: Id
    """Its list and its number in the document: health-2. It can be left out where `list` and `number` are there."""
    list: Annotated[Slug, IdOf("list")] | None = None
    """The list in which it stands, where its id does not begin with it."""
    number: Printed | None = None
    """Its number as printed, where its id does not end with it: 'R4', 3.2."""
    formerly: Formerly = ()
    title: Title
    text: Text
    """What it asks for, restated in our words."""
    addressed_to: AgencyIds = ()
    """The agencies that its own words name as those to act or to change. If they name none, leave it out."""
    heading_too: Annotated[bool, Strict()] = False
    """Whether it is addressed to the agency in its list's heading as well, although its own words name somebody."""
    parts: tuple[RecommendationPart, ...] = ()
    """Its lettered parts, each with an address of its own."""
    cites: Places = ()
    """The places where it stands, for one within the numbered paragraphs."""
    asks_for: tuple[Act, ...] = ()
    """What kind of action it asks for: one or more words. Every recommendation says so; a question need not."""
    themes: ThemeIds = ()
    terms: TermIds = ()
    responds_to: tuple[FindingLink, ...] = ()
    """The findings behind it."""

    @model_validator(mode="before")
    @classmethod
    def _known_by_its_number(cls, value: Any) -> Any:
        key = cls.key_of(value) if isinstance(value, Mapping) else None
        return {"id": key, **value} if key is not None else value

    @classmethod
    def key_of(cls, value: Mapping[str, Any]) -> Any:
        """Its id or, where it has none, its list and its number."""
        of, number = value.get("list"), value.get("number")
        if "id" in value or of is None or number is None:
            return value.get("id")
        return f"{of}-{re.sub(r'[^a-z0-9]+', '-', str(number).lower())}"

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.heading_too and not self.addressed_to:
            right = "take it out: without `addressed_to`, the heading alone addresses it"
            raise ValueError("`heading_too` stands without `addressed_to`", right)
        return self

    @property
    def list_id(self) -> str:
        """The list in which it stands."""
        return self.list or self.id.rpartition("-")[0]

    @property
    def printed_number(self) -> int | str | None:
        """Its number in that list, as printed; None where it has none."""
        last = self.id.rpartition("-")[2]
        return self.number or (int(last) if last.isdigit() else None)
