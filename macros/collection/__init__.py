"""What follows from the records: look-ups, the order of events, waits, backlinks, counts, gaps and addresses."""

from . import addresses, counts, permanent
from .backlinks import Cited
from .collection import Collection, Release
from .document import ends, in_document_order, in_language, under_findings
from .order import Bounds, Drawn, circle, in_order, possible_days
from .review import Review
from .waits import Measure

__all__ = [
    "Bounds",
    "Cited",
    "Collection",
    "Drawn",
    "Measure",
    "Release",
    "Review",
    "addresses",
    "circle",
    "counts",
    "ends",
    "in_document_order",
    "in_language",
    "in_order",
    "permanent",
    "possible_days",
    "under_findings",
]
