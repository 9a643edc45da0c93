"""What is written beside the pages for the search."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.collection import Collection
from macros.opendata import release
from macros.pages import calls
from macros.reading import Refused
from macros.search import write

from ..conftest import ROOT
from ..found import indexed


def write_of(collection: Collection, site: Path) -> None:
    write(collection, ROOT, site, lambda slug: calls.words(collection, slug))


@pytest.fixture(scope="module")
def made(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    write_of(collection, site)
    return site


def test_the_same_records_make_the_same_files(made: Path, collection: Collection, tmp_path: Path) -> None:
    write_of(collection, tmp_path)
    assert release.digest(tmp_path) == release.digest(made)


def test_an_index_takes_the_place_of_the_one_before(collection: Collection, tmp_path: Path) -> None:
    old = tmp_path / "pagefind" / "fragment" / "old.pf_fragment"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    write_of(collection, tmp_path)
    assert not old.exists()


def test_nothing_is_written_that_no_search_asks_for(made: Path) -> None:
    files = {file.name for file in (made / "pagefind").iterdir() if file.is_file() and file.suffix != ".pf_meta"}
    assert files == {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "words.json"}


def test_an_entry_comes_back_as_it_went_in(made: Path) -> None:
    (found,) = (each for each in indexed(made) if each.address.endswith("/recommendations/#health-2"))
    assert found.heading.startswith("Health 2: Liaise directly")
    assert "zqhealth2" in found.words.split()
    assert "zqnote To Paediatricians zqtext When a full skeletal survey" in found.words


def test_words_for_slips_are_parted_by_their_letter(made: Path) -> None:
    letter = json.loads((made / "pagefind" / "words" / "p.json").read_text(encoding="utf-8"))
    assert letter["words"]["paediatrician"] > 1
    assert letter["forms"]["pediatrician"] == ["paediatrician"]


def test_what_stops_the_index_is_said(made: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="no room left\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(Refused, match="the search index cannot be made: no room left"):
        write_of(collection, made)
