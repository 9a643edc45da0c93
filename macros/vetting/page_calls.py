"""What the pages in docs/ call, held against the data before anything is built."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..collection import addresses
from ..pages import calls
from ..reading import HALVES, Complaint, conflict, is_left_behind, one_of, read_bytes
from . import front_matter
from .id_rules import known_ids, not_there
from .written_review import Ids

SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What MkDocs takes for a page."""

_READER = Environment(autoescape=True)
"""Reads pages as the macros plugin does: with Jinja's own signs."""

_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Call, nodes.Const, nodes.Keyword)
"""All that a page may hold of Jinja: calls of macros, with their arguments written out."""


@dataclass(frozen=True)
class Call:
    """One call of a macro in a page, its arguments as they are written."""

    name: str
    given: tuple[Any, ...]
    named: Mapping[str, Any]
    line: int


@functools.lru_cache(maxsize=512)  # `make serve` reads them all again at every change
def read_page(text: str) -> nodes.Template:
    """What Jinja reads in a page. Raises TemplateSyntaxError."""
    return _READER.parse(text)


def calls_in(page: nodes.Template) -> Iterator[Call]:
    """The macros that a page calls."""
    for node in page.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            given = tuple(arg.value for arg in node.args if isinstance(arg, nodes.Const))
            named = {pair.key: pair.value.value for pair in node.kwargs if isinstance(pair.value, nodes.Const)}
            yield Call(node.node.name, given, named, node.lineno)


def other_than_calls(page: nodes.Template) -> Iterator[tuple[int, str]]:
    """Whatever else of Jinja's stands in a page: its line, and what it is."""
    called = {id(node.node) for node in page.find_all(nodes.Call)}
    for node in page.find_all(nodes.Node):
        if isinstance(node, nodes.Name) and id(node) not in called:
            yield node.lineno, f"`{node.name}` stands alone"
        elif isinstance(node, nodes.Call) and (
            not isinstance(node.node, nodes.Name)
            or node.dyn_args
            or node.dyn_kwargs
            or len({each.key for each in node.kwargs}) < len(node.kwargs)
        ):
            yield node.lineno, "a macro is called in a way that pages do not use"
        elif not isinstance(node, (*_PLAIN, nodes.Name)):
            yield node.lineno, f"there is more here than a call ({type(node).__name__.lower()})"


@dataclass(frozen=True)
class Hidden:
    """The reviews of which a page may not speak."""

    drafts: Container[str]
    taken_down: Container[str]

    def why(self, slug: str) -> tuple[str, str] | None:
        """What is wrong with speaking of a review, and what would be right; None where nothing is."""
        if slug in self.taken_down:
            return f"`{slug}` was taken down", "take the call out"
        if slug in self.drafts:
            right = "name it once it is published: take `draft: true` out of its review.yml first"
            return f"`{slug}` is a draft, and this page is not", right
        return None


def complaints(
    root: Path,
    ids: Ids,
    reviews: Mapping[str, Ids],
    drafts: Container[str],
    needs: Mapping[str, frozenset[str]],
    elsewhere: Container[str] = (),
    taken_down: Container[str] = (),
) -> Iterator[Complaint]:
    """Every review has the pages that its kinds of record need, and every macro that a page calls names what is there.

    Only a draft's own pages may speak of it, since the others are published without it. What is said of reviews
    ``elsewhere``, which were not read, is taken for right.
    """
    for slug, kinds in needs.items():
        for page in addresses.pages_of(kinds):
            path = f"docs/reviews/{slug}/{page or 'index'}.md"
            if not (root / path).is_file():
                yield Complaint(path, 1, slug, "the page is missing", "copy it from another review")
    published = {slug: its for slug, its in reviews.items() if slug not in drafts}
    for file in sorted((root / "docs").rglob("*")):
        path = file.relative_to(root).as_posix()
        of = file.parent.name if path.startswith("docs/reviews/") else ""
        if (
            file.suffix in SUFFIXES
            and not is_left_behind(file.name)
            and file.is_file()
            and of not in elsewhere
            and of not in taken_down
        ):
            hidden = Hidden(() if of in drafts else drafts, taken_down)
            yield from _page(file, path, ids, reviews if of in drafts else published, elsewhere, hidden)


