"""A site that is built in parts and joined is the one that a single build makes, or somebody is told what is wrong."""

from __future__ import annotations

import filecmp
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.pages import parts
from macros.pages.parts import Part, divided, read_part
from macros.reading import BrokenData, Refused

from ..conftest import built


@pytest.mark.parametrize("text", ["0/2", "3/2", "x", "1", "1/2/3", "-1/2", "01/2"])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no part"):
        read_part(text)


def test_the_parts_share_out_the_reviews() -> None:
    slugs = [f"r-{number}" for number in range(10)]
    shared = [slug for number in (1, 2, 3) for slug in Part(number, 3).slugs(slugs)]
    assert sorted(shared) == slugs
    assert len(Part(1, 3).slugs(slugs)) - len(Part(3, 3).slugs(slugs)) <= 1


def test_a_small_collection_is_not_divided() -> None:
    assert divided(1) == divided(parts.WHOLE) == []
    assert len(divided(parts.WHOLE + 1)) > 1
    for reviews in (parts.WHOLE + 1, 1000):
        many = divided(reviews)
        assert len(many) * parts.PER_PART >= reviews
        assert [str(read_part(each)) for each in many] == many


@pytest.fixture(scope="module")
def divided_site(grown_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both parts of the grown site, and the rest of it, in a folder."""
    folder, project = tmp_path_factory.mktemp("parts"), grown_site.parent / "project"
    for part in ("1/2", "2/2"):
        site = built(project, folder / "built", PART=part)
        assert main(["--root", str(project), "keep-part", str(site), part, str(folder / "parts")]) == 0
        shutil.rmtree(site)
    built(project, folder / "rest", PART="rest")
    return folder


@pytest.fixture
def copy(divided_site: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may damage."""
    return Path(shutil.copytree(divided_site, tmp_path / "copy"))


def files(site: Path) -> Iterator[str]:
    yield from sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def test_joined_parts_are_the_whole_to_the_byte(copy: Path, grown_site: Path) -> None:
    project = grown_site.parent / "project"
    assert main(["--root", str(project), "join", str(copy / "parts"), str(copy / "rest")]) == 0
    assert list(files(copy / "rest")) == list(files(grown_site))
    differ = filecmp.cmpfiles(grown_site, copy / "rest", list(files(grown_site)), shallow=False)
    assert differ[1:] == ([], [])


def joined(copy: Path, commit: str = "") -> list[str]:
    with pytest.raises(BrokenData) as caught:
        parts.join(copy / "parts", copy / "rest", commit)
    return [str(each) for each in caught.value.complaints]


def test_a_part_that_is_missing_is_named(copy: Path) -> None:
    shutil.rmtree(copy / "parts" / "2-of-2")
    assert joined(copy) == [
        "parts/2-of-2:1: 2-of-2: the part 2/2 is missing; build it: make build PART=2/2",
    ]
    shutil.rmtree(copy / "parts")
    assert joined(copy) == [
        "parts:1: parts: there is no part; build the parts: make build PART=1/2, make build PART=2/2",
    ]


def test_a_part_that_is_there_twice_is_named(copy: Path) -> None:
    shutil.copytree(copy / "parts" / "1-of-2", copy / "parts" / "again")
    assert joined(copy) == [
        "parts/again:1: again: the part 1/2 is there twice, also as 1-of-2; delete one of the two",
    ]


def test_a_part_of_another_commit_or_another_division_is_named(copy: Path) -> None:
    note = copy / "parts" / "1-of-2" / parts.NOTE
    note.write_text(json.dumps({**json.loads(note.read_text()), "commit": "abc"}))
    shutil.copytree(copy / "parts" / "2-of-2", copy / "parts" / "1-of-1")
    other = copy / "parts" / "1-of-1" / parts.NOTE
    other.write_text(json.dumps({**json.loads(other.read_text()), "part": 1, "of": 1}))
    (copy / "parts" / "stray").mkdir()
    assert joined(copy) == [
        "parts/1-of-1:1: 1-of-1: it is a part of 1, and others are of 2; delete it, or build all parts of one division",
        "parts/1-of-2:1: 1-of-2: it was built from the commit abc, and this is unknown; "
        "build it again: make build PART=1/2",
        "parts/stray:1: stray: it is no part; delete it, or build all parts of one division",
    ]
