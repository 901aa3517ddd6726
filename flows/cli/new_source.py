"""``fundtrail new-source``: a page becomes a source module and its first fixtures."""

from __future__ import annotations

import asyncio
import csv
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from rich.console import Console

from extractors.sources import catalogue
from extractors.sources.canonical import canonical_link
from flows.cli.errors import CommandError
from flows.settings import Settings, load
from flows.sources import make_fetcher
from raw.fetch.errors import FetchError
from raw.fetch.sniff import ODS, XLSX, kept_type
from raw.fetch.urls import checked

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_HOST = re.compile(r"[a-z0-9.-]+(?::\d+)?|\[[0-9a-f:.]+\](?::\d+)?")
_SUFFIXES = {
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "application/xml": ".xml",
    ODS: ".ods",
    XLSX: ".xlsx",
}
# Every value is put in with its quotes: what a page says of its address must not become code.
_TEMPLATE = '''"""{title}: say in a line who publishes this and what is odd about it."""

from __future__ import annotations

from extractors.sources.base import Expect, Source
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id={source_id},
    name={name},
    publisher={name},
    kind="listing",
    homepage={origin},
    licence=None,
    publisher_rank=9,
    schedule=None,
    recapture_days=60,
    expect=Expect(min_documents=1),
    hosts=({host},),
    listings=({listing},),
)

discover = listing_page(path=r{path}, entry="article, li, .card")
'''
_NEXT_STEPS = """
Next:
  1. In {module} say who publishes it, its rank and its schedule. Is the listing {listing}
     and does an article's path look like {path} ?
  2. pytest tests/test_sources.py -k {source_id}
     writes {fixtures}/*.expected.json and fails.
  3. Read those files. When they are right, put your name under read_by and run the tests again.
  4. fundtrail sources check {source_id}
  5. fundtrail ingest {source_id} --max 20
docs/add-a-source.md says more.
"""


class NewSourceError(CommandError):
    """A source can't be made of this. The message says why."""


@dataclass(frozen=True, slots=True)
class _Fetched:
    url: str
    body: bytes
    media_type: str


def run(name: str, place: str, *, url: str | None, listing: str | None, root: Path) -> int:
    """Write the skeleton and the fixtures below ``root`` (a checkout) and return the exit code.

    Raises:
        NewSourceError: the name is taken or no name, the page can't be had, or ``root`` is no checkout.
    """
    if not _NAME.fullmatch(name):
        raise NewSourceError(
            f"{name!r} is no name for a source: small letters, digits and hyphens, such as kent-news"
        )
    if catalogue.find(name):
        raise NewSourceError(f"there is a source {name!r} already")
    if not (root / "extractors" / "sources").is_dir():
        raise NewSourceError(f"{root} is no checkout of fundtrail; a source is a file in extractors/sources/")
    module = root / "extractors" / "sources" / f"{name.replace('-', '_')}.py"
    if module.exists():
        raise NewSourceError(f"{module.relative_to(root)} is there already; take another name")
    settings = load()
    page = _have(place, url, settings)
    listing_url = listing if listing and listing.startswith("http") else _folder(page.url)
    listed = _listing(listing, listing_url, settings)
    listing_url = listed.url if listed else listing_url
    fixtures = root / "tests" / "sources" / name
    module.write_text(_skeleton(name, page.url, listing_url), encoding="utf-8")
    _write_fixtures(fixtures, page, listed, listing_url)
    console = Console()
    shown = _NEXT_STEPS.format(
        source_id=name,
        listing=listing_url,
        path=_path_like(page.url),
        module=module.relative_to(root),
        fixtures=fixtures.relative_to(root),
    )
    console.print(f"Wrote {module.relative_to(root)}", markup=False, highlight=False)
    for file in sorted(fixtures.iterdir()):
        console.print(f"Wrote {file.relative_to(root)}", markup=False, highlight=False)
    if listed is None:
        console.print(
            f"No listing was found at {listing_url}: save one as {fixtures.name}/listing_listing.html",
            markup=False,
        )
    console.print(shown, markup=False, highlight=False, soft_wrap=True)
    return 0


def _skeleton(name: str, url: str, listing: str) -> str:
    """Return the module of a source whose articles are like the one at ``url`` (as :func:`_address` returns it)."""
    parts = urlsplit(url)
    title = name.replace("-", " ").capitalize()
    words = {
        "source_id": name,
        "name": title,
        "origin": f"{parts.scheme}://{parts.netloc}/",
        "host": parts.netloc,
    }
    quoted = {key: json.dumps(value) for key, value in {**words, "listing": listing}.items()}
    # percent-encoded: there is neither a quote nor a backslash in it but those that escape a regular expression
    return _TEMPLATE.format(title=title, path=f'"{_path_like(url)}"', **quoted)


