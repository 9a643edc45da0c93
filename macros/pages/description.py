"""What a page says of itself to those who find it elsewhere: its own first sentence."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

LONGEST = 2000
"""So many characters are looked at: a lead is shorter, and a page may be long."""


class _Lead(HTMLParser):
    """Reads the first paragraph that opens a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (not self._done and tag == "p" and dict(attrs).get("class") == "lead")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == "p":
            self._inside, self._done = False, True


def description(html: str, meta: Mapping[str, Any]) -> str:
    """The lead of a page, with the review's name where it is a review's; a review at a glance has its summary."""
    reader = _Lead()
    at = html.find('class="lead"')
    if at >= 0:
        reader.feed(html[html.rfind("<", 0, at) : at + LONGEST])
    words = " ".join("".join(reader.words).split())
    if not words:
        return str(meta.get("review_summary", ""))
    return f"{meta['review_title']}: {words}" if "review_title" in meta else words
