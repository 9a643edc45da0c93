"""What is left of a review that had to be taken down, and of a shared record that was withdrawn."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict

from .fields import Date, Formerly, Id, Slug, Text
from .record import Piece, Record
from .vocabularies import SharedPage


class TakenDown(Piece):
    """That a review was taken down: boards may publish for a time only."""

    on: Date
    """When it was taken down."""
    reason: Text
    """Why, in a sentence, as readers are to see it."""


class TakenDownReview(Record):
    """A review that was taken down: all that its review.yml still holds."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    NAMED_BY: ClassVar[str] = "short_title"
    short_title: Text
    """What the site called it."""
    taken_down: TakenDown
    formerly: tuple[Slug, ...] = ()


class Retired(Record):
    """A shared record that was published but no longer is: its address stays, and says so."""

    id: Id
    formerly: Formerly = ()
    page: SharedPage
    """The page on which it stood."""
    title: Text
    """What it was, in a line."""
    on: Date
    """When it was withdrawn."""
    reason: Text
    """Why, in a sentence."""
