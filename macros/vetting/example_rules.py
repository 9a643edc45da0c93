"""What is laid in a new review is invented: none of it may be published. Each rule's docstring states it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

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


def _is_of_the_head(entry: WrittenRecord, at: tuple[Key, ...], text: str) -> bool:
    """Whether a key of review.yml still has what was laid, however short: an author, a day."""
    return entry.model is Head and at[0] in _SHORT and str(skeleton.example_head()[str(at[0])]) == text


_SHORT = ("author", "subject", "short_title", "published", "on_site")


@functools.cache
def _laid() -> frozenset[str]:
    """The texts of the example, and what stands in a stub."""
    examples = (skeleton.example(file) for file in all_files() if "<slug>" in file.path)
    texts = {text for value in examples for at, text in _texts(value, ()) if "withdrawn" not in at}
    return frozenset(text for text in texts if len(text.split()) > _WORDS) | {skeleton.TO_WRITE}


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
