"""A text as rules compare it: no ligature, no hidden character and no kind of dash or space makes it another text."""

from __future__ import annotations

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
    _at: tuple[int, ...]
    """Where in the folded text the pieces begin that were typed otherwise."""
    _pieces: tuple[tuple[int, int, int], ...]
    """Of each of them: how long it is, folded, and where it begins and ends as typed."""

    def start(self, place: int) -> int:
        """Where a place in the folded text was typed."""
        return self._found(place)[0]

    def as_typed(self, start: int, end: int) -> str:
        """The words between two places in the folded text, as they were typed."""
        return self.typed[self.start(start) : self._found(end - 1)[1]]

    def _found(self, place: int) -> tuple[int, int]:
        """Where the character at a place begins and ends as typed."""
        before = bisect_right(self._at, place) - 1
        if before < 0:
            return place, place + 1
        length, start, end = self._pieces[before]
        inside = place - self._at[before]
        return (start, end) if inside < length else (end + inside - length, end + inside - length + 1)


_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_INSIDE = r"</?[A-Za-z][^<>]*>|<!--(?:[^-]|-(?!->))*-->|\*{1,3}"
"""What formats a part of a word, and does not show."""
_OTHERWISE = re.compile(
    rf"&(?:\#\w+|\w+);|\\u[0-9A-Fa-f]{{4}}|(?<=\w)(?:{_INSIDE})(?=\w)|\s\s+|[^\S ]"
    rf"|[^\x00-\x7f‘’“”¶–—][{_MARKS}]*|[a-zA-Z][{_MARKS}]+"
)


def fold(text: str) -> Folded:
    """A text folded: characters in their compatible form, those that only format dropped, each space and dash one.

    Entities and escapes are read as the characters that they stand for.
    """
    if text.isascii() and not _OTHERWISE.search(text):
        return Folded(text, text, (), ())
    written, at, pieces = [], [], []
    length = last = 0
    for found in _OTHERWISE.finditer(text):
        start, end = found.span()
        folded = _fold_piece(found[0])
        written += [text[last:start], folded]
        length += start - last
        at.append(length)
        pieces.append((len(folded), start, end))
        length += len(folded)
        last = end
    folded = "".join([*written, text[last:]]).translate(_DASHES)
    return Folded(folded, text, tuple(at), tuple(pieces))


def _fold_piece(piece: str) -> str:
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
_DASHES = str.maketrans("–—", "--")


def hidden(typed: str) -> str:
    """The names of the characters in a text that nobody sees there; nothing where there is none."""
    found = dict.fromkeys(each for each in html.unescape(typed) if not each.isspace() and not _fold_character(each))
    return ", ".join(unicodedata.name(each, f"U+{ord(each):04X}").lower() for each in found)
