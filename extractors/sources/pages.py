"""Listing pages: links found by a selector and the shape of their address. Declares no source itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from soupsieve import closest

from extractors.model import Capture, Document, Issue
from extractors.sources.base import Discover, Item, LayoutError, Listing
from extractors.sources.canonical import tidy

_NEXT = (
    "a[rel~=next], link[rel=next], li.next > a, a.next, .pager__item--next a, .pagination-next a, .nav-previous a,"
    " .pagination__next a, a.pagination__link--next, .wp-block-query-pagination-next"
)
_DAY = re.compile(
    r"\b(\d{1,2})/(\d{1,2})/(20\d\d)\b|\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+(20\d\d)\b"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def listing_page(
    *, path: str, link: str = "a[href]", entry: str | None = None, next_page: str = _NEXT
) -> Discover:
    """Return a ``discover`` function for pages that list articles.

    ``link`` is a CSS selector of the links, ``path`` a regular expression that the path of their address fits wholly.
    ``entry`` is the element around a link that also shows its date (31/12/2024 or 31 December 2024), newest first.
    """
    return partial(_discover, path=re.compile(path), link=link, entry=entry, next_page=next_page)


def _discover(
    body: bytes, url: str, *, path: re.Pattern[str], link: str, entry: str | None, next_page: str
) -> Listing:
    soup = BeautifulSoup(body, "lxml")
    found: dict[str, Item] = {}
    for anchor in soup.select(link):
        target = _target(anchor, url)
        if target is None or not path.fullmatch(urlsplit(target).path) or target in found:
            continue
        day = _day_of(anchor, entry) if entry else None
        found[target] = Item(url=target, changed_at=day, published_on=day.date() if day else None)
    if not found:
        raise LayoutError(f"no link fits the selector {link!r} with a path like {path.pattern!r}")
    onward = next((t for a in soup.select(next_page) if (t := _target(a, url)) and t != url), None)
    return Listing(
        items=tuple(found.values()), found_by=f"selector {link!r}, path {path.pattern!r}", next_page=onward
    )


def _target(element: Tag, url: str) -> str | None:
    href = element.get("href")
    if not isinstance(href, str) or not href.strip():
        return None
    try:
        target = tidy(urljoin(url, href.strip()))
    except ValueError:
        return None
    return target if target.startswith(("http://", "https://")) else None


def _day_of(anchor: Tag, entry: str) -> datetime | None:
    around = closest(entry, anchor)
    if around is None:
        return None
    stamp = around.find("time", datetime=True)
    words = str(stamp["datetime"]) if isinstance(stamp, Tag) else ""
    iso = re.match(r"(20\d\d)-(\d\d)-(\d\d)", words)
    if iso:
        return datetime(int(iso[1]), int(iso[2]), int(iso[3]), tzinfo=UTC)
    found = _DAY.search(around.get_text(" "))
    if found is None:
        return None
    day, month, year = found.groups()[:3] if found[1] else found.groups()[3:]
    number = int(month) if month.isdigit() else (_MONTHS.index(month) + 1 if month in _MONTHS else 0)
    try:
        return datetime(int(year), number, int(day), tzinfo=UTC)
    except ValueError:
        return None


def article(*selectors: str) -> Callable[[Capture, bytes], tuple[Document, list[Issue]]]:
    """Return a parser that reads only the elements that a selector finds, with the page's own head.

    The first of ``selectors`` that finds something counts; of elements inside each other the outer one. The parser
    raises :class:`~extractors.parse.ParseError` with the code ``layout-changed`` when nothing is found: the
    page is no longer what the parser was written for.
    """

    def parse(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
        from extractors.parse import ParseError
        from extractors.parse import parse as parse_body

        if body.lstrip()[:1] != b"<":
            return parse_body(capture, body)
        soup = BeautifulSoup(body, "lxml")
        found = next(filter(None, (_outermost(soup.select(selector)) for selector in selectors)), [])
        if not found:
            tried = " or ".join(map(repr, selectors))
            raise ParseError("layout-changed", f"the selector {tried} finds nothing on the page")
        head = str(soup.head) if soup.head else "<head></head>"
        inner = "".join(str(part) for part in found)
        page = f'<!doctype html><html lang="en">{head}<body><main>{inner}</main></body></html>'
        return parse_body(capture, page.encode("utf-8"))

    return parse


def _outermost(elements: Sequence[Tag]) -> list[Tag]:
    taken = {id(element) for element in elements}
    return [one for one in elements if not any(id(parent) in taken for parent in one.parents)]
