"""The registry of programmes: sound as it stands, and every complaint names file and line."""

from __future__ import annotations

import re

import pytest

from extractors.programmes.fold import folds
from extractors.registry import RegistryError, programmes
from extractors.registry.csvfile import parse_rows
from extractors.registry.programmes import COLUMNS, FILE, checked

_GOOD = "lantern-fund,Lantern Fund,fund,LF|Lantern,Glow,kent,Kent PCC,2020,2021,,a report\n"


def read(*lines: str) -> None:
    body = (",".join(COLUMNS) + "\n" + "".join(lines)).encode()
    checked(parse_rows(body, COLUMNS, file=FILE))


def test_the_registry_is_read_once_and_holds_the_well_known() -> None:
    assert programmes() is programmes()
    names = {programme.name for programme in programmes()}
    assert len(names) >= 200
    assert {
        "Safer Streets Fund",
        "Drive Project",
        "Violence Reduction Units",
        "Serious Violence Duty",
    } <= names


def test_rounds_are_no_programmes_of_their_own() -> None:
    assert not [one.name for one in programmes() if " Round " in one.name]


def test_every_row_names_a_source_that_can_be_looked_up() -> None:
    for programme in programmes():
        assert re.search(r"https?://\S+|[A-Z]\w+ .*\w", programme.source), programme.programme_id


def test_forms_that_need_no_context_fold_to_one_programme() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for programme in programmes():
        for form in programme.own_forms:
            owner = owners.setdefault(folds(form), programme.programme_id)
            assert owner == programme.programme_id, (form, owner)


def test_a_good_row_is_taken() -> None:
    read(_GOOD)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,,fund,,,,,,,,a report\n", "programmes.csv:2: name is empty"),
        ("x,X Fund,fund,,,,,,,,\n", "programmes.csv:2: source is empty"),
        ("x,X Fund,pot,,,,,,,,a report\n", "programmes.csv:2: unknown kind 'pot'"),
        ("X y,X Fund,fund,,,,,,,,a report\n", "programmes.csv:2: 'X y' is no identifier"),
        ("candidate-x,X Fund,fund,,,,,,,,a report\n", "programmes.csv:2: 'candidate-x' is no identifier"),
        ("x,X Fund,fund,,,atlantis,,,,,a report\n", "programmes.csv:2: no police area 'atlantis'"),
        ("x,X Fund,fund,,,,,soon,,,a report\n", "programmes.csv:2: first_year 'soon' is no year"),
        (
            "x,X Fund,fund,,,,,2022,2021,,a report\n",
            "programmes.csv:2: first_year 2022 is after last_year 2021",
        ),
        ("x,X Fund,fund,A|A,,,,,,,a report\n", "programmes.csv:2: aliases repeats a part"),
        ("x,X Fund,fund,A,A,,,,,,a report\n", "programmes.csv:2: a form is given twice"),
        ("x,X Fund,fund\n", "programmes.csv:2: 3 cells, not 11"),
    ],
)
def test_a_bad_row_is_named_with_its_line(row: str, message: str) -> None:
    with pytest.raises(RegistryError) as error:
        read(row)
    assert str(error.value).startswith(message)


def test_identifiers_and_forms_have_one_owner() -> None:
    with pytest.raises(RegistryError, match=r"programmes\.csv:3: 'lantern-fund' is given twice"):
        read(_GOOD, _GOOD)
    with pytest.raises(RegistryError, match=r"programmes\.csv:3: 'lantern' already names 'lantern-fund'"):
        read(_GOOD, "other,Other,fund,lantern,,,,,,,a report\n")
