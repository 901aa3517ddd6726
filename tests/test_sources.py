"""Every source against its fixtures, and what all sources promise.

A fixture is a page as its publisher shapes it: ``tests/sources/<source>/<date>_<slug>.<kind>`` for a document,
``listing_<way>.<kind>`` for a listing; ``urls.csv`` beside them says where each stands. The expected file is written by
this test, which fails until a person has read it and put a name under ``read_by``.
"""

from __future__ import annotations

import csv
import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.model import Capture
from extractors.sources import catalogue
from extractors.sources.base import Item, LayoutError, Source, Window
from extractors.sources.catalogue import Declared
from extractors.sources.reading import read
from raw.fetch.sniff import media_type

FOLDER = Path(__file__).parent / "sources"
_AMOUNT = re.compile(r"£\s?[\d.,]*\d(?:\s?(?:million|billion|bn|m|k)\b)?", re.IGNORECASE)
_KINDS = {".html", ".json", ".xml", ".pdf", ".csv", ".ods", ".xlsx", ".txt"}
_RANKS = {1, 2, 3, 5, 9}


@cache
def _urls(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "urls.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def _fixtures() -> list[Path]:
    found = [path for path in FOLDER.glob("*/*") if path.suffix in _KINDS and path.name != "urls.csv"]
    return sorted(path for path in found if not path.name.endswith(".expected.json"))


def _declared(folder: Path) -> Declared:
    (found,) = catalogue.find(folder.name)
    return found


def _document_facts(path: Path) -> dict[str, Any]:
    declared, row = _declared(path.parent), _urls(path.parent)[path.name]
    body = path.read_bytes()
    day = date.fromisoformat(path.name[:10])
    item = Item(url=row["url"], fetch_url=row["fetch_url"] or None)
    page = declared.page(body, item)
    capture = Capture(
        capture_id="0" * 64,
        source_id=declared.source.source_id,
        url=page.url,
        final_url=item.address,
        captured_at=datetime.combine(day, time(12), UTC),
        http_status=200,
        media_type=media_type(body, "text/csv" if path.suffix == ".csv" else ""),
        byte_size=len(body),
        raw_path="",
    )
    document, issues = read(capture, body)
    article = [document.text[b.start_char : b.end_char] for b in document.blocks if b.furniture is None]
    return {
        "url": document.url,
        "title": document.title,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "publisher": document.publisher,
        "site_area_id": document.site_area_id,
        "withdrawn": document.withdrawn,
        "updated_at": document.updated_at.isoformat() if document.updated_at else None,
        "changes": [f"{change.changed_at.isoformat()} {change.note}" for change in document.changes],
        "amounts": [" ".join(a.split()) for words in article for a in _AMOUNT.findall(words)],
        "tables": [f"{table.row_count} rows, {table.col_count} columns" for table in document.tables],
        "further": [further.address for further in page.items],
        "issues": sorted(issue.code for issue in issues),
    }


def _listing_facts(path: Path) -> dict[str, Any]:
    declared, row = _declared(path.parent), _urls(path.parent)[path.name]
    way = next(way for way in declared.ways if way.name == row["way"])
    listing = way.discover(path.read_bytes(), row["url"])
    return {
        "way": way.name,
        "items": [
            {
                "url": item.url,
                "fetched_from": item.address,
                "changed_at": item.changed_at.isoformat() if item.changed_at else None,
            }
            for item in listing.items
        ],
        "next_page": listing.next_page,
        "lists": list(listing.lists),
    }


@pytest.mark.parametrize("path", _fixtures(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_fixture_reads_as_a_person_found_right(path: Path) -> None:
    facts = _listing_facts(path) if path.name.startswith("listing_") else _document_facts(path)
    expected_file = path.with_name(f"{path.name}.expected.json")
    if not expected_file.exists():
        text = json.dumps({"read_by": "", **facts}, ensure_ascii=False, indent=1)
        expected_file.write_text(text + "\n", encoding="utf-8")
    expected = json.loads(expected_file.read_text(encoding="utf-8"))
    reader = expected.pop("read_by")
    assert facts == expected
    if not reader:
        pytest.fail(
            f"read {expected_file}, mend it or the source, then put your name under read_by", pytrace=False
        )


@pytest.mark.parametrize(
    "source", [declared.source for declared in catalogue.fetched()], ids=lambda s: s.source_id
)
def test_a_source_declares_what_a_run_needs(source: Source) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", source.source_id)
    assert source.name and source.publisher and source.kind
    assert source.publisher_rank in _RANKS
    assert 0 < source.rate <= 10
    assert 1 <= source.concurrency <= 8
    assert 1 <= source.recapture_days <= 366
    assert 0 <= source.expect.min_documents <= source.expect.max_documents
    if source.source_id != "web":
        assert source.hosts and source.homepage
    assert source.schedule is None or len(source.schedule.split()) == 5


@pytest.mark.parametrize("declared", catalogue.fetched(), ids=lambda d: d.source.source_id)
def test_a_source_starts_on_its_own_hosts(declared: Declared) -> None:
    window = Window(since=date(2024, 1, 1), until=date(2024, 2, 29))
    starts = [url for way in declared.ways for url in way.starts(window)]
    assert bool(starts) == (declared.source.source_id != "web")
    for url in starts:
        assert url.startswith("https://")
        assert url.split("/")[2] in declared.source.hosts


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01", b"<html><body><p>No</p></body></html>", b"{}", b"[1]", b"<rss"]
)
@pytest.mark.parametrize("declared", catalogue.fetched(), ids=lambda d: d.source.source_id)
def test_a_listing_that_is_none_is_refused_or_empty(declared: Declared, body: bytes) -> None:
    for way in declared.ways:
        if declared.source.source_id == "web":
            continue
        try:
            listing = way.discover(body, "https://example.org/list")
        except LayoutError as error:
            assert str(error)
        else:
            assert not listing.items


def test_every_source_module_has_a_document_and_a_listing_among_the_fixtures() -> None:
    covered: dict[str, set[str]] = {}
    for path in _fixtures():
        kind = "listing" if path.name.startswith("listing_") else "document"
        covered.setdefault(_declared(path.parent).module, set()).add(kind)
    modules = {declared.module for declared in catalogue.fetched()}
    assert {module: covered.get(module, set()) for module in modules} == {
        module: {"listing", "document"} for module in modules
    }


def test_the_parsers_of_one_source_follow_each_other_by_date() -> None:
    old = catalogue.parser_for("policeprofessional", datetime(2016, 1, 1, tzinfo=UTC))
    new = catalogue.parser_for("policeprofessional", datetime(2024, 1, 1, tzinfo=UTC))
    assert (old and old.name, new and new.name) == ("policeprofessional.v1", "policeprofessional.v2")


def test_every_source_is_described() -> None:
    text = (FOLDER.parent.parent / "docs" / "sources.md").read_text(encoding="utf-8")
    assert [
        source.source_id for source in catalogue.all_sources() if f"`{source.source_id}`" not in text
    ] == []
