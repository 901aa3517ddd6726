"""The stages as plain functions. Prefect's flow and ``--no-prefect`` call the very same ones.

Stages hand each other *paths*: a worklist is a JSON file that names captures, a part is a folder that the warehouse
reads. So nothing large passes through Prefect, and a stage can be run again by hand.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from extractors.model import Capture, Extraction, Issue, Severity, stable_id
from extractors.sources import catalogue
from raw.local import Found, capture_file, url_of, walk
from raw.store import DamagedBodyError, Store, latest
from raw.warc import ARCHIVE_SOURCE, capture_archive, is_archive
from warehouse.inputs import FailedCapture
from warehouse.stage import capture_key, completed, sweep, write_part

#: Statuses of an observation that only says that the page is no longer there.
GONE = (404, 410)
#: Source of files and folders that are named on the command line.
LOCAL_SOURCE = "local"
#: Below this many documents a pool of processes costs more than it saves: each must import spaCy first.
POOL_THRESHOLD = 24

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """The progress callback of callers that don't watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What a capture stage did: how many pages were new or changed, how many unchanged, what went wrong, and
    ``seen``, a JSON file with the URLs that the stage looked at."""

    new: int
    unchanged: int
    issues: tuple[Issue, ...]
    seen: Path


def capture_paths(
    paths: Sequence[Path],
    *,
    raw_dir: Path,
    work_dir: Path,
    source_id: str,
    now: datetime,
    progress: Progress = silent,
) -> Captured:
    """Capture the files at and below ``paths``. A file with the bytes of its newest capture is left alone."""
    store = Store(raw_dir)
    captures, issues = store.captures()
    known = latest(captures)
    archives = [path for path in paths if path.is_file() and is_archive(path)]
    found: list[Found] = [
        item for path in paths if path not in archives for item in walk(path, source_id=source_id)
    ]
    new = unchanged = 0
    for number, item in enumerate(found, start=1):
        progress("capture", number, len(found))
        if item.issue is not None:
            issues.append(item.issue)
            continue
        outcome = capture_file(
            item.path,
            store=store,
            source_id=source_id,
            now=now,
            known=known.get((source_id, url_of(item.path))),
        )
        if isinstance(outcome, Issue):
            issues.append(outcome)
        elif outcome is None:
            unchanged += 1
        else:
            known[(source_id, outcome.url)] = outcome
            new += 1
    urls = [url_of(item.path) for item in found]
    times = {(c.source_id, c.url, c.capture_id, c.captured_at.isoformat()) for c in captures}
    for path in archives:
        for page in capture_archive(path, store=store, source_of=_source_of, known=times):
            if isinstance(page, Issue):
                issues.append(page)
            elif page is None:
                unchanged += 1
            else:
                urls.append(page.url)
                new += 1
            progress("capture", len(found) + new + unchanged, len(found) + new + unchanged)
    return Captured(new=new, unchanged=unchanged, issues=tuple(issues), seen=write_seen(urls, work_dir))


def _source_of(host: str) -> str:
    """Return the source whose pages are on a host, or the one of archived pages."""
    source = catalogue.source_of_host(host)
    return source.source_id if source else ARCHIVE_SOURCE


def write_seen(urls: Sequence[str], work_dir: Path) -> Path:
    work_dir.mkdir(parents=True, exist_ok=True)
    seen = work_dir / f"seen-{stable_id('seen', *sorted(urls))}.json"
    seen.write_text(json.dumps(sorted(urls)), encoding="utf-8")
    return seen


def joined(done: Sequence[Captured], work_dir: Path) -> Captured:
    """Return what several capture stages did as one."""
    urls: set[str] = set()
    for captured in done:
        urls.update(json.loads(captured.seen.read_text(encoding="utf-8")))
        captured.seen.unlink()
    return Captured(
        new=sum(captured.new for captured in done),
        unchanged=sum(captured.unchanged for captured in done),
        issues=tuple(issue for captured in done for issue in captured.issues),
        seen=write_seen(sorted(urls), work_dir),
    )


def tidy(parts_dir: Path) -> None:
    """Remove what killed runs and other releases left among the parts, and merge many parts into one. The caller holds
    the home's lock."""
    from warehouse.compact import compact

    sweep(parts_dir)
    compact(parts_dir)


