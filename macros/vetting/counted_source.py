"""The text of a document whose paragraphs, and the recommendations of each list, are numbered 1, 2, 3 and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..collection import Review
from .document_text import Document, plain

_ITEM = re.compile(r"^\s{0,3}(\d{1,3})\.\s+(.*)")
"""The first line of a numbered paragraph or recommendation."""


@dataclass
class _Run:
    """Items numbered from 1 on, under a heading."""

    heading: str
    items: dict[int, list[str]]


def document(text: str, review: Review) -> Document:
    """What such a text says, place by place."""
    head = review.head
    lists = {plain(each.heading): each.id for each in head.lists}
    before, runs = _runs(text.splitlines(), {plain(each.heading) for each in head.sections} - lists.keys())
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


def _runs(lines: list[str], headings: set[str]) -> tuple[list[str], list[_Run]]:
    """What stands before the first item, and the runs: a new one begins wherever the numbers begin again.

    A line that is a section's heading belongs to no item. What stands between the last item of a run and the first of
    the next is that item's until a line alone, which heads the next.
    """
    before: list[str] = []
    runs: list[_Run] = []
    number = 0
    for line in lines:
        found = _ITEM.match(line)
        if found and int(found[1]) == 1:
            last = runs[-1].items[number] if runs else before
            runs.append(_Run(_heading(last), {1: [found[2]]}))
            number = 1
        elif found and runs and int(found[1]) == number + 1:
            number += 1
            runs[-1].items[number] = [found[2]]
        elif plain(line) not in headings:
            (runs[-1].items[number] if runs else before).append(line)
    return before, runs


def _heading(lines: list[str]) -> str:
    """The last line that is not empty, which is taken from the item above it."""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines.pop().strip() if lines else ""
