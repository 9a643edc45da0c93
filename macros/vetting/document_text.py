"""What a document says, place by place, and its words and figures as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..reading import MONTHS, without_running_heads
from ..records import COVER, SECTION, Place
from .folding import fold


@dataclass(frozen=True)
class Document:
    """What a document says, place by place."""

    cover: str
    """Everything before the first paragraph."""
    paragraphs: Mapping[Place, str]
    recommendations: Mapping[str, str]
    """By id: the list, as review.yml declares it by its heading, and the number."""
    unknown: tuple[str, ...]
    """Headings of numbered lists that review.yml does not declare."""
    whole: str
    sections: Mapping[str, tuple[Place, ...]]
    """The paragraphs of each section, by its id."""

    def says(self, place: Place) -> str:
        """What stands at a place; nothing where there is no such place."""
        if place in self.paragraphs:
            return self.paragraphs[place]
        if place == COVER:
            return self.cover
        key = str(place)
        if key.startswith(SECTION):
            return "\n".join(map(self.says, self.sections.get(key.removeprefix(SECTION), ())))
        return self.recommendations.get(key, "")


def cleaned(text: str) -> str:
    """A document's text as it is read: folded, without running heads, page numbers and the marks of footnotes.

    Its lines stay lines, with their white space in front; the first of a page begins with a form feed.
    """
    pages = [page.split("\n") for page in text.replace("\r\n", "\n").split("\f")]
    lines, last = [], 1
    for number, line in without_running_heads(pages):
        feed, last = "\f" * (number - last), number
        if not _PAGE_NUMBER.fullmatch(line):
            lines.append(feed + line)
        elif feed:
            lines.append(feed)
    joined = _SOFT_BREAK.sub("", "\n".join(lines))
    return "\n".join(map(_folded_line, joined.split("\n")))


_PAGE_NUMBER = re.compile(r"\s*page\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"\u00ad[^\S\n\f]*\n\s*")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_])[⁰¹²³⁴-⁹]+|(?<=[.,;:”’)])[⁰¹²³⁴-⁹]+|(?<=\S)\[\d{1,2}\]")


def _folded_line(line: str) -> str:
    bare = line.lstrip()
    return line[: len(line) - len(bare)] + fold(_NOTE_MARK.sub("", bare)).text


def readings(text: str) -> tuple[str, ...]:
    """The words of a cleaned text in every way in which it may be read.

    A hyphen at a line's end may be the word's or the printer's; the lines beside a page's edge may be text or a foot.
    """
    pieces = [text, *(edge.sub("\n", text) for edge in _EDGES)] if "\f" in text else [text]
    return tuple(dict.fromkeys(plain(each) for piece in pieces for each in (piece, _BROKEN.sub(r"\1", piece))))


_BROKEN = re.compile(r"(\w)-[^\S\n\f]*\n\s*(?=[a-z])")
_EDGES = (
    re.compile(r"\n[^\n\f]*\S[^\n\f]*\s*\f"),
    re.compile(r"\f\s*[^\n]*"),
    re.compile(r"\n[^\n\f]*\S[^\n\f]*\s*\f\s*[^\n]*"),
)


def words(text: str) -> list[str]:
    """A text's words, without case and without marks; a digit behind a word marks a note."""
    bare = fold(text).text.lower().replace("’", "").replace("'", "")
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z]{3})\d{1,2}\b", "", bare))


def plain(text: str) -> str:
    """A text's words, by which two ways of writing them are compared."""
    return " ".join(words(text))


_FROM_TWO = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{word: str(number) for number, word in enumerate(_FROM_TWO.split(), start=2)},
    **{word: str(number * 10) for number, word in enumerate(_TENS.split(), start=2)},
}
"""Numbers that are written as words. 'One' is more often no number."""

_REFERENCE = re.compile(r"(?:¶|\b[Pp]aragraphs?\s)\s*\d+(?:(?:,|\sand|\sto|–|-)\s*¶?\d+)*")
"""Where a record speaks of a paragraph, which is no figure of the document's."""

_MONTHS = re.compile("|".join(rf"\b{month}\b|\b{month[:3]}\b\.?(?= ?\d)" for month in MONTHS), re.IGNORECASE)
_BY_START = {month[:3].lower(): month for month in MONTHS}


def figures(text: str) -> Iterator[str]:
    """The numbers, years and months that a text gives."""
    read = _REFERENCE.sub(" ", text)
    for word in words(read):
        if word.isdecimal():
            yield str(int(word))
        elif word in NUMBERS:
            yield NUMBERS[word]
    for month in _MONTHS.findall(read):
        if month != "may":  # a word, in small letters
            yield _BY_START[month[:3].lower()]
