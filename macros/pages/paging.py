"""Pages that do not grow with the collection: what is shown at once, and the pages that hold the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..collection import Review
from .shapes import Pager, Ref

T = TypeVar("T")

LATEST = 2
"""So many reviews tell of a shared record on the page of all such records; its own page holds the others."""

REVIEWS = 20
"""So many reviews tell of a shared record on one page of its own."""

ROWS = 100
"""So many rows a table of all reviews has on one page, or a few more: a review's rows stay together."""


REST = "/reviews/page/"
"""Below which the list of reviews goes on, since what is below /reviews/ are reviews."""


def in_pages(items: Sequence[T], size: int) -> tuple[tuple[T, ...], ...]:
    """Items so many at a time; one empty page where there are none."""
    return tuple(tuple(items[start : start + size]) for start in range(0, max(len(items), 1), size))


def by_recommendations(reviews: Sequence[Review]) -> tuple[tuple[Review, ...], ...]:
    """Reviews in pages that hold about ``ROWS`` recommendations each."""
    pages: list[list[Review]] = [[]]
    rows = 0
    for review in reviews:
        if rows >= ROWS:
            pages.append([])
            rows = 0
        pages[-1].append(review)
        rows += len(review.recommendations)
    return tuple(map(tuple, pages))


def pager(first: str, page: int, pages: int, others: str = "") -> Pager | None:
    """The links from one page to the others; None where there is only one.

    The first is at ``first``; the others have their number below it, or below ``others``.
    """
    if pages == 1:
        return None
    addresses = [first, *(f"{others or first}{number}/" for number in range(2, pages + 1))]
    links = (Ref(str(number), address) for number, address in enumerate(addresses, start=1))
    return Pager(tuple(link.text if link.text == str(page) else link for link in links))
