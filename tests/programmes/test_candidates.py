"""Unknown programmes: what is a name, where it begins and ends, of which kind it is; and what is none."""

from __future__ import annotations

import pytest

from extractors.model import ProgrammeKind, ProgrammeStatus
from tests.programmes.support import mentions, surfaces

FUND, PROGRAMME, UNIT, STRATEGY = (
    ProgrammeKind.FUND,
    ProgrammeKind.PROGRAMME,
    ProgrammeKind.UNIT,
    ProgrammeKind.STRATEGY,
)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Grants come from the Quayside Wellbeing Fund each spring.", "Quayside Wellbeing Fund", FUND),
        ("The £39m 2023 Lantern Fund is open.", "Lantern Fund", FUND),
        ("He opened the Commissioner's Brighter Days Fund.", "Brighter Days Fund", FUND),
        ("The PCC's Community Grants Scheme is open.", "PCC's Community Grants Scheme", FUND),
        ("The Ministry of Justice's Courage Fund pays.", "Courage Fund", FUND),
        ("Under the Tidal Streets Programme wardens walk.", "Tidal Streets Programme", PROGRAMME),
        ("She leads the Paper Boats project in two schools.", "Paper Boats project", PROGRAMME),
        ("The ten-week Compass programme suits teenagers.", "Compass programme", PROGRAMME),
        ("They teach a ‘Second Look’ workshop to pupils.", "Second Look", PROGRAMME),
        ("£400 for their “12 Rounds of Calm” project.", "12 Rounds of Calm", PROGRAMME),
        ("A grant went to the 'Friday Football Project' last week.", "Friday Football Project", PROGRAMME),
        ("The charity set up a scheme called Open Gates.", "Open Gates", PROGRAMME),
        ("A project known as ‘Kinder Roads’ follows.", "Kinder Roads", PROGRAMME),
        ("Northtown Radio is a project run by pupils.", "Northtown Radio", PROGRAMME),
        ("Delivery of New Chapter, a holistic, twelve-week programme for fathers.", "New Chapter", PROGRAMME),
        ("Its Quiet Harbour mentoring scheme reaches 90 boys.", "Quiet Harbour", PROGRAMME),
        ("Officers made arrests under Operation Kestrel.", "Operation Kestrel", PROGRAMME),
        ("Dealers were caught by Project Nightjar in May.", "Project Nightjar", PROGRAMME),
        ("They back the #LookOut campaign.", "#LookOut campaign", PROGRAMME),
        ("The Working with Fathers programme helps.", "Working with Fathers programme", PROGRAMME),
        ("Groups apply to Your Park, Your Say by Friday.", "Your Park, Your Say", PROGRAMME),
        ("Cases go to the Stalking Harm Unit for review.", "Stalking Harm Unit", UNIT),
        ("Her Fairer Nights Strategy runs to 2027.", "Fairer Nights Strategy", STRATEGY),
        ("It is in the Make Dunmere Safe Plan.", "Make Dunmere Safe Plan", STRATEGY),
        ("Introduction of the Skyline Family Model", "Skyline Family Model", PROGRAMME),
        ("Bids to the Early Steps Youth Fund are in.", "Early Steps Youth Fund", FUND),
        ("Growth of the Rising Tide Project", "Rising Tide Project", PROGRAMME),
        ("Work on the Rising Tide Project began.", "Rising Tide Project", PROGRAMME),
        ("Voice of the Child Project, £5,000", "Voice of the Child Project", PROGRAMME),
        ("Another is the Harbour Lights Fund, for schools.", "Harbour Lights Fund", FUND),
        ("One part is a Home Safe scheme run with taxis.", "Home Safe scheme", PROGRAMME),
        ("The Forum was given £5,000 for Deck-9, which teaches rowing.", "Deck-9", PROGRAMME),
        ("Pier Sports runs Rising Waters with £18,300, half of it for coaches.", "Rising Waters", PROGRAMME),
        ("£900 went to the Scouts for their Dark Skies Nights, and £50 to us.", "Dark Skies Nights", PROGRAMME),
        ("Harbour Trust (Second Wind) – £11,000", "Second Wind", PROGRAMME),
        ("£11,000 to Harbour Trust (Second Wind)", "Second Wind", PROGRAMME),
        ("Quay Players (DECKHANDS) – £7,000", "DECKHANDS", PROGRAMME),
        ("Project name: Second Wind", "Second Wind", PROGRAMME),
        ("Under the Response to Serious Harm (RSH) Hub they meet.", "Response to Serious Harm (RSH) Hub", UNIT),
        ("Tide Talk, a mentoring scheme for boys, will grow.", "Tide Talk", PROGRAMME),
        ("A scheme under the name of Tide Talk began.", "Tide Talk", PROGRAMME),
        ("The 'Tide Team' which walks the pier was set up in 2019.", "Tide Team", UNIT),
        ("Calls go to the Skylark service at night.", "Skylark service", PROGRAMME),
        ("It follows the Making Dunmere Safer plan.", "Making Dunmere Safer plan", STRATEGY),
        ("The Community Chest gave £500 to each.", "Community Chest", FUND),
        ("They extended the Youth Diversion Scheme for a year.", "Youth Diversion Scheme", PROGRAMME),
        ("Victims turn to the Victim and Witness Hub.", "Victim and Witness Hub", UNIT),
        ("She rang the Tideway Stalking Helpline.", "Tideway Stalking Helpline", PROGRAMME),
        ("Cases reach the Stalking Clinic on Mondays.", "Stalking Clinic", UNIT),
        ("It was paid from the Community Safety Grant.", "Community Safety Grant", FUND),
        ("More advisers work in the Northern Survivors Gateway now.", "Northern Survivors Gateway", PROGRAMME),
        ("Ministers promised a Neighbourhood Patrol Guarantee.", "Neighbourhood Patrol Guarantee", PROGRAMME),
        ("The Whole Family Circles Approach came in.", "Whole Family Circles Approach", PROGRAMME),
        ("Part of the Tide Oriented Offender Treatment Service programme.",
         "Tide Oriented Offender Treatment Service programme", PROGRAMME),
    ],
)  # fmt: skip
def test_unknown_names_become_candidates(text: str, surface: str, kind: ProgrammeKind) -> None:
    found = mentions(text)
    assert [(one.text, one.kind) for one in found] == [(surface, kind)]
    assert found[0].status is ProgrammeStatus.CANDIDATE
    assert found[0].programme_id.startswith("candidate-")
    assert found[0].rule_id == "programme.candidate.v1"
    assert found[0].cues[0].rule_id.startswith("fundtrail.programme-")


