"""Staged parts: what each batch of captures yielded, immutable, complete or invisible.

A part is a folder ``<number>-<shape>-<hash of what is in it>`` with one Parquet file a table. It is written under a
name that starts with a dot, every file fsynced, and then renamed: a writer killed at any moment leaves at most a
dotted folder. ``shape`` stands for the tables and columns: parts of another shape, left by another release, are as
good as none. :func:`sweep` removes both; what was in them is extracted again.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from extractors.model import Capture, Extraction, Issue, Severity, stable_id
from warehouse.inputs import FailedCapture
from warehouse.rows import Rows, capture_row, encodable, issue_row, to_rows
from warehouse.schema import TABLES, Table
from warehouse.schema.columns import TEXT, TIME, WHOLE, Column

_PART = Column("part_id", TEXT, "Part.")
_EXTRACTION = Column("extraction_id", TEXT, "Extraction within the part.")
#: What each part holds beside rows of the published tables: which captures it is about, and what became of them.
EXTRACTION = Table(
    "extraction",
    "One row a capture in the part.",
    (
        Column("staged_no", WHOLE, "Number of the part that it was first written to: later ones are newer."),
        Column("extraction_key", TEXT, "Key of the rules."),
        Column("outcome", TEXT, "read or failed."),
        Column("document_id", TEXT, "Document; null when it failed.", nullable=True),
        Column("capture_id", TEXT, "sha256 of the bytes."),
        Column("source_id", TEXT, "Source."),
        Column("url", TEXT, "Address."),
        Column("final_url", TEXT, "Address after redirects."),
        Column("captured_at", TIME, "When, UTC."),
        Column("http_status", WHOLE, "Status.", nullable=True),
        Column("media_type", TEXT, "Type."),
        Column("byte_size", WHOLE, "Bytes."),
        Column("raw_path", TEXT, "Place in the landing zone."),
    ),
)
STAGED: tuple[Table, ...] = (EXTRACTION, *(table for table in TABLES.values() if table.staged))

#: Changes when a staged table or column is added, dropped, renamed or gets another type.
SHAPE = stable_id(
    "shape", *(f"{table.name}.{c.name} {c.type} {c.nullable}" for table in STAGED for c in table.given)
)[:6]

_NAME = re.compile(r"\d{8}-[0-9a-f]+(?:-[0-9a-f]+)?")


def staged_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table's file in a part."""
    return (_PART, _EXTRACTION, *table.given)


class CaptureKey(NamedTuple):
    """What one extraction is about: the same bytes under two addresses are two documents."""

    source_id: str
    url: str
    capture_id: str


def capture_key(capture: Capture) -> CaptureKey:
    """Return the key under which :func:`completed` lists a capture."""
    return CaptureKey(capture.source_id, capture.url, capture.capture_id)


def part_folders(directory: Path) -> list[Path]:
    """Return the complete parts of the present shape, oldest first."""
    return [part for part in _folders(directory) if part.name.split("-")[1] == SHAPE]


def part_name(directory: Path, identity: str) -> str:
    """Return the name of the next part of a directory."""
    number = max((int(part.name.split("-")[0]) for part in _folders(directory)), default=0) + 1
    return f"{number:08d}-{SHAPE}-{identity[:12]}"


def _folders(directory: Path) -> list[Path]:
    if not directory.is_dir():
        return []
    return sorted(entry for entry in directory.iterdir() if entry.is_dir() and _NAME.fullmatch(entry.name))


def write_part(
    extractions: Sequence[Extraction],
    *,
    directory: Path,
    extraction_key: str,
    failures: Sequence[FailedCapture] = (),
    run_id: str | None = None,
) -> Path | None:
    """Write one part and return its folder, or None when there is nothing to write.

    A document whose text UTF-8 cannot hold is staged as a failure with an issue.

    Raises:
        ValueError: an extraction was made under another key.
    """
    if wrong := [e.document.url for e in extractions if e.extraction_key != extraction_key]:
        raise ValueError(f"{len(wrong)} extractions have another key than {extraction_key}: {wrong[:3]}")
    good = [extraction for extraction in extractions if encodable(extraction.document.text)]
    failed = [*failures, *(_unstorable(e) for e in extractions if not encodable(e.document.text))]
    if not good and not failed:
        return None
    rows = _all_rows(good, failed, extraction_key, run_id)
    name = part_name(
        directory, stable_id("part", *sorted(row["extraction_id"] for row in rows["extraction"]))
    )
    for row in rows["extraction"]:
        row["staged_no"] = int(name.split("-")[0])
    return _publish(rows, directory, name)


