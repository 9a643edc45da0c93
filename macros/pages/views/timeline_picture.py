"""The timeline in a picture: what happened above an axis, how it was reviewed below, the turning points by name."""

from __future__ import annotations

from collections.abc import Iterable

from ...collection import Drawn, Review
from ...reading import counted, edtf_words
from ...records import Event, Track
from .. import links as to
from ..drawings import Band, Lane, Name, Overview, Picture, Strip
from ..shapes import Bar
from .scales import Scale, known, whole

WIDTH, LEFT = 1120, 76
"""The picture's width in its own units, and room for the tracks' names."""
LANE, ROW, GAP, AXIS = 18, 20, 12, 32
"""The height of a lane and of a row of names, the space between, and the room for the axis with its labels."""
BOLD, SOFT = 7.9, 7.2
"""How wide a letter of a name is, and one of the place beside it."""
TRACK = 24
"""The height of a track on a phone, in pixels."""
ROWS = (15, 40)
"""Between which per cent of the width the bars of the rows below stand: there the enlarged months lead."""
TRACKS = {Track.CASE: "What happened", Track.REVIEW: "How it was reviewed"}
"""What readers see above the events of a track."""


def timeline(review: Review) -> Picture | None:
    """The picture of a review's events; None where no event is dated."""
    if review.span is None:
        return None
    return Picture(
        title=f"Timeline of {review.head.short_title}: {counted(len(review.events), 'event')}, {_months(review)}",
        overview=_overview(review, Scale(*whole(*review.span), LEFT, WIDTH - 8, 8, 7.6)),
        strip=_strip(review, Scale(*whole(*review.span), 0, 100, 2, 2.2)),
    )


def _months(review: Review) -> str:
    """'August 2007 to April 2008', or the one month that both days are in."""
    first, last = (f"{day:%Y-%m}" for day in review.span or ())
    return edtf_words(first if first == last else f"{first}/{last}")


def _overview(review: Review, scale: Scale) -> Overview:
    above, below = (_names(review, track, scale) for track in (Track.CASE, Track.REVIEW))
    case = (_depth(above) * ROW + GAP) if above else 4
    axis = case + LANE + GAP
    beneath = axis + AXIS
    foot = beneath + LANE + (_depth(below) * ROW + GAP if below else 4)
    lanes = (_lane(review, Track.CASE, scale, case), _lane(review, Track.REVIEW, scale, beneath))
    return Overview(
        lanes=tuple(lane for lane in lanes if lane.bars),
        names=(
            *(name.drawn_at(case + LANE // 2, case - GAP - name.row * ROW - 4, case) for name in above),
            *(
                name.drawn_at(beneath + LANE // 2, beneath + LANE + GAP + name.row * ROW + 5, beneath + LANE)
                for name in below
            ),
        ),
        band=_band(review, scale, case, axis, foot),
        ticks=scale.ticks(),
        axis=axis,
        width=WIDTH,
        height=foot,
        left=LEFT,
        lane=LANE,
    )


def _lane(review: Review, track: Track, scale: Scale, y: int) -> Lane:
    bars = tuple(scale.bar(review.drawn[event.id]) for event in review.track(track) if event.id in review.drawn)
    return Lane(track.value, track.label, bars, y, y + 13)


def _band(review: Review, scale: Scale, top: int, axis: int, foot: int) -> Band | None:
    """The months that the rows enlarge, and how they widen into the rows' own column."""
    months = review.head.enlarge.as_written if review.head.enlarge else None
    if not (months and months.earliest and months.latest):
        return None
    first, last = (round(scale.at(day), 1) for day in whole(months.earliest, months.latest))
    left, right = (WIDTH * part / 100 for part in ROWS)
    return Band(first, last, top - GAP // 2, axis, foot, left, right)


def _names(review: Review, track: Track, scale: Scale) -> list[Name]:
    """The turning points of a track, each in the row nearest to its lane in which nothing crosses it."""
    turning = [event for event in review.track(track) if event.turning_point]
    named = [_name(review, event, scale) for event in turning if event.id in review.drawn]
    rightward = [name for name in named if not name.is_left]
    placed: list[Name] = []
    for name in (*reversed(rightward), *(name for name in named if name.is_left)):
        row = next((row for row in range(len(named)) if _fits(name.at_row(row), placed)), None)
        if row is not None:
            placed.append(name.at_row(row))
    return sorted(placed, key=lambda name: name.x)


def _name(review: Review, event: Event, scale: Scale) -> Name:
    bar: Bar = scale.bar(review.drawn[event.id])
    x = round(bar.x + bar.width / 2, 1)
    text, place = to.in_brief(event), to.to_places(review, event.cites)[0].text
    width = BOLD * len(text) + SOFT * (len(place) + 1) + 8
    is_left = x + width > WIDTH
    return Name(
        to.to_event(review, event), event.track.value, text, place, x, (x - width, x) if is_left else (x, x + width)
    )


def _fits(name: Name, others: Iterable[Name]) -> bool:
    """Whether a name covers no other, and neither's line crosses the other."""
    return not any(
        (name.row == other.row and name.span[0] < other.span[1] and other.span[0] < name.span[1])
        or (name.row > other.row and other.span[0] < name.x < other.span[1])
        or (other.row > name.row and name.span[0] < other.x < name.span[1])
        for other in others
    )


def _depth(names: Iterable[Name]) -> int:
    return max(name.row for name in names) + 1


def _strip(review: Review, scale: Scale) -> Strip:
    """A phone's picture: from when to when each track reaches."""
    lanes: list[tuple[str, str, Bar, int]] = []
    for track in Track:
        days = list(known(review.drawn[event.id] for event in review.track(track) if event.id in review.drawn))
        if days:
            lanes.append(
                (
                    track.value,
                    track.label,
                    scale.bar(Drawn(min(days), max(days), earlier=False, later=False)),
                    len(lanes) * TRACK,
                )
            )
    return Strip(tuple(lanes), tuple(tick for tick in scale.ticks() if tick.year or tick.x == 0))
