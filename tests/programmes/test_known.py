"""Known programmes: fuzzy joins, short forms that need context, rounds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extractors.model import ProgrammeStatus
from tests.programmes.support import annotate, document, mentions


@pytest.mark.parametrize(
    ("text", "surface", "programme_id"),
    [
        ("Money from the Safer Streets Fund bought new lamps.", "Safer Streets Fund", "safer-streets-fund"),
        ("It won cash from the Safer Street's Fund again.", "Safer Street's Fund", "safer-streets-fund"),
        ("More Safer Streets funding is on its way.", "Safer Streets funding", "safer-streets-fund"),
        ("It asked the safer streets fund for gates.", "safer streets fund", "safer-streets-fund"),
        (
            "Paid by the Domestic Abuse & Stalking Perpetrator Intervention Fund.",
            "Domestic Abuse & Stalking Perpetrator Intervention Fund",
            "da-stalking-perpetrator-intervention-fund",
        ),
        ("The Multi Agency Tasking and Coordination process", "Multi Agency Tasking and Coordination process", "matac"),
        ("The antisocial behaviour action plan and the Antisocial Behaviour Action Plan",
         "Antisocial Behaviour Action Plan", "asb-action-plan"),
        ("Staff teach the ‘Break 4 Change’ programme there.", "Break 4 Change", "break-4-change"),
        ("They ran Break4Change in two towns.", "Break4Change", "break-4-change"),
        ("Both run the Turning the Spotlight project now.", "Turning the Spotlight project", "turning-the-spotlight"),
        ("The Caring\nDads programme goes on.", "Caring\nDads programme", "caring-dads"),
        ("Safety of Women at Night (SWaN) Fund winners", "Safety of Women at Night (SWaN) Fund",
         "safety-of-women-at-night-fund"),
        ("Right Care Right Person starts in May.", "Right Care Right Person", "right-care-right-person"),
        ("The Home Office's Police Innovation Fund closed.", "Police Innovation Fund", "police-innovation-fund"),
        ("All the Violence Reduction Units met.", "Violence Reduction Units", "violence-reduction-units"),
        ("Kent and Medway VRU will pay.", "Kent and Medway VRU", "kent-vru"),
        ("The Trusted Relationships (TR) Fund ended.", "Trusted Relationships (TR) Fund",
         "trusted-relationships-fund"),
        ("His Violence Against Women and Girls (VAWG) Strategy is out.",
         "Violence Against Women and Girls (VAWG) Strategy", "tackling-vawg-strategy"),
        ("It came from Safer Streets (Round 5) and was spent.", "Safer Streets (Round 5)", "safer-streets-fund"),
        ("It came under the Safer Streets (Round 5) Scheme.", "Safer Streets (Round 5) Scheme", "safer-streets-fund"),
        ("The Safer Streets Fund (Round 4) has closed.", "Safer Streets Fund", "safer-streets-fund"),
        ("Clubs got £900 from CashBack for Communities.", "CashBack for Communities", "cashback-for-communities"),
        ("The Asset Recovery Community Scheme paid.", "Asset Recovery Community Scheme",
         "assets-recovery-community-scheme"),
        ("The Met's NICC grant was raised.", "NICC grant", "national-capital-city-grant"),
        ("The National and International Capital City (NICC) grant rose.",
         "National and International Capital City (NICC) grant", "national-capital-city-grant"),
        ("Money of the Building Safer Communities Fund went on locks.", "Building Safer Communities Fund",
         "building-safer-communities-fund"),
        ("Wardens were paid by the Communities Against Drugs initiative.",
         "Communities Against Drugs initiative", "communities-against-drugs"),
        ("Partnership Development Fund (PDF): £50,000", "Partnership Development Fund (PDF)",
         "partnership-development-fund"),
        ("Shutters came with the Small Retailers in Deprived Areas scheme.",
         "Small Retailers in Deprived Areas scheme", "small-retailers-in-deprived-areas"),
        ("The unit's MyEnds programme grows.", "MyEnds programme", "my-ends-london"),
        ("The Victim Surcharge Fund has opened for bids.", "Victim Surcharge Fund",
         "victim-surcharge-fund-scotland"),
    ],
)  # fmt: skip
def test_known_names_are_found_whatever_joins_them(text: str, surface: str, programme_id: str) -> None:
    found = mentions(text)
    assert [(one.text, one.programme_id) for one in found] == [(surface, programme_id)]
    assert found[0].status is ProgrammeStatus.KNOWN
    assert found[0].rule_id == "programme.known.v1"
    assert found[0].cues[0].attribute == "programme_id"


@pytest.mark.parametrize(
    "text",
    [
        "Drive slowly near schools, the council says.",
        "The Drive Partnership published a report.",
        "We want safer streets for all.",
        "He had my time and my attention.",
        "She will get a grip on the budget.",
        "The beacon was lit at dusk.",
        "Under the Police Property Act Regulations the goods were sold.",
        "Parliament debated immediate justice for tenants.",
        "The force asked for a special grant.",
        "Building safer communities is what communities against drugs want.",
        "We met small retailers in deprived areas.",
        "Shoppers earn cashback for communities that they like.",
        "Pupils in London wrote My End of Year Report.",
    ],
)
def test_words_that_only_look_like_a_known_name_are_left(text: str) -> None:
    assert mentions(text) == []


def test_a_short_form_counts_where_the_full_name_stands() -> None:
    found = mentions(
        "The Drive Project grows.\n\nStaff of Drive were pleased. Drive carefully on the way home."
    )
    assert [(one.text, one.programme_id) for one in found] == [
        ("Drive Project", "drive-project"),
        ("Drive", "drive-project"),
    ]


def test_the_special_grant_counts_where_its_full_name_stands() -> None:
    text = "The force won a Police Special Grant in May.\n\nThe Special Grant will pay for the search."
    assert [(one.text, one.programme_id) for one in mentions(text)] == [
        ("Police Special Grant", "police-special-grant"),
        ("Special Grant", "police-special-grant"),
    ]
    assert mentions("The Special Grant will pay for the search.") == []


def test_a_fund_that_other_bodies_name_alike_is_the_known_one_only_with_its_acronym() -> None:
    found = mentions("The club runs a Partnership Development Fund.")
    assert [one.programme_id for one in found] != ["partnership-development-fund"]


def test_a_head_noun_settles_a_single_word_of_a_national_programme() -> None:
    found = mentions("Young people join the Turnaround scheme. It was a turnaround.")
    assert [(one.text, one.programme_id) for one in found] == [("Turnaround scheme", "turnaround")]


@pytest.mark.parametrize(
    ("place", "site", "programme_id"),
    [
        ("in Cheshire", None, "safer-communities-fund-cheshire"),
        ("in West Yorkshire", None, "safer-communities-fund-west-yorkshire"),
        ("in the county", "cheshire", "safer-communities-fund-cheshire"),
        ("in the county", None, "candidate-safer-community-fund"),
        ("in Cheshire and West Yorkshire", "west-yorkshire", "safer-communities-fund-west-yorkshire"),
    ],
)
def test_a_shared_name_is_settled_by_the_area(place: str, site: str | None, programme_id: str) -> None:
    found = mentions(f"The Safer Communities Fund gave £900 to a club {place}.", site_area_id=site)
    assert [one.programme_id for one in found] == [programme_id]


def test_a_shared_name_that_two_areas_claim_is_an_issue_and_no_guess() -> None:
    doc = document("Cheshire and West Yorkshire each have a Safer Communities Fund.")
    found, issues = annotate(doc)
    assert [one.programme_id for one in found] == ["candidate-safer-community-fund"]
    assert [(issue.code, issue.stage, issue.fragment) for issue in issues] == [
        ("ambiguous-programme", "annotate", "Safer Communities Fund")
    ]


@pytest.mark.parametrize(
    ("text", "round_no"),
    [
        ("Leeds won in the fourth round of the Safer Streets Fund.", 4),
        ("the 5th round of the government's Safer Streets Fund", 5),
        ("This is Round 3 of the Safer Streets Fund.", 3),
        ("Safer Streets Fund Round Five opens.", 5),
        ("Safer Streets Fund (round three) opens.", 3),
        ("Safer Streets 4 pays for lamps.", 4),
        ("Bids for SSF2 were sent.", 2),
        ("Safer Streets Four pays for lamps.", 4),
        ("The Safer Streets Fund gave 12 towns £2m.", None),
        ("The Safer Streets Fund 40 projects are named.", None),
        ("The latest round of the Safer Streets Fund is open.", None),
    ],
)
def test_rounds_share_the_programme_and_carry_a_number(text: str, round_no: int | None) -> None:
    found = mentions(text)
    assert [(one.programme_id, one.round_no) for one in found] == [("safer-streets-fund", round_no)]
    assert any(cue.attribute == "round_no" for cue in found[0].cues) == (round_no is not None)


def test_a_longer_unknown_name_is_not_cut_down_to_the_known_one_inside_it() -> None:
    found = mentions("The Northgate Victims Fund is new, and so is Kent's Victims Fund.")
    assert [(one.text, one.programme_id) for one in found] == [
        ("Northgate Victims Fund", "candidate-northgate-victim-fund"),
        ("Victims Fund", "victims-fund"),
    ]


def test_the_matcher_outlives_a_memory_zone_of_the_shared_vocabulary() -> None:
    from extractors.nlp import blank
    from extractors.programmes import known

    known._index.cache_clear()
    with blank().memory_zone():
        inside = mentions("The Safer Streets Fund pays.")
    assert mentions("The Safer Streets Fund pays.") == inside != []


def test_importing_the_rules_does_not_import_spacy() -> None:
    code = "import sys, extractors.programmes; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
