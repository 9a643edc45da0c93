"""The site below a project's path, served as GitHub Pages serves it: every address found on it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from lxml import etree, html
from playwright.sync_api import Page, expect

from .conftest import ROOT, built, serve
from .found import search_for

URL = "https://owner.example/safeguarding-reviews/"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built for a project's path."""
    return built(ROOT, tmp_path_factory.mktemp("below") / "site", SITE_URL=URL)


@pytest.fixture(scope="module")
def start(below: Path) -> Iterator[str]:
    """Where it is served."""
    yield from (f"{each}/" for each in serve(below, "/safeguarding-reviews/"))


def answer(address: str) -> tuple[int, str]:
    try:
        with urlopen(address) as response:
            return response.status, response.read().decode("utf-8", errors="replace")
    except HTTPError as error:
        return error.code, error.read().decode("utf-8", errors="replace")


def test_a_crawl_from_the_home_page_finds_no_dead_address(start: str) -> None:
    waiting, seen, dead = [start], {start}, []
    while waiting:
        page = waiting.pop()
        status, text = answer(page)
        if status != 200:
            dead.append(page)
        elif page.endswith("/"):
            for _, _, link, _ in html.fromstring(text).iterlinks():
                found, _ = urldefrag(urljoin(page, link))
                if found.startswith(start.rpartition("/safeguarding")[0]) and found not in seen:
                    seen.add(found)
                    waiting.append(found)
    assert dead == []
    assert len(seen) > 30


def test_what_is_not_there_leads_back(start: str) -> None:
    status, text = answer(f"{start}reviews/baby-y/somewhere/else/")
    assert status == 404
    away = html.fromstring(text).xpath("//a/@href[not(starts-with(., '#'))]")
    links = [urljoin(f"{start}reviews/baby-y/somewhere/else/", each) for each in away]
    ours = [each for each in links if each.startswith(start)]
    assert start in ours
    assert {answer(urldefrag(each)[0])[0] for each in ours} == {200}
    assert {
        answer(urljoin(start, each))[0] for each in html.fromstring(text).xpath("//link[@rel='stylesheet']/@href")
    } == {200}


def test_a_folder_without_its_slash_leads_to_it_and_capitals_do_not(start: str) -> None:
    with urlopen(f"{start}reviews/baby-z") as response:
        assert response.url == f"{start}reviews/baby-z/"
    assert answer(f"{start}Reviews/Baby-Z/")[0] == 404
    assert answer(f"{start}assets/")[0] == 404


def test_canonical_addresses_and_the_sitemap_name_the_place(below: Path) -> None:
    page = html.fromstring((below / "glossary" / "index.html").read_text(encoding="utf-8"))
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}glossary/"]
    sitemap = etree.fromstring((below / "sitemap.xml").read_bytes())
    addresses = sitemap.xpath("//*[local-name()='loc']/text()")
    assert f"{URL}glossary/" in addresses
    assert all(each.startswith(URL) for each in addresses)


def test_search_works_below_a_path(start: str, page: Page) -> None:
    page.goto(f"{start}glossary/")
    search_for(page, "health 2")
    page.locator(".search__results a").first.click()
    expect(page).to_have_url(re.compile(r"/safeguarding-reviews/reviews/baby-z/recommendations/#health-2$"))
