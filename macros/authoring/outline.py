"""What a document's lines seem to be: sections and paragraphs, lists of recommendations, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .extract import Line


@dataclass
class Item:
    """A numbered paragraph or recommendation."""

    number: str
    page: int
    lines: list[str]

    @property
    def text(self) -> str:
        """All of it in one line, words that a line's end broke made whole."""
        return re.sub(r"(?<=[a-z])-\s(?=[a-z])", "", " ".join(" ".join(self.lines).split()))


@dataclass
class Run:
    """A headed run of items."""

    heading: str
    page: int
    items: list[Item] = field(default_factory=list)
    part: str = ""
    """Of a section: what stands before its numbers, where they begin again in parts."""


@dataclass
class Outline:
    """What was found."""

    title: str
    sections: list[Run]
    lists: list[Run]
    left: list[Line]
    """Lines that belong to nothing that was found: the cover, the contents, and what was not understood."""

    @property
    def paragraphs(self) -> Iterator[Item]:
        """The paragraphs of all sections."""
        return (item for section in self.sections for item in section.items)


_WHOLE = re.compile(r"\s{0,8}([0-9]{1,4})(?:[.)]\s+|\s{2,})(\S.*)")
_DECIMAL = re.compile(r"\s{0,8}([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})[.)]?\s+(\S.*)")
_ASKED = re.compile(r"\s{0,8}recommendation\s+([0-9]{1,4})\b[.:)]?\s*(.*)", re.IGNORECASE)
_CONTENTS = re.compile(r".*(?:\.{3,}|\t|\s{3,})\s*[0-9]{1,4}\s*")
"""A line of a table of contents: it ends with the page."""
_PART = re.compile(r"(?:part|chapter|volume)\s+[A-Z0-9]+\b", re.IGNORECASE)
"""How the heading of a part begins, in which the numbers may start again."""
_LISTED = re.compile(r"recommend|action plan|learning point|question|concern", re.IGNORECASE)


def outline(lines: Sequence[Line]) -> Outline:
    """Find a document's numbered paragraphs under their headings, and its lists.

    A document that has decimals (4.12) numbers its paragraphs by them; otherwise the first run of 1, 2, 3 and so on
    holds the paragraphs, and each that begins with 1 again is a list.
    """
    kept = [line for line in lines if not _CONTENTS.fullmatch(line.text)]
    decimals = sum(bool(_DECIMAL.fullmatch(line.text)) for line in kept)
    whole = sum(bool(_WHOLE.fullmatch(line.text)) for line in kept)
    reader = _Reader(decimal=decimals >= 3 and decimals * 2 >= whole)
    titled = next((number for number, line in enumerate(kept) if line.text.strip()), -1)
    for number, line in enumerate(kept):
        reader.take(line, number != titled and _is_heading(kept, number))
    left = [*(line for line in lines if _CONTENTS.fullmatch(line.text)), *reader.left]
    title = next((line.text.strip() for line in kept if line.text.strip()), "")
    sections = [each for each in reader.sections if each.items] or [_by_page(lines)]
    return Outline(title, sections, reader.lists, left)


