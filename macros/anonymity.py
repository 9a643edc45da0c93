"""What could tell who somebody is: found before it is published, in data, pages, file names and metadata.

Each rule is a pattern or a maintained detector; none knows the case. A finding stands until it is mended or allowed,
with a reason, in data/allowed.yml.
"""

from __future__ import annotations

import functools
import importlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum.gb import nhs, upn

from .complaints import Complaint
from .dates import MONTHS

LOCALES = ("en_GB", "en_IE", "en_IN", "en_NG", "en_PK", "en_US", "en_KE", "fr_FR", "pl_PL", "pt_PT", "ro_RO", "tr_TR")
"""Whose given names are known: faker's lists for the languages that are spoken most where these reviews are written."""


@dataclass(frozen=True)
class Trace:
    """Something that could tell who somebody is."""

    start: int
    text: str
    what: str
    right: str


NAME = "what looks like a name"

Rule = Callable[[str], Iterator[Trace]]

_DAY = rf"(?:[12]?\d|3[01])(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}),?\s+(?:19|20)\d\d"
_DAY_IN_DIGITS = r"(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d|[0-3]?\d[/.][01]?\d[/.](?:19|20)?\d\d"
_FULL_DATE = rf"\b(?:{_DAY}|{_DAY_IN_DIGITS})\b"
_STREET = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Court|Place|Terrace|Gardens|Grove|Square|Walk|Mews|Way"
)


def _pattern(pattern: str, what: str, right: str, flags: re.RegexFlag = re.NOFLAG) -> Rule:
    compiled = re.compile(pattern, flags)

    def rule(text: str) -> Iterator[Trace]:
        for found in compiled.finditer(text):
            yield Trace(found.start(), found[0], what, right)

    return rule


def _numbers(pattern: str, valid: Callable[[str], bool], what: str) -> Rule:
    """Numbers with a check digit, so that others of their length pass."""

    def rule(text: str) -> Iterator[Trace]:
        for found in re.finditer(pattern, text):
            if valid(found[0]):
                yield Trace(found.start(), found[0], what, "take it out")

    return rule


def telephones(text: str) -> Iterator[Trace]:
    """Telephone numbers, as libphonenumber reads them."""
    if re.search(r"[+0]\d[\d ()-]{7,}\d", text):
        for found in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE):
            digits = sum(map(str.isdigit, found.raw_string))
            if digits >= 9 and found.raw_string.lstrip("(")[:1] in "+0":
                yield Trace(found.start, found.raw_string, "a telephone number", "one to ring belongs in helplines.yml")


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of many languages, without accents. A month is not one, nor is a letter."""
    names: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "first_names_female", "first_names_male"):
            names.update(getattr(provider, kind, ()))
    return frozenset(_plain(name) for name in names if len(name) > 2 and name not in MONTHS and name.isalpha())


def _plain(word: str) -> str:
    """A word without its accents."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))


def names(text: str) -> Iterator[Trace]:
    """A title with a name, and given names with what looks like a surname behind them."""
    for found in _NAME.finditer(text):
        word, surname = found["given"], found["rest"]
        if not (found["title"] or _plain(word) in given_names()):
            continue
        if word in _ALSO_WORDS and not (found["title"] or surname) and _begins(text, found.start()):
            continue
        yield Trace(found.start(), found[0] + surname, NAME, "name the role instead")


