"""Listings and robots.txt kept between runs, so that asking again is a conditional request.

One file a URL, named by the URL's hash: a line of JSON with the validators, then the body. Losing it costs one request.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it was last seen."""

    headers: dict[str, str]
    final_url: str
    body: bytes


class PageCache:
    """Pages below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, url: str) -> Path:
        return self.root / hashlib.sha256(url.encode("utf-8")).hexdigest()

    def get(self, url: str) -> Kept | None:
        """Return the page kept for ``url``; None when there is none, or it is damaged."""
        try:
            head, _, body = self._path(url).read_bytes().partition(b"\n")
            # the file's time says when it was last of use
            self._path(url).touch()
        except FileNotFoundError:
            return None
        try:
            record = json.loads(head)
            if hashlib.sha256(body).hexdigest() == record["sha256"]:
                return Kept(headers=record["headers"], final_url=record["final_url"], body=body)
        except (ValueError, KeyError, TypeError):
            return None
        return None

    def sweep(self, before: datetime) -> int:
        """Remove what was not asked for since ``before``, drafts of killed runs too; return how many."""
        if not self.root.is_dir():
            return 0
        old = [path for path in self.root.iterdir() if path.stat().st_mtime < before.timestamp()]
        for path in old:
            path.unlink()
        return len(old)

    def put(self, url: str, page: Kept) -> None:
        """Keep a page that has validators; one without could never be asked for conditionally."""
        if not page.headers.keys() & {"etag", "last-modified"}:
            return
        self.root.mkdir(parents=True, exist_ok=True)
        record = {
            "headers": page.headers,
            "final_url": page.final_url,
            "sha256": hashlib.sha256(page.body).hexdigest(),
        }
        with tempfile.NamedTemporaryFile(dir=self.root, prefix=".part-", delete=False) as part:
            part.write(json.dumps(record).encode("ascii") + b"\n" + page.body)
        Path(part.name).replace(self._path(url))
