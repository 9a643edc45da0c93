"""Records as tables to open in a spreadsheet: each column says what it holds, and what stands in it for a record."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from ..collection import Review, addresses
from ..records import Event, Finding, Paragraph, Place, Recommendation, Record, Track
from .shapes import LICENCE

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its name, its type as Frictionless calls it, what it holds, and that for one record of a review."""

    name: str
    type: str
    what: str
    cell: Callable[[Review, R], str]


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """One kind of record as a table."""

    name: str
    what: str
    columns: tuple[Column[R], ...]
    records: Callable[[Review], Iterable[R]]
    """The rows of a review, in the order of its pages."""


BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet on Windows takes the text for another encoding, and its quotation marks for letters."""
SAID_OF_THE_MARK = "Each table is UTF-8 and begins with a byte-order mark, so that spreadsheets read its letters right."


def written(sheet: Sheet[Any], reviews: Iterable[Review]) -> str:
    """A table of reviews as RFC 4180 has it, safe to open: no cell begins a formula, and its letters are read right."""
    text = io.StringIO()
    text.write(BYTE_ORDER_MARK)
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(column.name for column in sheet.columns)
    for review in reviews:
        for record in sheet.records(review):
            out.writerow(safe(column.cell(review, record)) for column in sheet.columns)
    return text.getvalue()


def safe(cell: str) -> str:
    """A cell that a spreadsheet shows and does not compute: an apostrophe stands before what could begin a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _several(values: Iterable[str | Place]) -> str:
    return "; ".join(map(str, values))


def _day(day: date) -> str:
    return day.isoformat() if date.min < day < date.max else ""


_REVIEW: Column[Any] = Column("review", "string", "The review's id.", lambda review, each: review.slug)

_ID: Column[Any] = Column(
    "id", "string", "The record's id: the last part of its address.", lambda review, each: each.id
)

_TITLE: Column[Any] = Column("title", "string", "What it is, in a line.", lambda review, each: each.title)

_CITES: Column[Any] = Column(
    "cites",
    "string",
    "Where the document says it: paragraphs' numbers, 'cover', recommendations' ids.",
    lambda review, each: _several(each.cites),
)

_AGENCIES: Column[Any] = Column(
    "agencies", "string", "The ids of the agencies that it concerns.", lambda review, each: _several(each.agencies)
)

_THEMES: Column[Any] = Column("themes", "string", "The ids of its themes.", lambda review, each: _several(each.themes))

_END: tuple[Column[Any], ...] = (
    Column(
        "address",
        "string",
        "Its address from the site's root.",
        lambda review, each: addresses.of(review.slug, each),
    ),
    Column("source", "string", "The title of the document that it restates.", lambda review, each: review.head.title),
    Column("licence", "string", "The licence of this text, by its SPDX name.", lambda review, each: LICENCE),
)

RECOMMENDATIONS = Sheet[Recommendation](
    "recommendations",
    "The recommendations",
    (
        _REVIEW,
        _ID,
        Column("label", "string", "How readers see its id.", lambda review, each: review.label(each)),
        _TITLE,
        Column("text", "string", "What it asks for, restated.", lambda review, each: each.text),
        Column(
            "addressees",
            "string",
            "The ids of the agencies that it addresses, by name or by heading.",
            lambda review, each: _several(review.addressees(each)),
        ),
        Column(
            "addressed_by_heading",
            "string",
            "Those of them whom only the heading of its list names.",
            lambda review, each: _several(review.addressed_by_heading(each)),
        ),
        Column(
            "asks_for",
            "string",
            "What kind of act it asks for.",
            lambda review, each: _several(act.value for act in each.asks_for),
        ),
        _THEMES,
        Column(
            "responds_to",
            "string",
            "The ids of the findings that it responds to, each with the link's basis.",
            lambda review, each: _several(f"{link.finding} ({link.basis.value})" for link in each.responds_to),
        ),
        Column(
            "events",
            "string",
            "The ids of the events in its chain.",
            lambda review, each: _several(review.events_behind(each)),
        ),
        *_END,
    ),
    lambda review: review.recommendations.values(),
)

TIMELINE = Sheet[Event](
    "timeline",
    "The events",
    (
        _REVIEW,
        _ID,
        Column("track", "string", "'case' or 'review'.", lambda review, each: each.track.value),
        _TITLE,
        Column(
            "date",
            "string",
            "In EDTF; empty where the document gives none.",
            lambda review, each: str(each.date or ""),
        ),
        Column("date_words", "string", "The date for a reader.", lambda review, each: each.when),
        Column(
            "first_day",
            "date",
            "The first day that is possible.",
            lambda review, each: _day(review.possible[each.id][0]),
        ),
        Column(
            "last_day",
            "date",
            "The last day that is possible.",
            lambda review, each: _day(review.possible[each.id][1]),
        ),
        Column("text", "string", "What happened, restated.", lambda review, each: each.text),
        _CITES,
        _AGENCIES,
        _THEMES,
        *_END,
    ),
    lambda review: (event for track in Track for event in review.track(track)),
)

FINDINGS = Sheet[Finding](
    "findings",
    "The findings",
    (
        _REVIEW,
        _ID,
        Column("kind", "string", "What it says.", lambda review, each: each.kind.value),
        _TITLE,
        Column("text", "string", "What was found, restated.", lambda review, each: each.text),
        _CITES,
        _AGENCIES,
        _THEMES,
        Column(
            "events",
            "string",
            "The ids of the events behind it, each with the link's basis.",
            lambda review, each: _several(f"{link.event} ({link.basis.value})" for link in each.events),
        ),
        Column(
            "recommendations",
            "string",
            "The ids of the recommendations, each with the link's basis.",
            lambda review, each: _several(
                f"{rec.id} ({link.basis.value})" for rec, link in review.answers_to.get(each.id, ())
            ),
        ),
        *_END,
    ),
    lambda review: review.findings.values(),
)

PARAGRAPHS = Sheet[Paragraph](
    "paragraphs",
    "The paragraphs",
    (
        _REVIEW,
        Column("number", "string", "Its number as the document prints it.", lambda review, each: str(each.place)),
        Column("gist", "string", "All of it, restated.", lambda review, each: each.gist),
        Column(
            "terms",
            "string",
            "The ids of the glossary's terms that it uses.",
            lambda review, each: _several(each.terms),
        ),
        *_END,
    ),
    lambda review: review.paragraphs.values(),
)

SHEETS: tuple[Sheet[Any], ...] = (RECOMMENDATIONS, TIMELINE, FINDINGS, PARAGRAPHS)
