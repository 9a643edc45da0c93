"""What the rules of anonymity find, and the two ways of making such a rule: a pattern, a number with a check digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Trace:
    """Something that could tell who somebody is."""

    start: int
    text: str
    what: str
    right: str
    doubt: tuple[str, str] | None = None
    """For a word that is seldom a name: it, and the word behind it; common words make it none."""


Rule = Callable[[str], Iterator[Trace]]
"""A rule reads a folded text."""


def pattern(
    written: str,
    what: str,
    right: str = "take it out",
    flags: re.RegexFlag = re.NOFLAG,
    near: Callable[[str], object] = bool,
) -> Rule:
    """A rule by a pattern. It is tried only on a text for which the quicker ``near`` says that it may match."""
    compiled = re.compile(written, flags)

    def rule(text: str) -> Iterator[Trace]:
        if near(text):
            for found in compiled.finditer(text):
                yield Trace(found.start(), found[0], what, right)

    return rule


def checked(written: str, valid: Callable[[str], bool], what: str, near: Callable[[str], object] = bool) -> Rule:
    """Numbers with a check digit, so that others of their length pass; ``near`` as for a pattern."""
    compiled = re.compile(written)

    def rule(text: str) -> Iterator[Trace]:
        for found in compiled.finditer(text) if near(text) else ():
            if valid(found[0]):
                yield Trace(found.start(), found[0], what, "take it out")

    return rule
