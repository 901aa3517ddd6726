"""Offices, forces and areas in running text."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pcc.reading import found, read

OFFICES = [
    (
        "The Dorset Commissioner met Kent's PCC.",
        [("Dorset Commissioner", "office", "dorset"), ("Kent's PCC", "office", "kent")],
    ),
    (
        "Money went to the Devon & Cornwall, Dorset and Wiltshire PCCs.",
        [
            ("Devon & Cornwall", "office", "devon-and-cornwall"),
            ("Dorset", "office", "dorset"),
            ("Wiltshire PCCs", "office", "wiltshire"),
        ],
    ),
    (
        "PCCs for Kent, Essex and Sussex agreed.",
        [("PCCs for Kent", "office", "kent"), ("Essex", "office", "essex"), ("Sussex", "office", "sussex")],
    ),
    (
        "Norfolk and Suffolk Police and Crime Commissioners agreed.",
        [("Norfolk", "office", "norfolk"), ("Suffolk Police and Crime Commissioners", "office", "suffolk")],
    ),
    (
        "the Police and Crime Commissioner for Devon, Cornwall and the Isles of Scilly",
        [
            (
                "Police and Crime Commissioner for Devon, Cornwall and the Isles of Scilly",
                "office",
                "devon-and-cornwall",
            )
        ],
    ),
    (
        "Staff of the Surrey PCC's office came.",
        [("Surrey PCC's office", "office", "surrey")],
    ),
    (
        "Mayor’s Office for Police and Crime (London) (3)",
        [("Mayor’s Office for Police and Crime (London)", "office", "london")],
    ),
    ("MOPAC paid for it.", [("MOPAC", "office", "london")]),
    ("Ask the City of London Corporation.", [("City of London Corporation", "office", "city-of-london")]),
    (
        "Staffordshire Commissioner's Office",
        [("Staffordshire Commissioner's Office", "office", "staffordshire")],
    ),
    (
        "Gan Gomisiynydd yr Heddlu a Throseddu Gwent.",
        [("Gomisiynydd yr Heddlu a Throseddu Gwent", "office", "gwent")],
    ),
    (
        "Ten of them belong to the London Mayor's Office for Policing and Crime.",
        [("London Mayor's Office for Policing and Crime", "office", "london")],
    ),
    ("In Kent MOPAC was praised.", [("Kent", "area", "kent"), ("MOPAC", "office", "london")]),
    ("The Police and Crime Commissioner said that PCCs met other commissioners.", []),
    ("The Commissioner thanked the Chief Constable.", []),
    ("The APCC and its members welcomed the money.", []),
]
FORCES = [
    ("Kent and Essex Police took part.", [("Kent", "force", "kent"), ("Essex Police", "force", "essex")]),
    (
        "Norfolk and Suffolk Constabularies",
        [("Norfolk", "force", "norfolk"), ("Suffolk Constabularies", "force", "suffolk")],
    ),
    ("Kent police said so.", [("Kent police", "force", "kent")]),
    ("across the Cleveland Police area", [("Cleveland Police", "force", "cleveland")]),
    ("in the Kent police force area", [("Kent", "area", "kent")]),
    (
        "Sussex and Hampshire police force areas",
        [("Sussex", "area", "sussex"), ("Hampshire", "area", "hampshire")],
    ),
    ("Avon & Somerset Police Force", [("Avon & Somerset Police Force", "force", "avon-and-somerset")]),
    ("Metropolitan Police/London £8", [("Metropolitan Police/London", "area", "london")]),
    ("Some Met officers; the Met in London.", [("Met", "force", "london"), ("London", "area", "london")]),
    ("The Met Office warned London.", [("London", "area", "london")]),
    ("We met in London.", [("London", "area", "london")]),
]
AREAS = [
    (
        "Kent, Surrey and County Durham",
        [("Kent", "area", "kent"), ("Surrey", "area", "surrey"), ("County Durham", "area", "durham")],
    ),
    (
        "West and South Yorkshire",
        [("West", "area", "west-yorkshire"), ("South Yorkshire", "area", "south-yorkshire")],
    ),
    ("East and West Sussex", [("East and West Sussex", "area", "sussex")]),
    ("Cambridgeshire & Peterborough(1)", [("Cambridgeshire & Peterborough", "area", "cambridgeshire")]),
    ("a Kent-based charity", [("Kent", "area", "kent")]),
    ("a pan-London scheme", [("London", "area", "london")]),
    ("the City of London", [("City of London", "area", "city-of-london")]),
    ("One West Midlands project", [("West Midlands", "area", "west-midlands")]),
    ("kent and surrey", []),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES + FORCES + AREAS)
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, day=date(2023, 3, 1)) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (
            "Mayor of West Yorkshire",
            date(2021, 6, 1),
            [("Mayor of West Yorkshire", "office", "west-yorkshire")],
        ),
        ("Mayor of West Yorkshire", date(2021, 2, 1), []),
        ("GMCA gave £1m.", date(2018, 1, 1), [("GMCA", "office", "greater-manchester")]),
        ("GMCA gave £1m.", date(2016, 1, 1), []),
        ("South Yorkshire Mayoral Combined Authority", date(2023, 1, 1), []),
        (
            "South Yorkshire Mayoral Combined Authority",
            date(2024, 9, 1),
            [("South Yorkshire Mayoral Combined Authority", "office", "south-yorkshire")],
        ),
        (
            "York and North Yorkshire Combined Authority",
            date(2024, 9, 1),
            [("York and North Yorkshire Combined Authority", "office", "north-yorkshire")],
        ),
    ],
)
def test_mayors_and_combined_authorities_by_date(
    text: str, day: date, expected: list[tuple[str, str, str]]
) -> None:
    assert found(text, day=day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TVP took part across Thames Valley.", ("TVP", "force", "thames-valley")),
        ("GMP took part in Greater Manchester.", ("GMP", "force", "greater-manchester")),
        ("WMP took part in West Mercia.", ("WMP", "force", "west-mercia")),
        ("WMP took part in the West Midlands.", ("WMP", "force", "west-midlands")),
        ("SPCC gave it to charities in Suffolk.", ("SPCC", "office", "suffolk")),
        ("SPCC gave it to charities in Sussex.", ("SPCC", "office", "sussex")),
        ("OPFCC staff met in Essex.", ("OPFCC", "office", "essex")),
        ("DMPC decision for London", ("DMPC", "office", "london")),
    ],
)
def test_short_forms_by_context(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text, day=date(2023, 3, 1))


@pytest.mark.parametrize(
    "text", ["SPCC gave £5,000.", "SPCC helped Suffolk and Sussex.", "The OPFCC gave £5,000."]
)
def test_short_form_that_the_document_leaves_open_is_an_issue(text: str) -> None:
    mentions, issues = read(text, day=date(2023, 3, 1))
    assert [issue.code for issue in issues] == ["ambiguous-office"]
    assert not [mention for mention in mentions if mention.kind == "office"]


def test_publisher_is_context() -> None:
    assert found("TVP took part.", publisher="Thames Valley PCC") == [("TVP", "force", "thames-valley")]


@pytest.mark.parametrize("text", ["GMP took part.", "TVP took part.", "HIOW took part."])
def test_acronym_without_context_is_nothing(text: str) -> None:
    assert found(text) == []


def test_acronym_that_the_document_defines_otherwise() -> None:
    text = "Peterborough City Council (PCC) voted on Tuesday. Kent PCC members abstained."
    assert ("Kent PCC", "office", "kent") not in found(text)


def test_cues_name_the_deciding_words() -> None:
    (mention,), _ = read("The PCC for Kent said so.")
    assert [(cue.attribute, cue.value, cue.text) for cue in mention.cues] == [("area_id", "kent", "Kent")]
    assert mention.rule_id == "pcc.office.v1"
    assert mention.sentence == "The PCC for Kent said so."
