"""Records as they are written, right or wrong: what the rules look at, so that one mistake does not hide another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .models import Part, Record
from .reading import Key, Where

Reference = tuple[str, Key, tuple[Key, ...]]
"""The kind of record that is named, its id, and the keys under which that is written."""


@dataclass(frozen=True)
class Entry:
    """One record of a file; ``record`` is None when its shape is not right."""

    model: type[Record]
    value: Any
    where: Where
    record: Any

    @property
    def key(self) -> Key | None:
        """Its id or number, where it has one."""
        key = self.value.get(self.model.NAMED_BY) if isinstance(self.value, dict) else None
        return key if isinstance(key, str | int) and not isinstance(key, bool) else None

    @property
    def name(self) -> str:
        """What a complaint calls it."""
        return str(self.key) if self.key is not None else "this record"

    def references(self) -> Iterator[Reference]:
        """Every other record that it names, however deep."""
        return references(self.model, self.value)


def references(model: type[Part], value: object, at: tuple[Key, ...] = ()) -> Iterator[Reference]:
    """Every record that a piece of a record names."""
    if not isinstance(value, Mapping):
        return
    for key, kind in model.names().items():
        for item, place in _items(value.get(key), (*at, key)):
            if isinstance(item, str | int) and not isinstance(item, bool):
                yield kind, item, place
    for key, part in model.parts().items():
        for item, place in _items(value.get(key), (*at, key)):
            yield from references(part, item, place)


def _items(value: object, at: tuple[Key, ...]) -> Iterator[tuple[Any, tuple[Key, ...]]]:
    if isinstance(value, list):
        yield from ((item, (*at, number)) for number, item in enumerate(value))
    else:
        yield value, at
