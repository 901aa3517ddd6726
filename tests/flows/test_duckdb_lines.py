"""The published file opens in every line of duckdb that analysts have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT

ASK = """
import sys, duckdb
with duckdb.connect(sys.argv[1], read_only=True) as con:
    views = [name for name, in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()]
    for view in views:
        con.execute(f'SELECT * FROM "{view}"').fetchall()
    total = con.execute("SELECT sum(amount) FROM award WHERE area_id IS NOT NULL").fetchone()[0]
    print(duckdb.__version__, len(views), total)
"""


def ask(python: str | Path, published: Path) -> list[str]:
    database = published / "warehouse" / "data" / "fundtrail.duckdb"
    done = subprocess.run([python, "-c", ASK, database], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("line", ["1.4", "2.0"])
def test_another_line_of_duckdb_reads_every_view(published: Path, line: str) -> None:
    python = ROOT / f".venv-duckdb-{line}" / "bin" / "python"
    if not python.is_file():
        pytest.skip(f"needs `make {python.parent.parent.name}/.done`, as `make test` does")
    version, views, total = ask(python, published)
    assert version.startswith(line)
    assert [views, total] == ask(sys.executable, published)[1:]
    assert total == "11334384.69"
