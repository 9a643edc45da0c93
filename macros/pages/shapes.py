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
class Citation:
    """What every citation of a document says of it."""

    publisher: str
    published: str
    """When, in words."""
    year: str
    title: str


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
class Ground:
    """A finding to which something responds, where the document has it, and what links the two."""

    ref: Ref | str
    place: str
    basis: Basis


@dataclass(frozen=True)
class Because:
    """Why something is asked, in a line: some of the findings to which it responds, or that none is linked."""

    grounds: tuple[Ground, ...]
    more: int = 0
    """How many findings more there are."""


@dataclass(frozen=True)
class Mention:
    """A record in a list, with the places it cites."""

    ref: Ref | str
    cites: tuple[Item, ...] = ()
    note: str = ""
    """A word or two beside it: a kind, a date."""
    text: str = ""
    """What it says, where a reader needs that without opening it."""
    because: Because | None = None


@dataclass(frozen=True)
class Node:
    """A record on a chain, with what links it to the one on which it hangs; or words where none is linked."""

    shape: str
    """'event', 'finding' or 'recommendation': how it is drawn, whatever a review calls it."""
    ref: Ref | str
    link: Linked | None = None
    note: str = ""
    """A word or two beside it."""
    margin: str = ""
    """What records of its kind are in a chain, said at the first of them."""
    nodes: tuple[Node, ...] = ()
    """The records that hang on it in turn."""


@dataclass(frozen=True)
class Step:
    """One labelled list on a card."""

    label: str
    mentions: tuple[Mention, ...]
    empty: str = ""
    """What to say where there is nothing."""
    note: str = ""
    """A few words beside the label."""


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
class Bar:
    """The days that are possible for an event, on a scale: in a picture's own units, or per cent of a row's width."""

    x: float
    width: float
    fades: str = ""
    """'start', 'end' or 'both' where earlier or later days are possible too."""


@dataclass(frozen=True)
class Closed:
    """What a record says while it is closed, beside its label and its title."""

    beside: tuple[str, ...]
    """Some words for each further column of its list."""
    bar: Bar | None = None
    late: str = ""
    """The wait that it ended, where the document names a standard or a length."""
    told: str = ""
    """A sentence more, where the record is one at which the course changed."""


@dataclass(frozen=True)
class Card:
    """A record as readers see it: the same shape for every kind."""

    id: str
    title: str
    text: str
    label: str = ""
    tone: str = ""
    """How it is drawn: 'finding' or 'recommendation', and for an event the track that it is on."""
    closed: Closed | None = None
    """For a record that stands closed in a list until it is opened."""
    narrowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the record can be filtered by: a filter's name → the record's words."""
    parts: tuple[Part, ...] = ()
    chain: tuple[Node, ...] = ()
    lists: tuple[Step, ...] = ()
    folded: str = ""
    """The words behind which its lists stand, where they are not shown at once."""
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
    count: str = ""
    """How many records there are, in words, where a list says so."""
    columns: tuple[str, ...] = ()
    """What stands above the closed records, from their label on."""


@dataclass(frozen=True)
class Contents:
    """A way into a long page: its groups, or one run of its records."""

    groups: tuple[Group, ...]
    run: bool = False
    """Whether the records follow one another in lines, without their groups' headings."""


@dataclass(frozen=True)
class Figure:
    """A number with what it counts."""

    number: int
    label: str
    address: str


@dataclass(frozen=True)
class Knot:
    """One record of a chain that runs forward, and what links it to the next."""

    shape: str
    says: str
    ref: Ref
    text: str
    place: Ref | None = None
    link: Linked | None = None


@dataclass(frozen=True)
class Followed:
    """A chain that runs forward, with the review that it is from and that review's content note."""

    review: Ref
    note: str
    knots: tuple[Knot, ...]


@dataclass(frozen=True)
class Listed:
    """A review in a list: about whom it is, when it was published, and how much it recommends."""

    ref: Ref
    about: str
    published: str
    asked: str


@dataclass(frozen=True)
class Latest:
    """The latest reviews, and how many there are."""

    total: str
    reviews: tuple[Listed, ...]


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
