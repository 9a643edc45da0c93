"""The records: what each kind of fact holds, in which file it is written, and how a slip in one is put into words."""

from .event import Delay, Event, Standard, Took
from .fields import SLUG, Place, Slug, Text, shown_place
from .files import ADDRESSES, HEAD, LISTS, SCHEMAS, VOCABULARIES, RecordFile, all_files
from .head import Cover, Head, RecommendationList, Section, Tension, Withdrawn
from .record import Piece, Record
from .review_records import EventLink, Finding, FindingLink, Involvement, Link, Paragraph, Recommendation
from .shared import Agency, Helpline, Source, Term, Theme
from .vocabularies import Act, AddressedBy, Basis, Beyond, FindingKind, RecordPage, Track, Unit, Word
from .wording import said
from .written import WrittenRecord, named_records

__all__ = [
    "ADDRESSES",
    "HEAD",
    "LISTS",
    "SCHEMAS",
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
    "Involvement",
    "Link",
    "Paragraph",
    "Piece",
    "Place",
    "Recommendation",
    "RecommendationList",
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
    "named_records",
    "said",
    "shown_place",
]
