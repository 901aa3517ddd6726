"""The Frictionless data package: what lies in an export, column by column, with its sources and their licences."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from warehouse.export.licences import attribution, open_licence
from warehouse.export.tables import WHOLE_TEXTS
from warehouse.schema import SCHEMA_VERSION, Table
from warehouse.schema.columns import BIG, BIGS, DAY, TEXT, TEXTS, TIME, WHOLE, YES_NO, Column

NAME = "datapackage.json"
_TYPES = {TEXT: "string", TEXTS: "array", WHOLE: "integer", BIG: "integer", BIGS: "array", YES_NO: "boolean",
          DAY: "date", TIME: "datetime"}  # fmt: skip
_MEDIA = {
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".md": "text/markdown",
}


def describe(
    folder: Path,
    *,
    tables: Iterable[Table],
    others: Iterable[str],
    sources: Iterable[Mapping[str, Any]],
    built_at: str,
) -> dict[str, Any]:
    """Return the package's descriptor. ``others`` are the files beside the tables; ``sources`` rows of ``source``."""
    tables = tuple(tables)
    names = {table.name for table in tables}
    resources = [_csv(folder, table, names) for table in tables]
    resources += [
        _file(folder, f"parquet/{table.name}.parquet", f"{table.name}-parquet", "The same rows, exact.")
        for table in tables
    ]
    resources += [
        _file(folder, name, name.replace(".", "-").lower(), _OTHERS[name]) for name in sorted(others)
    ]
    return {
        "name": "fundtrail",
        "profile": "data-package",
        "title": "UK policing money, from the page to the row",
        "description": "Who got how much, from which fund, for what, and who says so. Times are UTC. Money is in"
        " units of its currency. Rules read the facts from public pages; award_claim.quote has the words behind each."
        " In the CSV files a text that a spreadsheet program could run as a formula has an apostrophe in front; the"
        " Parquet files have every value as it is. Whole texts are left out where the source's licence is not known"
        " to allow copies; the quotes stay.",
        "version": f"{SCHEMA_VERSION}.0.0",
        "created": built_at,
        "sources": [_source(row) for row in sources],
        "resources": resources,
    }


_OTHERS = {
    "360giving.json": "Awards as grants of the 360Giving Data Standard 1.4.",
    "360giving.xlsx": "The same grants as a spreadsheet with the standard's column titles.",
    "360giving-left-out.csv": "Awards that are no grants in the standard's sense, with the reason.",
    "LICENCES.md": "Sources, their licences and how to name them.",
}


def licences_page(sources: Iterable[Mapping[str, Any]]) -> str:
    """Return LICENCES.md: each source with its licence and the line that names it."""
    lines = [
        "# Sources and licences",
        "",
        "| source | publisher | licence | whole texts | attribution |",
        "| --- " * 5 + "|",
    ]
    for row in sources:
        included = "included" if open_licence(row["licence"]) else "withheld"
        cells = [row["name"], row["publisher"], row["licence"] or "not known", included,
                 attribution(row["publisher"], row["licence"])]  # fmt: skip
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _source(row: Mapping[str, Any]) -> dict[str, Any]:
    licence = open_licence(row["licence"])
    described = {
        "title": row["name"],
        "source_id": row["source_id"],
        "publisher": row["publisher"],
        "licence": row["licence"] or "not known",
        "attribution": attribution(row["publisher"], row["licence"]),
        "texts": "included" if licence else "withheld",
    }
    if row["homepage"] and row["homepage"].startswith(("http://", "https://")):
        described["path"] = row["homepage"]
    if licence:
        described["licence_path"] = licence.path
    return described


def _csv(folder: Path, table: Table, names: Collection[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    references = [
        {
            "fields": [column.name],
            "reference": {"resource": "" if _target(column)[0] == table.name else _target(column)[0],
                          "fields": [_target(column)[1]]},
        }
        for column in table.columns
        if column.of and _target(column)[0] in names
    ]  # fmt: skip
    if references:
        schema["foreignKeys"] = references
    return {
        **_file(folder, f"csv/{table.name}.csv", table.name, table.comment),
        "type": "table",
        "profile": "tabular-data-resource",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _target(column: Column) -> tuple[str, str]:
    table, _, name = (column.of or "").partition(".")
    return table, name


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "number"),
        "description": column.comment,
    }
    # An empty text is an empty field too, so of texts only those that make up a key are known to be there.
    sure = column.key if column.type == TEXT else not column.nullable
    if sure and WHOLE_TEXTS.get(table.name) != column.name:
        field["constraints"] = {"required": True}
    return field


def _file(folder: Path, path: str, name: str, description: str) -> dict[str, Any]:
    file = folder / path
    suffix = file.suffix
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "name": name,
        "type": "file",
        "path": path,
        "description": description,
        "scheme": "file",
        "format": suffix.removeprefix("."),
        "mediatype": _MEDIA[suffix],
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
    }
