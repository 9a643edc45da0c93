"""What a built site weighs."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SHARED = ("themes", "agencies", "glossary", "recommendations", "reviews")
"""The pages that draw from every review, and so may grow with their number."""


@dataclass(frozen=True)
class Weight:
    """The bytes of a page, as it is and as a server may send it."""

    html: int
    gzip: int


@dataclass(frozen=True)
class SiteSize:
    """What a site holds; all but ``pages`` in bytes."""

    pages: int
    whole: int
    search: int
    """The index that the site's search reads; 0 where there is none."""
    shared: Mapping[str, Weight]


def weigh(site: Path) -> SiteSize:
    """The size of a built site."""
    shared = {f"/{name}/": site / name / "index.html" for name in SHARED}
    return SiteSize(
        pages=sum(1 for _ in site.rglob("*.html")),
        whole=total(site.rglob("*")),
        search=total([site / "search" / "search_index.json", *(site / "pagefind").rglob("*")]),
        shared={name: weight(file.read_bytes()) for name, file in shared.items() if file.is_file()},
    )


def weight(page: bytes) -> Weight:
    """The weight of a page."""
    return Weight(len(page), len(gzip.compress(page, mtime=0)))


def total(files: Iterable[Path]) -> int:
    """The bytes of those of the files that are there."""
    return sum(file.stat().st_size for file in files if file.is_file())