def _unstorable(extraction: Extraction) -> FailedCapture:
    issue = Issue(
        code="text-not-utf8",
        severity=Severity.ERROR,
        stage="stage",
        message="the text holds characters that UTF-8 cannot",
        source_id=extraction.document.source_id,
        url=extraction.document.url,
    )
    return FailedCapture(capture=extraction.capture, issues=(issue,))


def _all_rows(
    extractions: Sequence[Extraction], failures: Sequence[FailedCapture], key: str, run_id: str | None
) -> Rows:
    rows: Rows = {table.name: [] for table in STAGED}
    for extraction in extractions:
        row = _extraction_row(extraction.capture, key, "read", extraction.document.document_id)
        rows["extraction"].append(row)
        for name, found in to_rows(extraction, run_id=run_id).items():
            rows[name] += [{"extraction_id": row["extraction_id"], **values} for values in found]
    for failure in failures:
        row = _extraction_row(failure.capture, key, "failed", None)
        rows["extraction"].append(row)
        about = {"source_id": failure.capture.source_id, "url": failure.capture.url}
        for issue in failure.issues:
            told = replace(
                issue, source_id=issue.source_id or about["source_id"], url=issue.url or about["url"]
            )
            rows["issue"].append({"extraction_id": row["extraction_id"], **issue_row(told, run_id)})
    return rows


def _extraction_row(capture: Capture, key: str, outcome: str, document_id: str | None) -> dict[str, Any]:
    return {
        "extraction_id": stable_id("extraction", *capture_key(capture), key),
        "extraction_key": key,
        "outcome": outcome,
        "document_id": document_id,
        **capture_row(capture),
    }


def _publish(rows: Rows, directory: Path, name: str) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from warehouse.schema import arrow_schema

    draft = directory / f".draft-{os.getpid()}-{uuid4().hex}"
    draft.mkdir(parents=True)
    for table in STAGED:
        told = [{"part_id": name, **row} for row in rows[table.name]]
        file = draft / f"{table.name}.parquet"
        pq.write_table(
            pa.Table.from_pylist(told, schema=arrow_schema(staged_columns(table))), file, compression="zstd"
        )
        sync(file)
    return settle(draft, directory / name)


def settle(draft: Path, final: Path) -> Path:
    """Give a complete draft its name. When another writer staged the very same things first, theirs stays."""
    sync(draft)
    try:
        draft.rename(final)
    except OSError:
        if not final.is_dir():
            raise
        shutil.rmtree(draft)
    sync(final.parent)
    return final


def sync(path: Path) -> None:
    """Force a file, or the entries of a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def completed(directory: Path, *, extraction_key: str) -> frozenset[CaptureKey]:
    """Return the captures that have a complete part under this key, read or failed: all others are work to do."""
    return frozenset(_staged_keys(directory, extraction_key))


def _staged_keys(directory: Path, extraction_key: str) -> Iterator[CaptureKey]:
    import pyarrow.parquet as pq

    for part in part_folders(directory):
        table = pq.read_table(
            part / "extraction.parquet",
            columns=["source_id", "url", "capture_id"],
            filters=[("extraction_key", "=", extraction_key)],
        )
        columns = [table.column(name).to_pylist() for name in ("source_id", "url", "capture_id")]
        yield from (CaptureKey(*values) for values in zip(*columns, strict=True))


def sweep(directory: Path) -> int:
    """Remove the drafts of killed writers and parts of another shape, and return their number. Call it only while
    nobody writes."""
    useless = [*directory.glob(".draft-*"), *(set(_folders(directory)) - set(part_folders(directory)))]
    for folder in useless:
        shutil.rmtree(folder)
    return len(useless)
