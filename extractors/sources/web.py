"""Any page, feed or sitemap that is named by its URL, on the command line or in the option ``urls`` (by spaces)."""

from __future__ import annotations

from lxml import etree

from extractors.sources.base import Expect, Item, LayoutError, Listing, Source, Way, Window
from extractors.sources.feeds import discover_feed, discover_sitemap, xml_root

SOURCE = Source(
    source_id="web",
    name="Pages by URL",
    publisher="various",
    kind="web",
    homepage=None,
    licence=None,
    expect=Expect(min_documents=0),
    options=("urls",),
)
_LISTS = ("rss", "feed", "rdf", "urlset", "sitemapindex")


def ways(source: Source) -> tuple[Way, ...]:
    return (Way(name="URLs", starts=_starts, discover=discover, windowed=False),)


def _starts(window: Window) -> tuple[str, ...]:
    return window.urls or tuple(window.options.get("urls", "").split())


def discover(body: bytes, url: str) -> Listing:
    """Return the entries of a feed or sitemap; any other page is itself the one item."""
    root = _root_name(body)
    if root in ("urlset", "sitemapindex"):
        return discover_sitemap(body, url)
    if root in _LISTS:
        return discover_feed(body, url)
    return Listing(items=(Item(url=url),), found_by="the URL itself")


def _root_name(body: bytes) -> str:
    head = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemapindex", b"\x1f\x8b")):
        return ""
    try:
        return etree.QName(xml_root(body, "list")).localname.lower()
    except LayoutError:
        return ""
