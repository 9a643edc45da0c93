"""What the templates of tables, of the ways to narrow a list down and of what has no link are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..records import Basis
from .shapes import Item, Mention, Pager, Ref


@dataclass(frozen=True)
class Cell:
    """What stands in a table under a column's heading."""

    column: str
    items: tuple[Item, ...]
    late: bool = False
    """Whether it speaks of lateness against a standard."""
    folded: bool = False
    """Whether it is shown only to who opens it."""


@dataclass(frozen=True)
class Row:
    """A table's row; the first cell names it."""

    cells: tuple[Cell, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the row can be filtered by: a filter's name → the row's words."""


@dataclass(frozen=True)
class Filter:
    """A way to narrow a list down."""

    name: str
    label: str
    unset: str
    """What it says while nothing is chosen."""
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """The words to choose from under their headings, each with its label; no heading where they are few."""


@dataclass(frozen=True)
class Filters:
    """The ways to narrow a list down."""

    of: str
    """What they narrow down, as CSS selects it."""
    ways: tuple[Filter, ...]
    opens: bool = False
    """Whether what is narrowed down can be opened and closed."""
    rows: str = ""
    """Below which address all rows stand in pieces, as 1.json and so on, where the page shows a part of them."""
    pieces: int = 0
    """How many pieces there are."""


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header for each column and row."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    filters: Filters | None = None
    pager: Pager | None = None


@dataclass(frozen=True)
class Gap:
    """What the links leave open, in a sentence, and the records that it is about."""

    number: str
    rest: str
    see: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Ring:
    """A link to a recommendation in a cell."""

    ref: Ref
    text: str
    words: str
    basis: Basis


@dataclass(frozen=True)
class LinkedFinding:
    """A finding with the recommendations of each column."""

    ref: Ref
    cites: str
    cells: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True)
class LinksOfTheme:
    """The findings under a theme: those with a link, and those without one."""

    heading: str
    linked: tuple[LinkedFinding, ...]
    unlinked: tuple[Ref, ...]


@dataclass(frozen=True)
class Links:
    """The table of all links."""

    caption: str
    columns: tuple[tuple[str, str], ...]
    """The label and the size of each list."""
    none: str
    """What stands before the findings without a link."""
    themes: tuple[LinksOfTheme, ...]

    @property
    def across(self) -> int:
        """How many columns there are, that of the findings with them."""
        return len(self.columns) + 1
