"""What editors and desktops leave beside the files that somebody writes."""

from __future__ import annotations

import re

_LEFT_BEHIND = re.compile(r"\..*|.*~|#.*|.*\.(?:bak|orig|swp)|Thumbs\.db|desktop\.ini")


def is_left_behind(name: str) -> bool:
    """Whether a file of this name is nobody's: a hidden file, a backup, a lock. mkdocs.yml leaves them out, too."""
    return bool(_LEFT_BEHIND.fullmatch(name))
