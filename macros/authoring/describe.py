"""What each key of a record is, for whoever writes it: from the models, with an example from the skeleton."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import yaml

from ..records import Piece, Word
from .skeleton import examples


@dataclass(frozen=True)
class Described:
    """A key of a record or of one of its parts."""

    path: tuple[str, ...]
    required: bool
    what: str
    """What it holds, in a sentence."""
    words: tuple[str, ...]
    """The words that it may hold, where they are a closed list."""
    example: str
    """As it may be written; nothing for a key that holds others."""

    @property
    def note(self) -> str:
        """All of it in a line, for the end of a line of YAML."""
        words = f" One of {', '.join(self.words)}." if self.words else ""
        return f"{'required' if self.required else 'optional'}: {self.what}{words}"


def keys(model: type[Piece], above: tuple[str, ...] = ()) -> Iterator[Described]:
    """Every key of a record, each followed by those within it."""
    for key, field in model.model_fields.items():
        part = model.pieces().get(key)
        what = " ".join((field.description or "").split()).replace("``", "`")
        example = "" if part else inline(examples().get((model, key), ""))
        yield Described((*above, key), field.is_required(), what, tuple(_words(field.annotation)), example)
        if part:
            yield from keys(part, (*above, key))


def inline(value: Any) -> str:
    """A value as YAML in one line."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def _words(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        yield from (word.value for word in annotation)
    for inner in get_args(annotation):
        yield from _words(inner)
