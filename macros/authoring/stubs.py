"""A new review as numbered stubs: a paragraph and a recommendation for each that the document has, to be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading import Refused
from .skeleton import TO_WRITE, example_head


@dataclass(frozen=True)
class Plan:
    """How many paragraphs a document has, and its lists of recommendations."""

    paragraphs: int
    lists: Mapping[str, int]
    """The id of each list, and how many it holds."""


def plan(paragraphs: str, lists: str) -> Plan | None:
    """A plan as it is typed: '24' and 'partnership:4,agencies:6'; None where nothing is. Raises Refused."""
    if not paragraphs and not lists:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,3}", paragraphs):
        raise Refused(
            f"PARAGRAPHS={paragraphs}: it should be how many paragraphs the document has, as in PARAGRAPHS=24"
        )
    found: dict[str, int] = {}
    for each in filter(None, lists.split(",")):
        parts = re.fullmatch(r"\s*([a-z0-9]+(?:-[a-z0-9]+)*):([1-9][0-9]{0,3})\s*", each)
        if not parts:
            raise Refused(f"LISTS={lists}: `{each}` should be a list's id and how many it holds, as in partnership:4")
        found[parts[1]] = int(parts[2])
    return Plan(int(paragraphs), found)


def values(plan: Plan) -> dict[str, Any]:
    """What stands in each file of the review, by the file's name."""
    return {
        "review.yml": {
            **example_head(),
            "summary": {"text": TO_WRITE, "cites": [1]},
            "sections": [{"id": "document", "heading": "The document", "paragraphs": f"1-{plan.paragraphs}"}],
            "lists": [
                {"id": key, "label": key.replace("-", " ").capitalize(), "heading": f"To the {key}", "size": size}
                for key, size in plan.lists.items()
            ],
        },
        "paragraphs.yml": [{"number": number, "gist": TO_WRITE} for number in range(1, plan.paragraphs + 1)],
        "recommendations.yml": [
            recommendation(key, number) for key, size in plan.lists.items() for number in range(1, size + 1)
        ],
        "agencies.yml": [],
        "timeline.yml": [],
        "findings.yml": [],
    }


def recommendation(list_: str, number: int) -> dict[str, Any]:
    """A recommendation of which no more is known than where it stands."""
    return {"list": list_, "number": number, "title": TO_WRITE, "text": TO_WRITE, "asks_for": ["practice"]}
