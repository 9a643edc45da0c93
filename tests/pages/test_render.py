"""Values reach the page as they are typed, whatever they contain."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from macros.pages import finished
from macros.pages.render import environment, render
from macros.pages.shapes import Fact, Ref

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {# note #}",
    "a | b | c",
    "*stars* _lines_ **more** ~~gone~~ ^up^ ==mark==",
    "[x](javascript:alert(1)) ![i](y) <http://example.org> http://example.org",
    "{: #stolen .stolen } { .class }",
    "`ticks` ``two`` \\`",
    '"quotes" and \'more\' onmouseover="x"',
    "&amp; &lt; &#42; &",
    "# not a heading",
    "--8<-- 'mkdocs.yml'",
    "$a^2$ :smile: *[HTML]: x [^1]",
    "café ¶20 – ‘curly’ ‏ right-to-left ñ",
]


EXTENSIONS = ["attr_list", "md_in_html", "tables", "smarty", "footnotes", "abbr", "macros.pages.finished"]


def text_of(markup: str) -> str:
    return html.fromstring(f"<div>{markup}</div>").text_content().strip()


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_in_a_sentence_survives_markdown_as_typed(value: str) -> None:
    drawn = render("reference.html.jinja", "", {"ref": Ref("x", "/a/", value), "text": value, "kind": "term"})
    made = markdown.markdown(f"Before {finished.inline(drawn)} after.", extensions=EXTENSIONS)
    (link,) = html.fromstring(f"<div>{made}</div>").iter("a")
    assert link.text_content() == value
    assert link.get("title") == value
    assert dict(link.attrib).keys() == {"class", "href", "title"}


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_in_a_block_survives_markdown_as_typed(value: str) -> None:
    block = render("facts.html.jinja", "", {"view": (Fact(value, (value, Ref(value, "/a/"))),)})
    made = markdown.markdown(f"Text\n{finished.block(block)}\nText", extensions=EXTENSIONS)
    page = html.fromstring(f"<div>{made}</div>")
    (label,) = page.iter("dt")
    (link,) = page.iter("a")
    assert (label.text_content(), link.text_content()) == (value, value)
    assert not list(page.iter("script"))


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    with pytest.raises(Exception, match="view"):
        render("table.html.jinja", "", {})


@pytest.mark.parametrize("name", sorted(environment().list_templates()))
def test_every_template_says_what_it_is_for(name: str) -> None:
    source, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]
    assert source.startswith("{# ")
    assert source.partition("#}")[0].rstrip().endswith(".")
