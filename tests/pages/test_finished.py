"""Finished HTML passes by Markdown and comes back as it was, wherever a page may call a macro."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from macros.pages import finished

from ..conftest import built, copy_project

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "smarty", "macros.pages.finished"]
HTML = '<p class="a__b--c" id="x-1">*a* _b_ `c` "d" &amp; &lt;e&gt; {: #f } [g](h) -- ...\n\n    i</p>'


def made(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def test_a_block_comes_back_whole() -> None:
    assert made(f"Before\n{finished.block(HTML)}\nafter") == f"<p>Before</p>\n{HTML}\n<p>after</p>"


@pytest.mark.parametrize("above", ["# Heading", "- item", "> quoted", "| a |\n|---|\n| b |"])
def test_a_block_below_anything_stands_by_itself(above: str) -> None:
    assert made(f"{above}\n{finished.block(HTML)}").endswith(f">\n{HTML}")


def test_what_stands_in_a_sentence_comes_back_there() -> None:
    link = '<a href="../#a_b_c" title="&#34;x&#34; __y__">*z*</a>'
    assert made(f"See **{finished.inline(link)}**, and more.") == f"<p>See <strong>{link}</strong>, and more.</p>"
    assert made(f"| a |\n|---|\n| {finished.inline(link)} |").count(link) == 1


def test_a_heading_keeps_its_words_and_its_id() -> None:
    assert made(f"# {finished.inline('Baby Z &amp; more')}") == '<h1 id="baby-z-more">Baby Z &amp; more</h1>'


def test_nothing_is_written_for_nothing() -> None:
    assert (finished.block(""), finished.inline("")) == ("", "")


def test_no_entity_stands_where_no_character_asks_for_one(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.xml")]
    assert files
    entities = {each for file in files for each in re.findall(r"&#\w+;", file.read_text(encoding="utf-8"))}
    assert entities <= {"&#34;", "&#39;"}  # quotation marks, as autoescape writes them


def test_a_link_to_a_record_in_a_block_is_known_to_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    page = project / "docs" / "about" / "method.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [it](../reviews/baby-z/recommendations.md#health-2).\n")
    assert "recommendations/#health-2" in (built(project, tmp_path / "site") / "about/method/index.html").read_text()
