"""What the pages in docs/ call, held against the data before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from . import addresses, calls
from .checks import Ids, known_ids, not_there
from .complaints import Complaint, one_of
from .reading import Reading, Where, read_text

_READER = Environment(autoescape=True)
"""Reads pages as the macros plugin does: with Jinja's own signs."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
"""Where MkDocs sees front matter."""


@dataclass(frozen=True)
class Call:
    """One call of a macro in a page; an argument is None when it is not written out."""

    name: str
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    line: int


def calls_in(text: str) -> Iterator[Call]:
    """The macros that a page calls. Raises TemplateSyntaxError when Jinja cannot read it."""
    for node in _READER.parse(text).find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            named = {pair.key: _constant(pair.value) for pair in node.kwargs}
            yield Call(node.node.name, tuple(map(_constant, node.args)), named, node.lineno)


def _constant(node: nodes.Expr) -> Any:
    return node.value if isinstance(node, nodes.Const) else None


def front_matter(text: str, path: str) -> Reading:
    """What stands between the two lines of hyphens at the top of a page; an empty mapping where there is none."""
    found = _FRONT_MATTER.match(text)
    return read_text(found[1], path, above=1) if found else Reading({}, Where(path), ())


def complaints(root: Path, ids: Ids, reviews: Mapping[str, Ids]) -> Iterator[Complaint]:
    """Every review has its pages, and every macro that a page calls is there and names what is there."""
    for slug in reviews:
        for page in addresses.REVIEW_PAGES:
            path = f"docs/reviews/{slug}/{page or 'index'}.md"
            if not (root / path).is_file():
                yield Complaint(path, 1, slug, "the page is missing", "copy it from another review")
    for file in sorted((root / "docs").rglob("*.md")):
        yield from _page(file, file.relative_to(root).as_posix(), ids, reviews)


def _page(file: Path, path: str, ids: Ids, reviews: Mapping[str, Ids]) -> Iterator[Complaint]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        yield Complaint(path, line, file.name, "this line is not UTF-8 text", "save the file with the encoding UTF-8")
        return
    head = front_matter(text, path)
    found = [*head.complaints, *_front_matter(head, file, reviews)]
    yield from found
    if found:
        return
    try:
        for call in calls_in(text):
            if said := _wrong_call(call, head.value.get("review"), ids, reviews):
                yield Complaint(path, call.line, file.name, *said)
    except TemplateSyntaxError as error:
        wrong = f"Jinja cannot read this line ({error.message})"
        yield Complaint(path, error.lineno, file.name, wrong, "check the braces; write {: #id } with a colon")


def _front_matter(head: Reading, file: Path, reviews: Mapping[str, Ids]) -> Iterator[Complaint]:
    """The front matter is keys with values, and a page in a review's folder names that review."""
    if head.complaints:
        return
    if not isinstance(head.value, dict):
        yield head.where.complain(file.name, "the front matter is not keys with values", "write `key: value`")
        return
    slug = head.value.get("review")
    folder = file.parent.name if file.parent.parent.name == "reviews" else None
    if folder in reviews and slug != folder:
        wrong = f"the page says it belongs to `{slug}`" if slug else "the page does not say which review it belongs to"
        right = f"its front matter should hold `review: {folder}`"
        yield head.where.complain(file.name, wrong, right, "review")
    elif slug is not None and not (isinstance(slug, str) and slug in reviews):
        yield head.where.complain(file.name, f"there is no review `{slug}`", one_of(reviews, slug), "review")


def _wrong_call(call: Call, slug: str | None, ids: Ids, reviews: Mapping[str, Ids]) -> tuple[str, str] | None:
    """What is wrong with a call and what would be right, or nothing."""
    if call.name not in calls.NAMES:
        return f"there is no macro `{call.name}`", one_of(calls.NAMES, call.name)
    slug = call.named.get("review", slug)
    if slug is None and calls.of_review(call.name):
        return f"`{call.name}` does not say of which review", f"add review='{next(iter(reviews), 'slug')}'"
    if slug is not None and slug not in reviews:
        return f"there is no review `{slug}`", one_of(reviews, slug)
    if call.name not in calls.INLINE:
        return None
    kind = calls.INLINE[call.name].kind
    if not call.arguments or not isinstance(call.arguments[0], str | int):
        return f"`{call.name}` does not name its {kind}", "write the id between the brackets, in quotes"
    known = known_ids(kind, reviews[slug] if slug else ids)
    missing = known is not None and call.arguments[0] not in known
    return not_there(kind, call.arguments[0], known or ()) if missing else None
