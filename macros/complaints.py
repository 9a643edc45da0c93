"""What is wrong with the data, said to the person who can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Complaint:
    """One thing to mend. ``path`` is as the reader would type it, ``line`` counts from 1."""

    path: str
    line: int
    record: str
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.record}: {self.wrong}" + (f"; {self.right}" if self.right else "")


class BrokenData(Exception):
    """Raised when the data cannot be published; carries every complaint, sorted by path and line."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(sorted(set(complaints)))
        super().__init__(self.report())

    def report(self) -> str:
        """All complaints, a line each, then their number."""
        number = len(self.complaints)
        return "\n".join([*map(str, self.complaints), f"{number} complaint{'' if number == 1 else 's'}"])


def one_of(valid: Iterable[str], given: object) -> str:
    """What would be right instead of ``given``: the nearest valid word, or all of them."""
    words = sorted(set(valid))
    near = difflib.get_close_matches(str(given), words, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    if not words:
        return "there are none yet"
    shown = ", ".join(f"`{word}`" for word in words[:8])
    return f"it can be {shown}" + (f" or one of {len(words) - 8} more" if len(words) > 8 else "")
