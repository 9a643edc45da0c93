"""The prose of the pages, by heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.collection import Collection
from macros.pages import calls
from macros.search.entries import batches
from macros.search.prose import prose

from ..conftest import ROOT

MACROS: Mapping[str, Callable[..., str]] = {"table": lambda: "", "lamp": lambda key: f"<a>Lamp {key}</a>"}


def test_each_heading_has_what_stands_below_it(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "lamps.md").write_text(
        "---\ntitle: Lamps\n---\n"
        "# Lamps\n\nWhat lamps *are*.\n{: .lead }\n\n{{ table() }}\n\n"
        "## Wicks\nThey burn,\n[slowly](x.md) ({{ lamp(2) }}).\n",
        encoding="utf-8",
    )
    for slug in ("lamp", "draft"):
        (tmp_path / "reviews" / slug).mkdir(parents=True)
        (tmp_path / "reviews" / slug / "index.md").write_text("# A review\n\nOf lamps.\n", encoding="utf-8")
    found = list(prose(tmp_path, {"lamp"}, lambda slug: MACROS))
    assert [(each.address, each.title, each.text) for each in found] == [
        ("/about/lamps/", "Lamps", "What lamps are."),
        ("/about/lamps/#wicks", "Wicks", "They burn, slowly (Lamp 2)."),
        ("/reviews/lamp/", "A review", "Of lamps."),
    ]


def test_the_site_s_own_pages_are_found_and_its_search_is_not(collection: Collection) -> None:
    found = list(prose(ROOT / "docs", collection.reviews, lambda slug: calls.words(collection, slug)))
    addresses = {each.address for each in found}
    assert {"/", "/about/privacy/", "/about/method/#our-words"} <= addresses
    assert not [each for each in addresses if each.startswith("/search/")]
    assert not [each.address for each in found if "{{" in each.text or "()" in each.text]


def test_the_prose_of_a_review_s_pages_belongs_to_the_review(collection: Collection) -> None:
    found = prose(ROOT / "docs", collection.reviews, lambda slug: calls.words(collection, slug))
    of_review = [batch for batch in batches(collection, found) if batch.kind == "page" and batch.review]
    assert {batch.review for batch in of_review} == {"baby-z"}
    gap = next(entry for batch in of_review for entry in batch.entries if entry.anchor == "what-a-gap-does-not-say")
    assert "Lancashire Police is an example" in gap.text
    assert "¶37" in gap.text
