"""Logistic regression with an L2 penalty over features that are mostly absent: what the fits of bench share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Sparse:
    """Rows of named features, of which only what is present is held. The last column is 1 everywhere (the bias)."""

    def __init__(self, rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> None:
        column = {name: number for number, name in enumerate(names)}
        last = len(names)
        entries = [
            (number, column[name], value)
            for number, row in enumerate(rows)
            for name, value in row.items()
            if name in column
        ]
        entries += [(number, last, 1.0) for number in range(len(rows))]
        self.shape = (len(rows), last + 1)
        row, col, value = (np.array(part) for part in zip(*entries, strict=True))
        self._by_row = _sorted(row, col, value, len(rows))
        self._by_column = _sorted(col, row, value, last + 1)

    def times(self, weight: Matrix) -> Matrix:
        """Return rows times ``weight`` (one row a column of this matrix)."""
        return _product(self._by_row, weight)

    def transposed_times(self, values: Matrix) -> Matrix:
        """Return columns times ``values`` (one row a row of this matrix)."""
        return _product(self._by_column, values)

    def norm(self, scale: Matrix, *, rounds: int = 30) -> float:
        """Return the largest singular value, the rows scaled by ``scale`` (one column), by the power method."""
        vector = np.ones((self.shape[1], 1))
        size = 1.0
        for _ in range(rounds):
            vector = self.transposed_times(scale**2 * self.times(vector))
            size = float(np.linalg.norm(vector))
            vector /= size
        return float(np.sqrt(size))


_Held = tuple[NDArray[np.int64], NDArray[np.int64], Matrix, int]


def _sorted(major: NDArray[np.int64], minor: NDArray[np.int64], value: Matrix, count: int) -> _Held:
    order = np.argsort(major, kind="stable")
    major = major[order]
    filled, starts = np.unique(major, return_index=True)
    return np.stack([filled, starts]), minor[order], value[order], count


def _product(held: _Held, dense: Matrix) -> Matrix:
    (filled, starts), minor, value, count = held
    product = np.zeros((count, dense.shape[1]))
    for column in range(dense.shape[1]):
        product[filled, column] = np.add.reduceat(value * dense[minor, column], starts)
    return product


def shares(scores: Matrix) -> Matrix:
    """Return each row's probabilities: of several classes, or of the one that a single column scores."""
    if scores.shape[1] == 1:
        single: Matrix = 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
        return single
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    several: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return several


def fit(x: Sparse, y: Matrix, trust: Matrix, *, penalty: float, rounds: int = 250) -> Matrix:
    """Return the weights, one row a column of ``x``. ``y`` has one column a class (one column: yes or no).

    ``trust`` is each row's weight, one column. The bias is not penalised.
    """
    weight = np.zeros((x.shape[1], y.shape[1]))
    velocity = np.zeros_like(weight)
    penalties = np.full((x.shape[1], 1), penalty)
    penalties[-1] = 0.0
    # Nesterov's method; the step is the inverse of a bound on the curvature.
    bound = 0.25 if y.shape[1] == 1 else 0.5
    step = 1.0 / (bound * (1.05 * x.norm(np.sqrt(trust))) ** 2 + penalty)
    for number in range(rounds):
        ahead = weight + number / (number + 3) * velocity
        slope = x.transposed_times(trust * (shares(x.times(ahead)) - y)) + penalties * ahead
        following = ahead - step * slope
        velocity, weight = following - weight, following
    return weight


def held_by_several(rows: Iterable[tuple[str, Mapping[str, float]]]) -> list[str]:
    """Return the features that at least two documents have, of (document, features) rows."""
    documents: dict[str, set[str]] = {}
    for document, seen in rows:
        for name in seen:
            documents.setdefault(name, set()).add(document)
    return sorted(name for name, held in documents.items() if len(held) > 1)
