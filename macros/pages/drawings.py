"""What the templates of the two pictures are given: where each line, bar and mark lies."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Basis
from .shapes import Ref


@dataclass(frozen=True)
class Bar:
    """The days that are possible for an event: in the overview's own units, or in a row as per cent of its width."""

    x: float
    width: float
    open: bool
    """Whether days before or after the bar are possible too."""


@dataclass(frozen=True)
class Mark:
    """An event in the timeline's picture."""

    ref: Ref
    when: str
    bar: Bar | None
    """None where nothing places the event."""
    y: int = 0
    """In the overview, the top of its bar."""


@dataclass(frozen=True)
class Lane:
    """A track of the overview, with the baseline of its label."""

    tone: str
    label: str
    marks: tuple[Mark, ...]
    baseline: int


@dataclass(frozen=True)
class Tick:
    """Where a month begins on an axis, with a label where there is room."""

    x: float
    label: str


@dataclass(frozen=True)
class Overview:
    """Both tracks over one axis: where the axis lies, how large the picture is, and where its bars begin."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis: int
    width: int
    height: int
    left: int
    bar: int


@dataclass(frozen=True)
class Stretch:
    """Some months of a track, an event a row; what lies across is per cent of the row's width."""

    tone: str
    heading: str
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Picture:
    """The timeline's picture: all of it in small, and every event in a row of its own."""

    title: str
    description: str
    overview: Overview
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Heading:
    """A row or a column of the matrix, and where it begins."""

    ref: Ref
    at: int


@dataclass(frozen=True)
class Joint:
    """A link in the matrix: the mark's centre, and what a screen reader says of it."""

    ref: Ref
    words: str
    x: int
    y: int
    basis: Basis


@dataclass(frozen=True)
class Matrix:
    """Findings against recommendations, in the picture's own units."""

    title: str
    description: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    joints: tuple[Joint, ...]
    left: int
    above: int
    cell: int
    width: int
    height: int
