"""A new review as numbered stubs: a paragraph and a recommendation for each that the document has, to be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading import Refused, one_of
from ..records import DocumentKind, Holds, Nation
from .skeleton import TO_WRITE, example_head


@dataclass(frozen=True)
class Plan:
    """How many paragraphs a document has, its lists of recommendations, and what kind of document it is."""

    paragraphs: int
    lists: Mapping[str, int]
    """The id of each list, and how many it holds."""
    kind: DocumentKind = DocumentKind.SERIOUS_CASE_REVIEW


@dataclass(frozen=True)
class Shape:
    """What documents of a kind have otherwise than most."""

    holds: Holds = Holds.RECOMMENDATIONS
    nation: Nation = Nation.ENGLAND
    numbered: str = ""
    """The word before a paragraph's number: 'box'."""


_SHAPES: Mapping[DocumentKind, Shape] = {
    DocumentKind.LEARNING_TOGETHER: Shape(Holds.QUESTIONS),
    DocumentKind.PREVENTION_OF_FUTURE_DEATHS: Shape(Holds.CONCERNS, numbered="box"),
    DocumentKind.CHILD_PRACTICE_REVIEW: Shape(Holds.LEARNING_POINTS, Nation.WALES),
    DocumentKind.ADULT_PRACTICE_REVIEW: Shape(Holds.LEARNING_POINTS, Nation.WALES),
    DocumentKind.SINGLE_UNIFIED_REVIEW: Shape(nation=Nation.WALES),
}
"""The kinds whose documents are made otherwise; numbers, lists and headings are to be set right in any case."""

_USUAL = "9"
"""So many paragraphs are laid where nobody says how many there are."""


def plan(paragraphs: str, lists: str, kind: str = "") -> Plan | None:
    """A plan as it is typed: '24', 'partnership:4,agencies:6' and a kind; None where nothing is. Raises Refused."""
    if not (paragraphs or lists or kind):
        return None
    if kind and kind not in list(DocumentKind):
        raise Refused(f"KIND={kind}: there is no such kind; {one_of(DocumentKind, kind, most=len(DocumentKind))}")
    if not re.fullmatch(r"[1-9][0-9]{0,3}", paragraphs or (_USUAL if kind else "")):
        raise Refused(
            f"PARAGRAPHS={paragraphs}: it should be how many paragraphs the document has, as in PARAGRAPHS=24"
        )
    found: dict[str, int] = {}
    for each in filter(None, lists.split(",")):
        parts = re.fullmatch(r"\s*([a-z0-9]+(?:-[a-z0-9]+)*):([1-9][0-9]{0,3})\s*", each)
        if not parts:
            raise Refused(f"LISTS={lists}: `{each}` should be a list's id and how many it holds, as in partnership:4")
        found[parts[1]] = int(parts[2])
    chosen = next((each for each in DocumentKind if each == kind), DocumentKind.SERIOUS_CASE_REVIEW)
    return Plan(int(paragraphs or _USUAL), found, chosen)


def values(plan: Plan) -> dict[str, Any]:
    """What stands in each file of the review, by the file's name."""
    shape = _SHAPES.get(plan.kind, Shape())
    numbers: list[Any] = [_number(shape, number) for number in range(1, plan.paragraphs + 1)]
    asks_for = shape.holds is Holds.RECOMMENDATIONS
    return {
        "review.yml": {
            **example_head(),
            "kind": plan.kind.value,
            "nation": shape.nation.value,
            "summary": {"text": TO_WRITE, "cites": numbers[:1]},
            "sections": [{"id": "document", "heading": "The document", "paragraphs": f"{numbers[0]}-{numbers[-1]}"}],
            "lists": [
                {
                    "id": key,
                    "label": key.replace("-", " ").capitalize(),
                    "heading": f"To the {key}",
                    "holds": shape.holds.value,
                    "size": size,
                }
                for key, size in plan.lists.items()
            ],
        },
        "paragraphs.yml": [{"number": number, "gist": TO_WRITE} for number in numbers],
        "recommendations.yml": [
            recommendation(key, number, asks_for) for key, size in plan.lists.items() for number in range(1, size + 1)
        ],
        "agencies.yml": [],
        "timeline.yml": [],
        "findings.yml": [],
    }


def _number(shape: Shape, number: int) -> int | str:
    return f"{shape.numbered} {number}" if shape.numbered else number


def recommendation(list_: str, number: int, asks_for: bool = True) -> dict[str, Any]:
    """A recommendation of which no more is known than where it stands; a question does without ``asks_for``."""
    laid = {"list": list_, "number": number, "title": TO_WRITE, "text": TO_WRITE}
    return {**laid, "asks_for": ["practice"]} if asks_for else laid
