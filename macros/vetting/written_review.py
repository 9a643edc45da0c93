"""A review as it is written, before anyone knows whether it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..reading import Complaint, Key
from ..records import COVER, LISTS, Head, Track, WrittenRecord

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
        numbers = self.declared["paragraph"]
        if self.size:  # what is no whole number, 2a or box 5, stands between those that the sections count
            between = frozenset(key for key in numbers or () if isinstance(key, str))
            numbers = frozenset(range(1, self.size + 1)) | between
        written = self.declared["recommendation"]
        recommendations = None if written is None else written | self._parts
        cover = frozenset({COVER}) if not self.shape or self.shape.cover else frozenset()
        of_head = {key: self._of_head(f"{key}s") for key in ("section", "list", "subject")}
        return {**self.declared, "paragraph": numbers, "recommendation": recommendations, "cover": cover, **of_head}

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that are written, as a review that holds together knows them."""
        written = {kind for file, (kind, _) in LISTS.items() if self.lists[file]}
        records = {file: [entry.value for entry in self.lists[file] if isinstance(entry.value, dict)] for file in LISTS}
        if self.shape and self.shape.tensions:
            written.add("tension")
        if any(event.get("track") == Track.REVIEW for event in records["timeline.yml"]):
            written.add("review event")
        if any(part.get("management_review") for part in records["agencies.yml"]):
            written.add("management review")
        return frozenset(written)

    @property
    def _parts(self) -> frozenset[Key]:
        """The parts of recommendations, by the places that they are."""
        records = (entry.record for entry in self.lists["recommendations.yml"] if entry.record)
        return frozenset(f"{record.id}-{part.id}" for record in records for part in record.parts)

    def _of_head(self, key: str) -> frozenset[Key] | None:
        """The ids of what review.yml lists; None where it cannot be read."""
        return frozenset(each.id for each in getattr(self.shape, key)) if self.shape else None

    @property
    def size(self) -> int:
        """How many paragraphs the sections count, where they are numbered 1, 2, 3 and so on; otherwise 0."""
        ends = [end for section in (self.shape.sections if self.shape else ()) for end in section.paragraphs]
        restarts = any(isinstance(each.value, dict) and each.value.get("part") for each in self.lists["paragraphs.yml"])
        whole = [end for end in ends if isinstance(end, int)]
        return max(whole, default=0) if len(whole) == len(ends) and not restarts else 0

    def missing(self, file: str, record: str, wrong: str, right: str) -> Complaint:
        """A complaint about something that should stand in one of the files and does not."""
        return Complaint(f"{self.folder}/{file}", 1, record, wrong, right)


def keys(entries: Sequence[WrittenRecord] | None) -> frozenset[Key] | None:
    """The ids of what is written in a file."""
    return None if entries is None else frozenset(entry.key for entry in entries if entry.key is not None)
