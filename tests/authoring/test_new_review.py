"""A new review is laid as a draft that passes the check, is explained, and is never published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.vetting import load

from ..conftest import GOOD, built, copy_project


def test_a_new_review_passes_the_check_as_a_draft(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(good), "new-review", "harbour-child"]) == 0
    said = capsys.readouterr().out
    assert "docs/reviews/harbour-child/timeline.md" in said
    assert "`make serve` at /reviews/harbour-child/" in said
    assert main(["--root", str(good), "check"]) == 0
    assert "harbour-child (draft, 3 of 3 gists written): 3 paragraphs" in capsys.readouterr().out
    collection = load(good)
    assert list(collection.reviews) == ["harbour-child", "lighthouse-child"]
    assert list(collection.without_drafts().reviews) == ["lighthouse-child"]


def test_it_names_only_agencies_that_the_collection_has(good: Path) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    assert load(good).reviews["harbour-child"].head.publisher == "moonbase-board"


def test_each_key_is_explained_where_it_first_stands(good: Path) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    lines = (good / "data/reviews/harbour-child/timeline.yml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/event.json"
    assert lines.count("  # required: Which of the two stories it belongs to. One of case, review.") == 1
    at = lines.index("  # required: Which of the two stories it belongs to. One of case, review.")
    assert lines[at + 1] == "  track: case"
    assert all(len(line) <= 120 for line in lines)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Harbour Child",
            "`Harbour Child` cannot be a review's address; use small letters, digits and single hyphens\n",
        ),
        ("../out", "`../out` cannot be a review's address; use small letters, digits and single hyphens\n"),
        (
            "lighthouse-child",
            "data/reviews/lighthouse-child is there already; choose another name, or delete it\n",
        ),
    ],
)
def test_a_name_that_cannot_be_taken_is_refused(
    good: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    before = sorted(good.rglob("*"))
    assert main(["--root", str(good), "new-review", name]) == 1
    assert capsys.readouterr().out == said
    assert sorted(good.rglob("*")) == before


def test_a_published_page_cannot_name_a_draft(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    (good / "docs" / "extra.md").write_text('{{ rec("tower-1", review="harbour-child") }}\n')
    capsys.readouterr()
    assert main(["--root", str(good), "check"]) == 1
    assert capsys.readouterr().out.startswith(
        "docs/extra.md:1: extra.md: `harbour-child` is a draft, and this page is not"
    )


def hidden(text: str) -> bool:
    """Whether a file speaks of the draft; the page of the records shows the same invented texts as examples."""
    return "quay-child" in text or ("the lamp was not watched" in text.lower())


def test_a_draft_is_never_published(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    assert main(["--root", str(project), "new-review", "quay-child"]) == 0
    site = built(project, tmp_path / "site", DRAFTS="true")
    assert (site / "reviews" / "baby-z" / "index.html").exists()
    named = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if "quay" in file.name
        or (file.suffix in {".html", ".json", ".xml", ".csv"} and hidden(file.read_text(encoding="utf-8")))
    ]
    assert named == []


def write_our_own(folder: Path) -> None:
    """Make another review of what was laid, and no draft."""
    words = {
        "draft: true": "draft: false",
        "2031-03": "2031-04",
        "2031-05-01": "2031-05-03",
        "own author": "own writer",
        "lamp": "beacon",
        "harbour": "haven",
        "Harbour": "Haven",
        "The paragraph": "What it says",
    }
    for file in folder.glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        for old, new in words.items():
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")


def test_what_was_laid_is_refused_in_what_is_no_draft(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    head = good / "data/reviews/harbour-child/review.yml"
    head.write_text(head.read_text(encoding="utf-8").replace("draft: true", "draft: false"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(good), "check"]) == 1
    said = capsys.readouterr().out
    for file in ("review", "paragraphs", "timeline", "findings", "recommendations"):
        assert f"data/reviews/harbour-child/{file}.yml:" in said
    assert "this is still what `make new-review` laid; write your own, or take it out" in said


def test_an_example_that_another_file_outgrew_is_told_once_for_each_file(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    folder = good / "data/reviews/harbour-child"
    (folder / "paragraphs.yml").write_text(
        "- number: 1.1\n  gist: A ferry was late.\n- number: 1.2\n  gist: It came at last.\n  terms: [ferry-term]\n"
    )
    head = folder / "review.yml"
    written = head.read_text(encoding="utf-8").replace("paragraphs: 1-1", "paragraphs: 1.1-1.2")
    head.write_text(written, encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(good), "check"]) == 1
    said = capsys.readouterr().out.splitlines()
    outgrown = "what `make new-review` laid here does not fit what you wrote in the other files"
    for file in ("timeline", "findings"):
        here = [line for line in said if line.startswith(f"data/reviews/harbour-child/{file}.yml:")]
        assert len(here) == 1
        assert f"{file}.yml: {outgrown}; write your own records over it" in here[0]
    assert any("ferry-term" in line for line in said)  # of what its writer wrote, everything is told
    findings = folder / "findings.yml"
    written = findings.read_text(encoding="utf-8").replace("Nobody watched the lamp.", "Nobody watched the ferry.")
    findings.write_text(written, encoding="utf-8")
    assert main(["--root", str(good), "check"]) == 1
    assert "lamp-unwatched: there is no paragraph 1" in capsys.readouterr().out  # and of what is written over in part


def test_stubs_are_laid_for_what_the_document_has(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["new-review", "quay-child", "--paragraphs", "24", "--lists", "partnership:4,agencies:6"]
    assert main(["--root", str(good), *given]) == 0
    review = load(good).reviews["quay-child"]
    assert (len(review.paragraphs), len(review.recommendations)) == (24, 10)
    assert [each.id for each in review.in_list("partnership")][-1] == "partnership-4"
    capsys.readouterr()
    assert main(["--root", str(good), "check"]) == 0
    assert "quay-child (draft, 0 of 24 gists written): 24 paragraphs" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["--paragraphs", "many"],
            "PARAGRAPHS=many: it should be how many paragraphs the document has, as in PARAGRAPHS=24\n",
        ),
        (["--lists", "a:1"], "PARAGRAPHS=: it should be how many paragraphs the document has, as in PARAGRAPHS=24\n"),
        (
            ["--paragraphs", "3", "--lists", "Board"],
            "LISTS=Board: `Board` should be a list's id and how many it holds, as in partnership:4\n",
        ),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused(
    good: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    assert main(["--root", str(good), "new-review", "quay-child", *given]) == 1
    assert capsys.readouterr().out == said
    assert not (good / "data/reviews/quay-child").exists()


@pytest.mark.parametrize(
    ("kind", "holds", "number"),
    [
        ("domestic-homicide-review", "recommendations", 1),
        ("learning-together-review", "questions", 1),
        ("prevention-of-future-deaths-report", "concerns", "box 1"),
        ("child-practice-review", "learning-points", 1),
    ],
)
def test_the_shape_that_fits_a_kind_of_document_is_laid(good: Path, kind: str, holds: str, number: int | str) -> None:
    assert main(["--root", str(good), "new-review", "quay-child", "--kind", kind, "--lists", "board:2"]) == 0
    review = load(good).reviews["quay-child"]
    assert (review.head.kind.value, review.head.lists[0].holds.value) == (kind, holds)
    assert next(iter(review.paragraphs)) == number


def test_a_kind_that_there_is_not_is_refused(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(good), "new-review", "quay-child", "--kind", "serious-case"]) == 1
    assert capsys.readouterr().out == (
        "KIND=serious-case: there is no such kind; did you mean `serious-case-review`?\n"
    )


def test_once_it_is_no_draft_it_is_published(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    main(["--root", str(project), "new-review", "harbour-child"])
    write_our_own(project / "data/reviews/harbour-child")
    site = built(project, tmp_path / "site")
    assert (site / "reviews" / "harbour-child" / "timeline" / "index.html").exists()
    assert (site / "api" / "v1" / "reviews" / "harbour-child.json").exists()
    shutil.rmtree(site)


def test_the_invented_collection_is_left_alone() -> None:
    assert not (GOOD / "data" / "reviews" / "harbour-child").exists()
