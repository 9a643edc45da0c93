"""Addresses are relative to the page, so that the site works under any path."""

from __future__ import annotations

import pytest

from macros.collection import addresses
from macros.records import Paragraph


@pytest.mark.parametrize(
    ("address", "page", "relative"),
    [
        ("/reviews/baby-z/findings/#a", "reviews/baby-z/timeline/", "../findings/#a"),
        ("/reviews/baby-z/findings/#a", "reviews/baby-z/findings/", "#a"),
        ("/reviews/baby-z/", "reviews/baby-z/", "./"),
        ("/reviews/baby-z/#a", "", "reviews/baby-z/#a"),
        ("/glossary/#lscb", "reviews/baby-z/", "../../glossary/#lscb"),
        ("/", "about/help/", "../../"),
    ],
)
def test_an_address_is_seen_from_the_page(address: str, page: str, relative: str) -> None:
    assert addresses.relative(address, page) == relative


@pytest.mark.parametrize(
    ("number", "part", "anchor"),
    [
        (20, None, "p20"),
        ("4.12", None, "p4.12"),
        ("iv", None, "piv"),
        ("box 5", None, "box-5"),
        ("p.12", None, "page-12"),
        (3, "part-b", "part-b.3"),
        ("box 2", "part-b", "part-b.box-2"),
    ],
)
def test_a_paragraph_s_address_is_its_number_as_printed(number: int | str, part: str | None, anchor: str) -> None:
    paragraph = Paragraph(number=number, part=part, gist="It was dark.")
    assert addresses.of("x", paragraph) == f"/reviews/x/paragraphs/#{anchor}"
