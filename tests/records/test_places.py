"""Places in a document are named as it prints them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.reading import Where
from macros.records import Paragraph, Section, in_full, run, shown_number, shown_place


@pytest.mark.parametrize(
    ("number", "shown", "whole"),
    [
        (20, "¶20", "Paragraph 20"),
        ("4.12", "¶4.12", "Paragraph 4.12"),
        ("1.1.1", "¶1.1.1", "Paragraph 1.1.1"),
        ("b.3", "¶b.3", "Paragraph b.3"),
        ("iv", "¶iv", "Paragraph iv"),
        ("7a", "¶7a", "Paragraph 7a"),
        ("box 5", "box 5", "Box 5"),
        ("footnote 3", "footnote 3", "Footnote 3"),
        ("p.12", "page 12", "Page 12"),
    ],
)
def test_a_paragraph_is_shown_with_its_number_as_printed(number: int | str, shown: str, whole: str) -> None:
    assert (shown_number(number), in_full(number)) == (shown, whole)


@pytest.mark.parametrize(
    ("place", "shown"),
    [(20, "¶20"), ("4.12", "¶4.12"), ("p.3", "page 3"), ("cover", "cover"), ("health-2", "health-2")],
)
def test_a_place_is_shown_as_it_is_cited(place: int | str, shown: str) -> None:
    assert shown_place(place) == shown


@pytest.mark.parametrize(
    "number", [0, -1, 10000, True, None, "", "cover", "4.12.", "¶4", "4..1", "a b\u00a0c", [4], "12"]
)
def test_what_no_document_prints_is_no_number(number: object) -> None:
    with pytest.raises(ValidationError):
        Paragraph.read({"number": number, "gist": "It was dark."}, Where("x"))


@pytest.mark.parametrize(
    ("written", "ends", "shown"),
    [
        ("4-8", (4, 8), "¶4–8"),
        (4, (4, 4), "¶4"),
        ("4.1-4.18", ("4.1", "4.18"), "¶4.1–4.18"),
        ("4.1 – 4.18", ("4.1", "4.18"), "¶4.1–4.18"),
        ("A-1 to A-9", ("A-1", "A-9"), "¶A-1–A-9"),
        ("i-iv", ("i", "iv"), "¶i–iv"),
        ("p.3-p.9", ("p.3", "p.9"), "page 3 to page 9"),
        ("box 1-box 9", ("box 1", "box 9"), "box 1 to box 9"),
    ],
)
def test_a_section_runs_from_its_first_paragraph_to_its_last(
    written: object, ends: tuple[int | str, int | str], shown: str
) -> None:
    section = Section.model_validate({"id": "s", "heading": "S", "paragraphs": written})
    assert (section.paragraphs, run(*section.paragraphs)) == (ends, shown)
    assert Section.model_validate(section.model_dump(mode="json")).paragraphs == ends


def test_a_paragraph_whose_numbers_start_again_is_known_by_its_part() -> None:
    paragraph = Paragraph.read({"number": 3, "part": "part-b", "gist": "It was dark."}, Where("x"))
    assert (paragraph.place, paragraph.known_as) == ("part-b.3", "part-b.3")
    assert Paragraph.key_of({"number": 3, "part": "part-b"}) == "part-b.3"
