"""YAML → records, with path and line for every complaint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from . import checks, pages
from .collection import Collection, Review, in_order
from .complaints import BrokenData, Complaint, one_of
from .files import HEAD, LISTS, VOCABULARIES
from .models import SLUG, Part, Record
from .reading import Key, Where, read_yaml

R = TypeVar("R", bound=Record)


def load(root: Path) -> Collection:
    """Read ``data/`` under ``root`` and hold it against itself and the pages in ``docs/``.

    Raises BrokenData with every complaint there is.
    """
    found: list[Complaint] = []
    ids: dict[str, frozenset[Key] | None] = {}
    shared: dict[str, list[Any]] = {}
    for file, (kind, model) in VOCABULARIES.items():
        shared[file], ids[kind] = _list(root, f"data/{file}", model, found)
    for records in shared.values():
        found += checks.of_vocabulary(records, ids)
    written = [_review(root, slug, ids, found) for slug in _slugs(root, found)]
    for review in written:
        found += checks.of_review(review)
    found += pages.complaints(root, ids, {review.slug: review.ids for review in written})
    if found:
        raise BrokenData(found)
    return Collection(
        agencies=_by_id(shared["agencies.yml"]),
        themes=_by_id(shared["themes.yml"]),
        sources=_by_id(shared["sources.yml"]),
        terms=_by_id(shared["glossary.yml"]),
        helplines=_by_id(shared["helplines.yml"]),
        reviews={review.slug: _bound(review) for review in written},
    )


def _slugs(root: Path, found: list[Complaint]) -> Iterator[str]:
    """The review folders; the folder's name is the review's slug."""
    folder = root / "data" / "reviews"
    if not folder.is_dir():
        found.append(Complaint("data/reviews", 1, "reviews", "the folder is missing", "add it, with a folder a review"))
        return
    for each in sorted(folder.iterdir()):
        if not each.is_dir() or each.name.startswith("."):
            continue
        if not re.fullmatch(SLUG, each.name):
            wrong = f"the folder's name `{each.name}` cannot be an address"
            right = "use small letters, digits and hyphens"
            found.append(Complaint(f"data/reviews/{each.name}", 1, each.name, wrong, right))
        yield each.name


def _review(root: Path, slug: str, shared_ids: checks.Ids, found: list[Complaint]) -> checks.Written:
    folder = f"data/reviews/{slug}"
    ids: dict[str, frozenset[Key] | None] = dict(shared_ids)
    records: dict[str, list[Any]] = {}
    for file, (kind, model) in LISTS.items():
        records[file], ids[kind] = _list(root, f"{folder}/{file}", model, found)
    file, head_model = HEAD
    reading = read_yaml(root / folder / file, f"{folder}/{file}")
    found += reading.complaints
    head = None
    if reading.value is not None:
        head = _record(head_model, reading.value, reading.where, file, found)
    ids["section"] = frozenset(each.id for each in head.sections) if head else None
    return checks.Written(slug, Where(folder), head, records, ids)


def _list(root: Path, path: str, model: type[R], found: list[Complaint]) -> tuple[list[R], frozenset[Key] | None]:
    """The records of one file, and the ids that stand in it, even on records that are not right."""
    reading = read_yaml(root / path, path)
    found += reading.complaints
    if reading.value is None:
        return [], None
    if not isinstance(reading.value, list):
        wrong = "the file does not hold a list"
        found.append(Complaint(path, 1, Path(path).name, wrong, f"begin each record with `- {model.NAMED_BY}:`"))
        return [], None
    ids: set[Key] = set()
    records = []
    for number, value in enumerate(reading.value):
        where = reading.where.within(number)
        name = value.get(model.NAMED_BY) if isinstance(value, dict) else None
        if isinstance(name, str | int):
            ids.add(name)
        record = _record(model, value, where, str(name or f"record {number + 1}"), found)
        if record:
            records.append(record)
    return records, frozenset(ids)


def _record(model: type[R], value: object, where: Where, name: str, found: list[Complaint]) -> R | None:
    try:
        return model.read(value, where)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for each in errors:
            if each["type"] == "too_short" and any(other["loc"][:-1] == each["loc"] for other in errors):
                continue  # the list is short only because what stands in it is not right
            wrong, right = _said(model, each)
            found.append(where.complain(name, wrong, right, *each["loc"]))
        return None


def _said(model: type[Part], error: Any) -> tuple[str, str]:
    """What is wrong and what would be right, in the words of somebody who keeps the data."""
    loc, value = error["loc"], error["input"]
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    match error["type"]:
        case "missing":
            return f"the key `{key}` is missing", f"add `{key}:` with its value"
        case "extra_forbidden":
            return f"there is no key `{key}` here", one_of(_keys(model, loc[:-1]), key)
        case "enum":
            return f"`{key}` cannot be `{value}`", one_of(re.findall(r"'([^']+)'", error["ctx"]["expected"]), value)
        case "string_type":
            return f"`{key}` should be text, not {_kind(value)}", "write it in quotes, as one piece of text"
        case "int_type":
            return f"`{key}` should be a whole number, not {_kind(value)}", "write it without quotes"
        case "tuple_type":
            return f"`{key}` should be a list, not {_kind(value)}", f"write `{key}: [...]`"
        case "model_type" | "model_attributes_type" | "dict_type":
            name = f"`{key}`" if key else "a record"
            return f"{name} should be keys with values, not {_kind(value)}", "see CONTRIBUTING.md for the form"
        case "too_short":
            return f"`{key}` has too few entries", f"it needs at least {error['ctx']['min_length']}"
        case "string_pattern_mismatch" if key == "url":
            return f"`{value}` is not a web address", "it should begin with https://"
        case "string_pattern_mismatch":
            return f"`{value}` cannot be an id", "use small letters, digits and single hyphens"
        case "value_error":
            wrong, _, right = str(error["ctx"]["error"]).partition("; ")
            return f"`{key}`: {wrong}" if loc else wrong, right or _REMEDY.get(key, "")
    return f"`{key}`: {error['msg']}", ""


_REMEDY = {
    "date": "write '2007', '2007-10' or '2007-10-15', or two of them with a slash between, in quotes if it is a number",
    "published": "write '2010', '2010-03' or '2010-03-15'",
    "checked": "write the day, as in 2026-11-22",
    "paragraphs": "write the first and the last, as in 4-8",
}


def _keys(model: type[Part], loc: tuple[Key, ...]) -> list[str]:
    """The keys that may stand at a place in a record."""
    for step in loc:
        if isinstance(step, str):
            model = next(iter(_parts(model.model_fields[step].annotation)), model)
    return list(model.model_fields)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"the number `{value}`"
        case str():
            return f"the text `{value}`"
        case list():
            return "a list"
    return "keys with values"


def _bound(review: checks.Written) -> Review:
    """A review that has passed every check, its records under their ids and its events in order."""
    assert review.head is not None
    records = review.records
    return Review(
        slug=review.slug,
        head=review.head,
        involvements={each.agency: each for each in records["agencies.yml"]},
        paragraphs={each.number: each for each in sorted(records["paragraphs.yml"], key=lambda p: p.number)},
        events=_by_id(in_order(records["timeline.yml"])),
        findings=_by_id(records["findings.yml"]),
        recommendations=_by_id(records["recommendations.yml"]),
    )


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {each.id: each for each in records}
