"""One source in one run: its listings page by page, its documents as they are found, its cursor after each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from extractors.model import Issue, Severity
from extractors.sources.base import Item, LayoutError, Listing, Way, Window
from flows.sources_documents import Documents
from flows.sources_job import Pull
from flows.sources_state import Cursor
from flows.sources_tally import lag_start
from raw.fetch.client import Fetcher, Response
from raw.fetch.errors import FetchError
from raw.fetch.urls import recorded

#: A listing of more pages than this is a loop.
MOST_PAGES = 2000


async def fetch_listing(fetcher: Fetcher, way: Way, url: str) -> tuple[Response, Listing]:
    """Return a page of a listing, as it was answered and as it reads.

    Raises:
        FetchError: there is none.
        LayoutError: it is not what the way expects.
    """
    response = await fetcher.get_page(url)
    if response.status != 200:
        raise FetchError("listing-missing", f"the server answers {response.status}", status=response.status)
    return response, way.discover(response.body, url)


class _WayClosedError(Exception):
    """The site does not offer this way to its documents. ``issue`` says so when no other way is left."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


@dataclass(slots=True, kw_only=True)
class Crawl:
    """Finds and fetches one source's documents. ``save`` keeps the cursor; ``found`` hears of new items."""

    documents: Documents
    pull: Pull
    window: Window
    now: datetime
    save: Callable[[], None]
    found: Callable[[int], None]
    _listed: set[str] = field(default_factory=set)

    @property
    def cursor(self) -> Cursor:
        return self.documents.cursor

    async def run(self) -> None:
        """Go the source's ways until one exists, then ask again for what the lag window still holds."""
        cursor, source = self.cursor, self.documents.declared.source
        cursor.pulled_at = self.now.isoformat()
        cursor.problem = None
        asked = [self.window.since.isoformat(), self.window.until.isoformat()]
        goes_on = cursor.open_since is not None and cursor.window[:1] == asked[:1] and not self.pull.urls
        if not goes_on:
            cursor.open_since, cursor.next_page = datetime.now(UTC).isoformat(), None
        cursor.window = asked
        self.save()
        closed: list[Issue] = []
        for way in self.documents.declared.ways:
            try:
                whole = await self._go(way)
                break
            except _WayClosedError as error:
                closed.append(error.issue)
        else:
            self._report(closed)
            return
        if closed:
            names = ", ".join(way.name for way in self.documents.declared.ways[: len(closed)])
            self._note(
                "way-closed",
                source.homepage or "",
                f"{names} not offered: {closed[0].message}",
                Severity.INFO,
            )
        if whole and not self.documents.tally.capped:
            again = self.documents.to_ask_again()
            self.found(len(again))
            await self.documents.get_all(again)
        await self.documents.last_round()
        self._finish(whole and not self.documents.tally.capped)

    def _report(self, issues: Iterable[Issue]) -> None:
        own = list(issues)
        self.documents.tally.issues += own
        self.cursor.problem = own[-1].code if own else None
        self.save()

    def _note(self, code: str, url: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self.documents.tally.issues.append(self._issue(code, url, message, severity))

    def _issue(self, code: str, url: str, message: str, severity: Severity = Severity.ERROR) -> Issue:
        return Issue(
            code=code,
            severity=severity,
            stage="discover",
            message=message,
            source_id=self.documents.declared.source.source_id,
            url=recorded(url) if url else None,
        )

    def _finish(self, whole: bool) -> None:
        cursor = self.cursor
        if self.documents.tally.capped:
            cap = self.documents.cap
            self._note(
                "cap-reached", "", f"{cap:,} documents were asked for; the next run goes on", Severity.INFO
            )
        if whole:
            cursor.finished_at = datetime.now(UTC).isoformat()
            cursor.open_since = cursor.next_page = None
            since = self.window.since.isoformat()
            cursor.covered_since = min(since, cursor.covered_since or since)
            cursor.listed = len(self._listed)
        self.save()

    async def _go(self, way: Way) -> bool:
        """Walk a way's listings. Returns whether its end was reached.

        Raises:
            _WayClosedError: its first page does not exist, is none of its kind, or lists too few documents.
        """
        self._listed.clear()
        resumed = self.cursor.next_page
        frontier = [resumed] if resumed else list(way.starts(self.window))
        expected = self._expected(way) if resumed is None else 0
        pending: list[Item] = []
        visited: set[str] = set()
        while frontier:
            url = frontier.pop(0)
            if url in visited or len(visited) >= MOST_PAGES:
                continue
            visited.add(url)
            try:
                listing = await self._listing(way, url)
            except (FetchError, LayoutError) as error:
                if len(visited) == 1:
                    raise _WayClosedError(self._failure(url, error)) from error
                if isinstance(error, FetchError) and error.status in way.ended_by:
                    continue
                self._report([self._failure(url, error)])
                return False
            before = len(self._listed)
            fresh = self._take(listing)
            pending += fresh
            frontier += [*listing.lists, *filter(None, [listing.next_page])]
            if len(self._listed) < expected and frontier:
                continue
            if len(self._listed) < expected:
                raise _WayClosedError(self._too_few(url, listing, expected))
            stop = len(self._listed) == before or not self._goes_on(listing, fresh)
            self.found(len(pending))
            await self.documents.get_all(pending)
            pending = []
            if self.documents.tally.capped:
                self.cursor.next_page = url if recorded(url) == url else None
                return False
            if stop:
                frontier = [other for other in frontier if other != listing.next_page]
            # a place that can't be written down without a secret is not remembered
            onward = frontier[0] if len(frontier) == 1 else ""
            self.cursor.next_page = onward if onward and recorded(onward) == onward else None
            self.save()
        if len(self._listed) > self.documents.declared.source.expect.max_documents:
            self._note("more-than-expected", "", f"{len(self._listed):,} documents listed", Severity.WARNING)
        return True

    def _expected(self, way: Way) -> int:
        source = self.documents.declared.source
        usual = (self.window.until - self.window.since).days >= source.recapture_days
        return source.expect.min_documents if usual or not way.windowed else 0

    async def _listing(self, way: Way, url: str) -> Listing:
        response, listing = await fetch_listing(self.documents.fetcher, way, url)
        if any(item.address == url for item in listing.items):
            self.documents.ready[url] = response
        return listing

    def _failure(self, url: str, error: FetchError | LayoutError) -> Issue:
        if isinstance(error, LayoutError):
            return self._issue("layout-changed", url, str(error))
        severity = Severity.WARNING if error.code == "robots-disallowed" else Severity.ERROR
        return self._issue(error.code, url, error.message, severity)

    def _too_few(self, url: str, listing: Listing, expected: int) -> Issue:
        message = (
            f"{len(self._listed)} documents listed where at least {expected} are expected (by {listing.found_by});"
            " nothing of this run is kept for the source"
        )
        return self._issue("fewer-than-expected", url, message)

    def _take(self, listing: Listing) -> list[Item]:
        """Return a page's items that are new to this run, on the source's hosts and inside the window."""
        hosts = self.documents.declared.source.hosts
        taken: list[Item] = []
        for item in listing.items:
            if item.address in self._listed or (hosts and urlsplit(item.address).netloc.lower() not in hosts):
                continue
            self._listed.add(item.address)
            if item.changed_at is None or self._inside(item.changed_at.date()):
                taken.append(item)
        return taken

    def _inside(self, day: date) -> bool:
        return self.window.since <= day <= self.window.until

    def _goes_on(self, listing: Listing, fresh: list[Item]) -> bool:
        """Return whether the next page of a listing (newest first) may hold something that is still to be asked for."""
        if not fresh:
            since = self.window.since
            return any(item.changed_at is None or item.changed_at.date() >= since for item in listing.items)
        covered = self.cursor.covered_since
        if self.pull.since is not None or covered is None or covered > self.window.since.isoformat():
            return True
        return any(self.documents.is_news(item) for item in fresh)


def documents_window(declared_days: int, now: datetime, since: date | None) -> datetime:
    """Return the moment from which on unchanged-looking pages are asked for again: the lag window, or an explicit
    ``since`` that reaches further back."""
    lag = lag_start(now, declared_days)
    return lag if since is None else min(lag, datetime(since.year, since.month, since.day, tzinfo=UTC))
