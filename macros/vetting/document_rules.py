"""The rules on the document: its sections hold all of its paragraphs, in order. Each rule's docstring states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..collection import ends
from ..reading import Complaint
from ..records import Paragraph, Place, RecordPage, WrittenRecord, anchor, shown_place
from .written_review import WrittenReview


def section_ranges(review: WrittenReview) -> Iterator[Complaint]:
    """The sections follow one another from the first paragraph without gap or overlap; none is part of itself."""
    if not review.head or not review.shape:
        return
    for number, section in enumerate(review.shape.sections):
        if section.under == section.id:
            right = "take `under` out"
            yield review.head.where.complain(
                section.id, "the section is part of itself", right, "sections", number, "under"
            )
    yield from _counted_sections(review) if review.size else _printed_sections(review)


def _counted_sections(review: WrittenReview) -> Iterator[Complaint]:
    """Where paragraphs are numbered 1, 2, 3 and so on, the sections say how many there are."""
    assert review.head
    assert review.shape
    where = review.head.where
    expected = 1
    for number, section in enumerate(review.shape.sections):
        place = ("sections", number, "paragraphs")
        first, last = (end for end in section.paragraphs if isinstance(end, int))
        if first != expected:
            yield where.complain(
                section.id, f"the section begins with paragraph {first}", f"it should begin with {expected}", *place
            )
        if last < first:
            yield where.complain(section.id, "the section ends before it begins", f"write it as {last}-{first}", *place)
        expected = max(first, last) + 1


def _printed_sections(review: WrittenReview) -> Iterator[Complaint]:
    """Where they are numbered otherwise, paragraphs.yml says which there are, and in what order."""
    order = _order(review)
    if not review.head or not review.shape or order is None:
        return
    where, at = review.head.where, {place: number for number, place in enumerate(order)}
    by_id = {section.id: section for section in review.shape.sections}
    expected: int | None = 0
    for number, section in enumerate(review.shape.sections):
        key = ("sections", number, "paragraphs")
        first, last = ends(section, by_id, at)
        absent = [end for end in dict.fromkeys((first, last)) if end not in at]
        for end in absent:
            wrong = f"{shown_place(end)}, at an end of the section, is not in paragraphs.yml"
            yield where.complain(section.id, wrong, f"its paragraphs are {listed(order)}", *key)
        if absent:
            expected = None  # where the next should begin cannot be told
            continue
        if at[last] < at[first]:
            wrong = f"{shown_place(last)} stands before {shown_place(first)} in paragraphs.yml"
            yield where.complain(section.id, wrong, "write the first and then the last", *key)
        elif expected is not None and at[first] != expected:
            right = (
                f"it should begin with {order[expected]}" if expected < len(order) else "no paragraph is left for it"
            )
            yield where.complain(section.id, f"the section begins with paragraph {first}", right, *key)
        expected = max(at[first], at[last]) + 1


def paragraph_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """There is one gist for each paragraph that the sections hold, and none outside them."""
    written, known = review.declared["paragraph"], review.ids["paragraph"]
    if not review.shape or written is None or known is None:
        return
    if not review.size:
        yield from _printed_numbers(review)
        return
    whole = runs(number for number in known if isinstance(number, int))
    for entry in review.lists["paragraphs.yml"]:
        if isinstance(entry.key, int) and entry.key not in known:
            wrong = f"there is no paragraph {entry.key} in the document"
            yield entry.where.complain(entry.name, wrong, f"the sections of review.yml hold {whole}", "number")
        elif isinstance(entry.key, str) and not _BETWEEN.fullmatch(entry.key):
            wrong = f"`{entry.key}` is not among {whole}, which the sections of review.yml hold"
            right = "where the document numbers its paragraphs so, give the sections' ends as it prints them"
            yield entry.where.complain(entry.name, wrong, right, "number")
    if any(isinstance(each, str) for each in written):
        yield from _printed_numbers(review)
    withdrawn = {each.id for each in review.shape.withdrawn if each.page is RecordPage.PARAGRAPHS}
    left = (number for number in known - written if isinstance(number, int) and anchor(number) not in withdrawn)
    lacking = runs(left)
    if lacking:
        wrong = f"no gist is written for {lacking}"
        yield review.missing("paragraphs.yml", "paragraphs", wrong, "add a record with `number` and `gist` for each")


_BETWEEN = re.compile(r"[0-9]+[a-z]|[A-Za-z]+ [0-9A-Za-z]+|p\.[0-9]+")
"""What may stand between paragraphs that are numbered 1, 2, 3 and so on: 2a, box 5, footnote 3."""


def _printed_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """Printed numbers rise, each has an address of its own, and the sections hold them all."""
    entries = [entry for entry in review.lists["paragraphs.yml"] if entry.record]
    for before, after in pairwise(entries):
        if _falls(before.record, after.record):
            wrong = f"{after.name} stands behind {before.name}"
            yield after.where.complain(after.name, wrong, "write paragraphs in the document's order", "number")
    addresses: dict[str, WrittenRecord] = {}
    for entry in entries:
        mark = anchor(entry.record.place)
        other = addresses.setdefault(mark, entry)
        if other.key != entry.key:
            wrong = f"its address would be that of {other.name}"
            yield entry.where.complain(entry.name, wrong, "write the two so that they differ in letters", "number")
    order = _order(review)
    sections = review.shape.sections if review.shape else ()
    if order and sections:
        by_id = {section.id: section for section in sections}
        last = ends(sections[-1], by_id, order)[1]
        beyond = order[order.index(last) + 1 :] if last in order else ()
        if beyond:
            wrong = f"no section of review.yml holds {listed(beyond)}"
            right = "let the last section end with the last paragraph"
            yield review.missing("paragraphs.yml", "paragraphs", wrong, right)


def _order(review: WrittenReview) -> Sequence[Place] | None:
    """The paragraphs' places as they are written; None where the file cannot be read."""
    if review.declared["paragraph"] is None:
        return None
    return [entry.key for entry in review.lists["paragraphs.yml"] if entry.key is not None]