def plan(
    *, raw_dir: Path, parts_dir: Path, work_dir: Path, extraction_key: str, batch_size: int
) -> list[Path]:
    """Write the worklists of all captures that have no completed part for ``extraction_key``; return their paths.

    Every version of a page is extracted once, the newest last, so that history can be asked for.
    """
    captures, _ = Store(raw_dir).captures()
    done = completed(parts_dir, extraction_key=extraction_key)
    todo: dict[object, Capture] = {}
    for capture in captures:
        if capture.http_status in GONE:
            continue
        if (key := capture_key(capture)) not in done:
            todo.setdefault(key, capture)
    work_dir.mkdir(parents=True, exist_ok=True)
    for stale in work_dir.glob("*.worklist.json"):
        stale.unlink()
    pending = list(todo.values())
    worklists = []
    for start in range(0, len(pending), batch_size):
        worklist = work_dir / f"{start // batch_size:06d}.worklist.json"
        records = [
            {**asdict(capture), "captured_at": capture.captured_at.isoformat()}
            for capture in pending[start : start + batch_size]
        ]
        worklist.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
        worklists.append(worklist)
    return worklists


def read_worklist(worklist: Path) -> list[Capture]:
    records = json.loads(worklist.read_text(encoding="utf-8"))
    return [
        Capture(**{**record, "captured_at": datetime.fromisoformat(record["captured_at"])})
        for record in records
    ]


def extract_one(capture: Capture, raw_dir: Path) -> Extraction | FailedCapture:
    """Extract one capture; a body that is damaged or can't be parsed becomes a failure with its issue."""
    from extractors.parse import ParseError
    from extractors.pipeline import extract

    try:
        return extract(capture, Store(raw_dir).read(capture.capture_id))
    except DamagedBodyError as error:
        code, message = "damaged-body", str(error)
    except ParseError as error:
        code, message = error.code, error.message
    issue = Issue(
        code=code,
        severity=Severity.ERROR,
        stage="parse",
        message=message,
        source_id=capture.source_id,
        url=capture.url,
    )
    return FailedCapture(capture=capture, issues=(issue,))


def _results(
    captures: Sequence[Capture], raw_dir: Path, workers: int
) -> Iterator[Extraction | FailedCapture]:
    if len(captures) < POOL_THRESHOLD or workers == 1:
        for capture in captures:
            yield extract_one(capture, raw_dir)
        return
    # spawn: the parent may hold Prefect's threads, which a fork would copy in an unknown state
    with ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(extract_one, captures, [raw_dir] * len(captures), chunksize=4)


def extract_batch(
    worklist: Path,
    *,
    raw_dir: Path,
    parts_dir: Path,
    extraction_key: str,
    run_id: str,
    workers: int = 0,
    progress: Progress = silent,
) -> Path | None:
    """Extract the captures of one worklist and stage them as one immutable part.

    Returns the part's path, or None for an empty worklist. A pure stage: run again, it makes the same part.
    """
    captures = read_worklist(worklist)
    extractions: list[Extraction] = []
    failures: list[FailedCapture] = []
    for number, result in enumerate(_results(captures, raw_dir, workers or os.cpu_count() or 1), start=1):
        if isinstance(result, FailedCapture):
            failures.append(result)
        else:
            extractions.append(result)
        progress("extract", number, len(captures))
    part = write_part(
        extractions, directory=parts_dir, extraction_key=extraction_key, failures=failures, run_id=run_id
    )
    worklist.unlink()
    return part
