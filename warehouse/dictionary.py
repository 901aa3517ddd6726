"""The data dictionary: tables, columns, views and macros in words, made from their declarations."""

from __future__ import annotations

from collections.abc import Iterator

from warehouse.checks import all_checks
from warehouse.schema import TABLES, Table
from warehouse.views import all_views

_MACROS = (
    ("FROM said_as_of(moment)", "What builds said of announcements and awards at a moment (UTC)."),
    ("FROM awards_as_of(moment)", "The awards as they were published at a moment (UTC)."),
    ("FROM documents_as_of(moment)", "The text that each document had at a moment (UTC)."),
    (
        "substance(content)",
        "The values of a fact without the number of witnesses and the headline, for comparing versions.",
    ),
)


def table_names() -> tuple[str, ...]:
    """Return the names of the published tables, in the order of the dictionary."""
    return tuple(TABLES)


def describe(name: str) -> str:
    """Return one table's part of the dictionary, or a view's question and SELECT.

    Raises:
        KeyError: there is no such table or view.
    """
    if name in TABLES:
        return "\n".join(_table(TABLES[name]))
    view = next((view for view in all_views() if view.name == name), None)
    if view is None:
        raise KeyError(f"there is no table or view {name!r}")
    return f"## {view.name}\n\n{view.question}\n\n```sql\n{view.sql.strip()}\n```"


def data_dictionary() -> str:
    """Return the whole dictionary as Markdown, the text of docs/data-dictionary.md."""
    lines = [
        "# Data dictionary",
        "",
        "Made from `warehouse/schema/` and `warehouse/sql/` by `make docs`; do not edit.",
        "Times are UTC. Money is DECIMAL(18,2) beside its currency. Offsets count characters from 0, ends excluded.",
        "",
        "Key columns are marked **key**; `?` after a type means that the column can be null.",
        "",
        "# Tables",
        "",
    ]
    for table in TABLES.values():
        lines += [*_table(table), ""]
    lines += [
        "# Views",
        "",
        "Each answers a question; sums over them count each award and each total once.",
        "",
    ]
    for view in all_views():
        lines += [f"## {view.name}", "", view.question, ""]
        lines += [f"- `{name}`: {words}" for name, words in view.columns.items()]
        lines += [""] if view.columns else []
    lines += ["# Macros", "", *(f"- `{call}`: {words}" for call, words in _MACROS), ""]
    lines += ["# Checks", "", "A gate that finds a row keeps the file from being published.", ""]
    lines += [f"- `{c.name}` ({'gate' if c.gate else 'warning'}): {c.question}" for c in all_checks()]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield from (
        f"## {table.name}",
        "",
        table.comment,
        "",
        "| column | type | what it is |",
        "| --- | --- | --- |",
    )
    for column in table.columns:
        words = column.comment.replace("|", "\\|")
        refers = f" Refers to `{column.of}`." if column.of else ""
        key = " **key**" if column.key else ""
        yield f"| `{column.name}` | {column.type}{'?' if column.nullable else ''}{key} | {words}{refers} |"
