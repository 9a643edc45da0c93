"""Which file holds which records: the one list of the files in data/."""

from __future__ import annotations

from collections.abc import Mapping

from .models import (
    Agency,
    Event,
    Finding,
    Head,
    Helpline,
    Involvement,
    Paragraph,
    Recommendation,
    Record,
    Source,
    Term,
    Theme,
)

VOCABULARIES: Mapping[str, tuple[str, type[Record]]] = {
    "agencies.yml": ("agency", Agency),
    "themes.yml": ("theme", Theme),
    "sources.yml": ("source", Source),
    "glossary.yml": ("term", Term),
    "helplines.yml": ("helpline", Helpline),
}
"""The files that reviews share, each with the kind and the record that it lists."""

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


def all_files() -> Mapping[str, type[Record]]:
    """Every file's path, with <slug> for a review's folder, and the record that it holds."""
    review = "data/reviews/<slug>"
    return {
        **{f"data/{file}": model for file, (_, model) in VOCABULARIES.items()},
        f"{review}/{HEAD[0]}": HEAD[1],
        **{f"{review}/{file}": model for file, (_, model) in LISTS.items()},
    }
