"""The prose of the pages, by heading."""

from __future__ import annotations

from pathlib import Path

from macros.search.prose import prose

from ..conftest import ROOT


def test_each_heading_has_what_stands_below_it(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "reviews" / "lamp").mkdir(parents=True)
    (tmp_path / "about" / "lamps.md").write_text(
        "---\ntitle: Lamps\n---\n"
        "# Lamps\n\nWhat lamps *are*.\n{: .lead }\n\n{{ table() }}\n\n"
        "## Wicks\nThey burn,\n[slowly](x.md).\n",
        encoding="utf-8",
    )
    (tmp_path / "reviews" / "lamp" / "index.md").write_text("# A review\n\nNot here.\n", encoding="utf-8")
    found = list(prose(tmp_path))
    assert [(each.address, each.title, each.text) for each in found] == [
        ("/about/lamps/", "Lamps", "What lamps are."),
        ("/about/lamps/#wicks", "Wicks", "They burn, slowly."),
    ]


def test_the_site_s_own_pages_are_found_and_its_search_is_not() -> None:
    addresses = {each.address for each in prose(ROOT / "docs")}
    assert {"/", "/about/privacy/", "/about/method/#our-words"} <= addresses
    assert not [each for each in addresses if each.startswith("/search/")]
