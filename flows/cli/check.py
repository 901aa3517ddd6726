"""``fundtrail check``: the named checks on the published file, with the rows that offend."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Sequence

from rich.console import Console

from flows.cli.errors import CommandError
from flows.cli.published import published_file
from warehouse.checks import CheckResult, run_checks


def run(names: Sequence[str], *, json: bool) -> int:
    """Run the checks and print what they found; return 1 when a gate fails, else 0."""
    results = run_checks(published_file())
    unknown = sorted(set(names) - {result.name for result in results})
    if unknown:
        raise CommandError(
            f"there is no check {', '.join(unknown)}; `fundtrail check --json` lists all {len(results)} names"
        )
    chosen = [result for result in results if not names or result.name in names]
    if json:
        print(jsonlib.dumps([_record(result) for result in chosen], ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _print(chosen)
    return 1 if any(result.gate and not result.passed for result in chosen) else 0


def _record(result: CheckResult) -> dict[str, object]:
    return {
        "name": result.name,
        "kind": _kind(result),
        "question": result.question,
        "passed": result.passed,
        "offending": result.offending,
        "examples": [jsonlib.loads(example) for example in result.examples],
    }


def _kind(result: CheckResult) -> str:
    return "gate" if result.gate else "warning"


def _print(results: Sequence[CheckResult]) -> None:
    console = Console()
    offending = [result for result in results if not result.passed]
    for result in sorted(offending, key=lambda result: not result.gate):
        console.print(
            f"{_kind(result)} {result.name}: {result.offending:,} rows",
            style="bold red" if result.gate else "bold yellow",
            highlight=False,
        )
        console.print(f"  {result.question}", highlight=False, markup=False)
        for example in result.examples:
            console.print(f"  {example}", style="dim", highlight=False, markup=False, soft_wrap=True)
        if result.offending > len(result.examples):
            console.print(f"  and {result.offending - len(result.examples):,} more", style="dim")
    gates = sum(result.gate for result in results)
    console.print(
        f"{len(results) - len(offending)} of {len(results)} checks pass ({gates} gates)",
        style="bold green" if not offending else "",
        highlight=False,
    )
