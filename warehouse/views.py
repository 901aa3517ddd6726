"""The views and macros that answer questions. Each view is a file of ``sql/views/``: the first line is the question
that it answers, further ``-- name: words`` lines comment columns, the rest is its SELECT."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from warehouse.schema import TABLES, quoted

if TYPE_CHECKING:
    import duckdb

#: Views that others read come first.
_FIRST = ("v_award", "v_awards_by_area", "v_announcements")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view: its name, the question that it answers, comments of its own columns, and its SELECT."""

    name: str
    question: str
    columns: dict[str, str]
    sql: str


def all_views() -> tuple[View, ...]:
    """Return the views in the order in which they can be made."""
    folder = resources.files("warehouse").joinpath("sql", "views")
    names = sorted(file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql"))
    ordered = [*_FIRST, *(name for name in names if name not in _FIRST)]
    return tuple(_view(name, folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")) for name in ordered)


def _view(name: str, text: str) -> View:
    lines = text.splitlines()
    remarks = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    columns = dict(remark.split(": ", 1) for remark in remarks[1:])
    sql = "\n".join(line for line in lines if not line.startswith("-- "))
    return View(name=name, question=remarks[0], columns=columns, sql=sql)


def make_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make and comment the views; the macros that they use are there. A column without words of its own takes those of
    the tables' column of the same name."""
    known = {column.name: column.comment for table in TABLES.values() for column in table.columns}
    for view in all_views():
        connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
        connection.execute(f"COMMENT ON VIEW {view.name} IS {quoted(view.question)}")
        described = connection.execute(f"DESCRIBE {view.name}").fetchall()
        for name in (row[0] for row in described):
            comment = view.columns.get(name, known.get(name))
            if comment:
                connection.execute(f'COMMENT ON COLUMN {view.name}."{name}" IS {quoted(comment)}')
