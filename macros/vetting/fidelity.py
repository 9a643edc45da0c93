"""A review held against its document's text: nothing left out, nothing too much, nothing carried over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..collection import Review
from ..reading import Complaint, Key
from ..records import (
    COVER,
    Cover,
    Event,
    Head,
    Involvement,
    Link,
    Paragraph,
    Piece,
    Place,
    Recommendation,
    RecommendationList,
    Record,
    Section,
    Tension,
    shown_place,
)
from .document_rules import listed
from .document_text import Document, figures, plain, readings, words

RUN = 12
"""So many words in a row are a sentence carried over."""

_RESTATE = "restate it in your own words"
_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True)
class Said:
    """A piece of text in a record, and the places that it may be drawn from; None for anywhere in the document."""

    record: Record
    keys: tuple[Key, ...]
    text: str
    places: tuple[Place, ...] | None

    def complain(self, wrong: str, right: str) -> Complaint:
        """A complaint on the line of the text."""
        return self.record.where.complain(self.record.known_as, wrong, right, *self.keys)

    def within(self, document: Document) -> str:
        """What the document says there."""
        return document.whole if self.places is None else "\n".join(document.says(each) for each in self.places)

    @property
    def shown(self) -> str:
        """The places in words."""
        return "the document" if self.places is None else ", ".join(map(shown_place, self.places)) or "no place"


def complaints(review: Review, document: Document, root: Path) -> Iterator[Complaint]:
    """All that the review lacks, has too much of, or took over word for word."""
    yield from _paragraphs(review, document)
    yield from _recommendations(review, document)
    grams = {tuple(gram) for reading in readings(document.whole) for gram in _grams(reading.split())}
    headings = [plain(each.heading) for each in review.head.lists]
    for said in texts(review):
        yield from _quotations(said, document)
        yield from _figures(said, document)
        yield from _printed(said, document, headings)
        for _, run in carried_over(words(said.text), grams):
            yield said.complain(f"“{run}” is carried over", _RESTATE)
    for page in sorted((root / "docs" / "reviews" / review.slug).glob("*.md")):
        path, lines = page.relative_to(root).as_posix(), page.read_text(encoding="utf-8").splitlines()
        found = [(word, number) for number, line in enumerate(lines, start=1) for word in words(line)]
        for start, run in carried_over([word for word, _ in found], grams):
            yield Complaint(path, found[start][1], page.name, f"“{run}” is carried over", _RESTATE)


def _paragraphs(review: Review, document: Document) -> Iterator[Complaint]:
    missing = [place for place in document.paragraphs if place not in review.paragraphs]
    if missing:
        path = f"data/reviews/{review.slug}/paragraphs.yml"
        wrong = f"the document has paragraphs that the data lacks: {listed(missing)}"
        yield Complaint(path, 1, "paragraphs.yml", wrong, "restate each, and let the sections hold it")
    for place, paragraph in review.paragraphs.items():
        if place not in document.paragraphs:
            wrong, right = f"the document has no paragraph {place}", "take it out, or look at the text of the document"
            yield paragraph.where.complain(str(place), wrong, right, "number")


def _recommendations(review: Review, document: Document) -> Iterator[Complaint]:
    path = f"data/reviews/{review.slug}/recommendations.yml"
    for key in sorted(document.recommendations.keys() - review.recommendations.keys()):
        yield Complaint(path, 1, "recommendations.yml", f"the document has {key}, and the data lacks it", "restate it")
    numbered = {key for key, rec in review.recommendations.items() if rec.printed_number}
    for key in sorted(numbered - document.recommendations.keys()):
        record = review.recommendations[key]
        wrong = f"the document has no {key}"
        yield record.where.complain(key, wrong, "take it out, or write its list's heading as it is printed", "id")
    for heading in document.unknown:
        wrong = f"review.yml has no list headed “{heading}”"
        yield Complaint(f"data/reviews/{review.slug}/review.yml", 1, review.slug, wrong, "add it to `lists`")


def _quotations(said: Said, document: Document) -> Iterator[Complaint]:
    quoted = _QUOTED.findall(said.text)
    within = readings(said.within(document)) if quoted else ()
    for phrase in quoted:
        if not any(f" {plain(phrase)} " in f" {reading} " for reading in within):
            yield said.complain(
                f"“{phrase}” does not stand in {said.shown}", "quote it as it is, or cite where it stands"
            )


def _figures(said: Said, document: Document) -> Iterator[Complaint]:
    there = set(figures(said.within(document)))
    lacking = list(dict.fromkeys(each for each in figures(said.text) if each not in there))
    if lacking:
        wrong = f"there is no {', '.join(lacking)} in {said.shown}"
        yield said.complain(wrong, "say it as the document does, or cite where it says so")


def _printed(said: Said, document: Document, headings: Iterable[str]) -> Iterator[Complaint]:
    """What is said to be printed is printed: the author anywhere, a name in the places cited or in a list's heading."""
    key = next(key for key in reversed(said.keys) if isinstance(key, str))
    if key == "author" and not _stands(said.text, *readings(document.whole)):
        yield said.complain("`author` is not in the document as it stands here", "write it as it is printed")
    if key == "named_as" and not _stands(said.text, *headings, *readings(said.within(document))):
        wrong = f"`named_as`: there is no “{said.text}” in {said.shown}"
        yield said.complain(wrong, "write it as it is printed, or cite where it stands")


