"""The waits that the document mentions, and what we work out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...collection import Measure, Review
from ...reading import counted, in_words, spread
from ...records import Beyond, Delay, Event, Finding, Standard, Track
from .. import links as to
from ..shapes import Ref
from ..tables import Table
from .tabulate import Column, table


@dataclass(frozen=True)
class _Waited:
    """A delay with its measure, the record under which it stands, and where the document speaks of it."""

    delay: Delay
    measure: Measure
    ref: Ref
    places: tuple[Ref, ...]


def delays(review: Review) -> Table:
    """The waits that the document mentions: its words first, and apart from them what we work out."""
    column = Column[_Waited]
    columns = (
        column("What", lambda each: (Ref(each.delay.what, each.ref.address, each.ref.text),)),
        column("What the document says", lambda each: (each.delay.happened,)),
        column(
            "Standard that it names",
            lambda each: (each.delay.standard.words,) if each.delay.standard else (),
            late=lambda each: each.measure.beyond is Beyond.YES,
        ),
        column("Our calculation", lambda each: _calculation(each.measure, each.delay), folded=True),
        column("Document", lambda each: each.places),
    )
    waits = _waits(review)
    caption = "Waits that the document mentions, first any that it measures against a standard" if waits else ""
    return table("delays--table", caption, columns, waits)


def _waits(review: Review) -> list[_Waited]:
    """Those that the document measures against a standard, then those of which it gives a length, then the others."""
    return sorted(_in_order(review), key=lambda each: (each.delay.standard is None, each.delay.took is None))


def _in_order(review: Review) -> Iterator[_Waited]:
    """Those that an event ended, in order; then those that no event ended."""
    held: list[Event | Finding] = [*review.track(Track.CASE), *review.findings.values()]
    for each in held:
        if each.delay:
            ref = to.to_event(review, each) if isinstance(each, Event) else to.to_finding(review, each)
            places = to.to_places(review, each.cites)
            yield _Waited(each.delay, review.measures[each.id], ref, places)


def _calculation(measure: Measure, delay: Delay) -> tuple[str, ...]:
    """What we work out, in one piece; nothing where there is nothing to work out."""
    words = " ".join(_sentences(measure, delay))
    return (words,) if words else ()


def _sentences(measure: Measure, delay: Delay) -> Iterator[str]:
    """What we count from the dates, what we take for granted, and whether that is beyond the standard."""
    if measure.wait and measure.calculated:
        fewest, most, unit = measure.wait.fewest, measure.wait.most, measure.unit.label
        yield f"{counted(fewest, unit)} or more." if most is None else f"{spread(fewest, most, unit)}."
        if delay.assumes:
            yield delay.assumes
    if delay.standard:
        yield f"Longer than the standard: {_beyond_in_words(measure, delay.standard)}."


def _beyond_in_words(measure: Measure, standard: Standard) -> str:
    """Whether the wait is beyond the standard, with the reasoning where even the shortest possible wait is."""
    word = measure.beyond.label if measure.beyond else ""
    if measure.by is None:
        return word
    least = counted(standard.number + measure.by, standard.unit.label)
    wait = f"{least}, and the standard is {standard.number}"
    if measure.shortest:
        first, last = map(in_words, measure.shortest)
        wait = f"the shortest possible wait, from {first} to {last}, is {wait}"
    return f"{word}, by at least {counted(measure.by, standard.unit.label)}: {wait}"
