"""The macros of the site. This is the only file that knows MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import addresses, calls
from .collection import Collection, Review
from .complaints import BrokenData
from .loader import load


def define_env(env: Any) -> None:
    """Load the data and give the pages their macros. Called by mkdocs-macros-plugin at every build."""
    root = Path(env.conf["config_file_path"]).parent
    try:
        collection = load(root)
    except BrokenData as broken:
        from mkdocs.exceptions import PluginError  # here, so that checking the data needs no MkDocs

        raise PluginError(f"the data cannot be published:\n\n{broken.report()}\n") from None
    env.variables["collection"] = collection
    for name in calls.BLOCKS:
        env.macro(_block(env, collection, name), name)
    for name in calls.SHARED_BLOCKS:
        env.macro(_shared_block(env, collection, name), name)
    for name in calls.INLINE:
        env.macro(_inline(env, collection, name), name)

    def count(what: str, review: str | None = None) -> int:
        return _review(env, collection, review).counts[what]

    env.macro(count, calls.COUNT)


def on_post_page_macros(env: Any) -> None:
    """Tell the theme to which review a page belongs, and where that review's pages are."""
    slug = env.page.meta.get("review")
    if slug:
        review = env.variables["collection"].reviews[slug]
        env.page.meta["review_title"] = review.head.short_title
        env.page.meta["review_document"] = review.head.title
        env.page.meta["review_pages"] = [
            {"title": title, "url": addresses.review(slug, page).lstrip("/")}
            for page, title in addresses.REVIEW_PAGES.items()
        ]


def _review(env: Any, collection: Collection, slug: str | None) -> Review:
    return collection.reviews[slug or env.page.meta["review"]]


def _block(env: Any, collection: Collection, name: str) -> Callable[..., str]:
    def call(review: str | None = None) -> str:
        return calls.block(collection, name, env.page.url, _review(env, collection, review))

    return call


def _shared_block(env: Any, collection: Collection, name: str) -> Callable[..., str]:
    return lambda: calls.shared_block(collection, name, env.page.url)


def _inline(env: Any, collection: Collection, name: str) -> Callable[..., str]:
    def call(key: Any, text: str = "", review: str | None = None) -> str:
        slug = review or env.page.meta.get("review")
        return calls.inline(collection, name, env.page.url, collection.reviews[slug] if slug else None, key, text)

    return call
