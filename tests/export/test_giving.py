"""Awards as 360Giving grants: honest, valid, and complete about what is left out."""

from __future__ import annotations

import csv
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.export.conftest import FORMULA, GOV
from tests.export.giving_schema import errors, published_errors, title_of
from warehouse.export.giving import Grants, number, page_of
from warehouse.export.giving_files import COLUMNS, flat, write
from warehouse.export.organisations import Areas, named, recipient, slug
from warehouse.export.report import ExportError, ExportReport


def package(exported: ExportReport) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((exported.directory / "360giving.json").read_text(encoding="utf-8"))
    return loaded


def grant_to(exported: ExportReport, name: str) -> dict[str, Any]:
    return next(g for g in package(exported)["grants"] if g["recipientOrganization"][0]["name"] == name)


def test_the_package_keeps_the_published_rules(exported: ExportReport) -> None:
    assert errors(package(exported)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda grant: grant.pop("fundingOrganization"),
        lambda grant: grant.update(amountAwarded="£5"),
        lambda grant: grant.update(awardDate="7 August 2021"),
        lambda grant: grant.update(recipientIndividual={"id": "x", "name": "y"}),
        lambda grant: grant.update(currency="pounds"),
        lambda grant: grant.update(url="no address"),
    ],
)
def test_the_rules_refuse_a_spoilt_grant(exported: ExportReport, spoil: Any) -> None:
    spoilt = package(exported)
    spoil(spoilt["grants"][0])
    assert errors(spoilt)


def test_the_package_keeps_the_publishers_own_schema(exported: ExportReport) -> None:
    folder = os.environ.get("FUNDTRAIL_360GIVING_SCHEMA")
    if folder is None:
        pytest.skip(
            "FUNDTRAIL_360GIVING_SCHEMA names no folder with the publisher's schema (docs/exports.md)"
        )
    assert published_errors(package(exported), Path(folder)) == []


def test_the_publishers_files_are_read_from_a_folder_together(tmp_path: Path) -> None:
    grant = {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["id"]}
    address = "https://example.org/schema/360-giving-schema.json"
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "properties": {"grants": {"type": "array", "items": {"$ref": address}}},
    }
    (tmp_path / "360-giving-schema.json").write_text(json.dumps(grant), encoding="utf-8")
    (tmp_path / "360-giving-package-schema.json").write_text(json.dumps(whole), encoding="utf-8")
    assert published_errors({"grants": [{"id": "a"}]}, tmp_path) == []
    assert published_errors({"grants": [{"id": "a"}, {}]}, tmp_path) == [
        "$.grants[1]: 'id' is a required property"
    ]


def test_an_area_stands_for_the_office_of_that_day_with_its_geographic_code(exported: ExportReport) -> None:
    grant = grant_to(exported, "Kent Police Authority")
    code = grant["beneficiaryLocation"][0]["geoCode"]
    assert grant["beneficiaryLocation"] == [
        {"name": "Kent", "countryCode": "GB", "geoCode": code, "geoCodeType": "PFA"}
    ]
    assert grant["recipientOrganization"][0]["id"] == f"fundtrail-local-office-{code}"
    assert (grant["amountAwarded"], grant["currency"], grant["awardDate"]) == (378967, "GBP", "2021-08-07")
    assert grant["title"] == "Perpetrator Fund: Kent"
    assert grant["fundingOrganization"] == [{"id": "fundtrail-local-org-home-office", "name": "Home Office"}]
    assert grant["grantProgramme"] == [{"code": "dapif", "title": "Perpetrator Fund"}]
    assert grant["url"] == grant["dataSource"] == GOV
    assert grant["description"].startswith(
        "courses. Taken from the words “Kent gets £378,967”. The page names the recipient as “Kent”. awardDate is the"
        " day on which the award was announced"
    )


def test_a_force_is_named_as_itself_and_a_yearly_rate_is_multiplied_by_its_term(
    exported: ExportReport,
) -> None:
    grant = grant_to(exported, "Essex Police")
    assert grant["recipientOrganization"][0]["id"].startswith("fundtrail-local-force-E23")
    assert grant["amountAwarded"] == 36000
    assert "a rate of 18,000.00 a year times its term of 2 years" in grant["description"]


def test_a_financial_year_becomes_planned_dates_and_pence_stay(exported: ExportReport) -> None:
    grant = grant_to(exported, "Women's Aid")
    assert grant["plannedDates"] == [{"startDate": "2023-04", "endDate": "2024-03"}]
    assert grant["amountAwarded"] == 1500.5
    assert "beneficiaryLocation" not in grant


