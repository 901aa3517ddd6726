"""``fundtrail programmes``: the registry, and the names that the pages use and the registry does not have."""

from __future__ import annotations

import csv
import io
import json as jsonlib
import re
from typing import Any

from rich.console import Console
from rich.table import Table

from flows.cli.output import for_json
from flows.settings import load
from warehouse.reader import open_published

_SQL = """
SELECT p.programme_id, p.name, p.kind, p.funder, p.status, count(m.mention_id) AS mentions,
       count(DISTINCT m.document_id) AS documents, min_by(d.url, d.published_on) AS first_seen_in,
       min(d.published_on) AS first_published, min_by(m.sentence, d.published_on) AS sentence
FROM programme p LEFT JOIN programme_mention m USING (programme_id) LEFT JOIN document d USING (document_id)
WHERE p.status = ? GROUP BY p.programme_id, p.name, p.kind, p.funder, p.status
ORDER BY documents DESC, mentions DESC, p.name
"""


def registry_line(row: dict[str, Any]) -> str:
    """Return the line that would add a candidate to extractors/registry/programmes.csv, by its columns.

    What a person must find out (funder, years) is left empty.
    """
    from extractors.registry.programmes import COLUMNS

    slug = re.sub(r"^candidate-", "", row["programme_id"])
    values = {
        "programme_id": slug,
        "name": row["name"],
        "kind": row["kind"],
        "source": row["first_seen_in"] or "",
    }
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([values.get(column, "") for column in COLUMNS])
    return line.getvalue()


def run(*, candidates: bool, json: bool) -> int:
    """List programmes and return the exit code."""
    status = "candidate" if candidates else "known"
    with open_published(load().database) as reader:
        rows = reader.rows(_SQL, [status])
    if candidates:
        rows = [{**row, "registry_line": registry_line(row)} for row in rows]
    console = Console()
    if json:
        console.print_json(jsonlib.dumps(for_json(rows)))
        return 0
    if candidates:
        _candidates(console, rows)
    else:
        _known(console, rows)
    return 0


def _known(console: Console, rows: list[dict[str, Any]]) -> None:
    table = Table(header_style="bold")
    for name in ("programme", "kind", "funder", "mentions", "documents"):
        table.add_column(name, justify="right" if name in ("mentions", "documents") else "left")
    for row in rows:
        table.add_row(
            row["name"], row["kind"], row["funder"] or "", str(row["mentions"]), str(row["documents"])
        )
    console.print(table)


def _candidates(console: Console, rows: list[dict[str, Any]]) -> None:
    if not rows:
        console.print("No candidates: every name that was found is in the registry.")
    for row in rows:
        console.print(
            f"{row['name']} ({row['kind']}): {row['mentions']} mentions in {row['documents']} documents",
            style="bold",
            highlight=False,
            markup=False,
        )
        console.print(f"  “{row['sentence']}”", highlight=False, markup=False)
        console.print(
            f"  {row['registry_line']}", style="green", highlight=False, markup=False, soft_wrap=True
        )
    if rows:
        console.print(
            "\nA line in green goes into extractors/registry/programmes.csv, with its funder, years and aliases.",
            style="dim",
        )
