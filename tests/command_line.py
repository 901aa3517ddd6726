"""Running the command line as a user does, in a home of its own; shared by tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from warehouse.reader import open_published

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "raw" / "samples"


def environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "FUNDTRAIL_"))
    }
    return {**kept, "FUNDTRAIL_HOME": str(home), "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}


def fundtrail(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in ``home`` and return what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *words],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def tables(home: Path) -> dict[str, list[str]]:
    """Return the rows of every table, without times and runs: what two runs over the same pages must share."""
    with open_published(home / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        columns = reader.rows(
            "SELECT table_name, list(column_name ORDER BY column_index) AS names FROM duckdb_columns()"
            " WHERE NOT internal AND data_type NOT LIKE 'TIMESTAMP%' AND column_name <> 'run_id'"
            " AND schema_name = 'main' AND table_name IN (SELECT table_name FROM duckdb_tables())"
            " AND table_name NOT IN ('run', 'build_info') GROUP BY table_name"
        )
        found = {}
        for row in columns:
            names = ", ".join(f'"{name}"' for name in row["names"])
            found[row["table_name"]] = sorted(
                map(repr, reader.rows(f'SELECT {names} FROM "{row["table_name"]}"'))
            )
    return found
