"""A folded text says what a reader sees, and knows where each piece of it was typed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vetting.folding import fold, hidden


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("a  b\n c&nbsp;d", "a b c d"),
        ("Je\ufb00rey", "Jeffrey"),
        ("Zoe\u0308", "Zoë"),
        ("\uff2fl\u00adi\u200bver", "Oliver"),
        ("O&#8203;li&shy;ver", "Oliver"),
        ("O\\u006civer", "Oliver"),
        ("4\u2011May\u22122007 – x", "4-May-2007 - x"),
        ("٠٧٧", "077"),
        ("a<wbr>b <b>c</b>", "ab <b>c</b>"),
        ("a<br>b<!-- c -->d<i title='e'>f", "a<br>b<!-- c -->d<i title='e'>f"),
    ],
)
def test_a_text_is_folded(typed: str, folded: str) -> None:
    assert fold(typed).text == folded


def test_the_words_at_a_place_are_given_as_they_were_typed() -> None:
    folded = fold("so  Je\ufb00&shy;rey – left")
    start = folded.text.index("Jeffrey")
    assert folded.as_typed(start, start + len("Jeffrey")) == "Je\ufb00&shy;rey"
    assert folded.as_typed(start, start + len("Jeffrey - left")) == "Je\ufb00&shy;rey – left"


def test_what_is_hidden_is_named_once() -> None:
    assert hidden("O\u00adli\u00adv\u200ber") == "soft hyphen, zero width space"
    assert hidden("Zoë went") == ""


@given(st.text(alphabet="ab \n\t\u00ad\ufb00\u0308–é", max_size=40))
def test_a_place_in_a_folded_text_is_found_again_in_the_text(text: str) -> None:
    folded = fold(text)
    for place, letter in enumerate(folded.text):
        typed = folded.as_typed(place, place + 1)
        assert letter in unicodedata.normalize("NFKC", typed) or re.fullmatch(r"\s+|–", typed)


@given(st.text(max_size=60))
def test_a_folded_text_is_folded_for_good_and_begins_and_ends_where_the_text_does(text: str) -> None:
    folded = fold(text)
    assert folded.as_typed(0, len(folded.text)) in text if folded.text else True
