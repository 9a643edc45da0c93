"""What every record and every piece of one has in common: it is frozen, and knows which of its keys name others."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, PrivateAttr

from ..reading import Where
from .fields import IdOf


class Piece(BaseModel):
    """A piece of a record, frozen once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    @functools.cache
    def id_keys(cls) -> Mapping[str, str]:
        """The keys whose values are ids of records, each with the kind that it names."""
        marks = {key: [*field.metadata, *_notes(field.annotation)] for key, field in cls.model_fields.items()}
        return {key: mark.kind for key, found in marks.items() for mark in found if isinstance(mark, IdOf)}

    @classmethod
    @functools.cache
    def list_keys(cls) -> frozenset[str]:
        """The keys whose values are lists."""
        return frozenset(key for key, field in cls.model_fields.items() if _is_list(field.annotation))

    @classmethod
    @functools.cache
    def pieces(cls) -> Mapping[str, type[Piece]]:
        """The keys whose values are pieces with keys of their own, each with what such a piece is."""
        found = {key: list(_pieces_within(field.annotation)) for key, field in cls.model_fields.items()}
        return {key: pieces[0] for key, pieces in found.items() if pieces}


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(get_origin(inner) is tuple for inner in get_args(annotation))


def _notes(annotation: Any) -> Iterator[Any]:
    """Whatever is noted beside the types within an annotation."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _notes(inner)


def _pieces_within(annotation: Any) -> Iterator[type[Piece]]:
    """The pieces of records within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Piece):
        yield annotation
    for inner in get_args(annotation):
        yield from _pieces_within(inner)


class Record(Piece):
    """Something with an id of its own, which knows where it is written."""

    NAMED_BY: ClassVar[str] = "id"
    TOLD_APART_BY: ClassVar[tuple[str, ...]] = ()
    """Further keys by which two records of the same name are two."""
    _where: Where = PrivateAttr(default_factory=lambda: Where("?"))

    @property
    def where(self) -> Where:
        """The file and the lines of this record."""
        return self._where

    @classmethod
    def read(cls, value: object, where: Where) -> Self:
        """A record from plain values. Raises pydantic's ValidationError."""
        record = cls.model_validate(value)
        record._where = where
        return record

    @classmethod
    def key_of(cls, value: Mapping[str, Any]) -> Any:
        """By what a record is known that is written so; None where it does not say."""
        return value.get(cls.NAMED_BY)

    @property
    def known_as(self) -> str:
        """The id by which other records and complaints name this one."""
        return str(getattr(self, self.NAMED_BY))
