"""``python -m bench.fit_roles``: fit the weights of ``extractors/relate/role_weights.csv``.

Multinomial logistic regression with an L2 penalty over the features of :mod:`extractors.relate.features`, on the
development split of tests/gold and on bench/roles (documents of which only amounts and awards are marked). The test
split is never read. Documents that the rules were written against count less: there the rules know the answer, and
would be trusted too much. ``--check`` prints accuracy by ten-fold cross-validation over documents and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.model import Role
from extractors.parse import parse
from extractors.pipeline import analyse
from extractors.relate import weighed
from extractors.relate.features import features
from flows.scorecard.gold import Gold, find, read
from flows.scorecard.run import capture_of

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "tests" / "gold" / "dev", ROOT / "bench" / "roles")
TARGET = ROOT / "extractors" / "relate" / "role_weights.csv"
PENALTY = 1 / 0.3
#: Weight of a document by what its name begins with: the rules' writers read those of a and b.
_TRUST = {"a": 1.0, "b": 1.0, "c": 1.5, "r": 1.5}
_ROLES = tuple(Role)
#: Weights below this are left out of the file: together they move no decision in a hundred.
_LEAST = 0.02

Matrix = NDArray[np.float64]


class Example:
    """One marked amount: its document, features and role."""

    def __init__(self, document: str, seen: dict[str, float], role: Role) -> None:
        self.document, self.seen, self.role = document, seen, role


def examples(gold: Gold) -> Iterator[Example]:
    """Yield the amounts of a gold document that the rules find and weigh, with the role that the reader gave."""
    document, _ = parse(*capture_of(gold))
    a = analyse(document)
    everything = weighed(document, a.segments, a.money, a.pcc, a.programmes, a.readings)
    for index, weighing in enumerate(everything):
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
            yield Example(gold.gold_id, features(everything, index), Role(mark["role"]))


def softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


def fit(found: Sequence[Example], names: Sequence[str], *, rounds: int = 400) -> Matrix:
    """Return the weights, one row a feature and one column a role; the last row is the bias (not penalised)."""
    x, y = matrix(found, names), np.eye(len(_ROLES))[[_ROLES.index(one.role) for one in found]]
    trust = np.array([_TRUST[one.document[0]] for one in found])[:, None]
    weight = np.zeros((x.shape[1], len(_ROLES)))
    velocity = np.zeros_like(weight)
    penalty = np.full((x.shape[1], 1), PENALTY)
    penalty[-1] = 0.0
    # Nesterov's method; the step is the inverse of a bound on the curvature.
    step = 1.0 / (0.5 * float(np.linalg.norm(x * np.sqrt(trust), 2)) ** 2 + PENALTY)
    for number in range(rounds):
        ahead = weight + number / (number + 3) * velocity
        slope = x.T @ (trust * (softmax(x @ ahead) - y)) + penalty * ahead
        following = ahead - step * slope
        velocity, weight = following - weight, following
    return weight


def matrix(found: Sequence[Example], names: Sequence[str]) -> Matrix:
    column = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(found), len(names) + 1))
    x[:, -1] = 1.0
    for row, one in enumerate(found):
        for name, value in one.seen.items():
            if name in column:
                x[row, column[name]] = value
    return x


def names_of(found: Sequence[Example]) -> list[str]:
    """Return the features that at least two documents have; a word of one document says nothing of others."""
    documents: dict[str, set[str]] = {}
    for one in found:
        for name in one.seen:
            documents.setdefault(name, set()).add(one.document)
    return sorted(name for name, held in documents.items() if len(held) > 1)


def cross_validated(found: Sequence[Example]) -> dict[str, float]:
    """Return the accuracy by the first letter of the documents' names, each judged without its own tenth."""
    documents = sorted({one.document for one in found})
    right: dict[str, list[bool]] = {}
    for fold in range(10):
        held = set(documents[fold::10])
        train = [one for one in found if one.document not in held]
        test = [one for one in found if one.document in held]
        names = names_of(train)
        best = (matrix(test, names) @ fit(train, names)).argmax(axis=1)
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
    if only_check:
        for letter, accuracy in cross_validated(found).items():
            print(f"documents {letter}: {accuracy:.3f}")
        return
    names = names_of(found)
    write(names, fit(found, names))
    print(f"{TARGET.name}: {len(names)} features from {len(found)} amounts")


if __name__ == "__main__":
    main()
