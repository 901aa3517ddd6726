"""Where each source's last run got to: a small file a source, replaced whole.

The truth about documents is the manifest. Losing a cursor costs requests, never a document.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any


@dataclass(slots=True, kw_only=True)
class Cursor:
    """The state of one source. Times are ISO 8601 in UTC.

    ``pulled_at`` is when a run last began to fetch it, ``finished_at`` when one last came to the end of its window.
    ``open_since`` is when the unfinished round began (None when there is none) and ``next_page`` where it goes on.
    ``covered_since`` is the first day from which every page was seen. ``aliases`` lead from addresses that redirect, or
    whose page names another as canonical, to the address that the document is kept under. ``owed`` are
    documents that failed in passing and were never captured, by address, with the URL to fetch ("" for the same).
    """

    pulled_at: str | None = None
    finished_at: str | None = None
    open_since: str | None = None
    window: list[str] = field(default_factory=list)
    next_page: str | None = None
    covered_since: str | None = None
    listed: int = 0
    requests: int = 0
    problem: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    owed: dict[str, str] = field(default_factory=dict)


def _path(raw_dir: Path, source_id: str) -> Path:
    return raw_dir / "cursors" / f"{source_id}.json"


def read_cursor(raw_dir: Path, source_id: str) -> Cursor:
    """Return a source's cursor; a fresh one when there is none or it is damaged (which only costs requests)."""
    try:
        record: dict[str, Any] = json.loads(_path(raw_dir, source_id).read_text(encoding="utf-8"))
        return Cursor(**{item.name: record[item.name] for item in fields(Cursor)})
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return Cursor()


def write_cursor(raw_dir: Path, source_id: str, cursor: Cursor) -> None:
    """Replace a source's cursor."""
    path = _path(raw_dir, source_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(asdict(cursor), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def read_cursors(raw_dir: Path) -> dict[str, Cursor]:
    """Return all cursors by source_id."""
    return {
        path.stem: read_cursor(raw_dir, path.stem) for path in sorted((raw_dir / "cursors").glob("*.json"))
    }
