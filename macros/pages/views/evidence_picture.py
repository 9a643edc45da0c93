"""Findings by theme and recommendations by list, with the links between them as ribbons as wide as they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from ...collection import Collection, Review, addresses, counts
from ...reading import counted
from ...records import Basis, Finding, Recommendation, Slug
from .. import languages
from ..drawings import End, Flow, Flows, Ribbon
from ..shapes import Ref
from .cards import by_first_theme

LINK, SLOT, BETWEEN = 7, 36, 6
"""How high a link is, the least room that a name with its note takes, and the space between two names."""

Pair = tuple[str, str, Basis]
"""A theme's group, a list, and what a link between them rests on."""


def evidence(collection: Collection, review: Review) -> Flows | None:
    """The picture of a review's links; None where there is nothing to link."""
    if not (review.findings and review.recommendations):
        return None
    themes = by_first_theme(collection, review)
    links = _links(review, {each.id: key for key, _, found in themes for each in found})
    left = _stacked(sum(n for (key, _, _), n in links.items() if key == theme) for theme, _, _ in themes)
    right = _stacked(sum(n for (_, key, _), n in links.items() if key == each.id) for each in review.head.lists)
    height = max(_foot(left), _foot(right))
    starts = _ends(left, height, (_theme(review, *each) for each in themes))
    ends = _ends(right, height, (_list(review, each.id) for each in review.head.lists))
    ribbons = _ribbons(links, [key for key, _, _ in themes], [each.id for each in review.head.lists], starts, ends)
    return Flows(
        title=f"Findings and {counts.several(review)} in {review.head.short_title}",
        description=_description(links),
        flows=tuple(Flow(end, ribbons[key]) for (key, _, _), end in zip(themes, starts, strict=True)),
        lists=tuple(ends),
        height=height,
    )


def _links(review: Review, under: Mapping[Slug, str]) -> Mapping[Pair, int]:
    """How many links there are between each theme and each list; ``under`` tells each finding's theme."""
    found = ((rec, link) for rec in review.recommendations.values() for link in rec.responds_to)
    return Counter((under[link.finding], rec.list_id, link.basis) for rec, link in found)


def _theme(review: Review, key: str, heading: str, found: Sequence[Finding]) -> tuple[Ref, str]:
    linked = sum(each.id in review.answers_to for each in found)
    address = f"{addresses.review(review.slug, addresses.page_of(Finding))}#{key}"
    return Ref(heading, address), f"{linked or 'none'} of {counted(len(found), 'finding')} linked"


def _list(review: Review, key: str) -> tuple[Ref, str]:
    members = review.in_list(key)
    linked = sum(bool(rec.responds_to) for rec in members)
    address = f"{addresses.review(review.slug, addresses.page_of(Recommendation))}#list--{key}"
    ref = Ref(review.lists[key].label, address, language=languages.of(review))
    return ref, f"{linked or 'none'} of {len(members)} linked to a finding"


def _stacked(links: Iterable[int]) -> list[tuple[int, int]]:
    """For each end, the middle of its room and how high its bar is."""
    y, found = 0, []
    for number in links:
        room = max(number * LINK, SLOT)
        found.append((y + room // 2, number * LINK))
        y += room + BETWEEN
    return found


def _foot(stacked: Sequence[tuple[int, int]]) -> int:
    middle, height = stacked[-1]
    return middle + max(height, SLOT) // 2 + 1


def _ends(stacked: Sequence[tuple[int, int]], height: int, named: Iterable[tuple[Ref, str]]) -> list[End]:
    """The ends with their names, in the middle of the picture's height."""
    down = (height - _foot(stacked)) // 2
    return [End(ref, note, y + down, high) for (y, high), (ref, note) in zip(stacked, named, strict=True)]


def _ribbons(
    links: Mapping[Pair, int], themes: Sequence[str], lists: Sequence[str], starts: Sequence[End], ends: Sequence[End]
) -> Mapping[str, tuple[Ribbon, ...]]:
    """Every theme's ribbons: side by side where they begin and where they end, and in the order of both."""
    at = {key: end.top for key, end in zip(themes, starts, strict=True)}
    to = {key: end.top for key, end in zip(lists, ends, strict=True)}
    named = {key: end.ref.text for key, end in zip([*themes, *lists], [*starts, *ends], strict=True)}
    found: dict[str, list[Ribbon]] = {key: [] for key in themes}
    for theme, key, basis in product(themes, lists, Basis):
        number = links.get((theme, key, basis), 0)
        if number:
            words = f"{named[theme]}, {named[key]}: {counted(number, 'link')}, {basis.label}"
            found[theme].append(Ribbon(words, basis, at[theme], to[key], number * LINK))
            at[theme] += number * LINK
            to[key] += number * LINK
    return {key: tuple(ribbons) for key, ribbons in found.items()}


def _description(links: Mapping[Pair, int]) -> str:
    stated = sum(number for (_, _, basis), number in links.items() if basis is Basis.STATED)
    inferred = sum(links.values()) - stated
    if not links:
        return "No link is stated by the document, and we infer none."
    what = f"{stated} stated by the document and {inferred} inferred by us"
    if not (stated and inferred):
        what = "all stated by the document" if stated else "all inferred by us"
    return f"{counted(stated + inferred, 'link')}, {what}. A gap says only that we see no link."
