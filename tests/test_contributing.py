"""The templates in CONTRIBUTING.md are right: each is read as data, and each key held against the models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.files import all_files
from macros.models import Part
from macros.reading import Where, read_yaml

from .conftest import ROOT

MODELS = all_files()
BLOCKS = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL))


def test_there_is_a_template_for_each_file() -> None:
    assert BLOCKS.keys() == MODELS.keys()


@pytest.mark.parametrize("file", MODELS)
def test_a_template_is_a_record(tmp_path: Path, file: str) -> None:
    (tmp_path / "file.yml").write_text(BLOCKS[file])
    reading = read_yaml(tmp_path / "file.yml", file)
    assert not reading.complaints
    for value in [reading.value] if isinstance(reading.value, dict) else reading.value:
        MODELS[file].read(value, Where(file))


def written(part: Part) -> Iterator[tuple[str, str, bool]]:
    """Every key of a record and of its parts: the model's name, the key, and whether it is required."""
    for key, field in type(part).model_fields.items():
        yield type(part).__name__, key, field.is_required()
        value = getattr(part, key)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from written(each)


@pytest.mark.parametrize("file", MODELS)
def test_a_template_shows_every_key_and_says_whether_it_is_required(tmp_path: Path, file: str) -> None:
    (tmp_path / "file.yml").write_text(BLOCKS[file])
    value = read_yaml(tmp_path / "file.yml", file).value
    record = MODELS[file].read(value if isinstance(value, dict) else value[0], Where(file))
    marks: dict[str, set[str]] = {}
    for key, mark in re.findall(r"(?m)^[ -]*(\w+):.*# (required|optional)", BLOCKS[file]):
        marks.setdefault(key, set()).add(mark)
    for model, key, required in written(record):
        assert key in marks, f"{model}.{key} is not shown"
        assert ("required" if required else "optional") in marks[key], f"{model}.{key} is marked wrongly"
    assert len(re.findall(r"(?m)^[ -]*\w+:", BLOCKS[file])) == len(re.findall(r"# (?:required|optional)", BLOCKS[file]))
