"""One case and more for each form of a programme's name that a page is known to use."""

from __future__ import annotations

import pytest

from extractors.model import ProgrammeStatus
from tests.programmes.support import annotate, document, mentions, surfaces


@pytest.mark.parametrize(
    ("text", "surface", "programme_id"),
    [
        # By name and by alias.
        ("The Drive Project works with men who harm.", "Drive Project", "drive-project"),
        ("The Serious Violence Duty binds councils too.", "Serious Violence Duty", "serious-violence-duty"),
        ("It is paid out of the Police Property Act Fund.", "Police Property Act Fund", "police-property-act-fund"),
        # Joined by hyphens or not.
        ("The Safer-Streets Fund pays for gates.", "Safer-Streets Fund", "safer-streets-fund"),
        ("Multi-Agency Tasking and Co-ordination goes on.", "Multi-Agency Tasking and Co-ordination", "matac"),
        ("Multi Agency Tasking and Coordination goes on.", "Multi Agency Tasking and Coordination", "matac"),
        ("Break-4-Change helps parents.", "Break-4-Change", "break-4-change"),
        # In quotes of either kind.
        ("The “Safer Streets Fund” pays for gates.", "Safer Streets Fund", "safer-streets-fund"),
        ("The 'Caring Dads' programme goes on.", "Caring Dads", "caring-dads"),
        ("The \"Turning the Spotlight\" project goes on.", "Turning the Spotlight", "turning-the-spotlight"),
        # "and" and "&".
        ("Multi-Agency Tasking & Co-ordination goes on.", "Multi-Agency Tasking & Co-ordination", "matac"),
        # In the plural, in the singular.
        ("A Violence Reduction Unit was set up.", "Violence Reduction Unit", "violence-reduction-units"),
        ("Two Violence Reduction Units were set up.", "Violence Reduction Units", "violence-reduction-units"),
    ],
)  # fmt: skip
def test_a_form_of_known_name(text: str, surface: str, programme_id: str) -> None:
    assert [(one.text, one.programme_id, one.status) for one in mentions(text)] == [
        (surface, programme_id, ProgrammeStatus.KNOWN)
    ]


def test_an_acronym_of_a_known_name_counts_once_it_is_defined() -> None:
    text = (
        "The Serious Violence Fund (SVF) is in its third year.\n\n"
        "Eighteen forces share the SVF. No SVF bid was refused."
    )
    assert [(one.text, one.programme_id) for one in mentions(text)] == [
        ("Serious Violence Fund", "serious-violence-fund"),
        ("SVF", "serious-violence-fund"),
        ("SVF", "serious-violence-fund"),
    ]


@pytest.mark.parametrize(
    ("text", "round_no"),
    [
        ("Dover won in the fourth round of Safer Streets.", 4),
        ("Dover won in the 4th round of Safer Streets.", 4),
        ("Dover won in round four of Safer Streets.", 4),
        ("Dover won in Safer Streets 5.", 5),
        ("Dover won in Safer Streets Round 2.", 2),
        ("Dover won in the Safer Streets Fund 3.", 3),
    ],
)
def test_a_form_of_round(text: str, round_no: int) -> None:
    assert [(one.programme_id, one.round_no) for one in mentions(text)] == [("safer-streets-fund", round_no)]


def test_rounds_of_one_document_share_the_programme() -> None:
    text = "Safer Streets 4 has closed. Dover also won in the fifth round of the Safer Streets Fund."
    assert [(one.programme_id, one.round_no) for one in mentions(text)] == [
        ("safer-streets-fund", 4),
        ("safer-streets-fund", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Victim Support, Crimestoppers and the Lantern Trust were there.",
        "The Home Office and the Ministry of Justice spoke, as did the Youth Justice Board.",
        "The Serious Crime Act 2015 and the Policing and Crime Act 2017 apply.",
        "The Crime and Disorder Act places a duty on councils.",
        "Drug treatment programmes, youth projects and a grant scheme are funded.",
        "The fund, the programme and the scheme are new.",
    ],
)
def test_organisations_laws_and_generic_phrases_are_no_programmes(text: str) -> None:
    assert surfaces(text) == []


def test_an_unknown_name_is_a_candidate_wherever_it_stands() -> None:
    found, issues = annotate(
        document("The Pebble Beach Fund is open.\n\nGroups may ask the Pebble Beach Fund.")
    )
    assert [(one.text, one.programme_id, one.status) for one in found] == [
        ("Pebble Beach Fund", "candidate-pebble-beach-fund", ProgrammeStatus.CANDIDATE),
        ("Pebble Beach Fund", "candidate-pebble-beach-fund", ProgrammeStatus.CANDIDATE),
    ]
    assert issues == []
