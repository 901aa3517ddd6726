"""``python -m bench.fit_roles``: fit the weights of ``extractors/relate/role_weights.csv``.

Multinomial logistic regression with an L2 penalty over the features of :mod:`extractors.relate.features`, on the
development split of tests/gold, on bench/roles (documents of which only amounts and awards are marked), on
bench/wordings and on the rules' own examples. The test split is never read. Documents that the rules were written
against count less: there the rules know the answer, and would be trusted too much. ``--check`` prints accuracy by
ten-fold cross-validation over documents and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.logistic import Matrix, Sparse, fit, held_by_several
from bench.wordings import documents
from extractors.model import Role
from extractors.parse import parse
from extractors.pipeline import COMPONENTS, analyse, pipeline
from extractors.relate import weighed
from extractors.relate.features import all_features
from extractors.relate.lexicon import Scope, Side, link_rules, role_rules
from extractors.relate.weighing import Weighing
from flows.scorecard.gold import Gold, find, read
from flows.scorecard.run import capture_of

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "tests" / "gold" / "dev", ROOT / "bench" / "roles")
TARGET = ROOT / "extractors" / "relate" / "role_weights.csv"
PENALTY = 1 / 0.15
#: Weight of a document by what its name begins with: the rules' writers read those of a and b; examples are sure;
#: bench/wordings (m) has each wording oftener than pages do.
_TRUST = {"a": 1.0, "b": 1.0, "e": 10.0, "m": 0.6}
_TRUST_OF_OTHERS = 1.5
_ROLES = tuple(Role)
#: Weights below this are left out of the file: together they move no decision in a hundred.
_LEAST = 0.02


class Example:
    """One marked amount: its document, features and role."""

    def __init__(self, document: str, seen: dict[str, float], role: Role) -> None:
        self.document, self.seen, self.role = document, seen, role


def examples(gold: Gold) -> Iterator[Example]:
    """Yield the amounts of a gold document that the rules find and weigh, with the role that the reader gave."""
    everything = _weighed(gold)
    for weighing, seen in zip(everything, all_features(everything), strict=True):
        mention = weighing.mention
        mark = next(
            (
                m
                for m in gold.marks["money"]
                if m["start"] < mention.end_char and mention.start_char < m["end"]
            ),
            None,
        )
        if mark is not None and not mark.get("optional"):
            yield Example(gold.gold_id, seen, Role(mark["role"]))


def plain_examples() -> Iterator[Example]:
    """Yield the amounts of the rules' own examples, each a document of one sentence, where the rules alone decide.

    Without these the weights, learned from whole pages, would not know what to make of a plain sentence by itself.
    """
    for rule in role_rules():
        if rule.weight > 0 and rule.scope is Scope.SENTENCE:
            yield from _plain(rule.name, rule.example, rule.role)
    for link in (*link_rules(Side.BEHIND), *link_rules(Side.BEFORE)):
        yield from _plain(link.name, link.example, Role.AWARD)


def _plain(name: str, example: str, role: Role) -> Iterator[Example]:
    words = {"#": "£1.5 million", "%": "Kent", "~": "Safer Streets Fund", "@": "£2 million"}
    text = "".join(words.get(character, character) for character in example)
    gold = Gold(
        gold_id=f"example {name}",
        genre="example",
        split="example",
        text=f"{text[0].upper()}{text[1:]}.",
        marks={},
        awards=[],
        title=None,
        published=None,
    )
    place = example[: example.index("@")].count("#")
    everything = _weighed(gold)
    for index, seen in enumerate(all_features(everything)):
        if index == place and everything[index].best[0] is role:
            yield Example(gold.gold_id, seen, role)


def _weighed(gold: Gold) -> list[Weighing]:
    document, _ = parse(*capture_of(gold))
    with pipeline().select_pipes(disable=[COMPONENTS[-1]]):
        a = analyse(document)
    return weighed(document, a.segments, a.money, a.pcc, a.programmes, a.readings)


def fitted(found: Sequence[Example], names: Sequence[str]) -> Matrix:
    """Return the weights, one row a feature and one column a role; the last row is the bias."""
    x = Sparse([one.seen for one in found], names)
    y = np.eye(len(_ROLES))[[_ROLES.index(one.role) for one in found]]
    trust = np.array([[_TRUST.get(one.document[0], _TRUST_OF_OTHERS)] for one in found])
    return fit(x, y, trust, penalty=PENALTY)


def names_of(found: Sequence[Example]) -> list[str]:
    return held_by_several((one.document, one.seen) for one in found)


def cross_validated(found: Sequence[Example]) -> dict[str, float]:
    """Return the accuracy by the first letter of the documents' names, each judged without its own tenth."""
    documents = sorted({one.document for one in found})
    right: dict[str, list[bool]] = {}
    for fold in range(10):
        held = set(documents[fold::10])
        train = [one for one in found if one.document not in held]
        test = [one for one in found if one.document in held]
        names = names_of(train)
        best = Sparse([one.seen for one in test], names).times(fitted(train, names)).argmax(axis=1)
        for one, column in zip(test, best, strict=True):
            right.setdefault(one.document[0], []).append(_ROLES[column] is one.role)
    return {letter: sum(held) / len(held) for letter, held in sorted(right.items())}


def write(names: Sequence[str], weight: Matrix) -> None:
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *(role.value for role in _ROLES)])
        for name, row in zip([*names, "bias"], weight, strict=True):
            if name == "bias" or np.abs(row).max() >= _LEAST:
                writer.writerow([name, *(f"{value:.3f}" if abs(value) >= 0.005 else "" for value in row)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_roles", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="print cross-validated accuracy and write nothing"
    )
    only_check = parser.parse_args().check
    found = [one for folder in FOLDERS for path in find(folder) for one in examples(read(path))]
    found += [one for gold in documents() for one in examples(gold)]
    found += plain_examples()
    if only_check:
        for letter, accuracy in cross_validated(found).items():
            print(f"documents {letter}: {accuracy:.3f}")
        return
    names = names_of(found)
    write(names, fitted(found, names))
    print(f"{TARGET.name}: {len(names)} features from {len(found)} amounts")


if __name__ == "__main__":
    main()
