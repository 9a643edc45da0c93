"""The records of a review and the closed vocabularies they use: each fact's shape, said once."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    PrivateAttr,
    Strict,
    WithJsonSchema,
    model_validator,
)

from .dates import EDTF, EdtfDate, read_edtf
from .numbers import counted
from .reading import Where


def shown(value: object) -> str:
    """A value as it is written in YAML, for a complaint."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def shown_place(place: int | str) -> str:
    """A place in the document as readers see it: '¶20'; 'cover' and a recommendation's id stay as they are."""
    return f"¶{place}" if isinstance(place, int) else place


def _one_line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise ValueError("there is no text")
    unseen = next((each for each in folded if unicodedata.category(each) == "Cc" or ord(each) & 0xFFFE == 0xFFFE), "")
    if unseen:
        raise ValueError(f"the character U+{ord(unseen):04X} cannot be shown", "delete it")
    return folded


LONGEST = 12
"""So many words a title has at most."""


def _short(title: str) -> str:
    number = len(title.split())
    if number > LONGEST:
        raise ValueError(f"it has {counted(number, 'word')}", f"say it in {LONGEST} at most")
    return title


def _edtf(value: object) -> EdtfDate:
    if not isinstance(value, str):
        raise ValueError(f"`{shown(value)}` is not a date")
    return read_edtf(value)


def _day(value: EdtfDate) -> EdtfDate:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.text):
        raise ValueError(f"`{value.text}` is not a day", "write the day, as in 2026-11-22")
    return value


def _range(value: object) -> object:
    """'4-8' → (4, 8); a paragraph alone is written '4-4' or 4."""
    found = re.fullmatch(RANGE, str(value))
    if not found:
        raise ValueError(f"`{shown(value)}` is not a range of paragraphs")
    return int(found[1]), int(found[2] or found[1])


def _place(value: object) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(SLUG, value):
        return value
    right = "it can be a paragraph's number, `cover` or a recommendation's id"
    raise ValueError(f"`{shown(value)}` is not a place", right)


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RANGE = r"^([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?$"

Text = Annotated[str, AfterValidator(_one_line)]
"""Text of one paragraph. It is never markup: it appears on the page as it is typed."""

Slug = Annotated[str, Field(pattern=SLUG)]
"""An id or a folder's name: small letters, digits and single hyphens."""

Id = Annotated[Slug, Field(description="Its name in addresses and in other records. It does not change.")]
Title = Annotated[Text, AfterValidator(_short), Field(description="What it is, in twelve words at most.")]

Formerly = Annotated[
    tuple[Slug, ...], Field(description="Ids that it had before: its old addresses lead to it for ever.")
]

Number = Annotated[int, Strict(), Field(ge=1, le=9999)]
"""A count of paragraphs, recommendations or days; no document comes near its upper end."""
Date = Annotated[
    EdtfDate,
    BeforeValidator(_edtf),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^({EDTF})$"}),
]
"""A date in EDTF: a year, a month or a day, or a span of two of them."""
Day = Annotated[Date, AfterValidator(_day)]
Range = Annotated[
    tuple[int, int],
    BeforeValidator(_range),
    PlainSerializer(lambda ends: f"{ends[0]}-{ends[1]}", return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "pattern": RANGE}),
]
"""The first and the last paragraph of a run: 4-8."""
Place = Annotated[int | str, PlainValidator(_place), WithJsonSchema({"type": ["integer", "string"], "pattern": SLUG})]
"""A place in the document: a paragraph's number, the cover, or a recommendation's id."""


@dataclass(frozen=True)
class Names:
    """Marks a value as the id of a record of this kind, which must exist."""

    kind: str


AgencyId = Annotated[Slug, Names("agency")]
AgencyIds = tuple[AgencyId, ...]
AgenciesBecause = Annotated[
    Text | None,
    Field(description="Why these agencies, where the document does not name them, or names them in other words."),
]
ThemeIds = Annotated[
    tuple[Annotated[Slug, Names("theme")], ...], Field(description="What it is about, by the ids in data/themes.yml.")
]
TermIds = Annotated[tuple[Annotated[Slug, Names("term")], ...], Field(description="The glossary terms that it uses.")]
SourceIds = Annotated[
    tuple[Annotated[Slug, Names("source")], ...],
    Field(description="Where the facts come from, by the ids in data/sources.yml."),
]
EventId = Annotated[Slug, Names("event")]
Places = tuple[Annotated[Place, Names("place")], ...]
Cites = Annotated[
    Places,
    Field(min_length=1, description="Where the document says it: paragraph numbers, `cover`, recommendation ids."),
]


