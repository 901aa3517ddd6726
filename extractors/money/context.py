"""Where an amount stands: the words around it, and what a rule decides from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.money.grammar import Amount

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Generic[T]):
    """A value and the words ``text[start:end]`` of the sentence that decided it."""

    value: T
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """One of the amounts of a sentence (plain text), with its neighbours."""

    text: str
    amounts: tuple[Amount, ...]
    index: int

    @property
    def amount(self) -> Amount:
        return self.amounts[self.index]

    @property
    def left_edge(self) -> int:
        """Where the amount before ends, or the sentence starts."""
        return self.amounts[self.index - 1].end if self.index else 0

    @property
    def right_edge(self) -> int:
        """Where the next amount starts, or the sentence ends."""
        return self.amounts[self.index + 1].start if self.index + 1 < len(self.amounts) else len(self.text)

    @property
    def before(self) -> str:
        """The words between the amount before and this one."""
        return self.text[self.left_edge : self.amount.start]

    @property
    def after(self) -> str:
        """The words between this amount and the next."""
        return self.text[self.amount.end : self.right_edge]


def places(text: str, amounts: tuple[Amount, ...]) -> tuple[Place, ...]:
    return tuple(Place(text, amounts, index) for index in range(len(amounts)))
