"""The schemas are fresh, explain each key, take the published data and refuse what the check refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from macros.__main__ import main
from macros.authoring import schemas
from macros.authoring.new_review import schema_note
from macros.reading import read_yaml
from macros.records import RecordFile, all_files

from ..conftest import GOOD, ROOT
from ..frozen import KNOWN

FILES = all_files()


def real_files(file: RecordFile, root: Path = ROOT) -> list[Path]:
    return sorted(root.glob(file.path.replace("<slug>", "*")))


def test_the_committed_schemas_are_those_of_the_models() -> None:
    stale = [path for path, text in schemas.written() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make schema`"
    assert len(list((ROOT / "data" / "schemas").iterdir())) == len(FILES)


def test_the_command_writes_them(tmp_path: Path) -> None:
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path, _ in schemas.written()} == dict(
        schemas.written()
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_a_schema_explains_each_key_with_an_example(file: RecordFile) -> None:
    schema = schemas.schema(file)
    Draft7Validator.check_schema(schema)
    records = [each for each in (schema, *schema["definitions"].values()) if "properties" in each]
    assert records
    for record in records:
        for key, each in record["properties"].items():
            assert each.get("description"), (record["title"], key)
            assert each.get("examples"), (record["title"], key)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_the_data_fits_its_schema_and_names_it(file: RecordFile) -> None:
    validator = Draft7Validator(schemas.schema(file))
    for root in (ROOT, GOOD):
        for each in real_files(file, root):
            value = read_yaml(each, each.name).value
            assert [error.message for error in validator.iter_errors(value)] == []
    for each in real_files(file):
        path = each.relative_to(ROOT).as_posix()
        assert each.read_text(encoding="utf-8").startswith(schema_note(file, path)), path
        named = schema_note(file, path).rpartition("=")[2].strip()
        assert (each.parent / named).resolve() == ROOT / "data" / "schemas" / f"{file.kind}.json"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("event", {"track": "cases"}),
        ("event", {"titel": "x"}),
        ("event", {"date": "October 2007"}),
        ("event", {"cites": []}),
        ("finding", {"id": "Not An Id"}),
        ("finding", {"cites": 4}),
        ("recommendation", {"asks_for": ["nothing"]}),
        ("paragraph", {"number": 0}),
    ],
)
def test_a_schema_refuses_what_the_check_refuses(kind: str, change: dict[str, Any]) -> None:
    (file,) = (each for each in FILES if each.kind == kind)
    path = ROOT / file.path.replace("<slug>", KNOWN)
    record = {**read_yaml(path, path.name).value[0], **change}
    assert list(Draft7Validator(json.loads(json.dumps(schemas.schema(file)))).iter_errors([record]))
