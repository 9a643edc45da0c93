"""The rules on lists: none of their recommendations is missing, and each says what it must. Docstrings state them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading import Complaint, counted, one_of
from ..records import Holds, Recommendation, RecommendationList, RecordPage, WrittenRecord
from .document_rules import runs
from .written_review import WrittenReview


def recommendation_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """Each recommendation stands in a list with a number that the list has, and none is missing."""
    if not review.shape or review.declared["recommendation"] is None:
        return
    lists = {each.id: each for each in review.shape.lists}
    found: dict[str, list[int | str | None]] = {key: [] for key in lists}
    for entry in review.lists["recommendations.yml"]:
        if entry.key is None:
            continue
        of, number = _place_in_list(entry)
        if of not in lists and entry.value.get("list"):
            continue  # it names a list that is not there, which another rule says
        if of not in lists:
            right = f"an id is a list and a number, and as for the list, {one_of(lists, of)}"
            yield entry.where.complain(entry.name, f"there is no list `{of or entry.key}`", right, "id")
            continue
        if number is None and not entry.value.get("list"):
            wrong = f"the id says no number of the list `{of}`"
            right = f"end it with the number, as in {of}-1; or say `list: {of}`, if it has none"
            yield entry.where.complain(entry.name, wrong, right, "id")
            continue
        if number is not None and number in found[of]:
            wrong = f"the list `{of}` has its number {number} twice"
            yield entry.where.complain(entry.name, wrong, "give each its own, as it is printed", "number")
            continue
        found[of].append(number)
        its = range(lists[of].first, lists[of].first + lists[of].size)
        if isinstance(number, int) and number not in its:
            wrong = f"the list `{of}` has no number {number}"
            yield entry.where.complain(entry.name, wrong, f"it has {runs(its)}", "id")
    for withdrawn in review.shape.withdrawn:
        of, _, last = withdrawn.id.rpartition("-")
        if withdrawn.page is RecordPage.RECOMMENDATIONS and of in lists:
            found[of].append(int(last) if last.isdecimal() else None)
    for key, each in lists.items():
        yield from _missing_from_list(review, each, found[key])


def _place_in_list(entry: WrittenRecord) -> tuple[str, int | str | None]:
    """The list and the number of a recommendation, as far as they are written."""
    record: Recommendation | None = entry.record
    if record:
        return record.list_id, record.printed_number
    of, _, last = str(entry.key).rpartition("-")
    return str(entry.value.get("list") or of), int(last) if last.isdecimal() else None


def _missing_from_list(
    review: WrittenReview, of: RecommendationList, numbers: Sequence[int | str | None]
) -> Iterator[Complaint]:
    right = "add what is missing, or mend the list's `size` in review.yml"
    whole = [number for number in numbers if isinstance(number, int)]
    if len(whole) == len(numbers):
        lacking = runs(number for number in range(of.first, of.first + of.size) if number not in whole)
        wrong = f"the list has {counted(of.size, of.holds.label)}, and this is not written: {lacking}"
        if lacking:
            yield review.missing("recommendations.yml", of.id, wrong, right)
    elif len(numbers) != of.size:
        wrong = f"the list has {counted(of.size, of.holds.label)}, but the file has {len(numbers)}"
        yield review.missing("recommendations.yml", of.id, wrong, right)


def acts_of_recommendations(review: WrittenReview) -> Iterator[Complaint]:
    """A recommendation says what it asks for, and one that its heading addresses as well stands under an agency's."""
    lists = {each.id: each for each in review.shape.lists} if review.shape else {}
    for entry in review.lists["recommendations.yml"]:
        record: Recommendation | None = entry.record
        of = lists.get(record.list_id) if record else None
        if not record or not of:
            continue
        if of.holds is Holds.RECOMMENDATIONS and not record.asks_for:
            wrong = "`asks_for` has too few entries" if "asks_for" in entry.value else "the key `asks_for` is missing"
            right = "it needs at least 1" if "asks_for" in entry.value else "add `asks_for:` with its value"
            yield entry.where.complain(entry.name, wrong, right, "asks_for")
        if record.heading_too and not of.agency and review.head:
            wrong = f"its heading names no agency, and `{record.id}` has `heading_too`"
            at = ("lists", list(lists).index(of.id))
            yield review.head.where.complain(of.id, wrong, "give it its `agency`, or take `heading_too` out", *at)


def parts_of_recommendations(review: WrittenReview) -> Iterator[Complaint]:
    """No two parts of a recommendation have the same letter, and its links name parts that it has."""
    ids = review.declared["recommendation"] or frozenset()
    for entry in review.lists["recommendations.yml"]:
        record: Recommendation | None = entry.record
        for number, part in enumerate(record.parts if record else ()):
            if record and f"{record.id}-{part.id}" in ids:
                wrong = f"its part `{part.id}` would have the address of `{record.id}-{part.id}`"
                yield entry.where.complain(entry.name, wrong, "give that one another id", "parts", number, "id")
        known = [part.id for part in record.parts] if record else []
        for number, letter in enumerate(known):
            if letter in known[:number]:
                wrong = f"the part `{letter}` stands twice"
                yield entry.where.complain(entry.name, wrong, "give each its own letter", "parts", number, "id")
        for number, link in enumerate(record.responds_to if record else ()):
            for at, letter in enumerate(link.parts):
                if letter not in known:
                    wrong = f"it has no part `{letter}`"
                    place = ("responds_to", number, "parts", at)
                    yield entry.where.complain(entry.name, wrong, one_of(known, letter), *place)
