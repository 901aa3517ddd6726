"""``fundtrail evaluate``: the scorecard on gold documents."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from flows.cli.output import for_json
from flows.scorecard.gold import Gold, find
from flows.scorecard.match import Tally
from flows.scorecard.run import check_floors, figures, raise_floors, score

_CONTEXT = 60


def run(directory: Path, *, errors: bool, json: bool, floors: Path | None, raise_to: Path | None) -> int:
    """Score, print and compare with the floors; return the exit code."""
    paths = find(directory)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        line = bar.add_task("scoring", total=len(paths))
        groups, golds = score(paths, progress=lambda done, _: bar.update(line, completed=done))
    if json:
        card = {group: figures(tallies) for group, tallies in groups.items()}
        record: dict[str, Any] = {"documents": len(paths), "figures": card}
        if errors:
            record["errors"] = {layer: tally.errors for layer, tally in groups["all"].items()}
        print(jsonlib.dumps(for_json(record), ensure_ascii=False, indent=1))  # noqa: T201
    else:
        console = Console()
        _card(console, groups, len(paths))
        if errors:
            _errors(console, groups["all"], golds)
    if raise_to is not None:
        raise_floors(raise_to, paths, groups)
    if floors is not None:
        check_floors(floors, paths, groups)
    return 0


def _card(console: Console, groups: Mapping[str, Mapping[str, Tally]], documents: int) -> None:
    for group in sorted(groups, key=lambda name: (name != "all", not name.startswith("split"), name)):
        title = f"all {documents} gold documents" if group == "all" else group
        console.print(title, style="bold", highlight=False)
        for layer, tally in groups[group].items():
            own = tally.figures()
            attributes = "  ".join(
                f"{name} {value:.3f}"
                for name, value in own.items()
                if name not in ("precision", "recall", "f1")
            )
            console.print(
                f"  {layer:<10} P {own['precision']:.3f}  R {own['recall']:.3f}  F1 {own['f1']:.3f}"
                f"  ({tally.met} met, {tally.extra} extra, {tally.missed} missed)  {attributes}",
                highlight=False,
                soft_wrap=True,
            )


def _errors(console: Console, tallies: Mapping[str, Tally], golds: Mapping[str, Gold]) -> None:
    """Print each error in its sentence. Documents of the test split are counted, never shown."""
    hidden = 0
    for layer, tally in tallies.items():
        for kind, document, gold, found in tally.errors:
            if golds[document].split == "test":
                hidden += 1
                continue
            console.print(f"{layer} {kind} in {document}", style="bold")
            mark = gold or found or {}
            if "start" in mark:
                text = golds[document].text
                before, after = (
                    text[max(0, mark["start"] - _CONTEXT) : mark["start"]],
                    text[mark["end"] :][:_CONTEXT],
                )
                sentence = f"…{before}⟦{text[mark['start'] : mark['end']]}⟧{after}…".replace("\n", " ")
                console.print("  " + sentence, markup=False, highlight=False)
            for name, one in (("gold", gold), ("found", found)):
                if one is not None:
                    shown = {k: str(v) for k, v in one.items() if v is not None and k not in ("start", "end")}
                    console.print(f"  {name:<6}{shown}", markup=False, highlight=False)
    if hidden:
        console.print(f"{hidden} errors in the test split are counted above and not shown", style="dim")
