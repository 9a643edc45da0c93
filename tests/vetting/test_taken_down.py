"""A review that was taken down leaves a notice at its addresses, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import html

from macros.__main__ import main
from macros.reading import BrokenData
from macros.vetting import load

from ..conftest import GOOD, add_invented_review, built, copy_project
from ..found import indexed
from ..test_site import broken_links

SAYS = "short_title: The Lighthouse Child\nformerly: [beacon-child]\ntaken_down:\n  on: 2034-05\n"
REASON = "The Board publishes its reviews for two years."
HEAD = "data/reviews/lighthouse-child/review.yml"


def take_down(project: Path) -> None:
    """As CONTRIBUTING says: all but the notice is deleted, and the list of addresses is written again."""
    for folder in ("data", "docs"):
        shutil.rmtree(project / folder / "reviews" / "lighthouse-child")
    (project / HEAD).parent.mkdir()
    allowed = project / "data/allowed.yml"
    text = allowed.read_text(encoding="utf-8").partition("- text: Mr Nobody")[0]
    allowed.write_text(text if "- text" in text else "[]\n", encoding="utf-8")  # what nothing needs any more
    (project / HEAD).write_text(f"{SAYS}  reason: {REASON}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose second review was published, and then taken down."""
    project = copy_project(tmp_path_factory.mktemp("down") / "project")
    add_invented_review(project)
    assert main(["--root", str(project), "addresses"]) == 0
    take_down(project)
    assert main(["--root", str(project), "addresses"]) == 0
    return project


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return built(project, project.parent / "site")


@pytest.mark.parametrize("slug", ["lighthouse-child", "beacon-child"])
@pytest.mark.parametrize("page", ["", "timeline/", "recommendations/", "paragraphs/"])
def test_a_notice_stands_at_every_address(site: Path, slug: str, page: str) -> None:
    tree = html.fromstring((site / f"reviews/{slug}/{page}index.html").read_bytes())
    article = " ".join(tree.xpath("//article")[0].text_content().split())
    assert "This review was taken down" in article
    assert "The Lighthouse Child was taken down from this site: May 2034." in article
    assert REASON in article
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_nothing_else_of_it_is_anywhere(site: Path) -> None:
    told = ["foghorn was heard", "A plan for fog", "More wicks"]
    found = [
        (file.relative_to(site).as_posix(), words)
        for file in site.rglob("*")
        if file.suffix in (".html", ".json", ".csv", ".xml")
        for words in told
        if words in file.read_text(encoding="utf-8")
    ]
    assert found == []
    assert [each.address for each in indexed(site) if "lighthouse-child" in each.address] == []
    assert "lighthouse-child" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert broken_links(site) == []


def test_the_open_data_and_the_feed_say_so_too(site: Path) -> None:
    said = {"id": "lighthouse-child", "short_title": "The Lighthouse Child", "on": "2034-05", "reason": REASON}
    for slug in ("lighthouse-child", "beacon-child"):
        assert json.loads((site / f"api/v1/reviews/{slug}.json").read_text(encoding="utf-8")) == said
        assert (site / f"api/v1/reviews/{slug}/timeline.csv").read_text(encoding="utf-8").count("\n") == 1
    reviews = json.loads((site / "api/v1/reviews.json").read_text(encoding="utf-8"))
    assert reviews["taken_down"] == [said]
    assert [each["id"] for each in reviews["reviews"]] == ["baby-z"]
    assert "The Lighthouse Child was taken down" in (site / "feed.xml").read_text(encoding="utf-8")


def test_its_addresses_are_kept_without_their_titles(project: Path) -> None:
    text = (project / "data/addresses.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "/reviews/lighthouse-child/" in line]
    assert lines
    assert all(line.endswith(': "taken down"') for line in lines)


def test_what_is_left_of_its_content_is_complained_of(good: Path) -> None:
    assert main(["--root", str(good), "addresses"]) == 0
    text = (good / HEAD).read_text(encoding="utf-8").replace("on_site: 2032-01-02", f"{SAYS[34:]}  reason: {REASON}")
    (good / HEAD).write_text(text, encoding="utf-8")
    with pytest.raises(BrokenData) as caught:
        load(good)
    said = [str(each) for each in caught.value.complaints]
    assert f"{HEAD}:1: The Lighthouse Child: the review is taken down, and `title` is still here; take it out" in said
    path = "data/reviews/lighthouse-child/timeline.yml"
    assert f"{path}:1: The Lighthouse Child: the review is taken down, and this file is still here; delete it" in said
    assert any(each.startswith("docs/reviews/lighthouse-child/findings.md:1:") for each in said)


def test_titles_left_in_the_list_of_addresses_are_complained_of(good: Path) -> None:
    assert main(["--root", str(good), "addresses"]) == 0
    take_down(good)
    with pytest.raises(BrokenData) as caught:
        load(good)
    assert all("run `make addresses`" in each.right for each in caught.value.complaints)
    assert GOOD.is_dir()


def test_a_shared_record_is_withdrawn_and_its_address_says_so(good: Path) -> None:
    assert main(["--root", str(good), "addresses"]) == 0
    glossary = good / "data/glossary.yml"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text.replace("id: foghorn", "id: horn"), encoding="utf-8")
    paragraphs = good / "data/reviews/lighthouse-child/paragraphs.yml"
    index = good / "docs/reviews/lighthouse-child/index.md"
    for file in (paragraphs, index):
        text = file.read_text(encoding="utf-8").replace("[foghorn]", "[horn]").replace('term("foghorn', 'term("horn')
        file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenData):
        load(good)
    record = "- id: foghorn\n  page: glossary\n  title: Foghorn\n  on: 2034-05-06\n  reason: The word was wrong.\n"
    with (good / "data/withdrawn.yml").open("a", encoding="utf-8") as withdrawn:
        withdrawn.write(record)
    assert [each.id for each in load(good).retired] == ["fog-lamps", "foghorn"]


def test_a_recommendation_in_the_middle_of_a_list_and_a_paragraph_are_withdrawn(good: Path) -> None:
    assert main(["--root", str(good), "addresses"]) == 0
    recs = good / "data/reviews/lighthouse-child/recommendations.yml"
    text = recs.read_text(encoding="utf-8")
    first, second = text.index("- id: tower-2"), text.index("- id: tower-3")
    recs.write_text(text[:first] + text[second:], encoding="utf-8")
    paragraphs = good / "data/reviews/lighthouse-child/paragraphs.yml"
    written = paragraphs.read_text(encoding="utf-8")
    paragraphs.write_text(written[: written.index("- number: 3")] + written[written.index("- number: 4") :], "utf-8")
    index = good / "docs/reviews/lighthouse-child/index.md"
    index.write_text("---\nreview: lighthouse-child\n---\n# Index\n", encoding="utf-8")
    with (good / HEAD).open("a", encoding="utf-8") as file:
        file.write("withdrawn:\n")
        for id_, page in (("tower-2", "recommendations"), ("p3", "paragraphs")):
            file.write(f"  - {{id: {id_}, page: {page}, title: Gone, on: 2034-05-06, reason: It was not there.}}\n")
    review = load(good).reviews["lighthouse-child"]
    assert "tower-2" not in review.recommendations
    assert 3 not in review.paragraphs
