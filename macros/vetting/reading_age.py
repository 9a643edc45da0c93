"""How old a reader must be to follow what is written: a hint for whoever writes, and never a complaint.

Measured by the Automated Readability Index, which counts letters, words and sentences; its school year and five more
is an age. Stretches in quotation marks are the document's, and names and terms of art have their meaning at hand: both
count as one short word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..collection import Collection
from ..reading import Complaint
from .fidelity import Said, texts

AIM = (12, 14)
"""The ages at which readers should be able to follow."""
HARD = 16
"""Above this age a text is named; short ones are measured too roughly to name them sooner."""
ENOUGH = 15
"""Of fewer words than this an index says nothing."""
NAMED = 10
"""So many of the hardest texts are named."""

_QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Measured:
    """The texts of a review, measured."""

    ages: tuple[int, ...]
    """The age of each text, the youngest first."""
    hints: tuple[Complaint, ...]
    """The hardest texts, the hardest first."""

    @property
    def middle(self) -> int:
        """The age at which a reader follows half of the texts; the aim's where there is none to measure."""
        return self.ages[len(self.ages) // 2] if self.ages else AIM[0]


def measured(collection: Collection) -> Iterator[tuple[str, Measured]]:
    """Each review that is no draft, with its texts measured. Raises ImportError where `textstat` is not installed."""
    names = _names(collection)
    for slug, review in collection.without_drafts().reviews.items():
        found = [(age(said.text, names), said) for said in texts(review) if len(said.text.split()) >= ENOUGH]
        hard = sorted((each for each in found if each[0] > HARD), key=lambda each: -each[0])
        hints = tuple(
            said.complain(f"`{_key(said)}` has a reading age of {years}", "try shorter sentences and plainer words")
            for years, said in hard[:NAMED]
        )
        yield slug, Measured(tuple(sorted(years for years, _ in found)), hints)


def _key(said: Said) -> str:
    return next(key for key in reversed(said.keys) if isinstance(key, str))


def age(text: str, names: re.Pattern[str]) -> int:
    """The age of a reader who follows a text, in whole years."""
    import textstat  # here, because only whoever checks needs it

    plain = names.sub("it", _QUOTED.sub("it", text)).rstrip(".") + "."
    return round(float(textstat.automated_readability_index(plain)) + 5)


def names_of(names: Iterable[str]) -> re.Pattern[str]:
    """What finds names and terms in a text, the longest first."""
    longest_first = sorted(set(names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def _names(collection: Collection) -> re.Pattern[str]:
    terms = (name for term in collection.terms.values() for name in (term.term, term.short) if name)
    agencies = (name for agency in collection.agencies.values() for name in (agency.name, agency.label))
    return names_of([*terms, *agencies])
