"""The command says what is wrong and how much, and never shows a traceback."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from macros.__main__ import main

from .conftest import GOOD


def test_good_data_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(GOOD), "check"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("lighthouse-child: 5 paragraphs, 5 events")
    assert said.endswith("1 review, no complaints\n")


def test_broken_data_is_complained_of_with_exit_1(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good / "data" / "themes.yml").write_text("- id: [\n")
    assert main(["--root", str(good), "check"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("data/themes.yml:2: themes.yml: this is not YAML")
    assert said.endswith("1 complaint\n")


def test_a_github_flag_writes_the_same_as_annotations(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = good / "data/reviews/lighthouse-child/findings.yml"
    file.write_text(file.read_text().replace("cites: [4]", "cites: [44]").replace("kind: criticism", 'kind: "100%\\n"'))
    assert main(["--root", str(good), "check", "--github"]) == 1
    path = "data/reviews/lighthouse-child/findings.yml"
    kinds = "`criticism`, `good-practice`, `learning`, `missed-opportunity`, `observation`"
    assert capsys.readouterr().out.splitlines() == [
        f"::error file={path},line=4::nobody-told: `kind` cannot be `100%25%0A`; it can be {kinds}",
        f"::error file={path},line=16::foghorn-worked: there is no paragraph 44; the document's paragraphs are 1 to 5",
        "2 complaints",
    ]


def test_a_port_in_use_is_told_before_anything_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as used:
        used.bind(("127.0.0.1", 0))
        used.listen()
        port = used.getsockname()[1]
        assert main(["free", str(port)]) == 1
        right = f"stop what uses it, or choose another: make serve PORT={port + 1}"
        assert capsys.readouterr().out == f"the port {port} is in use; {right}\n"
    assert main(["free", str(port)]) == 0


@pytest.mark.parametrize("name", ["2012", "1e3", "null", "no", "0x1f", "2031-02-03"])
def test_a_new_review_s_name_may_be_what_yaml_takes_for_something_else(good: Path, name: str) -> None:
    assert main(["--root", str(good), "new-review", name]) == 0
    assert main(["--root", str(good), "check"]) == 0


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", ".#findings.yml", "#findings.yml#", "findings.yml~"])
def test_what_editors_and_desktops_leave_stops_nothing(good: Path, name: str) -> None:
    for folder in ("data", "data/reviews", "data/reviews/lighthouse-child", "docs", "docs/reviews/lighthouse-child"):
        (good / folder / name).write_bytes(b"\0Oliver Lampwright\n=======\n")
    (good / "docs" / ".#index.md").symlink_to("keeper@harbour.1234:567")
    assert main(["--root", str(good), "check"]) == 0
