"""Pages do not grow with the collection: they show the latest, and other pages hold the rest."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from macros.collection import Collection
from macros.pages import grown
from macros.pages.paging import LATEST, REVIEWS, ROWS, by_recommendations, in_pages, pager
from macros.pages.shapes import Ref
from macros.pages.views import recommendation_tables, review_tables, shared_cards

from ..test_site import broken_links


def many(collection: Collection, number: int) -> Collection:
    """A collection that holds its one review so many times, each under a folder of its own."""
    (review,) = collection.reviews.values()
    return replace(collection, reviews={f"r-{n}": replace(review, slug=f"r-{n}") for n in range(number)})


def test_items_stand_so_many_to_a_page() -> None:
    assert in_pages("abcde", 2) == (("a", "b"), ("c", "d"), ("e",))
    assert in_pages("", 2) == ((),)


def test_the_pages_lead_to_one_another_and_the_first_keeps_its_address() -> None:
    assert pager("/recommendations/", 1, 1) is None
    links = pager("/recommendations/", 2, 3)
    assert links is not None
    assert links.pages == (Ref("1", "/recommendations/"), "2", Ref("3", "/recommendations/3/"))


def test_a_review_s_recommendations_stand_on_one_page(collection: Collection) -> None:
    reviews = list(many(collection, 10).reviews.values())
    pages = by_recommendations(reviews)
    assert [review for page in pages for review in page] == reviews
    assert all(sum(len(review.recommendations) for review in page) < ROWS + 30 for page in pages)


def test_every_record_is_on_some_page(collection: Collection) -> None:
    large = many(collection, REVIEWS + 5)
    rows = 0
    for page in range(1, len(by_recommendations(large.latest_first)) + 1):
        rows += len(recommendation_tables.all_recommendations(large, page).rows)
    assert "page 2 of" in recommendation_tables.all_recommendations(large, 2).caption
    assert "page" not in recommendation_tables.all_recommendations(collection).caption
    assert rows == (REVIEWS + 5) * len(collection.reviews["baby-z"].recommendations)
    assert len(review_tables.reviews(many(collection, 101), 2).rows) == 1
    told = [shared_cards.in_full(large, "agencies", "lscb", page)[0].cards[0].lists for page in (1, 2)]
    assert sum(map(len, told)) == REVIEWS + 5


def test_a_card_tells_of_the_latest_and_leads_to_the_rest(collection: Collection) -> None:
    (group,) = shared_cards.all_agencies(many(collection, 4))
    card = next(each for each in group.cards if each.id == "lscb")
    assert len(card.lists) == LATEST
    assert card.more == Ref("All 4 reviews that tell of it; here are the latest 2", "/agencies/lscb/")
    (alone,) = shared_cards.all_agencies(many(collection, LATEST))
    assert all(each.more is None for each in alone.cards)


def test_a_small_collection_needs_no_further_page(collection: Collection) -> None:
    assert list(grown.pages(collection)) == []
    paths = [page.path for page in grown.pages(many(collection, REVIEWS + 5))]
    assert {"agencies/lscb.md", "agencies/lscb/2.md", "recommendations/2.md", "glossary/lscb.md"} <= set(paths)
    assert "reviews/page/2.md" not in paths
    assert "reviews/page/2.md" in [page.path for page in grown.pages(many(collection, 101))]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("page", ["themes", "agencies", "glossary"])
def test_what_all_reviews_share_is_as_long_with_many_reviews_as_with_a_few(collection: Collection, page: str) -> None:
    def lines(number: int) -> int:
        draw = {"themes": shared_cards.themes, "agencies": shared_cards.all_agencies, "glossary": shared_cards.glossary}
        groups = draw[page](many(collection, number))
        return sum(len(each.mentions) for group in groups for card in group.cards for each in card.lists)

    assert lines(40) == lines(LATEST)


def test_a_grown_site_has_no_dead_link_and_no_anchor_is_lost(grown_site: Path) -> None:
    assert (grown_site / "agencies/lscb/index.html").is_file()
    assert (grown_site / "recommendations/2/index.html").is_file()
    assert broken_links(grown_site) == []
    for page in ("themes", "agencies", "glossary"):
        text = (grown_site / page / "index.html").read_bytes()
        promised = re.findall(rf'"/{page}/#([^"]+)":', (Path(__file__).parents[2] / "data/addresses.yml").read_text())
        assert set(promised) <= set(html.fromstring(text).xpath("//@id"))
        assert len(gzip.compress(text)) < 60_000


def test_a_page_of_its_own_is_named_for_its_record(grown_site: Path) -> None:
    tree = html.fromstring((grown_site / "agencies/lscb/index.html").read_text(encoding="utf-8"))
    (heading,) = tree.xpath("//h1")
    assert heading.text_content() == "Blackburn with Darwen Local Safeguarding Children Board"
    assert (tree.findtext(".//title") or "").startswith(heading.text_content())
