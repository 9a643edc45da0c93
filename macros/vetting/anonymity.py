"""What could tell who somebody is: found before it is published, in data, pages, file names and metadata.

A finding stands until it is mended or allowed, with a reason, in data/allowed.yml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..reading import Complaint, shared_out
from .folding import fold, hidden
from .identity_rules import BIRTH, DAY, NAME, RULES, TITLES, days
from .trace import Trace

FOLDERS = ("data", "docs")
"""The folders from which the site is made."""

_ADDRESS = re.compile(r"https?://[^\s)>\"]+")
"""Addresses of pages are not read: they are other people's words."""


@functools.lru_cache(maxsize=4096)
def traces(text: str, of_review: bool) -> tuple[Trace, ...]:
    """All that the rules find in a folded text; days only where it is of a review."""
    read = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    rules = (*RULES, *((days,) if of_review else ()))
    return tuple(longest(trace for rule in rules for trace in rule(read)))


def longest(found: Iterable[Trace]) -> Iterator[Trace]:
    """Of traces that lie over one another, the one that begins first and says most."""
    end = -1
    for trace in sorted(found, key=lambda trace: (trace.start, -len(trace.text))):
        if trace.start >= end:
            end = trace.start + len(trace.text)
            yield trace


@dataclass(frozen=True)
class Allowed:
    """Words that somebody has allowed, folded; and the review or the page in which alone they are."""

    text: str
    review: str = ""
    page: str = ""

    def reaches(self, path: str) -> bool:
        """Whether they are allowed in a file."""
        if self.page:
            return path == self.page
        return not self.review or path.lower().startswith(
            tuple(f"{folder}/reviews/{self.review}/" for folder in FOLDERS)
        )

    @property
    def needs_a_reach(self) -> bool:
        """Whether they are a name or a day, which stand for one person in one review and for another elsewhere."""
        return any(trace.what in (NAME, DAY, BIRTH) for trace in traces(self.text, of_review=True))


@dataclass(frozen=True)
class Known:
    """What the data itself declares, and what somebody has allowed."""

    phrases: tuple[str, ...] = ()
    """Names of agencies, terms, sources and helplines, and the helplines' numbers, that would be taken for traces."""
    allowed: tuple[Allowed, ...] = ()
    """What stands in data/allowed.yml."""

    def allowing(self, trace: Trace, path: str) -> tuple[Allowed, ...]:
        """The allowances of these words that reach a file."""
        return tuple(each for each in self.allowed if each.text == trace.text and each.reaches(path))


@functools.lru_cache(maxsize=512)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    flexible = [r"\s+".join(map(re.escape, each.split())) for each in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(flexible)})(?!\w)")


def without(phrases: tuple[str, ...], text: str) -> str:
    """A text with each of these phrases blanked out, so that its words are found only where they stand alone."""
    return _any_of(phrases).sub(lambda found: re.sub(r"\S", " ", found[0]), text) if phrases else text


def suspect(phrases: Iterable[str]) -> tuple[str, ...]:
    """Those phrases, folded, in which a rule finds something."""
    folded = {fold(each).text for each in phrases}
    return tuple(sorted(each for each in folded if traces(each, of_review=True)))


def declared(names: Iterable[str], allowed: Iterable[Allowed] = ()) -> Known:
    """What the data declares: of all its names, those in which a rule finds something, and no title with a name."""
    found = suspect(name for name in names if not re.search(rf"\b(?:{TITLES})\b", name))
    return Known(found, tuple(allowed))


@dataclass(frozen=True)
class Text:
    """A piece of what is published: where it stands, and in which record each of its lines is."""

    path: str
    text: str
    record_at: Callable[[int], str]
    place: str = ""
    """Where in the file, if not on a line that can be opened: 'its name', 'the author in its metadata'."""
    own: tuple[str, ...] = ()
    """What its review declares for itself, and would be taken for traces: paragraphs' numbers that look like days."""


def complaints(texts: Iterable[Text], known: Known) -> tuple[list[Complaint], set[Allowed]]:
    """Every trace that is neither declared nor allowed; and the allowances that something needs."""
    found: list[Complaint] = []
    needed: set[Allowed] = set()
    read = list(texts)
    asked = [(each.text, "/reviews/" in each.path, each.own) for each in read]
    traced = shared_out(partial(_traced, known), asked, sum(len(text) for text, _, _ in asked))
    common = functools.cache(partial(_is_common, [each.text for each in read if not each.place]))
    for each, its_traces in zip(read, traced, strict=True):
        for line, typed, trace in its_traces:
            if trace.doubt and all(common(word) for word in trace.doubt if word):
                continue  # a word that the texts use in small letters too
            allowing = known.allowing(trace, each.path)
            needed.update(allowing)
            if not allowing:
                found.append(_complaint(each, 1 if each.place else line, typed, trace))
    return found, needed


def _complaint(text: Text, line: int, typed: str, trace: Trace) -> Complaint:
    unseen = hidden(typed)
    wrong = f"“{typed}” is {trace.what}" + (f", with a hidden {unseen} in it" if unseen else "")
    wrong += f", in {text.place}" if text.place else ""
    right = f"{trace.right}, or allow it with a reason in data/allowed.yml"
    return Complaint(text.path, line, text.record_at(line), wrong, right)


def _traced(known: Known, asked: tuple[str, bool, tuple[str, ...]]) -> tuple[tuple[int, str, Trace], ...]:
    """The traces in a text apart from what is declared: on which line each stands, as it was typed, and folded."""
    text, of_review, own = asked
    folded = fold(text)
    return tuple(
        (
            text.count("\n", 0, folded.start(trace.start)) + 1,
            " ".join(folded.as_typed(trace.start, trace.start + len(trace.text)).split()),
            trace,
        )
        for trace in traces(without(own, without(known.phrases, folded.text)), of_review)
    )


def _is_common(texts: Iterable[str], word: str) -> bool:
    """Whether a word of plain letters stands in the texts in small ones, other than in an address."""
    if not re.fullmatch("[a-z]{2,}", word):
        return False
    alone = re.compile(rf"{word}(?<![\w’'-]{word})(?![\w’'-])")  # begins with the word itself, which is found fast
    return any(alone.search(text) and alone.search(_ADDRESS.sub(" ", fold(text).text)) for text in texts)
