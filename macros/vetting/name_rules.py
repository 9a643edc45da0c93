"""The rule for names: titles with a name behind them, and given names of many languages."""

from __future__ import annotations

import functools
import importlib
import re
import unicodedata
from collections.abc import Iterator

from ..reading import MONTHS
from .trace import Trace

LOCALES = (
    "en_GB",
    "en_IE",
    "en_IN",
    "en_NG",
    "en_PK",
    "en_US",
    "en_KE",
    "fr_FR",
    "pl_PL",
    "pt_PT",
    "ro_RO",
    "tr_TR",
)
"""Whose given names are known: faker's lists for the languages that are spoken most where these reviews are written."""

NAME = "what looks like a name"


@functools.cache
def given_names(wide: bool = False) -> frozenset[str]:
    """Given names of many languages, in small letters without accents: no month, no letter.

    The ``wide`` list knows more of them, and words that are seldom names.
    """
    names: set[str] = set()
    for locale in ("en",) if wide else LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "first_names_female", "first_names_male"):
            names.update(getattr(provider, kind, ()))
    words = {_plain(name) for name in names if name.isalpha()} - {month.lower() for month in MONTHS}
    return frozenset(word for word in words if len(word) > (3 if wide else 2))


@functools.lru_cache(maxsize=8192)  # the same few thousand words stand everywhere
def _known(word: str) -> tuple[str, bool, bool]:
    """A word in small letters without its accents, and whether it is a given name, and in the wide list."""
    plain = _plain(word)
    return plain, plain in given_names(), plain in given_names(wide=True)


def _plain(word: str) -> str:
    """A word in small letters without its accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.replace("Ł", "L").replace("ł", "l").lower())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def names(text: str) -> Iterator[Trace]:
    """A title with a name, and given names with what looks like a surname behind them."""
    for found in _NAME.finditer(text):
        word, surname = found["given"], found["rest"]
        (plain, is_given, is_wide), doubt = _known(word), None
        if not found["title"]:
            if not (is_given or is_wide) or (word.isupper() and not surname.strip().isupper()):
                continue
            alone = not surname or _begins(text, found.start())
            if word in _ALSO_WORDS | _PLACES and alone:
                continue
            if not is_given:
                doubt = (plain, "" if alone else surname.split()[0].lower())
        yield Trace(found.start(), found[0] + surname, NAME, "name the role instead", doubt)


TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Cllr|Councillor|PC|DC|DS|DI|Sgt"
    "|Sergeant|Constable|Inspector|Judge|Justice|Nurse|Sister"
)
_PARTICLES = "van der |van |de |der |el |al |bin |ibn |O[’']"
_WORD = r"[^\W\d_a-z][^\W\d_]+"
_NAME = re.compile(
    rf"(?<![^\W\d_])(?P<title>(?:{TITLES})(?:\. ?| )(?:{_PARTICLES})?)?"
    rf"(?P<given>{_WORD}|(?<=[ .])[A-Z]{{1,3}}\b)(?![^\W\d_])"
    rf"(?=(?P<rest>(?: (?:{_PARTICLES})?{_WORD}(?:[-’']{_WORD})?)?))"
)
_ALSO_WORDS = frozenset({"Bill", "Mark", "Rob", "Will"})
"""Given names that begin a sentence as words, too."""
_PLACES = frozenset({"Ireland", "Israel", "London", "Queen", "Royal", "West", "North", "East", "South", "England"})
"""Given names that are more often something else."""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a value, begins there."""
    return bool(re.search(r"(?:^|[.!?:#>“\"'\-]\s*)$", text[max(0, start - 4) : start]))
