"""What could tell who somebody is: found before it is published, in data, pages, file names and metadata.

A finding stands until it is mended or allowed, with a reason, in data/allowed.yml.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..reading import Complaint, shared_out
from .identity_rules import DAYS, RULES, TITLES, Trace

_ADDRESS = re.compile(r"https?://[^\s)>\"]+")
"""Addresses of pages are not read: they are other people's words."""


@functools.lru_cache(maxsize=4096)
def traces(text: str, of_review: bool) -> tuple[Trace, ...]:
    """All that the rules find in a text, however its lines are broken; days only where it is of a review."""
    folded, at = _folded(_ADDRESS.sub(lambda found: " " * len(found[0]), text))
    rules = (*RULES, *((DAYS,) if of_review else ()))
    found = (trace for rule in rules for trace in rule(folded))
    return tuple(replace(trace, start=at(trace.start)) for trace in longest(found))


def _folded(text: str) -> tuple[str, Callable[[int], int]]:
    """A text with each run of white space as one space, and where a place in it was before."""
    folded = _SPACE.sub(" ", text)
    if len(folded) == len(text):
        return folded, lambda place: place

    @functools.cache
    def shorter() -> tuple[list[int], list[int]]:
        """Where in the folded text each longer run is over, and by how much the text is shorter up to there."""
        ends, lost = [], [0]
        for run in _LONG_SPACE.finditer(text):
            lost.append(lost[-1] + len(run[0]) - 1)
            ends.append(run.end() - lost[-1])
        return ends, lost

    def at(place: int) -> int:
        ends, lost = shorter()
        return place + lost[bisect_right(ends, place)]

    return folded, at


_SPACE = re.compile(r"\s+")
_LONG_SPACE = re.compile(r"\s{2,}")


def longest(found: Iterable[Trace]) -> Iterator[Trace]:
    """Of traces that lie over one another, the one that begins first and says most."""
    end = -1
    for trace in sorted(found, key=lambda trace: (trace.start, -len(trace.text))):
        if trace.start >= end:
            end = trace.start + len(trace.text)
            yield trace


@dataclass(frozen=True)
class Known:
    """What the data itself declares, and what somebody has allowed."""

    phrases: tuple[str, ...] = ()
    """Names of agencies, terms, sources and helplines, and the helplines' numbers, that would be taken for traces."""
    allowed: frozenset[str] = frozenset()
    """The texts in data/allowed.yml."""


@functools.lru_cache(maxsize=512)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    flexible = [r"\s+".join(map(re.escape, each.split())) for each in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(flexible)})(?!\w)")


def without(phrases: tuple[str, ...], text: str) -> str:
    """A text with each of these phrases blanked out, so that its words are found only where they stand alone."""
    return _any_of(phrases).sub(lambda found: re.sub(r"\S", " ", found[0]), text) if phrases else text


def suspect(phrases: Iterable[str]) -> tuple[str, ...]:
    """Those phrases in which a rule finds something."""
    return tuple(sorted({each for each in phrases if traces(each, of_review=True)}))


def declared(names: Iterable[str], allowed: Iterable[str]) -> Known:
    """What the data declares: of all its names, those in which a rule finds something, and no title with a name."""
    found = suspect(name for name in names if not re.search(rf"\b(?:{TITLES})\b", name))
    return Known(found, frozenset(allowed))


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


def complaints(texts: Iterable[Text], known: Known) -> tuple[list[Complaint], set[str]]:
    """Every trace that is neither declared nor allowed; and the allowances that something needs."""
    found: list[Complaint] = []
    needed: set[str] = set()
    read = list(texts)
    asked = [(each.text, "/reviews/" in each.path, each.own) for each in read]
    traced = shared_out(partial(_traced, known), asked, sum(len(text) for text, _, _ in asked))
    common = functools.cache(partial(_is_common, [each.text for each in read if not each.place]))
    for each, (text, its_traces) in zip(read, traced, strict=True):
        for trace in its_traces:
            if trace.doubt and all(common(word) for word in trace.doubt if word):
                continue  # a word that the texts use in small letters too
            words = " ".join(trace.text.split())
            if words in known.allowed:
                needed.add(words)
            else:
                line = 1 if each.place else text.count("\n", 0, trace.start) + 1
                wrong = f"“{words}” is {trace.what}" + (f", in {each.place}" if each.place else "")
                right = f"{trace.right}, or allow it with a reason in data/allowed.yml"
                found.append(Complaint(each.path, line, each.record_at(line), wrong, right))
    return found, needed


def _traced(known: Known, asked: tuple[str, bool, tuple[str, ...]]) -> tuple[str, tuple[Trace, ...]]:
    """A text as it is read, where there is something in it, and the traces in it apart from what is declared."""
    text, of_review = _as_read(asked[0]), asked[1]
    found = traces(without(asked[2], without(known.phrases, text)), of_review)
    return text if found else "", found


def _as_read(text: str) -> str:
    """A text as a reader sees it: entities resolved, and a letter and its accent as one."""
    return unicodedata.normalize("NFC", html.unescape(text))


def _is_common(texts: Iterable[str], word: str) -> bool:
    """Whether a word of plain letters stands in the texts in small ones, other than in an address."""
    if not re.fullmatch("[a-z]{2,}", word):
        return False
    alone = re.compile(rf"{word}(?<![\w’'-]{word})(?![\w’'-])")  # begins with the word itself, which is found fast
    return any(alone.search(text) and alone.search(_ADDRESS.sub(" ", _as_read(text))) for text in texts)
