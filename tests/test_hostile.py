"""Whatever somebody types stays text: in every page, in the search, in the open data, and in a browser."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import Browser, expect
from pydantic import ValidationError

from macros.collection import Collection
from macros.reading import read_yaml
from macros.records import Piece, all_files
from macros.vetting import load

from .conftest import GOOD, built, copy_project, serve
from .found import indexed, search_for

SHORT = (
    '<script>alert(1)</script><img src=x onerror=alert(1)> "\'> onload="alert(1)" {{ 7 * 7 }}',
    "{% raw %} {# n #} {: #stolen .stolen } --8<-- 'mkdocs.yml'",
    "*stars* __lines__ `ticks` ~~gone~~ [x](javascript:alert(1)) ![i](y) http://example.org $a^2$ :smile: [^1] &amp;",
    "&#42; \\* | \u202eabc\u202c \u200fd e\u0301",
)
"""Everything that some reader of text takes for more, in pieces that a title may hold."""
TYPED = " ".join(SHORT)
"""All of it."""
PIECES = cycle(SHORT)


def hostile(model: type[Piece], value: Any) -> Any:
    """A record with every text in it replaced by what is typed above, where the record may hold any text."""
    found = dict(value)
    for key, each in value.items():
        part = model.pieces().get(key)
        if part:
            found[key] = [hostile(part, x) for x in each] if isinstance(each, list) else hostile(part, each)
        elif isinstance(each, str) and key not in ("id", "agency", *model.id_keys()):
            found[key] = TYPED
            if not fits(model, found):
                found[key] = next(PIECES) if key == "title" else each
        elif key == "named_as":
            found[key] = [TYPED]
    return found


def fits(model: type[Piece], value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented review in the project's own frame, its every text hostile."""
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for folder in ("data", "docs/reviews"):
        shutil.rmtree(root / folder)
    shutil.copytree(GOOD / "data", root / "data")
    shutil.copytree(GOOD / "docs" / "reviews", root / "docs" / "reviews")
    (root / "docs" / "reviews" / "index.md").write_text("# Reviews\n\n{{ reviews_table() }}\n")
    method = root / "docs" / "about" / "method.md"
    method.write_text(method.read_text(encoding="utf-8").replace('review="baby-z"', 'review="lighthouse-child"'))
    (root / "docs" / "index.md").write_text("# Home\n\n{{ all_recommendations_table() }}\n")
    for file in all_files():
        path = root / file.path.replace("<slug>", "lighthouse-child")
        value = read_yaml(path, path.name).value
        changed = hostile(file.model, value) if file.holds_one else [hostile(file.model, each) for each in value]
        if file.kind != "allowance":
            path.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (root / "data" / "allowed.yml").write_text("[]\n")
    return root


@pytest.fixture(scope="module")
def collection(project: Path) -> Collection:
    """What is read of it."""
    return load(project)


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """What is built of it."""
    return built(project, project.parent / "site")


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), html.fromstring(file.read_text(encoding="utf-8"))


def test_the_records_hold_what_was_typed(collection: Collection) -> None:
    review = collection.reviews["lighthouse-child"]
    assert review.head.short_title == TYPED
    titles = [event.title for event in review.events.values()]
    titles += [rec.title for rec in review.recommendations.values()]
    assert set(titles) == set(SHORT)
    assert {term.meaning for term in collection.terms.values()} == {TYPED}


def test_every_record_shows_what_was_typed(site: Path) -> None:
    shown = 0
    for page, tree in pages(site):
        for text in tree.xpath(
            "//article[starts-with(@class, 'record')]//h3|//*[@class='record__title']|//p[@class='record__text']"
        ):
            if text.text_content() != "" and "Paragraph" not in text.text_content() and text.get("id") != "cover":
                assert text.text_content() in (TYPED, *SHORT, f"{TYPED} ({TYPED})"), page  # a term and its short form
                assert len(text) == 0
                shown += 1
    assert shown > 50


def test_nothing_typed_becomes_an_element_or_an_attribute(site: Path) -> None:
    for page, tree in pages(site):
        assert not tree.xpath("//*[@id='stolen' or contains(@class, 'stolen')]"), page
        assert not tree.xpath("//*[@onload or @onerror or @onclick]"), page
        assert not tree.xpath("//img[@src='x']|//a[starts-with(@href, 'javascript:')]"), page
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text or "")["isBasedOn"]["name"] == TYPED
            else:
                assert "alert(1)" not in (script.text or ""), page
        assert TYPED.split()[0] in (tree.findtext(".//title") or "") or "lighthouse" not in page, page
        assert "49" not in [text.strip() for text in tree.itertext()], page
        assert "site_name:" not in tree.text_content(), page


def test_the_search_index_holds_what_was_typed(site: Path) -> None:
    found = [each.words for each in indexed(site) if "/paragraphs/#" in each.address]
    assert sum(TYPED in words for words in found) == 5


def test_the_open_data_holds_what_was_typed(site: Path) -> None:
    data = json.loads((site / "api/v1/reviews/lighthouse-child.json").read_text(encoding="utf-8"))
    assert data["title"] == TYPED
    assert {each["text"] for each in data["findings"]} == {TYPED}


def test_the_tables_and_the_feed_hold_what_was_typed(site: Path) -> None:
    text = (site / "api/v1/paragraphs.csv").read_text(encoding="utf-8")
    assert {row["gist"] for row in csv.DictReader(io.StringIO(text, newline=""))} == {TYPED}
    feed = etree.fromstring((site / "feed.xml").read_bytes())
    assert {each.text for each in feed.iter("{http://www.w3.org/2005/Atom}summary")} == {TYPED}


def test_no_page_runs_what_was_typed(site: Path, chromium: Browser) -> None:
    served = serve(site)
    address = next(served)
    context = chromium.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for name, _ in pages(site):
        page.goto(f"{address}/{name}")
    page.goto(f"{address}/reviews/lighthouse-child/", wait_until="networkidle")
    search_for(page, "stolen")
    expect(page.locator(".search__results a").first).to_be_visible()
    assert page.locator(".search img").count() == 0
    context.close()
    next(served, None)
    assert wrong == []
