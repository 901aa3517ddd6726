"""Every police area in every form that the registry and the grammar promise."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.registry import areas
from tests.pcc.reading import found

DAY = date(2023, 3, 1)
ELECTED = [area for area in areas() if area.area_id not in ("city-of-london", "london")]
FORMS = [(area.area_id, form) for area in areas() for form in (area.area_name, *area.area_aliases)]
ELECTED_FORMS = [(area.area_id, form) for area in ELECTED for form in (area.area_name, *area.area_aliases)]
FORCES = [(area.area_id, form) for area in areas() for form in (area.force_name, *area.force_aliases)]


@pytest.mark.parametrize(("area_id", "form"), FORMS)
def test_area_stands_as_a_place(area_id: str, form: str) -> None:
    assert found(f"Crime fell across {form} last year.", day=DAY) == [(form, "area", area_id)]


@pytest.mark.parametrize(("area_id", "form"), FORMS)
def test_area_stands_in_a_recipient_cell(area_id: str, form: str) -> None:
    assert found(f"{form} (2)", day=DAY) == [(form, "area", area_id)]


@pytest.mark.parametrize(("area_id", "form"), FORCES)
def test_force_by_name(area_id: str, form: str) -> None:
    assert found(f"Officers of {form} took part.", day=DAY) == [(form, "force", area_id)]


@pytest.mark.parametrize(
    "wording",
    [
        "{} Police and Crime Commissioner",
        "{} Police & Crime Commissioner",
        "{} PCC",
        "{} P&CC",
        "{} PFCC",
        "{} OPCC",
        "{}'s Police and Crime Commissioner",
        "{}\u2019s PCC",
        "PCC for {}",
        "Police and Crime Commissioner for {}",
        "Police and Crime Commissioner (PCC) for {}",
        "Police, Fire and Crime Commissioner for {}",
        "police and crime commissioner for {}",
        "Office of the Police and Crime Commissioner for {}",
        "Office of the Police and Crime Commissioner (OPCC) for {}",
        "{} Office of the Police and Crime Commissioner",
        "OPCC for {}",
        "Commissioner for {}",
        "commissioner for {}",
        "{}'s Commissioner",
        "{} Police, Crime and Victims' Commissioner",
        "{} Police Fire and Crime Commissioner",
        "PCC {}",
        "Comisiynydd yr Heddlu a Throseddu {}",
    ],
)
@pytest.mark.parametrize(("area_id", "form"), [(area.area_id, area.area_name) for area in ELECTED])
def test_office_of_every_area(area_id: str, form: str, wording: str) -> None:
    office = wording.format(form)
    assert found(f"On Friday the {office} said more.", day=DAY) == [(office, "office", area_id)]


@pytest.mark.parametrize(("area_id", "form"), ELECTED_FORMS)
def test_office_by_every_alias_of_the_area(area_id: str, form: str) -> None:
    assert found(f"The {form} PCC said more.", day=DAY) == [(f"{form} PCC", "office", area_id)]


@pytest.mark.parametrize(("area_id", "form"), [(area.area_id, area.area_name) for area in ELECTED])
def test_office_in_capitals(area_id: str, form: str) -> None:
    office = f"POLICE AND CRIME COMMISSIONER FOR {form.upper()}"
    assert found(f"{office} GIVES £1M", day=DAY) == [(office, "office", area_id)]


@pytest.mark.parametrize(("area_id", "form"), [(area.area_id, area.area_name) for area in ELECTED])
def test_unknown_holder_of_every_office(area_id: str, form: str) -> None:
    person = f"{form} PCC Jane Newname"
    assert found(f"The plan of {person} was agreed.", day=DAY) == [(person, "person", area_id)]
