"""What pages call is read from their text, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.pages import calls
from macros.reading import BrokenData
from macros.vetting import front_matter, load
from macros.vetting.page_calls import calls_in, other_than_calls, read_page


def test_calls_are_found_with_their_lines_and_arguments() -> None:
    page = read_page("---\nreview: x\n---\n{{ rec('a-1') }}\n\n{{ para(20, review='y') }}\n")
    (first, second) = calls_in(page)
    assert not list(other_than_calls(page))
    assert (first.name, first.given, first.line) == ("rec", ("a-1",), 4)
    assert (second.name, second.given, second.named, second.line) == ("para", (20,), {"review": "y"}, 6)


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
    assert front_matter.read(text, "page.md").value.get("review") == review


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{{ summary }}", "`summary` stands alone"),
        ("a\n{{ rec(x) }}", "`x` stands alone"),
        ("{% if 1 %}x{% endif %}", "there is more here than a call (if)"),
        ("{{ summary() | upper }}", "there is more here than a call (filter)"),
        ("{% include 'x.md' %}", "there is more here than a call (include)"),
    ],
)
def test_anything_but_a_call_is_seen(text: str, wrong: str) -> None:
    assert [said for _, said in other_than_calls(read_page(text))][:1] == [wrong]


def test_every_macro_can_be_called_as_its_row_says() -> None:
    for name, macro in calls.MACROS.items():
        takes = macro.signature.parameters
        assert ("review" in takes) or not macro.needs_review, name
        assert list(takes) == [argument.name for argument in macro.arguments]


def test_jinja_in_the_front_matter_is_seen_on_its_line(good: Path) -> None:
    page = good / "docs" / "index.md"
    page.write_text("---\ntitle: Home {{ 7 * 7 }}\n---\n# Home\n\n{{ nothing() }}\n")
    with pytest.raises(BrokenData) as caught:
        load(good)
    assert [(each.line, each.wrong) for each in caught.value.complaints] == [
        (2, "there is more here than a call (mul)"),
        (6, "there is no macro `nothing`"),
    ]
