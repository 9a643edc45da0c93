"""What a key may hold: text, ids, dates; and what is wrong where it holds something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, Strict, WithJsonSchema

from ..reading import EDTF, EdtfDate, counted, read_edtf
from .places import Place


def shown(value: object) -> str:
    """A value as it is written in YAML, for a complaint."""
    return str(value).lower() if isinstance(value, bool) else str(value)


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

LONGEST = 12
"""So many words a title has at most."""
BRIEFEST = 34
"""How many characters a brief name may have: so many fit beside a line of the timeline's picture."""


_UNSEEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "]"
)
"""Control characters, and those that Unicode gives to nobody: no reader shows them, and XML refuses them."""


def _one_line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise ValueError("there is no text")
    unseen = _UNSEEN.search(folded)
    if unseen:
        raise ValueError(f"the character U+{ord(unseen[0]):04X} cannot be shown", "delete it")
    return folded


def _short(title: str) -> str:
    number = len(title.split())
    if number > LONGEST:
        raise ValueError(f"it has {counted(number, 'word')}", f"say it in {LONGEST} at most")
    return title


def _brief(name: str) -> str:
    if len(name) > BRIEFEST:
        raise ValueError(f"it has {counted(len(name), 'character')}", f"say it in {BRIEFEST} at most, spaces included")
    return name


def _edtf(value: object) -> EdtfDate:
    year = isinstance(value, int) and not isinstance(value, bool)  # a year alone is a number to YAML
    if not (year or isinstance(value, str)):
        raise ValueError(f"`{shown(value)}` is not a date")
    return read_edtf(str(value))


def _day(value: EdtfDate) -> EdtfDate:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.text):
        raise ValueError(f"`{value.text}` is not a day", "write the day, as in 2026-11-22")
    return value


Text = Annotated[str, AfterValidator(_one_line)]
"""Text of one paragraph. It is never markup: it appears on the page as it is typed."""

Slug = Annotated[str, Field(pattern=SLUG)]
"""An id or a folder's name: small letters, digits and single hyphens."""

Id = Annotated[Slug, Field(description="Its name in addresses and in other records. It does not change.")]
Title = Annotated[Text, AfterValidator(_short), Field(description="What it is, in twelve words at most.")]

Brief = Annotated[Text, AfterValidator(_brief)]
"""A name for where there is little room."""

Also = Annotated[
    tuple[Text, ...],
    Field(description="What else people call it, then and now: the search knows these words, and no page shows them."),
]
Formerly = Annotated[
    tuple[Slug, ...], Field(description="Ids that it had before: its old addresses lead to it for ever.")
]

Number = Annotated[int, Strict(), Field(ge=1, le=9999)]
"""A count of paragraphs, recommendations or days; no document comes near its upper end."""
Date = Annotated[
    EdtfDate,
    BeforeValidator(_edtf),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": f"^({EDTF})$"}, {"type": "integer", "minimum": 1000, "maximum": 2999}]}
    ),
]
"""A date in EDTF: a year, a month or a day, or a span of two of them."""
Day = Annotated[Date, AfterValidator(_day)]


@dataclass(frozen=True)
class IdOf:
    """Marks a value as the id of a record of this kind, which must exist."""

    kind: str


AgencyId = Annotated[Slug, IdOf("agency")]

AgencyIds = tuple[AgencyId, ...]
AgenciesBecause = Annotated[
    Text | None,
    Field(description="Why these agencies, where the document does not name them, or names them in other words."),
]
ThemeIds = Annotated[
    tuple[Annotated[Slug, IdOf("theme")], ...], Field(description="What it is about, by the ids in data/themes.yml.")
]

TermIds = Annotated[tuple[Annotated[Slug, IdOf("term")], ...], Field(description="The glossary terms that it uses.")]

SourceIds = Annotated[
    tuple[Annotated[Slug, IdOf("source")], ...],
    Field(description="Where the facts come from, by the ids in data/sources.yml."),
]

SubjectIds = tuple[Annotated[Slug, IdOf("subject")], ...]

EventId = Annotated[Slug, IdOf("event")]

Places = tuple[Annotated[Place, IdOf("place")], ...]

Cites = Annotated[
    Places,
    Field(
        min_length=1,
        description="Where the document says it: paragraph numbers, `cover`, `section:` and an id, recommendation ids.",
    ),
]
