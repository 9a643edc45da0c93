"""What could tell who somebody is: found before it is published, in data, pages, file names and metadata.

Each rule is a pattern or a maintained detector; none knows the case. A finding stands until it is mended or allowed,
with a reason, in data/allowed.yml.
"""

from __future__ import annotations

import functools
import html
import importlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum.gb import nhs, upn

from ..reading import MONTHS, Complaint

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


@dataclass(frozen=True)
class Trace:
    """Something that could tell who somebody is."""

    start: int
    text: str
    what: str
    right: str
    doubt: tuple[str, str] | None = None
    """For a word that is seldom a name: it, and the word behind it; common words make it none."""


NAME = "what looks like a name"

_RING = "take it out; a helpline's belongs in data/helplines.yml"

Rule = Callable[[str], Iterator[Trace]]

_MONTH = "(?:" + "|".join(rf"{month[:3]}(?:{month[3:]}|\.)?" for month in MONTHS) + ")"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_FULL_DATE = (
    rf"\b(?:{_NUMBER} (?:of )?{_MONTH},? {_YEAR}|{_MONTH} {_NUMBER},? {_YEAR}"
    rf"|{_YEAR}[-/](?:0\d|1[0-2])[-/][0-3]\d|[0-3]?\d[-/.][01]?\d[-/.](?:{_YEAR}|\d\d))\b"
)
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
                yield Trace(found.start, found.raw_string, "a telephone number", _RING)


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


def _plain(word: str) -> str:
    """A word in small letters without its accents."""
    decomposed = unicodedata.normalize("NFD", word.replace("Ł", "L").replace("ł", "l").lower())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def names(text: str) -> Iterator[Trace]:
    """A title with a name, and given names with what looks like a surname behind them."""
    for found in _NAME.finditer(text):
        word, surname = found["given"], found["rest"]
        plain, doubt = _plain(word), None
        if not found["title"]:
            known = plain in given_names() or plain in given_names(wide=True)
            if not known or (word.isupper() and not surname.strip().isupper()):
                continue
            alone = not surname or _begins(text, found.start())
            if word in _ALSO_WORDS | _PLACES and alone:
                continue
            if plain not in given_names():
                doubt = (plain, "" if alone else surname.split()[0].lower())
        yield Trace(found.start(), found[0] + surname, NAME, "name the role instead", doubt)


