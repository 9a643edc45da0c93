"""Records as tables to open in a spreadsheet: their columns, and their rows as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from . import addresses
from .collection import Collection, Review
from .models import Event, Finding, Paragraph, Place, Recommendation, Track

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column: its name, its type as Frictionless calls it, and what it holds."""

    name: str
    type: str
    what: str


@dataclass(frozen=True)
class Sheet:
    """One kind of record as a table."""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: Callable[[Collection, Review], Sequence[Row]]


def written(sheet: Sheet, rows: Iterable[Sequence[str]]) -> str:
    """A table as RFC 4180 has it, safe to open: no cell begins a formula."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(column.name for column in sheet.columns)
    out.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def safe(cell: str) -> str:
    """A cell that a spreadsheet shows and does not compute: an apostrophe stands before what could begin a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _several(values: Iterable[str | Place]) -> str:
    return "; ".join(map(str, values))


_REVIEW = Column("review", "string", "The review's id.")
_ID = Column("id", "string", "The record's id: the last part of its address.")
_TITLE = Column("title", "string", "What it is, in a line.")
_CITES = Column("cites", "string", "Where the document says it: paragraphs' numbers, 'cover', recommendations' ids.")
_AGENCIES = Column("agencies", "string", "The ids of the agencies that it concerns.")
_THEMES = Column("themes", "string", "The ids of its themes.")
_END = (
    Column("address", "string", "Its address from the site's root."),
    Column("source", "string", "The title of the document that it restates."),
    Column("licence", "string", "The licence of this text, by its SPDX name."),
)
LICENCE = "CC-BY-4.0"
"""The licence of our text and data, by its SPDX name."""


def _end(review: Review, address: str) -> Row:
    return address, review.head.title, LICENCE


def _recommendation(review: Review, rec: Recommendation) -> Row:
    return (
        review.slug,
        rec.id,
        review.label(rec),
        rec.title,
        rec.text,
        _several(review.addressees(rec)),
        _several(review.addressed_by_heading(rec)),
        _several(act.value for act in rec.asks_for),
        _several(rec.themes),
        _several(f"{link.finding} ({link.basis.value})" for link in rec.responds_to),
        _several(review.events_behind(rec)),
        *_end(review, addresses.place(review.slug, rec.id)),
    )


def _event(review: Review, event: Event) -> Row:
    first, last = (day.isoformat() if date.min < day < date.max else "" for day in review.possible[event.id])
    return (
        review.slug,
        event.id,
        event.track.value,
        event.title,
        str(event.date or ""),
        event.when,
        first,
        last,
        event.text,
        _several(event.cites),
        _several(event.agencies),
        _several(event.themes),
        *_end(review, addresses.review(review.slug, "timeline", event.id)),
    )


def _finding(review: Review, finding: Finding) -> Row:
    answers = review.answers_to.get(finding.id, ())
    return (
        review.slug,
        finding.id,
        finding.kind.value,
        finding.title,
        finding.text,
        _several(finding.cites),
        _several(finding.agencies),
        _several(finding.themes),
        _several(f"{link.event} ({link.basis.value})" for link in finding.events),
        _several(f"{rec.id} ({link.basis.value})" for rec, link in answers),
        *_end(review, addresses.review(review.slug, "findings", finding.id)),
    )


def _paragraph(review: Review, paragraph: Paragraph) -> Row:
    return (
        review.slug,
        str(paragraph.number),
        paragraph.gist,
        _several(paragraph.terms),
        *_end(review, addresses.place(review.slug, paragraph.number)),
    )


SHEETS = (
    Sheet(
        "recommendations",
        "The recommendations",
        (
            _REVIEW,
            _ID,
            Column("label", "string", "How readers see its id."),
            _TITLE,
            Column("text", "string", "What it asks for, restated."),
            Column("addressees", "string", "The ids of the agencies that it addresses, by name or by heading."),
            Column("addressed_by_heading", "string", "Those of them whom only the heading of its list names."),
            Column("asks_for", "string", "What kind of act it asks for."),
            _THEMES,
            Column("responds_to", "string", "The ids of the findings that it responds to, each with the link's basis."),
            Column("events", "string", "The ids of the events in its chain."),
            *_END,
        ),
        lambda c, r: [_recommendation(r, each) for each in r.recommendations.values()],
    ),
    Sheet(
        "timeline",
        "The events",
        (
            _REVIEW,
            _ID,
            Column("track", "string", "'case' or 'review'."),
            _TITLE,
            Column("date", "string", "In EDTF; empty where the document gives none."),
            Column("date_words", "string", "The date for a reader."),
            Column("first_day", "date", "The first day that is possible."),
            Column("last_day", "date", "The last day that is possible."),
            Column("text", "string", "What happened, restated."),
            _CITES,
            _AGENCIES,
            _THEMES,
            *_END,
        ),
        lambda c, r: [_event(r, each) for track in Track for each in r.track(track)],
    ),
    Sheet(
        "findings",
        "The findings",
        (
            _REVIEW,
            _ID,
            Column("kind", "string", "What it says."),
            _TITLE,
            Column("text", "string", "What was found, restated."),
            _CITES,
            _AGENCIES,
            _THEMES,
            Column("events", "string", "The ids of the events behind it, each with the link's basis."),
            Column("recommendations", "string", "The ids of the recommendations, each with the link's basis."),
            *_END,
        ),
        lambda c, r: [_finding(r, each) for each in r.findings.values()],
    ),
    Sheet(
        "paragraphs",
        "The paragraphs",
        (
            _REVIEW,
            Column("number", "integer", "Its number in the document."),
            Column("gist", "string", "All of it, restated."),
            Column("terms", "string", "The ids of the glossary's terms that it uses."),
            *_END,
        ),
        lambda c, r: [_paragraph(r, each) for each in r.paragraphs.values()],
    ),
)