_NAME = re.compile(
    r"\b(?P<title>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|PC|DC|DS|DI|Judge)\.?\s+)?"
    r"(?P<given>[A-ZÀ-Þ][^\W\d_]+|(?<=\s)[A-Z]{1,3}\b)\b"
    r"(?=(?P<rest>(?:\s+[A-ZÀ-Þ][a-zß-ÿ]+(?:[-’'][A-ZÀ-Þ][a-zß-ÿ]+)?)?))"
)
_ALSO_WORDS = frozenset({"Bill", "Mark", "Rob", "Will"})
"""Given names that begin a sentence as words, too."""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a value, begins there."""
    return bool(re.search(r"(?:^|[.!?:#>“\"'\-]\s*)$", text[:start][-4:]))


DAYS = _pattern(_FULL_DATE, "a full date", "give the month, unless the document is published with the day")
"""In a review only: a day can tell who somebody is."""

RULES: tuple[Rule, ...] = (
    names,
    telephones,
    _pattern(
        rf"\b(?:born|birth|DOB|D\.O\.B\.)[^.\n]{{0,40}}?{_FULL_DATE}|{_FULL_DATE}[^.\n]{{0,20}}?\b(?:born|birth)\b",
        "a date of birth",
        "give the age, or the month",
        re.IGNORECASE,
    ),
    _pattern(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})\b", "a postcode", "take it out"),
    _pattern(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "an e-mail address", "take it out"),
    _pattern(rf"\b\d{{1,4}}[a-z]?,?\s+(?:[A-Z][a-z]+\s+){{1,3}}(?:{_STREET})\b", "a street address", "take it out"),
    _pattern(
        r"\b[A-Z]{2}\d{2}[ACDFPXZ]\d{5}\b"
        r"|\b(?:case|claim|crime|incident|file|patient|hospital)\s+(?:no|number|ref|reference)\b[.:]?\s*[A-Z/-]*\d[\w/-]{2,}",
        "a case number",
        "take it out",
        re.IGNORECASE,
    ),
    _numbers(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b", nhs.is_valid, "an NHS number"),
    _numbers(r"\b[A-Z]\d{11}[A-Z\d]\b", upn.is_valid, "a pupil's number"),
)

_ADDRESS = re.compile(r"https?://[^\s)>\"]+")
"""Addresses of pages are not read: they are other people's words."""


@functools.lru_cache(maxsize=4096)
def traces(text: str, of_review: bool) -> tuple[Trace, ...]:
    """All that the rules find in a text; days only where it is of a review."""
    read = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return tuple(longest(trace for rule in (*RULES, *((DAYS,) if of_review else ())) for trace in rule(read)))


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

    def without(self, text: str) -> str:
        """A text with each declared phrase blanked out, so that its words are found only where they stand alone."""
        return self._pattern.sub(lambda found: re.sub(r"\S", " ", found[0]), text) if self.phrases else text

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        flexible = [r"\s+".join(map(re.escape, each.split())) for each in sorted(self.phrases, key=len, reverse=True)]
        return re.compile("|".join(flexible))


def declared(names: Iterable[str], allowed: Iterable[str]) -> Known:
    """What the data declares: of all its names, only those in which a rule finds something are kept."""
    return Known(tuple(sorted({name for name in names if traces(name, of_review=True)})), frozenset(allowed))


@dataclass(frozen=True)
class Text:
    """A piece of what is published: where it stands, and in which record each of its lines is."""

    path: str
    text: str
    record_at: Callable[[int], str]
    place: str = ""
    """Where in the file, if not on a line that can be opened: 'its name', 'the author in its metadata'."""


def complaints(texts: Iterable[Text], known: Known) -> tuple[list[Complaint], set[str]]:
    """Every trace that is neither declared nor allowed; and the allowances that something needs."""
    found: list[Complaint] = []
    needed: set[str] = set()
    for each in texts:
        text = known.without(unicodedata.normalize("NFC", each.text))
        for trace in traces(text, of_review="/reviews/" in each.path):
            words = " ".join(trace.text.split())
            if words in known.allowed:
                needed.add(words)
            else:
                line = 1 if each.place else text.count("\n", 0, trace.start) + 1
                wrong = f"“{words}” is {trace.what}" + (f", in {each.place}" if each.place else "")
                right = f"{trace.right}, or allow it with a reason in data/allowed.yml"
                found.append(Complaint(each.path, line, each.record_at(line), wrong, right))
    return found, needed
