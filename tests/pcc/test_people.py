"""Office-holders: with titles, bare, by date, and the people who are not meant."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pcc.reading import found, read

WITH_TITLE = [
    ("West Midlands Police and Crime Commissioner Simon Foster", "west-midlands", "Simon Foster"),
    ("PCC Donna Jones", "hampshire", "Donna Jones"),
    ("Police and Crime Commissioner (PCC) Donna Jones", "hampshire", "Donna Jones"),
    ("Matthew Scott, Kent's Police and Crime Commissioner", "kent", "Matthew Scott"),
    ("Kent's Police and Crime Commissioner, Matthew Scott", "kent", "Matthew Scott"),
    ("Kent's newly elected PCC Matthew Scott", "kent", "Matthew Scott"),
    ("Kent PCC: Matthew Scott", "kent", "Matthew Scott"),
    (
        "Donna Jones, Police and Crime Commissioner for Hampshire and the Isle of Wight",
        "hampshire",
        "Donna Jones",
    ),
    ("Donna Jones (PCC for Hampshire)", "hampshire", "Donna Jones"),
    ("Donna Jones (Hampshire)", "hampshire", "Donna Jones"),
    ("Simon Foster, the PCC", "west-midlands", "Simon Foster"),
    ("Simon Foster, the county's police and crime commissioner", "west-midlands", "Simon Foster"),
    ("Commissioner Festus Akinbusoye", "bedfordshire", "Festus Akinbusoye"),
    ("commissioner Festus Akinbusoye", "bedfordshire", "Festus Akinbusoye"),
    ("Lord Willy Bach, the commissioner for Leicestershire", "leicestershire", "Willy Bach"),
    ("Dr Alan Billings, South Yorkshire PCC", "south-yorkshire", "Alan Billings"),
    ("Katy Bourne OBE, the Sussex PCC", "sussex", "Katy Bourne"),
    ("Mayor Tracy Brabin", "west-yorkshire", "Tracy Brabin"),
    ("Tracy Brabin, Mayor of West Yorkshire", "west-yorkshire", "Tracy Brabin"),
    ("Mayor of London, Sadiq Khan", "london", "Sadiq Khan"),
    ("London mayor Sadiq Khan", "london", "Sadiq Khan"),
    ("Sophie Linden, Deputy Mayor for Policing and Crime", "london", "Sophie Linden"),
    ("London's Deputy Mayor for Policing and Crime, Sophie Linden", "london", "Sophie Linden"),
    ("Roger Hirst, Police, Fire and Crime Commissioner for Essex", "essex", "Roger Hirst"),
    ("Staffordshire Commissioner Ben Adams", "staffordshire", "Ben Adams"),
    ("Joy Allen, Durham's Police, Crime and Victims' Commissioner", "durham", "Joy Allen"),
    ("Zoe Metcalfe, North Yorkshire PFCC", "north-yorkshire", "Zoë Metcalfe"),
    ("MATTHEW SCOTT, KENT PCC", "kent", "Matthew Scott"),
    ("Kent PCC Jane Newname", "kent", None),
    ("Jane Newname, Police and Crime Commissioner for Kent", "kent", None),
]


@pytest.mark.parametrize(("words", "area_id", "person"), WITH_TITLE)
def test_title_and_name_are_one_mention(words: str, area_id: str, person: str | None) -> None:
    (mention,), issues = read(f"On Monday {words} said more.", day=date(2023, 3, 1))
    assert (mention.text, mention.kind.value, mention.area_id) == (words, "person", area_id)
    assert mention.person == person
    assert mention.rule_id == "pcc.person.v1"
    assert issues == []


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Clive Grunshaw", date(2015, 1, 1), "lancashire"),
        ("Clive Grunshaw", date(2023, 1, 1), None),
        ("Clive Grunshaw", date(2025, 1, 1), "lancashire"),
        ("Andrew Snowden", date(2023, 1, 1), "lancashire"),
        ("Andrew Snowden", date(2015, 1, 1), None),
        ("John Dwyer", date(2014, 1, 1), "cheshire"),
        ("John Dwyer", date(2019, 1, 1), None),
        ("John Dwyer", date(2022, 1, 1), "cheshire"),
        ("Simon Hayes", date(2013, 1, 1), "hampshire"),
        ("Simon Hayes", date(2022, 1, 1), None),
        ("Vera Baird", date(2016, 1, 1), "northumbria"),
        ("Vera Baird", date(2021, 1, 1), None),
        ("Boris Johnson", date(2014, 1, 1), "london"),
        ("Boris Johnson", date(2020, 1, 1), None),
        ("Oliver Coppard", date(2023, 1, 1), None),
        ("Oliver Coppard", date(2025, 1, 1), "south-yorkshire"),
        ("Kim McGuinness", date(2025, 12, 1), None),
        ("Sarah Taylor", date(2024, 6, 1), "norfolk"),
        ("Rupert Matthews", date(2026, 1, 1), "leicestershire"),
        ("Jonathan Ash-Edwards", date(2024, 6, 1), "hertfordshire"),
        ("Mark Burns-Williamson", date(2020, 6, 1), "west-yorkshire"),
    ],
)
def test_bare_name_by_date(name: str, day: date, expected: str | None) -> None:
    wanted = [] if expected is None else [(name, "person", expected)]
    assert found(f"The scheme pleased {name} on Friday.", day=day) == wanted


def test_bare_name_shortly_after_the_term_where_the_area_is_named() -> None:
    text = "The budget for Devon and Cornwall was set by Tony Hogg."
    assert ("Tony Hogg", "person", "devon-and-cornwall") in found(text, day=date(2017, 2, 3))


def test_bare_name_without_a_date_needs_the_subject() -> None:
    assert found("Marc Jones opened the shop.") == []
    assert found("Marc Jones is one of 40 police and crime commissioners.") == [
        ("Marc Jones", "person", "lincolnshire")
    ]


def test_year_in_the_text_stands_for_the_date() -> None:
    assert found("In 2014 the commissioners met Clive Loader.") == [
        ("Clive Loader", "person", "leicestershire")
    ]
    assert found("In 2023 the commissioners met Clive Loader.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Victims' Commissioner Dame Vera Baird said so.",
        "Policing Minister Kit Malthouse said so.",
        "Councillor David Lloyd spoke.",
        "Professor Matthew Scott spoke.",
        "Matthew Scott, chief executive of a charity, spoke.",
        "Superintendent Chris Nelson spoke.",
        "Deputy PCC Jane Gardner spoke.",
        "Essex Deputy Police, Fire and Crime Commissioner Jane Gardner spoke.",
        "Deputy Mayor of Greater Manchester Kate Green spoke.",
        "The Deputy Police and Crime Commissioner for Kent spoke.",
        "The Assistant Police and Crime Commissioner for Kent spoke.",
        "Mayor of the West Midlands Andy Street spoke.",
        "Mr Scott thanked Ms Jones.",
        "The PCC's Annual Report",
    ],
)
def test_others_do_not_count(text: str) -> None:
    assert found(text, day=date(2023, 3, 1)) == []


def test_name_and_office_of_different_areas_stay_apart() -> None:
    text = "Kent PCC, Roger Hirst and others met."
    assert found(text, day=date(2023, 3, 1)) == [
        ("Kent PCC", "office", "kent"),
        ("Roger Hirst", "person", "essex"),
    ]


def test_unknown_name_is_no_report() -> None:
    text = "The Kent PCC Annual Report and the Kent PCC Safer Streets Fund came out."
    assert found(text) == [("Kent PCC", "office", "kent"), ("Kent PCC", "office", "kent")]


def test_signature_under_a_letter() -> None:
    mentions = found(
        "Dr Alan Billings", "Police and Crime Commissioner for South Yorkshire", day=date(2016, 1, 5)
    )
    assert mentions == [
        ("Dr Alan Billings\nPolice and Crime Commissioner for South Yorkshire", "person", "south-yorkshire")
    ]


def test_surname_with_title_after_the_full_name() -> None:
    text = "Durham PCC Joy Allen agreed. Commissioner Allen said more. Commissioner Smith did not."
    assert found(text, day=date(2023, 3, 1)) == [
        ("Durham PCC Joy Allen", "person", "durham"),
        ("Commissioner Allen", "person", "durham"),
    ]


def test_unknown_person_is_known_once_introduced() -> None:
    text = "Kent PCC Jane Nye-Nameson agreed. The lamps were lit. Jane Nye-Nameson said more than Jane Nyeson did."
    assert found(text) == [
        ("Kent PCC Jane Nye-Nameson", "person", "kent"),
        ("Jane Nye-Nameson", "person", "kent"),
    ]


@pytest.mark.parametrize(
    "text", ["Kent PCC, Citizens Advice and others met.", "Age Concern, Kent PCC and others met."]
)
def test_a_list_of_partners_is_no_person(text: str) -> None:
    assert found(text) == [("Kent PCC", "office", "kent")]


@pytest.mark.parametrize(
    "text",
    [
        "The City of London Police Commissioner spoke.",
        "London's Police Commissioner spoke.",
        "The Metropolitan Police Commissioner spoke.",
    ],
)
def test_chief_officers_of_london_do_not_count(text: str) -> None:
    assert found(text) == []


def test_other_deputy_mayors_leave_the_short_form_open() -> None:
    mentions, issues = read("London and Greater Manchester each asked the DMPC.", day=date(2023, 3, 1))
    assert [mention.kind.value for mention in mentions] == ["area", "area"]
    assert [issue.code for issue in issues] == ["ambiguous-office"]