@pytest.mark.parametrize(
    "text",
    [
        "The Domestic Abuse Act 2021 and the Victims Bill changed the law.",
        "The Bright Acre Trust and the Rowan Foundation got £5,000.",
        "The National Lottery helped, as did Northtown Council.",
        "It followed the Spending Review and the Autumn Budget.",
        "The Police and Crime Panel met on Monday.",
        "Behaviour change programmes work, a Domestic Abuse Service says.",
        "Every Community Safety Partnership has a plan.",
        "A Home Office pilot and a Government scheme ended.",
        "The Lincoln scheme and the Kent project will share it.",
        "The General Fund and the Capital Programme were discussed.",
        "The Medium Term Financial Plan shows a gap; so does the Capital Strategy.",
        "Jane Hill, Project Manager, and Sam Low, Programme Director, spoke.",
        "The youth project helps many.",
        "It is a US-inspired programme.",
        "She called it 'a great project' and left.",
        "The Police and Crime Plan has five aims.",
        "The Regional Organised Crime Unit made arrests.",
        "The council paid £5,000 to Deep Water, which teaches rowing.",
        "The club was given £500 for Christmas, which is near.",
        "Harbour Rights Trust (HARBOURT) met. Harbour Trust (Countywide) – £2,000",
        "Harbour Trust (Lincoln) – £2,000",
        "Quay Players (Formerly Quay Actors) – £7,000",
        "Project manager: Jane Wind",
        "Ian Low, a former scheme member, left. Jane Wind, a course tutor, stayed.",
        "The Metropolitan Police service, the Women's Aid service and the Labour plan were discussed.",
        "The Home Office Grant fell.",
        "Officers run Youth Diversion Schemes in towns, and a Youth Diversion Scheme is cheap.",
        "The Capital Investment Programme and the Police Estates Project were noted.",
        "The National Lottery Community Fund and the Big Lottery Fund paid.",
        "A cheque went to the Harbour Police Benevolent Fund.",
    ],
)
def test_organisations_laws_events_posts_and_generic_phrases_are_none(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The charity Hope Acre Project runs a cafe.",
        "The Hope Acre Project said it was glad. A cheque went to the Hope Acre Project.",
        "Ann Lee is Chief Executive of the Hope Acre Project.",
    ],
)
def test_a_name_that_speaks_or_has_officers_is_an_organisation(text: str) -> None:
    assert surfaces(text) == []


def test_a_heading_in_title_case_needs_running_text() -> None:
    heading = "New Money For The Harbour Lights Project Next Year"
    assert mentions(heading, heading=True) == []
    found = mentions(f"{heading}\n\nThe Harbour Lights Project is for all.", heading=True)
    assert [one.text for one in found] == ["Harbour Lights Project", "Harbour Lights Project"]


def test_names_that_a_programme_consists_of_or_that_share_a_head_noun_are_each_a_name() -> None:
    assert surfaces("The wider work consists of two halves, namely Tide Talk and Deck Hands.") == [
        "Tide Talk",
        "Deck Hands",
    ]
    assert surfaces("She praised the Tide Talk and Deck Hands programmes of the county at length.") == [
        "Tide Talk",
        "Deck Hands",
    ]
    assert surfaces("She praised the Domestic Abuse and Sexual Violence programmes of the county.") == []


def test_an_operation_is_a_name_in_a_title_too() -> None:
    found = mentions("Funding For Operation Lantern In West Division", heading=True)
    assert [one.text for one in found] == ["Operation Lantern"]


def test_the_end_of_a_funders_name_is_no_fund_where_the_area_has_one_of_that_name() -> None:
    text = "In North Yorkshire the National Lottery Community Fund gave £500."
    assert mentions(text, site_area_id="north-yorkshire") == []


def test_one_name_has_one_identifier_in_all_documents() -> None:
    ids = {
        one.programme_id
        for text in (
            "The Paper-Boats Project grows.",
            "He runs the Paper Boats project.",
            "the PAPER BOATS Project.",
        )
        for one in mentions(text)
    }
    assert ids == {"candidate-paper-boat-project"}


def test_two_funds_in_one_run_are_two_names() -> None:
    assert surfaces("Cash came from the Lantern Fund and Quayside Wellbeing Fund.") == [
        "Lantern Fund",
        "Quayside Wellbeing Fund",
    ]
