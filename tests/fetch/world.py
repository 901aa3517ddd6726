"""A server, a home and runs of the fetch stage in it; a Kent whose pages a test may change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extractors.model import Capture
from flows import sources
from flows.sources_job import Pull
from flows.stages import Captured
from raw.store import Store
from tests.server.govuk import HOST, GovUk
from tests.server.http import Reply, Server, page, static
from tests.server.settings import settings

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KENT = "www.kent-pcc.gov.uk"
LIST = "/news-menu/press-releases/"


@dataclass
class World:
    """A server, a home and the runs in it."""

    server: Server
    home: Path

    def run(self, *pulls: Pull | str, now: datetime = NOW, **options: Any) -> Captured:
        self.server.log.clear()
        asked = [Pull(source_id=pull) if isinstance(pull, str) else pull for pull in pulls]
        return sources.fetch_sources(asked, settings=settings(self.home, self.server, **options), now=now)

    def captures(self) -> list[Capture]:
        return Store(self.home / "raw" / "data").captures()[0]

    def body(self, capture: Capture) -> bytes:
        return Store(self.home / "raw" / "data").read(capture.capture_id)

    def seen(self, captured: Captured) -> list[str]:
        urls: list[str] = json.loads(captured.seen.read_text(encoding="utf-8"))
        return urls


def codes(captured: Captured) -> list[str]:
    return sorted(issue.code for issue in captured.issues)


def govuk(world: World, *, notices: int = 24, newest: datetime = NOW - timedelta(days=2)) -> GovUk:
    site = GovUk(per_second=100_000)
    site.fill(notices, newest=newest)
    world.server.add(HOST, site)
    return site


def article(words: str, *, token: str = "t0", canonical: str | None = None) -> Reply:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return page(
        f"<!doctype html><html><head><title>Grants</title>{link}"
        f'<meta name="csrf" content="{token}"></head><body><nav><a href="/">Home</a></nav>'
        f"<main><h1>Grants for villages</h1><p>9 May 2024</p><p>{words}</p></main>"
        f"<aside class=advert><p>Offer {token}</p></aside><form><input name=token value={token}></form></body></html>"
    )


def listing(*slugs: str) -> Reply:
    links = "".join(f'<li><a href="{LIST}2024/{slug}/">{slug}</a></li>' for slug in slugs)
    return page(f"<!doctype html><html><body><main><ul>{links}</ul></main></body></html>")


def kent(world: World, *slugs: str) -> dict[str, Reply]:
    """Add Kent's site with a listing and articles; return its pages, which may change."""
    pages = {LIST: listing(*slugs)}
    for number, slug in enumerate(slugs):
        pages[f"{LIST}2024/{slug}/"] = article(
            f"The commissioner gives £{number + 1},000 to the village of {slug}."
        )
    world.server.add(KENT, static(pages))
    return pages


def url(slug: str) -> str:
    return f"https://{KENT}{LIST}2024/{slug}/"
