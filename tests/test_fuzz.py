"""Whatever stands in the files, loading complains and never fails; whatever stands in a record, templates escape it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from macros.collection import Collection
from macros.pages import calls
from macros.reading import BrokenData, Complaint, read_text, read_yaml
from macros.records import Piece, all_files
from macros.vetting import load

from .conftest import GOOD

FILES = [file.path.replace("<slug>", "lighthouse-child") for file in all_files()]
MODELS = {file.path.replace("<slug>", "lighthouse-child"): file.model for file in all_files()}
SLOW = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["lamp-lit", "keepers", "tower-1", "cover", "2030-01", "2030-01/..", "lamps", "stated", "days", "case"]
    ),
    st.integers(min_value=-1, max_value=9),
)
keys = st.one_of(
    st.sampled_from(
        sorted({key for model in MODELS.values() for key in model.model_fields} | {"event", "basis", "cites"})
    ),
    st.text(max_size=6),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the invented collection, damaged and mended again and again."""
    return Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("fuzz") / "good"))


def complaints(root: Path) -> tuple[Complaint, ...]:
    """What loading complains of; any other failure is the test's."""
    try:
        load(root)
    except BrokenData as broken:
        return broken.complaints
    return ()


def loaded(root: Path, path: str, content: bytes) -> None:
    """Load with one file changed: well, or with complaints that stand on a line of a file."""
    before = (root / path).read_bytes()
    (root / path).write_bytes(content)
    try:
        assert all(each.line >= 1 and each.wrong and each.path for each in complaints(root))
    finally:
        (root / path).write_bytes(before)


@given(path=st.sampled_from(FILES), content=st.binary(max_size=200))
@SLOW
def test_no_bytes_make_loading_fail(root: Path, path: str, content: bytes) -> None:
    loaded(root, path, content)


@given(path=st.sampled_from(FILES), value=values)
@SLOW
def test_no_yaml_makes_loading_fail(root: Path, path: str, value: Any) -> None:
    loaded(root, path, yaml.safe_dump(value, allow_unicode=True).encode("utf-8", errors="surrogatepass"))


@given(data=st.data(), path=st.sampled_from(FILES), value=values)
@settings(SLOW, max_examples=300)
def test_no_value_of_a_key_makes_loading_fail(root: Path, data: st.DataObject, path: str, value: Any) -> None:
    record = read_yaml(root / path, path).value
    one = record if isinstance(record, dict) else record[data.draw(st.integers(0, len(record) - 1))]
    key = data.draw(st.sampled_from([*MODELS[path].model_fields, "unknown"]))
    one[key] = value
    try:
        loaded(root, path, yaml.safe_dump(record, allow_unicode=True).encode("utf-8", errors="surrogatepass"))
    finally:
        one.pop(key)
        read_text.cache_clear()  # what it holds was changed here


@given(
    front=st.dictionaries(st.sampled_from(["review", "title", "description", "x"]), scalars, max_size=3),
    name=st.sampled_from(sorted(calls.MACROS)),
    given_=st.lists(scalars, max_size=3),
    tail=st.text(max_size=20),
)
@SLOW
def test_no_page_makes_loading_fail(root: Path, front: dict[str, Any], name: str, given_: list[Any], tail: str) -> None:
    arguments = ", ".join(map(repr, given_))
    page = f"---\n{yaml.safe_dump(front)}---\n{{{{ {name}({arguments}) }}}}\n{tail}\n"
    (root / "docs" / "extra.md").write_bytes(page.encode("utf-8", errors="surrogatepass"))
    try:
        assert all(each.line >= 1 for each in complaints(root))
    finally:
        (root / "docs" / "extra.md").unlink()


def with_text(part: Any, text: str) -> Any:
    """A record with every free text in it replaced."""
    changed: dict[str, Any] = {}
    for key, value in part:
        if isinstance(value, Piece):
            changed[key] = with_text(value, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Piece):
            changed[key] = tuple(with_text(each, text) for each in value)
        elif type(value) is str and key not in ("id", "agency", "url", *type(part).id_keys()):
            changed[key] = text
    return part.model_copy(update=changed)


def with_texts(collection: Collection, text: str) -> Collection:
    """A collection with every free text in it replaced."""

    def each(records: Any) -> Any:
        return {key: with_text(record, text) for key, record in records.items()}

    reviews = {
        slug: replace(
            review,
            head=with_text(review.head, text),
            involvements=each(review.involvements),
            paragraphs=each(review.paragraphs),
            events=each(review.events),
            findings=each(review.findings),
            recommendations=each(review.recommendations),
        )
        for slug, review in collection.reviews.items()
    }
    shared = {kind: each(getattr(collection, kind)) for kind in ("agencies", "themes", "sources", "terms", "helplines")}
    return replace(collection, reviews=reviews, **shared)


def drawn(collection: Collection) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every block, as it stands on a page after Markdown has read it."""
    for name in sorted(name for name, macro in calls.MACROS.items() if macro.is_block):
        page = "reviews/lighthouse-child/timeline/"
        block = calls.call(collection, name, page, "lighthouse-child")
        made = markdown.markdown(
            block, extensions=["attr_list", "md_in_html", "tables", "smarty", "macros.pages.finished"]
        )
        yield name, html.fromstring(f"<div>{made}</div>")


def shape(tree: html.HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a block and the names of their attributes."""
    return [(str(each.tag), tuple(sorted(each.attrib))) for each in tree.iter()]


PRINTABLE = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&\"'`*_{}[]()#!|~^$=+-:@\\/%. \n"),
        st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Zl", "Zp", "Zs")),
    ),
    min_size=1,
    max_size=30,
).map(lambda text: f"x{' '.join(text.split())}x")


@pytest.fixture(scope="module")
def plain(invented: Collection) -> dict[str, html.HtmlElement]:
    """Every block with harmless text in it."""
    return dict(drawn(with_texts(invented, "plain")))


@given(text=PRINTABLE)
@settings(SLOW, max_examples=40)
def test_no_text_changes_the_shape_of_a_block(
    invented: Collection, plain: dict[str, html.HtmlElement], text: str
) -> None:
    for name, tree in drawn(with_texts(invented, text)):
        assert shape(tree) == shape(plain[name]), name
        if name == "paragraph_records":
            shown = {each.text_content() for each in tree.xpath("//p[@class='record__text']")}
            assert shown == {text}
