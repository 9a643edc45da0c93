"""What readers can find: every record and the prose of the pages, and the words that people use for them."""

from .bundle import write

__all__ = ["write"]
