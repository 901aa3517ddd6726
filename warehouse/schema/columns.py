"""How a table is declared: once, as data. DDL, comments, Arrow schemas and the data dictionary derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

TEXT = "VARCHAR"
TEXTS = "VARCHAR[]"
WHOLE = "INTEGER"
BIG = "BIGINT"
BIGS = "BIGINT[]"
YES_NO = "BOOLEAN"
DAY = "DATE"
TIME = "TIMESTAMP"
MONEY = "DECIMAL(18,2)"
YEARS = "DECIMAL(9,4)"
SCORE = "DECIMAL(6,3)"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``built`` ones are filled by the build (resolution, corrections), the others come from the parts
    or the caller. ``key`` columns together identify a row; ``of`` names the ``table.column`` that a value refers to.
    """

    name: str
    type: str
    comment: str
    nullable: bool = False
    key: bool = False
    built: bool = False
    of: str | None = None

    @property
    def ddl(self) -> str:
        return f'"{self.name}" {self.type}' + ("" if self.nullable else " NOT NULL")


@dataclass(frozen=True, slots=True)
class Table:
    """A published table. ``staged`` ones are written to the parts too."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    staged: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.key)

    @property
    def given(self) -> tuple[Column, ...]:
        """The columns that are not made by the build."""
        return tuple(column for column in self.columns if not column.built)


def arrow_type(type_: str) -> pa.DataType:
    """Return the Arrow type of a column type of this module."""
    import pyarrow as pa

    types = {
        TEXT: pa.string(),
        TEXTS: pa.list_(pa.string()),
        WHOLE: pa.int32(),
        BIG: pa.int64(),
        BIGS: pa.list_(pa.int64()),
        YES_NO: pa.bool_(),
        DAY: pa.date32(),
        TIME: pa.timestamp("us"),
        MONEY: pa.decimal128(18, 2),
        YEARS: pa.decimal128(9, 4),
        SCORE: pa.decimal128(6, 3),
    }
    return types[type_]


def arrow_schema(columns: tuple[Column, ...]) -> pa.Schema:
    """Return the Arrow schema of some columns."""
    import pyarrow as pa

    return pa.schema([pa.field(c.name, arrow_type(c.type), nullable=c.nullable) for c in columns])
