"""The prose of the pages in docs/, by heading: what stands in none of the records."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment
from markdown import Markdown
from markupsafe import Markup

from .entries import Entry

_SEARCH = Path("search.md")
"""The page of the search, which need not find itself."""
_BLOCK = re.compile(r"<(?:br|/p|/li|/t[dhr]|/d[td]|/div|/h\d)")
"""What parts one word from the next."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"<h[1-6](?: id=\"(?P<id>[^\"]*)\")?[^>]*>(?P<text>.*?)</h[1-6]>", re.DOTALL)


Macros = Callable[[str | None], Mapping[str, Callable[..., str]]]
"""What each macro says within a sentence, for pages of a review (its folder) or of none."""


def prose(docs: Path, reviews: Container[str], macros: Macros) -> Iterator[Entry]:
    """An entry for each heading of each page that is not of a draft; what blocks draw is left to the records."""
    reading = Markdown(extensions=["attr_list", "md_in_html", "tables", "toc", "smarty"])
    jinja = Environment(autoescape=False)  # Markdown is written, and what a macro gives has been escaped
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs)
        slug = path.parts[1] if path.parts[0] == "reviews" and len(path.parts) > 2 else None
        if path == _SEARCH or (slug and slug not in reviews):
            continue
        written = _FRONT_MATTER.sub("", file.read_text(encoding="utf-8"))
        text = jinja.from_string(written).render(macros(slug)) if "{{" in written else written
        yield from _by_heading(reading.reset().convert(text), _address(path))


def _address(path: Path) -> str:
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "/" if folder == Path() else f"/{folder.as_posix()}/"


def _by_heading(html: str, page: str) -> Iterator[Entry]:
    found = list(_HEADING.finditer(html))
    for heading, after in zip(found, [*found[1:], None], strict=True):
        text = _words(html[heading.end() : after.start() if after else len(html)])
        at = f"{page}#{heading['id']}" if heading["id"] and heading is not found[0] else page
        if text:
            yield Entry(at, _words(heading["text"]), text)


def _words(html: str) -> str:
    return " ".join(Markup(_BLOCK.sub(r" \g<0>", html)).striptags().split())
