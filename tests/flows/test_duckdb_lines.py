"""The published file opens in every line of duckdb that analysts have, and all of it can be read there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import ROOT, environment
from warehouse.schema import TABLES
from warehouse.views import all_views

#: Reads every table, view and macro, and searches as `fundtrail search` does; nothing but duckdb is installed there.
ASK = """
import json, sys, duckdb
from pathlib import Path
from warehouse.search import search
path, values = sys.argv[1], {"moment": "TIMESTAMP '2099-12-31'", "content": "'{}'"}
told = {"version": duckdb.__version__, "rows": {}, "macros": {}}
with duckdb.connect(path, read_only=True) as con:
    relations = con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' UNION ALL"
                            " SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    for name, in relations:
        told["rows"][name] = len(con.execute(f'SELECT * FROM "{name}"').fetchall())
    macros = con.execute("SELECT function_name, function_type, parameters FROM duckdb_functions()"
                         " WHERE NOT internal AND schema_name = 'main'").fetchall()
    for name, kind, parameters in macros:
        call = f"{name}({', '.join(values[p] for p in parameters)})"
        rows = con.execute(f"SELECT {'* FROM ' if kind == 'table_macro' else ''}{call}").fetchall()
        told["macros"][name] = len(rows)
    told["total"] = str(con.execute("SELECT sum(amount) FROM award WHERE area_id IS NOT NULL").fetchone()[0])
found = search(Path(path), "stalking")
told["search"], told["found"] = found.method, sorted(hit.url for hit in found.hits)
print(json.dumps(told))
"""


def ask(python: str | Path, published: Path) -> dict[str, Any]:
    database = published / "warehouse" / "data" / "fundtrail.duckdb"
    env = {**environment(published), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [python, "-c", ASK, database], capture_output=True, text=True, env=env, cwd=published
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_the_line_that_builds_reads_all_of_it_and_searches_by_the_index(published: Path) -> None:
    own = ask(sys.executable, published)
    assert own["rows"].keys() == TABLES.keys() | {view.name for view in all_views()}
    assert own["macros"].keys() == {"said_as_of", "awards_as_of", "documents_as_of", "substance"}
    assert all(own["macros"].values())
    assert (own["total"], own["search"]) == ("11334384.69", "fts")
    assert own["found"]


@pytest.mark.parametrize("line", ["1.4", "2.0"])
def test_another_line_of_duckdb_reads_all_of_it(published: Path, line: str) -> None:
    python = ROOT / f".venv-duckdb-{line}" / "bin" / "python"
    if not python.is_file():
        pytest.skip(f"needs `make {python.parent.parent.name}/.done`, as `make test` does")
    other, own = ask(python, published), ask(sys.executable, published)
    assert other.pop("version").startswith(line)
    # Only the line that builds has the extension of full text as a package; the others search plainly, and say so.
    assert other.pop("search") == "plain"
    assert set(own["found"]) & set(other.pop("found"))
    assert other == {name: own[name] for name in other}
