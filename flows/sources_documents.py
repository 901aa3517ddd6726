"""One document of a source: asked for when it may have changed, kept when a reader would see a difference."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from extractors.model import Capture, Issue, Severity
from extractors.parse import ParseError
from extractors.sources.base import LISTED_AT, LISTED_DAY, Item, LayoutError
from extractors.sources.catalogue import Declared
from extractors.sources.reading import visible_text
from flows.sources_state import Cursor
from raw.fetch.client import Fetcher, Response, Validators
from raw.fetch.errors import FetchError
from raw.fetch.sniff import kept_type
from raw.fetch.urls import recorded
from raw.store import Observation, Store, sha256_of

_GONE = (404, 410)
_LONGEST_CHAIN = 4


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a pull did so far. ``asked`` counts documents that were requested, ``capped`` says that the cap was met."""

    new: int = 0
    unchanged: int = 0
    asked: int = 0
    capped: bool = False
    issues: list[Issue] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def gone(capture: Capture) -> bool:
    """Return whether an observation says that the page is no longer there."""
    return capture.http_status in _GONE


def _listed(capture: Capture) -> dict[str, str]:
    return {name: value for name, value in capture.headers.items() if name in (LISTED_AT, LISTED_DAY)}


def listed_at(capture: Capture) -> datetime:
    """Return when a page was last changed as far as its listing said, else when it was captured."""
    stated = capture.headers.get(LISTED_AT)
    return datetime.fromisoformat(stated) if stated else capture.captured_at


