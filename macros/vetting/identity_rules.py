"""The rules for what could tell who somebody is: names, days, ways to reach them, places, and numbers of theirs.

Each is a pattern or a maintained detector, and none knows the case. They follow the lists of direct identifiers in the
ICO's guidance on personal data and in the courts' practice on anonymised judgments; CONTRIBUTING.md says what they
leave to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ipaddress import AddressValueError, IPv4Address

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban, luhn
from stdnum.gb import nhs, upn

from .day_rules import BIRTH, DAY, births, days
from .name_rules import NAME, TITLES, names
from .trace import Rule, Trace, checked, pattern

__all__ = ["BIRTH", "DAY", "NAME", "RULES", "TITLES", "days"]

_RING = "take it out; a helpline's belongs in data/helplines.yml"

_STREET = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Court|Place|Terrace|Gardens|Grove|Square|Walk|Mews|Way"
)


def telephones(text: str) -> Iterator[Trace]:
    """Telephone numbers, as libphonenumber reads them, however their digits are set apart."""
    if not _MAY_BE_A_TELEPHONE.search(text):
        return
    for found in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE):
        digits = sum(map(str.isdigit, found.raw_string))
        if digits >= 9 and (found.raw_string.lstrip("(")[:1] in "+0" or found.raw_string.startswith("44")):
            yield Trace(found.start, found.raw_string, "a telephone number", _RING)


_MAY_BE_A_TELEPHONE = re.compile(r"[+04](?:(?<=\+)|(?<=(?<!\d)0)|(?<=\b4)4)(?:[ ()./-]{0,3}\d){8,}")


def internet_addresses(text: str) -> Iterator[Trace]:
    """Addresses of somebody's machine; a paragraph's number such as 4.12.1.3 is none."""
    for found in re.finditer(r"\d(?<=(?<![\d.])\d)\d{0,2}(?:\.\d{1,3}){3}(?![\d.]*\d)", text):
        try:
            here = IPv4Address(found[0])
        except AddressValueError:
            continue
        if max(here.packed) > 99 and not here.is_loopback:
            yield Trace(found.start(), found[0], "an internet address", "take it out")


def mixed_alphabets(text: str) -> Iterator[Trace]:
    """Words in letters of two alphabets: one looks like another, so that no other rule knows the word."""
    for found in _OTHER_LETTERS.finditer(text) if _OTHER_LETTER.search(text) else ():
        if re.search("[A-Za-z]", found[0]) and not found[0].startswith("μ"):  # μg is a unit
            yield Trace(found.start(), found[0], "a word in letters of two alphabets", "type it again in one")


_OTHER_LETTER = re.compile(r"[\u0370-\u058f\u13a0-\u13ff]")
_OTHER_LETTERS = re.compile(r"[^\W\d_]*[\u0370-\u058f\u13a0-\u13ff][^\W\d_]*")


def _digits(valid: Callable[[str], bool]) -> Callable[[str], bool]:
    """The same test of a number whose digits may be set apart."""
    return lambda number: valid(re.sub(r"\D", "", number))


# A pattern that begins with a digit is found fast; that a word begins there is then looked up behind it.
_WORD_BEGINS = r"(?<=(?<!\w)\d)"
_LABELS = (
    "case|claim|crime|incident|file|patient|hospital|passport|licen[cs]e|account|custody|warrant|collar|badge|prison"
    "|prisoner|court|pupil|member|record|client|URN|CAD|log"
)
_APART = "[ ./-]{0,2}"

REACHED: tuple[Rule, ...] = (
    telephones,
    internet_addresses,
    pattern(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "an e-mail address", near=lambda text: "@" in text),
    pattern(
        r"[\w.+%-]+ ?[\[(]at[\])] ?[\w-]+(?: ?(?:\.|[\[(]dot[\])]) ?[\w-]+)+",
        "an e-mail address",
        flags=re.IGNORECASE,
        near=re.compile(r"[\[(]at[\])]", re.IGNORECASE).search,
    ),
    pattern(r"(?<![\w@/.\-])@[A-Za-z]\w{2,}(?![\w/])", "a name on a social network", near=lambda text: "@" in text),
)
"""Ways to reach somebody."""

PLACES: tuple[Rule, ...] = (
    pattern(
        r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?[ .-]?\d[ABD-HJLNP-UW-Z]{2})\b",
        "a postcode",
        near=re.compile(r"\d[A-Z]{2}").search,
    ),
    pattern(r"\b[a-z]{2}\d[a-z\d]?[ .-]\d[abd-hjlnp-uw-z]{2}\b", "a postcode", near=re.compile(r"\d[a-z]{2}").search),
    pattern(rf"\d{_WORD_BEGINS}\d{{0,3}}[a-zA-Z]?,? (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREET})\b", "a street address"),
    pattern(
        rf"\d{_WORD_BEGINS}\d{{0,3}}[a-z]?,? (?:[a-z]+ ){{1,2}}(?:street|road|avenue|crescent)\b", "a street address"
    ),
    pattern(
        r"\b(?:[Ff]lat|FLAT) \d{1,4}[A-Za-z]?\b", "a street address", near=re.compile("flat ", re.IGNORECASE).search
    ),
    pattern(r"-?\b\d{1,2}\.\d{4,}[ ,]{1,2}-?\d{1,3}\.\d{4,}", "a position", near=re.compile(r"\.\d{4}").search),
    pattern(r"///\w+\.\w+\.\w+", "a position", near=lambda text: "///" in text),
)
"""Where somebody lives."""

NUMBERED: tuple[Rule, ...] = (
    pattern(
        r"\b[A-Z]{2}[ -]?\d{2}[ -]?[ACDFPXZ][ -]?\d{5}\b"
        rf"|\b(?:{_LABELS}) (?:no|number|ref|reference|id)\b[.:\#]? ?"
        r"(?:[A-Z]{1,4}[ /-])?[A-Z/-]*\d[\w/-]{2,}"
        r"|\[(?:19|20)\d\d\] (?:UKSC|UKHL|EWCA|EWHC|EWFC|EWCOP|NIFam|CSOH|CSIH)\b[^.;,]{0,20}?\d+",
        "a case number",
        flags=re.IGNORECASE,
        near=re.compile(r"\d{5}| (?:no|number|ref|reference|id)\b[.:#]? ?[A-Z /-]*\d|\[\d{4}\]", re.IGNORECASE).search,
    ),
    checked(
        rf"\d{_WORD_BEGINS}\d{{2}}{_APART}\d{{3}}{_APART}\d{{4}}\b|\d{_WORD_BEGINS}\d{{5}}[ -]\d{{4}}\b",
        _digits(nhs.is_valid),
        "an NHS number",
    ),
    checked(r"\b[A-Z]\d{11}[A-Z\d]\b", upn.is_valid, "a pupil's number", near=re.compile(r"\d{11}").search),
    pattern(
        rf"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_APART}(?:\d{{2}}{_APART}){{3}}[A-D]\b",
        "a National Insurance number",
        flags=re.IGNORECASE,
        near=re.compile(rf"\d{{2}}{_APART}[A-D]\b", re.IGNORECASE).search,
    ),
    pattern(r"\b[A-Z9]{5}\d{6}[A-Z9]{2}\w{3}\b", "a driving licence's number", near=re.compile(r"\d{6}").search),
    pattern(r"\b[A-Z]\d{4}[A-Z]{2}\b", "a prisoner's number", near=re.compile(r"\d{4}[A-Z]").search),
    pattern(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", "a vehicle's registration", near=re.compile(r"\d{2} ?[A-Z]{3}").search),
    pattern(
        r"\b(?:sort code|account)\b[.:]? ?\d{2}[ -]?\d{2}[ -]?\d{2}",
        "a bank account",
        flags=re.IGNORECASE,
        near=re.compile(r"[sSaA](?:ort code|ort Code|ORT CODE|ccount|CCOUNT)").search,
    ),
    checked(
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b",
        iban.is_valid,
        "a bank account",
        near=re.compile(r"[A-Z]{2}\d{2}").search,
    ),
    checked(
        rf"\d{_WORD_BEGINS}\d{{3}}(?:[ -]?\d{{4}}){{2}}[ -]?\d{{1,7}}\b",
        _digits(luhn.is_valid),
        "a payment card's number",
        near=re.compile(r"\d{4}[ -]?\d{4}[ -]?\d{4}").search,
    ),
)
"""Numbers that stand for one person, one case or one thing of theirs."""

RULES: tuple[Rule, ...] = (names, mixed_alphabets, births, *REACHED, *PLACES, *NUMBERED)
"""The rules for every text that is published."""
