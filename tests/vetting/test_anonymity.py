"""Each kind of trace is found, and what only looks like one passes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vetting import identity_rules, load
from macros.vetting.anonymity import Known, Text, _folded, _is_common, complaints, declared, traces
from macros.vetting.identity_rules import given_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mother, Ayesha, was there.", "Ayesha"),
        ("Grace was placed.", "Grace"),
        ("Oliver Lampwright left.", "Oliver Lampwright"),
        ("The keeper told Mr Lampwright.", "Mr Lampwright"),
        ("Then Dr. Ng came.", "Dr. Ng"),
        ("The author is Ms QX of a body.", "Ms QX"),
        ("Zoë is five.", "Zoë"),
        ("Zoe\u0308 is five.", "Zoë"),
        ("He was born on 3 August 2007.", "born on 3 August 2007"),
        ("DOB: 03/08/2007", "DOB: 03/08/2007"),
        ("On 15th October, 2007 it rained.", "15th October, 2007"),
        ("date: 2007-10-15", "2007-10-15"),
        ("They live at M1 1AE.", "M1 1AE"),
        ("at 12 Acacia Avenue", "12 Acacia Avenue"),
        ("at 7b, Old Mill\n  Lane", "7b, Old Mill Lane"),
        ("write to a.keeper@example.org", "a.keeper@example.org"),
        ("ring 07700 900123", "07700 900123"),
        ("ring (0161) 496 0000", "(0161) 496 0000"),
        ("NHS number 943 476 5870", "943 476 5870"),
        ("case no. BB07C00123", "case no. BB07C00123"),
        ("in BB07C00123 it was", "BB07C00123"),
        ("crime reference 12/3456", "crime reference 12/3456"),
        ("pupil B801200005001", "B801200005001"),
        ("the mother, OLIVIA LAMPWRIGHT, left", "OLIVIA LAMPWRIGHT"),
        ("then Łukasz came", "Łukasz"),
        ("Professor Lampwright wrote", "Professor Lampwright"),
        ("ask Mr van Dyk", "Mr van Dyk"),
        ("on March 3, 2007 it rained", "March 3, 2007"),
        ("on 3rd of March 2007 it rained", "3rd of March 2007"),
        ("on 3 Mar 2007 it rained", "3 Mar 2007"),
        ("on 03-03-2007 it rained", "03-03-2007"),
        ("on 3&nbsp;march&nbsp;2007 it rained", "3 march 2007"),
        ("born on\n  3 March 2007", "born on 3 March 2007"),
        ("at bb1 7ab", "bb1 7ab"),
        ("at BB17AB", "BB17AB"),
        ("ring 07700\n  900123", "07700 900123"),
        ("at 12A High Street", "12A High Street"),
        ("at 12 high street", "12 high street"),
        ("case reference ABC 12345", "case reference ABC 12345"),
    ],
)
def test_a_trace_is_found(text: str, found: str) -> None:
    (said,), _ = complaints([Text("data/reviews/x/findings.yml", text, lambda _: "x")], Known())
    assert said.wrong.startswith(f"“{found}” is ")


@pytest.mark.parametrize(
    "text",
    [
        "The mother and the father of Baby Z met the health visitor in mid October 2007.",
        "In May and in August it rained. Will it do? Mark this.",
        "The standard is 35 working days; paragraphs 12 to 38 of 2006, 2007 and 2008 say so.",
        "Health 2, Social Care 8, ¶20, 2007-10/2008-02, ../2008-02, 2007-11~",
        "Read https://example.org/Oliver-Lampwright/12-Acacia-Avenue?tel=07700900123 for more.",
        "943 476 5871 has another check digit.",
        "level 4/5 of the framework, chapter 8 of Working Together (2006)",
    ],
)
def test_what_only_looks_like_a_trace_passes(text: str) -> None:
    small = "a baby, a case and a review"
    said, _ = complaints([Text("data/reviews/x/findings.yml", f"{text} {small}", lambda _: "x")], Known())
    assert said == []


def test_a_day_is_a_trace_in_a_review_only() -> None:
    assert list(traces("It changed on 5 May 2027.", of_review=False)) == []


def test_a_declared_name_passes_where_it_stands_whole() -> None:
    known = declared(["Jordan House", "The Board"], [])
    assert known.phrases == ("Jordan House",)
    said, _ = complaints([Text("data/x.yml", "At Jordan\n  House, Jordan spoke.", lambda _: "x")], known)
    assert [each.wrong for each in said] == ["“Jordan” is what looks like a name"]


def test_an_allowance_that_is_needed_says_so() -> None:
    said, needed = complaints(
        [Text("data/x.yml", "Ms QX wrote it.", lambda _: "x")], Known(allowed=frozenset({"Ms QX", "Mr Nowhere"}))
    )
    assert said == []
    assert needed == {"Ms QX"}


def test_the_lists_of_names_are_many_and_hold_no_month() -> None:
    assert len(given_names()) > 3000
    assert not {"april", "may", "june", "august"} & given_names()
    assert {"oliver", "muhammad", "isla", "archie", "ayesha", "zoe"} <= given_names() | given_names(wide=True)


def test_the_first_review_needs_one_allowance(frozen: Path) -> None:
    assert load(frozen).reviews
    assert (frozen / "data" / "allowed.yml").read_text(encoding="utf-8").count("text:") == 1


@given(st.text(alphabet="ab \n\t", max_size=40))
def test_a_place_in_a_folded_text_is_found_again_in_the_text(text: str) -> None:
    folded, at = _folded(text)
    assert folded == re.sub(r"\s+", " ", text)
    assert all(text[at(place)] == letter for place, letter in enumerate(folded) if not letter.isspace())


DATES = st.lists(
    st.sampled_from(
        ["4", "14", "31", "th", " of ", " May", " september", "Sept. ", ",", " ", " 2007", "2007", "-", "/", ".", "05"]
    ),
    max_size=8,
).map("".join)


@given(DATES)
def test_no_full_date_is_overlooked_by_the_quick_look(text: str) -> None:
    if re.search(identity_rules._FULL_DATE, text, re.IGNORECASE):
        assert identity_rules._may_hold_a_date(text)


@pytest.mark.parametrize(
    ("texts", "word", "common"),
    [
        (["they will grace the hall"], "grace", True),
        (["the disgraceful hall", "grace's", "x-grace"], "grace", False),
        (["see https://example.org/grace"], "grace", False),
        (["Grace came"], "grace", False),
        (["a cafe\u0301 there"], "cafe", False),
        (["the müller’s"], "müller", False),
    ],
)
def test_a_word_is_common_where_it_stands_alone_in_small_letters(texts: list[str], word: str, common: bool) -> None:
    assert _is_common(texts, word) == common
