"""The order of events: the days that are possible for each, and the sequence that follows."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise, permutations

from ..records import Event, Placed, Slug, Took, Track, Unit
from .waits import after_a, shorter

Bounds = tuple[date, date]
"""A first and a last day; ``date.min`` and ``date.max`` where nothing says."""


def possible_days(events: Iterable[Event]) -> dict[Slug, Bounds]:
    """The first and the last day that an event's own date, what it follows and how long after it came allow.

    ``date.min`` and ``date.max`` stand where nothing says. Raises CycleError where events run in a circle.
    """
    written = {event.id: event for event in events}
    follows = _follows(written)
    bounds: dict[Slug, Bounds] = {}
    for key in TopologicalSorter(follows).static_order():
        event = written[key]
        first = (event.date.earliest if event.date else None) or date.min
        last = (event.date.latest if event.date else None) or date.max
        first = max([first, *(bounds[before][0] for before in follows[key])])
        for before, took in _lengths(event):
            since, until = bounds.get(before, (date.min, date.max))
            if took.unit is not Unit.WORKING_DAYS and not took.about:
                first = max(first, after_a(took, since)) if since > date.min else first
                last = min(last, after_a(took, until)) if until < date.max else last
        bounds[key] = (first, last)
    return bounds


@dataclass(frozen=True)
class Drawn:
    """The days at which an event is drawn and listed, and whether earlier or later ones are possible too.

    ``first`` or ``last`` is None where nothing says how far it reaches.
    """

    first: date | None
    last: date | None
    earlier: bool
    later: bool


def drawn(event: Event, bounds: Bounds) -> Drawn | None:
    """Where an event is drawn: at all its possible days, or at those of a date that is only about right.

    None where nothing is known of them.
    """
    first = None if bounds[0] == date.min else bounds[0]
    last = None if bounds[1] == date.max else bounds[1]
    written = event.date.as_written if event.date else None
    if event.date and written and (written.earliest, written.latest) != (event.date.earliest, event.date.latest):
        begin = max(filter(None, (first, written.earliest)), default=None)
        end = min(filter(None, (last, written.latest)), default=None)
        if not (begin and end and end < begin):
            return Drawn(begin, end, begin != first or begin is None, end != last or end is None)
    return Drawn(first, last, first is None, last is None) if first or last else None


def _lengths(event: Event) -> Iterator[tuple[Slug, Took]]:
    """How long after which other events it was, where the document says so."""
    if event.later:
        yield event.after[0], event.later
    if event.delay and event.delay.took and event.delay.since:
        yield event.delay.since, event.delay.took


def _follows(events: Mapping[Slug, Event]) -> dict[Slug, set[Slug]]:
    """For each event, those of the others that it follows: by ``after``, or as the end of a wait that they begin."""
    return {
        key: {*event.after, *((event.delay.since,) if event.delay and event.delay.since else ())} & set(events)
        for key, event in events.items()
    }


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order that their dates and sequence allow.

    Whatever an event follows comes before it, and so does whatever was sooner after the same. Among those free to come
    next, the one whose first known day is earliest comes next, then the one whose last possible day is, then the one
    written first. Raises CycleError where events run in a circle.
    """
    written = {event.id: event for event in events}
    keys = _sort_keys(written)
    sorter = TopologicalSorter(_stands_behind(written))
    sorter.prepare()
    free: list[tuple[date, date, int, str]] = []
    order: list[Event] = []
    while sorter.is_active():
        for key in sorter.get_ready():
            heapq.heappush(free, (*keys[key], key))
        key = heapq.heappop(free)[-1]
        order.append(written[key])
        sorter.done(key)
    return tuple(order)


def _stands_behind(events: Mapping[Slug, Event]) -> dict[Slug, set[Slug]]:
    """For each event, those behind which it stands: what it follows, what we place it after, and what was sooner."""
    lengths: dict[Slug, list[tuple[Slug, Took]]] = defaultdict(list)
    before_it: dict[Slug, Slug] = {}
    for track in Track:
        keys = [key for key, event in events.items() if event.track is track]
        before_it |= {after: before for before, after in pairwise(keys) if events[after].placed is Placed.IN_ORDER}
    for key, event in events.items():
        for since, took in _lengths(event):
            lengths[since].append((key, took))
    behind = {key: before | ({*events[key].placed_after} & set(events)) for key, before in _follows(events).items()}
    for key, before in before_it.items():
        behind[key].add(before)
    for (key, took), (other, longer) in (pair for each in lengths.values() for pair in permutations(each, 2)):
        if key != other and shorter(took, longer):
            behind[other].add(key)
    return behind


def _sort_keys(events: Mapping[Slug, Event]) -> dict[Slug, tuple[date, date, int]]:
    """For each event the first day that counts for its place, its last possible day, and its number as written.

    The document's sequence places an event that has neither a date nor a length: it counts from no earlier a day than
    what is written before it and follows the same.
    """
    bounds, follows = possible_days(events.values()), _follows(events)
    keys: dict[Slug, tuple[date, date, int]] = {}
    latest: dict[Slug, date] = {}
    for number, (key, event) in enumerate(events.items()):
        first, last = bounds[key]
        if event.date:
            first = max(first, event.date.sorts_at)
            last = min(last, event.date.as_written.latest or last)
        elif not any(_lengths(event)):
            first = max([first, *(latest.get(before, date.min) for before in follows[key])])
        for before in follows[key]:
            latest[before] = max(first, latest.get(before, date.min))
        keys[key] = (first, last, number)
    return keys


def circle(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of a circle in which events follow one another, or nothing."""
    try:
        in_order(events)
    except CycleError as error:
        return tuple(error.args[1])
    return ()
