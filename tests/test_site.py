"""The built site: every link and anchor resolves, every record has its place, nothing is left over."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import pytest
from lxml import html

from macros.collection import Collection
from macros.opendata import release
from macros.vetting import load

from .conftest import GOOD, ROOT, add_invented_review, copy_project, mkdocs_build
from .found import indexed

HOST = "https://site.invalid/"
BASE = HOST + urlparse(os.environ.get("SITE_URL", "")).path.strip("/")
"""From where the links of 404.html, which may stand anywhere, are seen."""


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page with its address below the site's root."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        yield path.removesuffix("index.html"), html.fromstring(file.read_text(encoding="utf-8"))


def target(site: Path, address: str) -> Path:
    path = site / unquote(urlparse(address).path.lstrip("/"))
    return path / "index.html" if path.is_dir() or address.endswith("/") else path


def broken_links(site: Path) -> list[str]:
    """Every address on a page of the site that leads nowhere within it."""
    ids = {file: set(html.fromstring(file.read_text(encoding="utf-8")).xpath("//@id")) for file in site.rglob("*.html")}
    broken = []
    for page, tree in pages(site):
        base = HOST if page == "404.html" else HOST + page
        prefix = BASE if page == "404.html" else HOST
        for _, attribute, link, _ in tree.iterlinks():
            absolute, anchor = urldefrag(urljoin(base, link))
            if not absolute.startswith(HOST) or attribute == "content":
                continue
            file = target(site, HOST + absolute.removeprefix(prefix).lstrip("/"))
            if not file.is_file():
                broken.append(f"{page}: {link}: there is no such page")
            elif anchor and unquote(anchor) not in ids.get(file, set()):
                broken.append(f"{page}: {link}: there is no such place on the page")
    return broken


def test_every_link_and_anchor_resolves(site: Path) -> None:
    assert broken_links(site) == []


def test_every_link_and_anchor_resolves_with_two_reviews(two_reviews: Path) -> None:
    assert broken_links(two_reviews) == []


def test_the_crawl_sees_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p id="a"><a href="#b">x</a> <a href="gone/">y</a> <a href="#a">z</a></p>')
    assert len(broken_links(tmp_path)) == 2


def test_no_id_stands_twice_on_a_page(site: Path, two_reviews: Path, grown_site: Path) -> None:
    for each in (site, two_reviews, grown_site):
        for page, tree in pages(each):
            numbers = Counter[str](tree.xpath("//@id"))
            assert [key for key, number in numbers.items() if number > 1] == [], page


def test_nothing_is_left_of_macros_and_markdown(site: Path) -> None:
    residue = re.compile(r"\{\{|\}\}|\{%|%\}|\{:|\]\(|Macro Rendering Error|<function|<built-in|object at 0x")
    for page, tree in pages(site):
        (main,) = tree.xpath("//main")
        assert not residue.search(main.text_content()), page
        assert "None" not in [text.strip() for text in main.itertext()], page


def records(collection: Collection) -> Iterator[tuple[str, str]]:
    """Every record's page and anchor."""
    for slug, review in collection.reviews.items():
        at = f"reviews/{slug}"
        yield from ((f"{at}/timeline/", key) for key in review.events)
        yield from ((f"{at}/findings/", key) for key in review.findings)
        yield from ((f"{at}/recommendations/", key) for key in review.recommendations)
        yield from ((f"{at}/agencies/", key) for key in review.involvements)
        yield from ((f"{at}/paragraphs/", f"p{number}") for number in review.paragraphs)
        yield from ((f"{at}/process/", key) for key in review.tensions)
    yield from (("themes/", key) for key in collection.themes)
    yield from (("agencies/", key) for key in collection.agencies)
    yield from (("glossary/", key) for key in collection.terms)


def test_every_record_has_a_heading_at_its_address(site: Path, collection: Collection) -> None:
    headings = {page: set(tree.xpath("//h2/@id|//h3/@id|//h4/@id")) for page, tree in pages(site)}
    assert [(page, key) for page, key in records(collection) if key not in headings[page]] == []


def test_every_address_in_the_open_data_is_a_place_on_a_page(two_reviews: Path) -> None:
    headings = {page: set(tree.xpath("//h1/@id|//h3/@id|//h4/@id")) for page, tree in pages(two_reviews)}
    given = 0
    for file in (two_reviews / "api" / "v1" / "reviews").glob("*.json"):
        data = json.loads(file.read_text(encoding="utf-8"))
        kinds = ("agencies", "paragraphs", "events", "findings", "recommendations", "tensions")
        for record in (record for kind in kinds for record in data[kind]):
            page, anchor = urldefrag(record["address"])
            assert anchor in headings[page.removeprefix("/")], record["address"]
            given += 1
    assert given > 200


