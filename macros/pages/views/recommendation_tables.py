"""Recommendations of all reviews at a glance, and the ways to narrow them down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...collection import Collection, Review, addresses
from ...records import DocumentKind
from .. import links as to
from ..paging import by_recommendations, pager
from ..tables import Filter, Filters, Row, Table
from .recommendation_fields import FIELDS, NARROWINGS, Asked, Choice, Narrowing
from .tabulate import Column, cells, headings, without_empty

_BY_REVIEW = Narrowing(
    "review",
    "Review",
    "any",
    lambda collection: (Choice(review.slug, review.head.short_title) for review in collection.reviews.values()),
    lambda asked: (asked.review.slug,),
)


_BY_KIND = Narrowing(
    "kind",
    "Kind of review",
    "any",
    lambda collection: (Choice(kind.value, kind.label) for kind in DocumentKind),
    lambda asked: (asked.review.head.kind.value,),
)


def filters(collection: Collection, review: Review) -> Filters:
    """The ways to narrow the records of a review's recommendations down."""
    asked = [Asked(collection, review, rec) for rec in review.recommendations.values()]
    return Filters(".record--recommendation", tuple(_filters(collection, asked, NARROWINGS)), opens=True)


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
    asked = [Asked(collection, review, rec) for review in shown for rec in review.recommendations.values()]
    columns = _columns(many)
    kinds = len({review.head.kind for review in shown}) > 1
    narrowings = (*((_BY_REVIEW,) if many else ()), *((_BY_KIND,) if kinds else ()), *NARROWINGS)
    rows = tuple(
        Row(cells(columns, each), {narrowing.name: tuple(narrowing.of(each)) for narrowing in narrowings})
        for each in asked
    )
    key = "recommendations--table"
    ways = Filters(f"#{key} tbody tr", tuple(_filters(collection, asked, narrowings)))
    return without_empty(Table(key, "Recommendations at a glance", headings(columns), rows, ways))


def _columns(many: bool) -> tuple[Column[Asked], ...]:
    """The columns; ``many`` reviews have one that says which."""
    return (
        Column("Recommendation", lambda asked: (to.to_recommendation(asked.review, asked.rec),)),
        *((Column[Asked]("Review", lambda asked: (to.to_review(asked.review),)),) if many else ()),
        Column("In short", lambda asked: (asked.rec.title,)),
        *(Column(field.label, field.items) for field in FIELDS if field.in_table),
    )


def _filters(collection: Collection, asked: Sequence[Asked], narrowings: Iterable[Narrowing]) -> Iterator[Filter]:
    """The ways to narrow recommendations down, each with the words that fit some of them or are offered anyway."""
    reviews = {each.review.slug: each.review for each in asked}.values()
    for narrowing in narrowings:
        used = {word for each in asked for word in narrowing.of(each)}
        used.update(word for review in reviews for word in narrowing.offers(review))
        choices = [each for each in narrowing.choices(collection) if each.word in used]
        groups = tuple(
            (heading, tuple((each.word, each.label) for each in members))
            for heading, members in groupby(choices, lambda each: each.group)
        )
        if choices:
            yield Filter(narrowing.name, narrowing.label, narrowing.unset, groups)
