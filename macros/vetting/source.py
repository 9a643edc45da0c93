"""A document's text, where the publisher has it: its numbered paragraphs and its numbered lists of recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..reading import MONTHS, BrokenData, Refused, read_bytes
from ..records import Head, Place

_ITEM = re.compile(r"^\s{0,3}(\d{1,3})\.\s+(.*)")
"""The first line of a numbered paragraph or recommendation."""


@dataclass(frozen=True)
class Document:
    """What a document says, place by place."""

    cover: str
    """Everything before the first paragraph."""
    paragraphs: Mapping[int, str]
    recommendations: Mapping[str, str]
    """By id: the list, as review.yml declares it by its heading, and the number."""
    unknown: tuple[str, ...]
    """Headings of numbered lists that review.yml does not declare."""
    whole: str

    def says(self, place: Place) -> str:
        """What stands at a place; nothing where there is no such place."""
        if isinstance(place, int):
            return self.paragraphs.get(place, "")
        return self.cover if place == "cover" else self.recommendations.get(place, "")


@dataclass
class _Run:
    """Items numbered from 1 on, under a heading."""

    heading: str
    items: dict[int, list[str]]


def read(file: Path, head: Head) -> Document:
    """Read a document's text. Raises Refused where there is no such file, BrokenData where it is no text."""
    if not file.is_file():
        raise Refused(f"{file}: there is no such file; look at its path")
    reading = read_bytes(file, file.as_posix())
    if not reading.read:
        raise BrokenData(reading.complaints)
    text: str = reading.value
    lists = {plain(each.heading): each.id for each in head.lists}
    before, runs = _runs(text.splitlines(), {plain(each.heading) for each in head.sections} - lists.keys())
    found = {
        f"{lists[plain(run.heading)]}-{number}": "\n".join(lines)
        for run in runs[1:]
        if plain(run.heading) in lists
        for number, lines in run.items.items()
    }
    return Document(
        cover="\n".join(before),
        paragraphs={number: "\n".join(lines) for number, lines in runs[0].items.items()} if runs else {},
        recommendations=found,
        unknown=tuple(run.heading for run in runs[1:] if plain(run.heading) not in lists),
        whole=text,
    )


def _runs(lines: list[str], headings: set[str]) -> tuple[list[str], list[_Run]]:
    """What stands before the first item, and the runs: a new one begins wherever the numbers begin again.

    A line that is a section's heading belongs to no item. What stands between the last item of a run and the first of
    the next is that item's until a line alone, which heads the next.
    """
    before: list[str] = []
    runs: list[_Run] = []
    number = 0
    for line in lines:
        found = _ITEM.match(line)
        if found and int(found[1]) == 1:
            last = runs[-1].items[number] if runs else before
            runs.append(_Run(_heading(last), {1: [found[2]]}))
            number = 1
        elif found and runs and int(found[1]) == number + 1:
            number += 1
            runs[-1].items[number] = [found[2]]
        elif plain(line) not in headings:
            (runs[-1].items[number] if runs else before).append(line)
    return before, runs


def _heading(lines: list[str]) -> str:
    """The last line that is not empty, which is taken from the item above it."""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines.pop().strip() if lines else ""


def words(text: str) -> list[str]:
    """A text's words, without case and without marks."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


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
