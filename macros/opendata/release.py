"""From which version and commit of the project a site is built."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

from ..collection import Release

BUILT_FROM = ("data", "docs", "macros", "theme", "requirements", "mkdocs.yml", "pyproject.toml")
"""What a site is built from. A change elsewhere makes no other site."""


def of(root: Path, site: str) -> Release:
    """The version in pyproject.toml, and the commit that is checked out, or why none can be claimed."""
    project = root / "pyproject.toml"
    version = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] if project.exists() else ""
    commit, why_not = _commit(root)
    return Release(version, commit, site, why_not)


def _commit(root: Path) -> tuple[str, str]:
    """The commit of the files as they are, or why there is none."""
    try:
        known = _git(root, "ls-files", "--error-unmatch", "mkdocs.yml")
        if known.returncode:
            return "", _why_unknown(known.stderr)
        commit, changed = _git(root, "rev-parse", "--verify", "HEAD"), _git(root, "status", "--porcelain", *BUILT_FROM)
    except FileNotFoundError:
        return "", "there is no git on the machine that built the site"
    if commit.returncode or changed.returncode:
        return "", _why_unknown(commit.stderr or changed.stderr)
    if changed.stdout.strip():
        return "", "files were changed since the last commit"
    return commit.stdout.strip(), ""


def _why_unknown(said: str) -> str:
    if "not a git repository" in said or "did not match any file" in said:
        return "the files are in no repository of their own"
    return "git did not tell it"


def _git(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Ask git about a folder, even one that belongs to somebody else; nothing that its settings name is run."""
    safe = ("-c", "safe.directory=*", "-c", "core.fsmonitor=false")
    git = ["git", *safe, "-C", str(root), *command]
    return subprocess.run(git, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})


def digest(folder: Path) -> str:
    """One number for all that a folder holds: the SHA-256 of its files' paths and contents, in order."""
    whole = hashlib.sha256()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        path, content = file.relative_to(folder).as_posix().encode(), file.read_bytes()
        whole.update(b"%d %d " % (len(path), len(content)) + path + content)
    return whole.hexdigest()


def put_in_place(new: Path, place: Path) -> None:
    """Let a finished folder take another's place, so that nobody meets half of it; two may do so at once."""
    gone = place.with_name(f"{place.name}.old.{os.getpid()}")
    while True:
        try:
            new.rename(place)
            break
        except OSError:
            if not place.is_dir():
                raise
        with contextlib.suppress(FileNotFoundError):  # another build was quicker
            place.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)
