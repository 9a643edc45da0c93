"""A review as it is written, before anyone knows whether it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..reading import Complaint, Key
from ..records import Head, WrittenRecord

Ids = Mapping[str, frozenset[Key] | None]
"""The ids of each kind that are written, well or badly; None for a kind whose file cannot be read."""


@dataclass(frozen=True)
class WrittenReview:
    """A review as it is written, before anyone knows whether it holds together."""

    slug: str
    folder: str
    head: WrittenRecord | None
    lists: Mapping[str, Sequence[WrittenRecord]]
    declared: Ids
    """The ids that stand in the files."""

    @property
    def shape(self) -> Head | None:
        """What review.yml says, where it says it rightly."""
        return self.head.record if self.head else None

    @property
    def entries(self) -> Iterator[WrittenRecord]:
        """Every record of the review, review.yml among them."""
        if self.head:
            yield self.head
        for entries in self.lists.values():
            yield from entries

    @property
    def ids(self) -> Ids:
        """The ids that may be named: paragraphs as the sections count them, the others as they stand in the files."""
        sections = self.shape.sections if self.shape else ()
        size = max((section.paragraphs[1] for section in sections), default=0)
        numbers = frozenset(range(1, size + 1)) if size else self.declared["paragraph"]
        known = frozenset(section.id for section in sections) if sections else None
        return {**self.declared, "paragraph": numbers, "section": known}

    def missing(self, file: str, record: str, wrong: str, right: str) -> Complaint:
        """A complaint about something that should stand in one of the files and does not."""
        return Complaint(f"{self.folder}/{file}", 1, record, wrong, right)


def keys(entries: Sequence[WrittenRecord] | None) -> frozenset[Key] | None:
    """The ids of what is written in a file."""
    return None if entries is None else frozenset(entry.key for entry in entries if entry.key is not None)
