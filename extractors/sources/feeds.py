"""RSS, Atom and sitemaps. Declares no source itself."""

from __future__ import annotations

import gzip
import io
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree

from extractors.sources.base import Item, LayoutError, Listing
from extractors.sources.canonical import tidy
from extractors.sources.govuk import london_day, moment

_LARGEST = 60_000_000
_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS1 = "{http://purl.org/rss/1.0/}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def xml_root(body: bytes, what: str) -> etree._Element:
    """Return the root of an XML body; entities are not expanded and nothing is loaded.

    Raises:
        LayoutError: it is no XML, or unpacks to more than a feed can be.
    """
    if body[:2] == b"\x1f\x8b":
        try:
            body = gzip.GzipFile(fileobj=io.BytesIO(body)).read(_LARGEST + 1)
        except (OSError, EOFError) as error:
            raise LayoutError(f"{what}: damaged gzip ({error})") from error
    if len(body) > _LARGEST:
        raise LayoutError(f"{what}: more than {_LARGEST:,} bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise LayoutError(f"{what}: no XML ({error})") from error
    if root is None:
        raise LayoutError(f"{what}: no XML")
    return root


def _text(element: etree._Element, *names: str) -> str | None:
    for name in names:
        found = element.findtext(name)
        if found and found.strip():
            return found.strip()
    return None


def stamp(value: str | None) -> datetime | None:
    """Return the time of an RFC 822 or ISO 8601 stamp in UTC, None for anything else."""
    if not value:
        return None
    if (found := moment(value)) is not None:
        return found
    try:
        parsed = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)


def discover_feed(body: bytes, url: str) -> Listing:
    """Return the entries of an RSS 2.0, RSS 1.0 or Atom feed.

    Raises:
        LayoutError: it is no feed.
    """
    root = xml_root(body, "feed")
    name = etree.QName(root).localname.lower()
    if name == "feed":
        stamps = (f"{_ATOM}updated", f"{_ATOM}published")
        entries = [(_atom_link(e), stamp(_text(e, *stamps))) for e in root.iter(f"{_ATOM}entry")]
    elif name in ("rss", "rdf"):
        own = [*root.iter("item"), *root.iter(f"{_RSS1}item")]
        entries = [
            (_text(e, "link", f"{_RSS1}link") or _permalink(e), stamp(_text(e, "pubDate", f"{_DC}date")))
            for e in own
        ]
    else:
        raise LayoutError(f"feed: the root element is {name!r}, not rss, feed or rdf")
    is_day = name != "feed"  # an Atom entry says when it was updated, the others when it was published
    items = [
        Item(url=tidy(urljoin(url, link)), changed_at=at, published_on=london_day(at) if is_day else None)
        for link, at in entries
        if link
    ]
    return Listing(items=tuple(items), found_by="feed entries", next_page=_atom_next(root, url))


def _atom_link(entry: etree._Element) -> str | None:
    for link in entry.iter(f"{_ATOM}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return link.get("href")
    return None


def _atom_next(root: etree._Element, url: str) -> str | None:
    """The next page of a paged feed (RFC 5005)."""
    for link in root.iter(f"{_ATOM}link"):
        if link.get("rel") == "next" and (href := link.get("href")):
            return urljoin(url, href)
    return None


def _permalink(item: etree._Element) -> str | None:
    guid = item.find("guid")
    if (
        guid is not None
        and guid.get("isPermaLink", "true") != "false"
        and (guid.text or "").startswith("http")
    ):
        return (guid.text or "").strip()
    return None


def discover_sitemap(body: bytes, url: str, *, pages: str = "", maps: str = "") -> Listing:
    """Return the pages of a sitemap whose address matches ``pages``, and the sitemaps of an index that match ``maps``.

    Raises:
        LayoutError: it is no sitemap.
    """
    root = xml_root(body, "sitemap")
    name = etree.QName(root).localname.lower()
    if name not in ("urlset", "sitemapindex"):
        raise LayoutError(f"sitemap: the root element is {name!r}, not urlset or sitemapindex")
    found = []
    for entry in root.iterchildren("{*}url", "{*}sitemap"):
        children = entry.iterchildren("{*}loc", "{*}lastmod")
        values = {etree.QName(child).localname: (child.text or "").strip() for child in children}
        if values.get("loc"):
            found.append((urljoin(url, values["loc"]), stamp(values.get("lastmod"))))
    if name == "sitemapindex":
        lists = tuple(location for location, _ in found if re.search(maps, location))
        return Listing(items=(), found_by=f"sitemaps that match {maps!r}", lists=lists)
    found.sort(key=lambda pair: pair[1].timestamp() if pair[1] else 0.0, reverse=True)
    items = tuple(Item(url=tidy(place), changed_at=at) for place, at in found if re.search(pages, place))
    return Listing(items=items, found_by=f"sitemap entries that match {pages!r}")
