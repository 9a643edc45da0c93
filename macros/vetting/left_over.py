"""What a merge left over in a file of the site that is neither data nor a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..reading import HALVES, Complaint, conflict, is_left_behind
from .page_calls import SUFFIXES

TEXT = frozenset({".html", ".css", ".js", ".svg", ".csv", ".txt", ".json", ".xml", ".yml", ".yaml"})
"""Files in docs/ that are text, and published as they are."""


def complaints(root: Path) -> Iterator[Complaint]:
    """A complaint for each of these files that holds one of git's lines; the data and the pages are read elsewhere."""
    for file in sorted((root / "docs").rglob("*")):
        if file.suffix.lower() in TEXT - set(SUFFIXES) and not is_left_behind(file.name) and file.is_file():
            line = conflict(file.read_bytes().decode("utf-8", errors="replace"))
            if line:
                path = file.relative_to(root).as_posix()
                right = "keep one version of what follows, and delete git's lines of < = >"
                yield Complaint(path, line, file.name, HALVES, right)