def test_the_pages_and_the_open_data_say_the_same(site: Path) -> None:
    data = json.loads((site / "api/v1/reviews/baby-z.json").read_text(encoding="utf-8"))
    shown: dict[str, tuple[str, str]] = {}
    for page, tree in pages(site):
        for record in tree.xpath("//*[starts-with(@class, 'record ') or @class='record']"):
            (heading,), text = record.xpath(".//h3|.//h4"), record.xpath(".//p[@class='record__text']")
            title = heading.xpath("./*[@class='record__title']") or [heading]
            shown[f"/{page}#{heading.get('id')}"] = (
                title[0].text_content(),
                text[0].text_content() if text else "",
            )
    for kind in ("events", "findings", "recommendations"):
        for record in data[kind]:
            assert shown[record["address"]] == (record["title"], record["text"])
    for record in data["paragraphs"]:
        assert shown[record["address"]] == (f"Paragraph {record['number']}", record["gist"])
    for record in data["agencies"]:
        assert shown[record["address"]] == (record["name"], record["role"])
    for record in data["tensions"]:
        assert shown[record["address"]] == (record["title"], record["question"])


def test_a_review_is_kept_from_search_engines_where_its_publisher_chose_so(two_reviews: Path) -> None:
    robots = {page: tree.xpath("//meta[@name='robots']/@content") for page, tree in pages(two_reviews)}
    assert {page for page, content in robots.items() if content} == {
        p for p in robots if p.startswith("reviews/baby-z/")
    }
    assert {tuple(content) for content in robots.values()} == {(), ("noindex",)}
    sitemap = (two_reviews / "sitemap.xml").read_text(encoding="utf-8")
    assert "reviews/baby-z/" not in sitemap
    assert "reviews/lighthouse-child/timeline/" in sitemap
    assert "lastmod" not in sitemap


