"""What the words after ``fundtrail ingest`` mean: a path, a URL, a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from extractors.sources import catalogue
from flows.ingest import Job
from flows.sources_job import Pull
from flows.stages import LOCAL_SOURCE
from raw.fetch.urls import recorded

#: The source of URLs that are named on the command line: pages, feeds and sitemaps.
WEB_SOURCE = "web"


class InputError(ValueError):
    """An input names nothing that can be ingested. The message says what can."""


def job_of(
    inputs: Sequence[str],
    *,
    samples: Path,
    since: date | None = None,
    until: date | None = None,
    cap: int | None = None,
    options: Mapping[str, Mapping[str, str]] | None = None,
) -> Job:
    """Return the job for the inputs; none means the bundled samples. ``options`` are those of the sources.

    Raises:
        InputError: an input is no file, folder, URL or source, the source ``web`` has no URLs, an option is none of its
            source's, or the days contradict each other.
    """
    _check_options(options or {})
    if since and until and since > until:
        raise InputError(f"--since {since} is after --until {until}")
    if not inputs:
        return Job(paths=(samples,), source_id="samples", command="ingest")
    paths: list[Path] = []
    urls: list[str] = []
    sources: dict[str, None] = {}
    for word in inputs:
        path = Path(word).expanduser()
        if word.lower().startswith(("http://", "https://")):
            urls.append(word)
        elif path.exists() or path.is_symlink():
            paths.append(path)
        elif found := catalogue.find(word):
            sources.update(dict.fromkeys(declared.source.source_id for declared in found))
        else:
            raise InputError(
                f"{word!r} is no file or folder here, no URL and no source; `fundtrail sources` lists the sources"
            )
    if urls:
        sources.pop(WEB_SOURCE, None)
    elif WEB_SOURCE in sources and not (options or {}).get(WEB_SOURCE, {}).get("urls", "").split():
        raise InputError(
            "the source 'web' has no URLs: name one instead of it, or set"
            """ FUNDTRAIL_SOURCE_OPTIONS='{"web": {"urls": "https://... https://..."}}'"""
        )
    pulls = [Pull(source_id=name, since=since, until=until, cap=cap) for name in sources]
    if urls:
        pulls.append(Pull(source_id=WEB_SOURCE, urls=tuple(urls), since=since, until=until, cap=cap))
    words = [recorded(word) if word in urls else word for word in inputs]
    return Job(
        paths=tuple(paths), source_id=LOCAL_SOURCE, pulls=tuple(pulls), command="ingest " + " ".join(words)
    )


def _check_options(options: Mapping[str, Mapping[str, str]]) -> None:
    for source_id, chosen in options.items():
        declared = [one for one in catalogue.find(source_id) if one.source.source_id == source_id]
        if not declared:
            raise InputError(f"FUNDTRAIL_SOURCE_OPTIONS names a source {source_id!r} that there is not")
        known = declared[0].source.options
        if unknown := sorted(set(chosen) - set(known)):
            can = f"it has {', '.join(known)}" if known else "it has none"
            raise InputError(f"the source {source_id!r} has no option {', '.join(unknown)}; {can}")
