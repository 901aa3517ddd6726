"""Every published table and column, declared once. DDL, comments, Arrow schemas and the dictionary derive from here."""

from __future__ import annotations

from types import MappingProxyType

from warehouse.schema import documents, facts, mentions, operations, registries
from warehouse.schema.columns import Column, Table, arrow_schema

#: Raise it when a column is added, dropped or changes its meaning.
SCHEMA_VERSION = 1

TABLES = MappingProxyType(
    {
        table.name: table
        for module in (documents, mentions, facts, registries, operations)
        for table in module.TABLES
    }
)

__all__ = ["SCHEMA_VERSION", "TABLES", "Column", "Table", "arrow_schema", "comments", "create_table"]


def quoted(text: str) -> str:
    """Return ``text`` as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def create_table(table: Table) -> str:
    """Return the statement that makes an empty table. Keys are checked, not declared: see the gate checks."""
    columns = ", ".join(column.ddl for column in table.columns)
    return f'CREATE TABLE "{table.name}" ({columns})'


def comments(table: Table) -> list[str]:
    """Return the statements that comment a table and its columns."""
    statements = [f'COMMENT ON TABLE "{table.name}" IS {quoted(table.comment)}']
    statements += [
        f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {quoted(column.comment)}'
        for column in table.columns
    ]
    return statements