class Word(StrEnum):
    """A word of a closed vocabulary, with the label and the meaning that readers see."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str) -> Self:
        word = str.__new__(cls, value)
        word._value_, word.label, word.meaning = value, label, meaning
        return word


class Track(Word):
    """Which of the two stories an event belongs to."""

    CASE = "case", "Case", "What happened to the child and around the child."
    REVIEW = "review", "Review", "How the review was made, evaluated and published."


class FindingKind(Word):
    """What a finding says; our coding."""

    LEARNING = "learning", "Lesson", "What the document says should be done, in this case or any other."
    CRITICISM = (
        "criticism",
        "Criticism",
        "Something done late, left undone or done less well than it should have been.",
    )
    MISSED_OPPORTUNITY = (
        "missed-opportunity",
        "Missed opportunity",
        "A step that the document says could or should have been taken, and was not.",
    )
    GOOD_PRACTICE = (
        "good-practice",
        "Good practice",
        "Something that the document calls good, or says was done as it should be.",
    )
    OBSERVATION = (
        "observation",
        "Observation",
        "Something that the document includes among its lessons without judging it.",
    )


class Act(Word):
    """What kind of action a recommendation asks for; our coding."""

    TRAINING = "training", "Training", "Give or change training."
    PROCEDURE = "procedure", "A procedure", "Set up a procedure, a system, guidance or a way of working."
    REVIEW = "review", "A review", "Look again at something that already exists."
    REMINDER = "reminder", "A reminder", "Remind staff of something."
    AUDIT = "audit", "Checking records", "Check files or how they are kept."
    PLAN = "plan", "A plan", "Draw up a plan or a strategy."
    PRACTICE = "practice", "A change of practice", "Do some everyday work differently."
    STAFFING = "staffing", "Staffing", "Decide who does the work, or bring someone in."
    SHARING = "sharing", "Sharing", "Make a report or its lessons known to somebody."
    CLARITY = "clarity", "Clear responsibilities", "Settle who has to do something, and when."
    CONSIDERATION = "consideration", "Something to consider", "Consider the value of something."


class AddressedBy(Word):
    """What says that a recommendation addresses an agency."""

    WORDS = "words", "by name", "The recommendation's own words name the agency."
    HEADING = "heading", "by heading", "Only the heading of the recommendation's list names the agency."


class Basis(Word):
    """Where a link between two records comes from."""

    STATED = "stated", "stated", "The document itself makes the link, in the paragraph that is given."
    INFERRED = "inferred", "inferred", "We make the link, for the reason that is given; the document does not."


class Unit(Word):
    """What a wait or a standard is counted in."""

    DAYS = "days", "day", "Days of the calendar."
    WORKING_DAYS = "working-days", "working day", "Days without weekends and England's bank holidays."
    WEEKS = "weeks", "week", "Seven days each."
    MONTHS = "months", "month", "From one day of a month to the same of the next: 28 to 31 days."


class Beyond(Word):
    """Whether a wait was longer than the standard for it, by our calculation."""

    YES = "yes", "yes", "Even the shortest possible wait is longer than the standard."
    PERHAPS = "perhaps", "perhaps", "The shortest possible wait is within the standard, and the longest is not."
    NO = "no", "no", "Even the longest possible wait is within the standard."
    NOT_KNOWN = "not-known", "not known", "Neither the document's words nor its dates say how long the wait was."


class AgencyKind(Word):
    """What sort of agency this is."""

    BODY = "body", "Organisation", "An organisation, or a part of one."
    TEAM = "team", "Team", "A team or a service within a body."
    PROFESSION = "profession", "Profession", "People who do one kind of work, whoever employs them."
    GROUP = "group", "Group", "Several agencies that the document names by one word."


class WithdrawnFrom(Word):
    """The page of a review on which a withdrawn record stood."""

    TIMELINE = "timeline", "Timeline", "An event."
    FINDINGS = "findings", "Findings", "A finding."
    RECOMMENDATIONS = "recommendations", "Recommendations", "A recommendation."
    AGENCIES = "agencies", "Agencies", "An agency's part."
    PROCESS = "process", "Process", "A source tension."


class Part(BaseModel):
    """A piece of a record, frozen once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    @functools.cache
    def names(cls) -> Mapping[str, str]:
        """The keys whose values are ids of records, each with the kind that it names."""
        marks = {key: [*field.metadata, *_notes(field.annotation)] for key, field in cls.model_fields.items()}
        return {key: mark.kind for key, found in marks.items() for mark in found if isinstance(mark, Names)}

    @classmethod
    @functools.cache
    def parts(cls) -> Mapping[str, type[Part]]:
        """The keys whose values are pieces with keys of their own, each with what such a piece is."""
        found = {key: list(_pieces(field.annotation)) for key, field in cls.model_fields.items()}
        return {key: pieces[0] for key, pieces in found.items() if pieces}


