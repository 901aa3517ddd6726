"""The landing zone: bodies under their sha256, and a manifest of what was observed where and when.

Layout below the store's root::

    blobs/ab/abcdef...      a body, whole, written once
    manifest.jsonl          one observation a line, appended, never rewritten

A body is written to a temporary file, fsynced and renamed before the manifest names it, so a kill at any
moment leaves at worst a body that nothing names yet, or a torn last line. A torn line was never
acknowledged to anyone; readers report it and the next writer starts a line of its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from extractors.model import Capture, Issue, Severity


class StoreError(Exception):
    """The landing zone can't be read or written. The message says which file and what to do."""


class DamagedBodyError(StoreError):
    """A stored body no longer has the hash that it is stored under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a fetch saw, before it has a place in the store. ``captured_at`` must carry a time zone."""

    source_id: str
    url: str
    final_url: str
    captured_at: datetime
    http_status: int | None
    media_type: str
    headers: Mapping[str, str]


def sha256_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _to_line(capture: Capture) -> bytes:
    record = {
        "capture_id": capture.capture_id,
        "source_id": capture.source_id,
        "url": capture.url,
        "final_url": capture.final_url,
        "captured_at": capture.captured_at.astimezone(UTC).isoformat(),
        "http_status": capture.http_status,
        "media_type": capture.media_type,
        "byte_size": capture.byte_size,
        "raw_path": capture.raw_path,
        "headers": dict(capture.headers),
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _from_line(line: bytes) -> Capture:
    record = json.loads(line)
    return Capture(**{**record, "captured_at": datetime.fromisoformat(record["captured_at"])})


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Store:
    """The landing zone below ``root``. Several processes may write to one store; a lock orders their lines."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.manifest = root / "manifest.jsonl"

    def blob_path(self, capture_id: str) -> Path:
        return self.root / "blobs" / capture_id[:2] / capture_id

    def put(self, body: bytes) -> str:
        """Keep ``body`` and return its sha256. Keeping the same bytes again is free.

        Raises:
            StoreError: the disk refused.
        """
        capture_id = sha256_of(body)
        target = self.blob_path(capture_id)
        if target.exists():
            return capture_id
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".part-", delete=False) as part:
                part.write(body)
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).chmod(0o444)
            Path(part.name).replace(target)
            _sync_directory(target.parent)
        except OSError as error:
            raise StoreError(f"cannot keep a body of {len(body):,} bytes in {self.root}: {error}") from error
        return capture_id

    def add(self, observation: Observation, body: bytes) -> Capture:
        """Keep ``body`` and append the observation to the manifest; both are on disk when this returns."""
        capture_id = self.put(body)
        capture = Capture(
            capture_id=capture_id,
            source_id=observation.source_id,
            url=observation.url,
            final_url=observation.final_url,
            captured_at=observation.captured_at,
            http_status=observation.http_status,
            media_type=observation.media_type,
            byte_size=len(body),
            raw_path=str(self.blob_path(capture_id).relative_to(self.root)),
            headers=dict(observation.headers),
        )
        self._append([capture])
        return capture

    def _append(self, captures: Iterable[Capture]) -> None:
        payload = b"".join(map(_to_line, captures))
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with self._locked() as handle:
                if not self._ends_whole():
                    payload = b"\n" + payload
                os.write(handle, payload)
                os.fsync(handle)
        except OSError as error:
            raise StoreError(f"cannot append to {self.manifest}: {error}") from error

    @contextmanager
    def _locked(self) -> Iterator[int]:
        handle = os.open(self.manifest, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)

    def _ends_whole(self) -> bool:
        with self.manifest.open("rb") as manifest:
            if manifest.seek(0, os.SEEK_END) == 0:
                return True
            manifest.seek(-1, os.SEEK_END)
            return manifest.read(1) == b"\n"

    def read(self, capture_id: str) -> bytes:
        """Return the body stored under ``capture_id``.

        Raises:
            DamagedBodyError: the bytes on disk have another hash, or are gone.
        """
        path = self.blob_path(capture_id)
        try:
            body = path.read_bytes()
        except OSError as error:
            raise DamagedBodyError(f"the body {capture_id} can't be read: {error}") from error
        if sha256_of(body) != capture_id:
            raise DamagedBodyError(
                f"the body {capture_id} is damaged on disk ({path}); restore it from a copy"
            )
        return body

    def captures(self) -> tuple[list[Capture], list[Issue]]:
        """Return every observation, oldest first, and an issue for each manifest line that can't be read."""
        captures: list[Capture] = []
        issues: list[Issue] = []
        if not self.manifest.exists():
            return captures, issues
        with self.manifest.open("rb") as manifest:
            for number, line in enumerate(manifest, start=1):
                if not line.strip():
                    continue
                try:
                    captures.append(_from_line(line))
                except (ValueError, TypeError, KeyError) as error:
                    issues.append(
                        Issue(
                            code="damaged-manifest-line",
                            severity=Severity.WARNING,
                            stage="capture",
                            message=f"line {number} of the manifest can't be read ({error}); its capture is made again",
                            fragment=line[:200].decode("utf-8", "replace"),
                        )
                    )
        return captures, issues


def latest(captures: Iterable[Capture]) -> dict[tuple[str, str], Capture]:
    """Return the newest observation of each (source_id, url)."""
    newest: dict[tuple[str, str], Capture] = {}
    for capture in captures:
        key = (capture.source_id, capture.url)
        if key not in newest or newest[key].captured_at <= capture.captured_at:
            newest[key] = capture
    return newest
