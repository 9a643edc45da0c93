"""What the repository promises of itself: pinned packages, no other host, commands that say what they do."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.collection.addresses import SITE_NAME
from macros.opendata import release
from macros.reading import BrokenData
from macros.vetting import load

from .conftest import ROOT, copy_project


@pytest.mark.parametrize("name", ["site.txt", "check.txt", "exit.txt", "test.txt"])
def test_every_package_is_pinned_with_hashes_and_no_host_is_named(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text()
    pinned = re.findall(r"(?m)^([a-z0-9.-]+)==[^ ]+", text)
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert len(pinned) == len(blocks) > 20
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)


def test_what_the_site_needs_is_what_the_tests_use() -> None:
    site, test = (
        set(re.findall(r"(?m)^([a-z0-9.-]+==[^ ]+)", (ROOT / "requirements" / name).read_text()))
        for name in ("site.txt", "test.txt")
    )
    assert site <= test


def test_make_help_says_what_each_command_does() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("serve", "build", "check", "test"):
        assert re.search(rf"make {target} +\S", said)


def test_one_file_knows_mkdocs() -> None:
    knowing = [
        file.name for file in (ROOT / "macros").rglob("*.py") if re.search(r"(from|import) mkdocs", file.read_text())
    ]
    assert knowing == ["__init__.py"]


def test_no_html_is_written_in_python() -> None:
    for file in (ROOT / "macros").rglob("*.py"):
        assert not re.search(r"</?(a|p|div|span|table|tr|td|ul|li|h\d)[ >]", file.read_text()), file


def test_the_message_in_the_readme_is_the_one_that_readers_get(tmp_path: Path) -> None:
    said = re.search(r"(?m)^ +(data/reviews/baby-z/recommendations\.yml):LINE: (.*)$", (ROOT / "README.md").read_text())
    assert said is not None
    project = copy_project(tmp_path / "project")
    file = project / said[1]
    before, record, after = file.read_text(encoding="utf-8").partition("- id: health-2\n")
    assert record
    file.write_text(before + record + after.replace("test-results-delayed", "test-results-delaid", 1), encoding="utf-8")
    with pytest.raises(BrokenData) as caught:
        load(project)
    (complaint,) = caught.value.complaints
    assert (complaint.path, complaint.said) == (said[1], said[2])
    assert "test-results-delaid" in file.read_text(encoding="utf-8").splitlines()[complaint.line - 1]


def makes_builds(project: Path) -> list[str]:
    """The command by which somebody builds a copy of the project, with the environment that is there."""
    shutil.copy(ROOT / "Makefile", project)
    (project / ".venv").symlink_to(sys.prefix)  # whose path may have spaces in it
    return ["make", "-s", "build", "-o", ".venv/site.done"]


def test_a_build_that_fails_leaves_the_last_good_site_as_it_was(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    make = makes_builds(project)
    said = subprocess.run(make, cwd=project, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    before = release.digest(project / "site")
    assert f"sha256 {before}  site/" in said.stdout
    for path, broken in (
        ("docs/reviews/baby-z/index.md", "[gone](gone.md)"),
        ("data/themes.yml", "- id: [\n"),
        ("theme/main.html", "{% broken %}"),
    ):
        text = (project / path).read_text(encoding="utf-8")
        (project / path).write_text(text + broken, encoding="utf-8")
        assert subprocess.run(make, cwd=project, capture_output=True, text=True).returncode != 0
        assert release.digest(project / "site") == before
        assert not list(project.glob("site.*"))
        (project / path).write_text(text, encoding="utf-8")


def test_two_builds_at_once_leave_one_whole_site_and_nothing_else(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    make = makes_builds(project)
    (project / "site.new.999999999").mkdir()  # of a build that was stopped, and whose process is no more
    running = [subprocess.Popen(make, cwd=project, stdout=subprocess.PIPE, text=True, umask=0o077) for _ in range(3)]
    said = {build.communicate()[0].splitlines()[-1] for build in running}
    assert [build.returncode for build in running] == [0, 0, 0]
    assert said == {f"sha256 {release.digest(project / 'site')}  site/"}
    assert not list(project.glob("site.*"))
    assert all(each.stat().st_mode & 0o044 == 0o044 for each in (project / "site").rglob("*"))


def test_a_build_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    make = makes_builds(project)
    build = subprocess.Popen(make, cwd=project, stdout=subprocess.DEVNULL, start_new_session=True)
    while not list(project.glob("site.new.*/*")) and build.poll() is None:
        time.sleep(0.05)
    os.killpg(build.pid, signal.SIGINT)
    assert build.wait() != 0
    assert not list(project.glob("site*"))


def test_a_second_set_up_waits_for_the_first_and_does_not_do_it_again(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock" / "pid").write_text("999999999\n")  # left by one that was stopped
    work = "echo once >> log; until [ -e go ]; do sleep 0.1; done"
    command = ["sh", str(ROOT / ".ci" / "alone"), "lock", "made", "sh", "-c", work]
    first = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    while not (tmp_path / "log").exists():
        time.sleep(0.05)
    others = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for each in others:
        assert each.stdout
        assert each.stdout.readline() == "Another command makes made; this one waits for it.\n"
    (tmp_path / "go").touch()
    assert [each.communicate()[0] for each in (first, *others)] == ["", "", ""]
    assert [each.returncode for each in (first, *others)] == [0, 0, 0]
    assert (tmp_path / "log").read_text() == "once\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["go", "log", "made"]


def test_every_action_is_pinned_by_its_commit_and_named_by_its_version() -> None:
    used = re.findall(r"uses: (\S+)(.*)", (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
    assert len({action for action, _ in used}) == 7
    for action, note in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", note)


def test_the_site_s_name_is_the_one_that_citations_give() -> None:
    assert f"site_name: {SITE_NAME}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
