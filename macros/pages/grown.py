"""The pages that a collection needs once it has grown: nobody writes them, and no macro stands in them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from markupsafe import escape

from ..collection import Collection
from . import finished
from .paging import ROWS, by_recommendations, in_pages
from .render import render
from .views import recommendation_tables, review_tables, shared_cards

Draw = Callable[[str], str]
"""The Markdown of a page, drawn when MkDocs asks for it; given is the page's address (MkDocs' ``page.url``)."""


def pages(collection: Collection) -> Iterator[tuple[str, Draw]]:
    """Each page's path below docs/, and how it is drawn."""
    for kind, key, number in shared_cards.grown(collection):
        for page in range(1, number + 1):
            path = f"{kind}/{key}.md" if page == 1 else f"{kind}/{key}/{page}.md"
            yield path, functools.partial(_shared, collection, kind, key, page)
    for page in range(2, len(by_recommendations(collection.latest_first)) + 1):
        yield f"recommendations/{page}.md", functools.partial(_recommendations, collection, page)
    for page in range(2, len(in_pages(collection.latest_first, ROWS)) + 1):
        yield f"reviews/page/{page}.md", functools.partial(_reviews, collection, page)


def _shared(collection: Collection, kind: str, key: str, page: int, url: str) -> str:
    view = shared_cards.in_full(collection, kind, key, page)
    return _page(shared_cards.title(collection, kind, key), page, render("groups.html.jinja", url, {"view": view}))


def _recommendations(collection: Collection, page: int, url: str) -> str:
    view = recommendation_tables.all_recommendations(collection, page)
    return _page("Recommendations", page, render("table.html.jinja", url, {"view": view}))


def _reviews(collection: Collection, page: int, url: str) -> str:
    view = review_tables.reviews(collection, page)
    return _page("Reviews", page, render("table.html.jinja", url, {"view": view}))


def _page(title: str, page: int, html: str) -> str:
    heading = f"# {finished.inline(escape(title))}" + ("" if page == 1 else f": page {page}")
    return heading + finished.block(html)
