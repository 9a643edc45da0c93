"""What stands at the top of a page: front matter, and what MkDocs takes for it though nobody meant it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..reading import Complaint, Reading, Where, one_of, read_text
from .written_review import Ids

KEYS = ("review", "title", "description")
"""What front matter may hold. Any other key could take the place of a macro."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
"""Where MkDocs sees front matter."""


def read(text: str, path: str) -> Reading:
    """What stands between the two lines of hyphens at the top of a page; an empty mapping where there is none."""
    found = _FRONT_MATTER.match(text)
    return read_text(found[1], path, above=1) if found else Reading({}, Where(path))


def taken_for_settings(text: str) -> int:
    """How many lines at the top of a page MkDocs takes for settings, though no front matter is marked there."""
    if _FRONT_MATTER.match(text):
        return 0
    taken = 0
    for line in text.splitlines():
        if not (_SETTING.match(line) or (taken and _MORE.match(line))):
            break
        taken += 1
    return taken


_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_MORE = re.compile(r"(?: {4}|\t)")
"""A setting in the style of MultiMarkdown, and what goes on with it."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """A page's front matter and its text, each with how many lines stand above: many reviews have the same text."""
    found = _FRONT_MATTER.match(text)
    if found:
        yield 0, found[0]
    yield (found[0].count("\n"), text[found.end() :]) if found else (0, text)


def complaints(head: Reading, file: Path, text: str, reviews: Mapping[str, Ids]) -> Iterator[Complaint]:
    """The front matter is known keys with text, and a page in a review's folder names that review."""
    if not isinstance(head.value, dict):
        yield head.where.complain(
            file.name, "the front matter is not keys with values", "write `key: value`, or *** for a rule"
        )
        return
    if text.startswith("---") and not head.value:
        yield head.where.complain(
            file.name, "the front matter is not closed", "write a second line of three hyphens, or *** for a rule"
        )
        return
    for key, value in head.value.items():
        if key not in KEYS:
            yield head.where.complain(file.name, f"there is no key `{key}` here", one_of(KEYS, key), key)
        elif not isinstance(value, str):
            yield head.where.complain(file.name, f"`{key}` should be text", "write it in quotes", key)
    slug = head.value.get("review")
    folder = file.parent.name if file.parent.parent.name == "reviews" else None
    if folder in reviews and slug not in (None, folder):
        wrong = f"the page says it belongs to `{slug}`"
        yield head.where.complain(file.name, wrong, f"take it out: its folder says `{folder}`", "review")
    elif isinstance(slug, str) and slug not in reviews:
        yield head.where.complain(file.name, f"there is no review `{slug}`", one_of(reviews, slug), "review")
