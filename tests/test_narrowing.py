"""Narrowing lists down, in a real browser: choices with their counts, words, order, the address, CSV and paper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .conftest import serve

ROWS = "#recommendations--table tbody tr:visible"
RECORDS = "details.record:visible"
OUTPUT = ".filters output"
UNDER = """heading => {
  let [number, next] = [0, heading.nextElementSibling];
  for (; next?.matches('.record'); next = next.nextElementSibling) number += next.hidden ? 0 : 1;
  return number;
}"""
"""How many records are shown under a heading of the timeline."""


def choose(page: Page, way: str, *labels: str) -> None:
    """Open a way to narrow a list down, and choose from it."""
    opened(page, way)
    for label in labels:
        page.get_by_role("checkbox", name=re.compile(f"^{re.escape(label)}")).check()
    page.keyboard.press("Escape")


def opened(page: Page, way: str) -> Locator:
    box = page.locator(".way").filter(has=page.locator("summary span", has_text=re.compile(f"^{way}$")))
    box.locator("summary").click()
    return box


def test_one_choice_leaves_what_fits_and_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    expect(page.locator(OUTPUT)).to_have_text("30 of 30")
    choose(page, "Asked of", "The Board")
    shown = page.locator(ROWS).count()
    assert 0 < shown < 30
    expect(page.locator(OUTPUT)).to_have_text(f"{shown} of 30")
    expect(page.get_by_role("link", name="Health 6", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?agency=lscb$"))
    page.reload()
    expect(page.locator(ROWS)).to_have_count(shown)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(ROWS)).to_have_count(30)
    expect(page).to_have_url(re.compile(r"/recommendations/$"))


def test_several_of_one_kind_mean_any_of_them_and_several_kinds_mean_all(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/?agency=radiologists")
    expect(page.locator(OUTPUT)).not_to_have_text(re.compile("^$|^30 of"))
    radiologists = page.locator(ROWS).count()
    page.goto(f"{address}/recommendations/?agency=radiologists&agency=cafcass")
    expect(page.locator(OUTPUT)).not_to_have_text(re.compile("^$|^30 of"))
    both = page.locator(ROWS).count()
    page.goto(f"{address}/recommendations/?agency=radiologists&agency=cafcass&theme=recording")
    expect(page.locator(ROWS)).to_have_count(3)
    assert 0 < radiologists < both
    expect(page.locator(".way", has_text="Asked of").locator("b")).to_have_text("2 chosen")


def test_beside_each_choice_stands_how_many_it_would_leave(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/?theme=recording")
    way = opened(page, "Asked of")
    counts = {
        label.locator("span").inner_text(): int(label.locator("i").inner_text())
        for label in way.locator("label").all()
        if label.locator("i").inner_text() != "0"
    }
    assert counts["CAFCASS"] == 3
    page.keyboard.press("Escape")
    for name, number in counts.items():
        page.goto(f"{address}/recommendations/?theme=recording")
        choose(page, "Asked of", name)
        expect(page.locator(ROWS)).to_have_count(number)


def test_back_and_forward_go_from_choice_to_choice(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    choose(page, "Asked of", "CAFCASS")
    choose(page, "Asks for", "A change of practice")
    expect(page.locator(OUTPUT)).to_have_text("2 of 30")
    page.go_back()
    expect(page.locator(OUTPUT)).not_to_have_text("2 of 30")
    page.go_back()
    expect(page.locator(OUTPUT)).to_have_text("30 of 30")
    expect(page.locator(".filters__chosen")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page.locator(OUTPUT)).to_have_text("2 of 30")
    expect(page.locator(".filters__chosen li")).to_have_count(2)


def test_words_narrow_down_too_however_they_are_typed(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    page.get_by_label("With the words").fill("SKELETAL survey")
    expect(page.locator(OUTPUT)).to_have_text("1 of 30")
    expect(page).to_have_url(re.compile(r"\?q=SKELETAL\+survey$"))
    page.get_by_label("With the words").fill("children's")
    expect(page.locator(OUTPUT)).not_to_have_text("None of 30: take something out")


def test_words_typed_before_the_script_is_there_stand_in_the_address_too(page: Page, address: str) -> None:
    waiting: list[Route] = []
    page.route("**/assets/narrow/form.js", lambda route: waiting.append(route))
    page.goto(f"{address}/recommendations/", wait_until="commit")
    page.get_by_label("With the words").fill("skeletal")
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()
    expect(page.locator(OUTPUT)).to_have_text("1 of 30")
    expect(page).to_have_url(re.compile(r"\?q=skeletal$"))


def test_where_nothing_fits_it_says_what_to_take_out(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/?agency=radiologists&theme=recording")
    expect(page.locator(OUTPUT)).to_have_text("None of 30: take something out")
    chip = page.get_by_role("button", name="Take out Asked of: Radiologists")
    number = int(re.sub(r"\D", "", chip.locator("i").inner_text()))
    chip.click()
    expect(page.locator(ROWS)).to_have_count(number)
    expect(page.get_by_role("button", name="Take out Theme: Recording")).to_be_focused()


def test_rows_are_put_in_order_by_any_column(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    column = page.locator("thead th").filter(has_text="In short")
    titles = page.locator("#recommendations--table td[data-label='In short']")
    column.get_by_role("button").click()
    assert titles.all_inner_texts() == sorted(titles.all_inner_texts(), key=str.casefold)
    expect(column).to_have_attribute("aria-sort", "ascending")
    expect(page).to_have_url(re.compile(r"\?sort=1$"))
    column.get_by_role("button").click()
    assert titles.all_inner_texts() == sorted(titles.all_inner_texts(), key=str.casefold, reverse=True)
    page.reload()
    expect(column).to_have_attribute("aria-sort", "descending")


def test_what_is_shown_is_given_as_csv(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/?agency=cafcass&theme=recording")
    expect(page.locator(OUTPUT)).to_have_text("3 of 30")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Recommendation"] for row in rows] == ["CAFCASS 1", "CAFCASS 2", "CAFCASS 3"]
    assert rows[0]["Addressed to"].startswith("CAFCASS")
    assert rows[0]["Address"].endswith("/reviews/baby-z/recommendations/#cafcass-1")
    assert waiting.value.suggested_filename == "recommendations.csv"


def test_what_is_chosen_heads_the_page_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=radiologists")
    expect(page.locator("#health-2")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".chosen")).to_have_text(re.compile(r"^Asked of: Radiologists \(\d+ of 30\)$"))
    expect(page.locator("#health-2")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()


def test_a_choice_that_is_not_offered_is_named(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=coastguard")
    expect(page.locator(OUTPUT)).to_have_text("‘coastguard’ is not among the choices. 30 of 30")
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=police&agency=coastguard")
    expect(page.locator(OUTPUT)).to_have_text("‘coastguard’ is not among the choices. 2 of 30")


@pytest.mark.parametrize("asked", ["?agency=%3Cscript%3E", "?q=%00%22(.*", "?sort=99", "?sort=x", "?q=" + "x" * 5000])
def test_a_strange_address_is_harmless(page: Page, address: str, asked: str) -> None:
    page.goto(f"{address}/recommendations/{asked}")
    expect(page.locator(OUTPUT)).to_have_text(re.compile("of 30"))


def test_narrowing_down_hides_the_records_too_until_one_is_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=radiologists")
    expect(page.locator("#health-2")).to_be_hidden()
    expect(page.locator("#health-3")).to_be_visible()
    expect(page.locator("#list--legal")).to_be_hidden()
    page.evaluate("window.location.hash = 'health-2'")
    expect(page.locator("#health-2")).to_be_in_viewport()


def test_an_agency_s_filter_counts_its_teams_and_what_is_asked_of_all(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=childrens-services")
    shown = page.locator(f"{RECORDS} h3")
    expect(shown.filter(has_text="Health 2")).to_have_count(0)
    expect(shown.filter(has_text="Social Care 1")).to_have_count(1)  # addressed to its team
    expect(shown.filter(has_text="LSCB 1")).to_have_count(1)  # addressed to all agencies


@pytest.mark.parametrize(
    ("path", "way", "label"),
    [
        ("timeline", "Turning points", "Turning points only"),
        ("timeline", "Concerns", "Lancashire Police"),
        ("findings", "Kind", "Good practice"),
        ("findings", "Recommendation", "None linked"),
        ("agencies", "Asked", "Not by name"),
        ("agencies", "In the case", "Asked for a management review"),
    ],
)
def test_timeline_findings_and_agencies_are_narrowed_down_by_the_same_form(
    page: Page, address: str, path: str, way: str, label: str
) -> None:
    page.goto(f"{address}/reviews/baby-z/{path}/")
    every = page.locator(RECORDS).count()
    choose(page, way, label)
    shown = page.locator(RECORDS).count()
    assert 0 < shown < every
    expect(page.locator(OUTPUT)).to_have_text(f"{shown} of {every}")
    headings = page.locator(".stretch__span:visible")
    for heading in headings.all():
        assert heading.evaluate(UNDER) > 0


def test_a_way_opens_and_closes_by_the_keyboard_and_by_a_click_elsewhere(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    expect(page.locator(OUTPUT)).to_have_text("30 of 30")
    way = page.locator(".way").first
    way.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(way.get_by_role("checkbox").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".filters__chosen li")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(way.locator("summary")).to_be_focused()
    expect(way.get_by_role("checkbox").first).to_be_hidden()
    way.locator("summary").click()
    page.locator("h1").click()
    expect(way.get_by_role("checkbox").first).to_be_hidden()


def test_without_a_script_every_row_is_there_and_no_form(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/recommendations/?agency=cafcass")
    expect(page.locator(ROWS)).to_have_count(30)
    expect(page.locator(".filters")).to_be_hidden()
    context.close()


@pytest.fixture(scope="module")
def large(grown_site: Path) -> Iterator[str]:
    """Where a site is served whose recommendations go over two pages."""
    yield from serve(grown_site)


def test_a_table_over_several_pages_is_narrowed_down_as_a_whole(page: Page, large: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{large}/recommendations/", wait_until="networkidle")
    shown = page.locator(ROWS).count()
    assert shown == 120
    assert not [url for url in asked if "/rows/" in url]
    choose(page, "Asked of", "CAFCASS")
    expect(page.locator(OUTPUT)).to_have_text(re.compile(r"^\d+ of 150$"))
    assert len([url for url in asked if "/rows/" in url]) == 2
    page.get_by_role("link", name="CAFCASS 1", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/recommendations/#cafcass-1$"))
    page.goto(f"{large}/recommendations/?theme=recording&sort=2")
    titles = page.locator("#recommendations--table td[data-label='In short']")
    expect(page.locator(".pager")).to_be_hidden()
    assert titles.all_inner_texts() == sorted(titles.all_inner_texts(), key=str.casefold)


def test_a_large_table_shows_more_on_demand_and_says_where_a_piece_is_missing(page: Page, large: str) -> None:
    page.goto(f"{large}/recommendations/?sort=0")
    expect(page.locator(ROWS)).to_have_count(50)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(ROWS)).to_have_count(100)
    page.goto(f"{large}/recommendations/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    assert len(Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()) == 151
    page.route("**/rows/2.json", lambda route: route.fulfill(status=404))
    page.goto(f"{large}/recommendations/?theme=recording")
    expect(page.locator(OUTPUT)).to_contain_text("Not all of them can be read at the moment.")
    expect(page.locator(".pager")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_something_chosen_and_a_way_open(
    chromium: Browser, address: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in ("/recommendations/", "/reviews/baby-z/findings/", "/reviews/baby-z/timeline/"):
        page.goto(f"{address}{path}?theme=delay&theme=recording&q=qqq")
        expect(page.locator(OUTPUT)).to_contain_text("None of")
        opened(page, "Theme")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"][:3]]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
