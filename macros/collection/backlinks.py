"""The other direction of what is written once: records by what they name; and what no record names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ..records import Event, Finding, Involvement, Place, Recommendation, Slug, Tension

K = TypeVar("K")
T = TypeVar("T")

Cited = Event | Finding | Involvement | Tension | Recommendation
"""What can be listed as citing a place in the document."""


@dataclass(frozen=True)
class Gaps:
    """What the links leave open in one review."""

    findings: tuple[Finding, ...]
    """Findings that no recommendation answers."""
    recommendations: tuple[Recommendation, ...]
    """Recommendations that no finding supports."""
    agencies: tuple[Slug, ...]
    """Agencies that an event concerns and that no recommendation addresses, by name or by heading."""
    paragraphs: tuple[Place, ...]
    """Paragraphs that no record cites."""


def cites(record: Cited) -> Iterable[Place]:
    """The places that a record cites."""
    if isinstance(record, Tension):
        return (where for statement in record.says for where in statement.cites)
    if isinstance(record, Involvement):
        return (*record.cites, *record.management_review)
    return record.cites


def index(items: Iterable[T], keys: Callable[[T], Iterable[Slug]]) -> Mapping[Slug, tuple[T, ...]]:
    """The items under each of their keys, in the items' order."""
    found: dict[Slug, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return frozen(found)


def frozen(found: Mapping[K, list[T]]) -> Mapping[K, tuple[T, ...]]:
    """What was gathered, so that it does not change any more."""
    return {key: tuple(values) for key, values in found.items()}
