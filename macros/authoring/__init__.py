"""Help for those who write the data: what each key is, schemas for their editor, and a new review to begin with."""

from . import bring_in, describe, extract, new_review, outline, schemas, skeleton, spreadsheets, stubs

__all__ = ["bring_in", "describe", "extract", "new_review", "outline", "schemas", "skeleton", "spreadsheets", "stubs"]
