"""One case and more for each form of a name that a page is known to use, with the words and the area written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractors.pcc import find_pcc
from extractors.pipeline import extract
from extractors.segments import segment
from tests.parse.helpers import capture_of
from tests.pcc.reading import document_of, found, read

DAY = date(2023, 3, 1)
OFFICES = [
    ("Kent PCC", "kent", DAY),
    ("Kent's Police and Crime Commissioner", "kent", DAY),
    ("Kent\u2019s Police and Crime Commissioner", "kent", DAY),
    ("Commissioner for Kent", "kent", DAY),
    ("PCC for Avon and Somerset", "avon-and-somerset", DAY),
    ("Office of the Police & Crime Commissioner for West Mercia", "west-mercia", DAY),
    ("Office of the Kent Police and Crime Commissioner", "kent", DAY),
    ("Essex PFCC", "essex", DAY),
    ("Police, Fire and Crime Commissioner for Northamptonshire", "northamptonshire", DAY),
    ("Cumbria's Police, Fire and Crime Commissioner", "cumbria", date(2024, 9, 1)),
    ("Durham Police, Crime and Victims' Commissioner", "durham", DAY),
    ("MOPAC", "london", DAY),
    ("Mayor's Office for Policing and Crime", "london", DAY),
    ("Mayor of London", "london", DAY),
    ("Mayor of Greater Manchester", "greater-manchester", DAY),
    ("Greater Manchester Combined Authority", "greater-manchester", DAY),
    ("West Yorkshire Combined Authority", "west-yorkshire", DAY),
    ("Mayor of West Yorkshire", "west-yorkshire", DAY),
    ("Mayor of South Yorkshire", "south-yorkshire", date(2025, 2, 1)),
    ("York and North Yorkshire Combined Authority", "north-yorkshire", date(2025, 2, 1)),
    ("Comisiynydd yr Heddlu a Throseddu Gogledd Cymru", "north-wales", DAY),
    ("Comisiynydd yr Heddlu a Throseddu De Cymru", "south-wales", DAY),
    ("Gomisiynydd yr Heddlu a Throseddu Dyfed-Powys", "dyfed-powys", DAY),
    ("KENT POLICE AND CRIME COMMISSIONER", "kent", DAY),
    ("THAMES VALLEY PCC", "thames-valley", DAY),
    ("OFFICE OF THE POLICE AND CRIME COMMISSIONER FOR ESSEX", "essex", DAY),
]
PERSONS = [
    ("PCC Matthew Scott", "kent", DAY),
    ("Police and Crime Commissioner Simon Foster", "west-midlands", DAY),
    ("Matthew Scott, PCC for Kent", "kent", DAY),
    ("Matthew Scott, the Kent commissioner", "kent", DAY),
    ("Kent PCC, Matthew Scott", "kent", DAY),
    ("Police and Crime Commissioner for Kent, Matthew Scott", "kent", DAY),
    ("Greater Manchester Mayor Andy Burnham", "greater-manchester", DAY),
    ("Mayor Andy Burnham", "greater-manchester", DAY),
    ("Andy Dunbobbin, Comisiynydd yr Heddlu a Throseddu Gogledd Cymru", "north-wales", DAY),
    ("ALISON HERNANDEZ, DEVON AND CORNWALL PCC", "devon-and-cornwall", DAY),
    ("Ron Hogg, Police, Crime and Victims' Commissioner for Durham", "durham", date(2018, 5, 1)),
]
FORCES = [
    ("Cheshire Constabulary", "cheshire"),
    ("Cheshire Police", "cheshire"),
    ("Metropolitan Police", "london"),
    ("Met Police", "london"),
    ("Scotland Yard", "london"),
    ("City of London Police", "city-of-london"),
    ("Heddlu Gwent", "gwent"),
    ("Heddlu Gogledd Cymru", "north-wales"),
    ("Heddlu Dyfed-Powys", "dyfed-powys"),
    ("Devon & Cornwall Police", "devon-and-cornwall"),
    ("Dorset Police", "dorset"),
    ("Hampshire and Isle of Wight Constabulary", "hampshire"),
    ("Hampshire Constabulary", "hampshire"),
]


@pytest.mark.parametrize(("words", "area_id", "day"), OFFICES)
def test_a_form_of_office(words: str, area_id: str, day: date) -> None:
    assert found(f"A letter was sent to the {words} in May.", day=day) == [(words, "office", area_id)]


@pytest.mark.parametrize(("words", "area_id", "day"), PERSONS)
def test_a_form_of_person(words: str, area_id: str, day: date) -> None:
    assert found(f"On Friday {words} said more.", day=day) == [(words, "person", area_id)]


@pytest.mark.parametrize(("words", "area_id"), FORCES)
def test_a_form_of_force(words: str, area_id: str) -> None:
    assert found(f"Officers of the {words} took part.", day=DAY) == [(words, "force", area_id)]


def test_a_list_of_offices_shares_its_noun() -> None:
    assert found("It was paid by the Kent, Essex and Surrey PCCs together.", day=DAY) == [
        ("Kent", "office", "kent"),
        ("Essex", "office", "essex"),
        ("Surrey PCCs", "office", "surrey"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 6, 1), [("Ann Barnes", "person", "kent")]),
        (date(2023, 6, 1), []),
    ],
)
def test_a_name_alone_counts_for_the_office_that_it_held_then(
    day: date, expected: list[tuple[str, str, str]]
) -> None:
    assert found("The scheme pleased Ann Barnes on Friday.", day=day) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner met pupils on Friday.",
        "The Police and Crime Commissioner met pupils, and the PCC thanked them.",
        "The Mayor met pupils, and so did the force.",
    ],
)
def test_general_words_on_a_commissioners_own_site_are_no_mention(text: str) -> None:
    on_site = replace(
        document_of(text, day=DAY, publisher="Kent Police and Crime Commissioner"), site_area_id="kent"
    )
    assert find_pcc(on_site, segment(on_site)) == ([], [])


@pytest.mark.parametrize(
    "name",
    [
        "St Mary's Parochial Church Council (PCC)",
        "the Parochial Church Council",
        "the Press Complaints Commission (PCC)",
        "PCC Treasurer",
        "University of Essex",
        "Durham University",
        "Surrey County Council",
        "Surrey Heath",
        "Essex County Fire and Rescue Service",
        "Norwich City Football Club",
        "Kent Messenger",
        "Kent Online",
        "Derby County",
        "Derbyshire Times",
        "Lancashire Telegraph",
        "West Lancashire",
        "New Hampshire",
        "Essex County, New Jersey",
        "Cleveland, Ohio",
        "London, Ontario",
        "Durham, North Carolina",
        "West Midlands Combined Authority",
        "Redcar and Cleveland Borough Council",
    ],
)
def test_a_lookalike(name: str) -> None:
    assert found(f"Visitors from {name} came to the fair.", day=DAY) == []


@pytest.mark.parametrize(
    ("text", "area_id"),
    [
        ("WMP officers met in Wolverhampton, in the West Midlands.", "west-midlands"),
        ("WMP officers met in Hereford, in West Mercia.", "west-mercia"),
    ],
)
def test_an_ambiguous_name_follows_its_context(text: str, area_id: str) -> None:
    assert ("WMP", "force", area_id) in found(text, day=DAY)


def test_an_ambiguous_name_without_context_is_an_issue() -> None:
    mentions, (issue,) = read("SPCC has paid for lamps.", day=DAY)
    assert (mentions, issue.code, issue.fragment) == (
        [],
        "ambiguous-office",
        "SPCC has paid for lamps.",
    )


def test_the_commissioner_of_a_page_gets_an_award_without_being_a_mention() -> None:
    text = "Kent Police is glad. In Kent lamps go up. The Commissioner has secured £640,000 for them."
    body = f"Lamps for Deal\n\n{text}\n".encode()
    made = extract(capture_of(body), body)
    assert [(mention.text, mention.kind.value) for mention in made.pcc] == [
        ("Kent Police", "force"),
        ("Kent", "area"),
    ]
    assert [(claim.area_id, f"{claim.amount_low:.0f}") for claim in made.claims] == [("kent", "640000")]
