"""Tables of allocations that GOV.UK attaches to its publications become award claims, whatever the file's format."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.model import Capture
from extractors.pipeline import extract
from raw.fetch.sniff import media_type

FOLDER = Path(__file__).parent / "sources" / "govuk-publications"
TWO_YEARS = [
    ("avon-and-somerset", "2022/23", "59000.00"),
    ("avon-and-somerset", "2023/24", "21000.50"),
    ("cleveland", "2022/23", "42000.00"),
    ("cleveland", "2023/24", "9900.00"),
    ("gwent", "2022/23", "37000.00"),
    ("gwent", "2023/24", "8200.00"),
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2022-12-20_two-years.xlsx", TWO_YEARS),
        ("2022-12-20_svd-allocations.ods", TWO_YEARS),
        (
            "2022-12-20_grants.pdf",
            [
                ("avon-and-somerset", "2022/23", "80000.00"),
                ("cleveland", "2022/23", "51300.00"),
                ("gwent", "2022/23", "45350.00"),
            ],
        ),
        (
            "2022-12-20_how-the-shares-were-set.json",
            [("avon-and-somerset", "2023/24", "412300.00"), ("cleveland", "2023/24", "299850.00")],
        ),
    ],
)
def test_a_table_of_allocations_becomes_award_claims(
    name: str, expected: list[tuple[str, str | None, str]]
) -> None:
    body = (FOLDER / name).read_bytes()
    capture = Capture(
        capture_id="0" * 64,
        source_id="govuk-publications",
        url=f"https://assets.publishing.service.gov.uk/media/639c/{name}",
        final_url=f"https://assets.publishing.service.gov.uk/media/639c/{name}",
        captured_at=datetime(2022, 12, 20, tzinfo=UTC),
        http_status=200,
        media_type=media_type(body, "text/csv" if name.endswith(".csv") else ""),
        byte_size=len(body),
        raw_path="",
    )
    claims = extract(capture, body).claims
    found = [(claim.area_id, claim.financial_year, f"{claim.amount_low:.2f}") for claim in claims]
    assert sorted(found) == expected
