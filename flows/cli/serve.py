"""``fundtrail serve``: the schedules, until stopped."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from flows.cli.errors import CommandError
from flows.prefect_env import prepare
from flows.settings import load


def run(names: Sequence[str]) -> int:
    """Serve the schedules of the named sources, or of all that have one, and return the exit code.

    Raises:
        CommandError: a name is no source with a schedule.
    """
    settings = load()
    prepare(settings)
    from flows import deployments

    known = {source.source_id: source for source in deployments.scheduled()}
    if unknown := sorted(set(names) - set(known)):
        raise CommandError(f"no source with a schedule: {', '.join(unknown)}; `fundtrail sources` lists them")
    chosen = [known[name] for name in names] if names else list(known.values())
    console = Console(stderr=True)
    console.print(
        f"Serving the schedules of {len(chosen)} sources (times of London); Ctrl-C ends it.", highlight=False
    )
    try:
        deployments.run(
            settings, chosen, tell=lambda api: console.print(f"Prefect API: {api}", highlight=False)
        )
    except KeyboardInterrupt:
        console.print("Stopped. A run that was under way is taken up by the next.")
    return 0
