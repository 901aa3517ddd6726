"""The fetch stage: sources from the network into the landing zone, all at once, each at its own pace."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import stamina.instrumentation

from extractors.model import Capture, Issue
from extractors.sources import catalogue
from extractors.sources.base import Window
from flows.settings import Settings
from flows.sources_crawl import Crawl, documents_window
from flows.sources_documents import Documents
from flows.sources_job import Pull
from flows.sources_state import Cursor, read_cursor, write_cursor
from flows.sources_tally import Tally
from flows.stages import Captured, Progress, silent, write_seen
from raw.fetch.addresses import Guard
from raw.fetch.cache import PageCache
from raw.fetch.client import Fetcher, trusting, user_agent
from raw.fetch.exchange import Limits
from raw.fetch.pace import Pace
from raw.fetch.proxy import Proxy
from raw.store import Store, latest

#: Requests a second to one host that no setting exceeds: GOV.UK's limit for a client, and fast enough for any other.
FASTEST = 10.0
#: Listings that no run has looked at for so long are not kept: their addresses hold days that are past.
_UNUSED = timedelta(days=30)


def fetch_sources(
    pulls: Sequence[Pull], *, settings: Settings, now: datetime, progress: Progress = silent
) -> Captured:
    """Fetch what the pulls ask for. One host that is slow, or away, holds up no other.

    What fails becomes an issue; every document that came whole is in the landing zone when this returns.
    """
    # in a thread of its own, for the caller may have an event loop (Prefect does)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _fetch(pulls, settings, now, progress)).result()


def make_fetcher(settings: Settings, pulls: Sequence[Pull] = (), *, keep: bool = True) -> Fetcher:
    """Return a fetcher as the operator set it, with the paces of the pulls' sources. ``keep`` says whether listings and
    robots.txt are kept on the disk, to be asked for conditionally."""
    sources = [one.source for pull in pulls for one in catalogue.find(pull.source_id)]
    # with loopback allowed it is a test, whose server may be asked as fast as it answers
    fastest = math.inf if settings.allow_loopback else FASTEST
    paces = {
        host: Pace(rate=min(source.rate * settings.rate_factor, fastest), concurrency=source.concurrency)
        for source in sources
        for host in source.hosts
    }
    return Fetcher(
        agent=user_agent(version("fundtrail"), settings.contact),
        guard=Guard(allow_loopback=settings.allow_loopback, connect_to=settings.connections()),
        limits=Limits(max_bytes=settings.max_body_bytes, seconds=settings.response_seconds),
        paces=paces,
        cache=PageCache(settings.raw_dir / "pages") if keep else None,
        ssl_context=None if settings.ca_file is None else trusting(settings.ca_file),
        backoff=settings.backoff_seconds,
        proxy=None if settings.proxy is None else Proxy.of(settings.proxy.get_secret_value()),
    )


class _Counter:
    """One progress line for all sources."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.total = self.done = 0

    def found(self, number: int) -> None:
        self.total += number
        self._progress("discover", self.total, self.total)

    def one(self) -> None:
        self.done += 1
        self.total = max(self.total, self.done)
        self._progress("fetch", self.done, self.total)


async def _fetch(pulls: Sequence[Pull], settings: Settings, now: datetime, progress: Progress) -> Captured:
    stamina.instrumentation.set_on_retry_hooks([])
    PageCache(settings.raw_dir / "pages").sweep(now - _UNUSED)
    store = Store(settings.raw_dir)
    captures, issues = store.captures()
    by_source: dict[str, dict[str, Capture]] = {}
    for (source_id, url), capture in latest(captures).items():
        by_source.setdefault(source_id, {})[url] = capture
    counter = _Counter(progress)
    tallies: list[Tally] = []
    async with make_fetcher(settings, pulls) as fetcher:
        crawls = []
        for pull in pulls:
            cursor = read_cursor(settings.raw_dir, pull.source_id)
            tally = Tally()
            tallies.append(tally)
            known = by_source.get(pull.source_id, {})
            crawls.append(_crawl(pull, settings, fetcher, store, known, cursor, tally, now, counter))
        async with asyncio.TaskGroup() as group:
            for crawl in crawls:
                group.create_task(crawl.run())
    for tally in tallies:
        issues += tally.issues
    return Captured(
        new=sum(tally.new for tally in tallies),
        unchanged=sum(tally.unchanged for tally in tallies),
        issues=tuple(issues),
        seen=write_seen(sorted(set().union(*(tally.seen for tally in tallies))), settings.work_dir),
    )


def _crawl(
    pull: Pull,
    settings: Settings,
    fetcher: Fetcher,
    store: Store,
    known: dict[str, Capture],
    cursor: Cursor,
    tally: Tally,
    now: datetime,
    counter: _Counter,
) -> Crawl:
    (declared,) = catalogue.find(pull.source_id)
    since, until = pull.window(declared.source, now)
    documents = Documents(
        declared=declared,
        fetcher=fetcher,
        store=store,
        known=known,
        cursor=cursor,
        tally=tally,
        cap=pull.cap or settings.max_documents,
        lag_from=documents_window(declared.source.recapture_days, now, pull.since),
        on_done=counter.one,
    )
    options: Mapping[str, str] = MappingProxyType(dict(settings.source_options.get(pull.source_id, {})))
    return Crawl(
        documents=documents,
        pull=pull,
        window=Window(since=since, until=until, urls=pull.urls, options=options),
        now=now,
        save=_saver(settings.raw_dir, pull.source_id, cursor),
        found=counter.found,
    )


def _saver(raw_dir: Path, source_id: str, cursor: Cursor) -> Callable[[], None]:
    def save() -> None:
        write_cursor(raw_dir, source_id, cursor)

    return save


def superseded(issue: Issue, started: datetime, cursors: Mapping[str, Cursor]) -> bool:
    """Return whether an issue of an earlier run no longer stands, for its source was fetched again since."""
    cursor = cursors.get(issue.source_id or "")
    if cursor is None or cursor.pulled_at is None:
        return False
    return datetime.fromisoformat(cursor.pulled_at) > started
