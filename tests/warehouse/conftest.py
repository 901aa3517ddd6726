"""A warehouse in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.making import KEY, NOON, Page, inputs
from warehouse.build import BuildReport, build
from warehouse.stage import write_part


@dataclass
class House:
    """Parts and a published file in one folder."""

    home: Path

    @property
    def parts(self) -> Path:
        return self.home / "parts"

    @property
    def target(self) -> Path:
        return self.home / "fundtrail.duckdb"

    def stage(self, *pages: Page, key: str = KEY) -> None:
        write_part([page.extraction() for page in pages], directory=self.parts, extraction_key=key)

    def build(self, at: datetime = NOON, **changes: Any) -> BuildReport:
        return build(inputs(**changes), parts=self.parts, target=self.target, built_at=at)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.target), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def one(self, sql: str) -> Any:
        rows = self.rows(sql)
        assert len(rows) == 1, rows
        return rows[0][0] if len(rows[0]) == 1 else rows[0]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)
