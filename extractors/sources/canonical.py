"""One address for one document: what a page says of its own place, where it may say so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import urljoin, urlsplit, urlunsplit

from extractors.sources.base import Item, Page, Source

_HEAD = 200_000
_TRACKING = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=")
_LINK = re.compile(rb"<link\b[^>]*>", re.IGNORECASE)
_REL = re.compile(rb"""\brel\s*=\s*["']?[^"'>]*\bcanonical\b""", re.IGNORECASE)
_HREF = re.compile(rb"""\bhref\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s>]+))""", re.IGNORECASE)


def canonical_link(body: bytes, url: str) -> str | None:
    """Return the absolute address of a page's ``<link rel="canonical">``, None when it has none.

    >>> canonical_link(b'<link rel="canonical" href="/news/a">', "https://x.test/news/a?utm_source=b")
    'https://x.test/news/a'
    """
    for link in _LINK.finditer(body, 0, _HEAD):
        if _REL.search(link.group()) and (href := _HREF.search(link.group())):
            words = next(filter(None, href.groups())).decode("utf-8", "replace")
            try:
                return tidy(urljoin(url, unescape(words).strip()))
            except ValueError:
                return None
    return None


def tidy(url: str) -> str:
    """Return an address without fragment and without parameters that only track readers."""
    parts = urlsplit(url)
    pairs = [pair for pair in parts.query.split("&") if pair and not pair.lower().startswith(_TRACKING)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", "&".join(pairs), ""))


def _post_link(body: bytes) -> str | None:
    """Return the address of a WordPress post from its JSON, None for any other body."""
    if body[:1] != b"{":
        return None
    try:
        post = json.loads(body)
    except ValueError:
        return None
    link = post.get("link")
    return tidy(link) if isinstance(link, str) and isinstance(post.get("content"), dict) else None


def page_of(source: Source) -> Callable[[bytes, Item], Page]:
    """Return the ``page`` function of a source: the canonical link counts when it stays on the source's own hosts and
    does not send every page to the front page."""

    def page(body: bytes, item: Item) -> Page:
        stated = _post_link(body) or canonical_link(body, item.url)
        if stated is None:
            return Page(url=item.url)
        place, own = urlsplit(stated), urlsplit(item.url)
        hosts = source.hosts or (own.netloc.lower(),)
        trusted = place.scheme in ("http", "https") and place.netloc in hosts
        if not trusted or (place.path.strip("/") == "" and own.path.strip("/") != ""):
            return Page(url=item.url)
        return Page(url=stated)

    return page
