"""The far side of the SQL door: reads one task from stdin, answers on stdout, and ends. See :mod:`warehouse.door`."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from warehouse.door import refusal_words, write_answer

#: Functions that write, reach the file system or the process, or run SQL that the statement's own tree does not show.
FORBIDDEN = frozenset(
    [
        "arrow_scan",
        "arrow_scan_dumb",
        "checkpoint",
        "disable_logging",
        "disable_profiling",
        "duckdb_external_file_cache",
        "duckdb_logs",
        "duckdb_log_contexts",
        "duckdb_secrets",
        "duckdb_settings",
        "duckdb_temporary_files",
        "enable_logging",
        "enable_profiling",
        "force_checkpoint",
        "from_substrait",
        "from_substrait_json",
        "get_substrait",
        "get_substrait_json",
        "getenv",
        "glob",
        "icu_calendar_names",
        "json_execute_serialized_sql",
        "load_aws_credentials",
        "nextval",
        "pandas_scan",
        "pragma_database_list",
        "python_map_function",
        "query",
        "read_blob",
        "read_csv",
        "read_csv_auto",
        "read_duckdb",
        "read_json",
        "read_json_auto",
        "read_json_objects",
        "read_json_objects_auto",
        "read_ndjson",
        "read_ndjson_auto",
        "read_ndjson_objects",
        "read_parquet",
        "read_text",
        "parquet_bloom_probe",
        "parquet_file_metadata",
        "parquet_full_metadata",
        "parquet_kv_metadata",
        "parquet_metadata",
        "parquet_scan",
        "parquet_schema",
        "setseed",
        "sleep_ms",
        "sniff_csv",
        "sqlite_scan",
        "truncate_duckdb_logs",
        "which_secret",
        "write_log",
    ]
)
#: In this order: each of the first three can no longer be set once a later one holds.
_LOCKS = (
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET python_enable_replacements = false",
    "SET max_expression_depth = 500",
    "SET threads = 2",
    "SET disabled_filesystems = 'LocalFileSystem'",
    "SET lock_configuration = true",
)
#: Room for the interpreter and the rows on their way out, beside the database's own memory.
_HEADROOM = 3 * 2**30


def main() -> None:
    """Answer the task on stdin."""
    task = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = _answer(task)
    except duckdb.Error as error:
        answer = {"failed": str(error)}
    except MemoryError:
        answer = {"failed": "out of memory"}
    write_answer(sys.stdout.buffer, answer)


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    sql: str = task["sql"]
    if reason := refusal(sql):
        return {"refused": reason}
    with duckdb.connect(task["database"], read_only=True) as connection:
        connection.execute("SET memory_limit = ?", [task["memory_limit"]])
        load_search(connection)
        for lock in _LOCKS:
            connection.execute(lock)
        resource.setrlimit(resource.RLIMIT_AS, (address_space() + _HEADROOM,) * 2)
        # The file is open; from here on this process can open none of more than no bytes to write.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        cursor = connection.execute(sql)
        described = cursor.description or []
        rows = cursor.fetchmany(task["max_rows"] + 1)
        return {
            "columns": tuple(column[0] for column in described),
            "types": tuple(str(column[1]) for column in described),
            "rows": tuple(rows[: task["max_rows"]]),
            "truncated": len(rows) > task["max_rows"],
        }


def refusal(sql: str) -> str | None:
    """Say why a statement is not let through; None when it is.

    Its tree is looked at, not its letters, so quoting, comments and strings neither hide a call nor feign one.
    """
    with duckdb.connect() as parser:
        try:
            statements = parser.extract_statements(sql)
        except duckdb.Error as error:
            return str(error)
        if len(statements) != 1:
            return f"one statement is allowed, this has {len(statements)}"
        if statements[0].type != duckdb.StatementType.SELECT:
            return f"only SELECT is allowed, this is {statements[0].type.name}"
        tree = json.loads(parser.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchall()[0][0])
    if tree["error"]:
        return f"only SELECT is allowed: {tree['error_message']}"
    called = {name.lower() for name in _called(tree)}
    return refusal_words(sorted(called & FORBIDDEN)) if called & FORBIDDEN else None


def _called(node: Any) -> Iterator[str]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            if isinstance(name := here.get("function_name"), str):
                yield name
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here


def load_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Load the full-text extension when its package is installed for this very version of duckdb."""
    from warehouse.search import extension_file

    if (file := extension_file()) is not None:
        connection.load_extension(str(file))


def address_space() -> int:
    """Return the bytes of address space that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


if __name__ == "__main__":
    main()
