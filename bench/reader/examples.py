"""``python -m bench.reader.examples FILE``: what the reader learns from, one document a line of JSON.

The documents are those of tests/gold/dev, bench/roles and bench/wordings. Each has its text and title, its amounts with
their spans and roles, and for an award the candidates that the rules see for it, each with its span and whether the
reader of the document marked it. The test split is never read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.fit_recipients import FOLDERS, ROOT, is_right, reading
from bench.wordings import documents
from extractors.model import Role
from extractors.relate.candidates import Names, candidates
from flows.scorecard.gold import Gold, find, read


def held_back() -> list[Path]:
    """Return every twelfth document of bench/roles: what the reader says is weighed on documents it has not seen."""
    return find(ROOT / "bench" / "roles")[5::12]


def golds() -> Iterator[Gold]:
    """Yield every document that may be learned from."""
    held = set(held_back())
    for folder in FOLDERS:
        for path in find(folder):
            if path not in held:
                yield read(path)
    yield from documents()


def example(gold: Gold) -> dict[str, Any]:
    """Return a document with its amounts: ``[start, end, role, [[start, end, right], ...]]``."""
    one = reading(gold)
    names = Names(one.clauses)
    amounts = []
    for clause in one.clauses:
        for at, mention in clause.money:
            mark = next(
                (
                    m
                    for m in gold.marks["money"]
                    if m["start"] < mention.end_char and mention.start_char < m["end"]
                ),
                None,
            )
            if mark is None or mark.get("optional"):
                continue
            who = []
            if mark["role"] == Role.AWARD and mention.mention_id not in one.in_tables:
                links = one.every.get(mention.mention_id, ())
                for candidate in candidates(names, clause, at, links, one.area):
                    right = is_right(one, mention, candidate)
                    if right is not None:
                        who.append([candidate.recipient.start_char, candidate.recipient.end_char, right])
            amounts.append([mention.start_char, mention.end_char, mark["role"], who])
    return {"id": gold.gold_id, "title": gold.title or "", "text": one.document.text, "amounts": amounts}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reader.examples", description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        for gold in golds():
            out.write(json.dumps(example(gold), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
