"""Two more reviews are published as CONTRIBUTING says, without code, and the tests still pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main

from .authoring.test_new_review import write_our_own
from .conftest import ROOT
from .frozen import KNOWN

PUBLISHED = (
    "test_site.py",
    "test_browser.py",
    "test_main.py",
    "test_repository.py",
    "authoring",
    "opendata",
    "vetting",
)
"""The tests that look at what is published; the others look at copies, and at what is invented."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as git has it, and as it is now."""
    project = tmp_path / "clone"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, project / name)
    return project


def test_two_more_reviews_are_published_and_every_test_passes(clone: Path) -> None:
    for part in ("data", "docs"):
        shutil.copytree(clone / part / "reviews" / KNOWN, clone / part / "reviews" / "second-child")
    head = clone / "data/reviews/second-child/review.yml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("short_title: Baby Z", "short_title: Second Child"), encoding="utf-8")
    allowed = clone / "data" / "allowed.yml"
    allowances = allowed.read_text(encoding="utf-8")
    further = allowances.partition("- text:")[1:]
    allowed.write_text(
        allowances + "".join(further).replace(f"review: {KNOWN}", "review: second-child"), encoding="utf-8"
    )
    assert main(["--root", str(clone), "new-review", "third-child"]) == 0
    write_our_own(clone / "data/reviews/third-child")
    assert main(["--root", str(clone), "addresses"]) == 0
    assert main(["--root", str(clone), "check"]) == 0
    if (ROOT / ".venv").exists():
        (clone / ".venv").symlink_to(ROOT / ".venv")
    git = ("git", "-c", "user.name=A publisher", "-c", "user.email=publisher@harbour.example")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Publish two reviews")):
        subprocess.run([*git, *command], cwd=clone, check=True)
    chosen = [f"tests/{name}" for name in PUBLISHED]
    environment = {key: value for key, value in os.environ.items() if key not in ("BUILT_SITE", "PYTEST_CURRENT_TEST")}
    # The rules of axe have been tried on each kind of page, and more reviews bring no new kind.
    run = [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", "-k", "not axe", *chosen]
    result = subprocess.run(run, cwd=clone, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout[-4000:]
