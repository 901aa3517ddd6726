"""Staging and building, against DuckDB copying the same Parquet and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import duckdb

from bench.pages import GOLD
from bench.timing import Ratio, compare
from extractors import registry, versions
from extractors.model import Extraction, document_id_of, stable_id
from extractors.sources import all_sources
from flows.scorecard import gold
from flows.scorecard.run import predict
from warehouse.build import build
from warehouse.inputs import BuildInputs
from warehouse.stage import STAGED, part_folders, write_part

_DOCUMENTS = 1000
_BATCH = 200
_SOURCE = "local"


def _copies(number: int) -> list[Extraction]:
    """Return as many extractions as asked for: those of the development gold in turn, each at an address of its own."""
    templates = [predict(gold.read(path)) for path in gold.find(GOLD / "dev")]
    return [_at_address(one, place) for place, one in enumerate(islice(cycle(templates), number))]


def _at_address(one: Extraction, place: int) -> Extraction:
    url = f"https://bench.example/{place}"
    document_id = document_id_of(_SOURCE, url)
    capture_id = stable_id(place).ljust(64, "0")
    document = replace(
        one.document, document_id=document_id, capture_id=capture_id, source_id=_SOURCE, url=url
    )
    capture = replace(one.capture, capture_id=capture_id, source_id=_SOURCE, url=url, final_url=url)
    money = tuple(replace(mention, document_id=document_id) for mention in one.money)
    ids = {old.mention_id: new.mention_id for old, new in zip(one.money, money, strict=True)}
    return replace(
        one,
        document=document,
        capture=capture,
        money=money,
        pcc=tuple(replace(mention, document_id=document_id) for mention in one.pcc),
        programmes=tuple(replace(mention, document_id=document_id) for mention in one.programmes),
        counts=tuple(replace(mention, document_id=document_id) for mention in one.counts),
        claims=tuple(
            replace(claim, document_id=document_id, money_mention_id=ids[claim.money_mention_id])
            for claim in one.claims
        ),
        issues=tuple(
            replace(issue, document_id=document_id, source_id=_SOURCE, url=url) for issue in one.issues
        ),
    )


def _stage(extractions: Sequence[Extraction], directory: Path) -> None:
    for start in range(0, len(extractions), _BATCH):
        write_part(
            extractions[start : start + _BATCH], directory=directory, extraction_key=versions.extraction_key()
        )


def _copy(parts: Path, target: Path) -> None:
    with duckdb.connect(str(target)) as connection:
        for table in STAGED:
            files = [str(folder / f"{table.name}.parquet") for folder in part_folders(parts)]
            connection.execute(f"CREATE TABLE {table.name} AS FROM read_parquet(?) LIMIT 0", [files])
            connection.execute(f"INSERT INTO {table.name} SELECT * FROM read_parquet(?)", [files])
        connection.execute("CHECKPOINT")


def store(rounds: int) -> Iterator[Ratio]:
    """Yield staging and the whole build, each against DuckDB's plain copy of the staged rows."""
    extractions = _copies(_DOCUMENTS)
    rows = sum(len(one.money) + len(one.pcc) + len(one.programmes) + len(one.claims) for one in extractions)
    over = f"{_DOCUMENTS:,} documents, {rows:,} mentions and claims"
    inputs = BuildInputs(
        registries=registry.rows(),
        sources=[source.row() for source in all_sources()],
        extraction_key=versions.extraction_key(),
    )
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _stage(extractions, work / "parts")
        number = iter(range(10_000))

        def staging() -> None:
            _stage(extractions, work / f"parts-{next(number)}")

        def building() -> None:
            target = work / f"build-{next(number)}" / "fundtrail.duckdb"
            build(inputs, parts=work / "parts", target=target, built_at=datetime(2026, 1, 1, tzinfo=UTC))

        def copying() -> None:
            _copy(work / "parts", work / f"copy-{next(number)}.duckdb")

        plain = "DuckDB INSERT ... SELECT of the same Parquet"
        yield compare(
            staging, copying, names=("stage: rows to Parquet, fsynced", plain), over=over, rounds=rounds
        )
        subject = "build: load, resolve, reconcile, check, index"
        yield compare(building, copying, names=(subject, plain), over=over, rounds=rounds, clock=perf_counter)
