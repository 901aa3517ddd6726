"""Ten publishers at once: healthy ones, one whose articles hang, one that answers 503 for a while."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.server.govuk import HOST, GovUk
from tests.server.http import Reply, Request, Server, Site, missing, page

#: Listing-page sources by host: listing path and the shape of an article's path.
PAGES = {
    "pcc-kent": ("www.kent-pcc.gov.uk", "/news-menu/press-releases/", "/news-menu/press-releases/2026/{}/"),
    "pcc-merseyside": ("www.merseysidepcc.info", "/news-and-events/news/", "/news-and-events/news/{}/"),
    "pcc-dyfed-powys": (
        "www.dyfedpowys-pcc.org.uk",
        "/en/news/press-releases/",
        "/en/news/press-releases/{}/",
    ),
    "pcc-gwent": ("www.gwent.pcc.police.uk", "/en/news-room", "/en/news-room/{}"),
    "pcc-wiltshire": (
        "www.wiltshire-pcc.gov.uk",
        "/my-office/opcc-news/",
        "/my-office/opcc-news/2026/may-2026/{}/",
    ),
    "pcc-hertfordshire": ("www.hertscommissioner.org", "/news", "/2026-05-{}"),
    "respect": ("www.respect.org.uk", "/news", "/news/{}"),
    "apcc": ("www.apccs.police.uk", "/latest-news/", "/latest-news/story-{}/"),
}
HANGING = ("pcc-durham", "www.durham-pcc.gov.uk", "/news", "/news/{}")
BUSY = "apcc"


@dataclass
class World:
    """What was set up: documents by host, all healthy ones and the busy one."""

    documents: dict[str, set[str]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)


def article(number: int) -> str:
    words = "The office tells of its week in the villages and towns of the county. " * 12
    return (
        f"<!doctype html><html><head><title>Story {number}</title></head><body><nav><a href='/'>Home</a></nav><main>"
        f"<h1>Story {number}</h1><p>3 May 2026</p><p>{words}</p><p>It gave £{number + 1},000 to number {number}.</p>"
        "</main></body></html>"
    )


def _site(listing: str, shape: str, numbers: range) -> Site:
    links = "".join(f'<li><a href="{shape.format(n)}">Story {n}</a></li>' for n in numbers)
    shown = page(f"<!doctype html><html><body><main><ul>{links}</ul></main></body></html>")
    articles = {shape.format(number): number for number in numbers}

    def answer(request: Request) -> Reply:
        if request.path == listing:
            return shown
        return page(article(articles[request.path])) if request.path in articles else missing()

    return answer


def _hangs(site: Site, listing: str) -> Site:
    return lambda request: site(request) if request.path in (listing, "/robots.txt") else Reply(fault="hang")


def _busy(site: Site, listing: str, refusals: int) -> Site:
    """Answer 503 to every second article until so many were refused."""
    left = [refusals, 0]

    def answer(request: Request) -> Reply:
        if left[0] and request.path not in (listing, "/robots.txt"):
            left[1] += 1
            if left[1] % 2:
                left[0] -= 1
                return missing(503)
        return site(request)

    return answer


def ten_sources(server: Server, *, documents: int, now: datetime) -> World:
    """Set up ten sources with so many documents in all."""
    share = documents // 10
    world = World()
    govuk = GovUk(per_second=1_000_000)
    govuk.fill(documents - 9 * share, newest=now - timedelta(hours=1), step=timedelta(minutes=1))
    server.add(HOST, govuk)
    world.sources.append("govuk-news")
    world.documents[HOST] = {f"/api/content{path}" for path in govuk.items}
    for source_id, (host, listing, shape) in PAGES.items():
        numbers = range(1000, 1000 + share)
        site = _site(listing, shape, numbers)
        server.add(host, _busy(site, listing, share // 10) if source_id == BUSY else site)
        world.sources.append(source_id)
        world.documents[host] = {shape.format(number) for number in numbers}
    source_id, host, listing, shape = HANGING
    server.add(host, _hangs(_site(listing, shape, range(share)), listing))
    world.sources.append(source_id)
    return world
