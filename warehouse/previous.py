"""What the file published before says, for a build that carries on from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from warehouse.checks import CheckResult
from warehouse.schema import SCHEMA_VERSION, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The published file, or none: then ``info`` is empty and there are no rows of anything."""

    path: Path | None
    info: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, target: Path) -> Previous:
        """Return what is published at ``target``. A file that duckdb cannot read, or of another schema version, has
        nothing to carry on from."""
        if not target.exists():
            return cls(path=None)
        try:
            with duckdb.connect(str(target), read_only=True) as connection:
                info = dict(connection.execute("SELECT name, value FROM build_info").fetchall())
        except (duckdb.IOException, duckdb.CatalogException, duckdb.SerializationException):
            return cls(path=None)
        if info.get("schema_version") != str(SCHEMA_VERSION):
            return cls(path=None)
        return cls(path=target, info=info)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query on the published file; none without a file."""
        if self.path is None:
            return []
        with duckdb.connect(str(self.path), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def row_counts(self) -> dict[str, int]:
        """Return the number of rows of each table."""
        return {name: self.rows(f'SELECT count(*) FROM "{name}"')[0][0] for name in TABLES}

    def checks(self) -> tuple[CheckResult, ...]:
        """Return the results of the checks that the file was published with."""
        rows = self.rows("SELECT name, kind, question, offending, examples FROM check_result ORDER BY name")
        return tuple(
            CheckResult(
                name=name,
                gate=kind == "gate",
                question=question,
                offending=offending,
                examples=tuple(json.dumps(row, ensure_ascii=False) for row in json.loads(examples)),
            )
            for name, kind, question, offending, examples in rows
        )
