"""The data against a document: an invented one, damaged in each way; and the real one, where it is at hand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.collection import Collection, Review
from macros.vetting import document_text, fidelity, load, source

from ..conftest import ROOT

SHARED = ROOT.parent / "shared"
SOURCE = SHARED / "source" / "baby-z-executive-summary.txt"
INVENTED = ROOT / "tests" / "data" / "source" / "lighthouse-child.txt"
at_hand = pytest.mark.skipif(not SOURCE.exists(), reason="the document is not ours to keep in this repository")


def compared(root: Path, text: Path, review: str) -> list[str]:
    of = load(root).reviews[review]
    return sorted(map(str, fidelity.complaints(of, source.read(text, of), root)))


def test_a_faithful_review_differs_in_nothing(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(good), "check", "--source", str(INVENTED)]) == 0
    assert capsys.readouterr().out.startswith("lighthouse-child: nothing differs from ")


def test_a_document_is_read_place_by_place(lighthouse: Review) -> None:
    document = source.read(INVENTED, lighthouse)
    assert list(document.paragraphs) == [1, 2, 3, 4, 5]
    assert document_text.plain(document.paragraphs[2]).endswith("or for two nobody was told a second line of it")
    assert list(document.recommendations) == ["tower-1", "tower-2", "tower-3", "shore-1"]
    assert document.says("tower-3").strip() == "More wicks are to be kept."
    assert "printed in 2031" in document.says("cover")
    assert "THE MORNING" not in document.paragraphs[3]


FOLDER = "data/reviews/lighthouse-child"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "5. The council was asked for its own review.\n",
            "",
            [
                "agencies.yml:5: crater-council: `named_as`: there is no “the council” in ¶1, ¶5; write it",
                "paragraphs.yml:13: 5: the document has no paragraph 5; take it out, or look at the text of the",
            ],
        ),
        (
            "its own review.\n",
            "its own review.\n6. And another.\n7. And one more.\n",
            ["paragraphs.yml:1: paragraphs.yml: the document has paragraphs that the data lacks: 6 to 7; restate each"],
        ),
        (
            "3. More wicks are to be kept.\n",
            "3. More wicks are to be kept.\n4. And oil.\n",
            ["recommendations.yml:1: recommendations.yml: the document has tower-4, and the data lacks it; restate it"],
        ),
        (
            "1. The shore is to have a plan for fog.\n",
            "",
            ["recommendations.yml:25: shore-1: the document has no shore-1; take it out, or write its list's"],
        ),
        (
            "To the shore\n\n1.",
            "To the sea\n\n1.",
            [
                "recommendations.yml:25: shore-1: the document has no shore-1; take it out, or write its list's",
                "review.yml:1: lighthouse-child: review.yml has no list headed “To the sea”; add it to `lists`",
            ],
        ),
        (
            "in January 2030",
            "once",
            [
                "timeline.yml:4: tower-built: there is no January in the document; say it as the document does, or",
                "timeline.yml:11: lamp-lit: there is no 2030, January in ¶1; say it as the document does, or cite",
            ],
        ),
        (
            "By Mr Nobody",
            "By Mr Somebody",
            ["review.yml:5: The Lighthouse Child: `author` is not in the document"],
        ),
    ],
)
def test_what_the_document_has_and_the_data_lacks_is_said(
    good: Path, tmp_path: Path, old: str, new: str, said: list[str]
) -> None:
    text = INVENTED.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "source.txt").write_text(text.replace(old, new), encoding="utf-8")
    found = compared(good, tmp_path / "source.txt", "lighthouse-child")
    for each in said:
        assert any(line.startswith(f"{FOLDER}/{each}") for line in found), found
    assert len(found) == len(said)


NIGHTS = "For three nights nobody was told."
REASON = "reason: Both are about the foghorn."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (NIGHTS, "For “three long nights” nobody was told.", "“three long nights” does not stand in ¶2"),
        (NIGHTS, "For 4 nights nobody was told.", "there is no 4 in ¶2"),
        (NIGHTS, "In March nobody was told.", "there is no March in ¶2"),
        (
            NIGHTS,
            "The child who lived in the tower saw that it went out. For three nights or for two nobody was told.",
            "“the child who lived in the tower saw that it went out” is carried over",
        ),
        (REASON, "reason: Both speak of “the deep horn”.", "“the deep horn” does not stand in the document"),
        (REASON, "reason: Paragraph 4 says “as it should be”, on 12 nights.", "there is no 12 in the document"),
    ],
)
def test_a_record_says_no_more_than_its_places(good: Path, old: str, new: str, said: str) -> None:
    file = good / FOLDER / "findings.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    (found,) = compared(good, INVENTED, "lighthouse-child")
    assert said in found
    line = int(found.split(":")[1])
    assert new in file.read_text(encoding="utf-8").splitlines()[line - 1]


COPIED = "The lamp was lit and went out the next night, and the child in the tower saw it go, and told nobody then"
AS_PRINTED = [
    COPIED,
    COPIED.replace("night", "ni\u00adght"),
    COPIED.replace("night", "ni\u00ad\nght"),
    COPIED.replace("night", "ni-\nght"),
    COPIED.replace("told", "tol-\n\n 12 \n\fA review of a lamp\n\nd"),
    COPIED.replace("the tower", "the\n\nPage 3 of 12\n\ntower"),
    COPIED.replace("the tower", "the\nPrinted for the Board\n\n\ftower"),
    COPIED.replace("tower", "tower\u00b9").replace("night,", "night,[2]"),
    COPIED.replace("tower", "tower3"),
    COPIED.replace("lit and", "lit\u00a0and\u200b").replace("out", "\uff4fut"),
    COPIED.replace("the next night", "the\n   1. next\n   2. night"),
]


@pytest.mark.parametrize("printed", AS_PRINTED)
def test_what_is_copied_is_copied_however_it_is_printed(good: Path, tmp_path: Path, printed: str) -> None:
    text = INVENTED.read_text(encoding="utf-8").replace("   A second line of it.", f"   {printed}.")
    (tmp_path / "source.txt").write_text(text, encoding="utf-8")
    file = good / FOLDER / "findings.yml"
    written = file.read_text(encoding="utf-8").replace(NIGHTS, f"{COPIED}.")
    if "1. next" in printed:
        written = written.replace("the next night", "the 1 next 2 night")
    file.write_text(written, encoding="utf-8")
    (found,) = compared(good, tmp_path / "source.txt", "lighthouse-child")
    assert "told nobody then” is carried over" in found


@pytest.mark.parametrize("printed", AS_PRINTED[:-1])
def test_a_true_quotation_is_one_however_it_is_printed(good: Path, tmp_path: Path, printed: str) -> None:
    text = INVENTED.read_text(encoding="utf-8").replace("   A second line of it.", f"   {printed}.")
    (tmp_path / "source.txt").write_text(text, encoding="utf-8")
    file = good / FOLDER / "findings.yml"
    quoted = NIGHTS + " “The next night” a child “in the tower saw” it, and “told nobody” of it."
    file.write_text(file.read_text(encoding="utf-8").replace(NIGHTS, quoted), encoding="utf-8")
    assert compared(good, tmp_path / "source.txt", "lighthouse-child") == []


@pytest.mark.parametrize(
    "inside",
    [
        "   1. to light the lamp;\n   2. to trim it;\n   3. to tell.\n",
        "1. to light the lamp;\n2. to trim it;\n3. to tell.\n",
        "      1) to light the lamp;\n      2) to trim it.\n",
        "\n1. See the keepers' own book.\n2. The same.\n\f",
        "\n   3. See the keepers' own book.\n",
    ],
)
@pytest.mark.parametrize(
    ("place", "behind"),
    [(1, "went out."), (2, "A second line of it.\n"), (3, "1 and 2 and 8.\n"), ("tower-1", "a lamp is out.\n")],
)
def test_a_list_or_a_note_inside_an_item_does_not_end_it(
    lighthouse: Review, tmp_path: Path, inside: str, place: int | str, behind: str
) -> None:
    text = INVENTED.read_text(encoding="utf-8")
    assert behind in text
    last = "Its last words.\n"
    text = text.replace(behind, f"{behind.rstrip()}\n{inside}{last}", 1)
    (tmp_path / "source.txt").write_text(text, encoding="utf-8")
    document = source.read(tmp_path / "source.txt", lighthouse)
    assert list(document.paragraphs) == [1, 2, 3, 4, 5]
    assert list(document.recommendations) == ["tower-1", "tower-2", "tower-3", "shore-1"]
    assert last.strip() in document.says(place)


def test_what_an_agency_is_called_stands_where_it_is_cited_or_heads_a_list(good: Path) -> None:
    file = good / FOLDER / "agencies.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("named_as: [the council]", "named_as: [To the shore]"), encoding="utf-8")
    assert compared(good, INVENTED, "lighthouse-child") == []
    file.write_text(text.replace("  management_review: [5]\n", ""), encoding="utf-8")
    (found,) = compared(good, INVENTED, "lighthouse-child")
    assert "crater-council: `named_as`: there is no “the council” in ¶1; write it as it is printed, or cite" in found


def test_a_page_that_carries_sentences_over_is_named_with_its_line(good: Path) -> None:
    page = good / "docs/reviews/lighthouse-child/process.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nAnd the child who lived in the tower saw that it went out.\n")
    (found,) = compared(good, INVENTED, "lighthouse-child")
    line = int(found.split(":")[1])
    assert page.read_text(encoding="utf-8").splitlines()[line - 1].startswith("And the child")


def test_which_review_must_be_said_where_there_are_several(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(good), "new-review", "harbour-child"])
    capsys.readouterr()
    assert main(["--root", str(good), "check", "--source", str(INVENTED)]) == 1
    assert capsys.readouterr().out.startswith("--review should name one of the reviews; it can be `harbour-child`")
    assert main(["--root", str(good), "check", "--source", str(INVENTED), "--review", "lighthouse-child"]) == 0


def test_a_document_that_cannot_be_read_is_said(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(good), "check", "--source", str(tmp_path / "gone.txt")]) == 1
    assert capsys.readouterr().out.endswith("gone.txt: there is no such file; look at its path\n")
    (tmp_path / "empty.txt").write_text("")
    assert main(["--root", str(good), "check", "--source", str(tmp_path / "empty.txt")]) == 1
    assert "the document has no paragraph 1;" in capsys.readouterr().out


@at_hand
def test_the_published_review_differs_in_nothing_from_its_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "check", "--source", str(SOURCE), "--review", "baby-z"]) == 0, (
        capsys.readouterr().out
    )


@at_hand
def test_the_document_is_read_whole(baby_z: Review) -> None:
    document = source.read(SOURCE, baby_z)
    assert len(document.paragraphs) == 38
    assert len(document.recommendations) == 30
    assert document.unknown == ()
    assert document.paragraphs[24].strip().startswith("Baby Z was placed with the foster carers")
    assert document.says("legal-1").count("\n") >= 2
    lengths = [len(document_text.words(text)) for text in document.paragraphs.values()]
    assert max(lengths) < 260


@at_hand
def test_no_run_of_twelve_words_is_carried_over() -> None:
    tool = SHARED / "tools" / "overlap.py"
    result = subprocess.run([sys.executable, str(tool), str(ROOT)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_every_piece_of_text_is_weighed(collection: Collection, invented: Collection) -> None:
    for review in (*collection.reviews.values(), *invented.reviews.values()):
        weighed = {(said.record.known_as, said.text) for said in fidelity.texts(review)}
        for event in review.events.values():
            assert {(event.id, event.title), (event.id, event.text)} <= weighed
        for rec in review.recommendations.values():
            assert {(rec.id, link.reason) for link in rec.responds_to if link.reason} <= weighed
        for tension in review.head.tensions:
            assert {(review.head.short_title, says.text) for says in tension.says} <= weighed
        assert not [text for _, text in weighed if re.fullmatch(r"[a-z]+-[a-z-]+", text)]
