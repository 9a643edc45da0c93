"""YAML is read by the core schema of YAML 1.2, and every value knows its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading import Reading, read_yaml


def read(folder: Path, text: str | bytes) -> Reading:
    file = folder / "file.yml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(file, "file.yml")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2007-10", "2007-10"),
        ("2007-10-15", "2007-10-15"),
        ("08", 8),
        ("1.10", "1.10"),
        ("0x1F", 31),
        ("true", True),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"5"', "5"),
        (".inf", ".inf"),
    ],
)
def test_a_plain_word_means_what_yaml_1_2_says(tmp_path: Path, written: str, meant: object) -> None:
    reading = read(tmp_path, f"key: {written}\n")
    assert reading.value == {"key": meant}
    assert type(reading.value["key"]) is type(meant)


def test_every_key_and_item_knows_its_line(tmp_path: Path) -> None:
    reading = read(tmp_path, "# note\n- id: a\n  list:\n    - one\n    - two\n- id: b\n")
    where = reading.where
    assert [where.line(0), where.line(0, "id"), where.line(0, "list"), where.line(0, "list", 1)] == [2, 2, 3, 5]
    assert where.line(1, "not there") == 6
    assert where.within(1).line("id") == 6


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "- id: a\n  text: one\n  text: two\n",
            "file.yml:3: a: the key `text` stands twice, first in line 2; keep one of the two",
        ),
        (
            "a: b: c\n",
            "file.yml:1: file.yml: a second `: ` stands in this line, and YAML takes it for a key; "
            "put the value in quotation marks",
        ),
        (
            b"- id: a\n  text: caf\xe9\n",
            "file.yml:2: file.yml: this line is not UTF-8 text; save the file with the encoding UTF-8",
        ),
        (
            "- &a [*a]\n",
            "file.yml:1: this record: an alias (`*`) repeats what stands elsewhere; write it out",
        ),
        (
            "- id: a\n  text: the #2 of three\n  title: b # a note\n  gist: 'c #3'\n  x: >-\n    d #4\n",
            "file.yml:2: this record: a `#` ends this value, and what follows is lost; "
            "put the value in quotes, or write a note on a line of its own",
        ),
        (
            "- id: a\n  text: follow it up # five of them\n",
            "file.yml:2: this record: a `#` ends this value, and what follows is lost; "
            "put the value in quotes, or write a note on a line of its own",
        ),
        (
            "- id: a\n   title: b\n",
            "file.yml:2: file.yml: the indent of this line does not fit the line above it; "
            "put two spaces for each step of indent",
        ),
        (
            "- id: a\n  title:\u00a0b\n  text: c\n",
            "file.yml:2: file.yml: a space in this line is not an ordinary one, but a word processor's; type it again",
        ),
        (
            "- id: '\n  text: b\n- id: the keeper's\n  text: c\n",
            "file.yml:1: file.yml: a quotation mark opens here and is not closed; close it at the end of the value",
        ),
        (
            "- id: a\n\ttext: b\n",
            "file.yml:2: file.yml: a tab stands in the indent; put two spaces for each step of indent",
        ),
        (
            "- id: a\n<<<<<<< HEAD\n  text: b\n=======\n  text: c\n>>>>>>> other\n",
            "file.yml:2: file.yml: two versions of this file were merged by half; "
            "keep one version of what follows, and delete git's lines of < = >",
        ),
        ("? [a, b]\n: c\n", "file.yml:1: this record: a key is a list or a mapping; it should be a word"),
        ("", "file.yml:1: file.yml: the file is empty; it should hold a list or keys with values"),
        (
            "a: \x07\n",
            "file.yml:1: file.yml: the character U+0007 cannot stand in a text file; delete it",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path, text: str | bytes, complaint: str) -> None:
    assert [str(each) for each in read(tmp_path, text).complaints] == [complaint]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert [str(each) for each in read_yaml(tmp_path / "gone.yml", "data/gone.yml").complaints] == [
        "data/gone.yml:1: gone.yml: the file is missing; add it, with `[]` in it if there is nothing to say yet"
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    reading = read(tmp_path, b"\xef\xbb\xbf- id: a\r\n  text: b\r\n")
    assert reading.value == [{"id": "a", "text": "b"}]
    assert not reading.complaints


def test_an_alias_within_itself_has_a_line_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("a: &x\n  b: *x\n  c: 1\n")
    reading = read_yaml(file, "x.yml")
    assert [each.line for each in reading.complaints] == [1]
    assert (reading.where.line("a", "b"), reading.where.line("a", "c")) == (2, 3)
