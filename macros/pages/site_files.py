"""What stands beside the pages: the Atom feed, and pages that lead from old addresses to new."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from ..collection import Collection, addresses, permanent
from ..records import TakenDownReview
from .render import render
from .shapes import FeedEntry

LATEST = 20
"""So many reviews stand in the feed, which people's readers fetch again and again."""


def feed(collection: Collection) -> str:
    """The reviews that this site published or changed last, and their recommendations, as an Atom feed."""
    latest = sorted(collection.reviews, key=lambda slug: _changed(collection, slug), reverse=True)[:LATEST]
    entries = [entry for slug in latest for entry in _entries(collection, slug)]
    entries += [_notice(slug, gone) for slug, gone in collection.taken_down.items()]
    view = {
        "name": addresses.SITE_NAME,
        "id": _urn(collection.release.site or "/"),  # a fork stands elsewhere, and its feed is another
        "address": f"/{addresses.FEED}",
        "site": collection.release.site,
        "updated": max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z"),
        "entries": entries,
    }
    return render("feed.xml.jinja", "", {"view": view})


def _entries(collection: Collection, slug: str) -> Iterator[FeedEntry]:
    """A review's entry, then one for each of its recommendations.

    An entry's id is drawn for ever from the address that it had first.
    """
    review = collection.reviews[slug]
    head = review.head
    updated = f"{_changed(collection, slug)}T00:00:00Z"
    by = collection.agencies[head.publisher].name
    oldest = head.formerly[0] if head.formerly else slug
    first = _urn(addresses.review(oldest))
    yield FeedEntry(first, head.title, addresses.review(slug), updated, by, head.summary.text)
    for rec in review.recommendations.values():
        first = _urn(addresses.of(oldest, rec, rec.formerly[0] if rec.formerly else ""))
        title = f"{head.short_title}, {review.label(rec)}: {rec.title}"
        yield FeedEntry(first, title, addresses.of(slug, rec), updated, by, rec.text)


def _notice(slug: str, gone: TakenDownReview) -> FeedEntry:
    """The entry of a review that was taken down, in the place of its own."""
    day = gone.taken_down.on.sorts_at.isoformat()
    title, oldest = f"{gone.short_title} was taken down", gone.formerly[0] if gone.formerly else slug
    first = _urn(addresses.review(oldest))
    return FeedEntry(
        first, title, addresses.review(slug), f"{day}T00:00:00Z", addresses.SITE_NAME, gone.taken_down.reason
    )


def _changed(collection: Collection, slug: str) -> str:
    """The day on which a review was changed last, as 2026-11-22."""
    head = collection.reviews[slug].head
    return (head.changed or head.on_site).text


def _urn(address: str) -> str:
    """An id that is an address's for ever, wherever the site stands."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"safeguarding-reviews:{address}").urn


def moved_pages(collection: Collection) -> Iterator[tuple[str, str]]:
    """The pages that lead from old addresses to new: their paths below the site's root, and their text."""
    for old, new in permanent.pages_moved(collection).items():
        path = f"{old.lstrip('/')}index.html"
        yield path, render("moved.html.jinja", path, {"to": new})
