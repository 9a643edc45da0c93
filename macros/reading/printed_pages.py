"""The pages of a printed document, and what stands on each of them that is no part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_EDGE = 3
"""So many lines at the top and the bottom of a page may be a running head or foot."""

_ONLY_A_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*", re.IGNORECASE)


def without_running_heads(pages: list[list[str]]) -> Iterator[tuple[int, str]]:
    """Every line, and its page from 1, but those at the edge of half of the pages or more, numbers aside."""
    edges = Counter(shape for page in pages for shape in {_shape(text) for text in _edge(page)})
    often = {shape for shape, times in edges.items() if shape and len(pages) > 2 and times * 2 >= len(pages)}
    for number, page in enumerate(pages, start=1):
        edge = set(map(id, _edge(page)))
        for text in page:
            at_edge = id(text) in edge
            if at_edge and (_shape(text) in often or (len(pages) > 1 and _ONLY_A_NUMBER.fullmatch(text))):
                continue
            yield number, text


def _edge(page: list[str]) -> list[str]:
    written = [text for text in page if text.strip()]
    return [*written[:_EDGE], *written[-_EDGE:]]


def _shape(text: str) -> str:
    """A line as it is on every page: without its numbers."""
    return re.sub(r"\d+", "#", " ".join(text.split()))
