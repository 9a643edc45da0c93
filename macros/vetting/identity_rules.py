"""The rules for what could tell who somebody is: each a pattern or a maintained detector; none knows the case."""

from __future__ import annotations

import functools
import importlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum.gb import nhs, upn

from ..reading import MONTHS

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


def _pattern(
    pattern: str,
    what: str,
    right: str = "take it out",
    flags: re.RegexFlag = re.NOFLAG,
    near: Callable[[str], object] = bool,
) -> Rule:
    """A rule by a pattern. It is tried only on a text for which the quicker ``near`` says that it may match."""
    compiled = re.compile(pattern, flags)

    def rule(text: str) -> Iterator[Trace]:
        if near(text):
            for found in compiled.finditer(text):
                yield Trace(found.start(), found[0], what, right)

    return rule


_IN_A_DATE = re.compile(
    rf"\d(?:[-/.]\d\d?[-/.]\d|\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}|\d?(?:st|nd|rd|th)?,? {_YEAR})", re.IGNORECASE
)


@functools.lru_cache(maxsize=16)  # two rules ask
def _may_hold_a_date(text: str) -> bool:
    """Whether a full date may stand in a text: it has a digit behind which a date goes on, or ends."""
    return bool(_IN_A_DATE.search(text))


def _numbers(pattern: str, valid: Callable[[str], bool], what: str, near: Callable[[str], object] = bool) -> Rule:
    """Numbers with a check digit, so that others of their length pass; ``near`` as above."""
    compiled = re.compile(pattern)

    def rule(text: str) -> Iterator[Trace]:
        for found in compiled.finditer(text) if near(text) else ():
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
    rf"\b(?P<title>(?:{TITLES})\.? (?:{_PARTICLES})?)?(?P<given>{_WORD}|(?<= )[A-Z]{{1,3}}\b)\b"
    rf"(?=(?P<rest>(?: (?:{_PARTICLES})?{_WORD}(?:[-’']{_WORD})?)?))"
)
_ALSO_WORDS = frozenset({"Bill", "Mark", "Rob", "Will"})
"""Given names that begin a sentence as words, too."""
_PLACES = frozenset({"Ireland", "Israel", "London", "Queen", "Royal", "West", "North", "East", "South", "England"})
"""Given names that are more often something else."""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a value, begins there."""
    return bool(re.search(r"(?:^|[.!?:#>“\"'\-]\s*)$", text[max(0, start - 4) : start]))


DAYS = _pattern(
    _FULL_DATE,
    "a full date",
    "give the month: a day can tell who somebody is",
    re.IGNORECASE,
    near=_may_hold_a_date,
)
"""In a review only: a day can tell who somebody is."""

# A pattern that begins with a digit is found fast; that a word begins there is then looked up behind it.
_WORD_BEGINS = r"(?<=(?<!\w)\d)"

RULES: tuple[Rule, ...] = (
    names,
    telephones,
    _pattern(
        rf"\b(?:born|birth|DOB|D\.O\.B\.)[^.]{{0,40}}?{_FULL_DATE}|{_FULL_DATE}[^.]{{0,20}}?\b(?:born|birth)\b",
        "a date of birth",
        "give the age, or the month",
        re.IGNORECASE,
        near=_may_hold_a_date,
    ),
    _pattern(
        r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b",
        "a postcode",
        near=re.compile(r"\d[A-Z]{2}").search,
    ),
    _pattern(r"\b[a-z]{2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b", "a postcode", near=re.compile(r"\d[a-z]{2}").search),
    _pattern(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "an e-mail address", near=lambda text: "@" in text),
    _pattern(rf"\d{_WORD_BEGINS}\d{{0,3}}[a-zA-Z]?,? (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREET})\b", "a street address"),
    _pattern(
        rf"\d{_WORD_BEGINS}\d{{0,3}}[a-z]?,? (?:[a-z]+ ){{1,2}}(?:street|road|avenue|crescent)\b", "a street address"
    ),
    _pattern(
        r"\b[A-Z]{2}\d{2}[ACDFPXZ]\d{5}\b"
        r"|\b(?:case|claim|crime|incident|file|patient|hospital) (?:no|number|ref|reference)\b[.:]? ?"
        r"(?:[A-Z]{1,4}[ /-])?[A-Z/-]*\d[\w/-]{2,}",
        "a case number",
        flags=re.IGNORECASE,
        near=re.compile(r"\d{5}| (?:no|number|ref|reference)\b[.:]? ?[A-Z /-]*\d", re.IGNORECASE).search,
    ),
    _numbers(rf"\d{_WORD_BEGINS}\d{{2}}[ -]?\d{{3}}[ -]?\d{{4}}\b", nhs.is_valid, "an NHS number"),
    _numbers(r"\b[A-Z]\d{11}[A-Z\d]\b", upn.is_valid, "a pupil's number", near=re.compile(r"\d{11}").search),
)
