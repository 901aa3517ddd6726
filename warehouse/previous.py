"""What the file published before says, for a build that carries on from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from warehouse.checks import CheckResult
from warehouse.schema import TABLES

#: What a build takes over from the published file, whatever else is in it.
_CARRIED_ON = (
    "SELECT kind, member, entity_id FROM identity",
    "SELECT kind, entity_id, superseded_by, since FROM superseded",
    "SELECT kind, fact_id, said_from, said_until, content, cause FROM fact_version",
    "SELECT document_id, text, extraction_key FROM document",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The published file, or none: then ``info`` is empty and there are no rows of anything. ``lost`` says why a file
    that is there cannot be carried on from; ``has_folded`` that its history knows of the policy."""

    path: Path | None
    info: dict[str, str] = field(default_factory=dict)
    lost: str = ""
    has_folded: bool = True

    @classmethod
    def of(cls, target: Path) -> Previous:
        """Return what is published at ``target``, whichever release made it, as long as it has what is carried on."""
        if not target.exists():
            return cls(path=None)
        try:
            with duckdb.connect(str(target), read_only=True) as connection:
                info = dict(connection.execute("SELECT name, value FROM build_info").fetchall())
                for needed in _CARRIED_ON:
                    connection.execute(f"{needed} LIMIT 0")
                columns = {row[0] for row in connection.execute("DESCRIBE fact_version").fetchall()}
        except (
            duckdb.IOException,
            duckdb.CatalogException,
            duckdb.BinderException,
            duckdb.SerializationException,
        ) as error:
            return cls(path=None, lost=str(error).splitlines()[0])
        return cls(path=target, info=info, has_folded="folded" in columns)

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
