"""The pages of a built site as plain Markdown, so that a build can be compared with one that computes nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import yaml
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

ARTICLE = "md-content__inner"
"""The class of the element in which Material puts what a page says."""

TOLERANCE = 0.02
"""By what part of them the words of the plain pages may differ from ours: text in pictures is not kept exactly."""


class Differs(Exception):
    """Raised when the plain pages are not ours."""


@dataclass(frozen=True)
class Content:
    """What two sites are compared by."""

    pages: frozenset[str]
    """The addresses of the pages, below the site's own: 'reviews/baby-z/', and '' for the first."""
    words: int


def pages(site: Path) -> dict[str, Path]:
    """The pages of a built site by their addresses; those that only lead elsewhere are left out."""
    found = {file.parent.relative_to(site).as_posix() + "/": file for file in sorted(site.rglob("index.html"))}
    return {url.removeprefix("./"): file for url, file in found.items() if ARTICLE.encode() in file.read_bytes()}


def content(site: Path) -> Content:
    """What the pages of a built site hold."""
    files = pages(site)
    return Content(frozenset(files), sum(map(_words, files.values())))


def _words(file: Path) -> int:
    whole = lxml.html.document_fromstring(file.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    articles = whole.find_class(ARTICLE)
    return sum(len(re.findall(r"\w+", " ".join(_texts(article)))) for article in articles)


def _texts(article: lxml.html.HtmlElement) -> Iterator[str]:
    """Each piece of text that can be read or heard."""
    return (str(text) for text in article.xpath(".//text()[not(ancestor::script or ancestor::style)]"))


def compare(ours: Content, theirs: Content) -> None:
    """Raises Differs unless both sites have the same pages and about as many words."""
    if ours.pages != theirs.pages:
        raise Differs(f"these pages are on one side only: {', '.join(sorted(ours.pages ^ theirs.pages))}")
    if abs(ours.words - theirs.words) > TOLERANCE * ours.words:
        raise Differs(f"our pages hold {ours.words} words, the plain ones {theirs.words}")


def write(site: Path, into: Path) -> None:
    """Write the pages of a built site to a new folder, as a project for MkDocs and Material that uses no macros."""
    files = pages(site)
    for url, file in files.items():
        to = into / "docs" / url / "index.md"
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(markdown(file.read_text(encoding="utf-8"), url, files), encoding="utf-8")
    (into / "mkdocs.yml").write_text(yaml.safe_dump(_settings(files), sort_keys=False), encoding="utf-8")


def _settings(urls: Iterable[str]) -> dict[str, object]:
    return {
        "site_name": "Plain pages",
        "nav": [f"{url}index.md" for url in urls if not re.match("reviews/.", url)],
        "not_in_nav": "/reviews/*/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["tables", "attr_list"],
    }


def markdown(html: str, url: str, pages: Container[str]) -> str:
    """The Markdown of what a page says; ``url`` is its address, ``pages`` are those of all."""
    article = BeautifulSoup(html, "lxml").find(class_=ARTICLE)
    assert isinstance(article, Tag)
    for each in article.find_all(["script", "style"]):
        each.decompose()
    for link in article.find_all("a"):
        href = _href(str(link.get("href", "")), url, pages)
        if href is None:
            link.unwrap()
        else:
            link["href"] = href
    for heading in article.find_all(re.compile("^h[1-6]$"), id=True):
        heading.append(f" {{: #{heading['id']} }}")
    return MarkdownConverter(heading_style="atx").convert_soup(article).strip() + "\n"


def _href(href: str, url: str, pages: Container[str]) -> str | None:
    """A link as a page in Markdown has it: to the file of the other page. None for what is not a page."""
    parts = urlsplit(href)
    if parts.scheme or href.startswith("#"):
        return href
    to = posixpath.normpath(posixpath.join("/", url, unquote(parts.path))).strip("/")
    if (f"{to}/" if to else "") not in pages:
        return None
    way = posixpath.relpath(f"/{to}/index.md", f"/{url}")
    return f"{way}#{parts.fragment}" if parts.fragment else way
