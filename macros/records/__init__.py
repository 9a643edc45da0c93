"""The records: what each kind of fact holds, in which file it is written, and how a slip in one is put into words."""

from .event import Delay, Event, Standard, Took
from .fields import SLUG, Slug, Text
from .files import ADDRESSES, HEAD, LISTS, SCHEMAS, VOCABULARIES, RecordFile, all_files
from .head import Cover, Head, RecommendationList, Section, Tension, Withdrawn
from .places import COVER, SECTION, Place, anchor, in_full, run, shown_number, shown_place
from .record import Piece, Record
from .review_records import (
    EventLink,
    Finding,
    FindingLink,
    Involvement,
    Link,
    Paragraph,
    Recommendation,
    RecommendationPart,
)
from .shared import Agency, Helpline, Source, Term, Theme
from .vocabularies import Act, AddressedBy, Basis, Beyond, FindingKind, Holds, RecordPage, Track, Unit, Word
from .wording import said
from .written import WrittenRecord, named_records

__all__ = [
    "ADDRESSES",
    "COVER",
    "HEAD",
    "LISTS",
    "SCHEMAS",
    "SECTION",
    "SLUG",
    "VOCABULARIES",
    "Act",
    "AddressedBy",
    "Agency",
    "Basis",
    "Beyond",
    "Cover",
    "Delay",
    "Event",
    "EventLink",
    "Finding",
    "FindingKind",
    "FindingLink",
    "Head",
    "Helpline",
    "Holds",
    "Involvement",
    "Link",
    "Paragraph",
    "Piece",
    "Place",
    "Recommendation",
    "RecommendationList",
    "RecommendationPart",
    "Record",
    "RecordFile",
    "RecordPage",
    "Section",
    "Slug",
    "Source",
    "Standard",
    "Tension",
    "Term",
    "Text",
    "Theme",
    "Took",
    "Track",
    "Unit",
    "Withdrawn",
    "Word",
    "WrittenRecord",
    "all_files",
    "anchor",
    "in_full",
    "named_records",
    "run",
    "said",
    "shown_number",
    "shown_place",
]
