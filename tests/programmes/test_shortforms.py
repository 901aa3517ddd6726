"""Acronyms and short forms that a document gives a programme."""

from __future__ import annotations

from tests.programmes.support import mentions


def test_an_acronym_in_brackets_counts_later_and_only_later() -> None:
    found = mentions(
        "QWF money is short. The Quayside Wellbeing Fund (QWF) opens.\n\nApply to the QWF by May."
    )
    assert [(one.text, one.programme_id, one.rule_id) for one in found] == [
        ("Quayside Wellbeing Fund", "candidate-quayside-wellbeing-fund", "programme.candidate.v1"),
        ("QWF", "candidate-quayside-wellbeing-fund", "programme.acronym.v1"),
    ]


def test_another_name_in_brackets_is_a_mention_and_an_acronym_is_not() -> None:
    found = mentions(
        "Cash came from the Safer Streets fund (Safer Streets 5).\n\nThe Safer Streets Fund (SSF) grew."
    )
    assert [(one.text, one.round_no) for one in found] == [
        ("Safer Streets fund", None),
        ("Safer Streets 5", 5),
        ("Safer Streets Fund", None),
    ]


def test_an_acronym_on_the_next_line_of_a_cell_is_the_same_mention() -> None:
    found = mentions("Use of the Trusted Relationships Fund\n\n(TRF) in three towns. The TRF ends.")
    assert [one.text for one in found] == ["Trusted Relationships Fund", "TRF"]


def test_brackets_that_are_no_acronym_of_the_name_define_nothing() -> None:
    found = mentions("The Quayside Wellbeing Fund (PCC) opens. The PCC is glad.")
    assert [one.text for one in found] == ["Quayside Wellbeing Fund"]


def test_the_last_two_words_and_the_fund_mean_the_one_fund() -> None:
    found = mentions(
        "The Quayside Wellbeing Fund opens. The Wellbeing Fund is small. Apply to the Fund soon."
    )
    assert [(one.text, one.programme_id) for one in found] == [
        ("Quayside Wellbeing Fund", "candidate-quayside-wellbeing-fund"),
        ("Wellbeing Fund", "candidate-quayside-wellbeing-fund"),
        ("Fund", "candidate-quayside-wellbeing-fund"),
    ]


def test_the_fund_means_nothing_where_two_funds_are_named() -> None:
    found = mentions("The Lantern Fund and the Harbour Fund opened. The Fund is small.")
    assert [one.text for one in found] == ["Lantern Fund", "Harbour Fund"]


def test_a_project_name_counts_without_its_head_noun_later() -> None:
    found = mentions("The Paper Boats project grows. Paper Boats reaches 40 children.")
    assert [(one.text, one.rule_id) for one in found] == [
        ("Paper Boats project", "programme.candidate.v1"),
        ("Paper Boats", "programme.short.v1"),
    ]
    assert len({one.programme_id for one in found}) == 1
