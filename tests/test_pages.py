"""What pages call is read from their text, with its line."""

from __future__ import annotations

import pytest

from macros import calls
from macros.pages import calls_in, front_matter


def test_calls_are_found_with_their_lines_and_arguments() -> None:
    (first, second) = calls_in("---\nreview: x\n---\n{{ rec('a-1') }}\n\n{{ para(20, review='y') | upper }}\n")
    assert (first.name, first.arguments, first.line) == ("rec", ("a-1",), 4)
    assert (second.name, second.arguments, second.named, second.line) == ("para", (20,), {"review": "y"}, 6)


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("---\nreview: baby-z\ntitle: x\n---\n# A", "baby-z"),
        ("---\ntitle: x\nreview: 'baby-z'\n---\n", "baby-z"),
        ("---\ntitle: x\n---\nreview: baby-z\n", None),
        ("# A\n", None),
    ],
)
def test_the_review_is_read_from_the_front_matter(text: str, review: str | None) -> None:
    assert front_matter(text, "page.md").value.get("review") == review


def test_every_macro_has_one_name() -> None:
    assert len(calls.NAMES) == len(calls.BLOCKS) + len(calls.SHARED_BLOCKS) + len(calls.INLINE) + 1
