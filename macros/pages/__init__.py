"""What pages show: records as shapes, templates that draw them, and the macros that a page can call."""

from . import calls, finished, grown
from .links import citation
from .site_files import feed, moved_pages

__all__ = ["calls", "citation", "feed", "finished", "grown", "moved_pages"]
