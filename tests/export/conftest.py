"""A small published file whose awards, licences and words try every rule of the exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.conftest import House
from tests.warehouse.making import Page, inputs
from warehouse.export.report import ExportReport
from warehouse.export.run import export

GOV = "https://www.gov.example/news/perpetrator-fund"
PRESS = "https://press.example/essex"
FORMULA = '=HYPERLINK("https://evil.example","Trust")'


def release() -> Page:
    """The funder's own page: every kind of award that there is a rule for."""
    page = Page(
        "The Perpetrator Fund. Kent gets £378,967 for courses.\nEssex Police gets £18,000 a year over two years.\n"
        "Surrey gets up to £90,000.\nDurham gets £4,000 each month.\nWomen's Aid gets £1,500.50 in 2023/24.",
        url=GOV,
        title="Shares of the Perpetrator Fund",
    ).fund("Perpetrator Fund", "dapif")
    given: dict[str, Any] = {"programme_id": "dapif", "funder": "Home Office"}
    page.award("Kent gets £378,967", "Kent", "£378,967", "378967", area="kent", purpose="courses", **given)
    page.award("Essex Police gets £18,000 a year over two years", "Essex Police", "£18,000", "18000", area="essex",
               per="year", years=2, **given)  # fmt: skip
    page.award(
        "Surrey gets up to £90,000", "Surrey", "£90,000", "90000", area="surrey", qualifier="up_to", **given
    )
    page.award(
        "Durham gets £4,000 each month", "Durham", "£4,000", "4000", area="durham", per="month", **given
    )
    page.award("Women's Aid gets £1,500.50 in 2023/24", "Women's Aid", "£1,500.50", "1500.50",
               financial_year="2023/24", **given)  # fmt: skip
    return page


def article() -> Page:
    """A trade paper's page without a licence: nobody says who gives, and the recipient's name is a formula."""
    page = Page(
        f"@here: {FORMULA} gets £700.",
        url=PRESS,
        source="trade",
        on=date(2022, 3, 1),
        title="-2+3 good causes",
    )
    return page.award(f"{FORMULA} gets £700", FORMULA, "£700", "700")


def undated() -> Page:
    page = Page(
        "Sussex gets £5,000 from us.", url="https://www.gov.example/undated", on=None, title="No date"
    )
    return page.award("Sussex gets £5,000", "Sussex", "£5,000", "5000", area="sussex", funder="Home Office")


def with_licences() -> dict[str, Any]:
    given = inputs()
    sources = [dict(row) for row in given.sources]
    sources[0]["licence"] = "Open Government Licence v3.0"
    sources[0]["homepage"] = "https://www.gov.example/"
    office = {"area_id": "kent", "office_name": "Kent Police Authority", "office_type": "authority",
              "valid_from": "1995-04-01", "valid_to": "2021-12-31", "source": "made up"}  # fmt: skip
    registries = {**given.registries, "office": [office]}
    return {"sources": sources, "registries": registries}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    house = House(tmp_path_factory.mktemp("house"))
    house.stage(release(), article(), undated())
    report = house.build(**with_licences())
    assert not report.failed_gates
    return house.target


@pytest.fixture(scope="session")
def exported(database: Path, tmp_path_factory: pytest.TempPathFactory) -> ExportReport:
    """Everything exported once. Tests only read it."""
    return export(database, tmp_path_factory.mktemp("out") / "export")