_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Cllr|Councillor|PC|DC|DS|DI|Sgt"
    "|Sergeant|Constable|Inspector|Judge|Justice|Nurse|Sister"
)
_PARTICLES = "van der |van |de |der |el |al |bin |ibn |O[’']"
_WORD = r"[^\W\d_a-z][^\W\d_]+"
_NAME = re.compile(
    rf"\b(?P<title>(?:{_TITLES})\.? (?:{_PARTICLES})?)?(?P<given>{_WORD}|(?<= )[A-Z]{{1,3}}\b)\b"
    rf"(?=(?P<rest>(?: (?:{_PARTICLES})?{_WORD}(?:[-’']{_WORD})?)?))"
)
_ALSO_WORDS = frozenset({"Bill", "Mark", "Rob", "Will"})
"""Given names that begin a sentence as words, too."""
_PLACES = frozenset({"Ireland", "Israel", "London", "Queen", "Royal", "West", "North", "East", "South", "England"})
"""Given names that are more often something else."""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a value, begins there."""
    return bool(re.search(r"(?:^|[.!?:#>“\"'\-]\s*)$", text[:start][-4:]))


DAYS = _pattern(_FULL_DATE, "a full date", "give the month: a day can tell who somebody is", re.IGNORECASE)
"""In a review only: a day can tell who somebody is."""

RULES: tuple[Rule, ...] = (
    names,
    telephones,
    _pattern(
        rf"\b(?:born|birth|DOB|D\.O\.B\.)[^.]{{0,40}}?{_FULL_DATE}|{_FULL_DATE}[^.]{{0,20}}?\b(?:born|birth)\b",
        "a date of birth",
        "give the age, or the month",
        re.IGNORECASE,
    ),
    _pattern(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", "a postcode", "take it out"),
    _pattern(r"\b[a-z]{2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b", "a postcode", "take it out"),
    _pattern(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "an e-mail address", "take it out"),
    _pattern(rf"\b\d{{1,4}}[a-zA-Z]?,? (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREET})\b", "a street address", "take it out"),
    _pattern(r"\b\d{1,4}[a-z]?,? (?:[a-z]+ ){1,2}(?:street|road|avenue|crescent)\b", "a street address", "take it out"),
    _pattern(
        r"\b[A-Z]{2}\d{2}[ACDFPXZ]\d{5}\b"
        r"|\b(?:case|claim|crime|incident|file|patient|hospital) (?:no|number|ref|reference)\b[.:]? ?"
        r"(?:[A-Z]{1,4}[ /-])?[A-Z/-]*\d[\w/-]{2,}",
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
    """All that the rules find in a text, however its lines are broken; days only where it is of a review."""
    folded, at = _folded(_ADDRESS.sub(lambda found: " " * len(found[0]), text))
    rules = (*RULES, *((DAYS,) if of_review else ()))
    found = (trace for rule in rules for trace in rule(folded))
    return tuple(replace(trace, start=at(trace.start)) for trace in longest(found))


def _folded(text: str) -> tuple[str, Callable[[int], int]]:
    """A text with each run of white space as one space, and where a place in it was before."""
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    offsets: list[int] = []
    for found in re.finditer(r"\s+|\S+", text):
        piece = " " if found[0].isspace() else found[0]
        starts.append(length)
        offsets.append(found.start())
        pieces.append(piece)
        length += len(piece)

    def at(place: int) -> int:
        number = bisect_right(starts, place) - 1
        return offsets[number] + place - starts[number]

    return "".join(pieces), at


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
        return re.compile(rf"(?<!\w)(?:{'|'.join(flexible)})(?!\w)")


def declared(names: Iterable[str], allowed: Iterable[str]) -> Known:
    """What the data declares: of all its names, those in which a rule finds something, and no title with a name."""
    found = {name for name in names if traces(name, of_review=True) and not re.search(rf"\b(?:{_TITLES})\b", name)}
    return Known(tuple(sorted(found)), frozenset(allowed))


@dataclass(frozen=True)
class Text:
    """A piece of what is published: where it stands, and in which record each of its lines is."""

    path: str
    text: str
    record_at: Callable[[int], str]
    place: str = ""
    """Where in the file, if not on a line that can be opened: 'its name', 'the author in its metadata'."""


_SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")
"""A word in small letters."""


def complaints(texts: Iterable[Text], known: Known) -> tuple[list[Complaint], set[str]]:
    """Every trace that is neither declared nor allowed; and the allowances that something needs."""
    found: list[Complaint] = []
    needed: set[str] = set()
    read = [(each, unicodedata.normalize("NFC", html.unescape(each.text))) for each in texts]
    common = frozenset(
        word for each, text in read if not each.place for word in _SMALL.findall(_ADDRESS.sub(" ", text))
    )
    for each, whole in read:
        text = known.without(whole)
        for trace in traces(text, "/reviews/" in each.path):
            if trace.doubt and trace.doubt[0] in common and (not trace.doubt[1] or trace.doubt[1] in common):
                continue  # a word that the texts use in small letters too
            words = " ".join(trace.text.split())
            if words in known.allowed:
                needed.add(words)
            else:
                line = 1 if each.place else text.count("\n", 0, trace.start) + 1
                wrong = f"“{words}” is {trace.what}" + (f", in {each.place}" if each.place else "")
                right = f"{trace.right}, or allow it with a reason in data/allowed.yml"
                found.append(Complaint(each.path, line, each.record_at(line), wrong, right))
    return found, needed
