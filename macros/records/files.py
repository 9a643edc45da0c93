"""Which file holds which records: the one list of the files in data/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .event import Event
from .head import Head
from .record import Record
from .review_records import Finding, Involvement, Paragraph, Recommendation
from .shared import Agency, Allowance, EverydayWord, Helpline, Source, Term, Theme
from .taken_down import Retired

VOCABULARIES: Mapping[str, tuple[str, type[Record]]] = {
    "agencies.yml": ("agency", Agency),
    "themes.yml": ("theme", Theme),
    "sources.yml": ("source", Source),
    "glossary.yml": ("term", Term),
    "words.yml": ("word", EverydayWord),
    "helplines.yml": ("helpline", Helpline),
    "allowed.yml": ("allowance", Allowance),
    "withdrawn.yml": ("withdrawn", Retired),
}
"""The files that reviews share, each with the kind and the record that it lists."""

WITHDRAWN = "withdrawn.yml"
"""The one of them that lists shared records that were withdrawn."""

OPTIONAL = (WITHDRAWN, "words.yml")
"""Those of them that need not be there: most collections have withdrawn nothing, and a small one needs no words."""

HEAD: tuple[str, type[Head]] = ("review.yml", Head)
"""The file in a review's folder that holds one record, not a list."""

LISTS: Mapping[str, tuple[str, type[Record]]] = {
    "agencies.yml": ("involvement", Involvement),
    "paragraphs.yml": ("paragraph", Paragraph),
    "timeline.yml": ("event", Event),
    "findings.yml": ("finding", Finding),
    "recommendations.yml": ("recommendation", Recommendation),
}
"""The lists in a review's folder, each with the kind and the record that it lists."""


ADDRESSES = "data/addresses.yml"
"""The addresses that were published, with their titles: `make addresses` writes it, and no record may leave it."""

SCHEMAS = "data/schemas"
"""The folder of the JSON Schemas, which editors read and `make schema` writes."""


@dataclass(frozen=True)
class RecordFile:
    """A file of records, with <slug> in its path for a review's folder."""

    path: str
    kind: str
    """What one of its records is, and what its schema is called."""
    model: type[Record]

    @property
    def holds_one(self) -> bool:
        """Whether it holds one record and no list."""
        return self.model is Head


def all_files() -> tuple[RecordFile, ...]:
    """Every file of records: those that reviews share, then those of a review."""
    review = "data/reviews/<slug>"
    return (
        *(RecordFile(f"data/{file}", kind, model) for file, (kind, model) in VOCABULARIES.items()),
        RecordFile(f"{review}/{HEAD[0]}", "review", HEAD[1]),
        *(RecordFile(f"{review}/{file}", kind, model) for file, (kind, model) in LISTS.items()),
    )