def _by_page(lines: Sequence[Line]) -> Run:
    """A document without numbered paragraphs, page by page."""
    pages: dict[int, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    return Run("The document", 1, [Item(f"p.{page}", page, texts) for page, texts in pages.items()])


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line heads what follows: it is short and no sentence, and an item or another such line is next."""
    if not _looks_like_one(lines[at].text):
        return False
    after = [line.text for line in lines[at + 1 :] if line.text.strip()][:2]
    if not after:
        return False
    begins = [bool(_number(text)) for text in after]
    return begins[0] or (_looks_like_one(after[0]) and begins[-1])


def _looks_like_one(text: str) -> bool:
    bare = _unnumbered(text)
    return bool(re.fullmatch(r"[A-Z“‘'\"].{1,98}[^.,;:]", bare)) and len(bare.split()) <= 14 and not _ASKED.match(text)


def _unnumbered(text: str) -> str:
    """A heading without a number of its own: '4 Account' is 'Account'."""
    return re.sub(r"^\s*(?:[0-9]{1,2}[.)]?|[A-Z][.)])\s+", "", text).strip()


def _number(text: str) -> str:
    for pattern in (_DECIMAL, _WHOLE, _ASKED):
        found = pattern.fullmatch(text)
        if found:
            return found[1]
    return ""


class _Reader:
    """Goes through a document line by line."""

    def __init__(self, decimal: bool) -> None:
        self._decimal = decimal
        self.sections: list[Run] = []
        self.lists: list[Run] = []
        self.left: list[Line] = []
        self._headings: list[str] = []
        self._item: Item | None = None
        self._last: list[int] = []
        self._list = 0
        self._part = ""

    def take(self, line: Line, heads: bool) -> None:
        """Put a line where it belongs."""
        if heads and not self._follows(line.text):
            if _unnumbered(line.text).lower() != "contents":
                self._headings.append(_unnumbered(line.text))
            self._item = None
        elif not (self._begins_paragraph(line) or self._begins_recommendation(line)):
            if self._item and _number(line.text):
                self.left.append(line)  # it looks like a number, and none that could be next: somebody should look
            if self._item:
                self._item.lines.append(line.text)
            elif line.text.strip():
                self.left.append(line)
                self._headings = []

    def _follows(self, text: str) -> bool:
        """Whether a line that could be a heading is the next paragraph instead: '2. Nobody told the harbour'."""
        found = None if self._decimal else _WHOLE.fullmatch(text)
        return bool(found) and self._last == [int(found[1]) - 1] and not self.lists if found else False

    def _begins_paragraph(self, line: Line) -> bool:
        found = (_DECIMAL if self._decimal else _WHOLE).fullmatch(line.text)
        if not found or (self.lists and not self._decimal):
            return False
        steps = [int(each) for each in found[1].split(".")]
        part = next((each[0] for each in map(_PART.match, self._headings) if each), "")
        begins = steps[-1] == 1 and (not self._last or bool(part))
        goes_on = bool(self._last) and _may_follow(self._last, steps)
        leaps = self._decimal and bool(self._headings) and self._last < steps  # behind a heading, numbers may leap
        if not (begins or goes_on or (self._last and leaps)):
            return False
        if begins and part:
            again = sum(each.part.startswith(part) and each.items[0].number == "1" for each in self.sections)
            part = f"{part} ({again + 1})" if again else part
        self._part = part if begins else self._part
        if self._headings or not self.sections:
            self.sections.append(Run(": ".join(self._headings[-2:]), line.page, part=self._part))
        self._headings = []
        self._last, self._list = steps, 0
        self._item = Item(found[1], line.page, [found[2]])
        self.sections[-1].items.append(self._item)
        return True

    def _begins_recommendation(self, line: Line) -> bool:
        found = _ASKED.fullmatch(line.text) or _WHOLE.fullmatch(line.text)
        named = bool(_ASKED.fullmatch(line.text))
        if not found or not (self.sections or named):
            return False
        number = int(found[1])
        begins = number == 1 or (named and not self.lists) or (bool(self._headings) and number == self._list + 1)
        asked = named or not self._decimal or any(map(_LISTED.search, [*self._headings, self._section]))
        if begins and asked:
            self.lists.append(Run(self._headings[-1] if self._headings else self._section, line.page))
        elif not (self._list and number == self._list + 1):
            return False
        self._headings = []
        self._list = number
        self._item = Item(found[1], line.page, [found[2]])
        self.lists[-1].items.append(self._item)
        return True

    @property
    def _section(self) -> str:
        return self.sections[-1].heading if self.sections else ""


def _may_follow(last: Sequence[int], steps: Sequence[int]) -> bool:
    """Whether a number may come behind another: 4.13, 4.12.1 and 5.1 behind 4.12; one may be left out, no more."""
    if len(last) == len(steps) == 1:
        return steps[0] == last[0] + 1
    if steps[: len(last)] == list(last):
        return steps[len(last) :] == [1]
    for depth, (before, after) in enumerate(zip(last, steps, strict=False)):
        if before != after:
            return 0 < after - before <= 2 and all(step == 1 for step in steps[depth + 1 :])
    return False
