"""Recommendations of all reviews at a glance, and the ways to narrow them down."""

from __future__ import annotations

import functools
from dataclasses import replace
from itertools import accumulate

from ...collection import Collection, addresses
from .. import links as to
from ..paging import by_recommendations, pager
from ..tables import Row, Table
from . import narrowing
from .narrowing import Asked
from .recommendation_fields import FIELDS
from .tabulate import Column, cells, headings, without_empty


def all_recommendations(collection: Collection, page: int = 1) -> Table:
    """The recommendations of every review, those of the latest first, a page at a time."""
    whole, pages = _whole(collection), in_pages(collection)
    if len(pages) == 1 or not whole.filters:
        return whole
    first = addresses.shared("recommendations")
    return replace(
        whole,
        caption=f"{whole.caption}: page {page} of {len(pages)}",
        rows=pages[page - 1],
        filters=replace(whole.filters, rows=f"{first}{ROWS}/", pieces=len(pages)),
        pager=pager(first, page, len(pages)),
    )


ROWS = "rows"
"""Below the page of all recommendations: their rows, for a script that narrows all of them down."""


def in_pages(collection: Collection) -> tuple[tuple[Row, ...], ...]:
    """The rows of the table a page at a time."""
    sizes = (
        sum(len(review.recommendations) for review in some) for some in by_recommendations(collection.latest_first)
    )
    rows, ends = _whole(collection).rows, list(accumulate(sizes))
    return tuple(rows[start:end] for start, end in zip([0, *ends], ends, strict=False))


@functools.lru_cache(maxsize=1)  # each of its pages asks for it
def _whole(collection: Collection) -> Table:
    shown = collection.latest_first
    asked = [Asked(collection, review, rec) for review in shown for rec in review.recommendations.values()]
    columns = _columns(many=len(shown) > 1)
    ways = (*narrowing.OF_REVIEWS, *narrowing.RECOMMENDATIONS)
    rows = tuple(Row(cells(columns, each), narrowing.words(ways, each)) for each in asked)
    key = "recommendations--table"
    narrowed = narrowing.filters(f"#{key} tbody tr", collection, asked, ways)
    return without_empty(Table(key, "Recommendations at a glance", headings(columns), rows, narrowed))


def _columns(many: bool) -> tuple[Column[Asked], ...]:
    """The columns; ``many`` reviews have one that says which."""
    return (
        Column("Recommendation", lambda asked: (to.to_recommendation(asked.review, asked.record),)),
        *((Column[Asked]("Review", lambda asked: (to.to_review(asked.review),)),) if many else ()),
        Column("In short", lambda asked: (asked.record.title,)),
        *(Column(field.label, field.items) for field in FIELDS if field.in_table),
    )
