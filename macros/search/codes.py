"""Words that stand in the index and on no page: labels as people type them, and what a record is about.

Each begins with `zq`, as no word of a reader's does. docs/assets/search/query.js makes the same of what is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MARK = "zq"
"""How each begins."""

_SHORT = {"paragraph": ("p", "para"), "recommendation": ("r", "rec"), "finding": ("f",), "question": ("q",)}
"""What people write for the nouns before a number."""


def of_label(label: str, *others: str) -> tuple[str, ...]:
    """'Social Care 7' → socialcare7, social7, sc7, and the number behind what else its list is called in full.

    Nothing for a label without a number.
    """
    *words, number = re.sub(r"(\d)([a-z])\b", r"\1 \2", _plain(label)).split() or [""]
    letter = number if words and not any(map(str.isdigit, number)) and words[-1][-1].isdigit() else ""
    if letter:
        number = words.pop() + letter
    if not words or not any(map(str.isdigit, number)):
        return ()
    in_full = (_plain(other).replace(" ", "") for other in others)
    begun = ("".join(words), words[0], "".join(word[0] for word in words), *in_full)
    return tuple(dict.fromkeys(f"{MARK}{each}{number}" for each in begun))


def of_number(noun: str, number: int | str | None) -> tuple[str, ...]:
    """('paragraph', 20) → n20, p20, para20, paragraph20. A full stop in a number is an x."""
    if number is None:
        return ()
    said = _plain(str(number)).replace(" ", "")
    begun = ("n", *_SHORT.get(noun, ()), noun.replace(" ", ""))
    own = () if said[:1].isdigit() else (f"{MARK}{said}",)
    return (*(f"{MARK}{each}{said}" for each in begun), *own)


def about(kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """What stands for an agency, a theme, a term or a review in whatever is about it.

    The index takes a word for the beginning of a longer one, and strips endings: the mark at the end prevents both. A
    hyphen is kept as two letters, so that 'a-b' is not 'ab'.
    """
    return tuple(f"{MARK}{kind}{id_.replace('-', 'zx')}{MARK}" for id_ in ids)


def _plain(text: str) -> str:
    """Small letters and digits, a full stop between digits as an x."""
    folded = unicodedata.normalize("NFKD", text).lower()
    folded = re.sub(r"(?<=\d)\.(?=\d)", "x", folded)
    return " ".join(re.findall(r"[a-z0-9]+", folded.replace("’", "").replace("'", "")))
