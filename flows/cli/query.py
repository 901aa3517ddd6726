"""``fundtrail query``: the SQL door, as a table, CSV or JSON."""

from __future__ import annotations

import csv as csvlib
import json as jsonlib
import sys
from decimal import Decimal

from flows.cli.output import for_json, plain
from flows.settings import load
from warehouse.door import Result
from warehouse.door import query as ask
from warehouse.reader import published_file


def run(sql: str, *, csv: bool, json: bool, limit: int) -> int:
    """Answer one SELECT and return the exit code."""
    settings = load()
    result = ask(
        published_file(settings.database),
        sql,
        timeout_s=settings.query_timeout,
        memory_limit=settings.query_memory,
    )
    if json:
        rows = [dict(zip(result.columns, map(for_json, row), strict=True)) for row in result.rows]
        jsonlib.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif csv:
        writer = csvlib.writer(sys.stdout, lineterminator="\n")
        writer.writerow(result.columns)
        writer.writerows([["" if value is None else value for value in row] for row in result.rows])
    else:
        _table(result, limit)
    return 0


def _table(result: Result, limit: int) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(header_style="bold")
    for number, name in enumerate(result.columns):
        values = [row[number] for row in result.rows[:limit]]
        right = any(isinstance(v, int | Decimal | float) and not isinstance(v, bool) for v in values)
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in result.rows[:limit]:
        table.add_row(*map(plain, row))
    console = Console()
    console.print(table)
    left = len(result.rows) - limit
    if left > 0:
        console.print(f"{left:,} more rows; --limit, --csv or --json show them", style="dim")
