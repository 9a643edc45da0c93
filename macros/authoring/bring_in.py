"""A draft from a document's text: what is printed is laid, and what it says stands beside the project, to be restated.

It saves typing and decides nothing. The document is not ours to keep: its text goes into a file that git ignores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..collection import Collection
from ..reading import MONTHS, counted
from . import new_review, stubs
from .outline import Item, Outline, Run
from .skeleton import TO_WRITE, example_head

WORK = "work"
"""The folder for what must not be published; git ignores it."""


def create(root: Path, slug: str, collection: Collection, found: Outline) -> tuple[str, ...]:
    """Lay a draft with everything that was found, and the work file. Raises Refused; then nothing is written."""
    files = new_review.write(root, slug, collection, values(found))
    path = f"{WORK}/{slug}.md"
    (root / WORK).mkdir(exist_ok=True)
    (root / path).write_text(work_file(slug, collection, found), encoding="utf-8", newline="\n")
    return (*files, path)


def values(found: Outline) -> dict[str, Any]:
    """What stands in each file of the review, by the file's name."""
    sections = [*_sections(found)]
    lists = [*_lists(found)]
    first = _place(found.sections[0], found.sections[0].items[0])
    return {
        "review.yml": {
            **example_head(),
            "title": found.title,
            "summary": {"text": TO_WRITE, "cites": [first]},
            "sections": sections,
            **({"lists": lists} if lists else {}),
        },
        "paragraphs.yml": [
            {"number": _typed(item.number), **_within(found, section), "gist": TO_WRITE}
            for section in found.sections
            for item in section.items
        ],
        "recommendations.yml": [
            stubs.recommendation(laid["id"], int(item.number))
            for laid, run in zip(lists, found.lists, strict=True)
            for item in run.items
        ],
        "agencies.yml": [],
        "timeline.yml": [],
        "findings.yml": [],
    }


def _sections(found: Outline) -> Iterator[dict[str, Any]]:
    ids: list[str] = []
    parts: dict[str, str] = {}
    for section in found.sections:
        ids.append(_id(section.heading or "document", ids))
        laid: dict[str, Any] = {"id": ids[-1], "heading": section.heading or "The document"}
        if section.part and section.part not in parts:
            parts[section.part] = ids[-1]
            laid["label"] = section.part
        elif section.part:
            laid["under"] = parts[section.part]
        first, last = section.items[0].number, section.items[-1].number
        yield {**laid, "paragraphs": f"{first}-{last}" if first != last else _typed(first)}


def _within(found: Outline, section: Run) -> dict[str, str]:
    """The section in which a section's numbers begin again, if they do."""
    laid = zip(found.sections, _sections(found), strict=True)
    return {"part": next(str(each["id"]) for run, each in laid if run.part == section.part)} if section.part else {}


def _place(section: Run, item: Item) -> Any:
    return f"{_id(section.heading, [])}.{item.number}" if section.part else _typed(item.number)


def _lists(found: Outline) -> Iterator[dict[str, Any]]:
    ids: list[str] = []
    for run in found.lists:
        ids.append(_id(run.heading or "recommendations", ids))
        laid = {
            "id": ids[-1],
            "label": (run.heading or "Recommendation")[:40],
            "heading": run.heading or "Recommendations",
        }
        first = int(run.items[0].number)
        yield {**laid, "size": len(run.items), **({"first": first} if first > 1 else {})}


def _typed(number: str) -> int | str:
    return int(number) if number.isdecimal() else number


def _id(heading: str, taken: list[str]) -> str:
    """An id for a heading: its first words, and a number where that is taken."""
    words = re.findall(r"[a-z0-9]+", heading.lower().replace("’", "").replace("'", ""))[:5]
    id_ = "-".join(words) or "section"
    return next(each for each in (id_, *(f"{id_}-{n}" for n in range(2, 999))) if each not in taken)


def work_file(slug: str, collection: Collection, found: Outline) -> str:
    """What the document says, paragraph by paragraph, with what might go into the data; and what was not understood."""
    lines = [f"# {slug}: what the document says", "", "Restate each in your own words; then delete this file.", ""]
    for section in found.sections:
        lines += [f"## {section.heading or 'The document'}", ""]
        for item in section.items:
            lines += _beside(item, collection)
    for run in found.lists:
        lines += [f"## {run.heading} ({counted(len(run.items), 'recommendation')})", ""]
        for item in run.items:
            lines += _beside(item, collection)
    left = [line for line in found.left if line.text.strip()]
    lines += ["## Not understood", ""]
    lines += [f"- page {line.page}: {line.text.strip()}" for line in left] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _beside(item: Item, collection: Collection) -> list[str]:
    dates = ", ".join(dict.fromkeys(_dates(item.text)))
    named = ", ".join(_agencies(item.text, collection))
    suggested = [f"dates: {dates}"] * bool(dates) + [f"agencies: {named}"] * bool(named)
    return [f"**{item.number}** (page {item.page}) {item.text}", *(f"- {each}" for each in suggested), ""]


def _dates(text: str) -> Iterator[str]:
    """The months and years that a text names, as EDTF."""
    for month, year in re.findall(rf"\b({'|'.join(MONTHS)}),? ((?:19|20)\d\d)\b", text):
        yield f"{year}-{MONTHS.index(month) + 1:02}"


def _agencies(text: str, collection: Collection) -> Iterator[str]:
    """The ids of the agencies whose names stand in a text."""
    for key, agency in collection.agencies.items():
        names = filter(None, (agency.name, agency.short))
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names):
            yield key
