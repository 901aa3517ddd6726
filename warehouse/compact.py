"""Compaction: many small parts into one, for a build's time grows with the number of files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from uuid import uuid4

import duckdb

from extractors.model import stable_id
from warehouse.schema import quoted
from warehouse.stage import STAGED, part_folders, part_name, settle, sync

#: Of each capture so many of the newest extractions are kept: the present rules' and those that they took the place of,
#: so that rules can be taken back. Older ones are never read; from the kept bytes they can be made again.
KEYS = 2
#: Of each capture under each key the newest part counts.
_NEWEST = """
    CREATE TABLE newest AS
    WITH told AS (
        SELECT part_id, extraction_id, source_id, url, capture_id, staged_no FROM read_parquet({files})
        QUALIFY row_number() OVER (PARTITION BY extraction_id ORDER BY part_id DESC) = 1)
    SELECT part_id, extraction_id FROM told
    QUALIFY row_number() OVER (PARTITION BY source_id, url, capture_id ORDER BY staged_no DESC, part_id DESC) <= {keys}
"""
_COPY = """
    COPY (SELECT {name} AS part_id, t.* EXCLUDE (part_id) FROM read_parquet({files}) t
          SEMI JOIN newest USING (part_id, extraction_id))
    TO {target} (FORMAT parquet, COMPRESSION zstd)
"""


def files_of(parts: list[Path], table: str) -> str:
    """Return the SQL list of a table's files in some parts."""
    return "[" + ", ".join(quoted(str(part / f"{table}.parquet")) for part in parts) + "]"


def compact(directory: Path, *, max_parts: int = 32, keys: int = KEYS) -> Path | None:
    """Merge all parts into one when there are more than ``max_parts``; return it, or None when there are not.

    Of each capture the extractions under its ``keys`` newest keys stay. Killed at any moment it leaves the old parts,
    or the old parts and the new one, which say the same. Call it only while nobody else writes or builds.
    """
    parts = part_folders(directory)
    if len(parts) <= max_parts:
        return None
    name = part_name(directory, stable_id("compacted", *(part.name for part in parts)))
    draft = directory / f".draft-{os.getpid()}-{uuid4().hex}"
    draft.mkdir()
    with duckdb.connect() as connection:
        connection.execute(_NEWEST.format(files=files_of(parts, "extraction"), keys=keys))
        for table in STAGED:
            file = draft / f"{table.name}.parquet"
            connection.execute(
                _COPY.format(name=quoted(name), files=files_of(parts, table.name), target=quoted(str(file)))
            )
            sync(file)
    final = settle(draft, directory / name)
    for part in parts:
        shutil.rmtree(part)
    sync(directory)
    return final
