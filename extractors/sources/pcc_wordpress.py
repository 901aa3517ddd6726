"""Commissioners' own sites that run on WordPress: one source a site, from the table ``pcc_wordpress.csv``.

An area may have several sites (offices move when a mayor takes over); the column ``evidence`` says why the site is held
to be WordPress.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from urllib.parse import urlsplit

from extractors.sources import wordpress
from extractors.sources.base import Expect, Source, Way


def _hosts(site: str) -> tuple[str, ...]:
    host = urlsplit(site).netloc
    bare = host.removeprefix("www.")
    return (bare, f"www.{bare}")


def _source(number: int, row: dict[str, str]) -> Source:
    return Source(
        source_id=row["source_id"],
        name=row["publisher"],
        publisher=row["publisher"],
        kind="wordpress",
        homepage=row["site"],
        licence=None,
        publisher_rank=2,
        schedule=f"{number % 60} 9,17 * * *",
        recapture_days=60,
        expect=Expect(min_documents=1),
        hosts=_hosts(row["site"]),
        site_area_id=row["area_id"],
    )


def _rows() -> list[dict[str, str]]:
    text = files("extractors.sources").joinpath("pcc_wordpress.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


_SITES = {row["source_id"]: row["site"] for row in _rows()}
SOURCES = tuple(_source(number * 4, row) for number, row in enumerate(_rows()))


def ways(source: Source) -> tuple[Way, ...]:
    return wordpress.ways(_SITES[source.source_id])