def _stands(text: str, *within: str) -> bool:
    """Whether words stand somewhere, if only as 'the department's'."""
    return any(re.search(rf" {plain(text)}s? ", f" {each} ") for each in within)


def texts(review: Review) -> Iterator[Said]:
    """Every piece of text that restates the document, with the places that it is drawn from."""
    records: list[Record] = [review.head, *review.involvements.values(), *review.paragraphs.values()]
    records += [*review.events.values(), *review.findings.values(), *review.recommendations.values()]
    for record in records:
        yield from _texts(record, record, (), _places(record))
        if isinstance(record, Event) and record.date:
            places = None if record.placed_because or record.date_words else record.cites
            yield Said(record, ("date",), record.date.words, places)


def _texts(record: Record, part: Piece, at: tuple[Key, ...], places: tuple[Place, ...] | None) -> Iterator[Said]:
    for key in type(part).model_fields:
        if key == "formerly" or key in type(part).id_keys() or (type(part), key) in _OURS:
            continue
        value = getattr(part, key)
        for number, each in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            keys = (*at, key) if number is None else (*at, key, number)
            if isinstance(each, Piece):
                yield from _texts(record, each, keys, _places(each) or places)
            elif type(each) is str and key not in _NUMBERS:
                anywhere = key in _REASONS or (type(part), key) in _PRINTED
                yield Said(record, keys, each, None if anywhere else places)


_OURS = {(Head, "subject"), (Head, "content_note"), (Head, "short_title"), (RecommendationList, "label")}
_OURS |= {(Head, "withdrawn")}
"""Keys that say nothing of the document."""
_NUMBERS = {"id", "number", "paragraphs", "parts"}
"""Keys that name or number what the document has."""
_REASONS = {"placed_because", "agencies_because", "turning_point_because", "reason", "assumes"}
"""Keys that say why we did something, and may speak of any paragraph."""
_PRINTED = {(Head, "title"), (Head, "author"), (Section, "heading"), (RecommendationList, "heading")}
"""Keys that hold what the document prints somewhere."""


def _places(part: Piece) -> tuple[Place, ...] | None:
    """The places that a record or a part is drawn from; None where that is not said."""
    match part:
        case Paragraph():
            return (part.place,)
        case Recommendation():
            return (part.id, *part.cites)
        case Involvement():
            return (*part.cites, *part.management_review)
        case Tension():
            return tuple(place for statement in part.says for place in statement.cites)
        case Cover():
            return (COVER,)
        case Link() | Head():
            return None
    cites: tuple[Place, ...] = getattr(part, "cites", ())
    return cites or None


def carried_over(found: list[str], grams: set[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """The longest runs of words that stand in the document too: at which word each begins, and the run."""
    start = 0
    while start + RUN <= len(found):
        end = start
        while end + RUN <= len(found) and tuple(found[end : end + RUN]) in grams:
            end += 1
        if end > start:
            yield start, " ".join(found[start : end + RUN - 1])
        start = end + RUN - 1 if end > start else start + 1


def _grams(found: list[str]) -> Iterator[list[str]]:
    for start in range(len(found) - RUN + 1):
        yield found[start : start + RUN]
