"""``fundtrail diff``: what differs between two published files, and why."""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.cli.published import published_elsewhere, published_file
from warehouse.diff import TableDiff, diff


def run(old: Path, new: Path | None, *, json: bool) -> int:
    """Compare two files, by default the second being the published one, and return the exit code."""
    found = diff(published_elsewhere(old), published_file() if new is None else published_elsewhere(new))
    if json:
        records = [
            {**asdict(one), "examples": [jsonlib.loads(text) for text in one.examples]} for one in found
        ]
        print(jsonlib.dumps(records, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _print(found)
    return 0


def _print(found: tuple[TableDiff, ...]) -> None:
    console = Console()
    if not found:
        console.print("The two files say the same.")
        return
    table = Table(header_style="bold")
    for name in ("table", "added", "removed", "changed", "why"):
        table.add_column(name, justify="left" if name in ("table", "why") else "right")
    for one in found:
        causes = ", ".join(f"{cause} {number:,}" for cause, number in sorted(one.causes.items()))
        table.add_row(one.table, f"{one.added:,}", f"{one.removed:,}", f"{one.changed:,}", causes)
    console.print(table)
    for one in found:
        for example in one.examples[:2]:
            console.print(
                f"{one.table}: {example}", style="dim", highlight=False, markup=False, soft_wrap=True
            )
