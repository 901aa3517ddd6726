"""How the sources are: from the manifest and the cursors, and by a dry run against the live site."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from extractors.model import Capture, stable_id
from extractors.parse import ParseError
from extractors.sources import catalogue
from extractors.sources.base import Item, LayoutError, Source, Way, Window
from extractors.sources.catalogue import Declared
from extractors.sources.reading import read
from flows.settings import Settings
from flows.sources import make_fetcher
from flows.sources_crawl import fetch_listing
from flows.sources_job import Pull
from flows.sources_state import Cursor, read_cursors
from raw.fetch.client import Fetcher
from raw.fetch.errors import FetchError
from raw.fetch.sniff import kept_type
from raw.store import Store, latest

#: A scheduled source that did not come to its end for this long needs a look.
_LATE = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """One source; ``state`` is never run, healthy, unfinished (the next run goes on), late or failing."""

    source: Source
    state: str
    documents: int
    last_capture: datetime | None
    finished_at: datetime | None
    listed: int
    problem: str | None


def health(settings: Settings, now: datetime) -> list[Health]:
    """Return the state of every source that is fetched, by source_id."""
    captures, _ = Store(settings.raw_dir).captures()
    newest = latest(captures)
    cursors = read_cursors(settings.raw_dir)
    return [
        _health(declared.source, newest, cursors.get(declared.source.source_id, Cursor()), now)
        for declared in catalogue.fetched()
    ]


def _health(
    source: Source, newest: Mapping[tuple[str, str], Capture], cursor: Cursor, now: datetime
) -> Health:
    own = [capture for (source_id, _), capture in newest.items() if source_id == source.source_id]
    finished = datetime.fromisoformat(cursor.finished_at) if cursor.finished_at else None
    if cursor.problem is not None:
        state = "failing"
    elif cursor.pulled_at is None:
        state = "never run"
    elif cursor.open_since is not None:
        state = "unfinished"
    elif source.schedule and finished is not None and now - finished > _LATE:
        state = "late"
    else:
        state = "healthy"
    return Health(
        source=source,
        state=state,
        documents=len(own),
        last_capture=max((capture.captured_at for capture in own), default=None),
        finished_at=finished,
        listed=cursor.listed,
        problem=cursor.problem,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a dry run saw. ``problems`` is empty when the source is as it says of itself."""

    way: str | None
    listed: int
    newest_url: str | None
    title: str | None
    published_on: str | None
    characters: int
    problems: tuple[str, ...]


def check(source_id: str, settings: Settings, now: datetime) -> Check:
    """Look at a source's first listing pages and its newest document; keep nothing.

    Raises:
        KeyError: there is no such source.
    """
    found = catalogue.find(source_id)
    if len(found) != 1:
        raise KeyError(source_id)
    return asyncio.run(_check(found[0], settings, now))


async def _check(declared: Declared, settings: Settings, now: datetime) -> Check:
    source = declared.source
    pull = Pull(source_id=source.source_id)
    since, until = pull.window(source, now)
    window = Window(since=since, until=until, options=settings.source_options.get(source.source_id, {}))
    problems: list[str] = []
    async with make_fetcher(settings, [pull], keep=False) as fetcher:
        for way in declared.ways:
            try:
                items = await _items(way, window, fetcher, source.expect.min_documents)
            except (FetchError, LayoutError) as error:
                problems.append(f"{way.name}: {error}")
                continue
            if len(items) < source.expect.min_documents:
                problems.append(
                    f"{way.name}: {len(items)} documents listed, at least {source.expect.min_documents} are expected"
                )
                continue
            return await _look(declared, way, items, fetcher)
    return Check(
        way=None,
        listed=0,
        newest_url=None,
        title=None,
        published_on=None,
        characters=0,
        problems=tuple(problems) or ("no document is listed",),
    )


async def _items(way: Way, window: Window, fetcher: Fetcher, enough: int) -> list[Item]:
    frontier, items = list(way.starts(window)), dict[str, Item]()
    visited: set[str] = set()
    while frontier and len(items) < max(enough, 1) and len(visited) < 10:
        url = frontier.pop(0)
        visited.add(url)
        _, listing = await fetch_listing(fetcher, way, url)
        items.update({item.address: item for item in listing.items})
        more = [*listing.lists, *filter(None, [listing.next_page])]
        frontier += [other for other in more if other not in visited]
    return list(items.values())


async def _look(declared: Declared, way: Way, items: list[Item], fetcher: Fetcher) -> Check:
    """Fetch and read the newest document."""
    item = items[0]
    problems: list[str] = []
    title = published = None
    characters = 0
    try:
        response = await fetcher.get(item.address)
        if response.status != 200:
            raise FetchError("listed-but-missing", f"the server answers {response.status}")
        page = declared.page(response.body, item)
        capture = Capture(
            capture_id=stable_id("dry run").ljust(64, "0"),
            source_id=declared.source.source_id,
            url=page.url,
            final_url=response.final_url,
            captured_at=datetime.now(UTC),
            http_status=response.status,
            media_type=kept_type(response.body, response.declared_type),
            byte_size=len(response.body),
            raw_path="",
            headers=response.headers,
        )
        document, _ = read(capture, response.body)
        title, characters = document.title, len(document.text)
        published = document.published_on.isoformat() if document.published_on else None
    except (FetchError, LayoutError, ParseError) as error:
        problems.append(f"{item.url}: {error}")
    if not problems and not published:
        problems.append(f"{item.url}: no date of publication is found")
    return Check(
        way=way.name,
        listed=len(items),
        newest_url=item.url,
        title=title,
        published_on=published,
        characters=characters,
        problems=tuple(problems),
    )
