"""The rules on the document: none of its paragraphs and recommendations is missing. Each rule's docstring states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..reading import Complaint, counted, one_of
from .written_review import WrittenReview


def section_ranges(review: WrittenReview) -> Iterator[Complaint]:
    """The sections follow one another from paragraph 1 without gap or overlap, and none is part of itself."""
    if not review.head or not review.shape:
        return
    where = review.head.where
    expected = 1
    for number, section in enumerate(review.shape.sections):
        place = ("sections", number, "paragraphs")
        first, last = section.paragraphs
        if first != expected:
            yield where.complain(
                section.id, f"the section begins with paragraph {first}", f"it should begin with {expected}", *place
            )
        if last < first:
            yield where.complain(section.id, "the section ends before it begins", f"write it as {last}-{first}", *place)
        if section.under == section.id:
            yield where.complain(section.id, "the section is part of itself", "take `under` out", *place[:2], "under")
        expected = max(first, last) + 1


def paragraph_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """There is one gist for each paragraph that the sections hold, and none outside them."""
    written, known = review.declared["paragraph"], review.ids["paragraph"]
    if not review.shape or written is None or known is None:
        return
    for entry in review.lists["paragraphs.yml"]:
        if isinstance(entry.key, int) and entry.key not in known:
            wrong = f"there is no paragraph {entry.key} in the document"
            right = f"the sections of review.yml hold {runs(n for n in known if isinstance(n, int))}"
            yield entry.where.complain(entry.name, wrong, right, "number")
    lacking = runs(number for number in known - written if isinstance(number, int))
    if lacking:
        wrong = f"no gist is written for {lacking}"
        yield review.missing("paragraphs.yml", "paragraphs", wrong, "add a record with `number` and `gist` for each")


def recommendation_numbers(review: WrittenReview) -> Iterator[Complaint]:
    """Each recommendation stands in a list with a number that the list has, and no number is missing."""
    written = review.declared["recommendation"]
    if not review.shape or written is None:
        return
    sizes = {each.id: each.size for each in review.shape.lists}
    for entry in review.lists["recommendations.yml"]:
        list_, _, number = str(entry.key).rpartition("-")
        if entry.key is None:
            continue
        if list_ not in sizes:
            right = f"an id is a list and a number, and as for the list, {one_of(sizes, list_)}"
            yield entry.where.complain(entry.name, f"there is no list `{list_ or entry.key}`", right, "id")
        elif number not in map(str, range(1, sizes[list_] + 1)):
            right = f"it has {runs(range(1, sizes[list_] + 1))}"
            yield entry.where.complain(entry.name, f"the list `{list_}` has no number {number}", right, "id")
    for list_, size in sizes.items():
        lacking = runs(number for number in range(1, size + 1) if f"{list_}-{number}" not in written)
        if lacking:
            wrong = f"the list has {counted(size, 'recommendation')}, and this is not written: {lacking}"
            yield review.missing(
                "recommendations.yml", list_, wrong, "add what is missing, or mend the list's `size` in review.yml"
            )


def runs(numbers: Iterable[int]) -> str:
    """Numbers in words, runs of them drawn together: '1 to 3, 7'."""
    ordered = sorted(numbers)
    breaks = [after for before, after in pairwise(ordered) if after != before + 1]
    starts = [*ordered[:1], *breaks]
    ends = [*(ordered[ordered.index(each) - 1] for each in breaks), *ordered[-1:]]
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in zip(starts, ends, strict=True))
