"""All that the rules find in what is written: in a review, and in a vocabulary that reviews share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading import Complaint
from ..records import WrittenRecord
from .chain_rules import (
    agencies_within_themselves,
    agencies_without_a_part,
    circles_of_events,
    events_of_another_finding,
    events_without_a_day,
    links_stated_elsewhere,
    turning_points,
)
from .document_rules import paragraph_numbers, section_ranges
from .example_rules import examples_left, without_untouched
from .id_rules import ids_of_two_kinds, repeated_ids, repeated_numbers, repeated_parts, repeated_values, unknown_ids
from .list_rules import acts_of_recommendations, parts_of_recommendations, recommendation_numbers
from .written_review import Ids, WrittenReview

REVIEW_RULES = (
    repeated_parts,
    repeated_numbers,
    ids_of_two_kinds,
    section_ranges,
    paragraph_numbers,
    recommendation_numbers,
    acts_of_recommendations,
    parts_of_recommendations,
    links_stated_elsewhere,
    events_of_another_finding,
    turning_points,
    circles_of_events,
    events_without_a_day,
    agencies_without_a_part,
    examples_left,
)


def of_review(review: WrittenReview) -> Iterator[Complaint]:
    """All that the rules find in one review."""
    return without_untouched(review, _found(review))


def _found(review: WrittenReview) -> Iterator[Complaint]:
    for entries in review.lists.values():
        yield from repeated_ids(entries)
    yield from repeated_values(review.entries)
    yield from unknown_ids(review.entries, review.ids)
    for rule in REVIEW_RULES:
        yield from rule(review)


def of_vocabulary(entries: Sequence[WrittenRecord], ids: Ids) -> Iterator[Complaint]:
    """All that the rules find in a vocabulary that reviews share."""
    yield from repeated_ids(entries)
    yield from repeated_values(entries)
    yield from unknown_ids(entries, ids)
    yield from agencies_within_themselves([entry for entry in entries if isinstance(entry.value, dict)])
