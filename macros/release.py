"""From which version and commit of the project a site is built."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

from .collection import Release


def of(root: Path) -> Release:
    """The version in pyproject.toml, and the commit that is checked out; each empty where it is not to be had."""
    project = root / "pyproject.toml"
    version = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] if project.exists() else ""
    git = ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", "HEAD"]
    try:
        commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        commit = ""
    return Release(version, commit)
