"""Events, and the waits that end with them."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Strict, model_validator

from ..reading import counted
from .fields import (
    AgenciesBecause,
    AgencyIds,
    Brief,
    Cites,
    Date,
    EventId,
    Formerly,
    Id,
    Number,
    SubjectIds,
    Text,
    ThemeIds,
    Title,
)
from .record import Piece, Record
from .vocabularies import Placed, Track, Unit


def _of_days(unit: Unit) -> Unit:
    if unit not in (Unit.DAYS, Unit.WORKING_DAYS):
        raise ValueError(f"a standard is not counted in `{unit.value}`", "turn it into `days` or `working-days`")
    return unit


class Standard(Piece):
    """How long something should take at most, and who says so."""

    number: Number
    """How many, at most."""
    unit: Annotated[Unit, AfterValidator(_of_days)]
    """The unit: calendar days or working days."""
    name: Text
    """What the document calls the standard."""

    @property
    def words(self) -> str:
        """As in '35 working days (national standard)'."""
        return f"{counted(self.number, self.unit.label)} ({self.name})"


class Took(Piece):
    """How long a wait was, where the document gives a length."""

    number: Number
    """How many."""
    unit: Unit
    """The unit."""
    about: Annotated[bool, Strict()] = False
    """Whether the document says that the length is approximate."""


TURNING_POINTS = 12
"""So many events of a review may be turning points: the timeline's picture names them all."""


class Delay(Piece):
    """A wait that the document mentions, under the event with which it ended or was decided."""

    what: Text
    """What was waited for."""
    took: Took | None = None
    """How long the wait was, where the document gives a length."""
    since: EventId | None = None
    """The event that starts the wait, where the dates of both events are to be compared with the standard."""
    standard: Standard | None = None
    """How long it should have taken, where the document says."""
    assumes: Text | None = None
    """What our calculation takes for granted and the document does not say."""
    happened: Text
    """What the document says of it."""


class Event(Record):
    """Something that happened."""

    id: Id
    formerly: Formerly = ()
    title: Title
    short: Brief | None = None
    """What it is called where there is little room, in 34 characters at most."""
    track: Track
    """Which of the two stories it belongs to."""
    date: Date | None = None
    """In EDTF, as imprecise as the document."""
    date_words: Text | None = None
    """The date in words, where the document's words say it better than the EDTF."""
    placed_because: Text | None = None
    """Why we put it where it is, when the document gives no date."""
    placed: Placed | None = None
    """`in-order` for an event without a date that keeps its place in the file, behind the one before it."""
    after: tuple[EventId, ...] = ()
    """The events that it follows, where the document says so."""
    placed_after: tuple[EventId, ...] = ()
    """The events that we place it after, where the document does not say that it followed them."""
    later: Took | None = None
    """How long after the event in ``after`` it was, where the document gives a length and mentions no delay."""
    text: Text
    """What happened, restated in our words."""
    cites: Cites
    agencies: AgencyIds = ()
    """The agencies that it concerns."""
    about: SubjectIds = ()
    """Whom it is about, where it is not about all of the review's `subjects`."""
    agencies_because: AgenciesBecause = None
    themes: ThemeIds = ()
    turning_point: bool = False
    """Whether it is one of the few events at which the course of the case or of the review changed: our choice."""
    turning_point_because: Text | None = None
    """What made it one, in a sentence that says no more than the document."""
    delay: Delay | None = None
    """A wait that the document mentions, and that ended or was decided with this event."""

    @property
    def when(self) -> str:
        """The date for a reader: the document's words, or the EDTF in words."""
        return self.date_words or (self.date.words if self.date else "no date given")

    @model_validator(mode="after")
    def _is_placed(self) -> Self:
        if not (self.date or self.after or self.placed):
            right = "one of them must say where it stands, or `placed: in-order`"
            raise ValueError("it has neither `date` nor `after`", right)
        if self.placed and self.date:
            raise ValueError("`placed` stands beside `date`", "take it out: the date says where it stands")
        if self.later and len(self.after) != 1:
            raise ValueError("`later` does not tell than which event", "name that one event in `after`, and no other")
        if self.placed_after and not self.placed_because:
            raise ValueError("`placed_after` does not say why", "give the reason in `placed_because`")
        if self.turning_point and not self.turning_point_because:
            raise ValueError("`turning_point` does not say why", "give the reason in `turning_point_because`")
        if self.turning_point_because and not self.turning_point:
            raise ValueError("`turning_point_because` stands alone", "write `turning_point: true` before it")
        return self
