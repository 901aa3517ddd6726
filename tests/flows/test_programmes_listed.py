"""``fundtrail programmes``: what the registry knows, and the names that a maintainer may add to it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractors.registry.csvfile import parse_rows
from extractors.registry.programmes import COLUMNS, FILE, checked
from flows.cli import app
from tests.warehouse.making import KEY, NOON, Page, inputs
from warehouse.build import build
from warehouse.stage import write_part


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose three documents name one fund of the registry and two that it does not have."""
    one = Page(
        "The Lantern Fund is open.\nThe Perpetrator Fund is closed.",
        "https://example.test/one",
        on=date(2022, 5, 6),
    )
    one.fund("Lantern Fund", "candidate-lantern-fund").fund("Perpetrator Fund", "dapif")
    two = Page("Clubs may ask the Lantern Fund.", "https://example.test/two", on=date(2021, 3, 4))
    two.fund("Lantern Fund", "candidate-lantern-fund")
    three = Page("The Harbour Fund has gone.", "https://example.test/three", on=date(2023, 7, 8))
    three.fund("Harbour Fund", "candidate-harbour-fund")
    parts = tmp_path / "parts"
    write_part([page.extraction() for page in (one, two, three)], directory=parts, extraction_key=KEY)
    target = tmp_path / "warehouse" / "data" / "fundtrail.duckdb"
    target.parent.mkdir(parents=True)
    build(inputs(), parts=parts, target=target, built_at=NOON)
    return tmp_path


def told(home: Path, *words: str) -> str:
    done = CliRunner().invoke(
        app, ["programmes", *words], env={"FUNDTRAIL_HOME": str(home), "COLUMNS": "200"}
    )
    assert done.exit_code == 0, done.output
    return done.stdout


def records(home: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(home, *words, "--json"))
    return found


def test_candidates_come_with_how_often_and_where_they_were_seen(home: Path) -> None:
    found = records(home, "--candidates")
    assert [
        (row["programme_id"], row["status"], row["mentions"], row["documents"], row["first_seen_in"])
        for row in found
    ] == [
        ("candidate-lantern-fund", "candidate", 2, 2, "https://example.test/two"),
        ("candidate-harbour-fund", "candidate", 1, 1, "https://example.test/three"),
    ]
    assert [row["sentence"] for row in found] == [
        "Clubs may ask the Lantern Fund.",
        "The Harbour Fund has gone.",
    ]


def test_each_candidate_shows_the_line_that_adds_it_to_the_registry(home: Path) -> None:
    shown = told(home, "--candidates")
    assert "Lantern Fund (fund): 2 mentions in 2 documents" in shown
    assert "lantern-fund,Lantern Fund,fund,,,,,,,,https://example.test/two" in shown
    assert "Perpetrator Fund" not in shown


def test_the_line_is_one_that_the_registry_takes(home: Path) -> None:
    (line, _) = (row["registry_line"] for row in records(home, "--candidates"))
    body = ",".join(COLUMNS) + "\n" + line + "\n"
    (programme,) = checked(parse_rows(body.encode(), COLUMNS, file=FILE))
    assert (programme.programme_id, programme.name) == ("lantern-fund", "Lantern Fund")


def test_without_the_option_the_known_ones_are_listed(home: Path) -> None:
    found = {row["programme_id"]: (row["mentions"], row["documents"]) for row in records(home)}
    assert found["dapif"] == (1, 1)
    assert "candidate-lantern-fund" not in found
