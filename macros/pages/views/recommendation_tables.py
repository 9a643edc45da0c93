"""Recommendations at a glance, with the ways to narrow them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...collection import Collection, Review, addresses, counts
from ...records import DocumentKind
from .. import links as to
from ..paging import by_recommendations, pager
from ..shapes import Filter, Row, Table
from .recommendation_fields import FIELDS, Asked, Narrowing
from .tabulate import Column, cells, headings, without_empty

_BY_REVIEW = Narrowing(
    "review",
    "Review",
    lambda collection: {review.slug: review.head.short_title for review in collection.reviews.values()},
    lambda asked: (asked.review.slug,),
)


_BY_KIND = Narrowing(
    "kind",
    "Kind of review",
    lambda collection: {kind.value: kind.label for kind in DocumentKind},
    lambda asked: (asked.review.head.kind.value,),
)


def recommendations(collection: Collection, review: Review) -> Table:
    """One review's recommendations at a glance."""
    return _recommendations(collection, (review,), many=False)


def all_recommendations(collection: Collection, page: int = 1) -> Table:
    """The recommendations of every review, those of the latest first, a page at a time."""
    pages = by_recommendations(collection.latest_first)
    table = _recommendations(collection, pages[page - 1], many=len(collection.reviews) > 1)
    links = pager(addresses.shared("recommendations"), page, len(pages))
    if links is None:
        return table
    caption = f"{table.caption}: page {page} of {len(pages)}. The filters narrow down this page only"
    return replace(table, caption=caption, pager=links)


def _recommendations(collection: Collection, shown: tuple[Review, ...], many: bool) -> Table:
    addressed = {agency for review in shown for agency in review.recommendations_to}
    among = tuple(agency for agency in collection.agencies if agency in addressed)
    asked = [Asked(collection, review, rec, among) for review in shown for rec in review.recommendations.values()]
    columns = _columns(many, "recommendation" if many else counts.one(shown[0]))
    kinds = len({review.head.kind for review in shown}) > 1
    apart = (*((_BY_REVIEW,) if many else ()), *((_BY_KIND,) if kinds else ()))
    narrowings = (*apart, *(field.narrowing for field in FIELDS if field.narrowing))
    rows = tuple(
        Row(
            cells(columns, each),
            {narrowing.name: tuple(narrowing.of(each)) for narrowing in narrowings},
            record="" if many else each.rec.id,
        )
        for each in asked
    )
    filters = tuple(_filters(collection, rows, narrowings))
    caption = f"{'Recommendations' if many else counts.FORMS['title'](shown[0])} at a glance"
    return without_empty(Table("recommendations--table", caption, headings(columns), rows, filters))


def _columns(many: bool, one: str) -> tuple[Column[Asked], ...]:
    """The columns; ``many`` reviews have one that says which. ``one`` is the noun for what is in a row."""
    return (
        Column(one.capitalize(), lambda asked: (to.to_recommendation(asked.review, asked.rec),)),
        *((Column[Asked]("Review", lambda asked: (to.to_review(asked.review),)),) if many else ()),
        Column("In short", lambda asked: (asked.rec.title,)),
        *(Column(field.label, field.items) for field in FIELDS if field.in_table),
    )


def _filters(collection: Collection, rows: Sequence[Row], narrowings: Iterable[Narrowing]) -> Iterable[Filter]:
    """The ways to narrow rows down, each with the words that some row has."""
    for narrowing in narrowings:
        used = {word for row in rows for word in row.values[narrowing.name]}
        words = narrowing.words(collection)
        if used:
            yield Filter(narrowing.name, narrowing.label, tuple((w, text) for w, text in words.items() if w in used))