def test_two_builds_of_the_same_are_the_same_to_the_byte(tmp_path: Path) -> None:
    digests = []
    for folder, variables in (
        ("one", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("another/deeper", {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        (tmp_path / folder).parent.mkdir(parents=True, exist_ok=True)
        project = copy_project(tmp_path / folder)
        result = mkdocs_build(project, project / "site", SOURCE_DATE_EPOCH="1763856000", **variables)
        assert result.returncode == 0, result.stderr
        digests.append(release.digest(project / "site"))
    assert digests[0] == digests[1]


def test_the_digest_sees_a_changed_name_and_a_changed_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"xy")
    before = release.digest(tmp_path)
    (tmp_path / "a").write_bytes(b"xz")
    assert release.digest(tmp_path) != before
    (tmp_path / "a").write_bytes(b"xy")
    (tmp_path / "a").rename(tmp_path / "b")
    assert release.digest(tmp_path) != before


def test_the_site_says_from_what_it_was_built(site: Path) -> None:
    said = json.loads((site / "api/v1/reviews.json").read_text(encoding="utf-8"))["release"]
    page = html.fromstring((site / "about" / "index.html").read_text(encoding="utf-8")).text_content()
    assert said["version"] in page
    assert said["commit"] in page
    assert re.fullmatch(r"[0-9a-f]{40}|", said["commit"])


def test_search_finds_each_record_at_its_own_address(site: Path, collection: Collection) -> None:
    found = {each.address for each in indexed(site)}
    assert [(page, key) for page, key in records(collection) if f"/{page}#{key}" not in found] == []


def test_every_address_of_the_design_is_there(site: Path) -> None:
    review = ("", "timeline", "findings", "recommendations", "agencies", "evidence", "paragraphs", "process")
    about = ("", "method", "data", "accessibility", "privacy", "help", "add-a-review")
    addresses = [
        "index.html",
        "reviews/index.html",
        *(f"reviews/baby-z/{page}/index.html".replace("//", "/") for page in review),
        *(f"{page}/index.html" for page in ("recommendations", "themes", "agencies", "glossary")),
        *(f"about/{page}/index.html".replace("//", "/") for page in about),
    ]
    assert [address for address in addresses if not (site / address).is_file()] == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    loading = "//script/@src | //img/@src | //link[not(@rel='canonical')]/@href | //iframe/@src | //source/@src"
    for page, tree in pages(site):
        assert [link for link in tree.xpath(loading) if urlparse(link).netloc] == [], page
    for file in (site / "assets").glob("*.css"):
        assert not re.search(r"url\(|@import", file.read_text(encoding="utf-8"))


def test_every_table_has_a_caption_and_headers(site: Path) -> None:
    for page, tree in pages(site):
        for table in tree.xpath("//div[@class='table']//table"):
            assert table.xpath("caption")[0].text_content().strip(), page
            assert table.xpath("thead//th[not(@scope='col')] | tbody//th[not(@scope='row')]") == []
            assert len(table.xpath("tbody/tr")) == len(table.xpath("tbody/tr/th"))


def test_headings_step_down_one_level_at_a_time(site: Path) -> None:
    for page, tree in pages(site):
        levels = [int(heading.tag[1]) for heading in tree.xpath("//main//*[self::h1|self::h2|self::h3|self::h4]")]
        assert levels[:1] == [1], page
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), page


def test_every_page_has_its_own_title(site: Path) -> None:
    titles = Counter(tree.findtext(".//title") for _, tree in pages(site))
    assert [title for title, number in titles.items() if number > 1] == []
    assert "Timeline – Baby Z – Safeguarding Reviews" in titles


def test_two_reviews_stand_side_by_side_without_any_code(two_reviews: Path) -> None:
    shown = html.fromstring((two_reviews / "reviews" / "index.html").read_text(encoding="utf-8"))
    assert [row.text_content() for row in shown.xpath("//tbody//th")] == ["The Lighthouse Child", "Baby Z"]
    table = html.fromstring((two_reviews / "recommendations" / "index.html").read_text(encoding="utf-8"))
    assert len(table.xpath("//tbody/tr")) == 34
    present = html.fromstring(
        (two_reviews / "reviews/lighthouse-child/timeline/index.html").read_text(encoding="utf-8")
    )
    links = present.xpath("//nav[@class='review-nav']//a/@href")
    assert len(links) == 8
    assert not [link for link in links if "baby-z" in link]


def test_a_review_that_has_little_to_say_yet_is_built(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    add_invented_review(project)
    data = project / "data" / "reviews" / "lighthouse-child"
    for name in ("timeline", "findings", "recommendations"):
        (data / f"{name}.yml").write_text("[]\n", encoding="utf-8")
    head = (data / "review.yml").read_text(encoding="utf-8")
    (data / "review.yml").write_text(head.partition("lists:")[0], encoding="utf-8")
    index = project / "docs" / "reviews" / "lighthouse-child" / "index.md"
    index.write_text("---\nreview: lighthouse-child\n---\n# A\n\n{{ review_figures() }}\n", encoding="utf-8")
    result = mkdocs_build(project, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert broken_links(tmp_path / "site") == []


def test_the_invented_review_is_never_published(site: Path) -> None:
    names = [*load(GOOD).reviews, "Lighthouse Child", "Moonbase"]
    for file in site.rglob("*"):
        if file.suffix in (".html", ".json", ".xml"):
            text = file.read_text(encoding="utf-8")
            assert not [name for name in names if name in text], file


def test_themes_show_the_findings_of_both_reviews(two_reviews: Path) -> None:
    page = html.fromstring((two_reviews / "themes" / "index.html").read_text(encoding="utf-8"))
    labels = [label.text_content() for label in page.xpath("//div[@class='lists']/p")]
    for review in ("Baby Z", "The Lighthouse Child"):
        assert any(re.fullmatch(rf"{review}: [0-9]+ findings?", label) for label in labels)
        assert any(re.fullmatch(rf"{review}: [0-9]+ recommendations?", label) for label in labels)
    (shared,) = page.xpath("//article[@aria-labelledby='delay']")
    under = " ".join(label.text_content() for label in shared.xpath(".//div[@class='lists']/p"))
    assert "Baby Z: " in under
    assert "The Lighthouse Child: 1 finding " in under + " "


def test_text_stays_text_in_the_built_site(two_reviews: Path) -> None:
    typed = load(GOOD).reviews["lighthouse-child"].paragraphs[3].gist
    assert "<script>" in typed
    assert "{{ 7 * 7 }}" in typed
    tree = html.fromstring((two_reviews / "reviews/lighthouse-child/paragraphs/index.html").read_text(encoding="utf-8"))
    (text,) = tree.xpath("//article[@aria-labelledby='p3']//p[@class='record__text']")
    assert text.text_content() == typed
    assert not list(text)
    assert not tree.xpath("//*[@class='stolen']|//*[@id='stolen']|//a[starts-with(@href, 'javascript:')]")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "data/reviews/baby-z/recommendations.yml",
            "finding: father-not-engaged",
            "finding: father-not-engagd",
            "social-care-4: there is no finding `father-not-engagd`; did you mean `father-not-engaged`?",
        ),
        (
            "docs/reviews/baby-z/process.md",
            "para(7)",
            "para(70)",
            "process.md: there is no paragraph 70; the document's paragraphs are 1 to 38",
        ),
    ],
)
def test_an_id_that_does_not_resolve_stops_the_build(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    project = copy_project(tmp_path / "project")
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), encoding="utf-8")
    result = mkdocs_build(project, tmp_path / "site")
    assert result.returncode == 1
    assert f": {message}" in result.stderr
    assert f"{file}:" in result.stderr
    assert "Traceback" not in result.stderr


def test_one_changed_word_shows_everywhere(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    file = project / "data" / "reviews" / "baby-z" / "recommendations.yml"
    title = "Plan how to engage fathers better"
    file.write_text(file.read_text(encoding="utf-8").replace(title, "A plan that has another name"), encoding="utf-8")
    assert mkdocs_build(project, tmp_path / "site").returncode == 0
    shown = [page for page, tree in pages(tmp_path / "site") if "A plan that has another name" in tree.text_content()]
    assert {"recommendations/", "themes/", "agencies/"} <= set(shown)
    assert {f"reviews/baby-z/{page}/" for page in ("recommendations", "findings", "agencies")} <= set(shown)
    assert not [page for page, tree in pages(tmp_path / "site") if title in tree.text_content()]


def test_the_published_site_is_built_from_this_repository(site: Path) -> None:
    about = html.fromstring((site / "about" / "index.html").read_text(encoding="utf-8"))
    heading = (ROOT / "docs" / "about" / "index.md").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    assert about.findtext(".//h1") == heading
