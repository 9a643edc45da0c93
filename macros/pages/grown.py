"""Pages that nobody writes: those that a grown collection needs, and notices where a review was taken down."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import escape

from ..collection import Collection, addresses
from ..records import TakenDownReview
from . import finished
from .paging import ROWS, by_recommendations, in_pages
from .render import render
from .views import recommendation_tables, review_tables, shared_cards

Draw = Callable[[str], str]
"""The Markdown of a page, drawn when MkDocs asks for it; given is the page's address (MkDocs' ``page.url``)."""


@dataclass(frozen=True)
class DrawnPage:
    """A page that stands in no file."""

    path: str
    """Where it would stand below docs/."""
    draw: Draw
    listed: bool = True
    """Whether search engines may list it."""


def pages(collection: Collection) -> Iterator[DrawnPage]:
    """Every page that stands in no file."""
    for kind, key, number in shared_cards.grown(collection):
        for page in range(1, number + 1):
            path = f"{kind}/{key}.md" if page == 1 else f"{kind}/{key}/{page}.md"
            yield DrawnPage(path, functools.partial(_shared, collection, kind, key, page))
    for slug, gone in collection.taken_down.items():
        for each in (slug, *gone.formerly):
            for name in addresses.REVIEW_PAGES:
                path = f"reviews/{each}/{name or 'index'}.md"
                yield DrawnPage(path, functools.partial(_taken_down, gone), listed=False)
    for page in range(2, len(by_recommendations(collection.latest_first)) + 1):
        yield DrawnPage(f"recommendations/{page}.md", functools.partial(_recommendations, collection, page))
    for page in range(2, len(in_pages(collection.latest_first, ROWS)) + 1):
        yield DrawnPage(f"reviews/page/{page}.md", functools.partial(_reviews, collection, page))


def _shared(collection: Collection, kind: str, key: str, page: int, url: str) -> str:
    view = shared_cards.in_full(collection, kind, key, page)
    return _page(shared_cards.title(collection, kind, key), page, render("groups.html.jinja", url, {"view": view}))


def _recommendations(collection: Collection, page: int, url: str) -> str:
    view = recommendation_tables.all_recommendations(collection, page)
    return _page("Recommendations", page, render("table.html.jinja", url, {"view": view}))


def _reviews(collection: Collection, page: int, url: str) -> str:
    view = review_tables.reviews(collection, page)
    return _page("Reviews", page, render("table.html.jinja", url, {"view": view}))


def _taken_down(gone: TakenDownReview, url: str) -> str:
    return _page("This review was taken down", 1, render("taken_down.html.jinja", url, {"view": gone}))


def _page(title: str, page: int, html: str) -> str:
    heading = f"# {finished.inline(escape(title))}" + ("" if page == 1 else f": page {page}")
    return f"{heading} {{: #in-full }}{finished.block(html)}"  # a name of its own, which no record has
