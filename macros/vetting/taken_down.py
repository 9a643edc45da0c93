"""Reviews that were taken down: a notice is left of them, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..reading import Complaint, Reading
from ..records import HEAD, TakenDownReview, WrittenRecord


def is_taken_down(head: Reading) -> bool:
    """Whether what stands in a review.yml says that the review was taken down."""
    return isinstance(head.value, dict) and "taken_down" in head.value


def content_left(root: Path, slug: str, entry: WrittenRecord) -> Iterator[Complaint]:
    """Everything of a taken-down review that is still there."""
    name = entry.name
    for key in entry.value if isinstance(entry.value, dict) else ():
        if key not in TakenDownReview.model_fields:
            yield entry.where.complain(name, f"the review is taken down, and `{key}` is still here", "take it out", key)
    for folder in (f"data/reviews/{slug}", f"docs/reviews/{slug}"):
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and file.name != HEAD[0] and not file.name.startswith("."):
                path = file.relative_to(root).as_posix()
                yield Complaint(path, 1, name, "the review is taken down, and this file is still here", "delete it")