def _notes(annotation: Any) -> Iterator[Any]:
    """Whatever is noted beside the types within an annotation."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _notes(inner)


def _pieces(annotation: Any) -> Iterator[type[Part]]:
    """The pieces of records within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _pieces(inner)


class Record(Part):
    """Something with an id of its own, which knows where it is written."""

    NAMED_BY: ClassVar[str] = "id"
    _where: Where = PrivateAttr(default_factory=lambda: Where("?"))

    @property
    def where(self) -> Where:
        """The file and the lines of this record."""
        return self._where

    @classmethod
    def read(cls, value: object, where: Where) -> Self:
        """A record from plain values. Raises pydantic's ValidationError."""
        record = cls.model_validate(value)
        record._where = where
        return record

    @property
    def known_as(self) -> str:
        """The id by which other records and complaints name this one."""
        return str(getattr(self, self.NAMED_BY))


# ---- Vocabularies that reviews share -----------------------------------------------------------


class Agency(Record):
    """A body, team, profession or group that a review names."""

    id: Id
    formerly: Formerly = ()
    name: Text
    """As readers know it."""
    short: Text | None = None
    """A shorter name for running text and tables."""
    kind: AgencyKind
    """What sort of agency it is."""
    part_of: AgencyId | None = None
    """The agency to which it belongs, where a document says so or names it in that agency's list."""
    covers_all: Annotated[bool, Strict()] = False
    """Whether its name stands for every agency."""

    @property
    def label(self) -> str:
        """The name for a table or a sentence."""
        return self.short or self.name


class Theme(Record):
    """A subject that findings and recommendations of several reviews share."""

    id: Id
    formerly: Formerly = ()
    title: Title
    meaning: Text
    """What belongs here, in a sentence."""


class Source(Record):
    """Where facts from outside the reviews come from."""

    id: Id
    title: Text
    """The title of the page."""
    publisher: Text
    """Who publishes it."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Its address on the web."""
    checked: Day
    """The day on which the facts were compared with the source."""


class Term(Record):
    """An abbreviation or a technical term."""

    id: Id
    formerly: Formerly = ()
    term: Text
    """In full, as the document writes it."""
    short: Text | None = None
    """Its abbreviation."""
    meaning: Text
    """What it means, in a sentence or two."""
    today: Text | None = None
    """What it is called today or what took its place, where that has changed."""
    sources: SourceIds = ()
    """Where the facts come from; without one, they come from the reviews alone."""


class Helpline(Record):
    """A number to ring."""

    id: Id
    formerly: Formerly = ()
    name: Text
    """What it is called."""
    number: Text
    """The number as it is dialled."""
    helps: Text
    """Who it helps, or with what."""
    hours: Text | None = None
    """When somebody answers."""
    note: Text | None = None
    """What else a caller should know."""
    sources: Annotated[SourceIds, Field(min_length=1)]


class Allowance(Record):
    """Something that looks as if it identifies somebody, but may be published."""

    NAMED_BY: ClassVar[str] = "text"
    text: Text
    """The words, as the check shows them."""
    reason: Text
    """Why they may be published."""


# ---- One review --------------------------------------------------------------------------------


class Statement(Part):
    """Something said, with the places that say it."""

    text: Text
    """What is said, restated in our words."""
    cites: Cites


class Cover(Part):
    """What the document's cover says."""

    gist: Text
    """All of it, restated in our words."""
    terms: TermIds = ()


class Section(Part):
    """A headed run of paragraphs."""

    id: Id
    formerly: Formerly = ()
    heading: Text
    """As printed."""
    under: Annotated[Slug, Names("section")] | None = None
    """The section that this one is part of."""
    paragraphs: Range
    """The first and the last paragraph: 4-8."""


class RecommendationList(Part):
    """A headed list of recommendations."""

    id: Id
    label: Text
    """Shown before the number: 'Health' 2."""
    heading: Text
    """As printed."""
    agency: AgencyId
    """The agency that the heading names."""
    size: Number
    """How many recommendations it holds."""


