"""What the templates of the two pictures are given: where each line, bar and mark lies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import Basis
from .shapes import Bar, Card, Group, Ref


@dataclass(frozen=True)
class Tick:
    """Where a month, a quarter or a year begins on an axis, with a label where there is room."""

    x: float
    label: str
    year: bool = False
    """Whether a year begins there."""


@dataclass(frozen=True)
class Lane:
    """A track of the overview: its bars, their top, and the baseline of its name."""

    tone: str
    label: str
    bars: tuple[Bar, ...]
    y: int
    baseline: int


@dataclass(frozen=True)
class Name:
    """A turning point by name: a dot on its lane, a line, and the words at the line's other end."""

    ref: Ref
    tone: str
    text: str
    place: str
    x: float
    span: tuple[float, float]
    """From where to where its words reach."""
    row: int = 0
    """How many rows it is away from the lane."""
    dot: int = 0
    y: int = 0
    """Where its line ends, in the middle of its words."""
    line: int = 0
    """Where its line leaves the lane."""

    @property
    def is_left(self) -> bool:
        """Whether the words stand to the left of the line, for want of room on the right."""
        return self.span[1] == self.x

    def at_row(self, row: int) -> Name:
        """The same, so many rows away from the lane."""
        return replace(self, row=row)

    def drawn_at(self, dot: int, y: int, line: int) -> Name:
        """The same, with where it is drawn."""
        return replace(self, dot=dot, y=y, line=line)


@dataclass(frozen=True)
class Band:
    """Some months of the axis, and how they widen into what stands below the picture."""

    first: float
    last: float
    top: int
    axis: int
    foot: int
    left: float
    right: float


@dataclass(frozen=True)
class Overview:
    """Both tracks on either side of one axis, in the picture's own units."""

    lanes: tuple[Lane, ...]
    names: tuple[Name, ...]
    band: Band | None
    ticks: tuple[Tick, ...]
    axis: int
    width: int
    height: int
    left: int
    lane: int
    """How high a lane is."""


@dataclass(frozen=True)
class Strip:
    """From when to when each track reaches: its tone, its name, its bar in per cent of the width, and its top."""

    lanes: tuple[tuple[str, str, Bar, int], ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Picture:
    """The timeline's picture: all of it where there is room, and a strip where there is not."""

    title: str
    overview: Overview
    strip: Strip


@dataclass(frozen=True)
class Span:
    """The events of a month, or of a year where a track is long."""

    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Edge:
    """The word for what is earlier or later than the months of a stretch, and where it stands."""

    x: float
    word: str
    before: bool = False
    """Whether the word ends there, and does not begin."""


@dataclass(frozen=True)
class Stretch:
    """A track's events in rows over one axis; what lies across is per cent of the width of the bars' column."""

    id: str
    tone: str
    heading: str
    count: str
    enlarged: bool
    """Whether the picture leads here."""
    edges: tuple[Edge, ...]
    ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Rows:
    """All rows of a timeline, and the events that were withdrawn."""

    stretches: tuple[Stretch, ...]
    withdrawn: tuple[Group, ...]


@dataclass(frozen=True)
class End:
    """Where ribbons begin or end: a theme or a list, by name, with its bar."""

    ref: Ref
    note: str
    """How much of it is linked."""
    y: int
    """The middle of its bar, and of its words."""
    height: int
    """How high its bar is; nothing where nothing is linked."""

    @property
    def top(self) -> float:
        """Where its bar begins."""
        return self.y - self.height / 2


@dataclass(frozen=True)
class Ribbon:
    """Links between a theme and a list, all of one basis: from where to where, as high as there are many."""

    words: str
    basis: Basis
    start: float
    end: float
    height: int

    @property
    def start_foot(self) -> float:
        """Its lower edge where it begins."""
        return self.start + self.height

    @property
    def end_foot(self) -> float:
        """Its lower edge where it ends."""
        return self.end + self.height


@dataclass(frozen=True)
class Flow:
    """A theme with all ribbons that leave it."""

    end: End
    ribbons: tuple[Ribbon, ...]


@dataclass(frozen=True)
class Flows:
    """Findings by theme on the left, lists on the right, and the links between them as ribbons."""

    title: str
    description: str
    flows: tuple[Flow, ...]
    lists: tuple[End, ...]
    height: int
