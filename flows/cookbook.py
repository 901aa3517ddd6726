"""docs/cookbook.md: questions with their SQL, and the answers on the bundled samples, which a test compares.

The page is written by hand; only the answer under each question's SQL is made. A question is a ``## N. words``
heading, a block of SQL and a block of text.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from flows.cli import SAMPLES
from flows.cli.output import plain
from flows.ingest import Job, run
from flows.settings import Settings
from warehouse.door import query

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cookbook.md"
_QUESTION = re.compile(
    r"^## (?P<number>\d+)\. (?P<title>.+)\n(?P<words>(?:(?!## |```).*\n)*)"
    r"```sql\n(?P<sql>[^`]+)```\n(?:\n```text\n(?P<answer>[^`]*)```\n)?",
    re.MULTILINE,
)
_WIDEST = 60


class CookbookError(ValueError):
    """The page is not built as it should be. The message says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the page. ``answer`` is what is printed there, empty when there is none yet."""

    number: int
    title: str
    sql: str
    answer: str


def questions(text: str) -> tuple[Question, ...]:
    """Return the questions of a page in their order.

    Raises:
        CookbookError: a heading has no SQL, or the numbers are not 1, 2, 3 and so on.
    """
    found = tuple(
        Question(
            number=int(match["number"]),
            title=match["title"],
            sql=match["sql"].strip(),
            answer=(match["answer"] or "").rstrip("\n"),
        )
        for match in _QUESTION.finditer(text)
    )
    headings = re.findall(r"^## (\d+)\.", text, re.MULTILINE)
    if headings != [str(question.number) for question in found]:
        raise CookbookError(f"headings {headings}, but SQL under {[q.number for q in found]}")
    if [question.number for question in found] != list(range(1, len(found) + 1)):
        raise CookbookError(f"the questions are numbered {[q.number for q in found]}")
    return found


def answer(database: Path, sql: str) -> str:
    """Return the answer as the page prints it: columns side by side, numbers to the right.

    Raises:
        DoorError: the SQL is refused or fails.
    """
    result = query(database, sql)
    if not result.rows:
        return "(no rows)"
    columns = list(zip(*result.rows, strict=True))
    right = [any(isinstance(value, int | float | Decimal) for value in column) for column in columns]
    lines = [list(result.columns), *[[_cell(value) for value in row] for row in result.rows]]
    widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
    return "\n".join(_line(line, widths, right) for line in lines)


def _cell(value: Any) -> str:
    # Whole numbers may be years, so they stay without separators.
    text = str(value) if isinstance(value, int) else " ".join(plain(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    placed = [
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(placed).rstrip()


def with_answers(text: str, database: Path) -> str:
    """Return the page with each answer as the published file gives it."""
    questions(text)

    def fill(match: re.Match[str]) -> str:
        head = f"## {match['number']}. {match['title']}\n{match['words']}```sql\n{match['sql']}```\n\n"
        return f"{head}```text\n{answer(database, match['sql'])}\n```\n"

    return _QUESTION.sub(fill, text)


def refresh() -> None:
    """Publish the samples in a temporary home and write the page with the answers that they give."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(paths=(SAMPLES,), source_id="samples", command="cookbook")
        outcome = run(job, Settings(home=Path(folder)))
        page = with_answers(PAGE.read_text(encoding="utf-8"), outcome.database)
    PAGE.write_text(page, encoding="utf-8")
