"""All reviews together, and the vocabularies that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..records import Agency, EverydayWord, Helpline, Retired, Slug, Source, TakenDownReview, Term, Theme
from .review import Review


@dataclass(frozen=True)
class Release:
    """From what a site is built."""

    version: str = ""
    """Of the project."""
    commit: str = ""
    """In its repository; empty where the files are not what a commit holds, or that is not known."""
    site: str = ""
    """The address at which the site will stand; empty where that is not known."""
    why_no_commit: str = ""
    """Why no commit is claimed."""


@dataclass(frozen=True, eq=False)
class Collection:
    """Every review, and the vocabularies that they share. Each is itself alone, so that what follows can be kept."""

    agencies: Mapping[Slug, Agency]
    themes: Mapping[Slug, Theme]
    sources: Mapping[Slug, Source]
    terms: Mapping[Slug, Term]
    helplines: Mapping[Slug, Helpline]
    reviews: Mapping[Slug, Review]
    taken_down: Mapping[Slug, TakenDownReview] = field(default_factory=dict)
    """Reviews that had to be taken down."""
    words: tuple[EverydayWord, ...] = ()
    """What readers may type for words that the records use."""
    retired: tuple[Retired, ...] = ()
    """Shared records that were withdrawn."""
    release: Release = Release()
    elsewhere: frozenset[Slug] = frozenset()
    """Reviews that are there as well, and were not read."""

    @cached_property
    def latest_first(self) -> tuple[Review, ...]:
        """The reviews, the one that was published last first."""
        return tuple(sorted(self.reviews.values(), key=lambda review: review.head.published.sorts_at, reverse=True))

    def without_drafts(self) -> Collection:
        """The collection without its drafts."""
        return replace(self, reviews={slug: each for slug, each in self.reviews.items() if not each.head.draft})

    def above(self, agency: Slug) -> tuple[Slug, ...]:
        """An agency, the agency to which it belongs, and so on upwards."""
        chain: list[Slug] = []
        step: Slug | None = agency
        while step and step not in chain:
            chain.append(step)
            step = self.agencies[step].part_of
        return tuple(chain)

    def reached(self, agencies: Iterable[Slug], among: Iterable[Slug]) -> tuple[Slug, ...]:
        """Which agencies of ``among`` have to know when these are addressed: they, and those to which they belong."""
        addressed = tuple(agencies)
        if any(self.agencies[agency].covers_all for agency in addressed):
            return tuple(among)
        known = {step for agency in addressed for step in self.above(agency)}
        return tuple(agency for agency in among if agency in known)
