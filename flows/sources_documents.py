"""One document of a source: asked for when it may have changed, kept when a reader would see a difference."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from extractors.model import Capture, Issue, Severity
from extractors.parse import ParseError
from extractors.sources.base import LISTED_AT, LISTED_DAY, LISTED_TITLE, Item, LayoutError
from extractors.sources.catalogue import Declared
from extractors.sources.reading import visible_text
from flows.sources_state import Cursor
from flows.sources_tally import GONE, Tally, gone, listed_at, listed_headers
from raw.fetch.client import Fetcher, Response
from raw.fetch.errors import FetchError
from raw.fetch.exchange import Validators
from raw.fetch.sniff import kept_type
from raw.fetch.urls import host_of, recorded
from raw.store import Observation, Store, sha256_of

_LONGEST_CHAIN = 4
#: Failures after which a document that was never captured is asked for in the next run too.
_PASSING = ("host-given-up", "robots-unreachable")


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
    _later: list[Item] = field(default_factory=list)
    _left: list[Item] = field(default_factory=list)
    _last_round: bool = False

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
        self.cursor.owed.pop(recorded(item.url), None)
        try:
            return await self._fetch(item)
        except FetchError as error:
            self._failed(item, error)
        except LayoutError as error:
            self.tally.issues.append(self.issue("layout-changed", item.url, str(error)))
        return []

    def _failed(self, item: Item, error: FetchError) -> None:
        """Put a document off to the end of the run, to the next run, or record why it is left."""
        if error.retryable and not self._last_round:
            self._later.append(item)
            return
        address = item.address
        if (
            (error.retryable or error.code in _PASSING)
            and self.capture_of(item) is None
            and recorded(address) == address
        ):
            self.cursor.owed[recorded(item.url)] = item.fetch_url or ""
        if error.code == "host-given-up":
            self._left.append(item)
            return
        severity = Severity.WARNING if error.code == "robots-disallowed" else Severity.ERROR
        self.tally.issues.append(self.issue(error.code, item.url, error.message, severity=severity))

    async def last_round(self) -> None:
        """Ask once more for what failed in passing, then say what was left."""
        self._last_round = True
        later, self._later = self._later, []
        self._taken -= {item.address for item in later}
        self.tally.asked -= len(later)
        await self.get_all(later)
        if self._left:
            host = host_of(self._left[0].address)
            left = f"{len(self._left):,} documents wait for the next run"
            message = f"{host} failed again and again, or asked to be left alone; {left}"
            self.tally.issues.append(self.issue("host-given-up", f"https://{host}/", message))

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
            if response.status in GONE:
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
        if recorded(item.url) == url:
            self.cursor.aliases.pop(url, None)
        else:
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
        if item.title is not None:
            headers[LISTED_TITLE] = item.title
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
            headers={**response.headers, **listed_headers(known)},
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
        """Return what no listing of this run named: known documents of the lag window, and those owed from earlier."""
        known = [
            Item(url=url, fetch_url=capture.final_url if capture.final_url != url else None)
            for url, capture in self.known.items()
            if listed_at(capture) >= self.lag_from and url not in self.tally.seen
        ]
        owed = [
            Item(url=url, fetch_url=address or None)
            for url, address in self.cursor.owed.items()
            if url not in self.tally.seen
        ]
        return known + owed
