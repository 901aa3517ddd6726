"""What a peer says of one amount. Standard library only: the peers' environment reads this too."""

from __future__ import annotations

from dataclasses import dataclass

#: Currency signs and the names that peers give to currencies, to ISO 4217. What is not here is no currency of ours.
CURRENCIES = {
    "£": "GBP",
    "GBP": "GBP",
    "Pound": "GBP",
    "British pound": "GBP",
    "pound sterling": "GBP",
    "€": "EUR",
    "EUR": "EUR",
    "Euro": "EUR",
    "euro": "EUR",
    "$": "USD",
    "USD": "USD",
    "Dollar": "USD",
    "United States dollar": "USD",
    "dollar": "USD",
}
#: The project's documents are British: where a peer gives a number without a currency, it is taken for pounds.
HOME = "GBP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span with the fields of the annotation guide that the peer answers; the others are None.

    ``low`` and ``high`` are decimal numbers as strings, in currency units.
    """

    start: int
    end: int
    low: str
    high: str
    currency: str
    qualifier: str | None = None
    per: str | None = None
    years: str | None = None
    role: str | None = None
