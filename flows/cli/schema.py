"""``fundtrail schema``: tables, columns and views in words."""

from __future__ import annotations

import difflib
import json as jsonlib
from typing import Any

from rich.console import Console
from rich.table import Table

from flows.cli.errors import CommandError
from warehouse.schema import TABLES
from warehouse.views import all_views


def run(name: str | None, *, json: bool) -> int:
    """Print all tables and views, or one of them, and return the exit code."""
    record = _overview() if name is None else _one(name)
    console = Console()
    if json:
        print(jsonlib.dumps(record, ensure_ascii=False, indent=1))  # noqa: T201
    elif name is None:
        _print_overview(console, record)
    else:
        _print_one(console, record)
    return 0


def _overview() -> dict[str, Any]:
    return {
        "tables": [{"name": table.name, "comment": table.comment} for table in TABLES.values()],
        "views": [{"name": view.name, "question": view.question} for view in all_views()],
    }


def _one(name: str) -> dict[str, Any]:
    views = {view.name: view for view in all_views()}
    if name in TABLES:
        table = TABLES[name]
        columns = [
            {
                "name": column.name,
                "type": column.type,
                "nullable": column.nullable,
                "key": column.key,
                "comment": column.comment,
                "refers_to": column.of,
            }
            for column in table.columns
        ]
        return {"name": table.name, "kind": "table", "comment": table.comment, "columns": columns}
    if name in views:
        view = views[name]
        return {
            "name": view.name,
            "kind": "view",
            "comment": view.question,
            "columns": [{"name": column, "comment": words} for column, words in view.columns.items()],
            "sql": view.sql.strip(),
        }
    known = [*TABLES, *views]
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`fundtrail schema` lists them"
    raise CommandError(f"there is no table or view {name!r}; {hint}")


def _print_overview(console: Console, record: dict[str, Any]) -> None:
    for title, rows, words in (
        ("Tables", record["tables"], "comment"),
        ("Views", record["views"], "question"),
    ):
        table = Table(title=title, title_justify="left", show_header=False, title_style="bold", box=None)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for row in rows:
            table.add_row(row["name"], row[words])
        console.print(table)
    console.print("fundtrail schema NAME shows the columns of one", style="dim", highlight=False)


def _print_one(console: Console, record: dict[str, Any]) -> None:
    console.print(f"{record['kind']} {record['name']}", style="bold", highlight=False)
    console.print(record["comment"], highlight=False, markup=False)
    table = Table(header_style="bold")
    table.add_column("column", no_wrap=True)
    if record["kind"] == "table":
        table.add_column("type", no_wrap=True)
    table.add_column("what it is", overflow="fold")
    for column in record["columns"]:
        words = column["comment"]
        if record["kind"] == "view":
            table.add_row(column["name"], words)
            continue
        marks = ("?" if column["nullable"] else "") + (" key" if column["key"] else "")
        refers = f" Refers to {column['refers_to']}." if column["refers_to"] else ""
        table.add_row(column["name"], column["type"] + marks, words + refers)
    if record["columns"]:
        console.print(table)
    if record["kind"] == "view":
        console.print(record["sql"], highlight=False, markup=False)
