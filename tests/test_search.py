"""The search in a real browser: what readers type, what they are shown, and every way to move in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from .found import search_for

RESULTS = ".search__results > li"


def first(page: Page) -> str:
    """The address of the first result, from the site's root."""
    link = page.locator(f"{RESULTS} a").first
    expect(link).to_be_visible()
    return str(link.evaluate("each => each.pathname + each.hash"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("health 2", "/recommendations/#health-2"),
        ("Health2", "/recommendations/#health-2"),
        ("h2", "/recommendations/#health-2"),
        ("recommendation social care 7", "/recommendations/#social-care-7"),
        ("3 cafcass", "/recommendations/#cafcass-3"),
        ("para 20", "/paragraphs/#p20"),
        ("¶20", "/paragraphs/#p20"),
        ("p20", "/paragraphs/#p20"),
        ("HV", "#health-visit"),
        ("lawyers", "#legal-services"),
        ("s47 siblings", "/recommendations/#social-care-7"),
        ("broken arm", "/timeline/#skeletal-survey-results"),
        ("paediatrition", "#paediatrician"),
        ("pediatrician", "#paediatrician"),
        ("ﬁnal publication", "#final-publication"),
        ("mother’s previous authority", "#previous-authority"),
        ("mother's previous authority", "#previous-authority"),
        ("non accidental injury", "#non-accidental-injury"),
        ("why was the review redone", "#re-consideration"),
        ("cookies", "/about/privacy/"),
    ],
)
def test_readers_find_it_in_their_own_words(page: Page, address: str, typed: str, found: str) -> None:
    page.goto(f"{address}/glossary/")
    search_for(page, typed)
    assert found in first(page)


def test_nothing_is_loaded_before_the_search_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/", wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url or "/search/" in url] == []
    search_for(page, "delay")
    assert [url for url in asked if "pagefind" in url]


def test_a_result_says_what_it_is_and_why_and_its_record_is_opened_and_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "full skeletal survey")
    result = page.locator(RESULTS).first
    expect(result.locator(".search__of")).to_have_text("Recommendation")
    expect(result.locator(".search__heading a")).to_contain_text("Health 2: Liaise directly with radiologists")
    expect(result.locator(".search__beside")).to_have_text("Baby Z · To Paediatricians")
    expect(result.locator(".search__text mark").first).to_have_text("full skeletal survey")
    result.locator("a").click()
    expect(page).to_have_url(re.compile(r"/reviews/baby-z/recommendations/#health-2$"))
    expect(page.locator("#health-2:target")).to_be_in_viewport()
    expect(page.locator("details.record[open]")).to_have_count(1)
    expect(page.locator("details.record[open] #health-2, details.record[open]#health-2")).to_have_count(1)


def test_a_record_of_the_same_page_closes_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/")
    search_for(page, "health 2")
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(page.locator("#health-2")).to_be_in_viewport()


def test_another_name_is_told_that_was_found_in_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "NAI report")
    told = page.locator(".search__because").filter(has_text="Non-accidental injury").first
    expect(told).to_have_text("Matched: Non-accidental injury, for ‘nai’")


def test_a_slip_is_mended_at_once_and_said(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "radiolgist")
    expect(page.locator(".search__mended")).to_have_text("Did you mean radiologist?")
    expect(page.locator(".search__status")).to_contain_text("Nothing has ‘radiolgist’.")
    assert "radiologist" in first(page)


def test_what_has_all_words_stands_before_what_has_some(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "fathers assessment")
    expect(page.locator(".search__status")).to_contain_text("First, what has both words.")
    expect(page.locator(RESULTS).first).to_contain_text("father")
    expect(page.locator(RESULTS).first).to_contain_text("assess")


def test_results_are_narrowed_down_to_a_kind_and_counted(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "police")
    every = page.get_by_role("radio", name=re.compile("^All"))
    expect(every).to_be_checked()
    events = page.get_by_role("radio", name=re.compile("^Events"))
    number = int(re.sub(r"\D", "", events.evaluate("each => each.labels[0].textContent")))
    events.check()
    expect(page.locator(".search__status")).to_contain_text(f"{number} result")
    assert set(page.locator(".search__of").all_text_contents()) == {"Event"}
    expect(every).to_be_visible()
    page.get_by_role("radio", name=re.compile("^Themes")).check()
    expect(page.locator(".search__status")).to_contain_text("Nothing of this kind")


def test_one_review_of_several_can_be_searched_alone(page: Page, two_reviews_address: str) -> None:
    page.goto(f"{two_reviews_address}/reviews/baby-z/")
    search_for(page, "lamp")
    beside = page.locator(".search__beside")
    expect(beside.filter(has_text="The Lighthouse Child").first).to_be_visible()
    page.get_by_label("Only in Baby Z").check()
    expect(beside.filter(has_text="The Lighthouse Child")).to_have_count(0)


