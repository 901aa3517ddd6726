"""The SQL door lets questions through and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.conftest import House
from tests.warehouse.test_build import kent
from warehouse.door import DoorError, QueryFailedError, QueryTimeoutError, RefusedError, query


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    house = House(tmp_path_factory.mktemp("door"))
    house.stage(kent())
    house.build()
    return house.target


def test_an_answer_has_columns_types_and_python_values(published: Path) -> None:
    answer = query(published, "SELECT recipient, amount, announced_on FROM award")
    assert answer.columns == ("recipient", "amount", "announced_on")
    assert answer.types == ("VARCHAR", "DECIMAL(18,2)", "DATE")
    assert answer.rows == (("Kent", Decimal("378967.00"), date(2021, 8, 7)),)
    assert not answer.truncated


@pytest.mark.parametrize(
    "sql",
    [
        "SHOW TABLES",
        "DESCRIBE award",
        "SUMMARIZE award",
        "FROM award",
        "VALUES (1), (2)",
        "WITH a AS (SELECT 1 AS x) SELECT * FROM a;",
        "-- a remark with read_csv('x')\nSELECT 'COPY t TO ''x''; read_text(1)' AS harmless",
        "SELECT current_setting('memory_limit')",
        "SELECT * FROM award WHERE recipient LIKE '%glob%'",
    ],
)
def test_questions_are_answered(published: Path, sql: str) -> None:
    assert query(published, sql).columns


HOLES = [
    "COPY award TO '{own}'",
    "COPY (SELECT 1) TO '{own}' (FORMAT parquet)",
    "EXPLAIN ANALYZE COPY award TO '{own}'",
    "EXPLAIN COPY award TO '{own}'",
    "EXPLAIN SELECT 1",
    "COPY award TO '{out}'",
    "COPY award FROM '{own}'",
    "COPY FROM DATABASE fundtrail TO memory",
    "EXPORT DATABASE '{out}'",
    "IMPORT DATABASE '{out}'",
    "ATTACH '{out}' AS other",
    "ATTACH ':memory:' AS other",
    "DETACH fundtrail",
    "USE memory",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{out}'",
    "PRAGMA version",
    "PRAGMA enable_profiling",
    "PRAGMA database_list",
    "SET memory_limit = '100GB'",
    "SET lock_configuration = false",
    "RESET memory_limit",
    "SET VARIABLE x = 1",
    "CALL pragma_version()",
    "CALL enable_logging()",
    "CHECKPOINT",
    "VACUUM",
    "ANALYZE",
    "BEGIN",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "CREATE TABLE t (a INTEGER)",
    "CREATE TEMP TABLE t AS SELECT 1",
    "CREATE MACRO m() AS 1",
    "CREATE SECRET (TYPE s3)",
    "INSERT INTO award SELECT * FROM award",
    "UPDATE award SET amount = 1",
    "DELETE FROM award",
    "DROP TABLE award",
    "ALTER TABLE award ADD COLUMN x INTEGER",
    "TRUNCATE award",
    "MERGE INTO award USING award AS b ON false WHEN NOT MATCHED THEN INSERT",
    "COMMENT ON TABLE award IS 'mine'",
    "WITH a AS (SELECT 1) INSERT INTO award SELECT * FROM award",
    "WITH a AS (SELECT 1) DELETE FROM award",
    "SELECT 1; SELECT 2",
    "SELECT 1; COPY award TO '{out}'",
    "",
    ";",
    "-- only a remark",
    "SELEC 1",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM READ_CSV_AUTO('/etc/passwd')",
    "SELECT * FROM \"read_text\"('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM read_parquet('{own}')",
    "SELECT * FROM read_duckdb('{own}')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM parquet_metadata('{own}')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM '/etc/hosts.csv'",
    "SELECT * FROM 'https://example.test/x.parquet'",
    "SELECT * FROM 's3://bucket/x.parquet'",
    "SELECT * FROM award, (SELECT * FROM read_text('/etc/passwd'))",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "WITH a AS (FROM read_text('/etc/passwd')) SELECT * FROM a",
    "SELECT * FROM query('SELECT * FROM enable_' || 'logging()')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "SELECT * FROM enable_logging(storage = 'file', storage_path = '{out}')",
    "SELECT * FROM enable_profiling(save_location = '{out}')",
    "SELECT * FROM checkpoint()",
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM duckdb_settings()",
    "SELECT write_log('x')",
    "SELECT getenv('HOME')",
    "SELECT nextval('s')",
    "SELECT * FROM pandas_scan(1, 2, 3)",
    "SELECT * FROM task",
    "PIVOT award ON area_id USING sum(amount)",
]


@pytest.mark.parametrize("sql", HOLES)
def test_everything_else_is_refused_or_fails_and_changes_nothing(
    published: Path, tmp_path: Path, sql: str
) -> None:
    before = published.read_bytes()
    around = sorted(published.parent.iterdir())
    with pytest.raises(DoorError):
        query(published, sql.format(own=published, out=tmp_path / "out"))
    assert published.read_bytes() == before
    assert sorted(published.parent.iterdir()) == around
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lock", ["COPY award TO '{own}'", "SELECT * FROM read_text('/etc/passwd')"])
def test_the_locks_hold_even_without_the_look_at_the_statement(published: Path, lock: str) -> None:
    from warehouse.door_child import _LOCKS

    with duckdb.connect(str(published), read_only=True) as connection:
        for statement in _LOCKS:
            connection.execute(statement)
        with pytest.raises(duckdb.Error):
            connection.execute(lock.format(own=published))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sum(a.range * b.range) FROM range(100000000) a, range(100000000) b",
        "SELECT count(*) FROM range(100000000000) WHERE hash(range) = 1",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r",
        "SELECT max(len(list_sort(list_transform(range(3000000), lambda x: hash(x + r.range))))) FROM range(100000) r",
    ],
)
def test_a_time_bomb_is_stopped(published: Path, sql: str) -> None:
    with pytest.raises(QueryTimeoutError, match="longer than 1 s"):
        query(published, sql, timeout_s=1)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT list_sort(list(hash(range))) FROM range(300000000)",
        "SELECT repeat('x', 5000000000)",
        "SELECT string_agg(repeat('x', 100000), '') FROM range(1000000)",
        "SELECT * FROM (SELECT range AS a FROM range(400000000)) ORDER BY hash(a)",
    ],
)
def test_a_memory_bomb_is_stopped(published: Path, sql: str) -> None:
    with pytest.raises((QueryFailedError, QueryTimeoutError)):
        query(published, sql, timeout_s=10, memory_limit="200MB")


def test_rows_beyond_the_limit_are_left_out_and_said_to_be(published: Path) -> None:
    answer = query(published, "FROM range(10)", max_rows=3)
    assert (answer.rows, answer.truncated) == (((0,), (1,), (2,)), True)


def test_an_answer_too_large_to_send_fails(published: Path) -> None:
    with pytest.raises(QueryFailedError, match="larger than 256 MB"):
        query(published, "SELECT repeat('x', 300000000)")


def test_a_missing_database_and_a_wrong_column_say_so(published: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryFailedError, match="no database at"):
        query(tmp_path / "none.duckdb", "SELECT 1")
    with pytest.raises(QueryFailedError, match="amont"):
        query(published, "SELECT amont FROM award")


def test_a_refusal_names_what_is_not_allowed(published: Path) -> None:
    with pytest.raises(RefusedError, match="not allowed here: read_csv"):
        query(published, "FROM read_csv('x')")
    with pytest.raises(RefusedError, match="only SELECT is allowed, this is COPY"):
        query(published, "COPY award TO 'x'")
    with pytest.raises(RefusedError, match="one statement is allowed, this has 2"):
        query(published, "SELECT 1; SELECT 2")
