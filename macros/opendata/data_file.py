"""A file of the open data: where it stands, what it holds, and how its text is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from .sheets import Sheet


@dataclass(frozen=True)
class DataFile:
    """A file of the open data."""

    path: str
    """Below the site's root."""
    what: str
    """What it holds, in a sentence."""
    text: Callable[[], str]
    """Makes what stands in it, so that a list of the files costs nothing."""
    shape: type[BaseModel] | None = None
    """The shape of what it holds; None for a table and for what describes the others."""
    table: Sheet[Any] | None = None
    """What it holds, where it is a table."""
    slug: str = ""
    """The review that it is of; nothing where it is of all."""


def kind_of(shape: type[BaseModel]) -> str:
    """What a shape is called in addresses: 'review' for ReviewData."""
    return shape.__name__.removesuffix("Data").lower()
