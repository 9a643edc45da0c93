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


def test_a_sheet_as_excel_saves_it_elsewhere_is_read(draft: Path) -> None:
    text = 'number;gist\r\n1;"The keepers’ lamp; it was dark."\r\n2;Two.\r\n3;Three.\r\n'
    (draft / "work/quay-child-paragraphs.csv").write_bytes(text.encode("cp1252"))
    assert take_in(draft, draft / "work/quay-child-paragraphs.csv") == 0
    assert load(draft).reviews["quay-child"].paragraphs[1].gist == "The keepers’ lamp; it was dark."


def test_the_rest_of_the_draft_need_not_be_right_yet(draft: Path) -> None:
    (draft / "data/reviews/quay-child/findings.yml").write_text("- id: no more than this\n", encoding="utf-8")
    rows = table(draft, "paragraphs")
    assert take_in(draft, fill(draft, "paragraphs", rows)) == 0


def test_an_emptied_cell_empties_the_key(draft: Path) -> None:
    rows = table(draft, "paragraphs")
    rows[1][3] = "wick"
    assert take_in(draft, fill(draft, "paragraphs", rows)) == 0
    rows[1][3] = ""
    assert take_in(draft, fill(draft, "paragraphs", rows)) == 0
    assert load(draft).reviews["quay-child"].paragraphs[1].terms == ()


def test_what_a_spreadsheet_made_of_a_number_is_complained_of(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["number", "gist"], [4.1, "Was it 4.10?"], [1, "#REF!"], [2, "Two."], [3, "Three."]):
        sheet.append(row)
    book.save(tmp_path / "quay-paragraphs.xlsx")
    capsys.readouterr()
    assert take_in(draft, tmp_path / "quay-paragraphs.xlsx") == 1
    said = capsys.readouterr().out
    right = "format the column as text, and type it again"
    assert f"row 2, column `number`: the spreadsheet has made `4.1` of what was typed; {right}" in said
    assert f"row 3, column `gist`: the spreadsheet has made `#REF!` of what was typed; {right}" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("number,gist\n", "there is no row in it; its first row should name the columns: number, part, gist, terms"),
        ("number,gist\n1,Lamp, and more\n2,b\n3,c\n", "row 2: “and more” stands under no column's name"),
        ("number,gist\n1,a\n", "the sheet: the data has 2, 3, and no row of the sheet has"),
    ],
)
def test_nothing_is_lost_by_silence(draft: Path, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    before = (draft / "data/reviews/quay-child/paragraphs.yml").read_bytes()
    (draft / "work/quay-child-paragraphs.csv").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert take_in(draft, draft / "work/quay-child-paragraphs.csv") == 1
    assert said in capsys.readouterr().out
    assert (draft / "data/reviews/quay-child/paragraphs.yml").read_bytes() == before


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
