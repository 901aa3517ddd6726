"""GOV.UK as the fetcher meets it: Search API with strict parameters, Content API, a limit on requests a second."""

from __future__ import annotations

import json
from collections import deque
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.server.http import Reply, Request, missing, page

HOST = "www.gov.uk"
SAMPLE = (
    Path(__file__).parent.parent.parent / "raw" / "samples" / "govuk-content-api-perpetrator-fund-2021.json"
)
ROBOTS = (
    "User-agent: *\nDisallow: /*/print$\nDisallow: /search/all*\nSitemap: https://www.gov.uk/sitemap.xml\n"
)
# The names that the Search API accepts, those of our queries and some more (search-api docs/using-the-search-api.md).
_PARAMETERS = {"q", "count", "start", "order", "fields", "c", "filter_organisations", "filter_public_timestamp",
               "filter_content_purpose_supergroup", "filter_content_purpose_subgroup",
               "filter_content_store_document_type", "filter_format"}  # fmt: skip
_ORDERS = {"public_timestamp", "title", "popularity"}
_MOST = 1500


def awards_item() -> dict[str, Any]:
    """Return the content item with the table of 25 awards."""
    item: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return item


def news_item(number: int, *, day: datetime, organisation: str = "home-office") -> dict[str, Any]:
    """Return a short press release of our own."""
    item = awards_item()
    item["content_id"] = f"00000000-0000-4000-8000-{number:012d}"
    item["base_path"] = f"/government/news/notice-{number}"
    item["title"] = f"Notice number {number} on roads and bridges"
    item["description"] = "A notice about nothing in particular."
    item["public_updated_at"] = item["first_published_at"] = day.isoformat()
    item["details"]["body"] = (
        f'<div class="govspeak"><p>The {number}th bridge was painted in the usual colour.</p></div>'
    )
    item["details"]["change_history"] = [{"public_timestamp": day.isoformat(), "note": "First published."}]
    item["links"]["organisations"][0]["base_path"] = f"/government/organisations/{organisation}"
    return item


class GovUk:
    """Holds content items by path and answers as GOV.UK does. ``per_second`` limits requests; too many get a 429."""

    def __init__(self, *, per_second: int = 10) -> None:
        self.items: dict[str, dict[str, Any]] = {}
        self.files: dict[str, Reply] = {}
        self.gone: set[str] = set()
        self.per_second = per_second
        self.refused = 0
        self._recent: deque[float] = deque()

    def put(self, item: dict[str, Any]) -> None:
        self.items[item["base_path"]] = deepcopy(item)

    def fill(self, number: int, *, newest: datetime, step: timedelta = timedelta(hours=1)) -> None:
        """Add so many notices, one every ``step`` before ``newest``."""
        for count in range(number):
            self.put(news_item(count, day=newest - count * step))

    def __call__(self, request: Request) -> Reply:
        if request.path == "/robots.txt":
            return page(ROBOTS, kind="text/plain")
        if self._too_many(request.at):
            self.refused += 1
            return Reply(status=429, headers={"Retry-After": "1"})
        if request.path == "/api/search.json":
            return self._search(request)
        if request.path.startswith("/api/content/"):
            return self._content(request.path.removeprefix("/api/content"))
        return self.files.get(request.path) or missing()

    def _too_many(self, at: float) -> bool:
        while self._recent and self._recent[0] <= at - 1:
            self._recent.popleft()
        if len(self._recent) >= self.per_second:
            return True
        self._recent.append(at)
        return False

    def _content(self, path: str) -> Reply:
        if path in self.gone:
            return missing(410)
        item = self.items.get(path)
        return page(json.dumps(item), kind="application/json; charset=utf-8") if item else missing()

    def _search(self, request: Request) -> Reply:
        if unknown := sorted({name for name, _ in request.query} - _PARAMETERS):
            return _refused(f"Unexpected parameters: {', '.join(unknown)}")
        single = dict(request.query)
        order, count = single.get("order", "-popularity"), int(single.get("count", "10"))
        if order.lstrip("-") not in _ORDERS or count > _MOST:
            return _refused(f'Invalid value "{order}" or count {count}')
        asked = _Query(request.query)
        chosen = [item for item in self.items.values() if asked.fits(item)]
        chosen.sort(key=lambda item: str(item["public_updated_at"]), reverse=order.startswith("-"))
        start = int(single.get("start", "0"))
        results = [_result(item) for item in chosen[start : start + count]]
        answer = {"results": results, "total": len(chosen), "start": start, "aggregates": {}, "suggested_queries": [],
                  "suggested_autocomplete": [], "es_cluster": "A"}  # fmt: skip
        return page(json.dumps(answer), kind="application/json; charset=utf-8")


def _refused(message: str) -> Reply:
    body = json.dumps({"error": message}).encode("utf-8")
    return Reply(status=422, body=body, headers={"Content-Type": "application/json"})


@cache
def _day(value: str) -> str:
    return datetime.fromisoformat(value).astimezone(UTC).date().isoformat()


class _Query:
    """What a search asks for, read once."""

    def __init__(self, query: list[tuple[str, str]]) -> None:
        self.organisations = {value for name, value in query if name == "filter_organisations"}
        self.kinds = {value for name, value in query if name == "filter_content_store_document_type"}
        window = dict(query).get("filter_public_timestamp", "")
        bounds = dict(part.split(":", 1) for part in window.split(",") if part)
        self.first, self.last = bounds.get("from", ""), bounds.get("to", "9999")

    def fits(self, item: dict[str, Any]) -> bool:
        own = {o["base_path"].rpartition("/")[2] for o in item["links"]["organisations"]}
        return (
            (not self.organisations or bool(own & self.organisations))
            and (not self.kinds or item["document_type"] in self.kinds)
            and self.first <= _day(item["public_updated_at"]) <= self.last
        )


def _result(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": item["title"],
        "link": item["base_path"],
        "public_timestamp": item["public_updated_at"],
        "content_store_document_type": item["document_type"],
        "_id": item["base_path"],
        "index": "government",
        "elasticsearch_type": "edition",
        "document_type": "edition",
        "es_score": None,
    }
