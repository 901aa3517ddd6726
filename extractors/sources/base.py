"""What a source declares about itself, and what its functions hand on. Everything here is pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a healthy run looks like. ``min_documents`` are listed in the source's usual window (hard: with fewer,
    nothing of that run is kept); above ``max_documents`` a person should look (soft)."""

    min_documents: int = 1
    max_documents: int = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher's feed, site or folder.

    ``publisher_rank`` says whose word counts most when two tell of one award: 1 the funder itself, 2 the recipient or
    its commissioner, 3 a body that speaks for them, 5 the press, 9 unknown. ``schedule`` is a cron line in London
    time, None for a source that only runs when named. ``recapture_days`` is the lag window in which pages are asked for
    again. ``listings`` are URLs to start from, in which ``{since}`` and ``{until}`` stand for the window's days.
    ``hosts`` are those whose pages belong to the source (a listing may link anywhere). ``rate`` is requests a second
    to one host.
    ``site_area_id`` is the police area whose commissioner publishes the site. ``options`` are the names of what an
    operator may set for it (:attr:`Window.options`).
    """

    source_id: str
    name: str
    publisher: str
    kind: str
    homepage: str | None
    licence: str | None
    publisher_rank: int = 9
    schedule: str | None = None
    recapture_days: int = 60
    expect: Expect = Expect()
    hosts: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    rate: float = 1.0
    concurrency: int = 2
    site_area_id: str | None = None
    options: tuple[str, ...] = ()

    def row(self) -> dict[str, object]:
        """Return the columns of the published table ``source``."""
        names = ("source_id", "name", "publisher", "kind", "homepage", "licence", "publisher_rank")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days that a run asks for, both inclusive, the operator's options for the source, and the URLs that were named
    (for the source ``web``, which has none of its own)."""

    since: date
    until: date
    urls: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=lambda: _NO_OPTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A document that a listing names. ``url`` is where readers find it, ``fetch_url`` where its bytes are (None: the
    same), ``changed_at`` when the listing says that it was last changed (UTC). ``published_on`` and ``title`` are the
    day and the title that the listing gives it, for pages and files that show none themselves."""

    url: str
    fetch_url: str | None = None
    changed_at: datetime | None = None
    published_on: date | None = None
    title: str | None = None

    @property
    def address(self) -> str:
        return self.fetch_url or self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a listing: its items, newest first, the URLs to go on with, and ``found_by``: what was looked for, so
    that an empty page can be explained. ``lists`` are further listings (a sitemap index names some)."""

    items: tuple[Item, ...]
    found_by: str
    next_page: str | None = None
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a fetched page says of its own place: the ``url`` that it is kept under and further documents that belong to
    it (attachments). ``moved_to`` is set when the page only says that its document is elsewhere."""

    url: str
    items: tuple[Item, ...] = ()
    moved_to: Item | None = None


Discover = Callable[[bytes, str], Listing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to find a source's documents; the next is tried when this one does not exist on the site.

    ``discover(body, url)`` is pure and raises :class:`LayoutError` for bytes that are not what it expects. ``windowed``
    says whether the start URLs ask for the window's days only; ``ended_by`` are statuses that mean "past the end".
    """

    name: str
    starts: Callable[[Window], tuple[str, ...]]
    discover: Discover
    windowed: bool = True
    ended_by: frozenset[int] = frozenset()


#: Headers of an observation that hold what the listing said: last change (ISO 8601, UTC), day of publication and title.
LISTED_AT = "fundtrail-listed-at"
LISTED_DAY = "fundtrail-listed-day"
LISTED_TITLE = "fundtrail-listed-title"


class LayoutError(ValueError):
    """A listing does not look as declared. The message names the selector or field that found nothing."""


LOCAL = Source(
    source_id="local",
    name="Local files",
    publisher="various",
    kind="folder",
    homepage=None,
    licence=None,
)
SAMPLES = Source(
    source_id="samples",
    name="Bundled samples",
    publisher="fundtrail",
    kind="folder",
    homepage=None,
    licence="Apache-2.0",
)
ARCHIVE = Source(
    source_id="archive",
    name="Pages from web archives",
    publisher="various",
    kind="archive",
    homepage=None,
    licence=None,
)