class Tension(Part):
    """A place where the document disagrees with itself or leaves a question open."""

    id: Id
    formerly: Formerly = ()
    title: Title
    question: Text
    """What disagrees or is left open, in a sentence and without taking sides."""
    says: Annotated[tuple[Statement, ...], Field(min_length=2)]
    """What each place in the document says: two or more."""
    touches: tuple[Annotated[Slug, Names("event or finding")], ...] = ()
    """The ids of events and findings that it bears on."""


class Withdrawn(Part):
    """A record that was published but no longer is: its address stays, and says so."""

    id: Id
    page: WithdrawnFrom
    """The page of the review on which it stood."""
    title: Text
    """What it was, in a line."""
    on: Date
    """When it was withdrawn."""
    reason: Text
    """Why, in a sentence."""


class Head(Record):
    """What is said about a review as a whole (review.yml)."""

    NAMED_BY: ClassVar[str] = "short_title"
    title: Text
    """As printed."""
    short_title: Text
    """What the site calls it."""
    subject: Text
    """A role, never a name."""
    publisher: AgencyId
    """The agency that publishes the document."""
    author: Text
    """As printed; the publisher if no author is printed."""
    published: Date
    """When the version that the data is drawn from was published."""
    on_site: Day
    """The day on which this site first published it."""
    changed: Day | None = None
    """The last day on which this site changed what it says about the review."""
    index: Annotated[bool, Strict()] = True
    """Whether search engines may list its pages; the site's own search always does."""
    enlarge: Date | None = None
    """The months that the timeline's picture enlarges, as a span of two months."""
    content_note: Text | None = None
    """A note shown before pages that describe injuries."""
    draft: Annotated[bool, Strict()] = False
    """Whether it is still a draft: seen under `make serve`, and never published."""
    summary: Statement
    """What happened, in a paragraph."""
    cover: Cover
    """What the document's cover says."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Its sections, each with its paragraphs, in order and with none missing."""
    lists: tuple[RecommendationList, ...] = ()
    """Its lists of recommendations."""
    formerly: Annotated[
        tuple[Slug, ...], Field(description="Folder names that it had before: its old addresses lead to it for ever.")
    ] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    """Records that were published but no longer are."""
    tensions: tuple[Tension, ...] = ()
    """Where it disagrees with itself or leaves a question open."""


class Involvement(Record):
    """An agency's part in one review (agencies.yml in the review's folder)."""

    NAMED_BY: ClassVar[str] = "agency"
    agency: AgencyId
    """Its id in data/agencies.yml."""
    named_as: tuple[Text, ...] = ()
    """What the document calls it, where that differs from its name."""
    role: Text
    """Its part in the case, restated in our words."""
    cites: Cites
    management_review: Places = ()
    """The places that say it was asked for a management review."""


class Paragraph(Record):
    """A paragraph of the document, restated."""

    NAMED_BY: ClassVar[str] = "number"
    number: Number
    """Its number in the document."""
    gist: Text
    """All of it, restated in our words."""
    terms: TermIds = ()


def _of_days(unit: Unit) -> Unit:
    if unit not in (Unit.DAYS, Unit.WORKING_DAYS):
        raise ValueError(f"a standard is not counted in `{unit.value}`", "turn it into `days` or `working-days`")
    return unit


class Standard(Part):
    """How long something should take at most, and who says so."""

    number: Number
    """How many, at most."""
    unit: Annotated[Unit, AfterValidator(_of_days)]
    """The unit: calendar days or working days."""
    name: Text
    """What the document calls the standard."""

    @property
    def words(self) -> str:
        """As in '35 working days (national standard)'."""
        return f"{counted(self.number, self.unit.label)} ({self.name})"


class Took(Part):
    """How long a wait was, where the document gives a length."""

    number: Number
    """How many."""
    unit: Unit
    """The unit."""
    about: Annotated[bool, Strict()] = False
    """Whether the document says that the length is approximate."""


class Delay(Part):
    """A wait that the document mentions, under the event with which it ended or was decided."""

    what: Text
    """What was waited for."""
    took: Took | None = None
    """How long the wait was, where the document gives a length."""
    since: EventId | None = None
    """The event that starts the wait, where the dates of both events are to be compared with the standard."""
    standard: Standard | None = None
    """How long it should have taken, where the document says."""
    assumes: Text | None = None
    """What our calculation takes for granted and the document does not say."""
    happened: Text
    """What the document says of it."""


