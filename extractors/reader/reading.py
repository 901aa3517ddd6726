"""A document read by the encoder: what each amount seems to be, and who seems to get it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.model import Role
from extractors.reader.encoder import Floats, encode, vocabulary, weights
from extractors.reader.wordpiece import pieces

#: How much of a document is read at a time, and how far the next window starts behind, in word pieces.
WINDOW, STEP = 288, 144
#: How much of the title stands before each window, in word pieces.
TITLE = 32
#: The order of the roles in ``weights.npz``.
ROLES = (Role.AWARD, Role.TOTAL, Role.PART, Role.CUMULATIVE, Role.BID, Role.OTHER)

#: So many windows of a document are read; what stands further on in a very long one is left to the rules alone.
_MOST_WINDOWS = 60
#: How many pieces on each side of an amount :meth:`Reading.words_behind` looks at, and the least that it reports.
_AROUND, _LEAST_LOST = 28, 0.3

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Window:
    """The pieces from ``first`` up to ``last`` of the document, with the vectors of the whole window."""

    first: int
    last: int
    vectors: Floats


def _roles(vectors: Floats, first: int, last: int) -> dict[Role, float]:
    """Return the logarithm of each role's probability for the amount in the rows ``first`` to ``last``."""
    w = weights()
    seen = np.concatenate([vectors[first : last + 1].mean(axis=0), vectors[first - 1]])
    sums = seen @ w["role"] + w["role.bias"]
    sums = sums - sums.max()
    logs = sums - np.log(np.exp(sums).sum())
    return dict(zip(ROLES, map(float, logs), strict=True))


def _odds(log: float) -> float:
    """Return the logarithm of the odds of what has a probability with this logarithm."""
    return log - float(np.log(max(1e-9, -np.expm1(log))))


class Reading:
    """What the encoder makes of the amounts of one text. Windows are read when they are first asked about."""

    def __init__(self, text: str, title: str, amounts: Sequence[Span]) -> None:
        self._pieces = pieces(text, vocabulary()) if amounts else []
        self._starts = [piece.start for piece in self._pieces]
        self._title = [piece.number for piece in pieces(title, vocabulary())[:TITLE]] if amounts else []
        self._windows: dict[int, _Window] = {}
        self._homes: dict[Span, tuple[list[int], Span]] = {}
        homes: set[int] = set()
        for amount in amounts:
            run = self._run(amount)
            firsts = [] if run is None else self._windows_for(run)
            if run is None or not firsts:
                continue
            homes.update(firsts)
            if len(homes) > _MOST_WINDOWS:
                break
            self._homes[amount] = firsts, run

    def roles(self, amount: Span) -> dict[Role, float]:
        """Return the logarithm of each role's probability, the mean of all windows that hold the amount; nothing where
        none does."""
        if amount not in self._homes:
            return {}
        firsts, run = self._homes[amount]
        said = [
            _roles(window.vectors, self._row(window, run[0]), self._row(window, run[1]))
            for window in map(self._window, firsts)
        ]
        return {role: sum(one[role] for one in said) / len(said) for role in ROLES}

    def words_behind(self, amount: Span, role: Role, *, count: int = 3) -> list[tuple[Span, float]]:
        """Return the words around an amount that speak most for a role, the strongest first.

        Each comes with its span of the text and with how much of the logarithm of the role's odds goes when the word is
        masked. Slow: the sentence is read once a word.
        """
        if amount not in self._homes:
            return []
        _, (first, last) = self._homes[amount]
        low, high = max(0, first - _AROUND), min(len(self._pieces), last + 1 + _AROUND)
        known = vocabulary()
        numbers = [known["[CLS]"], *(piece.number for piece in self._pieces[low:high]), known["[SEP]"]]
        own = first - low + 1, last - low + 1
        whole = _odds(_roles(encode(numbers), *own)[role])
        found = []
        for start, end in self._words(low, high):
            if start <= last and first < end:
                continue
            masked = list(numbers)
            masked[start - low + 1 : end - low + 1] = [known["[MASK]"]] * (end - start)
            lost = whole - _odds(_roles(encode(masked), *own)[role])
            if lost > _LEAST_LOST:
                found.append(((self._pieces[start].start, self._pieces[end - 1].end), lost))
        return sorted(found, key=lambda one: -one[1])[:count]

    def _words(self, low: int, high: int) -> Iterator[Span]:
        """Yield the runs of pieces that are one word each."""
        start = low
        for end in range(low + 1, high + 1):
            if end == high or self._pieces[end].start > self._pieces[end - 1].end:
                yield start, end
                start = end

    def gets(self, amount: Span, name: Span) -> float | None:
        """Return how surely the name's body gets the amount, above nought where likelier than not.

        None where amount and name do not stand in one window: then the reader cannot say.
        """
        run = self._run(name)
        if amount not in self._homes or run is None:
            return None
        firsts, own = self._homes[amount]
        w, said = weights(), []
        for window in map(self._window, firsts):
            if window.first <= run[0] and run[1] < window.last:
                asked = self._mean(window, own) @ w["asked"] + w["asked.bias"]
                named = self._mean(window, run) @ w["named"] + w["named.bias"]
                said.append(float(np.tanh(asked + named) @ w["gets"] + w["gets.bias"][0]))
        return sum(said) / len(said) if said else None

    def _run(self, span: Span) -> Span | None:
        """Return the first and last piece of a span of the text, both counted in, or None where it has none."""
        start, end = span
        first = max(0, bisect_right(self._starts, start) - 1)
        while first < len(self._pieces) and self._pieces[first].end <= start:
            first += 1
        if first >= len(self._pieces) or self._pieces[first].start >= end:
            return None
        last = first
        while last + 1 < len(self._pieces) and self._pieces[last + 1].start < end:
            last += 1
        return first, last

    def _windows_for(self, run: Span) -> list[int]:
        """Return the starts of the windows that hold a run of pieces: one or two."""
        count = len(self._pieces)
        starts = range(0, max(1, count - WINDOW + STEP), STEP) if count > WINDOW else (0,)
        return [start for start in starts if start <= run[0] and run[1] < start + WINDOW]

    def _window(self, first: int) -> _Window:
        if first not in self._windows:
            last = min(len(self._pieces), first + WINDOW)
            known = vocabulary()
            inner = [piece.number for piece in self._pieces[first:last]]
            vectors = encode([known["[CLS]"], *self._title, known["[SEP]"], *inner, known["[SEP]"]])
            self._windows[first] = _Window(first, last, vectors)
        return self._windows[first]

    def _row(self, window: _Window, piece: int) -> int:
        return piece - window.first + len(self._title) + 2

    def _mean(self, window: _Window, run: Span) -> Floats:
        rows = window.vectors[self._row(window, run[0]) : self._row(window, run[1]) + 1]
        mean: Floats = rows.mean(axis=0)
        return mean
