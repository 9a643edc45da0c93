"""The command says what is wrong and how much, and never shows a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main

from .conftest import GOOD


def test_good_data_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(GOOD)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("lighthouse-child: 5 paragraphs, 5 events")
    assert said.endswith("1 review(s), no complaints\n")


def test_broken_data_is_complained_of_with_exit_1(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (good / "data" / "themes.yml").write_text("- id: [\n")
    assert main(["check", "--root", str(good)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("data/themes.yml:2: themes.yml: this is not YAML")
    assert said.endswith("1 complaint\n")
