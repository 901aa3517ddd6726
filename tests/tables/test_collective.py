"""Rows that stand for several recipients at once: their sums are totals, not awards."""

from __future__ import annotations

import pytest

from extractors.model import Role
from extractors.tables import table_roles
from extractors.tables.collective import is_collective
from tests.tables.helpers import claims_of, read, table_of

COLLECTIVE = [
    "Six others",
    "SIX OTHERS",
    "Seven other areas",
    "Others",
    "Other",
    "The others",
    "All others",
    "Other projects",
    "Other, smaller projects",
    "Other police forces",
    "Other PCCs",
    "14 other community groups",
    "Other projects in the county",
    "Others (under £500 each)",
    "Other (various)",
    "Six others*",
    "Remaining areas",
    "The remaining 12 areas",
    "The rest",
    "Seven areas",
    "Twelve community groups",
    "A further 20 groups",
    "Small grants, 22 groups",
    "Small grants to 22 groups",
]
NAMED = [
    "Other Half Services",
    "Remaining Strong Families",
    "Many hands Projects",
    "Other Voices",
    "Other Voices Trust",
    "The Other Place",
    "Others Like Us CIC",
    "Another Way",
    "Three Counties Schools",
    "Seven Sisters Clubs",
    "4 Youth Projects",
    "42nd Street",
    "Kent and six others",
    "Remaining Hope",
    "Rest Bay Lifeguards",
    "Rest of the World Festival",
    "Mother and baby groups",
    "Community projects",
    "Small grants",
    "Kent",
]


@pytest.mark.parametrize("label", COLLECTIVE)
def test_several_unnamed_recipients(label: str) -> None:
    assert is_collective(label)


@pytest.mark.parametrize("label", NAMED)
def test_a_name_that_only_looks_like_several(label: str) -> None:
    assert not is_collective(label)


@pytest.mark.parametrize(
    ("label", "pounds"),
    [
        ("Six others", "£1,400"),
        ("Seven other areas", "£1,400"),
        ("Others", "£1,400"),
        ("Other projects", "£9,000"),
    ],
)
def test_a_collective_row_is_a_total_and_no_award(label: str, pounds: str) -> None:
    document = table_of([["Group", "Award"], ["Dover Boxing", "£700"], [label, pounds]])
    reading, money = read(document)
    roles = table_roles(document.tables[0], reading, money)
    assert {mention.text: roles[mention.mention_id] for mention in money} == {
        "£700": Role.AWARD,
        pounds: Role.TOTAL,
    }
    assert [claim.recipient for claim in claims_of(document)] == ["Dover Boxing"]


def test_other_projects_of_a_named_recipient_are_its_award() -> None:
    rows = [["Force", "Work", "Award"], ["Kent", "Lamps", "£700"], ["Kent", "Other projects", "£300"]]
    claims = claims_of(table_of(rows))
    assert [(claim.recipient, int(claim.amount_low)) for claim in claims] == [("Kent", 700), ("Kent", 300)]


def test_other_themes_stay_parts() -> None:
    document = table_of([["Theme", "Funding"], ["Stalking", "£2.7m"], ["Other", "£3m"]])
    reading, money = read(document)
    assert set(table_roles(document.tables[0], reading, money).values()) == {Role.PART}


def test_a_collective_row_counts_towards_a_sum_without_a_label() -> None:
    rows = [["Area", "Award"], ["Kent", "£300"], ["Essex", "£200"], ["Two other areas", "£100"], ["", "£600"]]
    assert [claim.recipient for claim in claims_of(table_of(rows))] == ["Kent", "Essex"]
