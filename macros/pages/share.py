"""Which share of the site a build makes: all of it, one review to look at, a part of the reviews, or all but them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..reading import Refused, one_of
from .parts import REST, read_part


@dataclass(frozen=True)
class Share:
    """What a build reads, and which pages it draws."""

    only: Callable[[tuple[str, ...]], tuple[str, ...]] | None = None
    """Chooses the reviews that are read; None for all."""
    reviews: bool = True
    """Whether the pages of reviews are drawn."""
    shared: bool = True
    """Whether the pages are drawn that all reviews share."""

    @classmethod
    def of(cls, review: str, part: str) -> Share:
        """As the settings have it. Raises Refused where they ask for what cannot be."""
        if part == REST:
            return cls(reviews=False)
        if part:
            return cls(read_part(part).slugs, shared=False)
        return cls(_one(review)) if review else cls()


def _one(slug: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    def only(slugs: tuple[str, ...]) -> tuple[str, ...]:
        if slug not in slugs:
            raise Refused(f"REVIEW: there is no review `{slug}`; {one_of(slugs, slug)}")
        return (slug,)

    return only