def _have(place: str, url: str | None, settings: Settings) -> _Fetched:
    if place.startswith(("http://", "https://")):
        return _fetch(place, settings)
    path = Path(place).expanduser()
    if not path.is_file():
        raise NewSourceError(f"{place!r} is no file here and no http address")
    body = path.read_bytes()
    address = url or canonical_link(body, "https://invalid.invalid/")
    if address is None or "invalid.invalid" in address:
        raise NewSourceError("a saved page that does not name its address needs --url")
    try:
        return _Fetched(_address(address), body, kept_type(body, ""))
    except FetchError as error:
        raise NewSourceError(f"{place} can't be a page of {address}: {error.message}") from error


def _address(url: str) -> str:
    """Return a URL in ASCII with its host in lower case.

    Raises:
        FetchError: it is no address of a page.
    """
    parts = urlsplit(checked(url))
    host = parts.netloc.rpartition("@")[2].lower()
    if not _HOST.fullmatch(host):
        raise FetchError("bad-url", f"{host!r} is no host")
    return urlunsplit(parts._replace(netloc=host))


def _fetch(url: str, settings: Settings) -> _Fetched:
    async def get() -> _Fetched:
        async with make_fetcher(settings, keep=False) as fetcher:
            response = await fetcher.get(url)
            if response.status != 200:
                raise NewSourceError(f"{response.url} answers {response.status}")
            return _Fetched(
                _address(response.final_url), response.body, kept_type(response.body, response.declared_type)
            )

    try:
        return asyncio.run(get())
    except FetchError as error:
        raise NewSourceError(f"{url} can't be fetched: {error.message}") from error


def _listing(listing: str | None, url: str, settings: Settings) -> _Fetched | None:
    """Return the listing page: a saved file, or what stands at ``url``; None when nothing does."""
    if listing is not None and not listing.startswith("http"):
        path = Path(listing).expanduser()
        if not path.is_file():
            raise NewSourceError(f"{listing!r} is no file here and no http address")
        return _Fetched(url, path.read_bytes(), "text/html")
    try:
        return _fetch(url, settings)
    except NewSourceError:
        if listing is not None:
            raise
        return None


def _folder(url: str) -> str:
    """Return the address of the folder above an article.

    >>> _folder("https://example.org/news/2024/benches/")
    'https://example.org/news/'
    """
    parts = urlsplit(url)
    folders = parts.path.strip("/").split("/")[:-1]
    while folders and re.fullmatch(r"\d{1,4}", folders[-1]):
        folders.pop()
    return f"{parts.scheme}://{parts.netloc}/" + "".join(f"{folder}/" for folder in folders)


def _path_like(url: str) -> str:
    """Return a regular expression for the paths of a page's siblings.

    >>> _path_like("https://example.org/news/2024/benches/")
    '/news/\\\\\\d+/[\\\\\\w%.-]+/?'
    """
    folders = urlsplit(url).path.strip("/").split("/")[:-1]
    kept = [
        r"\d+" if re.fullmatch(r"\d{1,4}", folder) else re.escape(folder).replace(r"\-", "-")
        for folder in folders
    ]
    return "/" + "".join(f"{folder}/" for folder in kept) + r"[\w%.-]+/?"


def _write_fixtures(folder: Path, page: _Fetched, listed: _Fetched | None, listing_url: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    slug = re.sub(r"[^a-z0-9]+", "-", urlsplit(page.url).path.rstrip("/").rpartition("/")[2].lower()).strip(
        "-"
    )[:40]
    file = f"{datetime.now(UTC):%Y-%m-%d}_{slug or 'page'}{_SUFFIXES.get(page.media_type, '.html')}"
    (folder / file).write_bytes(page.body)
    # the listing has its row in any case: a person may save it later
    rows = [
        {"file": file, "url": page.url, "fetch_url": "", "way": ""},
        {"file": "listing_listing.html", "url": listing_url, "fetch_url": "", "way": "listing"},
    ]
    if listed is not None:
        (folder / "listing_listing.html").write_bytes(listed.body)
    with (folder / "urls.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["file", "url", "fetch_url", "way"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
