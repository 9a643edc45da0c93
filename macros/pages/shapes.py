"""What templates are given: finished words and addresses, so that they compute nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..records import Basis


@dataclass(frozen=True)
class Ref:
    """A link within the site."""

    text: str
    address: str
    title: str = ""
    """More than the text, for who points at it."""
    language: str = ""
    """The code of the language of its text, where that is not English."""


@dataclass(frozen=True)
class Outside:
    """A link that leaves the site: to another, or to a telephone."""

    text: str
    url: str


Item = Ref | Outside | str


@dataclass(frozen=True)
class Fact:
    """A labelled list of short things."""

    label: str
    items: tuple[Item, ...]
    note: str = ""


@dataclass(frozen=True)
class Linked:
    """Where a link in a chain comes from."""

    basis: Basis
    grounds: tuple[Ref, ...] = ()
    """For a stated link, the places that make it."""
    reason: str = ""
    """For an inferred link, why."""


@dataclass(frozen=True)
class Mention:
    """A record in a chain or a list, with the places it cites and the link that leads to it."""

    ref: Ref | str
    cites: tuple[Ref, ...] = ()
    link: Linked | None = None
    """What links it to the record above it in a chain."""
    note: str = ""
    """A word or two beside it: a kind, a date."""
    text: str = ""
    """What it says, where a reader needs that without opening it."""
    under: Step | None = None
    """In a chain, what it is linked to in turn."""


@dataclass(frozen=True)
class Step:
    """One step of a chain, or one labelled list on a card."""

    label: str
    mentions: tuple[Mention, ...]
    empty: str = ""
    """What to say where there is nothing."""


@dataclass(frozen=True)
class Pager:
    """The pages of something long: the present one as text, the others as links."""

    pages: tuple[Ref | str, ...]


@dataclass(frozen=True)
class Part:
    """A lettered part of a record, with an address of its own."""

    id: str
    letter: str
    text: str
    addressed: tuple[Item, ...] = ()
    """Whom it addresses."""


@dataclass(frozen=True)
class Card:
    """A record as readers see it: the same shape for every kind."""

    id: str
    title: str
    text: str
    label: str = ""
    tone: str = ""
    """'case' or 'review' where the colour says which."""
    parts: tuple[Part, ...] = ()
    chain: tuple[Step, ...] = ()
    lists: tuple[Step, ...] = ()
    notes: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    brief: str = ""
    """A shorter title for a list of contents, where there is one."""
    quiet: bool = False
    """Whether its title is for screen readers only, since the page's own says it."""
    more: Ref | None = None
    """Where the rest of it stands, if this is not all."""
    cited: str = ""
    """What a citation calls it; nothing for what no document holds."""
    formerly: tuple[str, ...] = ()
    """Ids that it had before, at which it is still to be found."""


@dataclass(frozen=True)
class Group:
    """Cards under a heading."""

    id: str
    heading: str
    cards: tuple[Card, ...]
    intro: str = ""
    formerly: tuple[str, ...] = ()
    """Ids that its heading had before."""
    quiet: bool = False
    """Whether the heading is for screen readers only, since the page's own says it."""
    pager: Pager | None = None


@dataclass(frozen=True)
class Contents:
    """A way into a long page: its groups, or one run of its records."""

    groups: tuple[Group, ...]
    run: bool = False
    """Whether the records follow one another in lines, without their groups' headings."""


@dataclass(frozen=True)
class Cell:
    """What stands in a table under a column's heading."""

    column: str
    items: tuple[Item, ...]
    late: bool = False
    """Whether it speaks of lateness against a standard."""


@dataclass(frozen=True)
class Row:
    """A table's row; the first cell names it."""

    cells: tuple[Cell, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the row can be filtered by: a filter's name → the row's words."""
    record: str = ""
    """The id of the row's record, where the same page shows it in full."""


@dataclass(frozen=True)
class Filter:
    """A way to narrow a table down."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    """Each word with its label."""


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header for each column and row."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...] = ()
    intro: str = ""
    """What to know before reading it."""
    pager: Pager | None = None


@dataclass(frozen=True)
class Figure:
    """A number with what it counts."""

    number: int
    label: str
    address: str


@dataclass(frozen=True)
class FeedEntry:
    """An entry of the feed."""

    id: str
    title: str
    address: str
    updated: str
    """As RFC 3339 has it."""
    by: str
    summary: str
