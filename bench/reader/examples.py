"""``python -m bench.reader.examples FILE``: what the reader learns from, one document a line of JSON.

The documents are those of tests/gold/dev, bench/roles and bench/wordings, and the rules' own examples. Each has its
text and title, its amounts with their spans and roles, and for an award the candidates that the rules see for it, each
with its span and whether the reader of the document marked it. The test split is never read, and the documents that
``held_back.txt`` names are left out.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.fit_recipients import FOLDERS, ROOT, is_right, reading
from bench.wordings import documents
from extractors.model import Role
from extractors.relate.candidates import Names, candidates
from extractors.relate.lexicon import Scope, Side, link_rules, role_rules
from flows.scorecard.gold import Gold, find, read

#: What stands for an example's marks: the amount asked about, a police area, a fund, another amount.
_FILLINGS = (
    {"@": "£1.5 million", "%": "Kent", "~": "Safer Streets Fund", "#": "£2 million"},
    {"@": "£45,000", "%": "Essex Police", "~": "Hotspot Response Fund", "#": "£12,500"},
    {"@": "£300k", "%": "West Mercia", "~": "Perpetrator Intervention Fund", "#": "£85,000"},
)


def held_back() -> list[Path]:
    """Return the documents of bench/roles that ``held_back.txt`` names: what the reader says is weighed on documents
    that it has not seen. They are every twelfth, drawn before anything was taught."""
    names = (Path(__file__).parent / "held_back.txt").read_text(encoding="utf-8").split()
    return [ROOT / "bench" / "roles" / f"{name}.json" for name in names]


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


def of_rules(titles: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the rules' own examples, each in three wordings: bare, with a title, and with a line in front.

    A sentence by itself says less than a page, and the rules know it well: what is taught here is not to unlearn it.
    """
    draw = random.Random(11)
    for rule in role_rules():
        if rule.weight > 0 and rule.scope is Scope.SENTENCE:
            yield from _told(rule.name, rule.example, rule.role, titles, draw)
    for link in (*link_rules(Side.BEHIND), *link_rules(Side.BEFORE)):
        yield from _told(link.name, link.example, Role.AWARD, titles, draw)


def _told(
    name: str, example: str, role: Role, titles: Sequence[str], draw: random.Random
) -> Iterator[dict[str, Any]]:
    for number, words in enumerate(_FILLINGS):
        title = draw.choice(titles)
        text = "" if number == 0 else title + "\n" * draw.choice((1, 2))
        amount: list[int] = []
        who: list[int] = []
        for character in example:
            word = words.get(character, character)
            if character == "@" and not amount:
                amount = [len(text), len(text) + len(word)]
            if character == "%" and not who:
                who = [len(text), len(text) + len(word)]
            text += word
        got = [[*who, True]] if role is Role.AWARD and who else []
        yield {
            "id": f"example {name}",
            "title": title if number == 1 else "",
            "text": text + ".",
            "amounts": [[*amount, role, got]],
        }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reader.examples", description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        read = [example(gold) for gold in golds()]
        titles = [one["title"] for one in read if 15 < len(one["title"]) < 70 and "£" not in one["title"]]
        for one in (*read, *of_rules(titles)):
            out.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
