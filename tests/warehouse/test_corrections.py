"""Human decisions: what they change, how they are marked, and what happens when they no longer fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractors.model import InvariantError
from tests.warehouse.conftest import House
from tests.warehouse.making import Page
from warehouse.corrections import Correction, add_correction, read_corrections

HEAD = "url,quote,occurrence,field,old,new,who,when,why\n"
URL = "https://example.test/a"


def page() -> Page:
    told = Page("Kent won £5,000 and later Kent won £5,000 for £9 meals.", title="Kent wins")
    told.award("Kent won £5,000", "Kent", "£5,000", "5000", area="kent")
    told.money("£5,000", "5000", "award", nth=2)
    told.money("£9", "9", "other")
    return told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corrections"
    made.mkdir()
    return made


def correction(**changes: object) -> Correction:
    given = {"url": URL, "quote": "£5,000", "occurrence": 1, "field": "amount_low", "old": "5000", "new": "4000",
             "who": "A. Person", "when": date(2024, 1, 1), "why": "misprint"}  # fmt: skip
    return Correction(**{**given, **changes})  # type: ignore[arg-type]


def test_a_corrected_amount_reaches_its_claim_and_award_and_is_marked(house: House, folder: Path) -> None:
    add_correction(folder, correction())
    add_correction(folder, correction(field="amount_high"))
    house.stage(page())
    report = house.build(corrections=folder)
    assert not report.failed_gates
    assert house.rows("SELECT amount_low, value_origin FROM money_mention ORDER BY start_char") == [
        (4000, "correction"),
        (5000, "rule"),
        (9, "rule"),
    ]
    assert house.one("SELECT amount, (SELECT value_origin FROM award_claim) FROM award") == (
        4000,
        "correction",
    )
    assert house.rows("SELECT DISTINCT outcome, who FROM correction") == [("applied", "A. Person")]


def test_the_occurrence_picks_the_mention(house: House, folder: Path) -> None:
    add_correction(folder, correction(occurrence=2, field="role", old="award", new="total"))
    house.stage(page())
    house.build(corrections=folder)
    assert house.rows("SELECT role FROM money_mention ORDER BY start_char") == [
        ("award",),
        ("total",),
        ("other",),
    ]


def test_a_document_field_needs_no_quote(house: House, folder: Path) -> None:
    add_correction(folder, correction(quote="", field="published_on", old="2021-08-07", new="2021-08-01"))
    house.stage(page())
    house.build(corrections=folder)
    assert house.one("SELECT published_on, value_origin FROM document") == (date(2021, 8, 1), "correction")
    assert house.one("SELECT announced_on FROM announcement") == date(2021, 8, 1)


@pytest.mark.parametrize(
    "changes",
    [{"old": "6000"}, {"quote": "£6,000"}, {"occurrence": 3}, {"url": "https://example.test/gone"}],
)
def test_one_that_fits_no_more_is_stale_and_an_issue(
    house: House, folder: Path, changes: dict[str, object]
) -> None:
    add_correction(folder, correction(**changes))
    house.stage(page())
    house.build(corrections=folder)
    assert house.one("SELECT outcome FROM correction") == "stale"
    assert house.one("SELECT code FROM issue") == "correction-stale"
    assert house.one("SELECT amount FROM award") == 5000


def test_taking_a_correction_back_brings_the_rule_back(house: House, folder: Path) -> None:
    file = add_correction(folder, correction(field="role", old="award", new="total"))
    house.stage(page())
    house.build(corrections=folder)
    file.write_text(HEAD)
    assert house.build(corrections=folder).changed
    assert house.rows("SELECT DISTINCT value_origin FROM money_mention") == [("rule",)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            f"{URL},£5,1,colour,,red,A,2024-01-01,so",
            "values.csv, line 2: 'colour' is no field that can be corrected",
        ),
        (f"{URL},£5,0,role,,total,A,2024-01-01,so", "occurrence must be 1 or more, not '0'"),
        (f"{URL},£5,1,role,,total,,2024-01-01,so", "who is empty"),
        (f"{URL},£5,1,role,,total,A,yesterday,so", "when must be a date like 2024-01-31, not 'yesterday'"),
        (f"{URL},£5,1,title,,New,A,2024-01-01,so", "a quote belongs to every field but a document's"),
        (f"{URL},,1,role,,total,A,2024-01-01,so", "a quote belongs to every field but a document's"),
        (f"{URL},£5,1,role", "line 2: 9 values are needed"),
    ],
)
def test_a_wrong_line_says_what_is_wrong_with_it(folder: Path, line: str, message: str) -> None:
    (folder / "values.csv").write_text(HEAD + line + "\n")
    with pytest.raises(InvariantError, match=message):
        read_corrections(folder)


def test_a_value_that_does_not_fit_its_column_stops_the_build(house: House, folder: Path) -> None:
    add_correction(folder, correction(new="lots"))
    house.stage(page())
    with pytest.raises(InvariantError, match=r"amount_low at https://example\.test/a"):
        house.build(corrections=folder)
