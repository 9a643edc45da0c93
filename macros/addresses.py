"""The site's addresses: promises to readers, kept in one place."""

from __future__ import annotations

import posixpath

from .models import Place

REVIEW_PAGES = {
    "": "At a glance",
    "timeline": "Timeline",
    "findings": "Findings",
    "recommendations": "Recommendations",
    "agencies": "Agencies",
    "evidence": "Evidence",
    "paragraphs": "Paragraphs",
    "process": "Process",
}
"""A review's pages in the order of its row of links: the last part of the address, and its name."""


SITE_NAME = "Safeguarding Reviews"
"""As mkdocs.yml calls the site."""

FEED = "feed.xml"
"""Where the feed stands, below the site's root."""


def absolute(address: str, site: str) -> str:
    """An address from the site's root as the whole web knows it; where ``site`` is not known, as seen from the root."""
    path = address.lstrip("/")
    return site.rstrip("/") + "/" + path if site else path or "./"


def review(slug: str, page: str = "", anchor: str = "") -> str:
    """A review's page, or an anchor on it."""
    return f"/reviews/{slug}/" + (f"{page}/" if page else "") + (f"#{anchor}" if anchor else "")


def shared(page: str, anchor: str = "") -> str:
    """A page that all reviews share, or an anchor on it: themes, agencies, glossary."""
    return f"/{page}/" + (f"#{anchor}" if anchor else "")


def data(name: str) -> str:
    """Where a file of the open data stands, below the site's root."""
    return f"api/v1/{name}"


def place(slug: str, where: Place) -> str:
    """A place in a review's document: a paragraph, the cover or a recommendation."""
    if isinstance(where, int):
        return review(slug, "paragraphs", f"p{where}")
    if where == "cover":
        return review(slug, "paragraphs", "cover")
    return review(slug, "recommendations", where)


def relative(address: str, page: str) -> str:
    """An address as seen from a page, so that the site works under any path. ``page`` is MkDocs' ``page.url``."""
    path, hash_, anchor = address.partition("#")
    here = "/" + page.removesuffix("index.html")
    if path == here:
        return hash_ + anchor if anchor else "./"
    steps = posixpath.relpath(path, here)
    return steps + ("/" if path.endswith("/") else "") + hash_ + anchor
