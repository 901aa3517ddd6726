"""A GOV.UK document is known by its content_id and language, whatever its address and the form it is captured in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from extractors.model import Capture
from extractors.sources.reading import read

ITEM = json.loads(
    (Path(__file__).parent / "sources" / "govuk-news" / "2024-03-22_revised-figure.json").read_text(
        encoding="utf-8"
    )
)


def identity(
    body: str, *, path: str, media_type: str = "application/json", source_id: str = "govuk-news"
) -> str:
    capture = Capture(
        capture_id="0" * 64,
        source_id=source_id,
        url=f"https://www.gov.uk{path}",
        final_url=f"https://www.gov.uk{path}",
        captured_at=datetime(2024, 3, 22, tzinfo=UTC),
        http_status=200,
        media_type=media_type,
        byte_size=len(body),
        raw_path="",
    )
    return read(capture, body.encode())[0].document_id


def test_an_item_that_moves_stays_the_same_document() -> None:
    moved = {**ITEM, "base_path": "/government/news/round-five-of-safer-streets"}
    assert identity(json.dumps(ITEM), path=ITEM["base_path"]) == identity(
        json.dumps(moved), path=moved["base_path"]
    )


def test_a_translation_is_a_document_of_its_own() -> None:
    welsh = {**ITEM, "locale": "cy", "base_path": ITEM["base_path"] + ".cy"}
    assert identity(json.dumps(ITEM), path=ITEM["base_path"]) != identity(
        json.dumps(welsh), path=welsh["base_path"]
    )


def test_two_items_are_two_documents() -> None:
    other = {**ITEM, "content_id": "00000000-0000-4000-8000-000000000012"}
    assert identity(json.dumps(ITEM), path="/a") != identity(json.dumps(other), path="/a")


def test_a_page_from_an_archive_is_the_document_of_its_item() -> None:
    page = (
        f'<!doctype html><html lang="en"><head><meta name="govuk:content-id" content="{ITEM["content_id"]}">'
        "<title>Safer Streets - GOV.UK</title></head><body><h1>Safer Streets</h1><p>Words.</p></body></html>"
    )
    assert identity(page, path=ITEM["base_path"], media_type="text/html") == identity(
        json.dumps(ITEM), path="/x"
    )
