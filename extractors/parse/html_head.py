"""What a page says of itself in its head: title, date, publisher, canonical address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

from extractors.model import Change
from extractors.parse.changes import read_moment
from extractors.parse.dates import read_date
from extractors.parse.soup import attribute, soup_of

_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)
_LONGEST_HEAD = 400_000
_JSON_LD = re.compile(
    r"<script\b[^>]*type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "govuk:first-published-at",
    "date",
)
_UPDATES = (
    "article:modified_time",
    "og:updated_time",
    "govuk:public-updated-at",
    "dcterms.modified",
    "dc.date.modified",
)
_LANG = re.compile(r"<html\b[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·»:-]\s+|\s+[|»]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's own statements; None where it makes none."""

    title: str | None
    headline: str | None
    published_on: date | None
    publisher: str | None
    language: str
    links: Mapping[str, str]
    updated_at: datetime | None = None
    changes: tuple[Change, ...] = ()


def read_head(markup: str, *, url: str) -> Head:
    """Return what a page's head and its JSON-LD say. Damaged JSON-LD says nothing."""
    end = _HEAD_END.search(markup, 0, _LONGEST_HEAD)
    soup = soup_of(markup[: end.start()] if end else markup[:20_000])
    metas = _metas(soup)
    things = list(_json_ld(markup))
    site = metas.get("og:site_name")
    publisher = _publisher(things) or site
    if publisher == "GOV.UK":
        publisher = _author_body(things) or publisher
    title = soup.title.get_text(" ", strip=True) if soup.title else None
    language = _LANG.search(markup, 0, 5000)
    return Head(
        title=_without_site(title, site or publisher) if title else None,
        headline=metas.get("og:title") or _first(things, "headline"),
        published_on=_published(things, metas),
        publisher=publisher,
        language=language.group(1).lower() if language else "en",
        links=_links(soup, things, url),
        updated_at=_updated(things, metas),
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = attribute(tag, "property") or attribute(tag, "name") or attribute(tag, "itemprop")
        content = attribute(tag, "content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def _json_ld(markup: str) -> Iterator[dict[str, Any]]:
    """Yield the things that a page's JSON-LD describes: articles and pages first in each script."""
    for script in _JSON_LD.finditer(markup):
        try:
            value = json.loads(script.group(1), strict=False)
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, dict):
                graph = item.get("@graph")
                yield from (
                    one
                    for one in [item, *(graph if isinstance(graph, list) else [])]
                    if isinstance(one, dict)
                )


def _first(things: list[dict[str, Any]], name: str) -> str | None:
    values = (thing.get(name) for thing in things)
    return next(
        (" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()), None
    )


def _named(value: Any) -> str | None:
    item = value[0] if isinstance(value, list) and value else value
    if isinstance(item, dict) and isinstance(item.get("name"), str):
        return " ".join(item["name"].split()) or None
    return None


def _publisher(things: list[dict[str, Any]]) -> str | None:
    return next((name for thing in things if (name := _named(thing.get("publisher")))), None)


def _author_body(things: list[dict[str, Any]]) -> str | None:
    """Return the organisation that wrote a page which a shared platform publishes."""
    authors = (thing.get("author") for thing in things)
    bodies = (a for a in authors if isinstance(a, dict) and "Organization" in str(a.get("@type", "")))
    return next((name for body in bodies if (name := _named(body))), None)


def _published(things: list[dict[str, Any]], metas: Mapping[str, str]) -> date | None:
    stated = [_first(things, "datePublished"), *(metas.get(name) for name in _DATES)]
    return next((found for value in stated if value and (found := read_stamp(value))), None)


def _updated(things: list[dict[str, Any]], metas: Mapping[str, str]) -> datetime | None:
    stated = [*(metas.get(name) for name in _UPDATES), _first(things, "dateModified")]
    return next((found for value in stated if (found := read_moment(value))), None)


def read_stamp(value: str) -> date | None:
    """Return the day of a time stamp as it is written ("2021-08-05T00:01:00+01:00"), or of a date in words."""
    compact = re.match(r"(\d{4})(\d\d)(\d\d)(?:T|$)", value)
    return read_date("-".join(compact.groups())) if compact else read_date(value[:10]) or read_date(value)


def _without_site(title: str, site: str | None) -> str:
    """Return a ``title`` element's words without the site's name at its end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1].strip()
    is_site = site is not None and (last.lower() in site.lower() or site.lower() in last.lower())
    if is_site or len(last.split()) <= 4 or len(last) * 3 < len(title):
        cut = title.rfind(last)
        shorter = title[:cut].rstrip().rstrip("|–—·»:-").rstrip()
        return shorter if len(shorter) >= 8 else title
    return title


def _links(soup: BeautifulSoup, things: list[dict[str, Any]], url: str) -> dict[str, str]:
    links: dict[str, str] = {}
    for tag in soup.find_all("link"):
        relation = (attribute(tag, "rel") or "").lower()
        target = attribute(tag, "href")
        if target and relation in ("canonical", "amphtml") and (whole := absolute(url, target)):
            links.setdefault(relation, whole)
    based_on = _first(things, "isBasedOn")
    if based_on and (whole := absolute(url, based_on)):
        links["original"] = whole
    return links


def absolute(base: str, target: str) -> str | None:
    """Return a link's absolute http address, or None for any other scheme and for no address."""
    try:
        whole = urljoin(base, target.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else None
    except ValueError:
        return None
