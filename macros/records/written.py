"""Records as they are written, right or wrong: what the rules look at, so that one mistake does not hide another."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..reading import Key, Where
from .record import Piece, Record


class Named(NamedTuple):
    """A record that is named by its id."""

    kind: str
    id: Key
    at: tuple[Key, ...]
    """The keys under which the id is written."""
    by: type[Piece]
    """What names it."""


@dataclass(frozen=True)
class WrittenRecord:
    """One record of a file; ``record`` is None when its shape is not right."""

    model: type[Record]
    value: Any
    where: Where
    record: Any

    @property
    def key(self) -> Key | None:
        """Its id or number, where it has one."""
        key = self.model.key_of(self.value) if isinstance(self.value, dict) else None
        return key if isinstance(key, str | int) and not isinstance(key, bool) else None

    @property
    def name(self) -> str:
        """What a complaint calls it."""
        return str(self.key) if self.key is not None else "this record"

    @functools.cached_property
    def named_records(self) -> tuple[Named, ...]:
        """Every other record that it names, however deep."""
        return tuple(named_records(self.model, self.value))


def named_records(model: type[Piece], value: object, at: tuple[Key, ...] = ()) -> Iterator[Named]:
    """Every record that a piece of a record names."""
    if not isinstance(value, Mapping):
        return
    for key, kind in model.id_keys().items():
        if key in model.list_keys() and not isinstance(value.get(key), list):
            continue  # that it is no list is said already
        for item, place in _items(value.get(key), (*at, key)):
            if isinstance(item, str | int) and not isinstance(item, bool):
                yield Named(kind, item, place, model)
    for key, part in model.pieces().items():
        for item, place in _items(value.get(key), (*at, key)):
            yield from named_records(part, item, place)


def _items(value: object, at: tuple[Key, ...]) -> Iterator[tuple[Any, tuple[Key, ...]]]:
    if isinstance(value, list):
        yield from ((item, (*at, number)) for number, item in enumerate(value))
    else:
        yield value, at
