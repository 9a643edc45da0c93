"""What a document says, place by place, and its words and figures as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..reading import MONTHS
from ..records import COVER, SECTION, Place


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
