"""What is laid in a new review is invented: none of it may be published, and in a draft it may not get in the way."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..authoring import skeleton
from ..reading import Complaint, Key
from ..records import Head, WrittenRecord, all_files
from .written_review import WrittenReview

_WORDS = 5
"""Texts of so few words are no sign of the example: anybody may write 'Introduction'."""


def examples_left(review: WrittenReview) -> Iterator[Complaint]:
    """No text of a review that is no draft is still the one that `make new-review` laid."""
    if not review.shape or review.shape.draft:
        return
    for entry in review.entries:
        texts = _texts(entry.value, ()) if entry.model is Head else _own_texts(entry.value)  # these are many
        laid = next((at for at, text in texts if text in _laid() or _is_of_the_head(entry, at, text)), None)
        if laid:
            wrong = "this is still what `make new-review` laid"
            yield entry.where.complain(entry.name, wrong, "write your own, or take it out", *laid)


def without_untouched(review: WrittenReview, complaints: Iterable[Complaint]) -> Iterator[Complaint]:
    """In a draft, one complaint for each file in place of those about records that nobody has written over yet.

    They say of an example what its writer never wrote; and there is one for each example that another file outgrew.
    """
    if not _is_draft(review):
        yield from complaints
        return
    untouched = {(entry.where.path, entry.name) for entry in review.entries if _is_untouched(entry)}
    told: set[str] = set()
    for each in complaints:
        if (each.path, each.record) not in untouched:
            yield each
        elif each.path not in told:
            told.add(each.path)
            yield _outgrown(each)


def _outgrown(complaint: Complaint) -> Complaint:
    wrong = "what `make new-review` laid here does not fit what you wrote in the other files"
    right = "write your own records over it, or leave nothing but `[]` in the file"
    return Complaint(complaint.path, complaint.line, PurePosixPath(complaint.path).name, wrong, right)


def _is_draft(review: WrittenReview) -> bool:
    """Whether review.yml says so, even where something else in it is wrong."""
    return review.head is not None and isinstance(review.head.value, dict) and review.head.value.get("draft") is True


def _is_untouched(entry: WrittenRecord) -> bool:
    """Whether all that a record says is the example's; a stub is its writer's own already."""
    said = [text for _, text in _own_texts(entry.value) if " " in text]  # what is one word is an id or a date
    return entry.model is not Head and bool(said) and _examples().issuperset(said)


def _is_of_the_head(entry: WrittenRecord, at: tuple[Key, ...], text: str) -> bool:
    """Whether a key of review.yml still has what was laid, however short: an author, a day."""
    return entry.model is Head and at[0] in _SHORT and str(skeleton.example_head()[str(at[0])]) == text


_SHORT = ("author", "subject", "short_title", "published", "on_site")


@functools.cache
def _laid() -> frozenset[str]:
    """What is a sign of the example, and what stands in a stub."""
    return frozenset(text for text in _examples() if len(text.split()) > _WORDS) | {skeleton.TO_WRITE}


@functools.cache
def _examples() -> frozenset[str]:
    """The texts of the example."""
    examples = (skeleton.example(file) for file in all_files() if "<slug>" in file.path)
    return frozenset(text for value in examples for at, text in _texts(value, ()) if "withdrawn" not in at)


def _own_texts(value: object) -> Iterator[tuple[tuple[Key, ...], str]]:
    """The texts that stand in a record itself, and not in a part of it."""
    for key, each in value.items() if isinstance(value, dict) else ():
        if isinstance(each, str):
            yield (key,), each


def _texts(value: object, at: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every text in a value, with the keys under which it stands."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*at, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*at, number))
