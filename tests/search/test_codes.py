"""Unseen words: labels as people type them, and what a record is about."""

from __future__ import annotations

import pytest

from macros.search import codes


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("Health 2", {"zqhealth2", "zqh2"}),
        ("Social Care 7", {"zqsocialcare7", "zqsocial7", "zqsc7"}),
        ("Multi-agency 4", {"zqmultiagency4", "zqmulti4", "zqma4"}),
        ("Legal Services 1 a", {"zqlegalservices1a", "zqlegal1a", "zqls1a"}),
        ("Women’s Aid 3.2", {"zqwomensaid3x2", "zqwomens3x2", "zqwa3x2"}),
        ("Recommendations", set()),
        ("", set()),
    ],
)
def test_a_label_is_known_as_people_type_it(label: str, known: set[str]) -> None:
    assert set(codes.of_label(label)) == known


def test_a_label_is_known_by_the_other_names_of_its_list() -> None:
    found = codes.of_label("Legal 1", "Children’s Services (Social Care)", "Legal Services")
    assert found == ("zqlegal1", "zql1", "zqchildrensservicessocialcare1", "zqlegalservices1")


def test_a_number_is_known_by_its_noun_in_full_and_in_short() -> None:
    assert codes.of_number("paragraph", "4.12") == ("zqn4x12", "zqp4x12", "zqpara4x12", "zqparagraph4x12")
    assert codes.of_number("recommendation", "R4")[-1] == "zqr4"
    assert codes.of_number("finding", None) == ()


def test_what_a_record_is_about_is_one_word_each() -> None:
    assert codes.about("term", ["section-47", "gp"]) == ("zqtermsectionzx47zq", "zqtermgpzq")


def test_no_word_for_a_subject_is_another_s_beginning_or_its_own_without_a_hyphen() -> None:
    ids = ["harbour-child", "harbour-children", "harbourchild", "harbour", "harbour-child-2"]
    found = codes.about("review", ids)
    assert len(set(found)) == len(ids)
    assert not [(one, other) for one in found for other in found if one != other and other.startswith(one)]
