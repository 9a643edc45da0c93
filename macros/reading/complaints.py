"""What is wrong with the data, said to the person who can mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .numbers import counted


@dataclass(frozen=True, order=True)
class Complaint:
    """One thing to mend. ``path`` is as the reader would type it, ``line`` counts from 1."""

    path: str
    line: int
    record: str
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.said}"

    @property
    def said(self) -> str:
        """The complaint without its place."""
        return f"{self.record}: {self.wrong}" + (f"; {self.right}" if self.right else "")

    @property
    def annotation(self) -> str:
        """As GitHub Actions reads it, to show it on the line of a pull request."""
        path, said = (_ESCAPED.sub(lambda each: f"%{ord(each.group()):02X}", text) for text in (self.path, self.said))
        return f"::error file={path.replace(':', '%3A').replace(',', '%2C')},line={self.line}::{said}"


_ESCAPED = re.compile(r"[%\r\n]")
"""What a GitHub Actions command would take for its own."""


class Refused(Exception):
    """Raised when a command cannot do what it is asked; its text says why, and what would be right."""


class BrokenData(Exception):
    """Raised when the data cannot be published; carries every complaint, sorted by path and line."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(sorted(set(complaints)))
        super().__init__(self.report())

    def report(self) -> str:
        """All complaints, a line each, then their number."""
        return "\n".join([*map(str, self.complaints), self.total])

    def annotations(self) -> str:
        """The same, as GitHub Actions reads it."""
        return "\n".join([*(each.annotation for each in self.complaints), self.total])

    @property
    def total(self) -> str:
        """How many complaints there are."""
        return counted(len(self.complaints), "complaint")


def one_of(valid: Iterable[str], given: object, most: int = 8) -> str:
    """What would be right instead of ``given``: the nearest valid word, or at most so many of them."""
    words = sorted(set(valid))
    near = difflib.get_close_matches(str(given), words, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    if not words:
        return "there are none yet"
    shown = ", ".join(f"`{word}`" for word in words[:most])
    return f"it can be {shown}" + (f" or one of {len(words) - most} more" if len(words) > most else "")
