"""A text as rules compare it: no ligature, no hidden character and no kind of dash or space makes it another text."""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Folded:
    """A folded text, and where each piece of it stands in the text as it was typed."""

    text: str
    typed: str

    def start(self, place: int) -> int:
        """Where a place in the folded text was typed."""
        return self._found(place)[0]

    def as_typed(self, start: int, end: int) -> str:
        """The words between two places in the folded text, as they were typed."""
        return self.typed[self.start(start) : self._found(end - 1)[1]]

    def _found(self, place: int) -> tuple[int, int]:
        """Where the character at a place begins and ends as typed."""
        at, pieces = self._map
        before = bisect_right(at, place) - 1
        if before < 0:
            return place, place + 1
        length, start, end = pieces[before]
        inside = place - at[before]
        return (start, end) if inside < length else (end + inside - length, end + inside - length + 1)

    @functools.cached_property
    def _map(self) -> tuple[list[int], list[tuple[int, int, int]]]:
        """Where in the folded text pieces begin that were typed otherwise; how long each is, and where it was typed.

        Made only when it is asked for: in most texts nothing is found.
        """
        at, pieces, length, last = [], [], 0, 0
        for found in _OTHERWISE.finditer(self.typed):
            start, end = found.span()
            at.append(length + start - last)
            pieces.append((len(_fold_piece(found)), start, end))
            length, last = at[-1] + pieces[-1][0], end
        return at, pieces


_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_INSIDE = r"</?(?!br>)[A-Za-z]{1,9}>|\*{1,3}"
"""What formats a part of a word, and does not show. A tag with attributes, or a comment, is text that is read."""
_SPECIAL = re.compile(
    rf"&(?:\#\w+|\w+);|\\u[0-9A-Fa-f]{{4}}|(?<=\w)(?:{_INSIDE})(?=\w)"
    rf"|[^\x00-\x7f‘’“”¶–—][{_MARKS}]*|[a-zA-Z][{_MARKS}]+"
)


_OTHERWISE = re.compile(rf"\s\s+|[^\S ]|{_SPECIAL.pattern}")
_STRANGE = re.compile(r"[^\x00-\x7f‘’“”¶–—]")
_SPACE = re.compile(r"\s+")


def fold(text: str) -> Folded:
    """A text folded: characters in their compatible form, those that only format dropped, each space and dash one.

    Entities and escapes are read as the characters that they stand for.
    """
    plain = not _STRANGE.search(text) and not any(each in text for each in ("&", "<", "*", "\\u"))
    pieces = _SPACE.sub(" ", text) if plain else _OTHERWISE.sub(_fold_piece, text)
    return Folded(pieces.replace("–", "-").replace("—", "-"), text)


def _fold_piece(found: re.Match[str]) -> str:
    piece = found[0]
    if piece.isspace():
        return " "
    if piece[0] in "<*":
        return ""
    if piece[0] == "&":
        piece = html.unescape(piece)
    elif piece[0] == "\\":
        piece = chr(int(piece[2:], 16))
    return "".join(map(_fold_character, unicodedata.normalize("NFKC", piece)))


def _fold_character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Cf", "Cs") or character in _UNSEEN or "\ufe00" <= character <= "\ufe0f":
        return ""
    if kind == "Pd" or character in "\u2212\u2043":
        return "-"
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return " " if character.isspace() else character


_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Characters that are no formatting by their category, and show nothing."""


def hidden(typed: str) -> str:
    """The names of the characters in a text that nobody sees there; nothing where there is none."""
    found = dict.fromkeys(each for each in html.unescape(typed) if not each.isspace() and not _fold_character(each))
    return ", ".join(unicodedata.name(each, f"U+{ord(each):04X}").lower() for each in found)
