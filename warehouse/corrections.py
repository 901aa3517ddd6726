"""Human decisions: files beside untouched originals, applied again at each build."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of documents that a person has put together or apart."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


def read_decisions(connection: duckdb.DuckDBPyConnection, directory: Path | None) -> Decisions:
    return Decisions()


def apply_corrections(connection: duckdb.DuckDBPyConnection, directory: Path) -> None:
    return None
