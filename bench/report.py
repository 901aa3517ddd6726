"""Tables for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from bench.timing import Ratio

if TYPE_CHECKING:
    from bench.peers.scorecard import Score

#: Figures and their short heads; the whole fits a terminal of 80 columns.
_COLUMNS = {
    "precision": "P",
    "recall": "R",
    "f1": "F1",
    "f1_dev": "dev",
    "f1_test": "test",
    "f1_without_furniture": "article",
    "qualifier": "qualif.",
    "per": "per",
    "term": "term",
    "role": "role",
}


def print_json(record: dict[str, Any]) -> None:
    print(json.dumps(record, indent=1))


def _table(title: str, left: Sequence[str], right: Sequence[str]) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        header_style="bold underline",
        box=None,
        padding=(0, 1, 0, 0),
        pad_edge=False,
    )
    for name in left:
        table.add_column(name)
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def print_ratios(ratios: Iterable[Ratio]) -> None:
    """Print each ratio: below 1 the subject is quicker than its yardstick."""
    table = _table(
        "Time, as a multiple of the yardstick's (below 1: quicker)",
        ("subject", "yardstick", "over"),
        ("median", "least", "most"),
    )
    for ratio in ratios:
        figures = (f"{value:.2f}" for value in (ratio.median, ratio.least, ratio.most))
        table.add_row(ratio.subject, ratio.yardstick, ratio.over, *figures)
    Console().print(table)


def print_peers(scores: Iterable[Score]) -> None:
    """Print the peers' scorecard. A blank is something that the tool does not answer at all."""
    console = Console()
    table = _table("Amounts of money in tests/gold", ("tool",), tuple(_COLUMNS.values()))
    for score in scores:
        if score.failure is not None:
            table.add_row(score.name, "failed")
            console.print(f"{score.name}: {score.failure}", markup=False, style="red")
            continue
        figures = score.figures()
        table.add_row(score.name, *(f"{figures[name]:.3f}" if name in figures else "" for name in _COLUMNS))
    console.print(table)
    console.print(
        "P, R, F1: all documents; dev, test: F1 of each split; article: F1 without what was found in furniture.\n"
        "Blank: the tool does not answer that. None answers police areas, programmes or awards.",
        style="dim",
    )