def listed(places: Sequence[Place]) -> str:
    """Places in words: runs of whole numbers drawn together, and the first and the last of many others."""
    whole = [place for place in places if isinstance(place, int)]
    if len(whole) == len(places):
        return runs(whole)
    shown = [str(place) for place in places]
    return ", ".join(shown) if len(shown) <= 6 else f"{shown[0]} to {shown[-1]}"


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _roman(text: str) -> int | None:
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    if not all(values):
        return None
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _falls(before: Paragraph, after: Paragraph) -> bool:
    """Whether the second of two paragraphs that follow one another has a smaller number, however numbers are read."""
    if before.part != after.part:
        return False
    pairs = [re.findall(r"[0-9]+|[A-Za-z]+", str(each.number)) for each in (before, after)]
    for one, other in zip(*pairs, strict=False):
        if one == other:
            continue
        if one.isdecimal() and other.isdecimal():
            return int(one) > int(other)
        romans = _roman(one), _roman(other)
        if romans[0] and romans[1] and (romans[0] < romans[1] or len(one) + len(other) > 2):
            return romans[0] > romans[1]
        return len(one) == len(other) == 1 and one.isalpha() and other.isalpha() and one.lower() > other.lower()
    return len(pairs[0]) > len(pairs[1])


def runs(numbers: Iterable[int]) -> str:
    """Numbers in words, runs of them drawn together: '1 to 3, 7'."""
    ordered = sorted(numbers)
    breaks = [after for before, after in pairwise(ordered) if after != before + 1]
    starts = [*ordered[:1], *breaks]
    ends = [*(ordered[ordered.index(each) - 1] for each in breaks), *ordered[-1:]]
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in zip(starts, ends, strict=True))
