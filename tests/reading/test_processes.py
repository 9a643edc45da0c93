"""Work comes back as it would from one process, however many share it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.reading import BrokenData, processes, shared_out
from macros.vetting import load

from ..conftest import ROOT


@pytest.mark.parametrize("size", [0, processes.ENOUGH])
def test_what_comes_back_is_in_the_order_of_the_items(size: int) -> None:
    assert shared_out(abs, range(-50, 50), size) == [abs(number) for number in range(-50, 50)]


@pytest.mark.parametrize("case", ["one-mistake-hides-none", "tells-who", "malformed-yaml"])
def test_several_processes_find_what_one_finds(good: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "ENOUGH", 0)
    shutil.copytree(ROOT / "tests" / "data" / "broken" / case, good, dirs_exist_ok=True)
    with pytest.raises(BrokenData) as caught:
        load(good)
    expected = ROOT / "tests" / "data" / "broken" / case / "expected.txt"
    assert caught.value.report().splitlines() == expected.read_text().splitlines()
