"""The site in a real browser: search, narrowing down, the way out, a phone, no script, accessibility."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .browser import KINDS


def test_search_finds_a_record_and_opens_it(page: Page, address: str) -> None:
    page.goto(f"{address}/", wait_until="networkidle")
    page.get_by_label("Search", exact=True).get_by_role("textbox").press_sequentially("full skeletal survey")
    result = page.locator(".md-search-result__link[href*='#health-2']").first
    expect(result).to_be_visible()
    result.click()
    expect(page).to_have_url(re.compile(r"/reviews/baby-z/recommendations/(\?h=[^#]*)?#health-2$"))
    expect(page.locator("#health-2")).to_be_in_viewport()


def test_the_table_is_narrowed_down_and_keeps_that_in_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}/recommendations/")
    rows = page.locator("tbody tr:visible")
    every = rows.count()
    page.get_by_label("Asked of").select_option("lscb")
    shown = rows.count()
    assert 0 < shown < every
    expect(page.locator(".filters output")).to_have_text(f"{shown} of {every}")
    expect(page.get_by_role("link", name="Health 6", exact=True).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?agency=lscb$"))
    page.reload()
    expect(rows).to_have_count(shown)
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(every)


def test_narrowing_down_hides_the_records_too_until_one_is_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=radiologists")
    expect(page.locator("#health-3")).to_be_visible()
    expect(page.locator("#health-2")).to_be_hidden()
    expect(page.locator("#list--legal")).to_be_hidden()
    page.evaluate("window.location.hash = 'health-2'")
    expect(page.locator("#health-2")).to_be_in_viewport()


def test_an_agency_s_filter_counts_its_teams_and_what_is_asked_of_all(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=childrens-services")
    shown = page.locator("details.record:visible h3")
    expect(shown.filter(has_text="Social Care 1")).to_have_count(1)  # addressed to its team
    expect(shown.filter(has_text="LSCB 1")).to_have_count(1)  # addressed to all agencies
    expect(shown.filter(has_text="Health 2")).to_have_count(0)


@pytest.mark.parametrize("path", KINDS)
def test_nothing_runs_off_the_side_of_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_table_is_labelled_lists_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/reviews/baby-z/timeline/")
    cell = page.locator("#delays--table td").first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content") == '"What the document says"'
    assert cell.get_attribute("role") == "cell"


def test_the_timeline_of_a_phone_reads_as_a_story(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/reviews/baby-z/timeline/")
    expect(page.locator(".timeline__all")).to_be_hidden()
    expect(page.locator(".timeline__strip")).to_be_visible()
    rows = page.locator("details.record")
    expect(rows).to_have_count(53)
    expect(rows.locator(".bar:visible")).to_have_count(0)
    birth = rows.filter(has=page.locator("#birth"))
    expect(birth.get_by_text("August 2007")).to_be_visible()
    birth.locator("summary").first.click()
    expect(birth.locator(".record__text")).to_be_visible()


def test_the_first_record_begins_near_the_top(page: Page, address: str) -> None:
    for width, height, screens in ((1280, 800, 1.5), (390, 844, 2)):
        page.set_viewport_size({"width": width, "height": height})
        for name in ("timeline", "findings", "recommendations", "agencies", "paragraphs", "process"):
            page.goto(f"{address}/reviews/baby-z/{name}/")
            box = page.locator(".record").first.bounding_box()
            assert box is not None
            assert box["y"] <= screens * height, (name, width)


def test_a_record_opens_by_its_address_by_hand_and_all_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    opened = page.locator("details.record[open]")
    expect(opened).to_have_count(1)
    expect(opened.locator(".chain")).to_be_visible()
    page.locator("#health-3").focus()
    page.locator("summary", has=page.locator("#health-3")).press("Enter")
    expect(opened).to_have_count(2)
    page.get_by_role("button", name="Open all").click()
    expect(opened).to_have_count(30)
    page.get_by_role("button", name="Open all").click()
    expect(opened).to_have_count(0)


def test_a_reason_is_one_step_away_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    reason = page.get_by_text("Both are about communication between the radiologist")
    expect(reason).to_be_hidden()
    page.locator("details.record[open] summary", has_text="inferred").first.press("Enter")
    expect(reason).to_be_visible()


def test_on_paper_every_record_and_every_reason_is_open(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details[open]")).to_have_count(0)


def test_the_timeline_s_rows_are_its_only_stops(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/timeline/")
    stops = page.evaluate(
        "[...document.querySelectorAll('.timeline a, .stretch a, .stretch summary')]"
        ".filter((each) => each.tabIndex >= 0 && each.checkVisibility({ contentVisibilityAuto: true })).length"
    )
    assert stops == 53


def test_a_choice_that_is_not_offered_is_named(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=coastguard")
    expect(page.locator(".filters output")).to_have_text("‘coastguard’ is not among the choices. 30 of 30")
    page.goto(f"{address}/reviews/baby-z/recommendations/?agency=police")
    expect(page.get_by_label("Asked of")).to_have_value("police")
    expect(page.locator(".filters output")).to_have_text("2 of 30")


def test_the_present_page_is_in_view_in_the_row_of_pages(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/reviews/baby-z/process/")
    expect(page.locator(".review-nav [aria-current=page]")).to_be_in_viewport()


def test_a_record_s_citation_is_copied_with_the_address_as_it_is_here(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    page.locator("details.record[open]").get_by_role("link", name="Link or cite").click()
    box = page.get_by_role("dialog", name="Link or cite")
    expect(box.locator("[data-words]")).to_contain_text("(March 2010), Serious Case Review in respect of Baby Z")
    box.get_by_role("button", name="Copy the citation").click()
    expect(box.get_by_role("button", name="Copied")).to_be_visible()
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/reviews/baby-z/recommendations/#health-2")
    assert ": recommendation Health 2. Restated by Safeguarding Reviews, http" in copied


def test_without_a_script_a_record_s_link_is_its_address(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/reviews/baby-z/findings/")
    page.locator("details", has=page.locator("#test-results-delayed")).get_by_role("link", name="Link or cite").click()
    assert page.url == f"{address}/reviews/baby-z/findings/#test-results-delayed"
    expect(page.get_by_role("dialog", name="Link or cite")).to_have_count(0)
    context.close()


def test_pages_are_whole_without_a_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/reviews/baby-z/recommendations/")
    expect(page.locator("details.record .record__text:visible")).to_have_count(30)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#health-2")).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator("#skeletal-survey-results")).to_be_visible()
    context.close()


def test_a_hostile_value_runs_no_script(page: Page, two_reviews_address: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(f"{two_reviews_address}/reviews/lighthouse-child/paragraphs/#p3")
    expect(page.locator("#p3")).to_be_in_viewport()
    assert dialogs == []
    assert page.locator("article script, .stolen").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_against_wcag_2_2_aa(chromium: Browser, address: str, path: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    rules = {
        "resultTypes": ["violations"],
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
    found = Axe().run(page, options=rules).response["violations"]
    context.close()
    assert [(each["id"], [node["target"] for node in each["nodes"][:3]]) for each in found] == []
