"""``fundtrail search``: documents by their words."""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict

from rich.console import Console

from flows.cli.errors import CommandError
from flows.cli.published import published_file
from warehouse.search import SearchAnswer, search


def run(words: str, *, limit: int, json: bool) -> int:
    """Search titles and texts; print the best documents and return the exit code."""
    if not any(char.isalnum() for char in words):
        raise CommandError(f"nothing to search for in {words!r}: give one word at least")
    answer = search(published_file(), words, limit=limit)
    if json:
        print(jsonlib.dumps(asdict(answer), ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _print(answer, words)
    return 0


def _print(answer: SearchAnswer, words: str) -> None:
    console = Console()
    if not answer.hits:
        console.print(f"No document answers {words!r}.", highlight=False, markup=False)
    for hit in answer.hits:
        console.print(hit.title or "(no title)", style="bold", highlight=False, markup=False)
        console.print(f"  {hit.snippet}", highlight=False, markup=False)
        console.print(
            f"  {hit.document_id}  {hit.url}", style="dim", highlight=False, markup=False, soft_wrap=True
        )
    if answer.method == "plain":
        console.print(
            "Found by plain search (every word must occur): the published file has no full-text index.",
            style="dim",
        )
