"""Numbers with their nouns: the one place where a noun takes its plural."""

from __future__ import annotations

import re


def noun(number: int, one: str) -> str:
    """The noun alone, as it follows a number: 'finding', 'agencies'. ``one`` has to have a regular plural."""
    if number == 1:
        return one
    return re.sub(r"y$", "ies", one) if re.search(r"[^aeiou]y$", one) else f"{one}s"


def a(one: str) -> str:
    """A noun with its article: 'a question', 'an action'."""
    return f"an {one}" if one[:1] in "aeio" else f"a {one}"


def counted(number: int, one: str) -> str:
    """'1 finding', '2 agencies'."""
    return f"{number} {noun(number, one)}"


def spread(fewest: int, most: int, one: str) -> str:
    """'21 days', or '28 to 31 days' where the two differ."""
    return counted(most, one) if fewest == most else f"{fewest} to {counted(most, one)}"
