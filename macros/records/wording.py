"""What is wrong with a record's shape, in the words of somebody who keeps the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ..reading import Key, one_of
from .fields import shown
from .record import Piece


def said(model: type[Piece], error: ValidationError) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    """For each mistake: the keys where it stands, what is wrong, and what would be right."""
    errors = error.errors(include_url=False)
    slips = {(*e["loc"][:-1], _nearest(model, e["loc"])) for e in errors if e["type"] == "extra_forbidden"}
    for each in errors:
        place = each["loc"]
        within = any(len(other["loc"]) > len(place) and other["loc"][: len(place)] == place for other in errors)
        if each["type"] == "too_short" and within:
            continue  # the list is short only because what stands in it is not right
        if each["type"] == "missing" and place in slips:
            continue  # the key is there, misspelt
        wrong, right = _said(model, each)
        if isinstance(each["input"], str) and each["type"] not in ("string_type", "model_type"):
            right += _as_typed_in_word(each["input"])
        yield place, wrong, right


_WORD_S_OWN = {
    "“”‘’": ", without curly quotation marks",
    "\u2010\u2011\u2012\u2013\u2014": ", with the keyboard's own hyphen",
    "\u00a0\u202f": ", with an ordinary space",
}
"""What a word processor puts in place of what is typed, and how to say so."""


def _as_typed_in_word(value: str) -> str:
    """What to add where a value has a word processor's own marks in it."""
    return "".join(said for marks, said in _WORD_S_OWN.items() if any(mark in value for mark in marks))


def _said(model: type[Piece], error: Any) -> tuple[str, str]:
    loc, value = error["loc"], error["input"]
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    match error["type"]:
        case "missing":
            return f"the key `{key}` is missing", f"add `{key}:` with its value"
        case "extra_forbidden":
            return f"there is no key `{key}` here", one_of(_keys(model, loc[:-1]), key)
        case "enum":
            words = re.findall(r"'([^']+)'", error["ctx"]["expected"])
            return f"`{key}` cannot be `{shown(value)}`", one_of(words, value, most=len(words))
        case "string_type":
            return f"`{key}` should be text, not {_kind(value)}", "write it in quotes, as one piece of text"
        case "int_type":
            return f"`{key}` should be a whole number, not {_kind(value)}", "write it without quotes"
        case "bool_type":
            return f"`{key}` should be true or false, not {_kind(value)}", "write `true` or `false`"
        case "greater_than_equal":
            return f"`{key}` should be {error['ctx']['ge']} or more, not {value}", "write a whole number"
        case "less_than_equal":
            return (
                f"`{key}` should be {error['ctx']['le']} or less, not {value}",
                "write the number that the document has",
            )
        case "tuple_type":
            to = getattr(_piece(model, loc), "LEADS_TO", "")
            if to and isinstance(value, str):
                return f"`{key}` should say more than `{value}`", f"write `- {to}: {value}`, and its `basis` below it"
            inside = value if isinstance(value, str | int) and not isinstance(value, bool) else "..."
            return f"`{key}` should be a list, not {_kind(value)}", f"write `{key}: [{inside}]`"
        case "model_type" | "model_attributes_type" | "dict_type":
            name = f"`{key}`" if key else "a record"
            to = getattr(_piece(model, loc), "LEADS_TO", "")
            if to and isinstance(value, str):
                return f"`{key}` should say more than `{value}`", f"write `- {to}: {value}`, and its `basis` below it"
            return f"{name} should be keys with values, not {_kind(value)}", "see CONTRIBUTING.md for the form"
        case "too_short":
            return f"`{key}` has too few entries", f"it needs at least {error['ctx']['min_length']}"
        case "string_pattern_mismatch" if key == "url":
            return f"`{value}` is not a web address", "it should begin with https://"
        case "string_pattern_mismatch":
            return f"`{value}` cannot be an id", "use small letters, digits and single hyphens"
        case "value_error":
            wrong, *right = error["ctx"]["error"].args
            return f"`{key}`: {wrong}" if loc else wrong, right[0] if right else _REMEDY.get(key, "")
    return f"`{key}`: {error['msg']}", "see CONTRIBUTING.md for the form"


_DATE = (
    "write '2007', 2007-10 or 2007-10-15, a span as 2007-09/2007-10, or ../2007-03 and 2007-11/.. where one end is open"
)
_REMEDY = {
    "date": _DATE,
    "published": _DATE,
    **dict.fromkeys(("checked", "on_site", "changed"), "write the day, as in 2026-11-22"),
    "on": "write the month or the day, as in 2026-11 or 2026-11-22",
    "paragraphs": "write the first and the last, as in 4-8 or 4.1-4.18",
}


def _nearest(model: type[Piece], loc: tuple[Key, ...]) -> str:
    """The key that a misspelt one was meant to be, or nothing."""
    found = re.fullmatch(r"did you mean `(\w+)`\?", one_of(_keys(model, loc[:-1]), loc[-1]))
    return found[1] if found else ""


def _keys(model: type[Piece], loc: tuple[Key, ...]) -> list[str]:
    """The keys that may stand at a place in a record."""
    return list(_piece(model, loc).model_fields)


def _piece(model: type[Piece], loc: tuple[Key, ...]) -> type[Piece]:
    """The record, or the piece of it, in which a place is."""
    for step in loc:
        if isinstance(step, str):
            model = model.pieces().get(step, model)
    return model


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{shown(value)}`"
        case int() | float():
            return f"the number `{value}`"
        case str():
            return f"the text `{value}`"
        case list():
            return "a list"
    return "keys with values"