@dataclass(slots=True, kw_only=True)
class Documents:
    """Fetches the documents of one source in one run. ``known`` are its newest captures by address, ``ready`` answers
    that were fetched as listings and are documents themselves."""

    declared: Declared
    fetcher: Fetcher
    store: Store
    known: dict[str, Capture]
    cursor: Cursor
    tally: Tally
    cap: int
    lag_from: datetime
    on_done: Callable[[], None]
    ready: dict[str, Response] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def issue(self, code: str, url: str, message: str, *, severity: Severity = Severity.ERROR) -> Issue:
        return Issue(
            code=code,
            severity=severity,
            stage="capture",
            message=message,
            source_id=self.declared.source.source_id,
            url=recorded(url),
        )

    def capture_of(self, item: Item) -> Capture | None:
        """Return the newest capture of an item's document."""
        return self.known.get(self.cursor.aliases.get(recorded(item.url), recorded(item.url)))

    def is_news(self, item: Item) -> bool:
        """Return whether a listing tells of a document, or of a change, that was not captured yet."""
        known = self.capture_of(item)
        return known is None or (item.changed_at is not None and item.changed_at > listed_at(known))

    def _settled(self, item: Item) -> bool:
        """Return whether asking again is pointless: captured in this round already, or old and not changed since."""
        known = self.capture_of(item)
        if known is None:
            return False
        round_began = self.cursor.open_since
        if round_began is not None and known.captured_at >= datetime.fromisoformat(round_began):
            return True
        return item.changed_at is not None and not self.is_news(item) and item.changed_at < self.lag_from

    async def get_all(self, items: list[Item]) -> None:
        """Fetch documents, as many at once as the source allows."""
        queue = list(reversed(items))

        async def work() -> None:
            while queue:
                item = queue.pop()
                queue.extend(await self._one(item))
                self.on_done()

        workers = min(len(items), self.declared.source.concurrency)
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(work())

    async def _one(self, item: Item) -> list[Item]:
        """Fetch one document and return further ones that belong to it."""
        if item.address in self._taken:
            return []
        self._taken.add(item.address)
        self.tally.seen.add(recorded(item.url))
        if self._settled(item):
            self.tally.unchanged += 1
            return []
        if self.tally.asked >= self.cap:
            self.tally.capped = True
            return []
        self.tally.asked += 1
        try:
            return await self._fetch(item)
        except FetchError as error:
            severity = Severity.WARNING if error.code == "robots-disallowed" else Severity.ERROR
            self.tally.issues.append(self.issue(error.code, item.url, error.message, severity=severity))
        except LayoutError as error:
            self.tally.issues.append(self.issue("layout-changed", item.url, str(error)))
        return []

    async def _fetch(self, item: Item) -> list[Item]:
        known = self.capture_of(item)
        validators = Validators.of(known.headers) if known is not None and not gone(known) else None
        target = item
        for _ in range(_LONGEST_CHAIN):
            response = self.ready.pop(target.address, None)
            if response is None:
                response = await self.fetcher.get(target.address, validators=validators)
            if response.status == 304:
                self.tally.unchanged += 1
                return []
            if response.status in _GONE:
                await self._vanished(item, known, response)
                return []
            at = target if target.fetch_url else replace(target, url=response.final_url)
            page = self.declared.page(response.body, at)
            if page.moved_to is None:
                await self._keep(item, recorded(page.url), response)
                return list(page.items)
            target = page.moved_to
        raise FetchError("too-many-redirects", f"the page moved more than {_LONGEST_CHAIN} times")

    async def _keep(self, item: Item, url: str, response: Response) -> None:
        if recorded(item.url) != url:
            self.cursor.aliases[recorded(item.url)] = url
            if url in self._taken:
                self.tally.unchanged += 1
                return
        self._taken.add(url)
        self.tally.seen.add(url)
        media_type = kept_type(response.body, response.declared_type)
        known = self.known.get(url)
        headers = dict(response.headers)
        if item.changed_at is not None:
            headers[LISTED_AT] = item.changed_at.astimezone(UTC).isoformat()
        if item.published_on is not None:
            headers[LISTED_DAY] = item.published_on.isoformat()
        if known is not None and not gone(known) and await self._same(known, response, media_type):
            self.tally.unchanged += 1
            return
        await self._store(url, response, media_type, headers)
        self.tally.new += 1

    async def _store(self, url: str, response: Response, media_type: str, headers: dict[str, str]) -> None:
        observation = Observation(
            source_id=self.declared.source.source_id,
            url=url,
            final_url=response.final_url,
            captured_at=response.received_at,
            http_status=response.status,
            media_type=media_type,
            headers=headers,
        )
        self.known[url] = await asyncio.to_thread(self.store.add, observation, response.body)

    async def _same(self, known: Capture, response: Response, media_type: str) -> bool:
        """Return whether a reader would see the same. A body that can't be read is no reason to think so."""
        capture_id = sha256_of(response.body)
        if capture_id == known.capture_id:
            return self.store.blob_path(capture_id).exists()
        latest = replace(
            known,
            capture_id=capture_id,
            captured_at=response.received_at,
            media_type=media_type,
            headers={**response.headers, **_listed(known)},
        )

        def compare() -> bool:
            try:
                return visible_text(known, self.store.read(known.capture_id)) == visible_text(
                    latest, response.body
                )
            except ParseError:
                return False

        return await asyncio.to_thread(compare)

    async def _vanished(self, item: Item, known: Capture | None, response: Response) -> None:
        """Mark a document that is no longer there; what was captured of it stays."""
        if known is None:
            message = f"listed, but the server answers {response.status}"
            self.tally.issues.append(
                self.issue("listed-but-missing", item.url, message, severity=Severity.WARNING)
            )
            return
        if gone(known):
            self.tally.unchanged += 1
            return
        await self._store(known.url, response, "text/plain", dict(response.headers))
        message = f"the server answers {response.status}; the last capture stays, marked as withdrawn"
        self.tally.issues.append(self.issue("document-gone", known.url, message, severity=Severity.WARNING))

    def to_ask_again(self) -> list[Item]:
        """Return the known documents of the lag window that no listing of this run named."""
        return [
            Item(url=url, fetch_url=capture.final_url if capture.final_url != url else None)
            for url, capture in self.known.items()
            if listed_at(capture) >= self.lag_from and url not in self.tally.seen
        ]


def lag_start(now: datetime, days: int) -> datetime:
    """Return the moment from which on pages are asked for again."""
    return now - timedelta(days=days)
