"""Finds the sources: every module of this package that declares ``SOURCE`` or ``SOURCES``. There is no list to edit.

A module may define, all of them pure:

``discover(body, url) -> Listing``      reads one page of ``SOURCE.listings``
``ways(source) -> tuple[Way, ...]``     instead, where a source has several ways, or start URLs that must be computed
``page(body, item) -> Page``            where a page's own address or its attachments are in its bytes
``@parser(SOURCE, version=1)``          a parser for the source's pages; by default :func:`extractors.parse.parse`
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from types import ModuleType

from extractors.model import Capture, Document, Issue
from extractors.sources import canonical
from extractors.sources.base import ARCHIVE, LOCAL, SAMPLES, Item, Page, Source, Way, Window

Parse = Callable[[Capture, bytes], tuple[Document, list[Issue]]]


class SourceError(ValueError):
    """A source module declares something that can't work. The message says which and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedParser:
    """A parser for captures from ``since`` on, until a later one takes over. ``name`` is versioned."""

    source_id: str
    version: int
    since: date
    parse: Parse

    @property
    def name(self) -> str:
        return f"{self.source_id}.v{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A source with its functions."""

    source: Source
    module: str
    ways: tuple[Way, ...]
    page: Callable[[bytes, Item], Page]


#: Sources that are not fetched: files, the samples, web archives.
_GIVEN = (LOCAL, SAMPLES, ARCHIVE)
_PARSERS: dict[str, list[DatedParser]] = {}


def parser(
    source: Source | Sequence[Source], *, version: int, since: date = date.min
) -> Callable[[Parse], Parse]:
    """Register a parser for a source's captures from ``since`` on.

    Raises:
        SourceError: the source has a parser of that version already.
    """
    sources = [source] if isinstance(source, Source) else source

    def register(function: Parse) -> Parse:
        for one in sources:
            own = _PARSERS.setdefault(one.source_id, [])
            if any(other.version == version for other in own):
                raise SourceError(f"{one.source_id} has two parsers of version {version}")
            own.append(DatedParser(source_id=one.source_id, version=version, since=since, parse=function))
            own.sort(key=lambda dated: (dated.since, dated.version))
        return function

    return register


def _modules() -> Iterator[ModuleType]:
    package = import_module("extractors.sources")
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        yield import_module(f"extractors.sources.{info.name}")


def _listing_ways(source: Source, module: ModuleType) -> tuple[Way, ...]:
    discover = getattr(module, "discover", None)
    if discover is None or not source.listings:
        raise SourceError(
            f"{module.__name__}: {source.source_id} needs listings and discover(body, url), or ways()"
        )

    def starts(window: Window) -> tuple[str, ...]:
        days = {"since": window.since.isoformat(), "until": window.until.isoformat()}
        return tuple(
            url.replace("{since}", days["since"]).replace("{until}", days["until"]) for url in source.listings
        )

    windowed = any("{since}" in url for url in source.listings)
    return (Way(name="listing", starts=starts, discover=discover, windowed=windowed),)


@cache
def _declared() -> dict[str, Declared]:
    found: dict[str, Declared] = {}
    for module in _modules():
        sources = getattr(module, "SOURCES", None) or tuple(filter(None, [getattr(module, "SOURCE", None)]))
        for source in sources:
            if source.source_id in found or source.source_id in {given.source_id for given in _GIVEN}:
                raise SourceError(f"{module.__name__}: the source_id {source.source_id!r} is taken")
            own_ways = getattr(module, "ways", None)
            found[source.source_id] = Declared(
                source=source,
                module=module.__name__.rpartition(".")[2],
                ways=own_ways(source) if own_ways else _listing_ways(source, module),
                page=getattr(module, "page", None) or canonical.page_of(source),
            )
    return dict(sorted(found.items()))


def all_sources() -> tuple[Source, ...]:
    """Return every source, by source_id."""
    return (*_GIVEN, *(declared.source for declared in _declared().values()))


def fetched() -> tuple[Declared, ...]:
    """Return the sources that are fetched, by source_id."""
    return tuple(_declared().values())


def find(word: str) -> tuple[Declared, ...]:
    """Return the source with this id, or all sources of the module with this name (``pcc_wordpress``); else nothing."""
    declared = _declared()
    if word in declared:
        return (declared[word],)
    return tuple(one for one in declared.values() if one.module == word.replace("-", "_"))


def source_of_host(host: str) -> Source | None:
    """Return the source whose pages are on a host, None for a host that no source claims."""
    return next((one.source for one in _declared().values() if host in one.source.hosts), None)


def parser_for(source_id: str, captured_at: datetime) -> DatedParser | None:
    """Return the source's own parser for a capture of that time, None where the common one reads it."""
    _declared()
    day = captured_at.astimezone(UTC).date()
    fitting = [dated for dated in _PARSERS.get(source_id, []) if dated.since <= day]
    return fitting[-1] if fitting else None


def parser_versions() -> tuple[str, ...]:
    """Return the names of all sources' own parsers. They are part of the extraction key."""
    _declared()
    return tuple(sorted(f"{dated.name}@{dated.since}" for parsers in _PARSERS.values() for dated in parsers))