class Event(Record):
    """Something that happened."""

    id: Id
    formerly: Formerly = ()
    title: Title
    track: Track
    """Which of the two stories it belongs to."""
    date: Date | None = None
    """In EDTF, as imprecise as the document."""
    published: Text | None = None
    """The date in words, where the document's words say it better than the EDTF."""
    placed_because: Text | None = None
    """Why we put it where it is, when the document gives no date."""
    after: tuple[EventId, ...] = ()
    """The events that it follows, where the document says so."""
    placed_after: tuple[EventId, ...] = ()
    """The events that we place it after, where the document does not say that it followed them."""
    later: Took | None = None
    """How long after the event in ``after`` it was, where the document gives a length and mentions no delay."""
    text: Text
    """What happened, restated in our words."""
    cites: Cites
    agencies: AgencyIds = ()
    """The agencies that it concerns."""
    agencies_because: AgenciesBecause = None
    themes: ThemeIds = ()
    delay: Delay | None = None
    """A wait that the document mentions, and that ended or was decided with this event."""

    @property
    def when(self) -> str:
        """The date for a reader: the document's words, or the EDTF in words."""
        return self.published or (self.date.words if self.date else "no date given")

    @model_validator(mode="after")
    def _is_placed(self) -> Self:
        if not (self.date or self.after):
            raise ValueError("it has neither `date` nor `after`", "one of them must say where it stands")
        if self.later and len(self.after) != 1:
            raise ValueError("`later` does not tell than which event", "name that one event in `after`, and no other")
        if self.placed_after and not self.placed_because:
            raise ValueError("`placed_after` does not say why", "give the reason in `placed_because`")
        return self


class Link(Part):
    """A link to another record, with where it comes from."""

    basis: Basis
    """Whether the document makes the link or we do."""
    cites: Places = ()
    """For a stated link: the places that make it."""
    reason: Text | None = None
    """For an inferred link: why, in a sentence."""

    @model_validator(mode="after")
    def _has_grounds(self) -> Self:
        if self.basis is Basis.STATED and not self.cites:
            raise ValueError("a stated link has no `cites`", "give the paragraph that makes it")
        if self.basis is Basis.INFERRED and not self.reason:
            raise ValueError("an inferred link has no `reason`", "give it in a sentence")
        return self


class EventLink(Link):
    """From a finding to an event behind it."""

    event: EventId
    """The event's id."""


class FindingLink(Link):
    """From a recommendation to a finding that it responds to."""

    finding: Annotated[Slug, Names("finding")]
    """The finding's id."""
    through: tuple[EventId, ...] | None = None
    """Which of the finding's events bear on the recommendation. Leave the key out if all do; write [] if none does."""


class Finding(Record):
    """A lesson, a criticism, a missed opportunity or a point of good practice."""

    id: Id
    formerly: Formerly = ()
    title: Title
    text: Text
    """What was found, restated in our words."""
    kind: FindingKind
    """What it says: one word."""
    cites: Cites
    agencies: AgencyIds = ()
    """The agencies that it concerns: their own work, or what did or did not reach them."""
    agencies_because: AgenciesBecause = None
    themes: ThemeIds = ()
    events: tuple[EventLink, ...] = ()
    """The events behind it."""
    delay: Delay | None = None
    """A wait that the document mentions and that no event brings to an end."""


class Recommendation(Record):
    """Something that the document recommends."""

    id: Id
    """Its list and its number in the document: health-2."""
    formerly: Formerly = ()
    title: Title
    text: Text
    """What it asks for, restated in our words."""
    addressed_to: AgencyIds = ()
    """The agencies that its own words name as those to act or to change. If they name none, leave it out."""
    heading_too: Annotated[bool, Strict()] = False
    """Whether it is addressed to the agency in its list's heading as well, although its own words name somebody."""
    asks_for: Annotated[tuple[Act, ...], Field(min_length=1)]
    """What kind of action it asks for: one or more words."""
    themes: ThemeIds = ()
    terms: TermIds = ()
    responds_to: tuple[FindingLink, ...] = ()
    """The findings behind it."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.heading_too and not self.addressed_to:
            right = "take it out: without `addressed_to`, the heading alone addresses it"
            raise ValueError("`heading_too` stands without `addressed_to`", right)
        return self

    @property
    def list_id(self) -> str:
        """The list in which it stands."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> int:
        """Its number in that list; 0 when the id has none."""
        last = self.id.rpartition("-")[2]
        return int(last) if last.isdigit() else 0
