"""A document's text, where the publisher has it."""

from __future__ import annotations

from pathlib import Path

from ..collection import Review
from ..reading import BrokenData, Refused, read_bytes
from . import counted_source, printed_source
from .document_text import Document, cleaned


def read(file: Path, review: Review) -> Document:
    """Read a document's text. Raises Refused where there is no such file, BrokenData where it is no text."""
    if not file.is_file():
        raise Refused(f"{file}: there is no such file; look at its path")
    reading = read_bytes(file, file.as_posix())
    if not reading.read:
        raise BrokenData(reading.complaints)
    text = cleaned(reading.value)
    counted = all(isinstance(place, int) for place in review.paragraphs)
    return counted_source.document(text, review) if counted else printed_source.document(text, review)
