"""The text of a document whose paragraphs, and the recommendations of each list, are numbered 1, 2, 3 and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..collection import Review
from .document_text import Document, plain

_ITEM = re.compile(r"\f*([^\S\f]*)(\d{1,3})[.)]\s+(\S.*)")
"""The first line of a numbered paragraph or recommendation, or of a point of a list inside one."""


@dataclass
class _Run:
    """Items numbered from 1 on, under a heading; and how far its first number is set in."""

    heading: str
    items: dict[int, list[str]]
    indent: int = 0


def document(text: str, review: Review) -> Document:
    """What such a text says, place by place."""
    head = review.head
    lists = {plain(each.heading): each.id for each in head.lists}
    before, runs = _runs(text.split("\n"), {plain(each.heading) for each in head.sections} - lists.keys(), set(lists))
    found = {
        f"{lists[plain(run.heading)]}-{number}": "\n".join(lines)
        for run in runs[1:]
        if plain(run.heading) in lists
        for number, lines in run.items.items()
    }
    return Document(
        cover="\n".join(before),
        paragraphs={number: "\n".join(lines) for number, lines in runs[0].items.items()} if runs else {},
        recommendations=found,
        unknown=tuple(run.heading for run in runs[1:] if plain(run.heading) not in lists),
        whole=text,
        sections={key: tuple(each.place for each in its) for key, its in review.paragraphs_in.items()},
    )


def _runs(lines: list[str], headings: set[str], heads_of_lists: set[str]) -> tuple[list[str], list[_Run]]:
    """What stands before the first item, and the runs: a new one begins where the numbers begin again under a heading.

    A line that is a section's heading belongs to no item. What stands between the last item of a run and the first of
    the next is that item's until a line alone, which heads the next. Points of a list inside an item, and notes at a
    page's foot, stay that item's.
    """
    before: list[str] = []
    runs: list[_Run] = []
    to = before
    inside = 0  # the last point of a list inside an item; such a list ends with its page, as notes at its foot do
    for place, line in enumerate(lines):
        inside = 0 if line.startswith("\f") else inside
        found = _ITEM.fullmatch(line)
        number, indent = (int(found[2]), len(found[1])) if found else (0, 0)
        if found and number == 1 and (not runs or _is_heading(to, heads_of_lists)):
            runs.append(_Run(_heading(to), {}, indent))
        elif not (found and runs and _goes_on(runs[-1], number, indent, lines[place + 1 :] if inside else [])):
            inside = number if number == inside + 1 else inside
            if plain(line) not in headings:
                to.append(line)
            continue
        to, inside = [found[3]], 0
        runs[-1].items[number] = to
    return before, runs


def _goes_on(run: _Run, number: int, indent: int, behind: list[str]) -> bool:
    """Whether a numbered line is the next item of a run.

    It is a point of a list inside the last item where it is set in further, or where its number stands once more
    ``behind`` such a list, before numbers begin again.
    """
    if number != len(run.items) + 1 or indent > run.indent + 2:
        return False
    for line in behind:
        found = _ITEM.fullmatch(line)
        if found and len(found[1]) <= run.indent + 2:
            if int(found[2]) == 1:
                return True
            if int(found[2]) == number:
                return False
    return True


def _is_heading(lines: list[str], known: set[str]) -> bool:
    """Whether the last line that is not empty heads a list: a known one, or one alone that is no sentence."""
    written = [(place, line) for place, line in enumerate(lines) if line.strip()]
    if not written:
        return False
    place, last = written[-1]
    alone = place > 0 and not lines[place - 1].strip()
    return plain(last) in known or (alone and len(last.split()) <= 12 and not re.search(r"[.:;,]\s*$", last))


def _heading(lines: list[str]) -> str:
    """The last line that is not empty, which is taken from the item above it."""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines.pop().strip() if lines else ""
