"""What pages show: records as shapes, templates that draw them, and the macros that a page can call."""

from . import calls, finished, grown, parts
from .description import description
from .links import citation
from .row_files import row_files
from .share import Share
from .site_files import feed, moved_pages

__all__ = [
    "Share",
    "calls",
    "citation",
    "description",
    "feed",
    "finished",
    "grown",
    "moved_pages",
    "parts",
    "row_files",
]
