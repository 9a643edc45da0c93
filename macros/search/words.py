"""The words that people type: other names from the data, other forms and spellings, and every word there is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..collection import Collection
from . import codes
from .entries import KINDS, Batch, Entry

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_FEWEST = 3
"""So many letters a word has at least that a slip of the pen is mended to."""


@dataclass(frozen=True)
class Name:
    """Something that has other names."""

    shown: str
    """What a result says was found for one of them."""
    names: tuple[str, ...]
    """What it is called in texts."""
    also: tuple[str, ...]
    code: str = ""
    """What stands for it in the index; nothing for a plain word."""


def names(collection: Collection) -> Iterator[Name]:
    """Agencies, themes, terms and everyday words, each with what else people call it."""
    for agency in collection.agencies.values():
        yield Name(
            agency.label,
            tuple(dict.fromkeys((agency.name, agency.label))),
            agency.also,
            *codes.about("agency", [agency.id]),
        )
    for theme in collection.themes.values():
        yield Name(theme.title, (theme.title,), theme.also, *codes.about("theme", [theme.id]))
    for term in collection.terms.values():
        yield Name(
            term.term, (term.term, *([term.short] if term.short else [])), term.also, *codes.about("term", [term.id])
        )
    for word in collection.words:
        yield Name(word.word, (word.word,), word.also)


def table(named: Sequence[Name], batches: Iterable[Batch], letters: Iterable[str]) -> Mapping[str, Any]:
    """What the search knows before it asks the index; small, since what reviews share grows slowly."""
    return {
        "letters": "".join(sorted(letters)),
        "kinds": {key: [kind.one, kind.many, kind.mark] for key, kind in KINDS.items()},
        "entries": sum(len(batch.entries) for batch in batches),
        "names": [[each.shown, each.code, each.names] for each in named],
    }


def by_letter(named: Sequence[Name], vocabulary: Mapping[str, int]) -> Mapping[str, Mapping[str, Any]]:
    """What the search knows of words by their first letters ('0' for any digit), so that it reads only what is typed.

    `words` are those to which a slip of the pen may be mended, with how often each stands in the index; `forms` lead to
    other forms of a word, and `also`, each other name to its places in the table's names.
    """
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: {"words": {}, "forms": {}, "also": {}})
    for word, number in sorted(vocabulary.items()):
        if len(word) >= _FEWEST and word[0].isascii() and not any(map(str.isdigit, word)):
            found[word[0]]["words"][word] = number
    for typed, meant in forms(vocabulary).items():
        found[typed[0]]["forms"][typed] = meant
    for place, each in enumerate(named):
        for other in each.also:
            first = next(words(other))[0]
            found["0" if first.isdigit() else first]["also"].setdefault(other, []).append(place)
    return found


def counted(named: Sequence[Name], batches: Iterable[Batch]) -> Mapping[str, int]:
    """Every word of the entries, folded, with how often it stands there; 0 for a word of the other names alone."""
    texts = (text for batch in batches for entry in batch.entries for text in _texts(entry))
    found = Counter(word for text in texts for word in words(text))
    other = (text for name in named for text in (*name.names, *name.also))
    return {word: found[word] for word in (*found, *(word for text in other for word in words(text)))}


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters, without accents and apostrophes; those with a hyphen also in parts."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()
    for found in _WORD.findall(plain):
        bare = re.sub("['’]", "", found)
        yield bare.replace("-", "")
        if "-" in bare:
            yield from bare.split("-")


def forms(vocabulary: Mapping[str, int]) -> Mapping[str, list[str]]:
    """What else may be typed for words of the vocabulary: 'took' for 'take', 'pediatrician' for 'paediatrician'."""
    found: dict[str, set[str]] = defaultdict(set)
    for typed, word in (*_american(vocabulary), *_irregular(vocabulary)):
        if typed != word:
            found[typed].add(word)
    return {typed: sorted(meant) for typed, meant in sorted(found.items())}


def _american(vocabulary: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    from breame.spelling import british_spelling_exists, get_american_spelling  # here: only a build needs it

    for word in vocabulary:
        if british_spelling_exists(word):
            yield get_american_spelling(word), word


def _irregular(vocabulary: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Forms that share no beginning with the word; the index knows the others by their stems."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    lemma_of = DEFAULT_DICTIONARY_FACTORY.get_dictionary("en")
    known: dict[str, set[str]] = defaultdict(set)
    for word in vocabulary:
        known[lemma_of.get(word, word)].add(word)
    for form in lemma_of:
        for word in known.get(lemma_of[form], ()):
            alike = form.startswith(word[: max(3, len(word) - 2)]) or word.startswith(form)
            if form.isalpha() and form.islower() and not alike:
                yield form, word


def _texts(entry: Entry) -> tuple[str, ...]:
    return entry.heading, entry.note, entry.text
