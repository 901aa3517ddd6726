"""``fundtrail export``: the published file in the formats that the field uses."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TextColumn

from flows.cli.output import for_json
from flows.cli.published import published_file
from warehouse.export.giving import REASONS
from warehouse.export.report import ExportReport
from warehouse.export.run import export


def run(directory: Path, *, tables: Sequence[str], force: bool, json: bool) -> int:
    """Export, print what was written and return the exit code."""
    database = published_file()
    names = [name.strip() for word in tables for name in word.split(",") if name.strip()]
    stderr = Console(stderr=True)
    with Progress(
        TextColumn("  exporting {task.fields[step]:<20}"),
        *Progress.get_default_columns()[1:],
        console=stderr,
        transient=True,
        disable=not stderr.is_terminal,
    ) as bar:
        line = bar.add_task("exporting", total=None, step="")
        report = export(
            database,
            directory,
            tables=names,
            force=force,
            progress=lambda step, done, total: bar.update(line, completed=done, total=total, step=step),
        )
    if json:
        print(jsonlib.dumps(for_json(_record(report)), ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _print(report)
    return 0


def _record(report: ExportReport) -> dict[str, object]:
    return {
        "directory": str(report.directory),
        "tables": dict(report.tables),
        "grants": report.grants,
        "excluded": dict(report.excluded),
        "texts_withheld": report.texts_withheld,
        "files": list(report.files),
    }


def _print(report: ExportReport) -> None:
    console = Console()
    rows = sum(report.tables.values())
    console.print(
        f"Exported {len(report.tables)} tables with {rows:,} rows as Parquet and CSV to {report.directory}",
        style="bold green",
        highlight=False,
        soft_wrap=True,
    )
    if "award" in report.tables:
        console.print(f"{report.grants:,} awards as 360Giving grants", highlight=False)
        for reason, number in report.excluded.items():
            console.print(f"  {number:,} awards left out: {REASONS[reason]}", highlight=False)
    if report.texts_withheld:
        console.print(
            f"{report.texts_withheld:,} documents without their text: their sources' licences are not known to be open"
            " (LICENCES.md)",
            highlight=False,
        )
