"""Fingerprints: of what goes into a build, to skip one that would change nothing, and of what came out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.model import Capture
from warehouse.inputs import BuildInputs, Row
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb

#: Tables that tell of the making, not of the world: a build that differs only in them has changed nothing.
_ASIDE = frozenset({"run", "build_info", "check_result", "fact_version", "superseded", "identity"})


def of_inputs(inputs: BuildInputs, parts: Sequence[Path]) -> str:
    """Return the fingerprint of everything that decides a build's tables, this package's own files among it."""
    digest = hashlib.sha256(_own_files().encode())
    digest.update(repr([part.name for part in parts]).encode())
    digest.update(repr((inputs.extraction_key, inputs.history_days)).encode())
    for name in sorted(inputs.registries):
        digest.update(repr((name, sorted(map(_told, inputs.registries[name])))).encode())
    digest.update(repr(sorted(map(_told, inputs.sources))).encode())
    for line in sorted(map(_observation, inputs.captures)):
        digest.update(line.encode())
    # The run that met an issue is left out: a later run that meets nothing new changes nothing.
    for text in sorted(repr(issue) for _, issue in inputs.issues):
        digest.update(text.encode(errors="backslashreplace"))
    if inputs.corrections is not None:
        for file in sorted(inputs.corrections.glob("*.csv")):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _told(row: Row) -> str:
    return repr(sorted((name, str(value)) for name, value in row.items()))


def _observation(capture: Capture) -> str:
    return repr((capture.source_id, capture.url, capture.captured_at.isoformat(), capture.capture_id))


@cache
def _own_files() -> str:
    digest = hashlib.sha256()
    for file in sorted(_files(resources.files("warehouse")), key=lambda file: str(file)):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name not in ("data", "__pycache__"):
            found += _files(entry)
        elif entry.name.endswith((".py", ".sql", ".csv")):
            found.append(entry)
    return found


def of_content(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the fingerprint of the rows of every table that tells of the world, whatever their order."""
    digest = hashlib.sha256()
    for name in TABLES:
        if name not in _ASIDE:
            left_out = " EXCLUDE (run_id)" if name == "issue" else ""
            total = connection.execute(
                f"SELECT count(*), coalesce(sum(md5_number_lower(told)::HUGEINT), 0)"
                f' FROM (SELECT to_json(t)::VARCHAR AS told FROM (SELECT *{left_out} FROM "{name}") t)'
            ).fetchall()[0]
            digest.update(repr((name, total)).encode())
    return digest.hexdigest()
