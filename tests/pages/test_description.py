"""Each page is described by its own first words."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from macros.pages import description


def test_a_page_is_described_by_its_lead_as_plain_words() -> None:
    page = '<h1>Home</h1>\n<p class="lead">What <a href="x">was</a>\nfound &amp; said.</p><p>More.</p>'
    assert description(page, {}) == "What was found & said."
    assert description(page, {"review_title": "Baby Z"}) == "Baby Z: What was found & said."


def test_a_review_at_a_glance_is_described_by_its_summary() -> None:
    assert description("<p>Nothing.</p>", {"review_summary": "A child was hurt."}) == "A child was hurt."
    assert description("", {}) == ""


def test_every_page_of_a_review_has_a_description_of_its_own(site: Path) -> None:
    found = {}
    for file in (site / "reviews" / "baby-z").rglob("index.html"):
        (words,) = html.fromstring(file.read_text(encoding="utf-8")).xpath("//meta[@name='description']/@content")
        found[file.parent.name] = words
    assert len(set(found.values())) == len(found) == 8
    assert all("<" not in words and "Baby Z" in words for words in found.values())
