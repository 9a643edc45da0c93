"""Each kind of trace is found, and what only looks like one passes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vetting import load
from macros.vetting.anonymity import Allowed, Known, Text, _is_common, complaints, declared, traces
from macros.vetting.day_rules import _AROUND
from macros.vetting.folding import fold
from macros.vetting.name_rules import given_names


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
        ("Zoe\u0308 is five.", "Zoe\u0308"),
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
        ("on 3&nbsp;march&nbsp;2007 it rained", "3&nbsp;march&nbsp;2007"),
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
    ("text", "found"),
    [
        ("then Je\ufb00rey came", "Je\ufb00rey"),
        ("then \uff2fliver came", "\uff2fliver"),
        ("then 𝐎𝐥𝐢𝐯𝐞𝐫 came", "𝐎𝐥𝐢𝐯𝐞𝐫"),
        ("then Oli**ver** came", "Oli**ver"),
        ("then Oli<b>v</b>er came", "Oli<b>v</b>er"),
        ("the child<!-- Oliver Lampwright -->slept", "Oliver Lampwright"),
        ('the tower<i title="Oliver Lampwright">s</i>', "Oliver Lampwright"),
        ("the mother<br>Oliver Lampwright", "Oliver Lampwright"),
        ("then Oliver_Lampwright came", "Oliver"),
        ("then Mr.Lampwright came", "Mr.Lampwright"),
        ("then \u041eliver came", "\u041eliver"),
        ("ring 0161.496.0000", "0161.496.0000"),
        ("ring 07700/900123", "07700/900123"),
        ("ring 07700\u2011900\u2011123", "07700\u2011900\u2011123"),
        ("ring 0 7 7 0 0 9 0 0 1 2 3", "0 7 7 0 0 9 0 0 1 2 3"),
        ("ring 44 7700 900123", "44 7700 900123"),
        ("ring ٠٧٧٠٠ ٩٠٠١٢٣", "٠٧٧٠٠ ٩٠٠١٢٣"),
        ("on 4-May-2007 it rained", "4-May-2007"),
        ("on 4\u2011May\u20112007 it rained", "4\u2011May\u20112007"),
        ("on 2007\u201105\u201104 it rained", "2007\u201105\u201104"),
        ("on 4 May it rained", "4 May"),
        ("on the 4th of May it rained", "4th of May"),
        ("on May 4th it rained", "May 4th"),
        ("on the fourth of May it rained", "the fourth of May"),
        ("on 4 Sept 2007 it rained", "4 Sept 2007"),
        ("on 4 Mai 2007 it rained", "4 Mai 2007"),
        ("on 4.5.07 it rained", "4.5.07"),
        ("on 4 / 5 / 2007 it rained", "4 / 5 / 2007"),
        ("on 20070504 it rained", "20070504"),
        ("on Christmas Day 2007 it rained", "Christmas Day 2007"),
        ("on Boxing Day it rained", "Boxing Day"),
        ("on New Year’s Eve it rained", "New Year’s Eve"),
        ("on Bonfire Night it rained", "Bonfire Night"),
        ("on Good Friday 2007 it rained", "Good Friday 2007"),
        ("on St George's Day it rained", "St George's Day"),
        ("on the twenty-first of may 2007 it rained", "the twenty-first of may 2007"),
        ("on the 4th of may it rained", "4th of may"),
        ("on 4 may 2007 it rained", "4 may 2007"),
        ("on March the fourth it rained", "March the fourth"),
        ("on 2007-05-04 it rained", "2007-05-04"),
        ("on 2007.5.4 it rained", "2007.5.4"),
        ("on Tuesday the 4th it rained", "Tuesday the 4th"),
        ("DOB: 04-May-07", "DOB: 04-May-07"),
        ("d.o.b. 4.5.07", "d.o.b. 4.5.07"),
        ("birthday on the 4th of May", "birthday on the 4th of May"),
        ("NI AB 12 34 56 C", "AB 12 34 56 C"),
        ("NI ab123456c", "ab123456c"),
        ("NI AB-12-34-56-C", "AB-12-34-56-C"),
        ("NHS number 943.476.5870", "943.476.5870"),
        ("licence LAMPW753116SM9IJ", "LAMPW753116SM9IJ"),
        ("car AB12 CDE", "AB12 CDE"),
        ("prisoner A1234BC", "A1234BC"),
        ("sort code 12-34-56", "sort code 12-34-56"),
        ("card 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("account GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"),
        ("passport no. 123456789", "passport no. 123456789"),
        ("in [2010] EWHC 123 (Fam)", "[2010] EWHC 123"),
        ("write to keeper (at) example.org", "keeper (at) example.org"),
        ("write to keeper\uff20example.org", "keeper\uff20example.org"),
        ("follow @thekeeper there", "@thekeeper"),
        ("from 203.0.113.7 it came", "203.0.113.7"),
        ("at M1\u20111AE", "M1\u20111AE"),
        ("at Flat 3 there", "Flat 3"),
        ("at 53.74861, -2.48222", "53.74861, -2.48222"),
        ("at ///lamp.harbour.mole", "///lamp.harbour.mole"),
    ],
)
def test_a_trace_in_disguise_is_found_and_shown_as_it_was_typed(text: str, found: str) -> None:
    said, _ = complaints([Text("data/reviews/x/findings.yml", f"a line\n{text}", lambda line: str(line))], Known())
    assert [(each.line, each.wrong.partition("” is ")[0]) for each in said] == [(2, f"“{found}")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("O\u00adliver", "“O\u00adliver” is what looks like a name, with a hidden soft hyphen in it"),
        ("O&shy;liver", "“O&shy;liver” is what looks like a name, with a hidden soft hyphen in it"),
        ("O\u200bliver", "“O\u200bliver” is what looks like a name, with a hidden zero width space in it"),
        ("Oli\u2060ver\ufeff", "“Oli\u2060ver” is what looks like a name, with a hidden word joiner in it"),
    ],
)
def test_what_nobody_sees_in_a_name_is_told(text: str, said: str) -> None:
    (complaint,), _ = complaints([Text("data/x.yml", f"then {text} came", lambda _: "x")], Known())
    assert complaint.wrong == said


def test_what_is_declared_or_allowed_is_so_however_it_is_typed() -> None:
    allowed = Allowed(fold("Ms\u00a0QX").text)
    known = declared(["Jordan\u2011House"], [allowed])
    said, needed = complaints([Text("data/x.yml", "At Jordan-House Ms QX wrote.", lambda _: "x")], known)
    assert (said, needed) == ([], {allowed})


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
        "paragraph 4 may say so, and recommendations 5 may too",
        "In May 20 people met; in October 2007 nobody did.",
        "paragraphs 5.1 – 5.12, and 4.12.1.3",
        "20 μg of it, in 2007–2008, with 12 to 24 others",
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
    here, nowhere = Allowed("Ms QX"), Allowed("Mr Nowhere")
    said, needed = complaints([Text("data/x.yml", "Ms QX wrote it.", lambda _: "x")], Known(allowed=(here, nowhere)))
    assert said == []
    assert needed == {here}


@pytest.mark.parametrize(
    ("allowed", "path", "passes"),
    [
        (Allowed("Ms QX", review="a"), "data/reviews/a/findings.yml", True),
        (Allowed("Ms QX", review="a"), "docs/reviews/a/index.md", True),
        (Allowed("Ms QX", review="a"), "data/reviews/ab/findings.yml", False),
        (Allowed("Ms QX", review="a"), "docs/about/help.md", False),
        (Allowed("Ms QX", page="docs/about/help.md"), "docs/about/help.md", True),
        (Allowed("Ms QX", page="docs/about/help.md"), "data/reviews/a/findings.yml", False),
    ],
)
def test_an_allowance_reaches_its_review_or_its_page(allowed: Allowed, path: str, passes: bool) -> None:
    said, needed = complaints([Text(path, "Ms QX wrote it.", lambda _: "x")], Known(allowed=(allowed,)))
    assert (not said, needed == {allowed}) == (passes, passes)


@pytest.mark.parametrize(
    ("text", "needs"),
    [("Ms QX", True), ("3 May 2031", True), ("born 4.5.2029", True), ("M1 1AE", False), ("case no. 12345", False)],
)
def test_a_name_or_a_day_is_not_allowed_everywhere(text: str, needs: bool) -> None:
    assert Allowed(text).needs_a_reach == needs


def test_the_lists_of_names_are_many_and_hold_no_month() -> None:
    assert len(given_names()) > 3000
    assert not {"april", "may", "june", "august"} & given_names()
    assert {"oliver", "muhammad", "isla", "archie", "ayesha", "zoe"} <= given_names() | given_names(wide=True)


def test_the_first_review_needs_one_allowance(frozen: Path) -> None:
    assert load(frozen).reviews
    assert (frozen / "data" / "allowed.yml").read_text(encoding="utf-8").count("text:") == 1


DATES = st.lists(
    st.sampled_from(
        ["4", "14", "31", "th", " of ", " May", " september", "Sept. ", ",", " ", " 2007", "2007", "-", "/", ".", "05"]
    ),
    max_size=8,
).map("".join)


@given(DATES)
def test_no_full_date_is_overlooked_by_the_quick_look(text: str) -> None:
    for written, near in _AROUND:
        if written.search(text):
            assert near.search(text)


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
