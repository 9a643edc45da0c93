"""From which version and commit of the project a site is built."""

from __future__ import annotations

import hashlib
import subprocess
import tomllib
from pathlib import Path

from ..collection import Release


def of(root: Path, site: str) -> Release:
    """The version in pyproject.toml, and the commit that is checked out; each empty where it is not to be had."""
    project = root / "pyproject.toml"
    version = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] if project.exists() else ""
    git = ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", "HEAD"]
    try:
        commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        commit = ""
    return Release(version, commit, site)


def digest(folder: Path) -> str:
    """One number for all that a folder holds: the SHA-256 of its files' paths and contents, in order."""
    whole = hashlib.sha256()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        path, content = file.relative_to(folder).as_posix().encode(), file.read_bytes()
        whole.update(b"%d %d " % (len(path), len(content)) + path + content)
    return whole.hexdigest()
