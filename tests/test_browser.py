"""The site in a real browser: narrowing down, the way out, a phone, no script, accessibility."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .browser import KINDS


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
    expect(page.locator("details:not([open], .way)")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details[open]")).to_have_count(0)


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True, format="A4")))


@pytest.mark.parametrize(
    ("path", "gone", "title"),
    [
        ("recommendations/#health-2", "#health-3", "Liaise directly with radiologists"),
        ("agencies/#paediatricians", "#radiologists", "Paediatricians"),
        ("findings/#black-eye-not-followed-up", "#father-not-engaged", "No follow-up visit"),
        ("timeline/#health-visitor-visit", "#birth", "The health visitor visits the home"),
    ],
)
def test_a_record_whose_address_is_open_is_printed_alone_on_one_sheet(
    page: Page, address: str, path: str, gone: str, title: str
) -> None:
    page.goto(f"{address}/reviews/baby-z/{path}")
    page.emulate_media(media="print")
    expect(page.locator(":target")).to_contain_text(title)
    expect(page.locator(":target")).to_be_visible()
    expect(page.locator(gone)).to_be_hidden()
    expect(page.locator(".filters, .site-header, .timeline").locator("visible=true")).to_have_count(0)
    assert sheets(page) == 1


def test_the_timeline_s_rows_are_its_only_stops(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/timeline/")
    stops = page.evaluate(
        "[...document.querySelectorAll('.timeline a, .stretch a, .stretch summary')]"
        ".filter((each) => each.tabIndex >= 0 && each.checkVisibility({ contentVisibilityAuto: true })).length"
    )
    assert stops == 53


def test_the_present_page_is_in_view_in_the_row_of_pages(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/reviews/baby-z/process/")
    expect(page.locator(".review-nav [aria-current=page]")).to_be_in_viewport()


def test_a_record_s_address_is_copied_in_one_step(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    page.locator("details.record[open]").get_by_text("Copy link").click()
    expect(page.locator("details.record[open]").get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/reviews/baby-z/recommendations/#health-2")


def test_a_record_s_citation_is_copied_with_the_day_in_three_forms(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    page.locator("details.record[open]").get_by_role("button", name="Cite").click()
    box = page.get_by_role("dialog", name="Cite")
    box.get_by_role("button", name="Copy the citation").click()
    expect(box.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        "(March 2010), Serious Case Review in respect of Baby Z: executive summary: recommendation Health 2." in copied
    )
    assert re.search(r"/reviews/baby-z/recommendations/#health-2 \(accessed \d+ \w+ \d{4}\)$", copied)
    box.get_by_role("button", name="Copy BibTeX").click()
    bibtex = page.evaluate("navigator.clipboard.readText()")
    assert bibtex.startswith("@techreport{reviews-baby-z-recommendations-health-2,\n")
    assert "  year = {2010},\n" in bibtex
    assert "  note = {Recommendation Health 2. Restated by Safeguarding Reviews},\n" in bibtex
    box.get_by_role("button", name="Copy RIS").click()
    ris = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert (ris[0], ris[-1]) == ("TY  - RPRT", "ER  - ")
    assert "PY  - 2010" in ris
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()


def test_a_clipboard_that_refuses_says_so_and_the_words_are_selected(page: Page, address: str) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    record = page.locator("details.record[open]")
    record.get_by_text("Copy link").click()
    expect(record.get_by_text("Not copied: it is selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()").endswith("/reviews/baby-z/recommendations/#health-2")
    record.get_by_role("button", name="Cite").click()
    box = page.get_by_role("dialog", name="Cite")
    box.get_by_role("button", name="Copy BibTeX").click()
    expect(box.get_by_role("button", name="Not copied: it is selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()").startswith("@techreport{")


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_every_label_of_the_timeline_s_axes_stands_whole(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/reviews/baby-z/timeline/")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main svg text")].filter((text) => {
            const [box, svg] = [text.getBoundingClientRect(), text.ownerSVGElement];
            const cuts = getComputedStyle(svg).overflow !== "visible";
            const frame = cuts ? svg.getBoundingClientRect() : { left: 0, right: innerWidth };
            return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1);
        }).map((text) => text.textContent)"""
    )
    assert cut == []


