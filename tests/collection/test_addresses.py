"""Addresses are relative to the page, so that the site works under any path."""

from __future__ import annotations

import pytest

from macros.collection import addresses


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


def test_every_kind_of_place_has_an_address() -> None:
    assert addresses.place("x", 20) == "/reviews/x/paragraphs/#p20"
    assert addresses.place("x", "cover") == "/reviews/x/paragraphs/#cover"
    assert addresses.place("x", "health-2") == "/reviews/x/recommendations/#health-2"
