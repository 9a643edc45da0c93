"""What is written, and what is wrong with it: YAML with its lines, dates, numbers, and complaints."""

from .complaints import BrokenData, Complaint, Refused, one_of
from .dates import EDTF, MONTHS, WELSH_MONTHS, EdtfDate, edtf_words, in_words, read_edtf
from .left_behind import is_left_behind
from .numbers import a, counted, noun, spread
from .printed_pages import without_running_heads
from .processes import shared_out
from .yaml_reader import HALVES, Key, Reading, Where, conflict, read_bytes, read_text, read_yaml

__all__ = [
    "EDTF",
    "HALVES",
    "MONTHS",
    "WELSH_MONTHS",
    "BrokenData",
    "Complaint",
    "EdtfDate",
    "Key",
    "Reading",
    "Refused",
    "Where",
    "a",
    "conflict",
    "counted",
    "edtf_words",
    "in_words",
    "is_left_behind",
    "noun",
    "one_of",
    "read_bytes",
    "read_edtf",
    "read_text",
    "read_yaml",
    "shared_out",
    "spread",
    "without_running_heads",
]
