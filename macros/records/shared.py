"""The records that reviews share: agencies, themes, sources, the glossary, helplines and allowances."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, Strict

from .fields import AgencyId, Also, Day, Formerly, Id, Slug, SourceIds, Text, Title
from .record import Record
from .vocabularies import AgencyKind


class Agency(Record):
    """A body, team, profession or group that a review names."""

    id: Id
    formerly: Formerly = ()
    name: Text
    """As readers know it."""
    short: Text | None = None
    """A shorter name for running text and tables."""
    also: Also = ()
    kind: AgencyKind
    """What sort of agency it is."""
    part_of: AgencyId | None = None
    """The agency to which it belongs, where a document says so or names it in that agency's list."""
    covers_all: Annotated[bool, Strict()] = False
    """Whether its name stands for every agency."""

    @property
    def label(self) -> str:
        """The name for a table or a sentence."""
        return self.short or self.name


class Theme(Record):
    """A subject that findings and recommendations of several reviews share."""

    id: Id
    formerly: Formerly = ()
    title: Title
    also: Also = ()
    meaning: Text
    """What belongs here, in a sentence."""


class Source(Record):
    """Where facts from outside the reviews come from."""

    id: Id
    title: Text
    """The title of the page."""
    publisher: Text
    """Who publishes it."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Its address on the web."""
    checked: Day
    """The day on which the facts were compared with the source."""


class Term(Record):
    """An abbreviation or a technical term."""

    id: Id
    formerly: Formerly = ()
    term: Text
    """In full, as the document writes it."""
    short: Text | None = None
    """Its abbreviation."""
    also: Also = ()
    meaning: Text
    """What it means, in a sentence or two."""
    today: Text | None = None
    """What it is called today or what took its place, where that has changed."""
    sources: SourceIds = ()
    """Where the facts come from; without one, they come from the reviews alone."""


class EverydayWord(Record):
    """A word that the records use, and what readers may type for it."""

    NAMED_BY: ClassVar[str] = "word"
    word: Text
    """A word or two that records use, and that is no term of the glossary."""
    also: Annotated[Also, Field(min_length=1)]


class Helpline(Record):
    """A number to ring."""

    id: Id
    formerly: Formerly = ()
    name: Text
    """What it is called."""
    number: Text
    """The number as it is dialled."""
    helps: Text
    """Who it helps, or with what."""
    hours: Text | None = None
    """When somebody answers."""
    note: Text | None = None
    """What else a caller should know."""
    sources: Annotated[SourceIds, Field(min_length=1)]


class Allowance(Record):
    """Something that looks as if it identifies somebody, but may be published."""

    NAMED_BY: ClassVar[str] = "text"
    TOLD_APART_BY: ClassVar[tuple[str, ...]] = ("review", "page")
    text: Text
    """The words, as the check shows them."""
    reason: Text
    """Why they may be published."""
    review: Slug | None = None
    """The review in which they may stand. A name, a pseudonym or a day needs this, or a page."""
    page: Text | None = None
    """The one file in which they may stand, where it belongs to no review: `docs/about/method.md`."""
