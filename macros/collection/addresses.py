"""The site's addresses: promises to readers, kept in one place."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from ..records import (
    COVER,
    Agency,
    Cover,
    Event,
    Finding,
    Helpline,
    Involvement,
    Paragraph,
    Piece,
    Recommendation,
    RecommendationPart,
    Record,
    RecordPage,
    Retired,
    Section,
    Slug,
    Tension,
    Term,
    Theme,
    Withdrawn,
    anchor,
)


@dataclass(frozen=True)
class ReviewPage:
    """A page of a review."""

    title: str
    """Its name in the row of links."""
    shown: str = ""
    """What it shows, in a few words."""
    any_of: frozenset[str] = frozenset()
    """The kinds of record of which it shows some; a review that has none of them does without the page."""
    all_of: frozenset[str] = frozenset()
    """The kinds without any of which it would be empty."""

    def shows(self, kinds: frozenset[str]) -> bool:
        """Whether the page has something to show of a review with records of these kinds."""
        return self.all_of <= kinds and (not self.any_of or bool(self.any_of & kinds))


REVIEW_PAGES: Mapping[str, ReviewPage] = {
    "": ReviewPage("At a glance"),
    "timeline": ReviewPage("Timeline", "what happened, and how it was reviewed.", frozenset({"event"})),
    "findings": ReviewPage(
        "Findings", "lessons, criticism, missed opportunities and good practice.", frozenset({"finding"})
    ),
    "recommendations": ReviewPage("Recommendations", "what is asked, and of whom.", frozenset({"recommendation"})),
    "agencies": ReviewPage("Agencies", "the part of each, and what it was asked to do.", frozenset({"involvement"})),
    "evidence": ReviewPage(
        "Evidence",
        "what was found and what answers it, and what has no link.",
        all_of=frozenset({"finding", "recommendation"}),
    ),
    "paragraphs": ReviewPage("Paragraphs", "the gist of each, and every record that cites it."),
    "process": ReviewPage(
        "How it was reviewed",
        "how the review was made, and where the document disagrees with itself.",
        frozenset({"tension", "review event", "management review"}),
    ),
}
"""A review's pages in the order of its row of links, by the last part of their addresses."""


def pages_of(kinds: frozenset[str]) -> tuple[str, ...]:
    """The pages that a review with records of these kinds has."""
    return tuple(name for name, page in REVIEW_PAGES.items() if page.shows(kinds))


_IN_A_REVIEW: Mapping[type[Piece], str] = {
    Event: RecordPage.TIMELINE.value,
    Finding: RecordPage.FINDINGS.value,
    Recommendation: RecordPage.RECOMMENDATIONS.value,
    Involvement: RecordPage.AGENCIES.value,
    Tension: RecordPage.PROCESS.value,
    Paragraph: "paragraphs",
    Section: "paragraphs",
    Cover: "paragraphs",
}

"""The page of a review on which each kind of record stands."""

_SHARED: Mapping[type[Piece], str] = {
    Agency: "agencies",
    Theme: "themes",
    Term: "glossary",
    Helpline: "about/help",
}

"""The page on which each kind of record stands that reviews share."""

SITE_NAME = "Safeguarding Reviews"
"""As mkdocs.yml calls the site."""

FEED = "feed.xml"
"""Where the feed stands, below the site's root."""


def of(slug: Slug, record: Piece, id_: str = "") -> str:
    """The address of a record of a review; ``id_`` is an id that it had before, for its address of then."""
    page = record.page.value if isinstance(record, Withdrawn) else page_of(type(record))
    return review(slug, page, _anchor(record, id_))


def of_part(slug: Slug, recommendation: Recommendation, part: RecommendationPart) -> str:
    """The address of a lettered part of a recommendation."""
    return f"{of(slug, recommendation)}-{part.id}"


def of_shared(record: Piece, id_: str = "") -> str:
    """The address of a record that reviews share; ``id_`` is an id that it had before."""
    return f"{shared(_SHARED[type(record)])}#{_anchor(record, id_)}"


def of_retired(record: Retired, id_: str = "") -> str:
    """The address of a shared record that was withdrawn."""
    return f"{shared(record.page.value)}#{id_ or record.id}"


def page_of(kind: type[Piece]) -> str:
    """The page of a review on which records of a kind stand."""
    return _IN_A_REVIEW[kind]


def _anchor(record: Piece, id_: str) -> str:
    if isinstance(record, Record):
        return _of_paragraph(record) if isinstance(record, Paragraph) else id_ or record.known_as
    match record:
        case Cover():
            return COVER
        case Section():
            return f"section--{id_ or record.id}"
        case Tension() | Withdrawn():
            return id_ or record.id
    raise TypeError(f"no page shows a {type(record).__name__}")


def _of_paragraph(paragraph: Paragraph) -> str:
    """Its number as printed, behind its part where the numbers start again."""
    part, number = paragraph.part, paragraph.number
    return f"{part}.{number}".replace(" ", "-") if part else anchor(number)


def review(slug: Slug, page: str = "", anchor: str = "") -> str:
    """A review's page, or an anchor on it."""
    return f"/reviews/{slug}/" + (f"{page}/" if page else "") + (f"#{anchor}" if anchor else "")


def shared(page: str) -> str:
    """A page that all reviews share: themes, agencies, glossary, recommendations, reviews."""
    return f"/{page}/"


def of_shared_in_full(record: Piece) -> str:
    """The page of a shared record alone, which it has once many reviews tell of it."""
    return f"{shared(_SHARED[type(record)])}{_anchor(record, '')}/"


def data(name: str) -> str:
    """Where a file of the open data stands, below the site's root."""
    return f"api/v1/{name}"


def absolute(address: str, site: str) -> str:
    """An address from the site's root as the whole web knows it; where ``site`` is not known, as seen from the root."""
    path = address.lstrip("/")
    return site.rstrip("/") + "/" + path if site else path or "./"


@functools.lru_cache(maxsize=4096)  # a page has thousands of links, many of them to the same place
def relative(address: str, page: str) -> str:
    """An address as seen from a page, so that the site works under any path. ``page`` is MkDocs' ``page.url``."""
    path, hash_, anchor = address.partition("#")
    return hash_ + anchor if anchor and path == _here(page) else _way(path, page) + hash_ + anchor


def _here(page: str) -> str:
    return "/" + page.removesuffix("index.html")


@functools.lru_cache(maxsize=256)
def _way(path: str, page: str) -> str:
    here = _here(page)
    return "./" if path == here else posixpath.relpath(path, here) + ("/" if path.endswith("/") else "")