def _page(
    file: Path,
    path: str,
    ids: Ids,
    reviews: Mapping[str, Ids],
    elsewhere: Container[str],
    hidden: Hidden,
) -> Iterator[Complaint]:
    page = read_bytes(file, path)
    if not page.read:
        yield from page.complaints
        return
    halves = conflict(page.value)
    if halves:
        if page.value.splitlines()[halves - 1].startswith("="):
            wrong = "seven = on a line are what git leaves in a merge, and make a heading of the line above"
            yield Complaint(path, halves, file.name, wrong, "delete the line; a heading begins with #")
        else:
            yield Complaint(path, halves, file.name, HALVES, "keep one version of what follows, and delete git's lines")
        return
    if lost := front_matter.taken_for_settings(page.value):
        what = "this line for a setting, so that no reader sees it"
        if lost > 1:
            what = f"the first {lost} lines for settings, so that no reader sees them"
        wrong = f"MkDocs takes {what}"
        yield Complaint(path, 1, file.name, wrong, "begin the page with a heading, or with an empty line")
        return
    head = front_matter.read(page.value, path)
    found = [*head.complaints, *(front_matter.complaints(head, file, page.value, reviews) if head.read else ())]
    yield from found
    if found:
        return
    for above, text in front_matter.pieces(page.value):
        folder = file.parent.name if file.parent.parent.name == "reviews" else None
        slug = head.value.get("review") or (folder if folder in reviews else None)
        for line, wrong, right in _jinja(text, slug, ids, reviews, elsewhere, hidden):
            yield Complaint(path, above + line, file.name, wrong, right)


def _jinja(
    text: str,
    slug: str | None,
    ids: Ids,
    reviews: Mapping[str, Ids],
    elsewhere: Container[str],
    hidden: Hidden,
) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the calls in a piece of a page of the review ``slug``: the line, what, and what is right."""
    try:
        tree = read_page(text)
    except TemplateSyntaxError as error:
        wrong = f"Jinja cannot read this line ({error.message})"
        yield error.lineno, wrong, "check the braces; write {: #id } with a colon"
        return
    for line, wrong in other_than_calls(tree):
        yield line, wrong, 'a page calls macros, as in {{ rec("health-2") }}'
    for call in calls_in(tree):
        named = call.named.get(calls.REVIEW.name)
        if named in elsewhere:
            continue
        if isinstance(named, str) and (why := hidden.why(named)):
            yield call.line, *why
            continue
        if said := _wrong_call(call, slug, ids, reviews):
            yield call.line, *said
        elif calls.MACROS[call.name].is_block and not _stands_alone(text, call.line):
            wrong = f"`{call.name}` draws a block, which no list, table, quotation, sentence or code can hold"
            yield call.line, wrong, "put the call on a line of its own, with no indent"


_ALONE = re.compile(r"\{\{(?:(?!\}\}).)*\}\}\s*")
"""A line that holds one call and nothing else."""
_FENCE = re.compile(r"(?m)^(?:```|~~~)")


def _stands_alone(text: str, line: int) -> bool:
    """Whether the call in a line stands there alone, and between no fences of code."""
    above = text.split("\n")[: line - 1]
    fences = len(_FENCE.findall("\n".join(above)))
    return fences % 2 == 0 and bool(_ALONE.fullmatch(text.split("\n")[line - 1]))


def _wrong_call(call: Call, slug: str | None, ids: Ids, reviews: Mapping[str, Ids]) -> tuple[str, str] | None:
    """What is wrong with a call and what would be right, or nothing."""
    macro = calls.MACROS.get(call.name)
    if macro is None:
        return f"there is no macro `{call.name}`", one_of(calls.MACROS, call.name)
    signature = macro.signature
    try:
        given = signature.bind(*call.given, **call.named).arguments
    except TypeError as error:
        return (
            f"`{call.name}` cannot be called so ({error})",
            f"it takes {signature}, each in quotes" if signature.parameters else "it takes nothing",
        )
    slug = given.get(calls.REVIEW.name, slug)
    if slug is None and macro.needs_review:
        return f"`{call.name}` does not say of which review", f"add review='…'; {one_of(reviews, '')}"
    if slug is not None and slug not in reviews:
        return f"there is no review `{slug}`", one_of(reviews, slug)
    wrong = (
        _wrong_argument(call, each, given.get(each.name), reviews[slug] if slug else ids) for each in macro.arguments
    )
    return next(filter(None, wrong), None)


def _wrong_argument(call: Call, argument: calls.Argument, value: Any, ids: Ids) -> tuple[str, str] | None:
    """What is wrong with what a call gives for an argument, or nothing."""
    if not argument.kind and argument.among is None:
        return None
    if isinstance(value, float):
        return f"`{call.name}` reads {value} as a decimal", "write the number between the brackets in quotes"
    if value is None or isinstance(value, bool):
        return f"`{call.name}` does not name anything", "write the id between the brackets, in quotes"
    if argument.among is not None:
        return None if value in argument.among else (f"`{call.name}` has no `{value}`", one_of(argument.among, value))
    known = known_ids(argument.kind, ids)
    if known is None or value in known:
        return None
    return not_there(argument.kind, value if isinstance(value, int) else str(value), known)
