"""A document of any shape becomes a draft that saves typing and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from macros.__main__ import main
from macros.authoring import extract, outline
from macros.authoring.outline import Outline
from macros.vetting import load

from ..conftest import ROOT

SOURCES = ROOT / "tests" / "data" / "source"
BABY_Z = ROOT.parent / "shared" / "source" / "baby-z-executive-summary.txt"

PARAGRAPHS = [
    "1. In March 2030 the lamp was lit by the Moonbase Board, and it burned for three nights, as lamps do.",
    "2. On the fourth night it went out, and nobody told the keepers of it until the morning after the next.",
    "3. The keepers were asked for a review of their own, which they wrote in the spring of the year 2031.",
]


def found(file: Path) -> Outline:
    return outline.outline(extract.lines(file))


def shape(of: Outline) -> tuple[list[tuple[str, str, str]], list[tuple[str, int]]]:
    """The sections with their first and last paragraph, and the lists with how many they hold."""
    sections = [(each.heading, each.items[0].number, each.items[-1].number) for each in of.sections]
    return sections, [(each.heading, len(each.items)) for each in of.lists]


def pdf(to: Path, draw: Callable[[FPDF], None], **options: str) -> Path:
    document = FPDF(format="A4")
    document.set_font("helvetica", size=11)
    if options:
        document.set_encryption(**options)  # type: ignore[arg-type]
    draw(document)
    document.output(str(to))
    return to


def test_the_text_of_the_first_review_is_found_in_full() -> None:
    if not BABY_Z.exists():
        pytest.skip("the document is not ours to keep here")
    of = found(BABY_Z)
    sections, lists = shape(of)
    assert [item.number for item in of.paragraphs] == [str(number) for number in range(1, 39)]
    assert (len(sections), len(lists), sum(number for _, number in lists)) == (9, 7, 30)
    assert sections[1] == ("SERIOUS CASE REVIEW PROCESS", "4", "8")
    assert lists[3] == ("Health", 6)


@pytest.mark.parametrize(
    ("name", "sections", "lists"),
    [
        ("pier-child", [("Introduction", "1.1", "1.2"), ("Account", "4.9", "4.12")], [("Recommendations", 1)]),
        (
            "reef-inquiry",
            [("Part A: the light", "1", "2"), ("Part B: the reef", "1", "1"), ("The inner reef", "2", "3")],
            [("Recommendations on the light", 1), ("Recommendations on the reef", 2)],
        ),
        ("mole-child", [("The document", "p.1", "p.3")], [("Recommendations", 1)]),
    ],
)
def test_each_way_of_numbering_is_found(
    name: str, sections: list[tuple[str, str, str]], lists: list[tuple[str, int]]
) -> None:
    assert shape(found(SOURCES / f"{name}.txt")) == (sections, lists)


def test_running_heads_page_numbers_and_contents_are_no_text(tmp_path: Path) -> None:
    def draw(document: FPDF) -> None:
        for page, texts in enumerate(
            [["Contents", "Introduction ........ 2"], PARAGRAPHS[:2], PARAGRAPHS[2:]], start=1
        ):
            document.add_page()
            document.text(20, 12, f"The Lighthouse Child: a review, part {page}")
            document.text(100, 290, str(page))
            document.set_y(30)
            if page == 2:
                document.multi_cell(0, 6, "Introduction", new_x="LMARGIN", new_y="NEXT")
            for text in texts:
                document.ln(4)
                document.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")

    of = found(pdf(tmp_path / "heads.pdf", draw))
    assert shape(of) == ([("Introduction", "1", "3")], [])
    assert not any("part 2" in item.text or item.text.endswith(" 2") for item in of.paragraphs)
    assert [item.page for item in of.paragraphs] == [2, 2, 3]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def draw(document: FPDF) -> None:
        document.add_page()
        for column, texts in ((15, PARAGRAPHS[:2]), (115, PARAGRAPHS[2:])):
            document.set_xy(column, 30)
            for text in texts:
                document.set_x(column)
                document.multi_cell(80, 6, text, new_x="LEFT", new_y="NEXT")
                document.ln(5)
                document.set_x(column)

    of = found(pdf(tmp_path / "columns.pdf", draw))
    assert [item.number for item in of.paragraphs] == ["1", "2", "3"]
    assert [item.text[:20] for item in of.paragraphs] == [text[3:23] for text in PARAGRAPHS]


def test_numbers_in_a_hanging_indent_are_numbers(tmp_path: Path) -> None:
    def draw(document: FPDF) -> None:
        document.add_page()
        for number, text in enumerate(PARAGRAPHS, start=1):
            top = document.get_y() + 6
            document.text(15, top + 4.2, f"1.{number}")
            document.set_xy(30, top)
            document.multi_cell(150, 6, text[3:], new_x="LMARGIN", new_y="NEXT")

    of = found(pdf(tmp_path / "hanging.pdf", draw))
    assert [item.number for item in of.paragraphs] == ["1.1", "1.2", "1.3"]
    assert of.sections[0].items[1].text.startswith("On the fourth night it went out")


def test_a_table_between_paragraphs_is_told_as_what_stands_there(tmp_path: Path) -> None:
    def draw(document: FPDF) -> None:
        document.add_page()
        document.multi_cell(0, 6, PARAGRAPHS[0], new_x="LMARGIN", new_y="NEXT")
        document.ln(5)
        with document.table() as table:
            for cells in (("Night", "Lamp"), ("first", "lit"), ("fourth", "out")):
                row = table.row()
                for cell in cells:
                    row.cell(cell)
        document.ln(5)
        document.multi_cell(0, 6, PARAGRAPHS[1], new_x="LMARGIN", new_y="NEXT")

    of = found(pdf(tmp_path / "table.pdf", draw))
    assert [item.number for item in of.paragraphs] == ["1", "2"]
    everything = " ".join([*(item.text for item in of.paragraphs), *(line.text for line in of.left)])
    assert {"Night", "first", "fourth"} <= set(everything.split())


def test_numbers_that_word_makes_by_itself_are_found(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A review of a lamp")
    document.add_paragraph("Introduction")
    for text in PARAGRAPHS:
        document.add_paragraph(text[3:], style="List Number")
    document.save(str(tmp_path / "word.docx"))
    assert shape(found(tmp_path / "word.docx")) == ([("Introduction", "1", "3")], [])


def test_a_table_of_word_is_told_row_by_row(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("1. The lamp was lit.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Action", "Light it"
    document.add_paragraph("2. It went out.")
    document.save(str(tmp_path / "table.docx"))
    (first, second) = found(tmp_path / "table.docx").paragraphs
    assert (first.text, second.text) == ("The lamp was lit. | Action | Light it |", "It went out.")


def test_a_number_that_could_not_come_next_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1.1 One.\n1.2 Two.\n1.9 Nine.\n1.3 Three.\n", encoding="utf-8")
    of = found(tmp_path / "a.txt")
    assert [item.number for item in of.paragraphs] == ["1.1", "1.2", "1.3"]
    assert [line.text for line in of.left] == ["1.9 Nine."]


def test_a_word_that_a_line_s_end_breaks_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_text("1. The light-\nhouse was dark.\n2. It was night.\n", encoding="utf-8")
    (first, _) = found(tmp_path / "broken.txt").paragraphs
    assert first.text == "The lighthouse was dark."


def refused(root: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(root), "import", str(file), "--review", "quay-child"]) == 1
    assert not (root / "data/reviews/quay-child").exists()
    return capsys.readouterr().out.removeprefix(f"{file}: ").strip()


def test_a_scan_is_refused(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pdf(tmp_path / "scan.pdf", lambda document: document.add_page())
    said = "there is no text in it: its pages are pictures; have it read by a program for scans (OCR) first"
    assert refused(good, file, capsys) == said


def test_an_encrypted_document_is_refused(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def draw(document: FPDF) -> None:
        document.add_page()
        document.multi_cell(0, 6, PARAGRAPHS[0])

    file = pdf(tmp_path / "locked.pdf", draw, owner_password="keeper", user_password="lamp")
    assert refused(good, file, capsys) == "it is encrypted; save a copy without a password"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("broken.pdf", "it is no PDF that can be read"),
        ("broken.docx", "it is no Word file that can be read, or it is encrypted; save it anew"),
        ("sheet.xls", "a file of this kind cannot be brought in; it can be .pdf, .docx, .txt"),
        ("not-there.pdf", "there is no such file; look at its path"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    if name != "not-there.pdf":
        (tmp_path / name).write_bytes(b"nothing of the kind")
    assert refused(good, tmp_path / name, capsys).startswith(said)


def test_a_draft_is_laid_and_the_text_stands_apart(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["import", str(SOURCES / "reef-inquiry.txt"), "--review", "reef-inquiry"]
    assert main(["--root", str(good), *given]) == 0
    said = capsys.readouterr().out
    assert "Found 5 paragraphs in 3 sections, and 3 recommendations in 2 lists; 5 lines left over." in said
    assert main(["--root", str(good), "check"]) == 0
    assert "reef-inquiry (draft, 0 of 5 gists written): 5 paragraphs" in capsys.readouterr().out
    review = load(good).reviews["reef-inquiry"]
    assert list(review.paragraphs) == ["part-a-the-light.1", "part-a-the-light.2"] + [
        f"part-b-the-reef.{number}" for number in (1, 2, 3)
    ]
    work = (good / "work/reef-inquiry.md").read_text(encoding="utf-8")
    assert "**2** (page 1) In June 2030 a ship was wrecked" in work
    assert "- dates: 2030-06" in work
    assert "- page 1: i. Why we began in 2030." in work
    published = [
        file.read_text(encoding="utf-8") for folder in ("data", "docs") for file in (good / folder).rglob("*.*")
    ]
    assert not any("a ship was wrecked" in text for text in published)


def test_git_ignores_the_work_files() -> None:
    assert "work/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_agencies_that_are_known_are_suggested(good: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. The Moonbase Board met.\n2. It was night.\n", encoding="utf-8")
    assert main(["--root", str(good), "import", str(tmp_path / "a.txt"), "--review", "quay-child"]) == 0
    assert "- agencies: moonbase-board" in (good / "work/quay-child.md").read_text(encoding="utf-8")
