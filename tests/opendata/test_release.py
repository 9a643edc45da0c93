"""A site claims the commit that it was built from, and none where its files are not what a commit holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.opendata import release


def git(folder: Path, *command: str) -> str:
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@example.org")
    return subprocess.run(["git", *who, "-C", str(folder), *command], check=True, capture_output=True, text=True).stdout


def project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Lamp\n")
    (folder / "data").mkdir()
    (folder / "data" / "lamp.yml").write_text("[]\n")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = project(tmp_path / "kept")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Light the lamp")
    return folder


def test_a_commit_is_claimed(kept: Path) -> None:
    built = release.of(kept, "")
    assert (built.commit, built.why_no_commit) == (git(kept, "rev-parse", "HEAD").strip(), "")
    (kept / "notes.txt").write_text("The site is not built from this.")
    assert release.of(kept, "").commit == built.commit


@pytest.mark.parametrize("changed", ["data/lamp.yml", "data/new.yml", "docs/reviews/new.md", "mkdocs.yml"])
def test_none_is_claimed_for_changed_files(kept: Path, changed: str) -> None:
    (kept / changed).parent.mkdir(parents=True, exist_ok=True)
    (kept / changed).write_text("- id: lamp\n")
    built = release.of(kept, "")
    assert (built.commit, built.why_no_commit) == ("", "files were changed since the last commit")


def test_a_copy_inside_another_repository_does_not_claim_that_one_s(kept: Path) -> None:
    built = release.of(project(kept / "copies" / "site"), "")
    assert (built.commit, built.why_no_commit) == ("", "the files are in no repository of their own")


def test_a_project_in_a_folder_of_its_repository_claims_the_commit(kept: Path) -> None:
    inside = project(kept / "site")
    git(kept, "add", ".")
    git(kept, "commit", "--quiet", "-m", "Add a site")
    assert release.of(inside, "").commit == git(kept, "rev-parse", "HEAD").strip()


def test_without_a_repository_none_is_claimed(tmp_path: Path) -> None:
    built = release.of(project(tmp_path / "loose"), "")
    assert (built.commit, built.why_no_commit) == ("", "the files are in no repository of their own")


def test_where_git_refuses_that_is_said(kept: Path) -> None:
    (kept / ".git" / "config").write_text("[core\n")
    built = release.of(kept, "")
    assert (built.commit, built.why_no_commit) == ("", "git did not tell it")


def test_without_git_that_is_said(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(kept))
    built = release.of(kept, "")
    assert (built.commit, built.why_no_commit) == ("", "there is no git on the machine that built the site")