def test_the_keyboard_opens_moves_opens_a_result_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(f"{address}/themes/")
    page.keyboard.press("Control+k")
    words = page.get_by_role("searchbox", name="Search for")
    expect(words).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    opener = page.get_by_role("link", name="Search", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(words).to_be_focused()
    page.keyboard.type("health 2")
    expect(page.locator(RESULTS).first).to_contain_text("Health 2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(words).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_have_value("health 2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#health-2$"))


def test_results_are_announced_in_a_labelled_dialog(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "delay")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("results for ‘delay’")
    expect(dialog.get_by_role("group", name="Show")).to_be_visible()


def test_clear_empties_the_search_and_close_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "delay")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.get_by_role("searchbox", name="Search for")).to_be_focused()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("dialog.search")).to_be_hidden()


def test_a_search_has_an_address_that_can_be_sent(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "delay")
    page.get_by_role("searchbox", name="Search for").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=delay$"))
    expect(page.locator(RESULTS)).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(RESULTS).nth(20).locator("a")).to_be_focused()
    page.get_by_role("radio", name=re.compile("^Findings")).check()
    expect(page).to_have_url(re.compile(r"/search/\?q=delay&kind=finding$"))
    sent = page.url
    page.goto(f"{address}/")
    page.goto(sent)
    expect(page.locator(".search__of").first).to_have_text("Finding")
    expect(page.get_by_role("radio", name=re.compile("^Findings"))).to_be_checked()
    page.locator(f"{RESULTS} a").first.click()
    page.go_back()
    expect(page.locator(".search__of").first).to_have_text("Finding")


def test_all_results_are_one_step_away_from_the_dialog(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "social worker")
    page.get_by_role("link", name=re.compile(r"^All \d+ results")).click()
    expect(page).to_have_url(re.compile(r"/search/\?q=social\+worker$"))


def test_without_a_script_search_leads_to_a_page_of_ways_in(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/$"))
    for name in ("reviews", "all recommendations", "themes", "all agencies", "glossary"):
        expect(page.get_by_role("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator(".search")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '"',
        "'",
        "x" * 10_000,
        "delay " * 2_000,
        "🙂 👶",
        "the of and",
        "(.*+?[\\",
        "zqhealth2",
        "&amp; %00 \u0000",
        "..",
        "¶",
        "constructor __proto__ toString",
        "0",
    ],
)
def test_bad_input_is_harmless_and_answered_in_words(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}/")
    search_for(page, typed)
    expect(page.locator(".search__status")).to_have_text(re.compile("result|Nothing|Type a word"))
    assert page.locator(".search script, .search img").count() == 0


def test_common_words_alone_are_searched_and_said_to_be_common(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "of the")
    expect(page.locator(".search__status")).to_contain_text("These words stand nearly everywhere.")


def test_where_nothing_is_found_the_lists_are_offered(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "qqqqqqq")
    expect(page.locator(".search__status")).to_contain_text("Nothing found for ‘qqqqqqq’")
    expect(page.get_by_role("dialog").get_by_role("link", name="All recommendations")).to_be_visible()


BROKEN = {
    "the words are missing": ("**/pagefind/words.json", {"status": 404}),
    "the words are cut off": ("**/pagefind/words.json", {"status": 200, "body": '{"kinds":'}),
    "the index is missing": ("**/pagefind/index/*", {"status": 404}),
    "the index is cut off": ("**/pagefind/index/*", {"status": 200, "body": "\x1f\x8b"}),
    "a batch is missing": ("**/pagefind/fragment/*", {"status": 404}),
    "the program is missing": ("**/pagefind/*.pagefind", {"status": 404}),
}


@pytest.mark.parametrize("why", BROKEN)
def test_an_index_that_cannot_be_read_is_said_and_the_lists_are_offered(
    chromium: Browser, address: str, why: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    pattern, answer = BROKEN[why]

    def broken(route: Route) -> None:
        route.fulfill(**answer)  # type: ignore[arg-type]

    page.route(pattern, broken)
    page.goto(f"{address}/")
    search_for(page, "delay")
    expect(page.locator(".search__status")).to_contain_text("The search cannot be reached at the moment")
    expect(page.get_by_role("dialog").get_by_role("link", name="All recommendations")).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("searchbox", name="Search for").fill("delays")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.get_by_role("radio", name=re.compile("^Findings"))).to_be_visible()
    context.close()


def test_where_the_search_cannot_be_loaded_its_link_leads_to_its_page(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/assets/search/box.js", lambda route: route.abort())
    page.goto(f"{address}/")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/$"))
    context.close()


LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    for width in (320, 1280)
    for scheme in ("light", "dark")
]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look['viewport']['width']}-{look['color_scheme']}")
def looked_at(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(**request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("typed", ["", "NAI results", "paediatrition", "qqqqqqq"])
def test_axe_finds_nothing_with_the_search_open(looked_at: Page, address: str, typed: str) -> None:
    looked_at.goto(f"{address}/reviews/baby-z/findings/")
    search_for(looked_at, typed)
    found = Axe().run(looked_at, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"][:3]]) for each in found] == []
    assert looked_at.evaluate("document.querySelector('dialog.search').scrollWidth <= innerWidth")
