"""Matching what the rules found against what a reader marked.

A gold mark is met by a found one that overlaps it and has the same identity (money: amounts and currency; police
area: the area; programme: half of the longer span). A found mark on the same place with another identity is one
wrong value: a miss and an extra. Optional marks cost nothing either way. What lies inside a gold mark's span beside
its match is not an extra. Attributes are measured on the marks that are met.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

Mark = Mapping[str, Any]
#: Names count as the same above this similarity (difflib's ratio of lower-case words).
NAME_RATIO = 0.8
RECIPIENT_RATIO = 0.6


@dataclass
class Tally:
    """Counts of one layer. ``attributes``: name to [right, asked]; ``errors``: (kind, document, gold, found)."""

    met: int = 0
    extra: int = 0
    missed: int = 0
    attributes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    errors: list[tuple[str, str, Mark | None, Mark | None]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.met / (self.met + self.extra) if self.met + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.met / (self.met + self.missed) if self.met + self.missed else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def figures(self) -> dict[str, float]:
        """Return precision, recall, f1 and each attribute's accuracy, rounded to four places."""
        own = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        asked = {name: right / total for name, (right, total) in self.attributes.items() if total}
        return {name: round(value, 4) for name, value in {**own, **asked}.items()}

    def add(self, other: Tally) -> None:
        self.met += other.met
        self.extra += other.extra
        self.missed += other.missed
        for name, (right, total) in other.attributes.items():
            self.attributes[name][0] += right
            self.attributes[name][1] += total
        self.errors += other.errors


def words(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]+", " ", (text or "").lower()).strip()


def alike(a: str | None, b: str | None, ratio: float = NAME_RATIO) -> bool:
    return SequenceMatcher(None, words(a), words(b)).ratio() > ratio


def overlap(a: Mark, b: Mark) -> int:
    return max(0, int(min(a["end"], b["end"]) - max(a["start"], b["start"])))


def _same_amount(a: Mark, b: Mark) -> bool:
    return (
        Decimal(a["low"]) == Decimal(b["low"])
        and Decimal(a["high"]) == Decimal(b["high"])
        and a["currency"] == b["currency"]
    )


def _half(a: Mark, b: Mark) -> bool:
    return 2 * overlap(a, b) >= max(int(a["end"] - a["start"]), int(b["end"] - b["start"]))


def _years(value: object) -> float:
    # a rate of one year and no term at all are the same claim about time
    return float(str(value)) if value else 1.0


IDENTITY: dict[str, Callable[[Mark, Mark], bool]] = {
    "money": _same_amount,
    "pcc": lambda a, b: bool(a["area_id"] == b["area_id"]),
    "programme": _half,
}
ATTRIBUTES: dict[str, dict[str, Callable[[Mark, Mark], bool]]] = {
    "money": {
        "qualifier": lambda a, b: bool(a["qualifier"] == b["qualifier"]),
        "per": lambda a, b: (a["per"] or None) == (b["per"] or None),
        "term": lambda a, b: _years(a["years"]) == _years(b["years"]),
        "role": lambda a, b: bool(a["role"] == b["role"]),
    },
    "pcc": {"kind": lambda a, b: bool(a["kind"] == b["kind"])},
    "programme": {
        "kind": lambda a, b: bool(a["kind"] == b["kind"]),
        "name": lambda a, b: alike(a["name"], b["name"]),
    },
}


def match_layer(layer: str, document: str, gold: Iterable[Mark], found: Iterable[Mark]) -> Tally:
    """Return the tally of one layer of one document. Marks have ``start`` and ``end`` and the guide's fields."""
    gold, found = list(gold), list(found)
    tally = Tally()
    used: set[int] = set()
    for mark in gold:
        near = [number for number, one in enumerate(found) if number not in used and overlap(mark, one)]
        hit = next((number for number in near if IDENTITY[layer](mark, found[number])), None)
        if hit is None and near:
            used.add(near[0])
            if not mark.get("optional"):
                tally.extra += 1
                tally.missed += 1
                tally.errors.append(("wrong", document, mark, found[near[0]]))
        elif hit is None:
            if not mark.get("optional"):
                tally.missed += 1
                tally.errors.append(("miss", document, mark, None))
        else:
            used.add(hit)
            if not mark.get("optional"):
                tally.met += 1
                _attributes(tally, layer, document, mark, found[hit])
    for number, one in enumerate(found):
        if number not in used and not any(overlap(mark, one) for mark in gold):
            tally.extra += 1
            tally.errors.append(("extra", document, None, one))
    return tally


def _attributes(tally: Tally, layer: str, document: str, mark: Mark, one: Mark) -> None:
    for name, same in ATTRIBUTES[layer].items():
        right = same(mark, one)
        tally.attributes[name][0] += right
        tally.attributes[name][1] += 1
        if not right:
            tally.errors.append((name, document, mark, one))


def match_awards(document: str, gold: Iterable[Mark], found: Iterable[Mark]) -> Tally:
    """Return the tally of a document's awards: same amount, and same area or (without one) a like recipient."""
    left = list(found)
    tally = Tally()
    for award in gold:
        hit = next((one for one in left if _same_award(award, one)), None)
        if hit is not None:
            left.remove(hit)
        if award.get("optional"):
            continue
        if hit is None:
            tally.missed += 1
            tally.errors.append(("miss", document, award, None))
            continue
        tally.met += 1
        if award.get("programme"):
            right = alike(award["programme"], hit["programme"])
            tally.attributes["programme"][0] += right
            tally.attributes["programme"][1] += 1
            if not right:
                tally.errors.append(("programme", document, award, hit))
    for one in left:
        tally.extra += 1
        tally.errors.append(("extra", document, None, one))
    return tally


def _same_award(award: Mark, one: Mark) -> bool:
    if Decimal(award["amount"]) != Decimal(one["amount"]):
        return False
    if award["area_id"]:
        return bool(award["area_id"] == one["area_id"])
    return alike(award["recipient"], one["recipient"], RECIPIENT_RATIO)
