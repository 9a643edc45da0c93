"""A draft's records come from spreadsheets, whole or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from macros.__main__ import main
from macros.vetting import load


@pytest.fixture
def draft(good: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The invented collection with a draft of three paragraphs and two recommendations."""
    given = ["new-review", "quay-child", "--paragraphs", "3", "--lists", "board:2"]
    assert main(["--root", str(good), *given]) == 0
    assert "work/quay-child-paragraphs.csv" in capsys.readouterr().out
    return good


def table(root: Path, name: str) -> list[list[str]]:
    file = root / f"work/quay-child-{name}.csv"
    return list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))


def fill(root: Path, name: str, rows: list[list[str]]) -> Path:
    file = root / f"work/quay-child-{name}.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(rows)
    return file


def take_in(root: Path, file: Path) -> int:
    return main(["--root", str(root), "take-in", str(file), "--review", "quay-child"])


def test_the_sheets_hold_what_the_data_holds(draft: Path) -> None:
    assert table(draft, "paragraphs") == [
        ["number", "part", "gist", "terms"],
        *([str(number), "", "To be written.", ""] for number in (1, 2, 3)),
    ]
    assert table(draft, "recommendations")[1][:3] == ["board", "1", ""]
    assert len(table(draft, "timeline")) == 1


def test_a_sheet_that_was_filled_in_becomes_the_data(draft: Path) -> None:
    rows = table(draft, "paragraphs")
    rows[1][2], rows[2][2], rows[2][3] = "The quay was dark: nobody lit it.", "A wick was missing.", "wick; foghorn"
    assert take_in(draft, fill(draft, "paragraphs", rows)) == 0
    paragraphs = load(draft).reviews["quay-child"].paragraphs
    assert paragraphs[1].gist == "The quay was dark: nobody lit it."
    assert paragraphs[2].terms == ("wick", "foghorn")
    events = [*table(draft, "timeline")]
    events.append(["lit", "The quay is lit", "case", "2030-05", "", "", "", "It was lit.", "1; 2", "keepers", "", ""])
    agencies = draft / "data/reviews/quay-child/agencies.yml"
    agencies.write_text("- {agency: keepers, role: Lit the quay., cites: [1]}\n", encoding="utf-8")
    assert take_in(draft, fill(draft, "timeline", events)) == 0
    (event,) = load(draft).reviews["quay-child"].events.values()
    assert (event.id, event.cites, event.agencies) == ("lit", (1, 2), ("keepers",))


def test_a_workbook_is_taken_in_too(draft: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["number", "gist"], [1, "One."], [2, "Two."], [3, "Three."]):
        sheet.append(row)
    book.save(tmp_path / "quay-paragraphs.xlsx")
    assert take_in(draft, tmp_path / "quay-paragraphs.xlsx") == 0
    assert [each.gist for each in load(draft).reviews["quay-child"].paragraphs.values()] == ["One.", "Two.", "Three."]


def test_every_mistake_is_said_by_row_and_column_and_nothing_is_written(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (draft / "data/reviews/quay-child/recommendations.yml").read_bytes()
    rows = table(draft, "recommendations")
    rows[0].append("zzzz")
    rows[1][4], rows[1][6] = "", "looking"
    rows.append(["board", "2", "", "Again", "Again.", "", "practice", "", "", ""])
    capsys.readouterr()
    assert take_in(draft, fill(draft, "recommendations", rows)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "quay-child-recommendations.csv:1: row 1: there is no column `zzzz`; it can be `addressed_to`, `asks_for`, "
        "`cites`, `id`, `list`, `number`, `terms`, `text`, `themes`, `title`",
        "quay-child-recommendations.csv:2: row 2, column `asks_for`: `asks_for` cannot be `looking`; it can be "
        "`audit`, `clarity`, `consideration`, `plan`, `practice`, `procedure`, `reminder`, `review`, `sharing`, "
        "`staffing`, `training`",
        "quay-child-recommendations.csv:2: row 2, column `text`: the key `text` is missing; add `text:` with its value",
        "quay-child-recommendations.csv:4: row 4: `board-2` stands twice, first in row 3; give each its own",
        "4 complaints",
    ]
    assert (draft / "data/reviews/quay-child/recommendations.yml").read_bytes() == before


def test_what_a_sheet_has_no_column_for_stays(draft: Path) -> None:
    file = draft / "data/reviews/quay-child/recommendations.yml"
    text = file.read_text(encoding="utf-8").replace(
        "asks_for: [practice]", "asks_for: [practice]\n  formerly: [old]", 1
    )
    file.write_text(text, encoding="utf-8")
    assert take_in(draft, draft / "work/quay-child-recommendations.csv") == 0
    assert load(draft).reviews["quay-child"].recommendations["board-1"].formerly == ("old",)


@pytest.mark.parametrize(
    ("review", "name", "said"),
    [
        ("lighthouse-child", "x-paragraphs.csv", "`lighthouse-child` is no draft"),
        ("quay-child", "x-findings.csv", "its name should end with one of paragraphs, timeline, recommendations"),
        ("quay-child", "x-paragraphs.ods", "a file of this kind cannot be taken in; it can be .csv or .xlsx"),
        ("quay-child", "x-paragraphs.xlsx", "it is no workbook that can be read; save it anew"),
        ("pier-child", "x-paragraphs.csv", "--review should name one of the reviews"),
    ],
)
def test_what_cannot_be_taken_in_is_refused(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], review: str, name: str, said: str
) -> None:
    (tmp_path / name).write_text("number,gist\n1,One.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(draft), "take-in", str(tmp_path / name), "--review", review]) == 1
    assert said in capsys.readouterr().out
