"""Local files and folders as captures with ``file:`` URLs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extractors.model import Capture, Issue, Severity
from raw.store import Observation, Store, sha256_of

#: What a folder is searched for, with the media type that the name suggests. Bytes decide later.
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".json": "application/json",
    ".csv": "text/csv",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xls": "application/vnd.ms-excel",
}
#: A file beyond this many bytes is not read into memory.
MAX_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A file to capture, or the issue that stands in its place."""

    path: Path
    issue: Issue | None = None


def _issue(code: str, path: Path, message: str, source_id: str) -> Issue:
    return Issue(
        code=code,
        severity=Severity.ERROR,
        stage="capture",
        message=message,
        source_id=source_id,
        url=url_of(path),
        fragment=path.name,
    )


def url_of(path: Path) -> str:
    """Return the ``file:`` URL of a path; its last part is the file's name."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - resolve() would follow symlinks


def walk(root: Path, *, source_id: str) -> Iterator[Found]:
    """Yield the files at or below ``root`` in name order, and an issue for what can't be followed.

    Folders behind symlinks are not entered (they may loop); a symlink to a file counts as that file.
    JSON files are taken only when named one by one or when they hold a page (see :func:`looks_like_page`).
    """
    if root.is_file():
        yield Found(root)
        return
    failures: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=failures.append, followlinks=False):
        folders.sort()
        for name in list(folders):
            if (path := Path(folder) / name).is_symlink():
                yield Found(
                    path,
                    _issue("symlink-not-followed", path, "a link to a folder is not followed", source_id),
                )
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix.lower() in MEDIA_TYPES and (
                path.suffix.lower() != ".json" or looks_like_page(path)
            ):
                yield Found(path)
    for failure in failures:
        path = Path(failure.filename)
        yield Found(
            path, _issue("unreadable-folder", path, f"the folder can't be read: {failure}", source_id)
        )


def looks_like_page(path: Path) -> bool:
    """Return whether a JSON file seems to hold a Content API item or a WordPress post, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(65536)
    except OSError:
        return True  # let the capture say why it can't be read
    return (b'"content_id"' in head and b'"base_path"' in head) or (
        b'"content"' in head and b'"rendered"' in head
    )


def capture_file(
    path: Path, *, store: Store, source_id: str, now: datetime, known: Capture | None
) -> Capture | Issue | None:
    """Capture one file; return None when ``known`` (its newest capture) has the same bytes, an issue when it can't."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _issue("file-too-large", path, f"{size:,} bytes; the limit is {MAX_BYTES:,}", source_id)
        body = path.read_bytes()
    except OSError as error:
        return _issue("unreadable-file", path, f"the file can't be read: {error}", source_id)
    if (
        known is not None
        and known.capture_id == sha256_of(body)
        and store.blob_path(known.capture_id).exists()
    ):
        return None
    url = url_of(path)
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    observation = Observation(
        source_id=source_id,
        url=url,
        final_url=url,
        captured_at=now,
        http_status=None,
        media_type=media_type,
        headers={},
    )
    return store.add(observation, body)
