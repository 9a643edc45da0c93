"""What the pages in docs/ call, held against the data before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from . import addresses, calls
from .checks import Ids, known_ids, not_there
from .complaints import Complaint, one_of

_READER = Environment(autoescape=True)
"""Reads pages as the macros plugin does: with Jinja's own signs."""


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


def review_of(text: str) -> str | None:
    """The review that a page names in its front matter."""
    head, _, rest = text.partition("\n")
    if head.strip() != "---":
        return None
    for line in rest.partition("\n---")[0].splitlines():
        if line.startswith("review:"):
            return line.removeprefix("review:").strip().strip("'\"")
    return None


def complaints(root: Path, ids: Ids, reviews: dict[str, Ids]) -> Iterator[Complaint]:
    """Every review has its pages, and every macro that a page calls is there and names what is there."""
    docs = root / "docs"
    for each in reviews:
        yield from _missing(docs, each)
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8", errors="replace")
        slug = review_of(text)
        if slug is not None and slug not in reviews:
            yield Complaint(
                path, _line(text, "review:"), file.name, f"there is no review `{slug}`", one_of(reviews, slug)
            )
            continue
        try:
            for call in calls_in(text):
                yield from _call(path, file.name, call, slug, ids, reviews)
        except TemplateSyntaxError as error:
            wrong = f"Jinja cannot read this line ({error.message})"
            yield Complaint(path, error.lineno, file.name, wrong, "check the braces; write {: #id } with a colon")


def _missing(docs: Path, slug: str) -> Iterator[Complaint]:
    for page in addresses.REVIEW_PAGES:
        path = f"reviews/{slug}/{page or 'index'}.md"
        file = docs / path
        if not file.is_file():
            yield Complaint(f"docs/{path}", 1, slug, "the page is missing", "copy it from another review")
        elif review_of(file.read_text(encoding="utf-8", errors="replace")) is None:
            wrong = "the page does not say which review it belongs to"
            right = f"its front matter should hold `review: {slug}`"
            yield Complaint(f"docs/{path}", 1, slug, wrong, right)


def _call(path: str, page: str, call: Call, slug: str | None, ids: Ids, reviews: dict[str, Ids]) -> Iterator[Complaint]:
    def complain(wrong: str, right: str) -> Complaint:
        return Complaint(path, call.line, page, wrong, right)

    if call.name not in calls.NAMES:
        yield complain(f"there is no macro `{call.name}`", one_of(calls.NAMES, call.name))
        return
    slug = call.named.get("review", slug)
    if slug is not None and slug not in reviews:
        yield complain(f"there is no review `{slug}`", one_of(reviews, slug))
        return
    if slug is None and _of_review(call.name):
        yield complain(f"`{call.name}` does not say of which review", f"add review='{next(iter(reviews), 'slug')}'")
        return
    if call.name not in calls.INLINE:
        return
    kind = calls.INLINE[call.name].kind
    if not call.arguments:
        yield complain(f"`{call.name}` names nothing", f"give it the id of the {kind}")
        return
    known = known_ids(kind, reviews[slug] if slug else ids)
    key = call.arguments[0]
    if known is not None and key is not None and key not in known:
        yield complain(*not_there(kind, key, known))


def _of_review(name: str) -> bool:
    return name in calls.BLOCKS or name == calls.COUNT or (name in calls.INLINE and name not in ("term", "agency"))


def _line(text: str, start: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start)), 1)
