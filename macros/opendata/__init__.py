"""The same records as files for others to use: JSON, CSV, and what describes them to machines."""

from . import release
from .files import at_old_addresses, files
from .schema_org import linked

__all__ = ["at_old_addresses", "files", "linked", "release"]
