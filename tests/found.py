"""What a built site's search index holds, read as a browser would, and the search put to use."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Indexed:
    """An entry of the index."""

    address: str
    heading: str
    words: str
    """All that is known of it: unseen words, note and text."""


def indexed(site: Path) -> Iterator[Indexed]:
    """Every entry of a site's index."""
    for file in sorted((site / "pagefind" / "fragment").iterdir()):
        batch = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        words = batch["content"].split()
        starts = [anchor["location"] for anchor in batch["anchors"]]
        for anchor, end in zip(batch["anchors"], [*starts[1:], len(words)], strict=True):
            hash_ = "" if anchor["id"] == "top" else f"#{anchor['id']}"
            told = " ".join(words[anchor["location"] : end])
            yield Indexed(batch["meta"]["page"] + hash_, anchor["text"], told)


def search_for(page: Page, words: str) -> None:
    """Open the search on a page and type; wait for what comes of it."""
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search for").fill(words)
    expect(page.locator(".search__status")).not_to_be_empty()
    if words.strip():
        expect(page.locator(".search__status")).not_to_contain_text("Type a word")
    expect(page.locator(".search__results:not([aria-busy])")).to_be_attached()