@pytest.mark.parametrize("key", [",", ".", "s", "f", "n", "p", "/", "?", "h", "j", "k"])
def test_no_single_key_does_anything(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}/reviews/baby-z/findings/")
    page.keyboard.press(key)
    page.wait_for_timeout(100)
    expect(page).to_have_url(f"{address}/reviews/baby-z/findings/")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_escape_closes_the_box_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    button = page.locator("details.record[open]").get_by_role("button", name="Cite")
    button.press("Enter")
    expect(page.get_by_role("dialog", name="Cite")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Cite")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_whole_review_can_be_cited(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/baby-z/")
    page.get_by_role("button", name="Cite").click()
    words = page.get_by_role("dialog", name="Cite").locator("[data-words]")
    expect(words).to_contain_text("executive summary. Restated by Safeguarding Reviews")
    assert page.locator("meta[name=citation_title]").get_attribute("content")
    assert page.locator("meta[name=citation_publication_date]").get_attribute("content") == "2010"


def test_without_a_script_a_record_s_link_is_its_address(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/reviews/baby-z/findings/")
    page.locator("details", has=page.locator("#test-results-delayed")).get_by_role("link", name="Link to this").click()
    assert page.url == f"{address}/reviews/baby-z/findings/#test-results-delayed"
    expect(page.get_by_role("dialog", name="Cite")).to_have_count(0)
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


@pytest.mark.parametrize("colours", ["none", "active"])
def test_every_stop_of_the_keyboard_can_be_seen(chromium: Browser, address: str, colours: Any) -> None:
    context = chromium.new_context(forced_colors=colours)
    page = context.new_page()
    page.goto(f"{address}/reviews/baby-z/recommendations/#health-2")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
          const here = document.activeElement;
          const drawn = here.matches("select") ? here.closest("label") : here;
          const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
          return [here.outerHTML.slice(0, 80), outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
        }""")
        if not seen[1] and not seen[0].startswith("<body"):
            unseen.append(seen[0])
    context.close()
    assert unseen == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_while_a_page_is_made(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => {"
        " for (const each of list.getEntries()) window.moved += each.value; }"
        ").observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("window.moved") == 0


@pytest.mark.parametrize(
    ("width", "path"), [(1060, "timeline"), (1280, "timeline"), (768, "evidence"), (390, "timeline")]
)
def test_no_word_of_a_picture_is_smaller_than_12_px(page: Page, address: str, width: int, path: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/reviews/baby-z/{path}/")
    sizes = page.evaluate("""() => [...document.querySelectorAll("main svg text")]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0)
      .map((each) => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().d)""")
    assert sizes
    assert min(sizes) >= 11.95


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
    "middle": {"viewport": {"width": 768, "height": 1024}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 360, "height": 740}, "forced_colors": "active"},
}
"""How a page may be looked at: every width, and every set of colours."""
WIDTHS = (320, 360, 390, 768, 1280)
OF_WIDTH = ["scrollable-region-focusable", "target-size"]
"""The rules of axe whose answer hangs on the width alone."""
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that hang on colours, and on the width only where the layout changes."""
OTHER_COLOURS: list[tuple[int, dict[str, Any]]] = [
    (1280, {"color_scheme": "dark", "forced_colors": "none"}),
    (1280, {"color_scheme": "light", "forced_colors": "active"}),
]
"""The widest layout in the colours in which no look has it."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_against_wcag_2_2_aa(chromium: Browser, address: str, path: str, look: str) -> None:
    context = chromium.new_context(**LOOKS[look])
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


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_at_any_width_in_any_colours(chromium: Browser, address: str, path: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")  # so that no colour is measured on its way to another
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found: list[tuple[int, str, list[Any]]] = []

    def look(width: int, rules: list[str]) -> None:
        page.set_viewport_size({"width": width, "height": 800})
        violations = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": rules}).response["violations"]
        found.extend((width, each["id"], [node["target"] for node in each["nodes"][:3]]) for each in violations)

    for width in WIDTHS:
        look(width, OF_WIDTH)
    for width, colours in OTHER_COLOURS:
        page.emulate_media(**colours)
        look(width, OF_COLOUR)
    context.close()
    assert found == []
