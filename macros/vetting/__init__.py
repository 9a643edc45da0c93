"""Everything held against the rules before it is published: the data, the pages, what could tell who somebody is."""

from . import cleaning, fidelity, permanence, reading_age, source
from .loader import forget, load

__all__ = ["cleaning", "fidelity", "forget", "load", "permanence", "reading_age", "source"]
