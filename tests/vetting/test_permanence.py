"""What was published is still there, has moved and leads on, or says that it was withdrawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from macros.__main__ import main
from macros.collection import Collection, permanent
from macros.reading import BrokenData, read_yaml
from macros.vetting import load

from ..conftest import ROOT, add_invented_review, built, copy_project, serve

TIMELINE = "data/reviews/lighthouse-child/timeline.yml"
AT = "/reviews/lighthouse-child/timeline/"


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def complained(root: Path) -> list[str]:
    with pytest.raises(BrokenData) as caught:
        load(root)
    return [str(each) for each in caught.value.complaints]


@pytest.fixture
def noted(good: Path) -> Path:
    """The invented collection, with its addresses noted as published."""
    assert main(["--root", str(good), "addresses"]) == 0
    return good


def test_the_committed_list_holds_every_address_that_is_published(published: Collection) -> None:
    listed = read_yaml(ROOT / "data" / "addresses.yml", "data/addresses.yml").value
    missing = permanent.now(published).keys() - listed.keys()
    assert missing == set(), "run `make addresses`"


def test_a_draft_s_addresses_are_no_promise(good: Path) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    main(["--root", str(good), "addresses"])
    assert "harbour-child" not in (good / "data" / "addresses.yml").read_text(encoding="utf-8")


def test_an_id_that_is_gone_is_complained_of(noted: Path) -> None:
    edit(noted, TIMELINE, "id: foghorn-heard", "id: foghorn-was-heard")
    edit(noted, "data/reviews/lighthouse-child/findings.yml", "foghorn-heard", "foghorn-was-heard")
    (said,) = complained(noted)
    line = int(said.split(":")[1])
    assert "#foghorn-heard" in (noted / "data" / "addresses.yml").read_text(encoding="utf-8").splitlines()[line - 1]
    assert said.endswith(
        f": foghorn-heard: `foghorn-heard` was published at {AT} and leads nowhere now; "
        "write `formerly: [foghorn-heard]` in the record that took its place, or withdraw it in review.yml; "
        "as for the new id, did you mean `foghorn-was-heard`?"
    )
    edit(noted, TIMELINE, "id: foghorn-was-heard", "id: foghorn-was-heard\n  formerly: [foghorn-heard]")
    assert permanent.moved(load(noted))[f"{AT}#foghorn-heard"] == f"{AT}#foghorn-was-heard"


def test_ids_that_changed_places_are_complained_of(noted: Path) -> None:
    edit(noted, TIMELINE, "id: review-begins", "id: x")
    edit(noted, TIMELINE, "id: tower-built", "id: review-begins")
    edit(noted, TIMELINE, "id: x", "id: tower-built")
    edit(noted, TIMELINE, "after: [tower-built]", "after: [review-begins]")
    remedy = "an id stays with its record: give each its own again"
    assert [each.split(": ", 1)[1] for each in complained(noted)] == [
        f"review-begins: it has the title under which `tower-built` was published; {remedy}",
        f"tower-built: it has the title under which `review-begins` was published; {remedy}",
    ]


def test_a_new_title_is_no_complaint(noted: Path) -> None:
    edit(noted, TIMELINE, "title: The tower is built", "title: A tower is built")
    assert load(noted)


def test_an_old_id_cannot_be_another_record_s(noted: Path) -> None:
    edit(noted, TIMELINE, "id: tower-built", "id: tower-built\n  formerly: [lamp-lit]")
    assert "`lamp-lit` stands for more than one record, now or formerly" in complained(noted)[0]


def test_an_old_id_cannot_be_two_records_s_nor_a_withdrawn_one_s(noted: Path) -> None:
    edit(noted, TIMELINE, "id: tower-built", "id: tower-built\n  formerly: [beacon]")
    edit(noted, TIMELINE, "id: lamp-lit", "id: lamp-lit\n  formerly: [beacon]")
    head = noted / "data/reviews/lighthouse-child/review.yml"
    head.write_text(head.read_text(encoding="utf-8") + WITHDRAWN, encoding="utf-8")
    said = complained(noted)
    assert [each.split("`")[1] for each in said] == ["beacon", "review-begins"]


@pytest.mark.parametrize("content", ["- a\n", "nothing\n", '"/x/#y": [x]\n', "nonsense: ~\n", "{}\n[\n"])
def test_a_damaged_list_of_addresses_is_complained_of(noted: Path, content: str) -> None:
    (noted / "data" / "addresses.yml").write_text(content)
    assert all(each.startswith("data/addresses.yml:") for each in complained(noted))


def test_a_section_s_old_id_leads_to_it(noted: Path) -> None:
    edit(noted, "data/reviews/lighthouse-child/review.yml", "id: morning", "id: dawn")
    assert "write `formerly: [morning]` in the record" in complained(noted)[0]
    edit(noted, "data/reviews/lighthouse-child/review.yml", "id: dawn", "id: dawn\n    formerly: [morning]")
    assert load(noted)


def test_what_was_noted_stays_noted(noted: Path) -> None:
    edit(noted, TIMELINE, "id: review-begins", "id: review-starts\n  formerly: [review-begins]")
    main(["--root", str(noted), "addresses"])
    listed = (noted / "data" / "addresses.yml").read_text(encoding="utf-8")
    assert f'"{AT}#review-begins"' in listed
    assert f'"{AT}#review-starts"' in listed


WITHDRAWN = """withdrawn:
  - id: review-begins
    page: timeline
    title: The review begins
    on: 2032-01
    reason: The document was corrected.
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which one review has a new name, one event a new id, and one was withdrawn."""
    folder = tmp_path_factory.mktemp("moved")
    project = copy_project(folder / "project")
    add_invented_review(project)
    edit(project, TIMELINE, "id: foghorn-heard", "id: foghorn-was-heard\n  formerly: [foghorn-heard]")
    edit(project, "data/reviews/lighthouse-child/findings.yml", "foghorn-heard", "foghorn-was-heard")
    text = (project / TIMELINE).read_text(encoding="utf-8")
    (project / TIMELINE).write_text(text[: text.index("- id: review-begins")], encoding="utf-8")
    head = project / "data/reviews/lighthouse-child/review.yml"
    head.write_text(head.read_text(encoding="utf-8") + WITHDRAWN + "formerly: [beacon-child]\n", encoding="utf-8")
    return built(project, folder / "site")


def test_an_old_anchor_stands_at_the_record(moved: Path) -> None:
    page = html.fromstring((moved / "reviews/lighthouse-child/timeline/index.html").read_text(encoding="utf-8"))
    (anchor,) = page.xpath("//*[@id='foghorn-heard']")
    assert anchor.xpath("ancestor::details//h4/@id") == ["foghorn-was-heard"]


def test_a_withdrawn_record_says_so_at_its_address(moved: Path) -> None:
    page = html.fromstring((moved / "reviews/lighthouse-child/timeline/index.html").read_text(encoding="utf-8"))
    (record,) = page.xpath("//article[@aria-labelledby='review-begins']")
    words = " ".join(record.text_content().split())
    assert "Withdrawn · January 2032 The review begins The document was corrected." in words


def test_the_open_data_says_what_moved_and_what_was_withdrawn(moved: Path) -> None:
    leads = {
        each["old"]: each["new"] for each in json.loads((moved / "api/v1/reviews.json").read_text("utf-8"))["moved"]
    }
    assert leads[f"{AT}#foghorn-heard"] == f"{AT}#foghorn-was-heard"
    assert leads["/reviews/beacon-child/timeline/#foghorn-heard"] == f"{AT}#foghorn-was-heard"
    assert leads["/reviews/beacon-child/paragraphs/#p1"] == "/reviews/lighthouse-child/paragraphs/#p1"
    data = json.loads((moved / "api/v1/reviews/lighthouse-child.json").read_text("utf-8"))
    assert json.loads((moved / "api/v1/reviews/beacon-child.json").read_text("utf-8")) == data
    assert (moved / "api/v1/reviews/beacon-child/timeline.csv").exists()
    assert [each["id"] for each in data["withdrawn"]] == ["review-begins"]
    assert "review-begins" not in [each["id"] for each in data["events"]]


def test_a_renamed_review_s_old_pages_lead_to_the_new(moved: Path, page: Page) -> None:
    served = serve(moved)
    address = next(served)
    page.goto(f"{address}/reviews/beacon-child/timeline/#lamp-lit")
    expect(page).to_have_url(f"{address}{AT}#lamp-lit")
    page.goto(f"{address}/reviews/beacon-child/timeline/?track=case&q=lamp#lamp-lit")
    expect(page).to_have_url(re.compile(rf"^{address}{AT}\?track=case&q=lamp#lamp-lit$"))
    next(served, None)
