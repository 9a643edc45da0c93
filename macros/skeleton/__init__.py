"""A new review's files, and the example that stands beside each key wherever the records are described."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..files import File, all_files
from ..models import Part
from ..reading import read_yaml

ROOM = Path(__file__).parent
SLUG = "SLUG"
"""What stands for the new review's folder in its pages."""


@functools.cache
def example(file: File) -> Any:
    """What stands in the example of a file: a list of plain values, or keys with values."""
    name = Path(file.path).name
    folder = "review" if "<slug>" in file.path else "data"
    reading = read_yaml(ROOM / folder / name, f"{folder}/{name}")
    assert not reading.complaints, reading.complaints
    return reading.value


def pages() -> Mapping[str, str]:
    """A review's pages, by name."""
    return {each.name: each.read_text(encoding="utf-8") for each in sorted((ROOM / "pages").glob("*.md"))}


@functools.cache
def examples() -> Mapping[tuple[type[Part], str], Any]:
    """For each key of each record and part: the first value that an example gives it."""
    found: dict[tuple[type[Part], str], Any] = {}
    for file in all_files():
        value = example(file)
        for record in value if isinstance(value, list) else [value]:
            for place, each in _walk(file.model, record):
                found.setdefault(place, each)
    return found


def _walk(model: type[Part], value: Mapping[str, Any]) -> Iterator[tuple[tuple[type[Part], str], Any]]:
    for key, each in value.items():
        yield (model, key), each
        part = model.parts().get(key)
        if part:
            for inner in each if isinstance(each, list) else [each]:
                yield from _walk(part, inner)
