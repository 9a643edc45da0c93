"""The way out, and what a page may not do: ask another host, keep anything, or run what is not the site's own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from .browser import KINDS
from .found import search_for

ELSEWHERE = "https://www.bbc.co.uk/"


@pytest.fixture
def watched(page: Page) -> Page:
    """A page for which the way out leads to a stand-in, with the referrer that this is told."""
    page.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    return page


def test_the_way_out_leaves_no_step_back_to_the_site(watched: Page, address: str) -> None:
    watched.goto(f"{address}/")
    watched.goto(f"{address}/reviews/baby-z/")
    watched.goto(f"{address}/reviews/baby-z/timeline/")
    watched.get_by_role("link", name="Exit this page").click()
    expect(watched).to_have_title("Weather")
    watched.go_back()
    assert not watched.url.startswith(address)


def test_the_way_out_of_a_tab_s_first_page_takes_its_place(watched: Page, address: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/")
    watched.get_by_role("link", name="Exit this page").click()
    expect(watched).to_have_title("Weather")
    assert watched.evaluate("document.referrer") == ""


def test_the_page_is_blanked_before_another_is_asked_for(watched: Page, address: str) -> None:
    shown: list[str] = []
    watched.expose_function("noted", lambda text: shown.append(text))
    watched.add_init_script(
        "window.navigation.addEventListener('navigate', (event) => {"
        f" if (event.destination.url.startsWith('{ELSEWHERE}')) noted(document.title + document.body.innerText); }})"
    )
    watched.goto(f"{address}/reviews/baby-z/")
    watched.get_by_role("link", name="Exit this page").click()
    expect(watched).to_have_title("Weather")
    assert shown == [""]


def test_shift_three_times_leaves_and_says_so_on_the_way(watched: Page, address: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/")
    said = watched.get_by_role("status").filter(has_text=re.compile("Shift|^$")).first
    watched.keyboard.press("Shift")
    expect(said).to_have_text("Press Shift twice more to exit this page.")
    watched.keyboard.press("Shift")
    expect(said).to_have_text("Press Shift once more to exit this page.")
    watched.keyboard.press("Shift")
    expect(watched).to_have_title("Weather")


def test_another_key_between_starts_the_count_again(watched: Page, address: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/")
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        watched.keyboard.press(key)
    expect(watched).to_have_title(re.compile("Baby Z"))


@pytest.mark.parametrize("keys", ["Shift+Tab", "Shift+a", "Control+Shift+Tab"])
def test_shift_with_another_key_is_no_wish_to_leave(watched: Page, address: str, keys: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    for _ in range(4):
        watched.keyboard.press(keys)
    expect(watched).to_have_title(re.compile("Baby Z"))
    expect(watched.locator(".exit-said")).to_be_empty()


def test_shift_with_a_click_is_no_wish_to_leave(watched: Page, address: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/")
    for _ in range(4):
        watched.keyboard.down("Shift")
        watched.locator("h1").click()
        watched.keyboard.up("Shift")
    expect(watched).to_have_title(re.compile("Baby Z"))


def test_shift_is_a_letter_s_while_one_types(watched: Page, address: str) -> None:
    watched.goto(f"{address}/reviews/baby-z/")
    watched.get_by_role("link", name="Search", exact=True).click()
    box = watched.get_by_role("searchbox", name="Search for")
    for _ in range(4):
        box.press("Shift")
    expect(watched).to_have_title(re.compile("Baby Z"))
    expect(watched.locator(".exit-said")).to_be_empty()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_way_out_stays_in_reach_however_far_one_reads_and_covers_nothing(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/reviews/baby-z/timeline/#final-publication")
    link = page.get_by_role("link", name="Exit this page")
    expect(link).to_be_in_viewport(ratio=1)
    box, target = link.bounding_box(), page.locator("#final-publication").bounding_box()
    assert box is not None
    assert target is not None
    assert target["y"] >= box["y"] + box["height"]


def test_the_way_out_scrolls_away_where_the_window_is_low(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 800, "height": 380})
    page.goto(f"{address}/reviews/baby-z/timeline/#final-publication")
    expect(page.get_by_role("link", name="Exit this page")).not_to_be_in_viewport()


def test_the_way_out_keeps_its_shape_in_forced_colours(chromium: Browser, address: str) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/")
    border = page.get_by_role("link", name="Exit this page").evaluate("each => getComputedStyle(each).borderTopWidth")
    assert border == "2px"
    context.close()


@pytest.mark.parametrize("path", KINDS)
def test_a_page_keeps_nothing_asks_no_other_host_and_runs_only_its_own(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    use_everything(page)
    assert [url for url in asked if not url.startswith(address)] == []
    assert [words for words in said if "404" not in words] == []
    assert page.context.cookies() == []
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), window.name].filter(Boolean)"
    assert page.evaluate(kept) == []
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")  # with which the search may run WebAssembly
    assert "default-src 'none'" in policy
    assert page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"


def use_everything(page: Page) -> None:
    """Open what can be opened, choose what can be chosen, ask for a citation, search, and print."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    for way in page.locator(".way").all():
        way.evaluate("each => { each.open = true }")
        way.get_by_role("checkbox").first.check()
        way.get_by_role("checkbox").first.uncheck()
        way.evaluate("each => { each.open = false }")
    for name in ("Open all", "Show all"):
        button = page.get_by_role("button", name=name)
        if button.count() and button.first.is_visible():
            button.first.click()
    cited = page.locator("[data-cited]:visible")
    if cited.count():
        cited.first.click()
        page.keyboard.press("Escape")
    search_for(page, "bruises")
    page.get_by_role("radio", name="Findings").check()
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint')); window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def test_the_policy_stops_a_script_that_is_not_the_site_s_own(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.stolen = true";
      document.body.append(script);
    }""")
    assert page.evaluate("window.stolen") is None
