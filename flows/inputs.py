"""What the words after ``fundtrail ingest`` mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flows.ingest import Job
from flows.stages import LOCAL_SOURCE


class InputError(ValueError):
    """An input names nothing that can be ingested. The message says what can."""


def job_of(inputs: Sequence[str], *, samples: Path) -> Job:
    """Return the job for the inputs; none means the bundled samples.

    Raises:
        InputError: an input is no file or folder.
    """
    if not inputs:
        return Job(paths=(samples,), source_id="samples", command="ingest")
    paths = []
    for word in inputs:
        path = Path(word).expanduser()
        if not path.exists() and not path.is_symlink():
            raise InputError(f"{word!r} is no file or folder here")
        paths.append(path)
    return Job(paths=tuple(paths), source_id=LOCAL_SOURCE, command="ingest " + " ".join(inputs))
