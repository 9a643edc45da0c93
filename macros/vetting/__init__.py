"""Everything held against the rules before it is published: the data, the pages, what could tell who somebody is."""

from . import fidelity, permanence, reading_age, source
from .loader import forget, load

__all__ = ["fidelity", "forget", "load", "permanence", "reading_age", "source"]
