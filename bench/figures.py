"""The figures of a project at several sizes, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pydantic import TypeAdapter

from .machine import Machine
from .measuring import Usage
from .sizes import SiteSize

CHECK, BUILD, WITHOUT_SEARCH, PLAIN = "check", "build", "build without search", "plain pages"
"""The commands that are measured."""

REFERENCE = 10
"""The number of reviews with which larger collections are compared."""


@dataclass(frozen=True)
class Words:
    """How many words our pages hold, and the plain ones made from them."""

    ours: int
    plain: int


@dataclass(frozen=True)
class Measured:
    """A collection of one size."""

    reviews: int
    site: SiteSize
    taken: dict[str, tuple[Usage, ...]]
    """For each command that was measured, what each of its runs took."""
    words: Words | None
    """None where no plain pages were made."""

    @property
    def page_seconds(self) -> tuple[float, ...]:
        """The processor time of a build for each page, in every run."""
        return tuple(usage.seconds / self.site.pages for usage in self.taken[BUILD])

    @property
    def memory(self) -> tuple[float, ...]:
        """The peak memory of a build, in bytes, in every run."""
        return tuple(usage.memory for usage in self.taken[BUILD])


@dataclass(frozen=True)
class Profile:
    """Where the time of a build goes."""

    reviews: int
    seconds: dict[str, float]
    """For each part, the largest first. Profiling makes a build about twice as slow."""


@dataclass(frozen=True)
class Figures:
    """All that was measured of a project."""

    commit: str
    machine: Machine
    runs: int
    seed: int
    sizes: tuple[Measured, ...]
    """From the smallest collection to the largest."""
    profile: Profile


@dataclass(frozen=True)
class Step:
    """From one size to a larger one."""

    start: Measured
    end: Measured

    @property
    def more(self) -> int:
        """By how many reviews it is larger."""
        return self.end.reviews - self.start.reviews

    @property
    def site_bytes(self) -> float:
        """The bytes of the site for each further review."""
        return (self.end.site.whole - self.start.site.whole) / self.more

    @property
    def search_bytes(self) -> float:
        """The bytes of the search index for each further review."""
        return (self.end.site.search - self.start.site.search) / self.more


_JSON = TypeAdapter(Figures)


def save(figures: Figures, file: Path) -> None:
    """Write the raw figures as JSON."""
    file.write_bytes(_JSON.dump_json(figures, indent=1) + b"\n")


def read(file: Path) -> Figures:
    """Figures as they were saved. Raises pydantic's ValidationError."""
    return _JSON.validate_json(file.read_bytes())


def reference(reviews: tuple[int, ...]) -> int:
    """The size with which larger ones are compared: ``REFERENCE`` if it is among them, or else the smallest."""
    return REFERENCE if REFERENCE in reviews else min(reviews)


def steps(sizes: tuple[Measured, ...]) -> tuple[Step, ...]:
    """From each size to the next, and from the reference to the largest."""
    start = next(each for each in sizes if each.reviews == reference(tuple(each.reviews for each in sizes)))
    whole = () if any(start is each for each in sizes[-2:]) else (Step(start, sizes[-1]),)
    return (*(Step(*pair) for pair in pairwise(sizes)), *whole)
