"""The timeline's records in rows: when, its bar, what; under the month or the year in which each may begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ...collection import Collection, Review
from ...reading import counted, edtf_words
from ...records import Beyond, Event, RecordPage, Track
from .. import links as to
from ..drawings import Edge, Rows, Span, Stretch
from ..shapes import Closed
from . import chain_cards
from .cards import withdrawn
from .scales import Scale, known, whole
from .timeline_picture import TRACKS

EDGE = 9
"""Per cent of the bars' column for what is earlier or later than the months that are enlarged."""
BY_MONTH = 18
"""Up to how many months a track's rows stand under months; those of a longer one stand under years."""


def events(collection: Collection, review: Review) -> Rows:
    """The timeline's records: the case track, then the review track."""
    stretches = (_stretch(collection, review, track) for track in Track if review.track(track))
    return Rows(tuple(stretches), withdrawn(review, RecordPage.TIMELINE))


def _stretch(collection: Collection, review: Review, track: Track) -> Stretch:
    shown = review.track(track)
    scale, enlarged = _scale(review, track)
    edges = (Edge(EDGE - 1, "earlier", before=True), Edge(100 - EDGE, "later")) if scale and scale.margin else ()
    cards = {event.id: chain_cards.event(collection, review, event, _closed(review, event, scale)) for event in shown}
    return Stretch(
        id=f"track--{track.value}",
        tone=track.value,
        heading=TRACKS[track],
        count=counted(len(shown), "event"),
        enlarged=enlarged,
        edges=edges,
        ticks=scale.ticks() if scale else (),
        spans=tuple(
            Span(heading, tuple(cards[event.id] for _, event in members))
            for heading, members in groupby(_under_headings(review, track, scale), lambda pair: pair[0])
        ),
    )


def _scale(review: Review, track: Track) -> tuple[Scale | None, bool]:
    """The months over which a track's bars lie, and whether a review chose them; None where nothing is dated."""
    days = list(known(review.drawn[event.id] for event in review.track(track) if event.id in review.drawn))
    if not days:
        return None, False
    first, last = min(days), max(days)
    chosen = review.head.enlarge.as_written if review.head.enlarge and track is Track.CASE else None
    if not (chosen and chosen.earliest and chosen.latest):
        return Scale(*whole(first, last), 0, 100, 1.5, 2.5), False
    margin = EDGE if first < chosen.earliest or last > chosen.latest else 0
    return Scale(*whole(chosen.earliest, chosen.latest), margin, 100 - margin, 1.5, 2.5, margin), True


def _closed(review: Review, event: Event, scale: Scale | None) -> Closed:
    days = review.drawn.get(event.id)
    return Closed(
        beside=(", ".join(ref.text for ref in to.to_places(review, event.cites)),),
        bar=scale.bar(days) if scale and days else None,
        late=_late(review, event),
        told=event.turning_point_because or "",
    )


def _late(review: Review, event: Event) -> str:
    """A wait that the document measures: against a standard that it names, or from one event to this by its length.

    A length that leads from no event that is known would read as if this event itself had been waited for.
    """
    delay = event.delay
    if delay is None:
        return ""
    if delay.standard and review.measures[event.id].beyond is Beyond.YES:
        return f"wait: longer than {counted(delay.standard.number, delay.standard.unit.label)}"
    if delay.took and delay.since:
        return f"wait: {'about ' if delay.took.about else ''}{counted(delay.took.number, delay.took.unit.label)}"
    return ""


def _under_headings(review: Review, track: Track, scale: Scale | None) -> Iterator[tuple[str, Event]]:
    """Each event with its month or, on a long track, its year.

    One whose beginning is open stands under its last possible month. None stands under an earlier heading than the
    event before it: the order of events is the document's.
    """
    by_year = scale is not None and len(scale.months) > BY_MONTH
    reached: date | None = None
    for event in review.track(track):
        days = review.drawn.get(event.id)
        day = (days.first or days.last) if days else reached
        reached = max(filter(None, (reached, day)), default=None)
        yield (_heading(reached, by_year) if reached else "No date given"), event


def _heading(day: date, by_year: bool) -> str:
    return str(day.year) if by_year else edtf_words(f"{day:%Y-%m}")
