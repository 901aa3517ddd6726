"""``fundtrail merge`` and ``fundtrail split``: a person's word on whether two documents tell of one announcement."""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from extractors.model import InvariantError
from flows.cli.errors import CommandError
from flows.cli.find import document
from flows.cli.output import for_json
from flows.cli.published import published_file
from flows.settings import load
from warehouse.corrections import ANNOUNCEMENTS, Decision, add_decision, read_all_decisions
from warehouse.reader import open_published

TOGETHER, APART = "together", "apart"


def run(decision: str, first: str, second: str, *, why: str, who: str, json: bool) -> int:
    """Add the decision to the corrections and return the exit code.

    Raises:
        CommandError: the two are one document, the reason is empty, there is a decision on them already,
            or the file of decisions is not valid.
        NotFoundError: a document is not there.
    """
    for name, value in (("--why", why), ("--who", who)):
        if not value.strip():
            raise CommandError(f"{name} is empty: a decision needs a reason and a person")
    with open_published(published_file()) as reader:
        pages = [document(reader, word) for word in (first, second)]
    urls = {page["url"] for page in pages}
    if len(urls) == 1:
        raise CommandError(f"both are the document {pages[0]['url']}")
    directory = load().corrections_dir
    for earlier in _earlier(directory):
        if {earlier.url_a, earlier.url_b} == urls:
            raise CommandError(
                f"{earlier.who} put them {earlier.decision} on {earlier.when} ({earlier.why});"
                f" change that line of {directory / ANNOUNCEMENTS} instead"
            )
    told = Decision(
        decision=decision,
        url_a=pages[0]["url"],
        url_b=pages[1]["url"],
        who=who,
        when=datetime.now(UTC).date(),
        why=why,
    )
    file = add_decision(directory, told)
    if json:
        print(jsonlib.dumps(for_json(asdict(told)), ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    console = Console()
    same = (
        pages[0]["announcement_id"] is not None and pages[0]["announcement_id"] == pages[1]["announcement_id"]
    )
    now = "tell of one announcement" if same else "are kept apart"
    console.print(
        f"They {now} in the published file; from the next build on they are {decision}.", highlight=False
    )
    console.print(
        f"Written to {file}; `fundtrail ingest` applies it.", highlight=False, markup=False, soft_wrap=True
    )
    return 0


def _earlier(directory: Path) -> tuple[Decision, ...]:
    try:
        return read_all_decisions(directory)
    except InvariantError as error:
        raise CommandError(f"{directory / ANNOUNCEMENTS} must be mended first: {error}") from error
