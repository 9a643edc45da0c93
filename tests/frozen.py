"""A copy of the project with one of its reviews: what a test knows exactly cannot depend on the others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from macros.reading import BrokenData
from macros.vetting import load

KNOWN = "baby-z"
"""The review that tests know by heart."""

UNNEEDED = "nothing needs this allowance"
"""The complaint about what only the other reviews needed."""


def keep_only_the_known(project: Path) -> Path:
    """Take every other review out of a copy of the project, with what is promised and allowed for it alone."""
    for part in ("data", "docs"):
        for folder in (project / part / "reviews").iterdir():
            if folder.is_dir() and folder.name != KNOWN:
                shutil.rmtree(folder)
    promised = project / "data" / "addresses.yml"
    others = re.compile(rf'^"/reviews/(?!{KNOWN}/).*\n', re.MULTILINE)
    promised.write_text(others.sub("", promised.read_text(encoding="utf-8")), encoding="utf-8")
    _drop_allowances(project)
    return project


def _drop_allowances(project: Path) -> None:
    """Take out what is allowed in other reviews, and then what nothing needs any more."""
    file = project / "data" / "allowed.yml"
    allowed = yaml.safe_load(file.read_text(encoding="utf-8"))
    ours = [each for each in allowed if each.get("review", KNOWN) == KNOWN]
    file.write_text(yaml.safe_dump(ours, allow_unicode=True, sort_keys=False), encoding="utf-8")
    try:
        load(project)
    except BrokenData as broken:
        unneeded = {each.record for each in broken.complaints if each.wrong == UNNEEDED}
        kept = [each for each in ours if each["text"] not in unneeded]
        file.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
