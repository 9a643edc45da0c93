"""Help for those who write the data: what each key is, schemas for their editor, and a new review to begin with."""

from . import describe, new_review, schemas, skeleton, stubs

__all__ = ["describe", "new_review", "schemas", "skeleton", "stubs"]
