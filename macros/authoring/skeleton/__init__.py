"""A new review's files, and the example that stands beside each key wherever the records are described."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...reading import Complaint, read_yaml
from ...records import Piece, RecordFile, all_files

ROOM = Path(__file__).parent

TO_WRITE = "To be written."
"""What stands in a stub: a draft may have it, and nothing that is published."""


@functools.cache
def example(file: RecordFile) -> Any:
    """What stands in the example of a file: a list of plain values, or keys with values."""
    return _read(_within(file))


def _read(path: str) -> Any:
    reading = read_yaml(ROOM / path, path)
    assert not reading.complaints, reading.complaints
    return reading.value


def example_head() -> Mapping[str, Any]:
    """What review.yml has to say at least, as the example says it: a draft, and what is printed on its cover."""
    (file,) = (each for each in all_files() if each.holds_one)
    return {key: example(file)[key] for key in _AT_LEAST}


_AT_LEAST = ("draft", "title", "short_title", "subject", "publisher", "author", "published", "on_site")


def pages() -> Mapping[str, str]:
    """A review's pages, by name."""
    return {each.name: each.read_text(encoding="utf-8") for each in sorted((ROOM / "pages").glob("*.md"))}


@functools.cache
def examples() -> Mapping[tuple[type[Piece], str], Any]:
    """For each key of each record and part: the first value that an example gives it."""
    found: dict[tuple[type[Piece], str], Any] = {}
    for file in all_files():
        for value in (example(file), *_seldom(file)):
            for record in value if isinstance(value, list) else [value]:
                for place, each in _walk(file.model, record):
                    found.setdefault(place, each)
    return found


def _seldom(file: RecordFile) -> Iterator[Any]:
    """Keys that few documents need: shown beside their descriptions, and not laid in a new review."""
    path = f"seldom/{Path(file.path).name}"
    if "<slug>" in file.path and (ROOM / path).is_file():
        yield _read(path)


def complaints() -> Iterator[Complaint]:
    """Every key of every record has an example."""
    for file in all_files():
        for piece in _pieces(file.model):
            for key in piece.model_fields:
                if (piece, key) not in examples():
                    path = (ROOM / _within(file)).relative_to(ROOM.parents[2]).as_posix()
                    wrong = f"no example shows the key `{key}` of {piece.__name__}"
                    yield Complaint(path, 1, file.kind, wrong, f"add `{key}:` to a record here")


def _within(file: RecordFile) -> str:
    """Where the example of a file stands in this folder."""
    return f"{'review' if '<slug>' in file.path else 'data'}/{Path(file.path).name}"


def _pieces(model: type[Piece]) -> Iterator[type[Piece]]:
    yield model
    for piece in model.pieces().values():
        yield from _pieces(piece)


def _walk(model: type[Piece], value: Mapping[str, Any]) -> Iterator[tuple[tuple[type[Piece], str], Any]]:
    for key, each in value.items():
        yield (model, key), each
        part = model.pieces().get(key)
        if part:
            for inner in each if isinstance(each, list) else [each]:
                yield from _walk(part, inner)
