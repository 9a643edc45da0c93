"""The text of a document that numbers its paragraphs otherwise than 1, 2, 3: as it is printed, or page by page.

Which numbers there are is known from the data. A line begins a paragraph where one of them stands at its beginning, in
the data's order; so does a decimal that the data lacks and that follows the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..collection import Review
from ..records import Paragraph, Place, shown_number
from .document_text import Document, plain

_DECIMAL = re.compile(r"\s*(\d+(?:\.\d+)+)[.):]?\s+(\S.*)")
_NUMBERED_HEADING = re.compile(r"\s*(?:\d+(?:\.\d+)*|[ivxlcIVXLC]+|[A-Za-z])[.):]?\s+")


def document(text: str, review: Review) -> Document:
    """What such a text says, place by place."""
    reader = _Reader(review)
    for line in text.split("\n"):
        reader.take(line)
    pages = text.split("\f")
    paragraphs = {place: "\n".join(lines) for place, lines in reader.paragraphs.items()}
    for place, paragraph in review.paragraphs.items():
        number = _page(paragraph)
        if number and number <= len(pages):
            paragraphs[place] = pages[number - 1]
    return Document(
        cover="\n".join(reader.cover),
        paragraphs=paragraphs,
        recommendations={key: "\n".join(lines) for key, lines in reader.recommendations.items()},
        unknown=(),
        whole=text,
        sections={key: tuple(each.place for each in its) for key, its in review.paragraphs_in.items()},
    )


def _page(paragraph: Paragraph) -> int | None:
    """Which page of the document a paragraph is, if it is one."""
    found = re.fullmatch(r"page (\d+)", shown_number(paragraph.number))
    return int(found[1]) if found else None


class _Reader:
    """Goes through a text line by line, and knows what should come next."""

    def __init__(self, review: Review) -> None:
        self.cover: list[str] = []
        self.paragraphs: dict[Place, list[str]] = {}
        self.recommendations: dict[str, list[str]] = {}
        self._ahead = [each for each in review.paragraphs.values() if not _page(each)]
        self._recs = list(review.recommendations.values())
        self._lists = {plain(each.heading): each.id for each in review.head.lists}
        self._headings = {plain(each.heading): each.id for each in review.head.sections}
        self._last: Paragraph | None = None
        self._last_indent = 0
        self._list = ""
        self._indent: int | None = None
        self._to = self.cover

    def take(self, line: str) -> None:
        """Put a line where it belongs."""
        bare = _NUMBERED_HEADING.sub("", line)
        for heading in (plain(line), plain(bare)):
            if heading in self._lists:
                self._list, self._indent = self._lists[heading], None
                return
            if heading in self._headings:
                self._list = ""
                return
        if not (self._begins_a_recommendation(line) or self._begins_a_paragraph(line)):
            self._to.append(line)

    def _begins_a_recommendation(self, line: str) -> bool:
        if self._list and self._indent is not None and _indent(line) > self._indent + 2:
            return False  # a point of a list inside a recommendation
        for position, rec in enumerate(self._recs):
            number = rec.printed_number if self._list and rec.list_id == self._list else None
            rest = _behind(str(number), line) if number else None
            if rest is not None:
                del self._recs[: position + 1]
                self._indent = _indent(line)
                self._to = self.recommendations[rec.id] = [rest]
                return True
        return False

    def _begins_a_paragraph(self, line: str) -> bool:
        for number, paragraph in enumerate(self._ahead):
            strong = bool(re.search(r"[. ]", str(paragraph.number)))
            strong = strong or (number == 0 and not (self._last and _indent(line) > self._last_indent + 2))
            rest = _behind(str(paragraph.number), line) if strong else None
            if rest is not None:
                del self._ahead[: number + 1]
                self._last, self._list = paragraph, ""
                self._last_indent = _indent(line)
                self._to = self.paragraphs[paragraph.place] = [rest]
                return True
        return self._begins_one_that_the_data_lacks(line)

    def _begins_one_that_the_data_lacks(self, line: str) -> bool:
        found = _DECIMAL.fullmatch(line)
        before = str(self._last.number) if self._last else ""
        if not found or found[1] not in _next(before):
            return False
        place = f"{self._last.part}.{found[1]}" if self._last and self._last.part else found[1]
        self._to = self.paragraphs[place] = [found[2]]
        return True


def _indent(line: str) -> int:
    """How far a line is set in."""
    return len(line) - len(line.lstrip())


def _behind(number: str, line: str) -> str | None:
    """What stands in a line behind a number at its beginning; None where that does not stand there."""
    words = r"\s+".join(map(re.escape, number.split()))
    label = r"(?:(?:recommendation|paragraph)\s+)?"
    found = re.match(rf"\s*{label}\(?{words}(?:[.):]+\s*|\s+)(?=\S)(.*)", line, re.IGNORECASE)
    return found[1] if found else None


def _next(number: str) -> Sequence[str]:
    """The decimals that may follow one: 4.13 and 4.12.1 follow 4.12, and so does 5.1."""
    return list(_successors([int(each) for each in number.split(".")])) if re.fullmatch(r"[\d.]+", number) else []


def _successors(steps: list[int]) -> Iterator[str]:
    yield ".".join(map(str, [*steps, 1]))
    for depth in range(len(steps)):
        rise = [*steps[: depth + 1]]
        rise[-1] += 1
        yield ".".join(map(str, [*rise, *[1] * (len(steps) - depth - 1)]))