def test_every_award_is_a_grant_or_left_out_with_its_reason(exported: ExportReport) -> None:
    assert exported.excluded == {
        "no-date": 1,
        "no-exact-amount": 1,
        "no-funder": 1,
        "rate-without-term": 1,
    }
    assert exported.grants + sum(exported.excluded.values()) == exported.tables["award"] == 7
    with (exported.directory / "360giving-left-out.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["recipient"]: row for row in csv.DictReader(stream)}
    assert {name: row["reason"] for name, row in rows.items()} == {
        "Surrey": "no-exact-amount",
        "Durham": "rate-without-term",
        "Sussex": "no-date",
        "'" + FORMULA: "no-funder",
    }
    assert rows["Surrey"]["amount_low"] == "90000.00"


def test_the_spreadsheet_says_the_same_under_the_standards_titles(exported: ExportReport) -> None:
    sheet = load_workbook(exported.directory / "360giving.xlsx")["grants"]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == list(COLUMNS)
    assert [list(row) for row in rows[1:]] == [list(flat(grant)) for grant in package(exported)["grants"]]


@pytest.mark.parametrize(
    ("text", "prefixed"),
    [
        (FORMULA, True),
        ("+44 Trust", True),
        ("@home", True),
        ("-", True),
        ("#N/A", False),
        ("Kent\x00", False),
    ],
)
def test_a_spreadsheet_cell_is_text_whatever_it_looks_like(tmp_path: Path, text: str, prefixed: bool) -> None:
    grant = {"id": text, "recipientOrganization": [{"id": "x", "name": text}], "amountAwarded": -5}
    write(Grants(grants=(grant,), excluded=()), tmp_path, issued="2024-01-01T00:00:00Z")
    row = load_workbook(tmp_path / "360giving.xlsx")["grants"][2]
    for cell in (row[0], row[list(COLUMNS).index("Recipient Org:Name")]):
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text.rstrip("\x00"), "s", prefixed)
    amount = row[list(COLUMNS).index("Amount Awarded")]
    assert (amount.value, amount.data_type) == (-5, "n")


@pytest.mark.parametrize(("title", "path"), COLUMNS.items(), ids=list(COLUMNS))
def test_each_column_title_is_the_schemas(title: str, path: tuple[str, ...]) -> None:
    assert title == title_of(*path)


def test_grant_identifiers_are_clearly_local_and_unique(exported: ExportReport) -> None:
    ids = [grant["id"] for grant in package(exported)["grants"]]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("fundtrail-local-") for one in ids)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Justice", "GB-GOR-D18"),
        ("Police & Crime Commissioner for Kent", "fundtrail-local-office-E23000032"),
        ("Office of the Kent PCC", "fundtrail-local-office-E23000032"),
        ("Kent Wildlife Trust", "fundtrail-local-org-kent-wildlife-trust"),
    ],
)
def test_a_funder_is_an_office_a_registered_body_or_a_local_name(name: str, expected: str) -> None:
    from datetime import date

    assert named(AREAS, name, date(2024, 1, 1)).id == expected


AREAS = Areas(
    by_id={
        "kent": {
            "ons_code": "E23000032",
            "office_name": "Police and Crime Commissioner for Kent",
            "office_aliases": ["Office of the Kent PCC"],
            "force_name": "Kent Police",
            "force_aliases": ["Kent Constabulary"],
        }
    },
    offices=(),
)


def test_a_force_by_its_other_name_is_the_same_force() -> None:
    from datetime import date

    found = recipient(AREAS, written="KENT CONSTABULARY", area_id="kent", day=date(2024, 1, 1))
    assert (found.id, found.name) == ("fundtrail-local-force-E23000032", "Kent Police")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Women's Aid & Refuge", "WOMEN’S  AID AND REFUGE"), ("Café Níor", "Cafe Nior")],
)
def test_spellings_of_one_name_share_an_identifier(one: str, other: str) -> None:
    assert slug(one) == slug(other)


def test_long_and_unspeakable_names_get_distinct_identifiers() -> None:
    long = "The Very Long Name of a Partnership that Goes on and on for the whole of the county of "
    names = [long + "Kent", long + "Essex", "???", "!!!"]
    assert len({slug(name) for name in names}) == 4


@pytest.mark.parametrize(
    ("amount", "expected"), [("378967.00", 378967), ("659488.21", 659488.21), ("0.10", 0.1), ("1e12", 10**12)]
)
def test_amounts_become_numbers_that_read_back_the_same(amount: str, expected: float) -> None:
    assert number(Decimal(amount)) == expected
    assert Decimal(json.dumps(number(Decimal(amount)))) == Decimal(amount)


def test_an_amount_that_no_number_can_hold_is_refused() -> None:
    with pytest.raises(ExportError, match="exactly"):
        number(Decimal("9999999999999999.01"))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.test/a b/£5?q=[1]&r=%20", "https://example.test/a%20b/%C2%A35?q=[1]&r=%20"),
        ("file:///home/me/page.html", None),
    ],
)
def test_addresses_of_pages_become_uris_and_local_paths_stay_at_home(url: str, expected: str | None) -> None:
    witness = {"document_id": "d", "title": None, "url": url, "canonical_url": None, "original_url": None}
    page = page_of(witness)
    assert (page and page["url"]) == expected


def test_without_grants_there_is_no_package_but_a_list(tmp_path: Path) -> None:
    from tests.export.conftest import undated
    from tests.warehouse.conftest import House
    from warehouse.export.run import export

    house = House(tmp_path / "house")
    house.stage(undated())
    house.build()
    report = export(house.target, tmp_path / "out")
    assert report.grants == 0
    assert "360giving-left-out.csv" in report.files
    assert "360giving.json" not in report.files
