"""Finished HTML passes by Markdown: it is taken out of a page before Markdown reads it, and comes back whole.

This is a Markdown extension, which mkdocs.yml names. Whatever builds the site with Python-Markdown can load it.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEGIN, _END = "<!--finished-->", "<!--/finished-->"
"""What stands around finished HTML in a page. No value can hold either, since `<` is escaped in it."""

_ANCHOR = re.compile(' id="([^"]+)"')


def inline(html: str) -> str:
    """Finished HTML within a sentence."""
    return f"{_BEGIN}{html}{_END}" if html else ""


def block(html: str) -> str:
    """Finished HTML that stands alone, with the empty lines by which Markdown knows it for a block."""
    return f"\n\n{inline(html)}\n\n" if html else ""


def is_in(text: str) -> bool:
    """Whether finished HTML stands in a text."""
    return _BEGIN in text


class FinishedHtml(Extension):
    """Hands finished HTML to the converter's own stash."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Before anything reads the lines (fenced code does at 25), but once they are normalised (at 30)."""
        anchors: set[str] = set()
        md.preprocessors.register(_TakeOut(md, anchors), "finished_html", 26)
        md.preprocessors.register(_Anchors(md, anchors), "finished_html_anchors", 20.5)


class _TakeOut(Preprocessor):
    def __init__(self, md: Markdown, anchors: set[str]) -> None:
        super().__init__(md)
        self._anchors = anchors

    def run(self, lines: list[str]) -> list[str]:
        before, *others = "\n".join(lines).split(_BEGIN)
        return (before + "".join(map(self._stashed, others))).split("\n")

    def _stashed(self, text: str) -> str:
        html, end, behind = text.partition(_END)
        if not end:
            return _BEGIN + text
        self._anchors.update(_ANCHOR.findall(html))
        return self.md.htmlStash.store(html) + behind


class _Anchors(Preprocessor):
    """Tells whoever gathers the anchors of a page's raw HTML (MkDocs does, at 21) of those that were taken out."""

    def __init__(self, md: Markdown, anchors: set[str]) -> None:
        super().__init__(md)
        self._anchors = anchors

    def run(self, lines: list[str]) -> list[str]:
        for each in self.md.preprocessors:
            if hasattr(each, "present_anchor_ids"):
                each.present_anchor_ids |= self._anchors
        return lines


def makeExtension(**settings: Any) -> FinishedHtml:
    """By this name Python-Markdown asks a module for its extension."""
    return FinishedHtml(**settings)
